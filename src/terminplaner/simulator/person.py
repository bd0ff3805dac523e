"""What people do in Google Calendar themselves, for tests and the demo: no token, no scope, no quota."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from terminplaner.simulator import recurrence
from terminplaner.simulator.api_events import move
from terminplaner.simulator.errors import Json, not_found
from terminplaner.simulator.event_body import merge
from terminplaner.simulator.events import Calendar, Event
from terminplaner.simulator.render import event_resource
from terminplaner.simulator.store import Account, Store
from terminplaner.simulator.times import as_event_time, instant_of

EventTime = datetime | date | Json
_TIMES = ("start", "end", "originalStartTime")


class PersonCalendar:
    """A calendar in the hands of a person with every right on it.

    Events are Google's JSON resources. Times are aware datetimes (best with a ZoneInfo), dates for whole days (the
    end exclusive), or Google's own objects. Other fields carry Google's names. Errors are ApiError as the API's.
    """

    def __init__(self, store: Store, calendar: Calendar) -> None:
        self._store = store
        self._calendar = calendar

    @property
    def id(self) -> str:
        return self._calendar.id

    @property
    def summary(self) -> str:
        return self._calendar.summary

    @property
    def description(self) -> str:
        return self._calendar.description

    @property
    def primary(self) -> bool:
        return self._calendar.primary

    @property
    def data_owner(self) -> str:
        return self._calendar.data_owner

    @property
    def time_zone(self) -> str:
        return self._calendar.time_zone

    @property
    def roles(self) -> dict[str, str]:
        """Who may see it: e-mail address to access role."""
        with self._store.lock:
            return dict(self._calendar.roles)

    def events(self, *, include_deleted: bool = False) -> list[Json]:
        """All events as stored: series as their masters, exceptions, and if wanted the cancelled shells."""
        with self._store.lock:
            kept = self._calendar.events.values()
            return [self._show(event) for event in kept if include_deleted or not event.cancelled]

    def event(self, event_id: str) -> Json:
        """One event, a cancelled shell, or an occurrence of a series."""
        with self._store.lock:
            return self._show(self._calendar.find(event_id))

    def instances(self, master_id: str, until: datetime) -> list[Json]:
        """The living occurrences of a series whose original start lies before `until` (aware)."""
        with self._store.lock:
            exceptions = self._calendar.exceptions(master_id)
            series = self._calendar.occurrences(self._calendar.find(master_id), until)
            shown = [self._show(exceptions.get(item["id"], Event(item, 0))) for item in series]
            return [item for item in shown if item["status"] != "cancelled"]

    def add_event(self, summary: str, start: EventTime, end: EventTime, **fields: Any) -> Json:
        """A new event; further fields by Google's names, e.g. `eventType`, also `organizer` and `locked`."""
        return self._change(
            lambda: self._calendar.insert(
                {"summary": summary, "start": as_event_time(start), "end": as_event_time(end)} | fields,
                self._calendar.data_owner,
            ),
            fields,
        )

    def add_recurring(
        self, summary: str, start: EventTime, end: EventTime, rules: Sequence[str], **fields: Any
    ) -> Json:
        """A new series; `rules` are lines such as `RRULE:FREQ=WEEKLY;COUNT=4` or `EXDATE;TZID=...:...`."""
        return self.add_event(summary, start, end, recurrence=list(rules), **fields)

    def add_raw_event(self, resource: Json) -> Json:
        """Keeps any JSON with an `id` as an event, unchecked: for what no client should ever have to read."""
        with self._store.lock:
            event = self._calendar.put({"status": "confirmed"} | resource)
            return self._show(event)

    def edit_event(self, event_id: str, **fields: Any) -> Json:
        """Changes fields of an event or of one occurrence; None removes a field."""
        changes = {name: as_event_time(value) if name in _TIMES else value for name, value in fields.items()}
        with self._store.lock:
            stored = self._calendar.find(event_id).body
            for name in ("start", "end"):
                if name in changes:
                    blank = {"date": None, "dateTime": None}
                    changes[name] = blank | {"timeZone": stored.get(name, {}).get("timeZone")} | changes[name]
        return self._change(lambda: self._calendar.patch(event_id, changes), changes)

    def delete_event(self, event_id: str) -> None:
        """Deletes an event, a whole series, or one occurrence (by its id)."""
        with self._store.lock:
            self._calendar.delete(event_id)

    def copy_event(self, event_id: str, to: "PersonCalendar | None" = None, **fields: Any) -> Json:
        """Duplicates: a new event with another id; private properties travel with it."""
        target = (to or self)._calendar
        with self._store.lock:
            source = self._calendar.find(event_id).body
            body = {key: value for key, value in source.items() if key not in {"id", "iCalUID"}}
            changes = {name: as_event_time(value) if name in _TIMES else value for name, value in fields.items()}
            event = target.insert(merge(body, changes), target.data_owner)
            return event_resource(target, event, "owner")

    def move_event(self, event_id: str, to: "PersonCalendar") -> Json:
        """Drags an event to another calendar: the id goes along, a cancelled shell stays here."""
        with self._store.lock:
            event = move(self._calendar, to._calendar, self._calendar.find(event_id))
            return event_resource(to._calendar, event, "owner")

    def purge_deleted(self) -> None:
        """Lets all cancelled shells disappear, as Google does after some weeks; their ids stay taken."""
        with self._store.lock:
            for event_id in [key for key, event in self._calendar.events.items() if event.cancelled]:
                self._calendar.purge(event_id)

    def cancel_instance(self, master_id: str, original_start: EventTime) -> None:
        """Deletes one occurrence of a series."""
        self.delete_event(recurrence.instance_id(master_id, as_event_time(original_start)))

    def edit_instance(self, master_id: str, original_start: EventTime, **fields: Any) -> Json:
        """Changes one occurrence of a series."""
        return self.edit_event(recurrence.instance_id(master_id, as_event_time(original_start)), **fields)

    def split_series(self, master_id: str, at: EventTime, **fields: Any) -> Json:
        """Changes "this and following": ends the series before the occurrence at `at`, returns the new one."""
        with self._store.lock:
            master = self._calendar.find(master_id)
            first = self._calendar.find(recurrence.instance_id(master_id, as_event_time(at))).body
            original = first["originalStartTime"]
            ids = [item["id"] for item in self._calendar.occurrences(master, instant_of(original, self.time_zone))]
            before, after = recurrence.cut_before(master.body["recurrence"], original, len(ids))
            for key, exception in self._calendar.exceptions(master_id).items():
                if key not in ids and not exception.cancelled:
                    self._calendar.delete(key)
            self._calendar.patch(master_id, {"recurrence": before})
            suffix = recurrence.instance_id(master_id, original).removesuffix("Z").partition("_")[2]
            names = {"iCalUID", "recurringEventId", "originalStartTime"}
            body = {key: value for key, value in first.items() if key not in names}
        start, end = fields.pop("start", body.pop("start")), fields.pop("end", body.pop("end"))
        summary = fields.pop("summary", body.pop("summary", ""))
        body |= fields
        return self.add_recurring(summary, start, end, after, **body | {"id": f"{master_id}_R{suffix}"})

    def share(self, email: str, role: str) -> None:
        """Gives an account access, or another role than it has."""
        with self._store.lock:
            self._calendar.roles[email] = role
            self._store.accounts[email].removed.discard(self.id)
            self._calendar.touch()

    def unshare(self, email: str) -> None:
        """Takes an account's access away; for it the calendar is not found any more."""
        with self._store.lock:
            del self._calendar.roles[email]
            self._store.accounts[email].removed.add(self.id)

    def transfer_to(self, email: str) -> None:
        """Makes another account the data owner; the former one stays a writer."""
        with self._store.lock:
            self._calendar.roles |= {self._calendar.data_owner: "writer", email: "owner"}
            self._calendar.data_owner = email
            self._calendar.touch()

    def rename(self, summary: str) -> None:
        with self._store.lock:
            self._calendar.summary = summary
            self._calendar.touch()

    def change_time_zone(self, zone: str) -> None:
        """The calendar's own zone (IANA); events keep their instants."""
        with self._store.lock:
            self._calendar.time_zone = zone
            self._calendar.touch()

    def hide_for(self, email: str) -> None:
        """Takes the calendar out of an account's visible list; its access stays."""
        with self._store.lock:
            self._store.accounts[email].hidden.add(self.id)

    def delete(self) -> None:
        """Deletes the calendar for everybody."""
        with self._store.lock:
            self._store.remove_calendar(self._calendar)

    def _change(self, action: Callable[[], Event], fields: Json) -> Json:
        """Performs a change; a person may also set what the API keeps to itself (organizer, creator, locked)."""
        with self._store.lock:
            event = action()
            own: Json = {key: fields[key] for key in ("organizer", "creator", "locked") if key in fields}
            event.body.update(own)
            return self._show(event)

    def _show(self, event: Event) -> Json:
        return event_resource(self._calendar, event, "owner")


class Person:
    """One account and what its owner sees."""

    def __init__(self, store: Store, account: Account) -> None:
        self._store = store
        self._account = account

    @property
    def email(self) -> str:
        return self._account.email

    @property
    def primary(self) -> PersonCalendar:
        return PersonCalendar(self._store, self._account.primary)

    @property
    def calendars(self) -> tuple[PersonCalendar, ...]:
        """All calendars of the account, the primary first."""
        with self._store.lock:
            return tuple(PersonCalendar(self._store, item) for item in self._store.calendars_of(self.email))

    def calendar(self, name: str) -> PersonCalendar:
        """The calendar with this id or title. ApiError 404 where there is none."""
        for calendar in self.calendars:
            if name in (calendar.id, calendar.summary):
                return calendar
        raise not_found()

    def add_calendar(
        self, summary: str, *, time_zone: str | None = None, created_by: str | None = None
    ) -> PersonCalendar:
        """A new secondary calendar. `created_by`: the OAuth client that counts as its maker, None for a person."""
        with self._store.lock:
            zone = time_zone or self._account.primary.time_zone
            calendar = self._store.add_calendar(self.email, summary, zone, created_by)
            return PersonCalendar(self._store, calendar)
