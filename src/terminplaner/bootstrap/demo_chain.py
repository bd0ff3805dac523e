"""The throw-away chain of the demo and the handbook, with a simulated Google on loopback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from terminplaner.bootstrap.demo_content import add_customers, fill_weeks, let_persons_take_wishes
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.simulator import SimulatedGoogle
from terminplaner.simulator.clock import Clock
from terminplaner.system.profile import Profile


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
    fill_weeks(program, administrator, today_of(program))
    return administrator


def administrator_of(program: Program) -> Actor:
    """Who planned everything in the sample chain."""
    return Actor(program.users.authenticate(ADMINISTRATOR_NAME))


def today_of(program: Program) -> date:
    """In the sample's branch."""
    return program.clock.now().astimezone(program.queries.branches()[0].tz).date()
