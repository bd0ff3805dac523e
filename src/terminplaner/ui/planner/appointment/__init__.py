"""The dialog "Termin" with everything it asks and answers."""
