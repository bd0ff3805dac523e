"""What the sync keeps of an event (JSON-able shared fields), as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.when import AllDay, Timed
from terminplaner.ui.messages import show_when

translate = QCoreApplication.translate


def show_title(fields: Mapping[str, Any]) -> str:
    return str(fields.get("title") or translate("SharedFields", "(ohne Titel)"))


def show_when_of(fields: Mapping[str, Any], zone: tzinfo) -> str:
    """The time of an event; empty where the fields hold none."""
    start, end = fields.get("start"), fields.get("end")
    if not isinstance(start, str) or not isinstance(end, str):
        return ""
    if "T" in start:
        return show_when(Timed(datetime.fromisoformat(start), datetime.fromisoformat(end)), zone)
    return show_when(AllDay(date.fromisoformat(start), date.fromisoformat(end)), zone)
