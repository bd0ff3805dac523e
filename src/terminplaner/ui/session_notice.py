"""What the window says once its user was changed or may no longer work here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Session
from terminplaner.ui.messages import describe_role
from terminplaner.ui.questions import Question

_LOOK_EVERY_MS = 500
"""How soon after the last input was stored or given up the login comes."""
_WINDOWS = {Qt.WindowType.Window, Qt.WindowType.Dialog}


class SessionNotice(Banner):
    """Asks for another window at once where nobody is interrupted by that, else with a button or a question."""

    renewalRequested = Signal(str)
    """The window is made for what its user or its branch was once; what the next one has to say, in words."""
    renewalWanted = Signal()
    """The same, by the button: there may be input that would be lost."""
    covered = Signal(str)
    """Nobody may work in the window any more, but there is input left in it; why, in words."""
    loginRequested = Signal(str)
    """Nobody may work in the window any more; why, in words."""
    loginWanted = Signal()
    """The same, by the button: there may be input that would be lost."""

    def __init__(
        self,
        session: Session,
        has_input: Callable[[], bool],
        is_carrying: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """``has_input`` tells whether the window holds input that is not saved, ``is_carrying`` whether something
        is in the hand that was not put down."""
        super().__init__(parent)
        self._session = session
        self._has_input = has_input
        self._is_carrying = is_carrying
        self._why_ended = ""
        self._why_new = ""
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self._leave_once_nothing_is_held)
        self.actionRequested.connect(self._act)

    def onRenewed(self) -> None:
        """The session's user was changed, and the window was made for who that was."""
        text = self.tr(
            "Ihr Benutzerkonto wurde geändert: {name} ({role}). Was Sie dürfen, gilt schon jetzt; Menüs und "
            "Schaltflächen richten sich danach, sobald Sie das Fenster neu öffnen."
        )
        done = self.tr("Ihr Benutzerkonto wurde geändert: {name} ({role}). Das Fenster zeigt, was Sie nun dürfen.")
        self._renew(self._with_user(text), self._with_user(done))

    def onMoved(self) -> None:
        """The session's branch has another time zone, and the window shows the hours of the former."""
        text = self.tr(
            "Die Zeitzone von „{branch}“ wurde geändert: {zone}. Die Uhrzeiten hier richten sich danach, sobald "
            "Sie das Fenster neu öffnen."
        )
        done = self.tr("Die Zeitzone von „{branch}“ wurde geändert: {zone}. Alle Uhrzeiten gelten nun dort.")
        branch = self._session.branch
        names = {"branch": branch.label, "zone": branch.zone}
        self._renew(text.format_map(names), done.format_map(names))

    def renew(self) -> None:
        """Ask for another window, whatever is in use in this one."""
        self.renewalRequested.emit(self._why_new)

    def _renew(self, text: str, done: str) -> None:
        """``done`` is what the next window says."""
        self._why_new = done
        if self._is_window_in_use:
            self.show_message(text, "warning", self.tr("Neu öffnen"))
        else:
            self.renew()

    def tell_renewal(self, why: str) -> None:
        """Say why the window is another than the one before."""
        self.show_message(why, "info")

    def onEnded(self, reason: str) -> None:
        """The session's user may no longer work here; ``reason`` says why.

        What was typed may be copied, and nothing else is to be seen; as soon as nothing is left of it, there is
        nothing but the login.
        """
        self._why_ended = reason
        self.show_message(reason, "warning", self.tr("Anmelden"), stays=True)
        if not self._holds_something:
            self.lead_to_login()
            return
        self.covered.emit(reason)
        self._watch.start()
        question = Question(
            self.tr("Anmeldung nötig"),
            reason,
            self._open_dialog or self.window(),
            self.tr(
                "Was noch nicht gespeichert ist, lässt sich unter diesem Namen nicht mehr speichern und geht bei "
                "der Anmeldung verloren. Mit „Zurück“ können Sie es vorher abschreiben oder kopieren."
            ),
        )
        question.add_answer(self.tr("Anmelden"), "danger").clicked.connect(self.lead_to_login)
        question.add_dismissal(self.tr("Zurück"), is_default=True)
        question.open()

    def lead_to_login(self) -> None:
        """Once the session has ended: whatever is not saved is given up."""
        self._watch.stop()
        self.loginRequested.emit(self._why_ended)

    def _leave_once_nothing_is_held(self) -> None:
        if not self._holds_something:
            self.lead_to_login()

    @property
    def _is_window_in_use(self) -> bool:
        """Whether another window would interrupt somebody, or cost what they hold."""
        return self._holds_something or self._is_carrying() or self._has_window_beside

    @property
    def _holds_something(self) -> bool:
        """Whether there is unsaved input, or somebody is just pointing at something."""
        is_pointing = QApplication.activePopupWidget() is not None or bool(QApplication.mouseButtons())
        return self._has_input() or self._open_dialog is not None or is_pointing

    @property
    def _has_window_beside(self) -> bool:
        """Whether one is open that would close with this one, such as the Abgleich-Zentrale."""
        parts = self.window().findChildren(QWidget)
        return any(part.isWindow() and part.isVisible() and part.windowType() in _WINDOWS for part in parts)

    @property
    def _open_dialog(self) -> QDialog | None:
        """What stands before the window, the innermost last."""
        dialogs = [box for box in self.window().findChildren(QDialog) if box.isVisible() and box.isModal()]
        return dialogs[-1] if dialogs else None

    def _act(self) -> None:
        if self._why_ended:
            self.loginWanted.emit()
        else:
            self.renewalWanted.emit()

    def _with_user(self, text: str) -> str:
        user = self._session.actor.user
        return text.format(name=user.name, role=describe_role(user.role))
