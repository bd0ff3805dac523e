"""Kalenderperiode: up to where endless series are made, and the way to carry that on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.calendar_period import Extension
from terminplaner.services.permissions import Right
from terminplaner.services.series_days import LONGEST_YEARS
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import (
    add_field,
    button,
    form_layout,
    limit_width,
    paragraph,
    primary_button,
    section_title,
    small_print,
)
from terminplaner.ui.messages import describe, show_when
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NAMED_AT_MOST = 10
_WIDTH = 420


class CalendarPeriodTab(QWidget):
    """Shows the last day; administrators move it on, never back."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._until_on: date | None = None
        self._banner = Banner()
        self._state = section_title("")
        self._state.setWordWrap(True)
        self._over = paragraph(
            self.tr(
                "Das Programm trägt sie nicht mehr von selbst vor, damit keine längst beendete Serie wieder "
                "auflebt. Wer sie weiterführen möchte, trägt sie hier vor."
            )
        )
        self._over.hide()
        self._kept_ahead = paragraph()
        self._extend = button(self.tr("Kalenderperiode &vortragen …"))
        self._extend.setEnabled(False)
        self._extend.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.addWidget(self._extend)
        line.addStretch(1)
        hint = small_print(
            self.tr(
                "Serien ohne Ende bestehen aus einzelnen Terminen bis zu diesem Tag; die erste reicht ein Jahr "
                "voraus. Beim Vortragen kommen "
                "die weiteren hinzu; Feiertage und belegte Zeiten werden ausgelassen. Bleibt weniger als ein "
                "halbes Jahr, trägt das Programm sie von selbst um ein Jahr vor. Zurücknehmen lässt sich die "
                "Kalenderperiode nicht."
            )
        )
        limit_width(hint, self._state, self._over, self._kept_ahead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._state)
        column.addWidget(self._banner)
        column.addWidget(self._over)
        column.addWidget(self._kept_ahead)
        column.addWidget(hint)
        column.addLayout(line)
        column.addStretch(1)

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or change_set.touches(ChainSettings):
            settings, period = self._services.settings, self._services.calendar_period
            self._tasks.run(lambda: (settings.load(), period.last_kept_ahead()), self, self._on_loaded)

    @property
    def is_dirty(self) -> bool:
        return False

    def _on_loaded(self, answer: tuple[ChainSettings, Extension | None]) -> None:
        settings, kept_ahead = answer
        self._until_on = settings.calendar_period_until_on
        if self._until_on is None:
            text = self.tr("Es gibt noch keine Serie ohne Ende.")
        elif self._until_on < self._today():
            text = self.tr("Serien ohne Ende reichten bis {day}.")
        else:
            text = self.tr("Serien ohne Ende reichen bis {day}.")
        self._state.setText(text.format(day=f"{self._until_on:%d.%m.%Y}" if self._until_on else ""))
        self._over.setVisible(self._until_on is not None and self._until_on < self._today())
        self._extend.setEnabled(self._session.actor.has(Right.MANAGE_SETTINGS))
        self._kept_ahead.setVisible(kept_ahead is not None)
        if kept_ahead is not None and kept_ahead.change_set is not None:
            zone = self._session.branch.tz
            text = self.tr("Zuletzt von selbst vorgetragen am {at} bis {day}: {count} Termine angelegt.").format(
                at=f"{kept_ahead.change_set.at.astimezone(zone):%d.%m.%Y}",
                day=f"{kept_ahead.until_on:%d.%m.%Y}",
                count=kept_ahead.booked,
            )
            self._kept_ahead.setText("\n".join((text, *self._left_out(kept_ahead))))

    def _today(self) -> date:
        return self._services.clock.now().astimezone(self._session.branch.tz).date()

    def _ask(self) -> None:
        today = self._today()
        dialog = CalendarPeriodDialog(max(self._until_on or today, today), today, self)
        dialog.chosen.connect(self._run)
        dialog.open()

    def _run(self, until_on: date) -> None:
        self._banner.close_message()
        self._extend.setEnabled(False)
        period, actor = self._services.calendar_period, self._session.actor
        self._tasks.run(lambda: period.extend(actor, until_on), self, self._on_extended, self._on_refused)

    def _on_extended(self, extension: Extension) -> None:
        parts = [
            self.tr("Vorgetragen bis {day}: {count} Termine angelegt.").format(
                day=f"{extension.until_on:%d.%m.%Y}", count=extension.booked
            )
        ]
        parts += self._left_out(extension)
        self._banner.show_message("\n".join(parts), "warning" if extension.left_out else "success")
        self.refresh(None)

    def _left_out(self, extension: Extension) -> tuple[str, ...]:
        """The sentence on the days that had no room; none where all had."""
        if not extension.left_out:
            return ()
        zone = self._session.branch.tz
        named = "; ".join(show_when(item.when, zone) for item in extension.left_out[:_NAMED_AT_MOST])
        sentence = self.tr("Kein Platz war an {count} Tagen: {days}")
        return (sentence.format(count=len(extension.left_out), days=named),)

    def _on_refused(self, error: TerminplanerError) -> None:
        self._extend.setEnabled(True)
        self._banner.show_message(describe(error))


class CalendarPeriodDialog(QDialog):
    """Opened with ``open()``."""

    chosen = Signal(object)
    """The ``date`` up to which the period is carried on."""

    def __init__(self, present: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kalenderperiode"))
        self._until = DateField()
        earliest = QDate(present.year, present.month, present.day).addDays(1)
        self._until.setDateRange(earliest, QDate(today.year, today.month, today.day).addYears(LONGEST_YEARS))
        self._until.setDate(earliest.addDays(-1).addYears(1))
        form = form_layout()
        hint = self.tr("Später als {day} und höchstens {years} Jahre voraus.").format(
            day=f"{present:%d.%m.%Y}", years=LONGEST_YEARS
        )
        add_field(form, self.tr("&Vortragen bis:"), self._until, hint)
        leave, confirm = button(self.tr("Abbrechen")), primary_button(self.tr("Vortragen"))
        confirm.setDefault(True)
        leave.clicked.connect(self.reject)
        confirm.clicked.connect(self._on_confirmed)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(form)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _on_confirmed(self) -> None:
        until = self._until.date()
        self.accept()
        self.chosen.emit(date(until.year(), until.month(), until.day()))
