"""Find the system libraries and programs that pip cannot bring, and say (or do) what installs them.

Linux only: Qt's wheels for Windows and macOS need nothing from the system. Uses the standard library alone,
since it runs before there is an environment. Names of packages are those of Debian 12, Ubuntu 24.04 and Fedora 41.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SystemPackage:
    """Something the system has to provide: how to see that it is there, and the packages that bring it."""

    purpose: str
    is_present: Callable[[], bool]
    debian: str
    fedora: str
    ubuntu: str | None = None


def _library(soname: str, debian: str, fedora: str) -> SystemPackage:
    def is_present() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return SystemPackage(soname, is_present, debian, fedora)


def _program(name: str, debian: str, fedora: str, ubuntu: str | None = None) -> SystemPackage:
    return SystemPackage(name, lambda: shutil.which(name) is not None, debian, fedora, ubuntu)


def _has_font() -> bool:
    roots = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return any(next(root.rglob(pattern), None) for root in roots for pattern in ("*.ttf", "*.otf"))


def _has_at_spi() -> bool:
    folders = ("/usr/libexec", "/usr/lib/at-spi2-core")
    return any(Path(folder, "at-spi-bus-launcher").exists() for folder in folders)


def _has_browser() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


QT = (
    _library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    _library("libGL.so.1", "libgl1", "libglvnd-glx"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    _library("libfreetype.so.6", "libfreetype6", "freetype"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    _library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    _library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    _library("libxcb.so.1", "libxcb1", "libxcb"),
    _library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    _library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    _library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    _library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    SystemPackage("a font", _has_font, "fonts-dejavu-core", "dejavu-sans-fonts"),
)
"""What the wheel of PySide6-Essentials links to (``objdump -p``), for a screen and for ``offscreen`` alike."""

TESTS = (
    _program("Xvfb", "xvfb", "xorg-x11-server-Xvfb"),
    _program("openbox", "openbox", "openbox"),
    _program("dbus-run-session", "dbus", "dbus-daemon"),
    SystemPackage("AT-SPI", _has_at_spi, "at-spi2-core", "at-spi2-core"),
    _program("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring"),
    SystemPackage("Chromium", _has_browser, "chromium", "chromium", "chromium-browser"),
    _program("chromedriver", "chromium-driver", "chromedriver", "chromium-chromedriver"),
    _program("objcopy", "binutils", "binutils"),
)
"""What the tests with a real screen, browser and keyring, and the frozen program's build, use besides."""


def missing(packages: Iterable[SystemPackage]) -> list[SystemPackage]:
    """Return the packages that this system lacks; none on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for package in packages if not package.is_present()]


def install_command(packages: Iterable[SystemPackage], distribution: Collection[str]) -> list[str]:
    """Return the command that installs the packages on a distribution, given its id and those it is like.

    An unknown one gets Debian's, as a hint.
    """
    if "fedora" in distribution:
        return ["dnf", "install", "-y", *dict.fromkeys(package.fedora for package in packages)]
    names = (
        package.ubuntu or package.debian if "ubuntu" in distribution else package.debian for package in packages
    )
    return ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(names)]


def provide(packages: Iterable[SystemPackage]) -> bool:
    """Install what is missing where that needs no question (root with apt), else name the command.

    Returns whether everything is there afterwards.
    """
    lacking = missing(packages)
    if not lacking:
        return True
    distribution = _distribution_ids()
    command = install_command(lacking, distribution)
    _say("The system lacks " + ", ".join(package.purpose for package in lacking) + ".")
    if os.geteuid() == 0 and command[0] == "apt-get" and shutil.which("apt-get"):
        _say("Installing: " + " ".join(command))
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=environment, stdin=subprocess.DEVNULL, check=False)
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)
        lacking = missing(lacking)
    if lacking:
        _say("Install with: sudo " + " ".join(install_command(lacking, distribution)))
    return not lacking


def _distribution_ids() -> set[str]:
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    return {word for key in ("ID", "ID_LIKE") for word in fields.get(key, "").strip('"').split()}


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
