"""A tab of Administration that is a table with the form of the chosen entry below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminplaner.ui.administration.entry_editor import E, EntryEditor
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.forms import lines, scroll_area, section_title, small_print
from terminplaner.ui.theme import Space

_ROWS = 6
"""So many lines of the table are always seen."""


def lay_out_below(
    editor: EntryEditor[E],
    tab: QWidget,
    hint: str,
    table: EntryTable,
    title: str,
    form: QWidget,
    *,
    can_arrange: bool,
) -> None:
    """A table over the form of the chosen row; ``title`` stands above the form."""
    table.setMinimumHeight(lines(table, _ROWS))
    table.currentCellChanged.connect(editor.choose)
    lower = QWidget()
    inner = QVBoxLayout(lower)
    inner.setContentsMargins(0, 0, Space.M, 0)
    inner.addWidget(section_title(title))
    inner.addWidget(form, 1)
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addLayout(editor.head(can_arrange=can_arrange))
    column.addWidget(small_print(hint))
    column.addWidget(table, 1)
    column.addWidget(scroll_area(lower), 2)
    column.addWidget(editor.banner)
    column.addWidget(editor.bar)
