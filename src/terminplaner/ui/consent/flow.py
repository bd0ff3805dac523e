"""The walk from the Lupe to a linked calendar, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.google_ports import CalendarBackup, Emptied, Grant, RemoteCalendar
from terminplaner.services.linking import Revoked
from terminplaner.services.ports import CancelToken, Progress
from terminplaner.ui.consent.calendar_choice import CalendarDialog, CalendarOffer
from terminplaner.ui.consent.confirmation import BrowserDialog, ConfirmationDialog, RevokeDialog
from terminplaner.ui.consent.emptying import EmptyingConfirmation, EmptyingQuestion
from terminplaner.ui.consent.preview import PreviewDialog
from terminplaner.ui.consent.step import StepDialog
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe, describe_code
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import Task, TaskRunner

_NEEDS_CONSENT = "calendar_needs_consent"


class ConsentFlow(QObject):
    """One walk for one resource, used by the Lupe and by "Mein AMPAREX".

    One dialog at a time; each hands over to the next.  The flow deletes itself when it has ended.
    """

    ended = Signal(str, str, bool)
    """The sentence of its ending, its tone, and whether links were made or ended.  Emitted exactly once."""

    _addressKnown = Signal(str)

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, resource: Resource, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._linking = services.linking
        self._queries = services.queries
        self._settings = services.settings
        self._session = session
        self._tasks = tasks
        self._resource = resource
        self._parent = parent
        self._dialog: StepDialog | None = None
        self._if_left = self._nothing_made()
        self._has_ended_link = False

    def start(self) -> None:
        """Ask for confirmation first."""
        self._confirm()

    def start_revoking(self) -> None:
        """Go straight to the question whether the consent is to be withdrawn."""
        linking, resource_id = self._linking, self._resource.id
        self._tasks.run(lambda: linking.affected_by_revoke(resource_id), self, self._ask_to_revoke, self._fail)

    # -- Bestätigung

    def _confirm(self, error: TerminplanerError | None = None) -> None:
        linking, resource_id = self._linking, self._resource.id
        self._if_left = self._nothing_made()
        dialog = ConfirmationDialog(self._resource, self._parent)
        dialog.startRequested.connect(self._begin)
        dialog.revokeRequested.connect(self.start_revoking)
        self._show(dialog)
        if error is not None:
            dialog.show_error(error)
        self._tasks.run(lambda: linking.has_consent(resource_id), dialog, dialog.allow_revoking)
        self._tasks.run(self._load_level, dialog, dialog.show_level)

    # -- the browser's turn

    def _begin(self, for_existing: RemoteCalendar | None = None) -> None:
        """``for_existing`` is the calendar that needs the wider consent."""
        linking, queries, actor, resource_id = self._linking, self._queries, self._session.actor, self._resource.id
        show_address = self._addressKnown.emit
        dialog = BrowserDialog(self._parent)
        self._addressKnown.connect(dialog.open_address)
        self._show(dialog)

        def work(_progress: Progress, cancel: CancelToken) -> tuple[Grant, CalendarOffer]:
            grant = linking.begin(actor, resource_id, show_address, cancel, for_existing=for_existing is not None)
            names = {resource.id: resource.name for resource in queries.resources()}
            if not grant.can_list_calendars:
                return grant, CalendarOffer((), names)
            return grant, CalendarOffer(linking.calendars(actor, resource_id, grant.account_id), names)

        def on_granted(found: tuple[Grant, CalendarOffer]) -> None:
            grant, offer = found
            if for_existing is None:
                self._choose_calendar(grant, offer, grant.previous_calendar_id)
            else:
                self._choose_calendar(grant, offer, for_existing.calendar_id)
                self._use_existing(grant, for_existing)

        self._if_left = (describe_code("consent_cancelled", {}), "info")
        task = self._tasks.run_network(work, self, on_granted, self._confirm)
        dialog.dismissed.connect(task.abandon)

    # -- Google-Kalender auswählen

    def _choose_calendar(self, grant: Grant, offer: CalendarOffer, preferred_id: str) -> None:
        self._if_left = self._nothing_made()
        dialog = CalendarDialog(self._resource, grant, offer, preferred_id, self._parent)
        dialog.existingChosen.connect(lambda calendar: self._use_existing(grant, calendar))
        dialog.newChosen.connect(lambda name: self._use_new(grant, name))
        self._show(dialog)

    def _use_existing(self, grant: Grant, calendar: RemoteCalendar) -> None:
        if not calendar.is_created_by_program and not grant.can_use_existing:
            self._ask_for_wider_consent(calendar)
            return
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id

        def on_error(error: TerminplanerError) -> None:
            if error.error_code == _NEEDS_CONSENT:
                self._ask_for_wider_consent(calendar)
            else:
                self._show_error(error)

        self._inspect(
            grant,
            lambda: linking.choose(actor, resource_id, grant.account_id, calendar.calendar_id),
            on_error,
            self.tr("Der Kalender wird geprüft …"),
        )

    def _use_new(self, grant: Grant, name: str) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        self._inspect(
            grant,
            lambda: linking.create(actor, resource_id, grant.account_id, name),
            self._show_error,
            self.tr("Der Kalender wird angelegt …"),
        )

    def _inspect(
        self,
        grant: Grant,
        get_calendar: Callable[[], RemoteCalendar],
        on_error: Callable[[TerminplanerError], object],
        text: str,
    ) -> None:
        """Get hold of the calendar that was chosen, and see what is in it."""
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id

        def work(_progress: Progress, _cancel: CancelToken) -> tuple[RemoteCalendar, int]:
            calendar = get_calendar()
            return calendar, linking.count_events(actor, resource_id, grant.account_id, calendar.calendar_id)

        def on_success(found: tuple[RemoteCalendar, int]) -> None:
            calendar, count = found
            choice = _Choice(grant, calendar)
            if count and self._resource.sync_direction is not SyncDirection.FROM_GOOGLE:
                self._ask_to_empty(choice, count)
            else:
                self._preview(choice)

        self._watch(self._tasks.run_network(work, self, on_success, on_error), text)

    def _ask_for_wider_consent(self, calendar: RemoteCalendar) -> None:
        question = Question(
            self.tr("Weitere Freigabe nötig"),
            self.tr(
                "„{calendar}“ wurde nicht von Terminplaner angelegt. Damit die Termine darin bearbeitet werden "
                "dürfen, fragt Google im Browser noch einmal, diesmal mit drei Haken."
            ).format(calendar=calendar.name),
            self._dialog or self._parent,
            self.tr("Ihr Hauptkalender bleibt auch dann unberührt."),
        )
        question.add_dismissal(self.tr("Anderen Kalender wählen"))
        start = question.add_answer(self.tr("Freigabe starten"), "primary", is_default=True)
        start.clicked.connect(lambda: self._begin(calendar))
        question.open()

    # -- emptying

    def _ask_to_empty(self, choice: _Choice, count: int) -> None:
        dialog = EmptyingQuestion(choice.calendar, count, self._parent)
        dialog.keepChosen.connect(lambda: self._preview(choice))
        dialog.emptyChosen.connect(lambda: self._back_up(choice))
        self._show(dialog)

    def _back_up(self, choice: _Choice) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        task = self._tasks.run_network(
            lambda _progress, _cancel: linking.back_up(
                actor, resource_id, choice.grant.account_id, choice.calendar
            ),
            self,
            lambda backup: self._confirm_emptying(choice, backup),
            self._show_error,
        )
        self._watch(task, self.tr("Der Kalender wird gesichert …"))

    def _confirm_emptying(self, choice: _Choice, backup: CalendarBackup) -> None:
        dialog = EmptyingConfirmation(choice.calendar, backup, self._parent)
        dialog.confirmed.connect(lambda: self._empty(choice, backup))
        self._show(dialog)

    def _empty(self, choice: _Choice, backup: CalendarBackup) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        params = {"calendar": choice.calendar.name, "path": str(backup.path)}
        self._if_left = (describe_code("emptying_cancelled", params), "warning")
        self._has_ended_link = choice.calendar.linked_resource_id is not None

        def on_emptied(emptied: Emptied) -> None:
            self._if_left = (describe_code("calendar_emptied_not_linked", params), "warning")
            self._preview(choice, emptied.kept)

        task = self._tasks.run_network(
            lambda progress, cancel: linking.empty(
                actor, resource_id, choice.grant.account_id, backup, progress, cancel
            ),
            self,
            on_emptied,
            self._show_error,
        )
        self._watch(task, self.tr("Die Termine werden gelöscht …"))

    # -- preview and link

    def _preview(self, choice: _Choice, kept: int = 0) -> None:
        """``kept`` events outlived the emptying."""
        dialog = PreviewDialog(self._resource, choice.grant, choice.calendar, self._parent)
        dialog.linkConfirmed.connect(lambda: self._link(choice))
        dialog.retryRequested.connect(lambda: self._load_preview(dialog, choice))
        self._show(dialog)
        self._load_preview(dialog, choice)
        self._tasks.run(self._load_level, dialog, dialog.show_level)
        if kept:
            dialog.show_message(describe_code("events_kept", {"count": kept}), "warning")

    def _load_preview(self, dialog: PreviewDialog, choice: _Choice) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        task = self._tasks.run_network(
            lambda _progress, _cancel: linking.preview(
                actor, resource_id, choice.grant.account_id, choice.calendar.calendar_id
            ),
            dialog,
            dialog.show_preview,
            dialog.show_no_preview,
        )
        dialog.watch(task, self.tr("Beide Seiten werden verglichen …"))

    def _link(self, choice: _Choice) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        task = self._tasks.run(
            lambda: linking.connect(actor, resource_id, choice.grant.account_id, choice.calendar),
            self,
            self._on_linked,
            self._show_error,
        )
        self._watch_to_the_end(task, self.tr("Die Verknüpfung wird gespeichert …"))

    def _on_linked(self, link: CalendarLink) -> None:
        params = {"resource": self._resource.name, "calendar": link.calendar_name}
        self._end(describe_code("link_connected", params), "success", has_changed_links=True)

    # -- withdrawing

    def _ask_to_revoke(self, affected: tuple[str, ...]) -> None:
        self._if_left = (describe_code("consent_kept", {}), "info")
        dialog = RevokeDialog(self._resource, affected, self._parent)
        dialog.revokeConfirmed.connect(self._revoke)
        self._show(dialog)

    def _revoke(self) -> None:
        linking, actor, resource_id = self._linking, self._session.actor, self._resource.id
        task = self._tasks.run_network(
            lambda _progress, _cancel: linking.revoke(actor, resource_id),
            self,
            self._on_revoked,
            self._show_error,
        )
        self._watch_to_the_end(task, self.tr("Die Zustimmung wird zurückgezogen …"))

    def _on_revoked(self, revoked: Revoked) -> None:
        if not revoked.is_confirmed:
            code, tone = "consent_forgotten", "warning"
        else:
            code, tone = "consent_revoked" if revoked.resources else "consent_revoked_unlinked", "success"
        names = ", ".join(revoked.resources)
        self._end(describe_code(code, {"resources": names}), tone, has_changed_links=True)

    def _load_level(self) -> PrivacyLevel:
        return self._settings.load().google_privacy

    # -- one dialog at a time

    def _show(self, dialog: StepDialog) -> None:
        """Open ``dialog`` in the place of the one before."""
        previous, self._dialog = self._dialog, dialog
        dialog.dismissed.connect(self._on_dismissed)
        dialog.open()
        if previous is not None:
            previous.accept()

    def _watch(self, task: Task, text: str) -> None:
        if self._dialog is not None:
            self._dialog.watch(task, text)

    def _watch_to_the_end(self, task: Task, text: str) -> None:
        if self._dialog is not None:
            self._dialog.watch_to_the_end(task, text)

    def _show_error(self, error: TerminplanerError) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error)

    @staticmethod
    def _nothing_made() -> tuple[str, str]:
        return describe_code("link_not_made", {}), "info"

    def _on_dismissed(self) -> None:
        self._dialog = None
        self._end(*self._if_left)

    def _fail(self, error: TerminplanerError) -> None:
        self._end(describe(error), "danger")

    def _end(self, text: str, tone: str, *, has_changed_links: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.ended.emit(text, tone, has_changed_links or self._has_ended_link)
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class _Choice:
    """A calendar, and the consent it was reached by."""

    grant: Grant
    calendar: RemoteCalendar
