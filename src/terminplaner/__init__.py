"""Appointment planner for opticians and hearing-care shops, kept equal with Google Calendar."""

__version__ = "0.1.0"
