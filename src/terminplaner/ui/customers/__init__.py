"""The tab "Kunden": everybody who appointments are for, and what they have planned."""
