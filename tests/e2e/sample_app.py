"""A throw-away window with one of everything, on which the driver of this folder is proven."""

import sys

from PySide6.QtCore import QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

ROWS = [("Thor Schuss", "01 Stuttgart"), *((f"Kabine {number}", "01 Stuttgart") for number in range(1, 61))]


class Canvas(QWidget):
    """A painted area that counts what mouse and keyboard do to it, in its accessible description."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kalenderfläche")
        self.setMinimumSize(300, 120)
        self._from = QPointF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.darkCyan)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved = event.position() - self._from
        self.setAccessibleDescription(f"gezogen um {moved.x():.0f}, {moved.y():.0f}")


class Window(QMainWindow):
    """Two tabs: a form with dialogs, and a list of resources."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Muster")
        self.resize(900, 700)
        self._opened = 0
        self._status = QLabel("Bereit")
        tabs = QTabWidget()
        tabs.addTab(self._form(), "Eingabe")
        tabs.addTab(self._resources(), "Administration")
        self.setCentralWidget(tabs)
        QShortcut("Ctrl+Z", self, lambda: self._status.setText("rückgängig"))
        self.menuBar().addMenu("&Datei").addAction("&Info", self._show_info)
        self.statusBar().addWidget(self._status)
        dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self.statusBar().addPermanentWidget(QLabel("dunkel" if dark else "hell"))

    def _form(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        name = QLineEdit()
        form.addRow("Be&zeichnung:", name)
        echo = QLabel()
        name.textChanged.connect(lambda text: echo.setText(f"Hallo {text}"))
        form.addRow(echo)
        comment = QPlainTextEdit()
        comment.setMaximumHeight(60)
        form.addRow("Kommentar", comment)
        hidden = QCheckBox("Nicht-Sichtbare &anzeigen")
        form.addRow(hidden)
        combo = QComboBox()
        combo.addItems(["Belegt", "Typ", "Kürzel", "Name"])
        combo.currentTextChanged.connect(lambda text: self._status.setText(f"Stufe {text}"))
        form.addRow("Datenschutz", combo)
        spin = QSpinBox()
        spin.setRange(1, 120)
        spin.setSuffix(" min")
        form.addRow("Intervall", spin)
        form.addRow("Beginn", QDateTimeEdit())
        group = QGroupBox("Löschungen")
        box = QVBoxLayout(group)
        box.addWidget(QRadioButton("Übernehmen"))
        box.addWidget(QRadioButton("Nachfragen"))
        form.addRow(group)
        for text, slot in (
            ("Freigabe starten", self._open_dialog),
            ("Frage stellen", self._ask),
            ("Browser öffnen", self._browse),
        ):
            button = QPushButton(text)
            button.clicked.connect(slot)
            form.addRow(button)
        lens = QToolButton()
        lens.setText("…")
        lens.setAccessibleName("Google-Kalender suchen")
        lens.setEnabled(False)
        lens.clicked.connect(lambda: self._status.setText("gesucht"))
        hidden.toggled.connect(lambda: QTimer.singleShot(200, lambda: lens.setEnabled(True)))
        form.addRow(lens)
        canvas = Canvas()
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction("Kopieren", canvas)
        copy.triggered.connect(lambda: self._status.setText("kopiert"))
        canvas.addAction(copy)
        form.addRow(canvas)
        return page

    def _resources(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        table = QTableWidget(len(ROWS), 2)
        table.setAccessibleName("Ressourcen")
        table.setHorizontalHeaderLabels(["Bezeichnung", "Sichtbarkeit"])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for row, cells in enumerate(ROWS):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        table.itemSelectionChanged.connect(
            lambda: self._status.setText("Gewählt: " + ", ".join(i.text() for i in table.selectedItems()[:1]))
        )
        table.cellDoubleClicked.connect(lambda row, _: self._status.setText(f"Geöffnet: {ROWS[row][0]}"))
        layout.addWidget(table)
        calendars = QListWidget()
        calendars.setAccessibleName("Kalender")
        calendars.addItems(["Arbeit", "Privat"])
        calendars.currentTextChanged.connect(lambda text: self._status.setText(f"Kalender {text}"))
        layout.addWidget(calendars)
        return page

    def _open_dialog(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle("Google-Kalender auswählen")
        layout = QVBoxLayout(dialog)
        layout.addWidget(QLabel("Welcher Kalender soll es sein?"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton("Übernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        layout.addWidget(buttons)
        dialog.accepted.connect(lambda: self._status.setText("übernommen"))
        dialog.open()

    def _ask(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Bestätigung", "Alle Termine löschen?", parent=self)
        yes = box.addButton("&Ja", QMessageBox.ButtonRole.YesRole)
        box.addButton("&Nein", QMessageBox.ButtonRole.NoRole)
        box.exec()
        self._status.setText("gelöscht" if box.clickedButton() is yes else "behalten")

    def _show_info(self) -> None:
        self._status.setText("Info gezeigt")

    def _browse(self) -> None:
        self._opened += 1
        QDesktopServices.openUrl(QUrl(f"http://127.0.0.1:9/consent?state=a%20b&scope=x+y&n={self._opened}"))


def main() -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("Muster")
    window = Window()
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
