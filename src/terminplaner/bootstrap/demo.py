"""``demo``: a throw-away chain with sample data and a simulated Google on loopback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from terminplaner.bootstrap.demo_content import add_customers, fill_weeks, first_shown, let_persons_take_wishes
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.simulator import SimulatedGoogle
from terminplaner.simulator.clock import Clock
from terminplaner.system.profile import Profile


def run_demo(*, headless: bool, language: str | None, pictures: Path | None = None) -> int:
    """Open the application on the sample, or do the main job without a display; the process's exit code.

    The windows speak ``language`` (None: German); the headless demo and the handbook are German.  ``pictures`` is
    the folder for the pictures of the handbook, where they are what is wanted.
    """
    if pictures is not None:
        from terminplaner.bootstrap.handbook import take_pictures

        return take_pictures(pictures)
    if headless:
        from terminplaner.bootstrap.demo_headless import run_headless_demo

        return run_headless_demo()
    from terminplaner.bootstrap.desktop import run_desktop

    with demo_environment() as (environment, _):
        with open_program(environment) as program:
            prepare(program)
            day = first_shown(_today(program))
        return run_desktop(replace(environment, language=language), user=ADMINISTRATOR_NAME, day=day)


@contextmanager
def demo_environment(clock: Clock | None = None) -> Iterator[tuple[Environment, SimulatedGoogle]]:
    """A profile that vanishes at the end, pointing at a Google of its own (which goes by ``clock``, if any)."""
    with (
        tempfile.TemporaryDirectory(prefix="terminplaner-demo-", ignore_cleanup_errors=True) as folder,
        SimulatedGoogle(clock=clock) as google,
    ):
        profile = Profile(Path(folder))
        environment = Environment(
            profile,
            f"sqlite:///{profile.database}",
            client_file=google.write_client_file(profile.root / "client.json"),
            api_root=google.api_root,
            revoke_uri=google.revoke_uri,
            key_file=profile.root / "chain-key.json",
        )
        yield environment, google


def prepare(program: Program) -> Actor:
    """Found the sample chain with the sync switched on and two weeks of appointments; the administrator."""
    found_chain(program.gate)
    add_sample(program.gate)
    administrator = administrator_of(program)
    program.settings.set(administrator, "google_sync", "on")
    let_persons_take_wishes(program, administrator)
    add_customers(program, administrator)
    fill_weeks(program, administrator, _today(program))
    return administrator


def administrator_of(program: Program) -> Actor:
    """Who planned everything in the sample chain."""
    return Actor(program.users.authenticate(ADMINISTRATOR_NAME))


def _today(program: Program) -> date:
    """In the sample's branch."""
    return program.clock.now().astimezone(program.queries.branches()[0].tz).date()
