"""When resources are there and when they are away, as people enter it."""
