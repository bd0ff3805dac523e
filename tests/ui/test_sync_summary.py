"""The line in the status bar tells the truth, the worst of it first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.calendar_link import CalendarLink, LinkStatus
from terminplaner.domain.resource import Resource
from terminplaner.services.sync_control import LinkRow, SyncOverview
from terminplaner.ui.sync_summary import SyncSummary, show_recent, summarize

NOW = datetime(2026, 11, 23, 13, 34, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def _row(
    name: str, *, pending: int = 0, minutes_ago: int | None = 4, status: LinkStatus = LinkStatus.OK
) -> LinkRow:
    last = None if minutes_ago is None else NOW - timedelta(minutes=minutes_ago)
    resource = Resource(uuid4(), name)
    link = CalendarLink(
        uuid4(),
        resource.id,
        uuid4(),
        "id",
        "Termine",
        "Europe/Berlin",
        is_created_by_program=True,
        status=status,
        last_success_at=last,
        created_at=NOW - timedelta(minutes=1),
    )
    return LinkRow(link, resource, "optik@example.org", pending, 0)


def _say(*rows: LinkRow, problems: int = 0, is_on: bool = True, is_running: bool = False) -> SyncSummary:
    return summarize(SyncOverview(is_on, rows, problems), 5, NOW, BERLIN, is_running=is_running)


def test_all_is_well() -> None:
    summary = _say(_row("Thor Schuss"))
    assert summary.text == "Synchronisiert  ·  zuletzt 14:30"
    assert summary.tone == "success"


def test_the_link_that_lags_most_gives_the_time() -> None:
    assert _say(_row("Thor Schuss"), _row("Rosa Wolke", minutes_ago=10)).text.endswith("zuletzt 14:24")


def test_what_waits_is_not_called_synchronised() -> None:
    summary = _say(_row("Thor Schuss", pending=2), _row("Rosa Wolke", pending=1))
    assert summary.text == "3 Termine warten auf Übertragung  ·  zuletzt 14:30"
    assert summary.tone == "info"
    assert _say(_row("Thor Schuss", pending=1)).text.startswith("1 Termin wartet auf Übertragung")


def test_off_says_so_and_still_counts_what_waits() -> None:
    summary = _say(_row("Thor Schuss", pending=2), is_on=False)
    assert summary.text == "Synchronisation ausgeschaltet  ·  2 Termine warten auf Übertragung"


def test_nothing_linked_is_no_success() -> None:
    assert _say().text == "Noch kein Google-Kalender verknüpft"


@pytest.mark.parametrize(
    "status",
    [
        LinkStatus.NEEDS_CONSENT,
        LinkStatus.BRAKE,
        LinkStatus.CALENDAR_MISSING,
        LinkStatus.READ_ONLY,
        LinkStatus.ERROR,
    ],
)
def test_what_needs_a_person_comes_first_and_names_the_resource(status: LinkStatus) -> None:
    summary = _say(_row("Klara Himmel", status=LinkStatus.OFFLINE), _row("Rosa Wolke", status=status), problems=2)
    assert ": Rosa Wolke" in summary.text
    assert "2 Fragen warten auf Sie" in summary.text
    assert summary.tone == "warning"


def test_even_a_running_pass_does_not_hide_a_question() -> None:
    summary = _say(_row("Thor Schuss"), problems=1, is_running=True)
    assert summary.text == "Synchronisation läuft …  ·  1 Frage wartet auf Sie"


def test_offline_names_the_last_success_and_what_waits() -> None:
    summary = _say(_row("Thor Schuss", status=LinkStatus.OFFLINE, pending=1))
    assert summary.text == (
        "Google nicht erreichbar: Thor Schuss  ·  zuletzt 14:30  ·  1 Termin wartet auf Übertragung"
    )


def test_a_success_long_ago_is_overdue() -> None:
    summary = _say(_row("Thor Schuss", minutes_ago=16))
    assert summary.text == "Synchronisation überfällig  ·  zuletzt 14:18"
    assert summary.tone == "warning"


def test_a_new_link_is_not_overdue_but_not_in_step_either() -> None:
    new = _row("Rosa Wolke", minutes_ago=None)
    for rows in ([new], [_row("Thor Schuss"), new]):
        summary = _say(*rows)
        assert summary.text == "Erster Abgleich steht noch aus"
        assert summary.tone == "info"
    offline = _row("Rosa Wolke", minutes_ago=None, status=LinkStatus.OFFLINE)
    assert _say(offline).text.endswith("noch nie abgeglichen")
    assert _say(offline, _row("Thor Schuss")).text.endswith("noch nicht vollständig abgeglichen")


def test_every_status_has_its_own_icon_and_words() -> None:
    seen = {
        (summary.icon, summary.text)
        for summary in (
            _say(_row("R")),
            _say(_row("R", status=LinkStatus.OFFLINE)),
            _say(_row("R"), is_on=False),
            _say(_row("R", status=LinkStatus.NEEDS_CONSENT)),
        )
    }
    assert len({picture for picture, _text in seen}) == 4


def test_the_day_is_named_unless_it_is_today() -> None:
    assert show_recent(NOW, NOW, BERLIN) == "14:34"
    assert show_recent(NOW - timedelta(days=1), NOW, BERLIN) == "gestern, 14:34"
    assert show_recent(NOW - timedelta(days=2), NOW, BERLIN) == "21.11.2026, 14:34"
    # 23:30 UTC is half past midnight in Berlin.
    assert show_recent(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), NOW, BERLIN) == "00:30"


def test_the_row_is_only_as_old_as_its_link() -> None:
    fresh = _row("Thor Schuss", minutes_ago=None)
    stale = replace(fresh, link=replace(fresh.link, created_at=NOW - timedelta(hours=1)))
    assert _say(stale).text.startswith("Synchronisation überfällig")


def test_a_quota_pause_says_when_it_goes_on() -> None:
    row = _row("Thor Schuss", status=LinkStatus.QUOTA_PAUSE)
    until = NOW + timedelta(hours=1)
    paused = replace(row, link=replace(row.link, status_params={"until": until.isoformat()}))
    assert _say(paused).text == (
        "Pause: Google-Kontingent erschöpft: Thor Schuss  ·  weiter ab 15:34  ·  zuletzt 14:30"
    )
