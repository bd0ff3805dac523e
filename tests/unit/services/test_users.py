"""Logging in, passwords, and whose calendar one may link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.shop import Shop
from terminplaner.domain.errors import PermissionDeniedError


def test_a_user_without_password_logs_in_without_one(shop: Shop) -> None:
    assert shop.users.authenticate("Petra").name == "petra"
    with pytest.raises(PermissionDeniedError):
        shop.users.authenticate("petra", "geraten")


def test_a_password_is_kept_as_an_argon2_hash(shop: Shop) -> None:
    user = shop.users.set_password(shop.planner, shop.planner.user.id, "Lesebrille")
    assert user.password_hash.startswith("$argon2id$")
    assert shop.users.authenticate("petra", "Lesebrille").id == user.id
    shop.users.set_password(shop.planner, user.id, "")
    assert shop.users.authenticate("petra").password_hash == ""


def test_every_failed_login_sounds_the_same(shop: Shop) -> None:
    user = shop.users.set_password(shop.planner, shop.planner.user.id, "Lesebrille")
    with shop.gate.open(shop.admin.author, "break") as passage:
        passage.work.put(replace(shop.admin.user, password_hash="no hash"))
    failures = set()
    for name, password in ((user.name, "lesebrille"), (user.name, ""), ("niemand", "x"), ("admin", "x")):
        with pytest.raises(PermissionDeniedError) as failure:
            shop.users.authenticate(name, password)
        failures.add((failure.value.error_code, tuple(failure.value.params)))
    assert failures == {("login_failed", ("user",))}


def test_a_deleted_user_does_not_log_in(shop: Shop) -> None:
    shop.master_data.delete(shop.admin, shop.planner.user)
    with pytest.raises(PermissionDeniedError):
        shop.users.authenticate("petra")


def test_whose_password_one_may_set(shop: Shop) -> None:
    with pytest.raises(PermissionDeniedError):
        shop.users.set_password(shop.planner, shop.employee.user.id, "x")
    shop.users.set_password(shop.admin, shop.planner.user.id, "vom Chef")
    assert shop.users.authenticate("petra", "vom Chef")


def test_who_may_link_what(shop: Shop) -> None:
    own, other = shop.resource("Klara Himmel"), shop.resource("Kabine 1 Filiale Stgt.")
    assert shop.admin.may_link(other)
    assert shop.employee.may_link(own)
    for actor in (shop.employee, shop.planner):
        with pytest.raises(PermissionDeniedError) as refusal:
            actor.require_link(other)
        assert refusal.value.error_code == "may_not_link"
