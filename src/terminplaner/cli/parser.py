"""The grammar of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from PySide6.QtCore import QCoreApplication

from terminplaner.cli.exit_codes import ExitCode
from terminplaner.services.settings import keys
from terminplaner.ui.language import ENGLISH, GERMAN

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def translate(context: str, text: str) -> str:  # a name lupdate looks for
    """``text`` in the language of this run."""
    return QCoreApplication.translate(context, text)


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what was not understood, and ends with exit code 2.

    Options are not to be abbreviated: what is short for one today is ambiguous with the next one added.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, **kwargs)

    def error(self, message: str) -> NoReturn:
        sentence = translate("cli", "Die Eingabe wurde nicht verstanden: {message}; Hilfe gibt {program} --help.")
        self.exit(ExitCode.BAD_INPUT, sentence.format(message=message, program=self.prog) + "\n")


def language_of(arguments: Sequence[str] | None) -> str:
    """The language that ``arguments`` (None: the process's own) ask for, before anything else of them is read."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--language", choices=(GERMAN, ENGLISH), default=GERMAN)
    try:
        return str(parser.parse_known_args(arguments)[0].language)
    except argparse.ArgumentError:
        return GERMAN


def build_parser() -> argparse.ArgumentParser:
    """The grammar, explained in the language that the application of this process speaks."""
    parser: argparse.ArgumentParser = _Parser(
        prog="terminplaner",
        description=translate(
            "cli", "Terminplaner mit Google-Kalender-Abgleich; ohne Befehl öffnet sich das Fenster."
        ),
    )
    parser.add_argument(
        "--profile",
        type=_folder,
        metavar="DIR",
        help=translate("cli", "Ordner für Datenbank, Protokolle, Sicherungen"),
    )
    parser.add_argument("--database", metavar="URL", help=translate("cli", "Datenbank als SQLAlchemy-URL"))
    parser.add_argument(
        "--language",
        choices=(GERMAN, ENGLISH),
        help=translate("cli", "Sprache; ohne Angabe spricht das Fenster die an diesem Arbeitsplatz gewählte"),
    )
    parser.add_argument("--user", metavar="NAME", help=translate("cli", "wer handelt; ohne Angabe admin"))
    parser.add_argument(
        "--debug", action="store_true", help=translate("cli", "bei Fehlern den technischen Hintergrund zeigen")
    )
    parser.add_argument("--version", action="store_true", help=translate("cli", "Version anzeigen"))
    parser.add_argument(
        "--selftest",
        action="store_true",
        help=translate("cli", "prüfen, ob das installierte Programm vollständig ist"),
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_upkeep(commands)
    _add_administration(commands)
    _add_google(commands)
    _add_appointments(commands)
    return parser


def _with_time(text: str) -> str:
    return text.format(time=translate("cli", "ISO 8601, etwa 2026-11-24T17:00 (Ortszeit der Filiale)"))


def _folder(text: str) -> Path:
    """An empty one, of a script's empty variable, would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError(translate("cli", "Der Ordner fehlt"))
    return Path(text)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=translate("cli", "Ergebnis als JSON auf stdout"))


def _add_upkeep(commands: Commands) -> None:
    demo = commands.add_parser(
        "demo", help=translate("cli", "Vorführung mit Beispieldaten und simuliertem Google")
    )
    demo.add_argument(
        "--headless", action="store_true", help=translate("cli", "ohne Bildschirm; schreibt Bildschirmfotos")
    )
    demo.add_argument(
        "--pictures",
        type=_folder,
        metavar="DIR",
        help=translate("cli", "die Bilder des Handbuchs aufnehmen, ohne Bildschirm"),
    )
    init = commands.add_parser("init", help=translate("cli", "Datenbank anlegen"))
    init.add_argument(
        "--sample", action="store_true", help=translate("cli", "mit der Beispielfiliale 01 Stuttgart")
    )
    backup = commands.add_parser("backup", help=translate("cli", "alles in eine Datei sichern"))
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help=translate("cli", "eine Sicherung zurückspielen"))
    restore.add_argument("file", type=Path)
    _add_json(commands.add_parser("doctor", help=translate("cli", "prüfen, was läuft und was fehlt")))
    key = commands.add_parser("key", help=translate("cli", "Schlüssel der Filialkette")).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    key.add_parser("rotate", help=translate("cli", "durch einen neuen ersetzen"))
    for name, text in (
        ("export", translate("cli", "für einen anderen Arbeitsplatz ausgeben")),
        ("import", translate("cli", "übernehmen")),
    ):
        key.add_parser(name, help=text).add_argument("file", type=Path)


def _add_administration(commands: Commands) -> None:
    resource = commands.add_parser("resource", help=translate("cli", "Ressourcen")).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    _add_json(resource.add_parser("list", help=translate("cli", "alle Ressourcen")))
    settings = commands.add_parser("settings", help=translate("cli", "Einstellungen der Filialkette"))
    actions = settings.add_subparsers(dest="action", metavar="ACTION", required=True)
    get = actions.add_parser("get", help=translate("cli", "einen Wert lesen"))
    get.add_argument("key", help=translate("cli", "eine von {keys}").format(keys=", ".join(keys())))
    put = actions.add_parser("set", help=translate("cli", "einen Wert setzen"))
    put.add_argument("key", help=translate("cli", "eine von {keys}").format(keys=", ".join(keys())))
    put.add_argument(
        "value",
        help=translate("cli", "der Wert; bei google_client der Pfad der OAuth-Client-Datei (oder ihr Inhalt)"),
    )


def _add_google(commands: Commands) -> None:
    connect = commands.add_parser(
        "connect", help=translate("cli", "Ressource mit einem Google-Kalender verknüpfen")
    )
    connect.add_argument("resource")
    target = connect.add_mutually_exclusive_group(required=True)
    target.add_argument(
        "--new-calendar", metavar="NAME", help=translate("cli", "einen neuen Kalender dieses Namens anlegen")
    )
    target.add_argument("--calendar", metavar="ID", help=translate("cli", "diesen vorhandenen Kalender nehmen"))
    connect.add_argument(
        "--empty-calendar", action="store_true", help=translate("cli", "Kalender nach einer Sicherung leeren")
    )
    connect.add_argument("--yes", action="store_true", help=translate("cli", "Vorschau und Leeren bestätigen"))
    connect.add_argument(
        "--no-browser", action="store_true", help=translate("cli", "Adresse der Freigabe ausgeben statt öffnen")
    )
    _add_json(connect)
    disconnect = commands.add_parser("disconnect", help=translate("cli", "Verknüpfung beenden"))
    disconnect.add_argument("resource")
    disconnect.add_argument(
        "--revoke", action="store_true", help=translate("cli", "auch die Zustimmung bei Google zurückziehen")
    )
    sync = commands.add_parser("sync", help=translate("cli", "sofort abgleichen"))
    sync.add_argument("resources", nargs="*", metavar="RESOURCE")
    sync.add_argument("--full", action="store_true", help=translate("cli", "alles vergleichen"))
    _add_json(sync)
    _add_json(commands.add_parser("status", help=translate("cli", "Stand der Verknüpfungen")))
    problems = commands.add_parser("problems", help=translate("cli", "was auf eine Entscheidung wartet"))
    actions = problems.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_json(actions.add_parser("list", help=translate("cli", "offene Entscheidungen")))
    resolve = actions.add_parser("resolve", help=translate("cli", "entscheiden"))
    resolve.add_argument("id", help=translate("cli", "Kennung aus „problems list“"))
    resolve.add_argument("choice", help=translate("cli", "eine der dort in Klammern genannten Antworten"))


def _add_appointments(commands: Commands) -> None:
    appointment = commands.add_parser("appointment", help=translate("cli", "Termine")).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    add = appointment.add_parser("add", help=translate("cli", "Termin anlegen"))
    add.add_argument(
        "--resource",
        action="append",
        required=True,
        metavar="NAME",
        dest="resources",
        help=translate("cli", "Name oder Kennung; mehrfach möglich"),
    )
    add.add_argument("--start", required=True, metavar="T", help=_with_time(translate("cli", "Beginn; {time}")))
    _add_appointment_fields(add)
    _add_json(add)
    edit = appointment.add_parser("edit", help=translate("cli", "Termin ändern"))
    edit.add_argument("id", help=translate("cli", "Kennung aus „appointment list“"))
    edit.add_argument(
        "--resource",
        action="append",
        metavar="NAME",
        dest="resources",
        help=translate("cli", "Name oder Kennung; mehrfach möglich"),
    )
    edit.add_argument("--start", metavar="T", help=_with_time(translate("cli", "neuer Beginn; {time}")))
    _add_appointment_fields(edit)
    _add_json(edit)
    listing = appointment.add_parser("list", help=translate("cli", "Termine auflisten"))
    listing.add_argument("--resource", metavar="NAME", help=translate("cli", "nur diese Ressource"))
    _add_range(listing)
    listing.add_argument("--cancelled", action="store_true", help=translate("cli", "nur die stornierten"))
    _add_json(listing)
    for name, text in (
        ("cancel", translate("cli", "Termin stornieren")),
        ("restore", translate("cli", "stornierten Termin wiederherstellen")),
    ):
        command = appointment.add_parser(name, help=text)
        command.add_argument("id", help=translate("cli", "Kennung aus „appointment list“"))
        _add_json(command)
    read = commands.add_parser("import", help=translate("cli", "iCalendar-Datei übernehmen"))
    read.add_argument("file", type=Path)
    read.add_argument(
        "--resource", required=True, metavar="NAME", help=translate("cli", "Ressource, die die Termine bekommt")
    )
    read.add_argument("--dry-run", action="store_true", help=translate("cli", "nur zeigen, was übernommen würde"))
    _add_json(read)
    export = commands.add_parser("export", help=translate("cli", "Termine als iCalendar ausgeben"))
    export.add_argument("--resource", metavar="NAME", help=translate("cli", "nur diese Ressource"))
    _add_range(export)
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE.ics", help=translate("cli", "Zieldatei statt stdout")
    )


def _add_appointment_fields(parser: argparse.ArgumentParser) -> None:
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--end", metavar="T", help=translate("cli", "Ende; bei ganztägigen der Tag nach dem letzten")
    )
    length.add_argument("--minutes", type=int, metavar="N", help=translate("cli", "Dauer statt des Endes"))
    parser.add_argument(
        "--all-day", action="store_true", help=translate("cli", "ganztägig; Beginn und Ende sind dann Tage")
    )
    for name, text in (
        ("--text", translate("cli", "Text")),
        ("--type", translate("cli", "Terminart")),
        ("--status", translate("cli", "Status")),
        ("--customer", translate("cli", "„Nachname, Vorname“ oder Nummer; ein unbekannter Name wird angelegt")),
        ("--comment", translate("cli", "Kommentar")),
    ):
        parser.add_argument(name, metavar="S", help=text)


def _add_range(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="from_at", metavar="T", help=_with_time(translate("cli", "ab hier; {time}"))
    )
    parser.add_argument("--to", dest="until_at", metavar="T", help=translate("cli", "bis hierher, ausschließlich"))
