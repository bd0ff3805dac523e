"""What ``doctor`` looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from terminplaner.bootstrap.program import Program
from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import PersonNeededError

Check = Callable[[], object]


def checks_of(program: Program) -> Mapping[str, Check]:
    """Each check by its name; one that finds something raises a ``TerminplanerError``."""
    return {
        "database": program.queries.branches,
        "keyring": program.google.check_secret_store,
        "google_client": program.endpoints.load,
        "network": lambda: _reach_google(program),
        "links": lambda: _require_healthy_links(program),
    }


def _reach_google(program: Program) -> None:
    # Loads the libraries of the way to Google, which no other command of the administration needs.
    from terminplaner.sync.probe import probe_google

    probe_google(program.endpoints, program.clock)


def _require_healthy_links(program: Program) -> None:
    overview = program.sync_control.overview()
    ailing = [
        row.resource.name
        for row in overview.links
        if row.problems or row.link.status not in (LinkStatus.OK, LinkStatus.BUSY)
    ]
    if ailing:
        raise PersonNeededError("links_need_attention", resources=", ".join(ailing))
