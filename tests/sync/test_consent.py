"""The consent from the first check to the kept token, and every way it can end."""

from __future__ import annotations

import logging
import threading
from base64 import urlsafe_b64decode
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

import pytest
import requests

from helpers.google_chain import KLARA, THOR, Cancel, GoogleChain, Person
from terminplaner.domain.calendar_link import GoogleAccount, LinkStatus
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import CancelledError, ConsentError, GoogleError, SecretStoreError
from terminplaner.services.google_ports import Grant
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync.consent import BOOKKEEPER, Consent
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.errors import ClientRefusedError, OfflineError
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST, SCOPE_OWNED

PAIR = (SCOPE_CREATED, SCOPE_LIST)


def ending(chain: GoogleChain, person: Person, *, for_existing: bool = False) -> GoogleError:
    """The error a consent ends with; the browser shows that it was refused, and nothing is kept."""
    before = chain.accounts()
    with pytest.raises(GoogleError) as caught:
        chain.consent.run(person, Cancel(), for_existing=for_existing)
    assert "&lt;consent_page_refused&gt;" in person.leave().text
    assert chain.accounts() == before
    return caught.value


def visit(address: str) -> requests.Response:
    """Open an address of the receiver as a browser would."""
    with requests.Session() as browser:
        browser.trust_env = False
        return browser.get(address, timeout=10)


def redirect_of(address: str) -> tuple[str, str]:
    query = parse_qs(urlsplit(address).query)
    return query["redirect_uri"][0], query["state"][0]


def test_a_consent_is_asked_for_and_kept(chain: GoogleChain) -> None:
    person = Person(chain.google)
    grant = chain.consent.run(person, Cancel())
    assert "&lt;consent_page_granted&gt;" in person.leave().text
    (account,) = chain.accounts()
    assert grant == Grant(account.id, THOR, tuple(sorted(PAIR)), can_list_calendars=True, can_use_existing=False)
    assert (account.email, account.granted_scopes) == (THOR, frozenset(PAIR))
    assert account.client_id == chain.google.client.client_id
    assert chain.consent.vault.decrypt(account.encrypted_token).startswith("1//")


def test_the_address_asks_for_the_two_boxes_with_pkce_and_state(chain: GoogleChain) -> None:
    person = Person(chain.google)
    chain.consent.run(person, Cancel())
    person.leave()
    query = {name: values[0] for name, values in parse_qs(urlsplit(person.address).query).items()}
    assert query["scope"].split() == list(PAIR)
    assert query["code_challenge_method"] == "S256"
    assert len(urlsafe_b64decode(query["code_challenge"] + "=")) == 32
    assert len(urlsafe_b64decode(query["state"] + "=")) == 32
    assert (query["access_type"], query["prompt"]) == ("offline", "consent select_account")
    assert "include_granted_scopes" not in query
    (exchange,) = [request for request in chain.google.requests if request.operation == "oauth.token"]
    assert "code_verifier=" in exchange.body


def test_an_existing_calendar_asks_for_all_three(chain: GoogleChain) -> None:
    grant = chain.grant(for_existing=True)
    assert set(grant.scopes) == {*PAIR, SCOPE_OWNED}
    assert grant.can_use_existing


def test_scenario_35_only_the_first_box_is_enough_without_the_picker(chain: GoogleChain) -> None:
    grant = chain.grant(tick=[SCOPE_CREATED])
    assert (grant.email, grant.can_list_calendars) == ("", False)
    assert chain.linking.calendars(chain.admin, chain.thor.id, grant.account_id) == ()
    calendar = chain.linking.create(chain.admin, chain.thor.id, grant.account_id, "Thor")
    assert calendar.is_created_by_program
    (account,) = chain.accounts()
    assert account.email == THOR
    again = chain.grant(tick=[SCOPE_CREATED])
    assert (again.account_id, again.email) == (account.id, THOR)


def test_scenario_35_only_the_second_box_names_the_missing_one_and_keeps_nothing(chain: GoogleChain) -> None:
    error = ending(chain, Person(chain.google, tick=[SCOPE_LIST]))
    assert error.error_code == "scope_missing_created"
    assert chain.google.count("oauth.revoke") == 1


def test_a_missing_box_does_not_end_the_consent_in_use(chain: GoogleChain) -> None:
    grant = chain.grant()
    error = ending(chain, Person(chain.google, tick=[SCOPE_LIST]))
    assert error.error_code == "scope_missing_created"
    assert chain.google.count("oauth.revoke") == 0
    assert chain.calendars.list_calendars(grant.account_id) == ()


@pytest.mark.parametrize(
    ("ticked", "code"), [(PAIR, "scope_missing_owned"), ((SCOPE_CREATED, SCOPE_OWNED), "scope_missing_list")]
)
def test_an_existing_calendar_needs_every_box(chain: GoogleChain, ticked: tuple[str, ...], code: str) -> None:
    assert ending(chain, Person(chain.google, tick=ticked), for_existing=True).error_code == code


