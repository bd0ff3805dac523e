"""``connect``, ``disconnect``, ``sync``, ``status`` and ``problems``."""

from __future__ import annotations

import webbrowser
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from terminplaner.bootstrap.program import Program
from terminplaner.cli.exit_codes import ExitCode, of_runs
from terminplaner.cli.lookup import resource_of, uuid_of
from terminplaner.cli.output import link_json, problem_json, run_json
from terminplaner.cli.terminal import ask, is_interactive, print_json, print_result, tell
from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.errors import CalendarRefusedError, InvalidInputError
from terminplaner.domain.resource import Resource
from terminplaner.services.cancel_tokens import NeverCancelled
from terminplaner.services.google_ports import Grant, LinkPreview, RemoteCalendar
from terminplaner.services.linking import require_may_empty
from terminplaner.services.permissions import Actor
from terminplaner.services.sync_control import LinkRow, ProblemRow
from terminplaner.ui import messages


def connect(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    resource = resource_of(program.queries, options.resource)
    if options.empty_calendar:
        require_may_empty(resource)
    if not options.yes and not is_interactive():
        raise InvalidInputError("confirmation_needed")
    if not program.settings.load().google_sync:
        tell(messages.describe_code("google_sync_is_off", {}))
    return _Connection(program, actor, options, resource).run()


@dataclass(frozen=True, slots=True)
class _Connection:
    """One run through consent, choice, emptying, preview and link."""

    program: Program
    actor: Actor
    options: Namespace
    resource: Resource

    def run(self) -> ExitCode:
        grant = self._consent()
        grant, calendar = self._calendar(grant)
        backup = self._empty(grant, calendar) if self.options.empty_calendar else None
        preview = self.program.linking.preview(
            self.actor, self.resource.id, grant.account_id, calendar.calendar_id
        )
        self._confirm("confirm_link", calendar=calendar.name, **_counts(preview))
        self.program.linking.connect(self.actor, self.resource.id, grant.account_id, calendar)
        self._report(grant, calendar, backup, preview)
        return ExitCode.OK

    def _consent(self, *, for_existing: bool = False) -> Grant:
        grant = self.program.linking.begin(
            self.actor, self.resource.id, self._show_address, NeverCancelled(), for_existing=for_existing
        )
        if grant.previous_email:
            params = {"resource": self.resource.name, "before": grant.previous_email, "now": grant.email}
            tell(messages.describe_code("consent_other_account", params))
        return grant

    def _show_address(self, address: str) -> None:
        if self.options.no_browser:
            tell(messages.describe_code("open_address_yourself", {}))
            print_result(address)
        elif not webbrowser.open(address):
            tell(messages.describe_code("browser_not_opened", {"address": address}))

    def _calendar(self, grant: Grant) -> tuple[Grant, RemoteCalendar]:
        linking, actor, resource_id = self.program.linking, self.actor, self.resource.id
        if self.options.new_calendar is not None:
            return grant, linking.create(actor, resource_id, grant.account_id, self.options.new_calendar)
        try:
            return grant, linking.choose(actor, resource_id, grant.account_id, self.options.calendar)
        except CalendarRefusedError as error:
            if error.error_code != "calendar_needs_consent":
                raise
        tell(messages.describe_code("second_consent", {"calendar": self.options.calendar}))
        grant = self._consent(for_existing=True)
        return grant, linking.choose(actor, resource_id, grant.account_id, self.options.calendar)

    def _empty(self, grant: Grant, calendar: RemoteCalendar) -> Path:
        linking, place = self.program.linking, (self.actor, self.resource.id, grant.account_id)
        count = linking.count_events(*place, calendar.calendar_id)
        if calendar.linked_resource_id is not None:
            tell(messages.describe_code("emptying_ends_link", {}))
        self._confirm("confirm_emptying", calendar=calendar.name, count=count)
        backup = linking.back_up(*place, calendar)
        tell(messages.describe_code("emptying_backed_up", {"path": str(backup.path)}))
        emptied = linking.empty(*place, backup, _ignore_progress, NeverCancelled())
        tell(
            messages.describe_code(
                "calendar_emptied",
                {
                    "calendar": calendar.name,
                    "path": str(backup.path),
                    "deleted": emptied.deleted,
                    "kept": emptied.kept,
                },
            )
        )
        return backup.path

    def _confirm(self, code: str, **params: object) -> None:
        if self.options.yes:
            return
        if ask(messages.describe_code(code, params)).lower() not in {"j", "ja", "y", "yes"}:
            raise InvalidInputError("not_confirmed")

    def _report(self, grant: Grant, calendar: RemoteCalendar, backup: Path | None, preview: LinkPreview) -> None:
        if self.options.json:
            print_json(
                {
                    "resource": self.resource.name,
                    "calendar_id": calendar.calendar_id,
                    "calendar_name": calendar.name,
                    "account": grant.email,
                    "scopes": list(grant.scopes),
                    "backup": str(backup) if backup else None,
                    **_counts(preview),
                }
            )
        else:
            print_result(calendar.calendar_id)


def disconnect(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    resource = resource_of(program.queries, options.resource)
    if options.revoke:
        revoked = program.linking.revoke(actor, resource.id)
        code = "consent_revoked" if revoked.is_confirmed else "consent_forgotten"
        tell(messages.describe_code(code, {"resources": ", ".join(revoked.resources)}))
    else:
        program.linking.disconnect(actor, resource.id)
        tell(messages.describe_code("link_ended", {"resource": resource.name}))
    return ExitCode.OK


def sync(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    if not program.settings.load().google_sync:
        raise InvalidInputError("google_sync_is_off")
    resource_ids = [resource_of(program.queries, name).id for name in options.resources] or None
    links = {row.link.id: row for row in program.sync_control.overview().links}
    runs = program.sync_control.sync(actor, resource_ids, full=options.full)
    # Another command may have linked or unlinked a resource meanwhile.
    links |= {row.link.id: row for row in program.sync_control.overview().links}
    documents = [_run_json(program, run, links[run.link_id]) for run in runs]
    if options.json:
        print_json({"links": documents})
    else:
        if not links:
            tell(messages.describe_code("no_links", {}))
        for run, document in zip(runs, documents, strict=True):
            print_result(f"{document['resource']}: {document['message'] or messages.describe_status(run.status)}")
    ran = {run.link_id for run in runs}
    has_open_problems = any(row.problem.link_id in ran for row in program.sync_control.problems())
    return of_runs((run.status for run in runs), has_open_problems=has_open_problems)


def _run_json(program: Program, run: SyncRun, row: LinkRow) -> dict[str, Any]:
    zone = program.queries.branch_of(row.resource.id).tz
    return run_json(run, row.resource.name, row.link.calendar_id, zone)


def status(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    overview = program.sync_control.overview()
    rows = [(row, program.queries.branch_of(row.resource.id).tz) for row in overview.links]
    if options.json:
        print_json({"links": [link_json(*row) for row in rows], "problems": overview.open_problems})
    else:
        if not rows:
            tell(messages.describe_code("no_links", {}))
        for row, zone in rows:
            advice = messages.describe_link(row.link, zone) or messages.describe_status(row.link.status)
            print_result(f"{row.resource.name}: {advice}")
    return ExitCode.OK


def list_problems(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    rows = program.sync_control.problems()
    if options.json:
        print_json([problem_json(row, _zone_of(program, row)) for row in rows])
    else:
        if not rows:
            tell(messages.describe_code("no_problems", {}))
        for row in rows:
            title, _ = messages.describe_problem(row.problem.kind)
            choices = ", ".join(choice.value for choice in row.problem.choices)
            print_result(f"{row.problem.id}  {row.resource_name}: {title} ({choices})")
    return ExitCode.OK


def resolve_problem(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    program.sync_control.resolve(actor, uuid_of(options.id, "problems list"), options.choice)
    return ExitCode.OK


def _zone_of(program: Program, row: ProblemRow) -> ZoneInfo:
    resource_id = row.problem.resource_id
    return (program.queries.branch_of(resource_id) if resource_id else program.queries.branches()[0]).tz


def _counts(preview: LinkPreview) -> dict[str, int]:
    return {"adopted": preview.adopted, "imported": preview.imported, "to_push": preview.to_push}


def _ignore_progress(_done: int, _total: int) -> None:
    return
