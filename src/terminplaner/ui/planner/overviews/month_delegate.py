"""How the days of a month are painted: what is chosen in them, and what is in the hand above them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from terminplaner.ui.planner.overviews.month import MonthSheet
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld
from terminplaner.ui.planner.overviews.month_grid import MonthGrid
from terminplaner.ui.planner.overviews.month_hand import MonthHand
from terminplaner.ui.planner.overviews.month_painting import held_areas, lay_out_cell, paint_cell, paint_held
from terminplaner.ui.planner.overviews.month_table import Index
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.selection import Selection


class MonthDelegate(QStyledItemDelegate):
    """Paints a day at a time, and no more of them anew than a change touches: a crowded month takes long."""

    def __init__(self, grid: MonthGrid, chosen: Chosen, hand: MonthHand) -> None:
        super().__init__(grid)
        self._grid = grid
        self._chosen = chosen
        self._hand = hand
        self._shows_customers = False
        self._customer_id: UUID | None = None
        self._answered: tuple[MonthSheet, UUID | None, UUID | None] | None = None
        chosen.changed.connect(self._on_chosen)
        hand.changed.connect(self._on_held)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, cell = self._grid, self._grid.table.cell_at(index)
        if cell is None:
            return
        area = QRectF(option.rect)
        paint_cell(
            painter,
            lay_out_cell(cell, area, grid.look),
            grid.look,
            today=grid.today,
            selected=self._chosen.selection.ids,
            leaving=self._hand.held.leaving,
            customer_id=self._marked_customer() if self._shows_customers else None,
        )
        if index == grid.currentIndex() and grid.hasFocus():
            painter.setPen(QPen(grid.look.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def show_customers(self, is_shown: bool) -> None:
        """Mark the appointments of the customer who is booked for, or else of the one whose one is selected."""
        self._shows_customers = is_shown

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, or nobody in particular."""
        self._customer_id = customer_id
        self._grid.viewport().update()

    def _marked_customer(self) -> UUID | None:
        """Asked for each day that is painted, so what is selected is looked up but once."""
        if self._customer_id is not None:
            return self._customer_id
        asked = self._grid.sheet, self._chosen.current_id
        if self._answered is None or self._answered[0] is not asked[0] or self._answered[1] != asked[1]:
            self._answered = *asked, self._chosen.customer_id
        return self._answered[2]

    def paint_held(self) -> None:
        """What is in the hand, above the days."""
        if self._hand.held.target is None:
            return
        viewport, grid = self._grid.viewport(), self._grid
        painter = QPainter(viewport)
        view = QRectF(viewport.rect())
        paint_held(painter, self._hand.held, grid.areas(), view, grid.sheet.window, grid.look)
        painter.end()

    def _on_chosen(self, before: Selection, chosen: Selection) -> None:
        if self._shows_customers:
            self._grid.viewport().update()
            return
        touched = before.ids ^ chosen.ids
        for cell in self._grid.sheet.cells:
            if any(row.appointment.id in touched for row in cell.rows):
                self._grid.viewport().update(self._grid.area_of(cell.day).toRect())

    def _on_held(self, before: MonthHeld, held: MonthHeld) -> None:
        """Where something was held and where it is, and where it leaves."""
        grid, viewport = self._grid, self._grid.viewport()
        if before.leaving or held.leaving:
            viewport.update()
            return
        view = QRectF(viewport.rect())
        for state in (before, held):
            for area in held_areas(state, grid.areas(), view, grid.sheet.window, grid.look):
                viewport.update(area.toAlignedRect().adjusted(-2, -2, 2, 2))