@pytest.mark.parametrize("tick", ["all", []])
def test_scenario_36_denied(chain: GoogleChain, tick: list[str]) -> None:
    person = Person(chain.google, tick=tick, deny=bool(tick))
    assert ending(chain, person).error_code == "consent_denied"


@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        ("admin_policy_enforced", "admin_policy_enforced", None),
        ("org_internal", "org_internal", None),
        ("server_error", "consent_failed", "server_error"),
        ("<b>anything</b>", "consent_failed", "?"),
    ],
)
def test_googles_other_endings(chain: GoogleChain, error: str, code: str, reason: str | None) -> None:
    def show(address: str) -> None:
        redirect_uri, state = redirect_of(address)
        address = f"{redirect_uri}?{urlencode({'state': state, 'error': error})}"
        browsers.append(threading.Thread(target=visit, args=(address,)))
        browsers[0].start()

    browsers: list[threading.Thread] = []
    with pytest.raises(ConsentError) as caught:
        chain.consent.run(show, Cancel())
    browsers[0].join()
    assert caught.value.error_code == code
    assert caught.value.params.get("reason") == reason


def test_scenario_36_nobody_answers(chain: GoogleChain) -> None:
    impatient = replace(chain.consent, timeout_seconds=0)
    with pytest.raises(ConsentError, match="consent_timeout"):
        impatient.run(lambda _address: None, Cancel())
    assert chain.accounts() == ()


def test_cancelled(chain: GoogleChain) -> None:
    cancel = Cancel()

    def show(_address: str) -> None:
        cancel.is_set = True

    with pytest.raises(CancelledError, match="consent_cancelled"):
        chain.consent.run(show, cancel)
    assert not chain.google.requests


def test_scenario_37_a_forged_redirect_is_ignored_and_the_real_one_succeeds(chain: GoogleChain) -> None:
    answers = []

    def forge(address: str) -> None:
        redirect_uri, _state = redirect_of(address)
        answers.append(visit(f"{redirect_uri}?state=forged&code=forged"))
        answers.append(visit(f"{redirect_uri.rpartition('/')[0]}/favicon.ico"))

    person = Person(chain.google, before=forge)
    assert chain.consent.run(person, Cancel()).email == THOR
    person.leave()
    assert [answer.status_code for answer in answers] == [404, 404]


def test_scenario_38_no_keyring_is_said_before_the_browser_opens(chain: GoogleChain) -> None:
    chain.secrets.is_missing = True
    shown: list[str] = []
    with pytest.raises(SecretStoreError, match="keyring_missing"):
        chain.linking.begin(chain.admin, chain.thor.id, shown.append, Cancel())
    assert not shown
    assert not chain.google.requests


def test_a_missing_client_file_is_said_before_the_browser_opens(chain: GoogleChain) -> None:
    shown: list[str] = []
    without = replace(chain.consent, endpoints=EndpointSource(chain.store))
    with pytest.raises(ClientRefusedError, match="client_file_missing"):
        without.run(shown.append, Cancel())
    assert not shown


def test_the_browser_that_cannot_be_opened_ends_it(chain: GoogleChain) -> None:
    def show(_address: str) -> None:
        raise ConsentError("browser_not_opened")

    with pytest.raises(ConsentError, match="browser_not_opened"):
        chain.consent.run(show, Cancel())


@pytest.mark.parametrize(
    ("fault", "expected", "code"),
    [
        (
            Fault("oauth.token", FaultKind.ERROR, status=400, reason="invalid_grant"),
            ConsentError,
            "token_exchange",
        ),
        (
            Fault("oauth.token", FaultKind.ERROR, status=500, reason="backend"),
            ConsentError,
            "token_exchange_failed",
        ),
        (Fault("oauth.token", FaultKind.DROP_AFTER), OfflineError, "offline_dropped"),
        (
            Fault("calendarList.get", FaultKind.ERROR, status=403, reason="forbidden"),
            ConsentError,
            "account_unknown",
        ),
        (
            Fault("calendarList.get", FaultKind.ERROR, status=403, reason="accessNotConfigured"),
            ClientRefusedError,
            "calendar_api_disabled",
        ),
    ],
)
def test_an_exchange_that_fails_keeps_nothing(
    chain: GoogleChain, fault: Fault, expected: type[GoogleError], code: str
) -> None:
    chain.google.faults.add(fault)
    error = ending(chain, Person(chain.google))
    assert isinstance(error, expected)
    assert error.error_code.startswith(code)
    assert chain.google.count("oauth.token") == 1


