"""Documents on their way out: laid out, written as PDF, sent to a printer.  May be used in any thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from terminplaner.domain.errors import TerminplanerError
from terminplaner.ui.printing.sheet import Measure, Page, Sheet
from terminplaner.ui.printing.typesetting import PaperType, paint_page

_POINTS_PER_INCH = 72
_PDF_DPI = 1200


class Document(Protocol):
    """A day list, a week plan or a slip."""

    @property
    def name(self) -> str:
        """The name of a file or of a job in a printer's queue."""

    def pages(self, sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
        """Laid out on ``sheet``; at least one page."""


@dataclass(frozen=True, slots=True)
class Printout:
    """A document laid out on a paper, in the type it was measured with (``family``)."""

    name: str
    sheet: Sheet
    pages: tuple[Page, ...]
    family: str


def lay_out_document(document: Document, sheet: Sheet, family: str) -> Printout:
    return Printout(document.name, sheet, document.pages(sheet, PaperType(family)), family)


def write_pdf(printout: Printout, target: Path) -> None:
    """Replace ``target`` once everything is written; raise ``TerminplanerError`` (code ``file_not_writable``)."""
    file = QSaveFile(str(target))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise TerminplanerError("file_not_writable", path=str(target))
    writer = QPdfWriter(file)
    writer.setTitle(printout.name)
    writer.setCreator("Terminplaner")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(page_layout(printout.sheet))
    painter = QPainter(writer)
    paper_type = PaperType(printout.family)
    for number, page in enumerate(printout.pages):
        if number:
            writer.newPage()
        paint_page(page, painter, _PDF_DPI / _POINTS_PER_INCH, paper_type)
    painter.end()
    if not file.commit():
        raise TerminplanerError("file_not_writable", path=str(target))


def send_to_printer(printout: Printout, printer: QPrinter) -> None:
    """Print the pages that were chosen in the printer's dialog, all where none were.

    Raise ``TerminplanerError`` (code ``printer_refused``) where the printer does not begin.
    """
    printer.setDocName(printout.name)
    first, last = printer.fromPage() or 1, printer.toPage() or len(printout.pages)
    painter = QPainter()
    if not printer.isValid() or not painter.begin(printer):
        raise TerminplanerError("printer_refused", name=printer.printerName())
    paper_type = PaperType(printout.family)
    for number, page in enumerate(printout.pages[first - 1 : last]):
        if number:
            printer.newPage()
        paint_page(page, painter, printer.resolution() / _POINTS_PER_INCH, paper_type)
    painter.end()


def page_layout(sheet: Sheet) -> QPageLayout:
    """The paper as Qt knows it; its own margins are zero, because ours are in ``sheet``."""
    short, long = sorted((sheet.width, sheet.height))
    sideways = QPageLayout.Orientation.Landscape if sheet.is_landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, sheet.name, QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(size, sideways, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
