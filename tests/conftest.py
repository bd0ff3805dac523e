"""What every test stands on: no access to the person's own files, no network, no warning lost."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.lock_watch import watching_locks
from helpers.log_watch import LogWatch

_PROOF_SECONDS = 4 * 3600
_LOOPBACK = ("127.0.0.1", "::1", "localhost", None, "")
_SCRATCH = Path(tempfile.mkdtemp(prefix="tp-"))  # short: a Unix socket's path may have some 100 characters


def _isolate_process() -> None:
    """Point every folder a program may write to, and the keyring, away from the person who runs the tests.

    Happens on import, because libraries read these variables when they are imported.
    """
    for name in [name for name in os.environ if name.startswith("TERMINPLANER_")]:
        del os.environ[name]
    home = _SCRATCH / "home"
    home.mkdir()
    os.environ.update(
        HOME=str(home),
        USERPROFILE=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
        TERMINPLANER_PROFILE=str(home / "profile"),
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
        # Far from any branch, with summer in January: taking the workstation's zone for the branch's shows.
        TZ="Pacific/Auckland",
    )
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = _SCRATCH / "run"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    if sys.platform != "win32":
        time.tzset()


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in _LOOPBACK:
        # Not an Exception: the program under test takes those for being offline.
        pytest.fail(f"A test reached for the network: {host!r}")


# A deadline would measure the machine, not the program.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
_isolate_process()
sys.addaudithook(_refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--no-skips`` (for machines where everything is expected to be there), ``--prove``, ``--pictures``."""
    parser.addoption("--no-skips", action="store_true", help="a skipped test counts as failed")
    parser.addoption("--prove", action="store_true", help="run what is marked prove, with all its examples")
    parser.addoption("--pictures", type=Path, metavar="DIR", help="where end-to-end tests leave their pictures")


def pytest_configure(config: pytest.Config) -> None:
    """Know the marker ``prove``."""
    config.addinivalue_line("markers", "prove(few, all): try `few` examples, with --prove `all`; see `examples`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left alone with it at the end.

    Under ``--prove`` run the marked tests alone, and give them the time they need.
    """
    items.sort(key=lambda item: item.path.parent.name != "e2e" and item.path.name != "test_chaos.py")
    if config.getoption("--prove"):
        config.hook.pytest_deselected(items=[item for item in items if not item.get_closest_marker("prove")])
        items[:] = [item for item in items if item.get_closest_marker("prove")]
        for item in items:
            item.add_marker(pytest.mark.timeout(_PROOF_SECONDS))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what the proofs recorded (``record_property``), summed over the parts of a test."""
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    for report in terminalreporter.getreports("passed") if config.getoption("--prove") else ():
        figures[report.nodeid.partition("[")[0]].update(dict(report.user_properties))
    for name, counted in sorted(figures.items()):
        terminalreporter.write_line(f"{name}: {', '.join(f'{count} {what}' for what, count in counted.items())}")


def pytest_unconfigure() -> None:
    """Leave nothing behind; what lies in the clipboard would be destroyed when Python is gone already."""
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
    shutil.rmtree(_SCRATCH, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let the windows of a test go with it, in the GUI thread.

    Outside an event loop Qt only notes what is to be deleted, and pytest holds fixtures until after their
    teardown: without this, Python's collector would find such windows in a worker thread of a later test and
    destroy them there, which Qt answers with a crash some tests later.  What is left is not looked through again.
    """
    if not isinstance(item, pytest.Function) or "qtbot" not in item.fixturenames:
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        if QApplication.mouseButtons():  # QTest.mouseDClick leaves its button pressed
            QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one under ``--no-skips``."""
    report = yield
    if item.config.getoption("--no-skips") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped file into a failed one under ``--no-skips``."""
    report = yield
    if collector.config.getoption("--no-skips") and report.outcome == "skipped":
        report.outcome = "failed"
    return report


@pytest.fixture
def examples(request: pytest.FixtureRequest) -> int:
    """How many examples a test marked ``prove(few, all)`` tries."""
    few, everything = request.node.get_closest_marker("prove").args
    return int(everything if request.config.getoption("--prove") else few)


@pytest.fixture(autouse=True)
def expected_logs() -> Iterator[LogWatch]:
    """Fail a test that logs a warning or worse it did not announce: ``expected_logs.expect("text")``."""
    with LogWatch() as watch:
        yield watch
    if complaint := watch.complaint():
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(autouse=True)
def _ordered_locks() -> Iterator[None]:
    """Fail a test in which a transaction leaves the order of locks (docs/architecture.md)."""
    with watching_locks() as complaints:
        yield
    if complaints:
        pytest.fail("\n".join(sorted(set(complaints))), pytrace=False)
