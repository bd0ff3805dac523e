"""The command line acts with the rights of the user it is told."""

from __future__ import annotations

import os
from typing import Any
from uuid import uuid4

import pytest

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.domain.people import Role, User
from terminplaner.services.permissions import Actor

_ADD = ("appointment", "add", "--resource", "Thor Schuss", "--minutes", "30")
_BY_DAY, _BY_NIGHT = ("--start", "2027-01-12T10:00"), ("--start", "2027-01-12T22:00")


@pytest.fixture
def run_as(run: Any) -> Any:
    """Run a command as a user of this role, who is called after it."""
    with open_program(Environment.read(os.environ)) as program:
        administrator = Actor(program.users.authenticate("admin"))
        for role in Role:
            program.master_data.save(administrator, User(uuid4(), role.value, role))

    def as_role(role: Role, *arguments: str) -> Any:
        return run("--user", role.value, *arguments)

    return as_role


def test_who_only_reads_lists_and_changes_nothing(run_as: Any) -> None:
    assert run_as(Role.READER, "resource", "list").code == 0
    assert run_as(Role.READER, "appointment", "list", "--resource", "Thor Schuss").code == 0
    refused = run_as(Role.READER, *_ADD, *_BY_DAY)
    assert refused.code == 1
    assert "keine Termine planen" in refused.err
    assert refused.out == ""


def test_within_the_working_hours_only(run_as: Any) -> None:
    refused = run_as(Role.BOOKER_IN_HOURS, *_ADD, *_BY_NIGHT)
    assert refused.code == 1
    assert "nur innerhalb der Arbeitszeiten" in refused.err
    assert run_as(Role.BOOKER_IN_HOURS, *_ADD, *_BY_DAY).code == 0
    warned = run_as(Role.BOOKER, *_ADD, *_BY_NIGHT)
    assert warned.code == 0
    assert "nicht verfügbar" in warned.err
