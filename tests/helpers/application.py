"""The real application on a private desktop, with a Google of its own, used as a person uses it."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import terminplaner
from helpers.atspi import BUTTONS, Accessible
from helpers.desktop import Desktop, Process
from helpers.waiting import wait_until
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.simulator import SimulatedGoogle

PROGRAM = (sys.executable, "-m", "terminplaner")
_WATCHED_PROGRAM = (sys.executable, "-P", str(Path(__file__).with_name("watched_program.py")))

_START_SECONDS = 30.0
_SYNC_SECONDS = 20.0


class _NeverCancelled:
    def raise_if_cancelled(self) -> None:
        return


class Application:
    """Terminplaner with a profile in `folder`; pictures of its steps go into `pictures`, numbered.

    With `key_file` the chain key lies in that file; without it, in the Secret Service.
    """

    def __init__(
        self, desktop: Desktop, google: SimulatedGoogle, folder: Path, pictures: Path, key_file: Path | None = None
    ) -> None:
        self.desktop = desktop
        self._google = google
        self.profile = folder / "profile"
        self.pictures = pictures
        self.pictures.mkdir(parents=True, exist_ok=True)
        self._pictures_taken = 0
        self._process: Process | None = None
        self._root: Accessible | None = None
        self._variables = {
            "PYTHONPATH": str(Path(terminplaner.__file__).parents[1]),
            "TERMINPLANER_PROFILE": str(self.profile),
            "TERMINPLANER_GOOGLE_CLIENT": str(google.write_client_file(folder / "client.json")),
            "TERMINPLANER_GOOGLE_API": google.api_root,
            "TERMINPLANER_GOOGLE_REVOKE": google.revoke_uri,
        }
        if key_file is not None:
            self._variables["TERMINPLANER_KEY_FILE"] = str(key_file)

    def command(self, *arguments: str) -> str:
        """Run a command on the profile and return what it printed; AssertionError where it did not succeed."""
        done = subprocess.run(
            [*PROGRAM, *arguments],
            env=self.desktop.env | self._variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def found_sample(self) -> None:
        """Give the profile the sample chain, with the sync switched on."""
        with open_program(Environment.read(self._variables)) as program:
            found_chain(program.gate)
            add_sample(program.gate)
            program.settings.set(Actor(program.users.authenticate(ADMINISTRATOR_NAME)), "google_sync", "on")

    def link(self, resource: str) -> None:
        """Link a resource of the sample with a new calendar of Google's first account."""
        with open_program(Environment.read(self._variables)) as program:
            actor = Actor(program.users.authenticate(ADMINISTRATOR_NAME))
            resource_id = next(row.id for row in program.queries.resources() if row.name == resource)
            with ThreadPoolExecutor(1) as person:

                def consent(address: str) -> None:
                    person.submit(self._google.consent, address)

                grant = program.linking.begin(actor, resource_id, consent, _NeverCancelled())
            calendar = program.linking.create(actor, resource_id, grant.account_id, resource)
            program.linking.connect(actor, resource_id, grant.account_id, calendar)

    def start(self) -> None:
        """Open the application; it may ask who works here."""
        self._process = self.desktop.launch(_WATCHED_PROGRAM, **self._variables)
        self._root = self.desktop.application(self._process)

    def log_in(self, user: str) -> None:
        """Answer the dialog "Anmeldung" with a user as it is listed there, e.g. "admin  (Administrator)"."""
        dialog = self.root.find("dialog", name="Anmeldung", seconds=_START_SECONDS)
        if dialog.combo("Benutzer").name != user:
            dialog.combo("Benutzer").choose(user)
        dialog.button("Anmelden").press()

    @property
    def root(self) -> Accessible:
        """The program, in which its windows are found."""
        assert self._root is not None
        return self._root

    @property
    def window(self) -> Accessible:
        """The main window."""
        return self.root.find("frame", name="Terminplaner", seconds=_START_SECONDS)

    def dialog(self, title: str) -> Accessible:
        """Wait for a dialog, and return it."""
        return self.root.find("dialog", name=title, seconds=_SYNC_SECONDS)

    def wait_for_no_dialog(self) -> None:
        """Wait until the main window stands alone."""
        self.root.wait_gone("dialog", seconds=_SYNC_SECONDS)

    def open_tab(self, title: str) -> Accessible:
        """Go to a tab of the main window, which is returned."""
        window = self.window
        window.tab(title).select()
        return window

    def wait_for_status(self, text: str, seconds: float = _SYNC_SECONDS) -> Accessible:
        """Wait until the sync's line in the status bar contains `text`, and return it."""
        pattern = re.compile(f"^Synchronisation: .*{re.escape(text)}")
        return self.window.find(*BUTTONS, name=pattern, seconds=seconds)

    def open_sync_details(self, status: str) -> Accessible:
        """Click the status bar once it contains `status`, and return the window that this opens."""
        self.wait_for_status(status).press()
        return self.root.find("dialog", seconds=_SYNC_SECONDS)

    def wait_closed(self, seconds: float) -> int:
        """Wait until the program has ended by itself, and return its exit code."""
        process = self._process
        assert process is not None
        wait_until(lambda: process.poll() is not None, "the end of the program", seconds)
        return process.returncode

    def choose_resource(self, name: str) -> Accessible:
        """Find a resource in the tab "Administration" and select it; return the window that shows it."""
        window = self.open_tab("Administration")
        # Both halves of the page have a field of this name; before a resource is chosen only the search shows.
        window.field("Bezeichnung").type(name)
        window.button("Suchen").press()
        table = window.table("Ressourcen")
        table.wait_until(lambda _: table.row_count == 1, "showing one resource")
        table.select_row(name)
        return window

    def picture(self, name: str) -> None:
        """Photograph the screen as the next step."""
        self._pictures_taken += 1
        self.desktop.screenshot(self.pictures / f"{self._pictures_taken:02}-{name}.png")
