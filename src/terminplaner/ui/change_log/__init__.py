"""The Änderungsprotokoll: who changed what, when, and by which road."""
