"""A day with 50 columns and 5,000 appointments on a screen of 1920x1080; measures how long painting takes.

Started as a process of its own, so that nothing else has warmed up or filled its memory.  Prints its figures as
JSON; times are in milliseconds of processor time, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.app import create_application
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window

_COLUMNS, _PER_COLUMN = 50, 100
_ZONE, _DAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
_SIZE = (1920, 1080)
_OVERVIEW = 0.4
"""The zoom at which all columns and all hours are in sight."""
_STEPS = 80


class TimedCanvas(PlannerCanvas):
    """Remembers its longest paint."""

    longest_ms = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        begin = time.thread_time()
        super().paintEvent(event)
        self.longest_ms = max(self.longest_ms, (time.thread_time() - begin) * 1000)


def crowded_day() -> Snapshot:
    chance = random.Random(7)
    kinds = [
        AppointmentType(UUID(int=1), "Refraktion", "#4a6fa5"),
        AppointmentType(UUID(int=2), "Anpassung", "#a54a4a"),
        AppointmentType(UUID(int=3), "Hörtest", "#4aa56f"),
        AppointmentType(UUID(int=4), "Abholung", "#a58a4a"),
    ]
    resources = tuple(
        Resource(UUID(int=100 + number), f"Kabine {number}", color="#cc3300", capacity=10)
        for number in range(_COLUMNS)
    )
    rows: list[AppointmentRow] = []
    for resource in resources:
        for number in range(_PER_COLUMN):
            minute = 7 * 60 + 5 * chance.randrange(140)
            start_at = at_local(datetime.combine(_DAY, datetime.min.time()) + timedelta(minutes=minute), _ZONE)
            when = Timed(start_at, start_at + timedelta(minutes=chance.choice((15, 30, 45))))
            key = UUID(int=1_000_000 + len(rows))
            appointment = Appointment(key, UUID(int=1), when, (resource.id,), text=f"Kunde {number}")
            rows.append(AppointmentRow(appointment, (resource,), chance.choice(kinds), None, None, _ZONE))
    window = Window(Mode.DAY, _DAY, _ZONE, tuple(resource.id for resource in resources))
    span = window.interval
    return take_snapshot(window, Plan(span.start_at, span.end_at, resources, tuple(rows), {}, {}, {}))


def finish(canvas: TimedCanvas, application: QApplication) -> None:
    """Wait until everything in sight is there in full."""
    while not canvas.tiles.is_complete:
        application.processEvents()


def measured(canvas: TimedCanvas, application: QApplication, step: Callable[[int], object]) -> list[float]:
    """The longest paint of each step, 0 where it painted none; after each the event loop does what it has to."""
    longest = []
    for number in range(_STEPS):
        canvas.longest_ms = 0.0
        step(number)
        application.processEvents()
        longest.append(canvas.longest_ms)
    return longest


def main() -> None:
    application = create_application(["terminplaner"])
    snapshot = crowded_day()
    now = at_local(datetime.combine(_DAY, datetime.min.time()) + timedelta(hours=10), _ZONE)
    begin = time.thread_time()
    canvas = TimedCanvas(Snapshot.empty(snapshot.window), now)
    canvas.resize(*_SIZE)
    canvas.set_zoom(_OVERVIEW)
    canvas.show_snapshot(snapshot)
    canvas.show()
    application.processEvents()
    finish(canvas, application)
    opened_ms = (time.thread_time() - begin) * 1000
    opening = [canvas.longest_ms]
    visible = sum(len(blocks) for blocks in snapshot.blocks)

    def repaint(_number: int) -> None:
        canvas.viewport().update()

    plain = measured(canvas, application, repaint)

    box, _ = canvas.board.boxes(3)[20]
    held = QPointF(box.x + box.width / 2, box.y + 6) - canvas.offset
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=held.toPoint())
    dragging = measured(
        canvas,
        application,
        lambda number: QTest.mouseMove(canvas.viewport(), held.toPoint() + QPoint(9 * number, 4 * number)),
    )
    canvas.put_down()
    zooming = measured(
        canvas, application, lambda number: canvas.zoom_by(0.5 if number < _STEPS / 2 else -0.5, 500)
    )
    canvas.set_zoom(1.0)
    finish(canvas, application)

    def scroll(number: int) -> None:
        canvas.horizontalScrollBar().setValue(40 * number)
        canvas.verticalScrollBar().setValue(25 * number)

    scrolling = measured(canvas, application, scroll)
    figures = {
        "visible": visible,
        "columns": canvas.board.grid.columns,
        "opened_ms": opened_ms,
        "tile_megabytes": canvas.tiles.bytes / 1e6,
        "opening": opening,
        "plain": plain,
        "dragging": dragging,
        "zooming": zooming,
        "scrolling": scrolling,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
