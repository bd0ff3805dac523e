"""The same appointments as a list, a month, a year."""
