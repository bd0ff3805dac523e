"""Filialverwaltung > Termine: what the chain wants of the planner and of the link with Google."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminplaner.domain.chain import ChainSettings, PrivacyLevel
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import limit_width, scroll_area
from terminplaner.ui.google_settings import GoogleSettings
from terminplaner.ui.messages import describe
from terminplaner.ui.planner_settings import PlannerSettings
from terminplaner.ui.questions import Question
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class AppointmentSettings(QWidget):
    """A form over ``ChainSettings``; what is saved takes effect at every workstation without a restart."""

    saved = Signal()

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._stored: ChainSettings | None = None
        self._is_loading = False
        self._google = GoogleSettings(tasks)
        self._planner = PlannerSettings()
        self._banner = Banner()
        self._bar = SaveBar()
        self._form = QWidget()
        self._form.setObjectName("page")
        limit_width(self._form, self._bar)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, Space.M, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._google)
        column.addWidget(self._planner)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll_area(self._form), 1)
        outer.addWidget(self._banner)
        outer.addWidget(self._bar)
        self._form.setEnabled(False)
        self._google.changed.connect(self._on_edited)
        self._google.refused.connect(self._show_error)
        self._planner.changed.connect(self._on_edited)
        self._bar.saveRequested.connect(self._on_save)
        self._bar.discardRequested.connect(self._on_discard)

    # -- loading and editing

    def reload(self) -> None:
        """Read the settings again; what somebody is typing here stays."""
        self._tasks.run(self._services.settings.load, self, self._on_loaded)

    @property
    def is_dirty(self) -> bool:
        return self._stored is not None and self._edited(self._stored) != self._stored

    def _on_loaded(self, settings: ChainSettings) -> None:
        if self.is_dirty and self._stored is not None and settings.revision != self._stored.revision:
            self._banner.show_message(
                self.tr(
                    "Die Einstellungen wurden an einem anderen Arbeitsplatz geändert. Mit „Verwerfen“ sehen Sie "
                    "den neuen Stand."
                ),
                "warning",
            )
            return
        if not self.is_dirty and settings != self._stored:  # filling would wipe "Gespeichert" for nothing
            self._fill(settings)

    def _fill(self, settings: ChainSettings) -> None:
        self._is_loading = True
        self._stored = settings
        self._google.show_settings(settings)
        self._planner.show_settings(settings)
        self._form.setEnabled(self._session.actor.has(Right.MANAGE_SETTINGS))
        self._is_loading = False
        self._on_edited()

    def _edited(self, settings: ChainSettings) -> ChainSettings:
        return self._planner.edited(self._google.edited(settings))

    def _on_edited(self) -> None:
        if not self._is_loading:
            self._bar.set_dirty(is_dirty=self.is_dirty)

    def import_client(self, path: str) -> None:
        """Read a client file; a wrong one is named and changes nothing."""
        self._banner.close_message()
        self._google.import_client(path)

    # -- saving

    def _on_save(self) -> None:
        stored = self._stored
        if stored is None:
            return
        wanted = self._edited(stored)
        if wanted.google_privacy is PrivacyLevel.NAME and stored.google_privacy is not PrivacyLevel.NAME:
            self._confirm_names(wanted)
        else:
            self._save(wanted)

    def _confirm_names(self, wanted: ChainSettings) -> None:
        question = Question(
            self.tr("Kundennamen an Google übertragen?"),
            self.tr(
                "Ab jetzt stehen Vor- und Nachnamen Ihrer Kunden in den verknüpften Google-Kalendern, auch bei "
                "allen künftigen Terminen, die schon eingetragen sind."
            ),
            self,
            self.tr("Dafür brauchen Sie die Einwilligung Ihrer Kunden."),
        )
        question.add_dismissal(self.tr("Abbrechen"), is_default=True)
        question.add_answer(self.tr("Namen übertragen")).clicked.connect(lambda: self._save(wanted))
        question.open()

    def _save(self, wanted: ChainSettings) -> None:
        self._bar.show_saving()
        self._banner.close_message()
        settings, actor = self._services.settings, self._session.actor
        self._tasks.run(
            lambda: settings.save(actor, wanted),
            self,
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, settings: ChainSettings) -> None:
        self._fill(settings)
        self._bar.show_saved()
        self.saved.emit()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._show_error(error)
        self._bar.set_dirty(is_dirty=self.is_dirty)

    def _on_discard(self) -> None:
        self._banner.close_message()
        if self._stored is not None:
            self._fill(self._stored)
        self.reload()

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))
