"""The little that a palette cannot say: corners, padding, and which button is the main one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from terminplaner.ui.assets import asset

_SHEET = """
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }

QPushButton { background: @surface; color: @text; border: 1px solid @border_strong; border-radius: 6px;
    padding: 5px 14px; }
QPushButton:hover { background: @selection; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:disabled { color: @faint; border-color: @border; background: @window; }
QPushButton:default, QPushButton[role="primary"] { background: @accent; color: @on_accent;
    border: 1px solid @accent; }
QPushButton[role="primary"] { font-weight: 600; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: @accent_hover; }
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled { background: @border; color: @faint;
    border-color: @border; }
QPushButton[role="danger"] { color: @danger; border-color: @danger; }
QPushButton[role="danger"]:default, QPushButton[role="danger"]:hover { background: @danger_ground; }
QPushButton[role="danger"]:disabled { color: @faint; border-color: @border; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @accent;
    padding: 3px 6px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:disabled { color: @faint; text-decoration: none; }
QPushButton[role="link"]:focus { border: 2px solid @accent; padding: 2px 5px; }

QPushButton[role="float"] { background: @raised; color: @accent; border: 1px solid @border_strong;
    border-radius: 11px; padding: 2px 12px; font-weight: 600; }
QPushButton[role="float"]:focus { border: 2px solid @accent; padding: 1px 11px; }
QPushButton[role="title"] { background: transparent; border: 1px solid transparent; padding: 4px 7px;
    text-align: left; }
QPushButton[role="title"]:hover { background: @selection; }
QPushButton[role="title"]:focus { border: 2px solid @accent; padding: 3px 6px; }

QPushButton[role="status"] { background: transparent; border: 1px solid transparent; color: @text;
    padding: 3px 8px; text-align: left; }
QPushButton[role="status"]:hover { background: @selection; }
QPushButton[role="status"]:focus { border: 2px solid @accent; padding: 2px 7px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @selection; }
QToolButton:pressed, QToolButton:checked { background: @border; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="field"] { border: none; border-radius: 4px; padding: 0; }
QToolButton[role="cell"] { border-radius: 5px; padding: 3px 0; color: @text; }
QToolButton[role="cell"][tone="muted"] { color: @muted; }
QToolButton[role="cell"]:checked { background: @accent; border-color: @accent; color: @on_accent; }
QToolButton[role="cell"]:focus { border: 2px solid @accent; padding: 2px 0; }
QToolButton[role="cell"]:checked:focus { border: 2px solid @text; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: @surface; color: @text;
    border: 1px solid @border_strong; border-radius: 5px; padding: 3px 6px;
    selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 1.35em; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 2px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: @window; color: @faint; border-color: @border; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @window; border-color: @border; }
QAbstractItemView QLineEdit { border-radius: 0; padding: 0 2px; }
QAbstractSpinBox { padding: 2px 22px 1px 6px; }
QAbstractSpinBox:focus { padding: 1px 21px 0 5px; }
QAbstractSpinBox[unreadable="true"] { border: 2px solid @danger; color: @danger; padding: 1px 21px 0 5px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(@icons/field-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border_strong; padding: 2px; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px; border: none;
    background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @selection; }
QAbstractSpinBox::up-arrow { image: url(@icons/field-up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(@icons/field-down.svg); width: 10px; height: 10px; }
TimeField::up-arrow, TimeField::down-arrow { image: none; }
TimeField::up-button:hover, TimeField::down-button:hover { background: transparent; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; subcontrol-origin: border;
    subcontrol-position: center right; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(@icons/field-down.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px 0; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 15px; height: 15px;
    border: 1px solid @border_strong; background: @surface; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: @selection; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent;
    image: url(@check); }
QRadioButton::indicator:checked { background: @surface; border: 5px solid @accent; width: 7px; height: 7px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; width: 13px; height: 13px; }
QCheckBox::indicator:checked:focus { border-color: @text; }
QRadioButton::indicator:checked:focus { border: 5px solid @text; width: 7px; height: 7px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }
QCheckBox::indicator:checked:disabled { background: @faint; border-color: @faint; }

QTableView, QTreeView, QListView { background: @surface; alternate-background-color: @raised; color: @text;
    border: 1px solid @border; border-radius: 6px; gridline-color: @grid; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent; }
QTableView::item, QTreeView::item, QListView::item { padding: 3px 6px; }
QListView#sections, QListView#sections:focus { background: transparent; border: 1px solid transparent; }
QListView#sections::item { padding: 7px 10px; border-radius: 6px; margin-bottom: 2px; }
QListView#sections::item:hover { background: @border; }
QListView#sections::item:selected { background: @selection; color: @text; }
QListView#sections::item:selected:focus { border: 1px solid @accent; }
QTableView::item:disabled, QTreeView::item:disabled, QListView::item:disabled { color: @muted; }
QHeaderView { background: @surface; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 6px 8px; font-weight: 600; text-align: left; }
QTableCornerButton::section { background: @surface; border: none; }

QGroupBox { background: @surface; border: 1px solid @border; border-radius: 8px; margin-top: 1.5em;
    padding: 10px 12px 12px 12px; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: 2px; padding: 0 2px;
    color: @text; font-weight: 600; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 3px solid transparent;
    padding: 8px 14px 6px 14px; margin-right: 2px; }
QTabBar::tab:hover { color: @text; background: @selection; border-top-left-radius: 6px;
    border-top-right-radius: 6px; }
QTabBar::tab:selected { color: @accent; border-bottom: 3px solid @accent; font-weight: 600; }
QTabBar::tab:focus { background: @selection; }
QTabBar#views::tab:first, QTabBar#views::tab:only-one { margin-left: 8px; }

QCalendarWidget { background: @surface; border: 1px solid @border_strong; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { color: @text; font-weight: 600; }
QCalendarWidget QAbstractItemView { border: none; }
QCalendarWidget QTableView::item { padding: 0; }

QMenuBar { background: @surface; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }

QStatusBar { background: @surface; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border_strong; border: 3px solid transparent; border-radius: 6px;
    background-clip: padding; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @border; border: none; border-radius: 4px; max-height: 8px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }

QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[role="popup"] { background: @surface; border: 1px solid @border_strong; }
QFrame[role="inset"] { background: @window; border: 1px solid @border; border-radius: 6px; }
QFrame[role="banner"] { border-radius: 6px; }
QFrame[tone="danger"] { background: @danger_ground; border: 1px solid @danger; }
QFrame[tone="warning"] { background: @warning_ground; border: 1px solid @warning; }
QFrame[tone="success"] { background: @success_ground; border: 1px solid @success; }
QFrame[tone="info"] { background: @info_ground; border: 1px solid @info; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="danger"] { color: @danger; }
QLabel[role="warning"] { color: @warning; }
"""


def stylesheet(colors: Mapping[str, QColor], *, is_dark: bool) -> str:
    """The application's style sheet in the colors of these tokens."""
    icons = asset("icons")
    values = {name: color.name() for name, color in colors.items()} | {
        "icons": icons.as_posix(),
        "check": (icons / ("field-check-dark.svg" if is_dark else "field-check-light.svg")).as_posix(),
    }
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):  # accent_hover before accent
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet
