"""A private desktop for one test: screen, window manager, session bus, accessibility, a browser that is a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, Self

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from helpers import settings_portal
from helpers.accessibility_bus import AccessibilityBus
from helpers.atspi import Accessible, find_application
from helpers.hands import Hands
from helpers.waiting import wait_until

DESKTOP_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "at-spi-bus-launcher": "at-spi2-core",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "setxkbmap": "x11-xkb-utils",
    "setpriv": "util-linux",
    "gnome-keyring-daemon": "gnome-keyring",
}
"""What a desktop is made of, and the Debian package each program comes in."""

BROWSER_PROGRAMS = {"chromium": "chromium", "chromedriver": "chromium-driver"}

Process = subprocess.Popen[bytes]

_LIBEXEC = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2")

# No service directories: nothing is started behind the test's back, such as a keyring that asks for a password.
_BUS_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

_BROWSER_SCRIPT = """#!/bin/sh
printf '%s\\n' "$1" >> '{opened}'
"""


def program(name: str) -> str | None:
    """Return the path of a program, also of those that live beside the PATH."""
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(_LIBEXEC))


def install_command(packages: Mapping[str, str]) -> str | None:
    """Return the command that installs the missing ones of `packages` (by program); None where none is missing."""
    missing = sorted(package for name, package in packages.items() if program(name) is None)
    return f"sudo apt-get install --yes --no-install-recommends {' '.join(missing)}" if missing else None


class ProgramEndedError(Exception):
    """A program that should run has ended; tells what it printed."""


class Desktop:
    """A screen of `size` pixels on which Qt programs run scaled by `scale`, seen and driven from outside.

    A context manager: everything that was started ends with it, the programs first. `color_scheme` is what the
    desktop tells programs to prefer, "light" or "dark"; None tells them nothing. The language is German.
    """

    def __init__(
        self,
        folder: Path,
        scale: float = 1.0,
        size: tuple[int, int] = (1440, 900),
        color_scheme: Literal["light", "dark"] | None = None,
    ) -> None:
        self._folder = folder / "desktop"
        self._scale = scale
        self._size = size
        self._color_scheme = color_scheme
        self._stack = ExitStack()
        self._opened = self._folder / "opened-addresses"
        self._opened_seen = 0
        self._output = self._folder / "output.log"
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            # A socket's path may have 107 bytes only, and pytest's folders are long.
            runtime = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desk-")))
            self._prepare_folders(runtime)
            self._processes = stack
            self.env = self._environment(runtime)
            self._start_screen()
            self._start_session_bus(runtime)
            self._bus = stack.enter_context(AccessibilityBus(self._start_accessibility()))
            self._start_settings()
            self.hands = Hands(self.env, self._scale)
            self._processes = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._processes.close()

    def launch(self, arguments: Sequence[str | Path], **variables: str) -> Process:
        """Start a program on this desktop, with further environment `variables`; it ends with the desktop."""
        return self._start(arguments, variables=variables)

    def application(self, process: Process) -> Accessible:
        """Return the accessible application of a launched process once it has registered (30 s).

        Raises TimeoutError, or ProgramEndedError where it ended instead; both tell what was printed.
        """

        def registered() -> Accessible | None:
            if process.poll() is not None:
                raise ProgramEndedError(f"exit {process.returncode}: {process.args!r}\n{self.output()}")
            return find_application(self._bus, self.hands, process.pid)

        return wait_until(registered, f"accessible application of {process.args!r}", 30)

    def output(self) -> str:
        """Return what all programs of this desktop have printed so far."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    def opened_url(self, seconds: float = 10.0) -> str:
        """Wait for the next address a program asks the system's browser to open, each returned once."""

        def next_line() -> str | None:
            lines = self._opened.read_text(encoding="utf-8").splitlines()
            return lines[self._opened_seen] if len(lines) > self._opened_seen else None

        address = wait_until(next_line, "an address for the browser", seconds)
        self._opened_seen += 1
        return address

    def screenshot(self, path: Path) -> Path:
        """Write the whole screen as PNG."""
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True, timeout=20)
        return path

    def unlock_secret_service(self) -> None:
        """Start a Secret Service on the session bus whose default collection is open, with an empty password."""
        keyring = self._start(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"], stdin=subprocess.PIPE
        )
        assert keyring.stdin is not None
        keyring.stdin.write(b"\n")
        keyring.stdin.close()
        wait_until(lambda: self._owns("org.freedesktop.secrets"), "the Secret Service")

    # The parts

    def _prepare_folders(self, runtime: Path) -> None:
        for name in ("bin", "home", "home/.config", "home/.local/share", "home/.cache"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        self._opened.touch()
        # Qt asks for xdg-open first; a program that reads BROWSER gets the same file.
        browser = self._folder / "bin" / "xdg-open"
        browser.write_text(_BROWSER_SCRIPT.format(opened=self._opened), encoding="utf-8")
        browser.chmod(0o755)
        (runtime / "bus.conf").write_text(_BUS_CONFIG.format(folder=runtime), encoding="utf-8")

    def _environment(self, runtime: Path) -> dict[str, str]:
        home = self._folder / "home"
        inherited = {name: os.environ[name] for name in ("TZ",) if name in os.environ}
        return inherited | {
            # Qt takes dates and words from LANG, which need not be installed; the encoding must be.
            "LANG": "de_DE.UTF-8",
            "LC_CTYPE": "C.UTF-8",
            "PATH": f"{self._folder / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "BROWSER": str(self._folder / "bin" / "xdg-open"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "1",  # GTK, loaded for a platform theme, would register as a second application
            "QT_SCALE_FACTOR": f"{self._scale:g}",
        }

    def _start_screen(self) -> None:
        width, height = self._size
        self.env["DISPLAY"] = ":" + self._launch_announcing(
            "-displayfd {}", ["Xvfb", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
        )
        subprocess.run(["setxkbmap", "de"], env=self.env, check=True, timeout=20)
        self.launch(["openbox", "--sm-disable"])
        wait_until(self._has_window_manager, "a window manager")

    def _start_session_bus(self, runtime: Path) -> None:
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._launch_announcing(
            "--print-address={}", ["dbus-daemon", f"--config-file={runtime / 'bus.conf'}", "--nofork"]
        )

    def _start_accessibility(self) -> str:
        launcher = program("at-spi-bus-launcher")
        assert launcher is not None
        self.launch([launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1"])
        wait_until(lambda: self._owns("org.a11y.Bus"), "the accessibility bus")
        with open_dbus_connection(bus=self.env["DBUS_SESSION_BUS_ADDRESS"]) as session:
            launched = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            return str(session.send_and_get_reply(new_method_call(launched, "GetAddress"), timeout=10).body[0])

    def _start_settings(self) -> None:
        if self._color_scheme is not None:
            self.launch([sys.executable, settings_portal.__file__, self._color_scheme])
            wait_until(lambda: self._owns(settings_portal.NAME), "the settings portal")
            self.env["QT_QPA_PLATFORMTHEME"] = "xdgdesktopportal"

    def _launch_announcing(self, option: str, arguments: list[str]) -> str:
        """Start a program that writes one line about itself into the descriptor given by `option`; return it."""
        reader, writer = os.pipe()
        with os.fdopen(reader, encoding="ascii") as lines:
            try:
                self._start([*arguments, *option.format(writer).split()], pass_fds=(writer,))
            finally:
                os.close(writer)
            line = lines.readline().strip()
        if not line:
            raise ProgramEndedError(f"{arguments[0]} did not start\n{self.output()}")
        return line

    def _start(
        self,
        arguments: Sequence[str | Path],
        variables: Mapping[str, str] | None = None,
        stdin: int = subprocess.DEVNULL,
        pass_fds: Sequence[int] = (),
    ) -> Process:
        with self._output.open("ab") as output:
            process = subprocess.Popen(
                # The parent-death signal ends it also where the test run itself is killed.
                ["setpriv", "--pdeathsig", "KILL", *arguments],
                env=self.env | dict(variables or {}),
                stdin=stdin,
                stdout=output,
                stderr=output,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._processes.callback(stop, process)
        return process

    def _has_window_manager(self) -> bool:
        asked = subprocess.run(
            ["xdotool", "get_num_desktops"], env=self.env, capture_output=True, check=False, timeout=20
        )
        return asked.returncode == 0

    def _owns(self, bus_name: str) -> bool:
        with open_dbus_connection(bus=self.env["DBUS_SESSION_BUS_ADDRESS"]) as session:
            return bool(session.send_and_get_reply(message_bus.NameHasOwner(bus_name), timeout=10).body[0])


def stop(process: Process) -> None:
    """End a process with everything in its session: politely, after three seconds by force."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=3)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=10)
