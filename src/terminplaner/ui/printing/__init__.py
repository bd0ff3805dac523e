"""Paper: day list, week plan and appointment slip, laid out without Qt and painted in one place."""
