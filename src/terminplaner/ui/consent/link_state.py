"""How a link stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.domain.calendar_link import CalendarLink, LinkStatus
from terminplaner.ui.forms import paragraph
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.messages import describe_link, describe_status, show_instant
from terminplaner.ui.theme import Space

translate = QCoreApplication.translate

_LOOKS = {
    LinkStatus.OK: ("check-circle", "success"),
    LinkStatus.BUSY: ("sync", "info"),
    LinkStatus.OFFLINE: ("offline", "warning"),
    LinkStatus.QUOTA_PAUSE: ("pause", "warning"),
}
_NEEDS_ATTENTION = ("warning", "warning")


@dataclass(frozen=True, slots=True)
class LinkWords:
    """``icon`` and ``tone`` say the same as ``text``."""

    text: str
    icon: str
    tone: str


def link_words(link: CalendarLink | None, *, is_sync_on: bool, zone: tzinfo) -> LinkWords:
    """Times are shown in ``zone``."""
    if not is_sync_on:
        return LinkWords(
            translate(
                "LinkState",
                "Die Synchronisation ist ausgeschaltet. Einschalten: Filialverwaltung, Termine, „Mit Google "
                "Kalender synchronisieren“.",
            ),
            "info",
            "info",
        )
    if link is None:
        return LinkWords(translate("LinkState", "Mit keinem Google-Kalender verknüpft"), "link", "muted")
    icon, tone = _LOOKS.get(link.status, _NEEDS_ATTENTION)
    calendar = translate("LinkState", "Kalender „{name}“").format(name=link.calendar_name)
    if link.status is not LinkStatus.OK:
        sentence = describe_link(link, zone)
        return LinkWords(f"{calendar}: {describe_status(link.status)}. {sentence}".strip(), icon, tone)
    if link.last_success_at is None:
        return LinkWords(
            translate("LinkState", "{calendar}: verknüpft, noch nie abgeglichen").format(calendar=calendar),
            "link",
            "info",
        )
    done = translate("LinkState", "{calendar}: zuletzt abgeglichen {time}").format(
        calendar=calendar, time=show_instant(link.last_success_at, zone)
    )
    return LinkWords(
        ". ".join(filter(None, (done, describe_link(link, zone)))),
        icon,
        tone,
    )


class LinkState(QWidget):
    """An icon and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = StateIcon(18)
        self._text = paragraph()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_words(self, words: LinkWords) -> None:
        self._icon.show_icon(words.icon, words.tone)
        self._text.setText(words.text)
        self._text.setAccessibleName(words.text)
