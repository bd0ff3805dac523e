"""Whether a chosen calendar is emptied before it is linked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminplaner.services.google_ports import CalendarBackup, RemoteCalendar
from terminplaner.ui.consent.step import StepDialog
from terminplaner.ui.forms import button, danger_button, paragraph, primary_button, small_print
from terminplaner.ui.messages import describe_code


class EmptyingQuestion(StepDialog):
    """Asked for every calendar that holds something; "Nein" is the way on that loses nothing."""

    keepChosen = Signal()
    emptyChosen = Signal()

    def __init__(self, calendar: RemoteCalendar, count: int, parent: QWidget) -> None:
        super().__init__(self.tr("Termine im Kalender löschen?"), parent)
        if count == 1:
            text = self.tr("Im Kalender „{calendar}“ steht ein Termin.").format(calendar=calendar.name)
        else:
            text = self.tr("Im Kalender „{calendar}“ stehen {count} Termine.").format(
                calendar=calendar.name, count=count
            )
        self.content.addWidget(paragraph(text))
        self.content.addWidget(
            paragraph(self.tr("Sollen vor dem Verknüpfen alle Termine in diesem Kalender gelöscht werden?"))
        )
        self.content.addWidget(
            small_print(
                self.tr(
                    "Nein: Sie bleiben, und die künftigen werden in den Terminplaner übernommen. Ja: Der Kalender "
                    "wird zuerst gesichert, dann fragen wir noch einmal."
                )
            )
        )
        self.content.addStretch(1)
        keep = primary_button(self.tr("Nein, Termine behalten"))
        empty = danger_button(self.tr("Ja, alle löschen …"))
        cancel = button(self.tr("Abbrechen"))
        self.buttons.addStretch(1)
        self.add_button(cancel, is_locked=False)
        self.add_button(empty)
        self.add_button(keep, is_default=True)
        keep.clicked.connect(self.keepChosen)
        empty.clicked.connect(self.emptyChosen)
        cancel.clicked.connect(self.reject)


class EmptyingConfirmation(StepDialog):
    """The second question, with the backup already written; then the deletion, step by step."""

    confirmed = Signal()

    def __init__(self, calendar: RemoteCalendar, backup: CalendarBackup, parent: QWidget) -> None:
        super().__init__(self.tr("Löschen bestätigen"), parent)
        count = len(backup.etags)
        if count == 1:
            text = self.tr("Soll der Termin im Google-Kalender „{calendar}“ gelöscht werden?").format(
                calendar=calendar.name
            )
        else:
            text = self.tr("Sollen alle {count} Termine im Google-Kalender „{calendar}“ gelöscht werden?").format(
                count=count, calendar=calendar.name
            )
        self.content.addWidget(paragraph(text))
        self.content.addWidget(paragraph(self.tr("Sie sind hier gesichert:\n{path}").format(path=backup.path)))
        if calendar.linked_resource_id is not None:
            self.content.addWidget(paragraph(describe_code("emptying_ends_link", {})))
        self.content.addStretch(1)
        self._delete = danger_button(self.tr("Endgültig löschen"))
        cancel = button(self.tr("Abbrechen"))
        self.buttons.addStretch(1)
        self.add_button(self._delete)
        self.add_button(cancel, is_default=True, is_locked=False)
        self._delete.clicked.connect(self.confirmed)
        cancel.clicked.connect(self.reject)
