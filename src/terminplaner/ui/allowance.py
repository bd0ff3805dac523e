"""What cannot be done is disabled and says why, in one way for all.

``withhold`` disables a control with a ``Reason``.  Nobody needs a mouse to read it: a menu shows it in parentheses
behind its entry while it is open (``say_reasons``), a ``ReasonLine`` below the list or the group whose
buttons it stands for: it comes and goes, and nothing above it moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QSizePolicy, QWidget

from terminplaner.services.permissions import Actor
from terminplaner.ui.messages import describe_role

_BRIEF = "withheld"
_ASIDE = " ({reason})"


@dataclass(frozen=True, slots=True)
class Reason:
    """``brief`` are the words for a menu, ``sentence`` is for everywhere else."""

    brief: str
    sentence: str


def why_not(actor: Actor) -> str:
    """The reason for everything that a role keeps anybody from."""
    return _of_role(actor).sentence


def why_not_plan(actor: Actor) -> str:
    """The reason for everything that planning somebody's time would be."""
    return _of_planning(actor).sentence


def forbid(actor: Actor, *controls: QAction | QAbstractButton) -> None:
    """Disable what the role of ``actor`` does not allow."""
    withhold(_of_role(actor), *controls)


def forbid_planning(actor: Actor, *controls: QAction | QAbstractButton) -> None:
    """Disable what somebody who plans nothing cannot do."""
    withhold(_of_planning(actor), *controls)


def withhold(reason: Reason, *controls: QAction | QAbstractButton) -> None:
    """Disable controls, each with the reason."""
    for control in controls:
        control.setEnabled(False)
        control.setToolTip(reason.sentence)
        if isinstance(control, QAction):
            control.setStatusTip(reason.sentence)
            control.setProperty(_BRIEF, reason.brief)
        else:
            control.setAccessibleDescription(reason.sentence)
            control.setProperty(_BRIEF, reason.sentence)


def offer(*controls: QAction | QAbstractButton) -> None:
    """Enable controls that were withheld, and take the reason away."""
    for control in controls:
        control.setEnabled(True)
        if not control.property(_BRIEF):
            continue
        control.setToolTip("")
        if isinstance(control, QAction):
            control.setStatusTip("")
        else:
            control.setAccessibleDescription("")
        control.setProperty(_BRIEF, "")


def offer_if(is_offered: bool, reason: Reason, *controls: QAction | QAbstractButton) -> None:
    """Enable controls or disable them with the reason."""
    if is_offered:
        offer(*controls)
    else:
        withhold(reason, *controls)


def say_reasons(menu: QMenu) -> None:
    """Let ``menu`` show the reasons of its withheld entries while it is open; those of its submenus, too."""
    _OpenMenu(menu)


class _OpenMenu(QObject):
    """Elsewhere (the list of all keys, the toolbar) the entries are called as they are."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._said: dict[QAction, tuple[str, str]] = {}
        """What they are called without and with the reason."""
        menu.aboutToShow.connect(self._say)
        menu.aboutToHide.connect(self._unsay)

    def _say(self) -> None:
        for action in self._menu.actions():
            brief = action.property(_BRIEF)
            if brief and not action.isEnabled() and action not in self._said:
                plain = action.text()
                action.setText(plain + _ASIDE.format(reason=brief))
                self._said[action] = plain, action.text()

    def _unsay(self) -> None:
        for action, (plain, with_reason) in self._said.items():
            if action.text() == with_reason:  # nobody named it anew
                action.setText(plain)
        self._said.clear()


class ReasonLine(QLabel):
    """Says why those of its buttons that are withheld cannot be pressed; gone while there is no reason to say."""

    def __init__(self, *buttons: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say()

    def say(self) -> None:
        """Follow what was withheld and offered since."""
        reasons = (str(part.property(_BRIEF) or "") for part in self._buttons if not part.isEnabled())
        text = " ".join(dict.fromkeys(reason for reason in reasons if reason))
        self.setText(text)
        self.setAccessibleName(text)
        if self.parentWidget() is not None or not text:  # without a place yet it would open a window of its own
            self.setVisible(bool(text))


def _of_role(actor: Actor) -> Reason:
    role = describe_role(actor.user.role)
    return Reason(
        QCoreApplication.translate("allowance", "nicht mit der Rolle „{role}“").format(role=role),
        QCoreApplication.translate("allowance", "Ihre Rolle „{role}“ erlaubt das nicht.").format(role=role),
    )


def _of_planning(actor: Actor) -> Reason:
    if not actor.lacks_employee:
        return _of_role(actor)
    sentence = QCoreApplication.translate(
        "allowance",
        "Ihrem Benutzerkonto ist kein Mitarbeiter zugeordnet, deshalb können Sie nichts eintragen oder ändern. "
        "Bitte wenden Sie sich an einen Administrator: Er ordnet ihn in der Filialverwaltung unter "
        "„Benutzerkonten“ zu.",
    )
    return Reason(QCoreApplication.translate("allowance", "Ihrem Konto fehlt der Mitarbeiter"), sentence)
