"""The use cases: every change and every question goes through here."""
