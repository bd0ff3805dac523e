"""The window in which people look at what will be printed, before it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.ui.banner import Banner
from terminplaner.ui.forms import button, primary_button, section_title
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.printing.options import PrintOptions
from terminplaner.ui.printing.output import (
    Document,
    Printout,
    lay_out_document,
    page_layout,
    send_to_printer,
    write_pdf,
)
from terminplaner.ui.printing.pages_view import PagesView
from terminplaner.ui.printing.sheet import Sheet
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.window_place import resize_within_screen

_SIZE = (980, 760)
_OPTIONS_WIDTH = 260


class PreviewDialog(QDialog):
    """Reading, laying out and printing happen beside the GUI thread."""

    prepared = Signal()
    """The preview shows what is wished for."""
    printed = Signal()
    """The pages are on their way to the printer, or in their file."""

    def __init__(self, options: PrintOptions, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("{title} drucken").format(title=options.title))
        resize_within_screen(self, *_SIZE)
        self._options = options
        self._tasks = tasks
        self._printout: Printout | None = None
        self._is_preparing = False
        self._is_wanted_again = False
        self._banner = Banner()
        self._view = PagesView()
        self._page = plain_label()
        self._previous = IconButton("chevron-up", self.tr("Vorige Seite"))
        self._next = IconButton("chevron-down", self.tr("Nächste Seite"))
        self._print = primary_button(self.tr("&Drucken …"))
        self._pdf = button(self.tr("Als &PDF speichern …"))
        self._close = button(self.tr("&Schließen"))
        self._lay_out()
        self._options.changed.connect(self._prepare)
        self._view.pageTurned.connect(self._on_page_turned)
        self._previous.clicked.connect(lambda: self._view.turn_to(self._view.current_page - 1))
        self._next.clicked.connect(lambda: self._view.turn_to(self._view.current_page + 1))
        self._print.clicked.connect(self._choose_printer)
        self._pdf.clicked.connect(self._choose_file)
        self._close.clicked.connect(self.reject)
        self._allow(is_ready=False)
        self._prepare()

    @property
    def printout(self) -> Printout | None:
        """What the preview shows, None until it is ready."""
        return self._printout

    # -- building

    def _lay_out(self) -> None:
        pages = QHBoxLayout()
        pages.addWidget(self._previous)
        pages.addWidget(self._next)
        pages.addWidget(self._page, 1)
        side = QVBoxLayout()
        side.setSpacing(Space.M)
        side.addWidget(section_title(self._options.title))
        side.addWidget(self._options)
        side.addLayout(pages)
        side.addStretch(1)
        for part in (self._print, self._pdf, self._close):
            side.addWidget(part)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(max(_OPTIONS_WIDTH, holder.sizeHint().width()))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._view, 1)
        row.addWidget(holder)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self._banner)
        self._print.setDefault(True)
        self._view.setFocus()

    def _allow(self, *, is_ready: bool) -> None:
        for part in (self._print, self._pdf):
            part.setEnabled(is_ready)

    # -- preparing

    def _prepare(self) -> None:
        """Read and lay out; wishes that come meanwhile lead to one more preparation."""
        if self._is_preparing:
            self._is_wanted_again = True
            return
        self._is_preparing, self._is_wanted_again = True, False
        read, sheet, family = self._options.reader(), self._options.sheet, QFont().family()

        def work() -> tuple[Document, Printout]:
            document: Document = read()
            return document, lay_out_document(document, sheet, family)

        self._tasks.run(work, self, self._on_prepared, self._on_failed)

    def _on_prepared(self, prepared: tuple[Document, Printout]) -> None:
        self._is_preparing = False
        if self._is_wanted_again:
            self._prepare()
            return
        document, printout = prepared
        self._printout = printout
        self._options.learn(document)
        self._banner.close_message()
        self._view.show_printout(printout)
        self._allow(is_ready=True)
        self.prepared.emit()

    def _on_failed(self, error: TerminplanerError) -> None:
        self._is_preparing = False
        self._show_error(error)
        if self._is_wanted_again:
            self._prepare()

    def _on_page_turned(self, page: int, count: int) -> None:
        self._page.setText(self.tr("Seite {page} von {count}").format(page=page, count=count))
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count and not self._view.is_at_end)

    # -- printing

    def _choose_printer(self) -> None:
        if self._printout is None:
            return
        printer = new_printer(self._printout.sheet)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._printout.pages))
        dialog.accepted.connect(partial(self.print_on, printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print what the preview shows."""
        printout = self._printout
        if printout is not None:
            self._tasks.run(lambda: send_to_printer(printout, printer), self, self._on_printed, self._show_error)

    def _on_printed(self, _nothing: None) -> None:
        self._banner.show_message(self.tr("An den Drucker übergeben."), "success")
        self.printed.emit()

    def _choose_file(self) -> None:
        if self._printout is None:
            return
        dialog = QFileDialog(self, self.tr("Als PDF speichern"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-Dateien (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._printout.name}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write what the preview shows as PDF."""
        printout = self._printout
        if printout is not None:
            self._tasks.run(
                lambda: write_pdf(printout, target), self, partial(self._on_saved, target), self._show_error
            )

    def _on_saved(self, target: Path, _nothing: None) -> None:
        self._banner.show_message(self.tr("Gespeichert in „{path}“.").format(path=target), "success")
        self.printed.emit()

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))


def new_printer(sheet: Sheet) -> QPrinter:
    """The standard printer with that paper in it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(sheet))
    printer.setFullPage(True)
    return printer
