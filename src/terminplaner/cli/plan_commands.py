"""``appointment``, ``import`` and ``export``."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.bootstrap.program import Program
from terminplaner.cli.exit_codes import ExitCode
from terminplaner.cli.lookup import day_of, entry_of, instant_of, resource_of, uuid_of
from terminplaner.cli.output import appointment_json, appointment_line, import_json
from terminplaner.cli.terminal import print_file, print_json, print_result, tell
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.outcome import Outcome
from terminplaner.services.permissions import Actor
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui import messages

_MOST_MINUTES = 366 * 24 * 60


def add(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    resource_ids = _resource_ids(program, options.resources)
    branch = program.queries.branch_of(resource_ids[0])
    when = _new_when(options, branch.tz)
    appointment = Appointment(id=uuid4(), branch_id=branch.id, when=when, resource_ids=resource_ids)
    wanted = _with_fields(program, appointment, options)
    return _report(program, options, program.planning.book(actor, wanted, options.customer))


def edit(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    row = program.queries.appointment(uuid_of(options.id, "appointment list"))
    changed, zone = row.appointment, row.zone
    if options.resources:
        changed = replace(changed, resource_ids=_resource_ids(program, options.resources))
        if changed.resource_ids[0] not in row.appointment.resource_ids[:1]:
            zone = program.queries.branch_of(changed.resource_ids[0]).tz  # its branch follows its first resource
    changed = replace(changed, when=_changed_when(changed.when, options, zone))
    wanted = _with_fields(program, changed, options)
    return _report(program, options, program.planning.change(actor, wanted, options.customer))


def cancel(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    return _report(program, options, program.planning.cancel(actor, uuid_of(options.id, "appointment list")))


def restore(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    return _report(program, options, program.planning.restore(actor, uuid_of(options.id, "appointment list")))


def list_appointments(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    rows = program.queries.appointments(_query(program, options, cancelled=options.cancelled))
    if options.json:
        print_json([appointment_json(row) for row in rows])
    else:
        if not rows:
            tell(messages.describe_code("no_appointments", {}))
        for row in rows:
            print_result(appointment_line(row))
    return ExitCode.OK


def import_file(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    resource = resource_of(program.queries, options.resource)
    report = program.exchange.import_file(actor, options.file, resource.id, dry_run=options.dry_run)
    document = import_json(report)
    for item in document["skipped"]:
        tell(f"{item['component']}: {item['reason']}")
    if options.json:
        print_json(document)
    else:
        print_result(messages.describe_code("import_report", document | {"skipped": len(report.skipped)}))
    return ExitCode.OK


def export(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    content = program.exchange.export(program.queries.appointments(_query(program, options)))
    if options.output is None:
        print_file(content)
        return ExitCode.OK
    try:
        options.output.write_bytes(content)
    except OSError as error:
        raise InvalidInputError("file_not_writable", path=str(options.output)) from error
    return ExitCode.OK


def _report(program: Program, options: Namespace, outcome: Outcome) -> ExitCode:
    row = program.queries.appointment(outcome.appointment.id)
    for warning in outcome.warnings:
        tell(messages.describe_warning(warning, row.zone))
    if options.json:
        print_json(appointment_json(row))
    else:
        print_result(appointment_line(row))
    return ExitCode.OK


def _resource_ids(program: Program, names: list[str]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(resource_of(program.queries, name).id for name in names))


def _with_fields(program: Program, appointment: Appointment, options: Namespace) -> Appointment:
    """The appointment with whatever fields were given; those not given stay.  Planning sees to the customer."""
    if options.text is not None:
        appointment = replace(appointment, text=options.text)
    if options.comment is not None:
        appointment = replace(appointment, comment=options.comment)
    if options.type is not None:
        appointment = replace(appointment, type_id=entry_of(program.queries.types(), options.type, "Typ"))
    if options.status is not None:
        status_id = entry_of(program.queries.statuses(), options.status, "Status")
        appointment = replace(appointment, status_id=status_id)
    return appointment


def _new_when(options: Namespace, zone: ZoneInfo) -> When:
    if options.all_day:
        _refuse_minutes(options)
        first = day_of(options.start)
        return AllDay(first, day_of(options.end) if options.end is not None else first + timedelta(days=1))
    start = instant_of(options.start, zone)
    if options.end is not None:
        return Timed(start, instant_of(options.end, zone))
    return Timed(start, start + _minutes(options))


def _changed_when(when: When, options: Namespace, zone: ZoneInfo) -> When:
    """A new start alone moves the appointment and keeps its length."""
    if options.start is None and options.end is None and options.minutes is None and not options.all_day:
        return when
    if options.all_day or (isinstance(when, AllDay) and options.minutes is None and not _has_time(options)):
        _refuse_minutes(options)
        return _changed_days(when, options, zone)
    if isinstance(when, AllDay):
        if options.start is None:
            raise InvalidInputError("start_missing")
        return _new_when(options, zone)
    start = instant_of(options.start, zone) if options.start is not None else when.start_at
    if options.end is not None:
        return Timed(start, instant_of(options.end, zone))
    if options.minutes is not None:
        return Timed(start, start + _minutes(options))
    return Timed(start, start + (when.end_at - when.start_at))


def _changed_days(when: When, options: Namespace, zone: ZoneInfo) -> AllDay:
    if isinstance(when, AllDay):
        first, length = when.first_on, when.end_on - when.first_on
    else:
        first, length = when.start_at.astimezone(zone).date(), timedelta(days=1)
    if options.start is not None:
        first = day_of(options.start)
    return AllDay(first, day_of(options.end) if options.end is not None else first + length)


def _has_time(options: Namespace) -> bool:
    return any("T" in text or " " in text.strip() for text in (options.start, options.end) if text)


def _minutes(options: Namespace) -> timedelta:
    if options.minutes is None:
        raise InvalidInputError("end_missing")
    if not 0 < options.minutes <= _MOST_MINUTES:
        raise InvalidInputError("number_out_of_range", field="--minutes", low=1, high=_MOST_MINUTES)
    return timedelta(minutes=options.minutes)


def _refuse_minutes(options: Namespace) -> None:
    if options.minutes is not None:
        raise InvalidInputError("whole_days_have_no_minutes")


def _query(program: Program, options: Namespace, *, cancelled: bool = False) -> AppointmentQuery:
    resource = resource_of(program.queries, options.resource) if options.resource is not None else None
    zone = program.queries.branch_of(resource.id).tz if resource else program.queries.branches()[0].tz
    return AppointmentQuery(
        resource_ids=(resource.id,) if resource else None,
        from_at=None if options.from_at is None else instant_of(options.from_at, zone),
        until_at=None if options.until_at is None else instant_of(options.until_at, zone),
        cancelled=cancelled,
    )
