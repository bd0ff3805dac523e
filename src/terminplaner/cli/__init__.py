"""The command line: the same program without windows.

Names, exit codes and JSON keys are a promise to users.  Results go to stdout, everything a person reads to
stderr.
"""