def test_the_same_account_again_replaces_its_token_and_wakes_its_links(chain: GoogleChain) -> None:
    first = chain.grant()
    calendar = chain.linking.create(chain.admin, chain.thor.id, first.account_id, "Thor")
    link = chain.linking.connect(chain.admin, chain.thor.id, first.account_id, calendar)
    (before,) = chain.accounts()
    with chain.store.write(Author("test", Origin.SYSTEM), "arrange") as work:
        work.keep(replace(link, status=LinkStatus.NEEDS_CONSENT, status_reason="consent_gone", sync_token="kept"))
        work.keep(replace(before, needs_consent_since_at=chain.clock.now()))
        work.commit()
    again = chain.grant()
    (after,) = chain.accounts()
    assert again.account_id == first.account_id
    assert again.previous_calendar_id == calendar.calendar_id
    assert after.needs_consent_since_at is None
    assert after.encrypted_token != before.encrypted_token
    (woken,) = chain.links()
    assert (woken.status, woken.status_reason, woken.sync_token) == (LinkStatus.OK, "", "kept")
    assert chain.google.count("oauth.revoke") == 0


def test_a_narrower_consent_does_not_break_the_link_to_a_picked_calendar(chain: GoogleChain) -> None:
    chain.grant(for_existing=True)
    (before,) = chain.accounts()
    grant = chain.grant()
    assert chain.accounts() == (before,)
    assert grant.can_use_existing


def test_a_narrower_consent_wakes_the_links_whose_wider_one_still_holds(chain: GoogleChain) -> None:
    grant = chain.grant(for_existing=True)
    calendar = chain.linking.create(chain.admin, chain.thor.id, grant.account_id, "Thor")
    link = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, calendar)
    (before,) = chain.accounts()
    with chain.store.write(Author("test", Origin.SYSTEM), "arrange") as work:
        work.keep(replace(link, status=LinkStatus.NEEDS_CONSENT, status_reason="consent_gone"))
        work.keep(replace(before, needs_consent_since_at=chain.clock.now()))
        work.commit()
    chain.grant()
    assert chain.accounts() == (before,)
    (woken,) = chain.links()
    assert (woken.status, woken.status_reason) == (LinkStatus.OK, "")


def test_a_narrower_consent_replaces_a_wider_one_that_is_dead(chain: GoogleChain) -> None:
    chain.grant(for_existing=True)
    chain.google.withdraw_grants(THOR)
    grant = chain.grant()
    (account,) = chain.accounts()
    assert account.granted_scopes == frozenset(PAIR)
    assert not grant.can_use_existing


def test_another_account_stays_another_account(chain: GoogleChain) -> None:
    first, second = chain.grant(THOR), chain.grant(KLARA)
    assert first.account_id != second.account_id
    assert {account.email for account in chain.accounts()} == {THOR, KLARA}


def test_neither_log_nor_records_tell_a_secret(chain: GoogleChain, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    person = Person(chain.google)
    grant = chain.consent.run(person, Cancel())
    page = person.leave()
    chain.calendars.list_calendars(grant.account_id)
    (account,) = chain.accounts()
    code = parse_qs(urlsplit(page.url).query)["code"][0]
    _redirect_uri, state = redirect_of(person.address)
    refresh_token, client_secret = chain.consent.vault.decrypt(account.encrypted_token), chain.google.client.secret
    secrets = (refresh_token, client_secret, code, state, "code_verifier", "ya29.")
    logged = "\n".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    for secret in secrets:
        assert secret not in logged
        assert secret not in page.text
        assert secret not in repr(account)


def test_a_consent_without_a_lasting_token_is_none(chain: GoogleChain) -> None:
    def once(address: str) -> None:
        person(address.replace("access_type=offline", "access_type=online"))

    person = Person(chain.google)
    with pytest.raises(ConsentError, match="no_refresh_token"):
        chain.consent.run(once, Cancel())
    person.leave()
    assert chain.accounts() == ()
    assert chain.google.count("oauth.revoke") == 1


def test_what_others_note_of_an_account_outlasts_a_consent(chain: GoogleChain) -> None:
    """A pass notes a pause of the account while Google is asked whether its token works."""
    chain.grant()
    (account,) = chain.accounts()
    until, users = chain.clock.now() + timedelta(hours=2), frozenset((uuid4(),))

    def pause(*_: object) -> bool:
        with chain.store.write(BOOKKEEPER, "sync") as work:
            work.amend(GoogleAccount, account.id, writes_paused_until_at=until, pause_count=2, granted_by=users)
            work.commit()
        return False

    with patch.object(Consent, "_is_wider", pause):
        chain.grant()
    (noted,) = chain.accounts()
    assert (noted.writes_paused_until_at, noted.pause_count) == (until, 2)
    assert users <= noted.granted_by
    assert noted.encrypted_token != account.encrypted_token
