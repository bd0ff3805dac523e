"""The grammar of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from terminplaner.cli.argparse_words import speak_german
from terminplaner.cli.exit_codes import ExitCode
from terminplaner.services.settings import keys

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


_TIME_HELP = "ISO 8601, etwa 2026-11-24T17:00 (Ortszeit der Filiale)"
_RESOURCES_HELP = "Name oder Kennung; mehrfach möglich"
_APPOINTMENT_HELP = "Kennung aus „appointment list“"


class GermanParser(argparse.ArgumentParser):
    """Says in one sentence what was not understood, and ends with exit code 2.

    Options are not to be abbreviated: what is short for one today is ambiguous with the next one added.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, **kwargs)

    def error(self, message: str) -> NoReturn:
        self.exit(
            ExitCode.BAD_INPUT, f"Die Eingabe wurde nicht verstanden: {message}; Hilfe gibt {self.prog} --help.\n"
        )


def build_parser() -> argparse.ArgumentParser:
    speak_german()
    parser: argparse.ArgumentParser = GermanParser(
        prog="terminplaner",
        description="Terminplaner mit Google-Kalender-Abgleich; ohne Befehl öffnet sich das Fenster.",
    )
    parser.add_argument(
        "--profile", type=_folder, metavar="DIR", help="Ordner für Datenbank, Protokolle, Sicherungen"
    )
    parser.add_argument("--database", metavar="URL", help="Datenbank als SQLAlchemy-URL")
    parser.add_argument("--language", choices=("de", "en"), default="de", help="Sprache der Meldungen")
    parser.add_argument("--user", metavar="NAME", help="wer handelt; ohne Angabe admin")
    parser.add_argument("--debug", action="store_true", help="bei Fehlern den technischen Hintergrund zeigen")
    parser.add_argument("--version", action="store_true", help="Version anzeigen")
    parser.add_argument(
        "--selftest", action="store_true", help="prüfen, ob das installierte Programm vollständig ist"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_upkeep(commands)
    _add_administration(commands)
    _add_google(commands)
    _add_appointments(commands)
    return parser


def _folder(text: str) -> Path:
    """An empty one, of a script's empty variable, would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("Der Ordner fehlt")
    return Path(text)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="Ergebnis als JSON auf stdout")


def _add_upkeep(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="Vorführung mit Beispieldaten und simuliertem Google")
    demo.add_argument("--headless", action="store_true", help="ohne Bildschirm; schreibt Bildschirmfotos")
    init = commands.add_parser("init", help="Datenbank anlegen")
    init.add_argument("--sample", action="store_true", help="mit der Beispielfiliale 01 Stuttgart")
    backup = commands.add_parser("backup", help="alles in eine Datei sichern")
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help="eine Sicherung zurückspielen")
    restore.add_argument("file", type=Path)
    _add_json(commands.add_parser("doctor", help="prüfen, was läuft und was fehlt"))
    key = commands.add_parser("key", help="Schlüssel der Filialkette").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    key.add_parser("rotate", help="durch einen neuen ersetzen")
    for name, text in (("export", "für einen anderen Arbeitsplatz ausgeben"), ("import", "übernehmen")):
        key.add_parser(name, help=text).add_argument("file", type=Path)


def _add_administration(commands: Commands) -> None:
    resource = commands.add_parser("resource", help="Ressourcen").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    _add_json(resource.add_parser("list", help="alle Ressourcen"))
    settings = commands.add_parser("settings", help="Einstellungen der Filialkette")
    actions = settings.add_subparsers(dest="action", metavar="ACTION", required=True)
    get = actions.add_parser("get", help="einen Wert lesen")
    get.add_argument("key", help=f"eine von {', '.join(keys())}")
    put = actions.add_parser("set", help="einen Wert setzen")
    put.add_argument("key", help=f"eine von {', '.join(keys())}")
    put.add_argument("value", help="der Wert; bei google_client der Pfad der OAuth-Client-Datei (oder ihr Inhalt)")


def _add_google(commands: Commands) -> None:
    connect = commands.add_parser("connect", help="Ressource mit einem Google-Kalender verknüpfen")
    connect.add_argument("resource")
    target = connect.add_mutually_exclusive_group(required=True)
    target.add_argument("--new-calendar", metavar="NAME", help="einen neuen Kalender dieses Namens anlegen")
    target.add_argument("--calendar", metavar="ID", help="diesen vorhandenen Kalender nehmen")
    connect.add_argument("--empty-calendar", action="store_true", help="Kalender nach einer Sicherung leeren")
    connect.add_argument("--yes", action="store_true", help="Vorschau und Leeren bestätigen")
    connect.add_argument("--no-browser", action="store_true", help="Adresse der Freigabe ausgeben statt öffnen")
    _add_json(connect)
    disconnect = commands.add_parser("disconnect", help="Verknüpfung beenden")
    disconnect.add_argument("resource")
    disconnect.add_argument("--revoke", action="store_true", help="auch die Zustimmung bei Google zurückziehen")
    sync = commands.add_parser("sync", help="sofort abgleichen")
    sync.add_argument("resources", nargs="*", metavar="RESOURCE")
    sync.add_argument("--full", action="store_true", help="alles vergleichen")
    _add_json(sync)
    _add_json(commands.add_parser("status", help="Stand der Verknüpfungen"))
    problems = commands.add_parser("problems", help="was auf eine Entscheidung wartet")
    actions = problems.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_json(actions.add_parser("list", help="offene Entscheidungen"))
    resolve = actions.add_parser("resolve", help="entscheiden")
    resolve.add_argument("id", help="Kennung aus „problems list“")
    resolve.add_argument("choice", help="eine der dort in Klammern genannten Antworten")


def _add_appointments(commands: Commands) -> None:
    appointment = commands.add_parser("appointment", help="Termine").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    add = appointment.add_parser("add", help="Termin anlegen")
    add.add_argument(
        "--resource", action="append", required=True, metavar="NAME", dest="resources", help=_RESOURCES_HELP
    )
    add.add_argument("--start", required=True, metavar="T", help=f"Beginn; {_TIME_HELP}")
    _add_appointment_fields(add)
    _add_json(add)
    edit = appointment.add_parser("edit", help="Termin ändern")
    edit.add_argument("id", help=_APPOINTMENT_HELP)
    edit.add_argument("--resource", action="append", metavar="NAME", dest="resources", help=_RESOURCES_HELP)
    edit.add_argument("--start", metavar="T", help=f"neuer Beginn; {_TIME_HELP}")
    _add_appointment_fields(edit)
    _add_json(edit)
    listing = appointment.add_parser("list", help="Termine auflisten")
    listing.add_argument("--resource", metavar="NAME", help="nur diese Ressource")
    _add_range(listing)
    listing.add_argument("--cancelled", action="store_true", help="nur die stornierten")
    _add_json(listing)
    for name, text in (("cancel", "Termin stornieren"), ("restore", "stornierten Termin wiederherstellen")):
        command = appointment.add_parser(name, help=text)
        command.add_argument("id", help=_APPOINTMENT_HELP)
        _add_json(command)
    read = commands.add_parser("import", help="iCalendar-Datei übernehmen")
    read.add_argument("file", type=Path)
    read.add_argument("--resource", required=True, metavar="NAME", help="Ressource, die die Termine bekommt")
    read.add_argument("--dry-run", action="store_true", help="nur zeigen, was übernommen würde")
    _add_json(read)
    export = commands.add_parser("export", help="Termine als iCalendar ausgeben")
    export.add_argument("--resource", metavar="NAME", help="nur diese Ressource")
    _add_range(export)
    export.add_argument("-o", "--output", type=Path, metavar="FILE.ics", help="Zieldatei statt stdout")


def _add_appointment_fields(parser: argparse.ArgumentParser) -> None:
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--end", metavar="T", help="Ende; bei ganztägigen der Tag nach dem letzten")
    length.add_argument("--minutes", type=int, metavar="N", help="Dauer statt des Endes")
    parser.add_argument("--all-day", action="store_true", help="ganztägig; Beginn und Ende sind dann Tage")
    for name, text in (
        ("--text", "Text"),
        ("--type", "Terminart"),
        ("--status", "Status"),
        ("--customer", "„Nachname, Vorname“ oder Nummer; ein unbekannter Name wird angelegt"),
        ("--comment", "Kommentar"),
    ):
        parser.add_argument(name, metavar="S", help=text)


def _add_range(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="from_at", metavar="T", help=f"ab hier; {_TIME_HELP}")
    parser.add_argument("--to", dest="until_at", metavar="T", help="bis hierher, ausschließlich")
