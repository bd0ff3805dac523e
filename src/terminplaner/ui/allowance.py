"""What somebody's role does not allow is disabled, and says why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from terminplaner.services.permissions import Actor
from terminplaner.ui.messages import describe_role


def why_not(actor: Actor) -> str:
    """The reason for everything that a role keeps anybody from."""
    sentence = QCoreApplication.translate("allowance", "Ihre Rolle „{role}“ erlaubt das nicht.")
    return sentence.format(role=describe_role(actor.user.role))


def forbid(actor: Actor, *controls: QAction | QAbstractButton) -> None:
    """Disable what the role of ``actor`` does not allow."""
    reason = why_not(actor)
    for control in controls:
        control.setEnabled(False)
        control.setToolTip(reason)
        if isinstance(control, QAction):
            control.setStatusTip(reason)
        else:
            control.setAccessibleDescription(reason)
