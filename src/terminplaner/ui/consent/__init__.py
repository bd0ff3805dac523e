"""Linking a resource with a Google calendar, as a person walks through it."""
