"""A consent given with another account than before is said until somebody links or leaves."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import Grant
from terminplaner.ui.consent.link_state import LinkState, LinkWords
from terminplaner.ui.messages import describe_code


def add_account_notice(content: QVBoxLayout, resource: Resource, grant: Grant) -> None:
    """Say which account it was and which it is; nothing where it is the same or the first."""
    if not grant.previous_email:
        return
    params = {"resource": resource.name, "before": grant.previous_email, "now": grant.email}
    notice = LinkState()
    notice.show_words(LinkWords(describe_code("consent_other_account", params), "warning", "warning"))
    content.addWidget(notice)
