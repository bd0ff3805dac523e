"""Terminerinnerung: telling the person who works here that an own appointment is about to begin."""

from __future__ import annotations

from datetime import datetime, timedelta

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
_LOOK_EVERY_MS = 15_000
_READ_EVERY = timedelta(minutes=1)


class ReminderNotifier(QObject):
    """Each appointment is told once at a workstation, again only if it was put to another time.

    The database is asked once a minute, and when something changed; in between only the clock is looked at, which
    after a sleep of the computer has gone on as well.  What began meanwhile is not told any more.
    """

    told = Signal(str)
    """A sentence for the window, which names who comes."""
    opened = Signal()
    """A person clicked the notification of the desktop."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        window_settings: QSettings,
        window: QWidget,
    ) -> None:
        """``window_settings`` remember across restarts what was told at this workstation, and to whom nothing."""
        super().__init__(window)
        self._services, self._session, self._tasks = services, session, tasks
        self._window_settings = window_settings
        self._window = window
        self._upcoming: tuple[Reminder, ...] = ()
        self._read_at: datetime | None = None
        self._asked = 0
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def is_on(self) -> bool:
        """Whether the person who is logged in wants to be reminded here."""
        return self._session.actor.user.id.hex not in self._people_without()

    def turn(self, *, on: bool) -> None:
        people = self._people_without() - {self._session.actor.user.id.hex}
        if not on:
            people |= {self._session.actor.user.id.hex}
        self._window_settings.setValue(_OFF_KEY, " ".join(sorted(people)))
        self._read_at = None
        self.look()

    def notice(self, change_set: ChangeSet | None) -> None:
        """Appointments were moved or cancelled; None may be anything."""
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
        if not self.is_on:
            self._upcoming = ()
            return
        self._asked += 1
        asked, reminders, actor = self._asked, self._services.reminders, self._session.actor
        self._read_at = self._services.clock.now()
        self._tasks.run(
            lambda: reminders.upcoming(actor, 2 * _READ_EVERY),
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
        due = [item for item in self._upcoming if item.due_at <= now < item.start_at and _mark(item) not in told]
        if due:
            # What is not coming any more need not be remembered.
            self._window_settings.setValue(_TOLD_KEY, " ".join(sorted((told & live) | set(map(_mark, due)))))
            self._tell(due, now)

    def _tell(self, due: list[Reminder], now: datetime) -> None:
        zone = self._session.branch.tz
        self.told.emit("\n".join(self._sentence(item, now, title_of(item.row)) for item in due))
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

    def _build_tray(self) -> QSystemTrayIcon:
        self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._tray.setToolTip(self.tr("Terminplaner: Terminerinnerung"))
        self._tray.messageClicked.connect(self.opened)
        self._tray.activated.connect(lambda _reason: self.opened.emit())
        return self._tray

    def _people_without(self) -> set[str]:
        return set(str(self._window_settings.value(_OFF_KEY, "")).split())


def _mark(reminder: Reminder) -> str:
    """An appointment at its time."""
    return f"{reminder.row.appointment.id.hex}@{reminder.start_at:%Y%m%dT%H%M}"


def _wait_for_the_next(_error: TerminplanerError) -> None:
    """The database is away; the next minute asks again."""
