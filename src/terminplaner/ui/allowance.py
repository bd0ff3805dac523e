"""What somebody's role does not allow is disabled, and says why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from terminplaner.services.permissions import Actor
from terminplaner.ui.messages import describe_role


def why_not(actor: Actor) -> str:
    """The reason for everything that a role keeps anybody from."""
    sentence = QCoreApplication.translate("allowance", "Ihre Rolle „{role}“ erlaubt das nicht.")
    return sentence.format(role=describe_role(actor.user.role))


def why_not_plan(actor: Actor) -> str:
    """The reason for everything that planning somebody's time would be."""
    if not actor.lacks_employee:
        return why_not(actor)
    return QCoreApplication.translate(
        "allowance",
        "Ihrem Benutzerkonto ist kein Mitarbeiter zugeordnet, deshalb können Sie nichts eintragen oder ändern. "
        "Bitte wenden Sie sich an einen Administrator: Er ordnet ihn in der Filialverwaltung unter "
        "„Benutzerkonten“ zu.",
    )


def forbid(actor: Actor, *controls: QAction | QAbstractButton) -> None:
    """Disable what the role of ``actor`` does not allow."""
    _disable(why_not(actor), controls)


def forbid_planning(actor: Actor, *controls: QAction | QAbstractButton) -> None:
    """Disable what somebody who plans nothing cannot do."""
    _disable(why_not_plan(actor), controls)


def _disable(reason: str, controls: Iterable[QAction | QAbstractButton]) -> None:
    for control in controls:
        control.setEnabled(False)
        control.setToolTip(reason)
        if isinstance(control, QAction):
            control.setStatusTip(reason)
        else:
            control.setAccessibleDescription(reason)
