"""Terminerinnerung: telling the person who works here that an appointment is about to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.reminders import Reminder
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording
from terminplaner.ui.tasks import TaskRunner

_TOLD_KEY = "reminders/told"
_OFF_KEY = "reminders/off"
_SHOWN_KEY = "reminders/shown"
_LOOK_EVERY_MS = 15_000
_READ_EVERY = timedelta(minutes=1)
AGAIN_AFTER = timedelta(minutes=5)
"""When somebody is told once more who asked for it."""


class ReminderNotifier(QObject):
    """Each appointment is told once at a workstation, again only if it was put to another time.

    The database is asked once a minute, and when something changed; in between only the clock is looked at, which
    after a sleep of the computer has gone on as well.  What began meanwhile is not told any more.
    """

    told = Signal(str, object)
    """A sentence for the window, which names who comes, and the ``Reminder``s, the next one first."""
    opened = Signal(object)
    """A person clicked the notification of the desktop; the ``AppointmentRow`` that it told of."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        window_settings: QSettings,
        window: QWidget,
        shown_ids: Callable[[], Iterable[UUID]],
    ) -> None:
        """``window_settings`` remember across restarts what was told at this workstation, and to whom nothing.

        ``shown_ids`` are the resources that the plan shows, which remind whoever asked for that.
        """
        super().__init__(window)
        self._services, self._session, self._tasks = services, session, tasks
        self._window_settings = window_settings
        self._window = window
        self._shown_ids = shown_ids
        self._again: dict[str, datetime] = {}
        self._last_told: tuple[Reminder, ...] = ()
        self._upcoming: tuple[Reminder, ...] = ()
        self._read_at: datetime | None = None
        self._asked = 0
        self._has_stopped = False
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def is_on(self) -> bool:
        """Whether the person who is logged in wants to be reminded of the own appointments here."""
        return not self._is_among(_OFF_KEY)

    @property
    def is_on_for_shown(self) -> bool:
        """Whether that person wants to be reminded of those of all resources that the plan shows, too."""
        return self._is_among(_SHOWN_KEY)

    def turn(self, *, on: bool) -> None:
        self._keep_among(_OFF_KEY, is_among=not on)

    def turn_for_shown(self, *, on: bool) -> None:
        self._keep_among(_SHOWN_KEY, is_among=on)

    def tell_again(self) -> None:
        """Tell once more, after ``AGAIN_AFTER``, what was told last, unless it has begun by then."""
        wanted_at = self._services.clock.now() + AGAIN_AFTER
        self._again |= {_mark(item): wanted_at for item in self._last_told}

    def stop(self) -> None:
        """Tell nobody anything any more."""
        self._timer.stop()
        self._has_stopped = True
        self._asked += 1  # what is being read has nobody to be told to
        if self._tray is not None:
            self._tray.hide()

    def notice(self, change_set: ChangeSet | None) -> None:
        """Appointments were moved or cancelled; None may be anything."""
        if self._has_stopped:
            return
        if change_set is None or change_set.touches(Appointment) or change_set.touches(Resource):
            self._read()

    def look(self) -> None:
        """Tell what is due now; ask anew what is coming where the last answer is a minute old."""
        now = self._services.clock.now()
        if self._read_at is None or not timedelta() <= now - self._read_at < _READ_EVERY:
            self._read()
        else:
            self._tell_due(now)

    def _read(self) -> None:
        """Only the answer to the latest question counts."""
        is_on, shown = self.is_on, frozenset(self._shown_ids()) if self.is_on_for_shown else frozenset()
        if not is_on and not shown:
            self._upcoming = ()
            return
        self._asked += 1
        asked, reminders, actor = self._asked, self._services.reminders, self._session.actor
        self._read_at = self._services.clock.now()
        self._tasks.run(
            lambda: reminders.upcoming(actor, 2 * _READ_EVERY, shown, with_own=is_on),
            self,
            lambda found: self._on_read(found) if asked == self._asked else None,
            _wait_for_the_next,
        )

    def _on_read(self, upcoming: tuple[Reminder, ...]) -> None:
        self._upcoming = upcoming
        self._tell_due(self._services.clock.now())

    def _tell_due(self, now: datetime) -> None:
        told = set(str(self._window_settings.value(_TOLD_KEY, "")).split())
        live = {_mark(reminder) for reminder in self._upcoming}
        again = {mark for mark, wanted_at in self._again.items() if wanted_at <= now}
        due = [
            item
            for item in self._upcoming
            if item.due_at <= now < item.start_at and (_mark(item) not in told or _mark(item) in again)
        ]
        for mark in again:
            del self._again[mark]
        if due:
            # What is not coming any more need not be remembered.
            self._window_settings.setValue(_TOLD_KEY, " ".join(sorted((told & live) | set(map(_mark, due)))))
            self._tell(due, now)

    def _tell(self, due: list[Reminder], now: datetime) -> None:
        zone = self._session.branch.tz
        self._last_told = tuple(due)
        self.told.emit("\n".join(self._sentence(item, now, self._title(item)) for item in due), self._last_told)
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = self._tray or self._build_tray()
            tray.show()
            # The desktop may show it to whoever stands by, so it names nobody.
            kinds = (item.row.type.name if item.row.type else self.tr("Termin") for item in due)
            lines = (f"{wording.clock(item.start_at, zone)} {kind}" for item, kind in zip(due, kinds, strict=True))
            tray.showMessage(self.tr("Terminplaner"), "\n".join(lines), QSystemTrayIcon.MessageIcon.Information)

    def _sentence(self, item: Reminder, now: datetime, title: str) -> str:
        minutes = max(1, round((item.start_at - now) / timedelta(minutes=1)))
        clock = wording.clock(item.start_at, self._session.branch.tz)
        if minutes == 1:
            return self.tr("In einer Minute, {clock}: {title}").format(clock=clock, title=title)
        return self.tr("In {count} Minuten, {clock}: {title}").format(count=minutes, clock=clock, title=title)

    def _title(self, item: Reminder) -> str:
        """With whose it is, where that is somebody else's."""
        row = item.row
        if any(map(self._session.actor.owns, row.resources)):
            return title_of(row)
        return f"{title_of(row)}, {', '.join(resource.name for resource in row.resources)}"

    def _build_tray(self) -> QSystemTrayIcon:
        self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._tray.setToolTip(self.tr("Terminplaner: Terminerinnerung"))
        self._tray.messageClicked.connect(self._open)
        self._tray.activated.connect(lambda _reason: self._open())
        return self._tray

    def _open(self) -> None:
        if self._last_told:
            self.opened.emit(self._last_told[0].row)

    def _is_among(self, key: str) -> bool:
        """Whether the person who is logged in is one of those that ``key`` names."""
        return self._session.actor.user.id.hex in self._people(key)

    def _keep_among(self, key: str, *, is_among: bool) -> None:
        own = {self._session.actor.user.id.hex}
        people = self._people(key) | own if is_among else self._people(key) - own
        self._window_settings.setValue(key, " ".join(sorted(people)))
        self._read_at = None
        self.look()

    def _people(self, key: str) -> set[str]:
        return set(str(self._window_settings.value(key, "")).split())


def _mark(reminder: Reminder) -> str:
    """An appointment at its time."""
    return f"{reminder.row.appointment.id.hex}@{reminder.start_at:%Y%m%dT%H%M}"


def _wait_for_the_next(_error: TerminplanerError) -> None:
    """The database is away; the next minute asks again."""
