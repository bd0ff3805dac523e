"""The journal of what the sync moved: looking it up, taking it along as a file, taking one movement back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, JournalEntry, SyncRun
from terminplaner.domain.changes import ChangeSet, Origin
from terminplaner.domain.errors import InvalidInputError, NotFoundError, StaleRevisionError
from terminplaner.domain.resource import Resource
from terminplaner.services.cancellation import cancelled, cancelling_states
from terminplaner.services.gate import repeatable
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Reader
from terminplaner.services.store_queries import JournalQuery

PAGE = 200
"""Entries that are read at once."""

_ALL = 1_000_000
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class JournalRow:
    """``run`` is None while it is not over, and for what a person's decision moved."""

    entry: JournalEntry
    resource_name: str
    run: SyncRun | None


@dataclass(frozen=True, slots=True)
class SyncJournal:
    planning: Planning

    def page(self, query: JournalQuery, older_than: UUID | None = None) -> tuple[JournalRow, ...]:
        """The newest entries, or those after ``older_than``; fewer than ``PAGE`` at the end."""
        with self.planning.gate.store.read() as reader:
            return _rows(reader, reader.list_journal(query, PAGE, older_than))

    def resources(self) -> tuple[tuple[str, tuple[UUID, ...]], ...]:
        """The names of the resources that are or were linked, each with the ids of its links."""
        with self.planning.gate.store.read() as reader:
            links = reader.list_records(CalendarLink)
            resources = [reader.get(Resource, key) for key in dict.fromkeys(link.resource_id for link in links)]
        return tuple(
            (resource.name, tuple(link.id for link in links if link.resource_id == resource.id))
            for resource in sorted(resources, key=lambda resource: resource.name.casefold())
        )

    def export_journal(
        self,
        query: JournalQuery,
        target: Path,
        titles: Sequence[str],
        describe: Callable[[JournalRow], Sequence[str]],
    ) -> int:
        """Write what ``query`` finds as CSV (RFC 4180, UTF-8 with its mark), newest first; how many entries.

        ``titles`` and ``describe`` give the words of the columns.  A text that a spreadsheet would take for a
        formula gets an apostrophe before it, for what comes from Google is not to be trusted.  Raise
        ``InvalidInputError`` (code ``unwritable_target``) where the file cannot be written.
        """
        with self.planning.gate.store.read() as reader:
            rows = _rows(reader, reader.list_journal(query, _ALL))
        try:
            with target.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(titles)
                writer.writerows([_harmless(text) for text in describe(row)] for row in rows)
        except OSError as error:
            raise InvalidInputError("unwritable_target", path=str(target)) from error
        return len(rows)

    @repeatable
    def revert(self, actor: Actor, entry_id: UUID) -> ChangeSet:
        """Put an appointment back to what it was before the sync moved it; Google gets it with the next pass.

        One that the sync created is cancelled softly.  Raise ``NotFoundError`` (code ``not_revertible``) where the
        entry changed nothing here or is no longer kept, ``StaleRevisionError`` where the appointment was changed
        since, or what ``Planning.change`` raises.
        """
        actor.require(Right.MANAGE_SYNC)
        with self.planning.gate.open(replace(actor, origin=Origin.UNDO), "revert") as passage:
            work = passage.work
            entry = work.find_record(JournalEntry, entry_id)
            if entry is None or entry.appointment_id is None or entry.revision == 0:
                raise NotFoundError("not_revertible")
            current = work.get(Appointment, entry.appointment_id)
            if current.revision != entry.revision:
                raise StaleRevisionError("changed_since", by=current.modified_by)
            before = _before(work, current)
            if before is not None:
                wanted = replace(before, revision=current.revision)
            else:
                wanted = cancelled(current, cancelling_states(work), self.planning.clock.now(), actor.name)
            self.planning.store(work, actor, wanted)
        if passage.change_set is None:  # nothing differs: the next revision made the same of it
            raise NotFoundError("not_revertible")
        return passage.change_set


def _rows(reader: Reader, entries: Sequence[JournalEntry]) -> tuple[JournalRow, ...]:
    names = {link.id: reader.get(Resource, link.resource_id).name for link in reader.list_records(CalendarLink)}
    runs = {key: reader.find_record(SyncRun, key) for key in {entry.run_id for entry in entries}}
    return tuple(JournalRow(entry, names[entry.link_id], runs[entry.run_id]) for entry in entries)


def _before(reader: Reader, current: Appointment) -> Appointment | None:
    """What the latest change made of this appointment was made of, in full; None where it was created by it."""
    (latest,) = reader.list_change_sets(current.id, limit=1)
    before = next(change.before for change in latest.changes if change.entity_id == current.id)
    return before if isinstance(before, Appointment) else None


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
