"""``resource``, ``settings``, ``init``, ``backup``, ``restore``, ``key`` and ``doctor``."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from terminplaner.bootstrap.doctor import checks_of
from terminplaner.bootstrap.program import Program
from terminplaner.cli.exit_codes import ExitCode
from terminplaner.cli.output import resource_json
from terminplaner.cli.terminal import print_json, print_result, tell
from terminplaner.domain.errors import InvalidInputError, StorageError, TerminplanerError
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.permissions import Actor
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.services.settings import PERIOD_KEY
from terminplaner.ui import messages

Finding = dict[str, str | bool]


def init(program: Program, options: Namespace) -> ExitCode:
    founded = found_chain(program.gate)
    filled = options.sample and add_sample(program.gate)
    tell(messages.describe_code("chain_founded" if founded or filled else "chain_exists", {}))
    return ExitCode.OK


def list_resources(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    rows = program.queries.find_resources(ResourceFilter(include_hidden=True))
    if options.json:
        print_json([resource_json(row) for row in rows])
    else:
        if not rows:
            tell(messages.describe_code("no_resources", {}))
        for row in rows:
            print_result("\t".join((row.resource.name, row.link.calendar_id if row.link else "")).rstrip())
    return ExitCode.OK


def get_setting(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    print_result(program.settings.get(options.key))
    return ExitCode.OK


def set_setting(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    if options.key == PERIOD_KEY:
        program.calendar_period.extend(actor, _date(options.key, options.value))
        return ExitCode.OK
    value = _client_text(options.value) if options.key == "google_client" else options.value
    program.settings.set(actor, options.key, value)
    return ExitCode.OK


def _date(key: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidInputError("setting_value", key=key, value=value, allowed="JJJJ-MM-TT") from None


def _client_text(value: str) -> str:
    """The content of the OAuth client file at the path ``value``; ``value`` where it is that itself, or empty."""
    if not value or value.lstrip().startswith("{"):
        return value
    try:
        return Path(value).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError("client_file_invalid") from error
    except OSError as error:
        raise InvalidInputError("file_unreadable", path=value) from error


def backup(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    program.safekeeping.backup(actor, options.file)
    tell(messages.describe_code("backup_written", {"path": str(options.file)}))
    return ExitCode.OK


def restore(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    present = program.safekeeping.restore(actor, options.file)
    tell(messages.describe_code("restored", {"path": str(present)}))
    return ExitCode.OK


def rotate_key(program: Program, actor: Actor, _options: Namespace) -> ExitCode:
    program.chain_key.rotate(actor)
    tell(messages.describe_code("key_rotated", {}))
    return ExitCode.OK


def export_key(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    program.chain_key.export(actor, options.file)
    tell(messages.describe_code("key_exported", {"path": str(options.file)}))
    return ExitCode.OK


def import_key(program: Program, actor: Actor, options: Namespace) -> ExitCode:
    program.chain_key.import_(actor, options.file)
    tell(messages.describe_code("key_imported", {"path": str(options.file)}))
    return ExitCode.OK


def doctor(program: Program, _actor: Actor, options: Namespace) -> ExitCode:
    """Every check runs, whatever the others say; exit 1 where one failed."""
    findings: list[Finding] = []
    for name, check in checks_of(program).items():
        try:
            check()
        except TerminplanerError as error:
            findings.append(_finding(name, messages.describe(error), is_well=False))
        else:
            findings.append(_finding(name, messages.describe_code(f"check_{name}", {}), is_well=True))
    return _report(findings, options)


def report_database(error: StorageError, options: Namespace) -> ExitCode:
    """What ``doctor`` can say where the database does not even open."""
    return _report([_finding("database", messages.describe(error), is_well=False)], options)


def _finding(name: str, message: str, *, is_well: bool) -> Finding:
    return {"name": name, "ok": is_well, "message": message}


def _report(findings: list[Finding], options: Namespace) -> ExitCode:
    is_well = all(finding["ok"] for finding in findings)
    if options.json:
        print_json({"ok": is_well, "checks": findings})
    else:
        for finding in findings:
            print_result(f"{'OK  ' if finding['ok'] else 'FEHL'}  {finding['name']}: {finding['message']}")
    return ExitCode.OK if is_well else ExitCode.ERROR
