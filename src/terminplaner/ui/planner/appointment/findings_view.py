"""What the planner says to an appointment while it is typed: warnings, and what runs at the same time."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.checks import Collision, Findings
from terminplaner.ui.banner import Banner
from terminplaner.ui.forms import announce, link_button, paragraph, set_role
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.messages import describe_code, describe_warning
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner.wording import spoken
from terminplaner.ui.theme import Space

_SHOWN_AT_MOST = 4
_ELIDE = Qt.TextElideMode.ElideRight
_CHARACTERS = 80


class FindingsView(QWidget):
    """Hidden while there is nothing to say."""

    showRequested = Signal(object)
    """The ``AppointmentRow`` that somebody wants to look at."""
    parallelRequested = Signal()
    """It is to lie over the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Collision, ...], ZoneInfo] | None = None
        self._warnings = Banner()
        self._collisions = QFrame()
        self._collisions.setProperty("role", "banner")
        self._icon = StateIcon(20)
        self._headline = paragraph()
        self._parallel = link_button(self.tr("Als Paralleltermin eintragen"))
        self._parallel.clicked.connect(self.parallelRequested)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._icon)
        head.addWidget(self._headline, 1)
        head.addWidget(self._parallel)
        inner = QVBoxLayout(self._collisions)
        inner.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        inner.setSpacing(Space.XS)
        inner.addLayout(head)
        inner.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._warnings)
        column.addWidget(self._collisions)
        self._collisions.hide()
        self.hide()

    def show_findings(self, findings: Findings, zone: ZoneInfo) -> None:
        """Times are said in ``zone``."""
        self._show_warnings(findings, zone)
        if (findings.collisions, zone) != self._shown:
            self._shown = findings.collisions, zone
            self._show_collisions(findings.collisions, zone)
        self.setVisible(bool(findings.warnings or findings.collisions or findings.refusals))

    def clear(self) -> None:
        self._shown = None
        self._warnings.close_message()
        self._collisions.hide()
        self.hide()

    def _show_warnings(self, findings: Findings, zone: ZoneInfo) -> None:
        said = [describe_code("outside_hours", {"reason": found}, zone) for found in findings.refusals]
        said += [describe_warning(warning, zone) for warning in findings.warnings]
        text = "\n".join(dict.fromkeys(said))
        if not text:
            self._warnings.close_message()
        elif text != self._warnings.text:
            self._warnings.show_message(text, "danger" if findings.refusals else "warning")

    def _show_collisions(self, collisions: tuple[Collision, ...], zone: ZoneInfo) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._collisions.setVisible(bool(collisions))
        if not collisions:
            return
        refused = [collision.resource.name for collision in collisions if collision.is_refused]
        if refused:
            text = self.tr("Kein Platz: {names} ist zu dieser Zeit schon belegt.").format(names=_quoted(refused))
        else:
            names = _quoted([collision.resource.name for collision in collisions])
            text = self.tr("Zur selben Zeit bei {names}:").format(names=names)
        self._parallel.setVisible(bool(refused))
        tone = "danger" if refused else "info"
        self._headline.setText(text)
        self._headline.setAccessibleName(text)
        self._icon.show_icon("error" if refused else "info", tone)
        set_role(self._collisions, "tone", tone)
        rows = {row.appointment.id: row for collision in collisions for row in collision.rows}
        for row in list(rows.values())[:_SHOWN_AT_MOST]:
            self._rows.addWidget(self._link(row, zone))
        if len(rows) > _SHOWN_AT_MOST:
            more = self.tr("und {count} weitere").format(count=len(rows) - _SHOWN_AT_MOST)
            self._rows.addWidget(paragraph(more))
        offered = self._parallel.text() if refused else ""
        announce(self, " ".join(part for part in (text, offered) if part))

    def _link(self, row: AppointmentRow, zone: ZoneInfo) -> QWidget:
        words = spoken(row, zone)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(words, _ELIDE, metrics.averageCharWidth() * _CHARACTERS)
        link = link_button(without_mnemonic(shown))
        link.setAccessibleName(words)
        link.setToolTip(self.tr("Im Plan zeigen"))
        link.clicked.connect(partial(self.showRequested.emit, row))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(Space.L, 0, 0, 0)
        line.addWidget(link)
        line.addStretch(1)
        return holder


def _quoted(names: list[str]) -> str:
    quoted = QCoreApplication.translate("planner", "„{name}“")
    return ", ".join(quoted.format(name=name) for name in dict.fromkeys(names))
