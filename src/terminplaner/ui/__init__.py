"""The windows.  Knows services and domain only."""
