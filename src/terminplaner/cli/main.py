"""From the arguments to a command, and from its errors to a sentence and an exit code.

What needs no Qt is imported before Qt is: PySide reads the source of every module that is loaded after it, to see
whether that uses PySide.
"""

from __future__ import annotations

import getpass
import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from terminplaner import __version__
from terminplaner.bootstrap.environment import Environment, require_display
from terminplaner.bootstrap.loading import loading
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.cli import administration_commands, argparse_words, google_commands, plan_commands
from terminplaner.cli.exit_codes import ExitCode, of_error
from terminplaner.cli.output import appointment_words
from terminplaner.cli.parser import build_parser, language_of
from terminplaner.cli.terminal import is_interactive, print_result, tell
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    PermissionDeniedError,
    StorageError,
    TerminplanerError,
)
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.ui import messages
from terminplaner.ui.language import ENGLISH, speak

_log = logging.getLogger(__name__)

Command = Callable[[Program, Actor, Namespace], ExitCode]

_COMMANDS: Mapping[tuple[str, str | None], Command] = {
    ("appointment", "add"): plan_commands.add,
    ("appointment", "edit"): plan_commands.edit,
    ("appointment", "list"): plan_commands.list_appointments,
    ("appointment", "cancel"): plan_commands.cancel,
    ("appointment", "restore"): plan_commands.restore,
    ("import", None): plan_commands.import_file,
    ("export", None): plan_commands.export,
    ("resource", "list"): administration_commands.list_resources,
    ("settings", "get"): administration_commands.get_setting,
    ("settings", "set"): administration_commands.set_setting,
    ("backup", None): administration_commands.backup,
    ("restore", None): administration_commands.restore,
    ("doctor", None): administration_commands.doctor,
    ("key", "rotate"): administration_commands.rotate_key,
    ("key", "export"): administration_commands.export_key,
    ("key", "import"): administration_commands.import_key,
    ("connect", None): google_commands.connect,
    ("disconnect", None): google_commands.disconnect,
    ("sync", None): google_commands.sync,
    ("status", None): google_commands.status,
    ("problems", "list"): google_commands.list_problems,
    ("problems", "resolve"): google_commands.resolve_problem,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is part of the promise (``exit_codes``)."""
    language = language_of(arguments)
    argparse_words.speak(language)
    if language == ENGLISH:
        _speak_english()
    options = build_parser().parse_args(arguments)
    try:
        return _run(options)
    except TerminplanerError as error:
        tell(messages.describe(error))
        if options.debug:
            traceback.print_exception(error)
        return of_error(error)
    except KeyboardInterrupt:
        tell(messages.describe_code("cancelled", {}))
        return ExitCode.ERROR
    except Exception as error:
        if options.debug:
            raise
        tell(messages.describe_code("defect", {"kind": type(error).__name__}))
        return ExitCode.ERROR


def _speak_english() -> None:
    from PySide6.QtCore import QCoreApplication

    if QCoreApplication.instance() is None:
        # Catalogues need an application.  Windows replace it by theirs; until then Qt holds on to it.
        speak(QCoreApplication(), ENGLISH)


def _run(options: Namespace) -> int:
    if options.version:
        print_result(f"Terminplaner {__version__}")
        return ExitCode.OK
    if options.selftest:
        from terminplaner.bootstrap.selftest import run_selftest

        return run_selftest()
    environment = Environment.read(
        os.environ,
        profile=options.profile,
        database_url=options.database,
        language=options.language,
        is_debug=options.debug,
    )
    if options.command is None:
        require_display(os.environ)
        with loading():
            from terminplaner.bootstrap.desktop import run_desktop
        return run_desktop(environment)
    if options.command == "demo":
        if not (options.headless or options.pictures):
            require_display(os.environ)
        from terminplaner.bootstrap.demo import run_demo

        return run_demo(headless=options.headless, language=options.language, pictures=options.pictures)
    try:
        with open_program(environment) as program:
            return _run_command(program, options)
    except StorageError as error:
        if options.command == "doctor":
            return administration_commands.report_database(error, options)
        raise


def _run_command(program: Program, options: Namespace) -> int:
    try:
        if options.command == "init":
            return administration_commands.init(program, options)
        actor = _actor(program, options.user)
        return _COMMANDS[options.command, getattr(options, "action", None)](program, actor, options)
    except CapacityExceededError as error:
        # The error knows neither customers nor the branch's wall time.
        colliding = cast("tuple[Appointment, ...]", error.params["colliding"])
        words = [appointment_words(program.queries.appointment(other.id)) for other in colliding]
        tell(messages.describe_code(error.error_code, {**error.params, "colliding": words}))
        return of_error(error)
    except TerminplanerError:
        raise
    except Exception:
        _log.exception("unexpected")
        raise


def _actor(program: Program, name: str | None) -> Actor:
    """Who acts: the named user, else the administrator a new chain starts with."""
    if not _is_founded(program):
        raise InvalidInputError("no_chain")
    wanted = name or os.environ.get("TERMINPLANER_USER") or ADMINISTRATOR_NAME
    password = os.environ.get("TERMINPLANER_PASSWORD", "")
    try:
        user = program.users.authenticate(wanted, password)
    except PermissionDeniedError:
        if password or not is_interactive():
            raise
        user = program.users.authenticate(wanted, getpass.getpass(f"{wanted}: ", sys.stderr))
    return Actor(user, Origin.COMMAND_LINE)


def _is_founded(program: Program) -> bool:
    return bool(program.queries.branches())
