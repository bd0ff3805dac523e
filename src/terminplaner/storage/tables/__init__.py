"""The tables, by what they are about; ``METADATA`` knows them all.

A row has the columns of its dataclass under the same names.  Rows never leave ``storage``.  The columns stand in
classes for the sake of the type checker alone: ``APPOINTMENTS.c.start_at`` is known to be an instant.  There is no
object-relational mapping, for which the start would have to wait.
"""

from terminplaner.storage.tables import appointments, chain, log, people, plan, sync, words
from terminplaner.storage.tables.base import METADATA

__all__ = ["METADATA", "appointments", "chain", "log", "people", "plan", "sync", "words"]
