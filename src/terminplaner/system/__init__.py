"""The operating system: secrets, paths, one window at a time, logging, crash reports."""
