"""Choosing, creating, linking and leaving calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest

from helpers.google_chain import KLARA, THOR, Cancel, GoogleChain, Person
from terminplaner.domain.calendar_link import CalendarIntent, Choice, Problem, ProblemKind
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import (
    CalendarRefusedError,
    ComeBackLaterError,
    GoogleError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    PersonNeededError,
)
from terminplaner.services.google_ports import CalendarBackup, Grant, RemoteCalendar
from terminplaner.services.linking import Revoked
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync.errors import OfflineError
from terminplaner.sync.oauth import SCOPE_CREATED

TEST = Author("test", Origin.SYSTEM)


def choose(chain: GoogleChain, grant: Grant, calendar_id: str) -> RemoteCalendar:
    return chain.linking.choose(chain.admin, chain.thor.id, grant.account_id, calendar_id)


def create(chain: GoogleChain, grant: Grant, name: str = "Thor Schuss") -> RemoteCalendar:
    return chain.linking.create(chain.admin, chain.thor.id, grant.account_id, name)


def refusal(action: Callable[[], object]) -> CalendarRefusedError:
    with pytest.raises(CalendarRefusedError) as caught:
        action()
    return caught.value


def intents(chain: GoogleChain) -> tuple[CalendarIntent, ...]:
    with chain.store.read() as reader:
        return reader.list_records(CalendarIntent)


# -- choosing


def test_only_secondary_calendars_of_the_account_itself_are_offered(chain: GoogleChain) -> None:
    thor, klara = chain.google.account(THOR), chain.google.account(KLARA)
    mine = thor.add_calendar("Meiner")
    klara.add_calendar("Geteilt").share(THOR, "writer")
    grant = chain.grant()
    made = create(chain, grant)
    chain.linking.connect(chain.admin, chain.cabin.id, grant.account_id, made)
    offered = {row.name: row for row in chain.linking.calendars(chain.admin, chain.thor.id, grant.account_id)}
    assert set(offered) == {"Meiner", "Thor Schuss"}
    assert offered["Meiner"] == RemoteCalendar(mine.id, "Meiner", "Europe/Berlin", THOR, False)
    assert offered["Thor Schuss"].is_created_by_program
    assert offered["Thor Schuss"].linked_resource_id == chain.cabin.id


def test_with_only_a_primary_calendar_nothing_is_offered(chain: GoogleChain) -> None:
    grant = chain.grant()
    assert chain.linking.calendars(chain.admin, chain.thor.id, grant.account_id) == ()


@pytest.mark.parametrize("calendar_id", ["primary", THOR, THOR.upper()])
def test_the_primary_calendar_is_refused(chain: GoogleChain, calendar_id: str) -> None:
    grant = chain.grant(for_existing=True)
    assert refusal(lambda: choose(chain, grant, calendar_id)).error_code == "calendar_is_primary"


def test_a_foreign_calendar_is_refused(chain: GoogleChain) -> None:
    shared = chain.google.account(KLARA).add_calendar("Geteilt")
    shared.share(THOR, "writer")
    grant = chain.grant(for_existing=True)
    error = refusal(lambda: choose(chain, grant, shared.id))
    assert (error.error_code, error.params["calendar"]) == ("calendar_not_owned", "Geteilt")


def test_a_calendar_of_another_resource_is_refused_by_its_name(chain: GoogleChain) -> None:
    grant = chain.grant()
    calendar = create(chain, grant)
    chain.linking.connect(chain.admin, chain.cabin.id, grant.account_id, calendar)
    for action in (
        lambda: choose(chain, grant, calendar.calendar_id),
        lambda: chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, calendar),
    ):
        error = refusal(action)
        assert (error.error_code, error.params["resource"]) == ("calendar_linked_elsewhere", "Kabine 1")


def test_an_unknown_calendar_is_refused(chain: GoogleChain) -> None:
    grant = chain.grant()
    assert (
        refusal(lambda: choose(chain, grant, "nobody@group.calendar.google.com")).error_code
        == "calendar_not_found"
    )


def test_a_calendar_the_program_did_not_create_takes_a_second_consent(chain: GoogleChain) -> None:
    mine = chain.google.account(THOR).add_calendar("Meiner", time_zone="Europe/Vienna")
    for ticked in ([SCOPE_CREATED], "all"):
        grant = chain.grant(tick=ticked)
        refused = refusal(partial(choose, chain, grant, mine.id))
        assert refused.error_code == "calendar_needs_consent"
    grant = chain.grant(for_existing=True)
    chosen = choose(chain, grant, mine.id)
    assert (chosen.zone, chosen.is_created_by_program) == ("Europe/Vienna", False)


# -- creating


def test_a_new_calendar_has_the_zone_of_the_branch(chain: GoogleChain) -> None:
    with chain.store.write(TEST, "arrange") as work:
        work.put(replace(work.list(Branch)[0], zone="Europe/Vienna"))
        work.commit()
    grant = chain.grant()
    calendar = create(chain, grant, "  Thor Schuss ")
    there = chain.google.calendar(calendar.calendar_id)
    assert (there.summary, there.time_zone) == ("Thor Schuss", "Europe/Vienna")
    assert calendar.zone == "Europe/Vienna"


def test_a_zone_google_does_not_know_does_not_keep_a_calendar_from_being_made(chain: GoogleChain) -> None:
    grant = chain.grant()
    unknown = Fault("calendars.insert", FaultKind.ERROR, status=400, reason="invalid")
    chain.google.faults.add(unknown)
    calendar = create(chain, grant)
    there = chain.google.calendar(calendar.calendar_id)
    assert there.time_zone == calendar.zone == "Europe/Berlin", "the account's own"
    first, second = [request for request in chain.google.requests if request.operation == "calendars.insert"]
    assert ("timeZone" in first.body, "timeZone" in second.body) == (True, False)
    assert create(chain, grant).calendar_id == calendar.calendar_id, "one calendar came of it"


def test_a_calendar_refused_for_another_reason_is_refused(chain: GoogleChain) -> None:
    grant = chain.grant()
    chain.google.faults.add(Fault("calendars.insert", FaultKind.ERROR, status=400, reason="invalid", times=None))
    with pytest.raises(GoogleError):
        create(chain, grant)
    assert intents(chain) == ()
    assert chain.google.count("calendars.insert") == 2


def test_a_calendar_needs_a_name(chain: GoogleChain) -> None:
    grant = chain.grant()
    with pytest.raises(InvalidInputError, match="field_missing"):
        create(chain, grant, "  ")


def test_a_creation_whose_answer_was_lost_is_found_again(chain: GoogleChain) -> None:
    grant = chain.grant()
    chain.google.faults.add(Fault("calendars.insert", FaultKind.DROP_AFTER))
    with pytest.raises(OfflineError):
        create(chain, grant)
    calendar = create(chain, grant)
    assert [row.id for row in chain.google.account(THOR).calendars[1:]] == [calendar.calendar_id]
    assert chain.google.count("calendars.insert") == 1


def test_a_creation_that_never_arrived_is_done_again(chain: GoogleChain) -> None:
    grant = chain.grant()
    chain.google.faults.add(Fault("calendars.insert", FaultKind.DROP_BEFORE))
    with pytest.raises(OfflineError):
        create(chain, grant)
    create(chain, grant)
    assert len(chain.google.account(THOR).calendars) == 2


def test_a_creation_nobody_linked_is_used_again(chain: GoogleChain) -> None:
    grant = chain.grant()
    assert create(chain, grant).calendar_id == create(chain, grant).calendar_id
    assert chain.google.count("calendars.insert") == 1


@pytest.mark.parametrize("tick", ["all", [SCOPE_CREATED]])
def test_after_a_link_a_new_calendar_is_a_new_one(chain: GoogleChain, tick: list[str]) -> None:
    grant = chain.grant(tick=tick)
    first = create(chain, grant)
    chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, first)
    chain.linking.disconnect(chain.admin, chain.thor.id)
    assert create(chain, grant).calendar_id != first.calendar_id


def test_a_calendar_deleted_before_its_link_is_created_anew(chain: GoogleChain) -> None:
    grant = chain.grant()
    first = create(chain, grant)
    chain.google.calendar(first.calendar_id).delete()
    assert create(chain, grant).calendar_id != first.calendar_id


def test_without_the_list_a_lost_creation_is_never_repeated_blindly(chain: GoogleChain) -> None:
    grant = chain.grant(tick=[SCOPE_CREATED])
    chain.google.faults.add(Fault("calendars.insert", FaultKind.DROP_AFTER))
    with pytest.raises(OfflineError):
        create(chain, grant)
    error = refusal(lambda: create(chain, grant))
    assert (error.error_code, error.params["name"]) == ("calendar_creation_unclear", "Thor Schuss")
    assert chain.google.count("calendars.insert") == 1


def test_a_refused_creation_is_clear(chain: GoogleChain) -> None:
    grant = chain.grant(tick=[SCOPE_CREATED])
    chain.google.faults.add(Fault("calendars.insert", FaultKind.ERROR, status=403, reason="rateLimitExceeded"))
    with pytest.raises(ComeBackLaterError):
        create(chain, grant)
    assert intents(chain) == ()
    assert create(chain, grant).name == "Thor Schuss"


# -- linking


def test_connect_writes_the_link(chain: GoogleChain) -> None:
    grant = chain.grant()
    calendar = create(chain, grant)
    link = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, calendar)
    assert chain.links() == (link,)
    assert (link.resource_id, link.account_id) == (chain.thor.id, grant.account_id)
    assert (link.calendar_id, link.calendar_name, link.zone) == (
        calendar.calendar_id,
        "Thor Schuss",
        calendar.zone,
    )
    assert (link.is_created_by_program, link.data_owner, link.ended_at) == (True, THOR, None)


def test_a_linked_resource_is_relinked_and_its_events_stay(chain: GoogleChain) -> None:
    grant = chain.grant()
    first = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, create(chain, grant, "Alt"))
    chain.google.clear_requests()
    second = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, create(chain, grant, "Neu"))
    by_id = {link.id: link for link in chain.links()}
    assert by_id[first.id].ended_at is not None
    assert by_id[second.id].ended_at is None
    assert [request.operation for request in chain.google.writes()] == ["calendars.insert"]
    assert chain.grant().previous_calendar_id == second.calendar_id


def test_disconnecting_sends_nothing_and_closes_what_cannot_be_decided_any_more(chain: GoogleChain) -> None:
    grant = chain.grant()
    link = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, create(chain, grant))
    problem = Problem(
        uuid4(), ProblemKind.BRAKE, link.id, chain.thor.id, None, "", (Choice.APPLY,), chain.clock.now()
    )
    with chain.store.write(TEST, "arrange") as work:
        work.keep(problem)
        work.commit()
    chain.google.clear_requests()
    chain.linking.disconnect(chain.admin, chain.thor.id)
    assert not chain.google.requests
    with chain.store.read() as reader:
        assert reader.list_problems() == ()
    (account,) = chain.accounts()
    assert account.encrypted_token
    assert chain.grant().previous_calendar_id == link.calendar_id
    with pytest.raises(NotFoundError, match="resource_not_linked"):
        chain.linking.disconnect(chain.admin, chain.thor.id)


def test_withdrawing_ends_every_link_of_the_account(chain: GoogleChain) -> None:
    grant, other = chain.grant(), chain.grant(KLARA)
    for resource, account_id in ((chain.thor, grant.account_id), (chain.cabin, grant.account_id)):
        calendar = chain.linking.create(chain.admin, resource.id, account_id, resource.name)
        chain.linking.connect(chain.admin, resource.id, account_id, calendar)
    assert chain.linking.affected_by_revoke(chain.thor.id) == ("Kabine 1", "Thor Schuss")
    assert chain.linking.revoke(chain.admin, chain.thor.id) == Revoked(("Kabine 1", "Thor Schuss"), True)
    assert all(link.ended_at for link in chain.links())
    tokens = {account.id: account.encrypted_token for account in chain.accounts()}
    assert tokens[grant.account_id] == b""
    assert tokens[other.account_id]
    assert chain.google.count("oauth.revoke") == 1
    with pytest.raises(PersonNeededError):
        chain.linking.calendars(chain.admin, chain.thor.id, grant.account_id)


def test_withdrawing_works_without_google_and_without_the_key(chain: GoogleChain) -> None:
    grant = chain.grant()
    chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, create(chain, grant))
    chain.google.stop()
    chain.secrets.is_missing = True
    assert not chain.linking.revoke(chain.admin, chain.thor.id).is_confirmed
    (account,) = chain.accounts()
    assert account.encrypted_token == b""
    assert account.needs_consent_since_at is not None


def test_there_is_nothing_to_withdraw_without_a_link(chain: GoogleChain) -> None:
    assert chain.linking.affected_by_revoke(chain.thor.id) == ()
    with pytest.raises(NotFoundError, match="resource_not_linked"):
        chain.linking.revoke(chain.admin, chain.thor.id)


# -- who may


def test_an_employee_links_the_own_person_resource_only(chain: GoogleChain) -> None:
    employee = chain.employee(chain.thor)
    person = Person(chain.google)
    grant = chain.linking.begin(employee, chain.thor.id, person, Cancel())
    person.leave()
    calendar = chain.linking.create(employee, chain.thor.id, grant.account_id, "Thor")
    chain.linking.connect(employee, chain.thor.id, grant.account_id, calendar)
    account_id = grant.account_id
    room = chain.cabin.id
    for action in (
        lambda: chain.linking.begin(employee, room, print, Cancel()),
        lambda: chain.linking.calendars(employee, room, account_id),
        lambda: chain.linking.create(employee, room, account_id, "Kabine"),
        lambda: chain.linking.choose(employee, room, account_id, calendar.calendar_id),
        lambda: chain.linking.count_events(employee, room, account_id, calendar.calendar_id),
        lambda: chain.linking.back_up(employee, room, account_id, calendar),
        lambda: chain.linking.preview(employee, room, account_id, calendar.calendar_id),
        lambda: chain.linking.connect(employee, room, account_id, calendar),
        lambda: chain.linking.disconnect(employee, room),
        lambda: chain.linking.revoke(employee, room),
    ):
        with pytest.raises(PermissionDeniedError, match="may_not_link"):
            action()


def test_an_employee_links_with_no_account_whose_consent_somebody_else_gave(chain: GoogleChain) -> None:
    granted = chain.grant(KLARA)
    calendar = chain.linking.create(chain.admin, chain.cabin.id, granted.account_id, "Klara")
    employee, own, account_id = chain.employee(chain.thor), chain.thor.id, granted.account_id
    calls = chain.google.count()
    backup = CalendarBackup(calendar.calendar_id, chain.backups / "k.ics", {})
    for action in (
        lambda: chain.linking.calendars(employee, own, account_id),
        lambda: chain.linking.create(employee, own, account_id, "Thor"),
        lambda: chain.linking.choose(employee, own, account_id, calendar.calendar_id),
        lambda: chain.linking.count_events(employee, own, account_id, calendar.calendar_id),
        lambda: chain.linking.back_up(employee, own, account_id, calendar),
        lambda: chain.linking.empty(employee, own, account_id, backup, lambda _done, _total: None, Cancel()),
        lambda: chain.linking.preview(employee, own, account_id, calendar.calendar_id),
        lambda: chain.linking.connect(employee, own, account_id, calendar),
    ):
        with pytest.raises(PermissionDeniedError, match="account_of_another"):
            action()
    assert (chain.google.count(), chain.links()) == (calls, ())
    person = Person(chain.google, KLARA)  # who can sign in with it may use it
    grant = chain.linking.begin(employee, own, person, Cancel())
    person.leave()
    assert grant.account_id == account_id
    chain.linking.connect(employee, own, account_id, calendar)


def test_an_employee_cannot_end_the_links_of_others_by_a_shared_account(chain: GoogleChain) -> None:
    grant = chain.grant()
    for resource in (chain.thor, chain.cabin):
        calendar = chain.linking.create(chain.admin, resource.id, grant.account_id, resource.name)
        chain.linking.connect(chain.admin, resource.id, grant.account_id, calendar)
    with pytest.raises(PermissionDeniedError, match="may_not_link"):
        chain.linking.revoke(chain.employee(chain.thor), chain.thor.id)
    assert not any(link.ended_at for link in chain.links())
    assert chain.google.count("oauth.revoke") == 0


# -- when Google does not play along


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (503, "backendError", ComeBackLaterError),
        (429, "rateLimitExceeded", ComeBackLaterError),
        (403, "insufficientPermissions", PersonNeededError),
        (400, "invalid", GoogleError),
    ],
)
def test_googles_refusals_come_as_the_port_names_them(
    chain: GoogleChain, status: int, reason: str, expected: type[GoogleError]
) -> None:
    grant = chain.grant()
    chain.google.faults.add(Fault("calendarList.list", FaultKind.ERROR, status=status, reason=reason))
    with pytest.raises(expected):
        chain.linking.calendars(chain.admin, chain.thor.id, grant.account_id)
