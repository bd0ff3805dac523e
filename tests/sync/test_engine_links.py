"""Several links: one appointment on two resources, and events that move between calendars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.calendar_link import LinkStatus, MappingState, ProblemKind
from terminplaner.simulator import Fault, FaultKind, PersonCalendar


@dataclass(slots=True)
class Two:
    bench: Bench
    thor: PersonCalendar
    cabin: PersonCalendar


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Two resources, each linked with a calendar of its own, and two bystanders that keep the brakes open."""
    with sync_bench(tmp_path) as bench:
        found = Two(bench, bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine"))
        for hour in (16, 17):
            bench.book(f"Thors {hour}", at(22, hour), resources=(bench.thor,))
            bench.book(f"In der Kabine {hour}", at(22, hour), resources=(bench.cabin,))
        yield found


def titles(calendar: PersonCalendar) -> list[str]:
    return sorted(
        event["summary"]
        for event in calendar.events()
        if not event["summary"].startswith(("Thors", "In der Kabine"))
    )


def event_id(calendar: PersonCalendar, title: str) -> str:
    (found,) = (event["id"] for event in calendar.events() if event["summary"] == title)
    return str(found)


def test_an_appointment_on_two_resources_is_one_with_an_event_in_each(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.settled()
    assert (titles(two.thor), titles(two.cabin)) == (["Anpassung"], ["Anpassung"])
    two.cabin.edit_event(event_id(two.cabin, "Anpassung"), summary="Anpassung Hörgerät")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Anpassung Hörgerät"
    assert (titles(two.thor), titles(two.cabin)) == (["Anpassung Hörgerät"], ["Anpassung Hörgerät"])
    bench.assert_silent()


def test_a_deletion_in_one_calendar_cancels_and_empties_the_other(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.settled()
    two.thor.delete_event(event_id(two.thor, "Anpassung"))
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled
    assert (titles(two.thor), titles(two.cabin)) == ([], [])
    bench.assert_silent()


def test_an_edit_in_one_calendar_beats_a_deletion_in_the_other(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.settled()
    two.thor.delete_event(event_id(two.thor, "Anpassung"))
    two.cabin.edit_event(event_id(two.cabin, "Anpassung"), summary="Anpassung, wichtig")
    bench.settled()
    assert not bench.appointment(appointment.id).is_cancelled
    assert (titles(two.thor), titles(two.cabin)) == (["Anpassung, wichtig"], ["Anpassung, wichtig"])
    assert bench.only_problem().kind is ProblemKind.CONFLICT
    bench.assert_silent()


@pytest.mark.parametrize("is_backwards", [False, True])
@pytest.mark.parametrize("has_customer", [False, True])
def test_an_event_dragged_to_another_calendar_is_the_same_appointment(
    two: Two, is_backwards: bool, has_customer: bool
) -> None:
    bench = two.bench
    resources = [(bench.thor, two.thor), (bench.cabin, two.cabin)]
    (source, there), (target, elsewhere) = reversed(resources) if is_backwards else resources
    customer_id = bench.customer().id if has_customer else None
    appointment = bench.book("Anpassung", at(16, 10), resources=(source,), customer_id=customer_id)
    bench.settled()
    (title,) = titles(there)
    there.move_event(event_id(there, title), elsewhere)
    bench.settled()
    moved = bench.appointment(appointment.id)
    assert (moved.resource_ids, moved.is_cancelled) == ((target.id,), False)
    assert (titles(there), titles(elsewhere)) == ([], [title])
    assert bench.problems() == ()
    bench.assert_silent()
    bench.edit(appointment.id, when=at(16, 11))
    bench.settled()
    assert len(titles(elsewhere)) == 1
    bench.assert_silent()


def test_a_dragged_event_of_googles_own_keeps_its_appointment_and_its_new_time(two: Two) -> None:
    bench = two.bench
    when, later = at(16, 10), at(16, 14)
    event = two.thor.add_event("Privattermin", when.start_at, when.end_at)
    bench.settled()
    (appointment,) = (found for found in bench.appointments() if found.text == "Privattermin")
    two.thor.move_event(event["id"], two.cabin)
    two.cabin.edit_event(event["id"], start=later.start_at, end=later.end_at)
    bench.settled()
    moved = bench.appointment(appointment.id)
    assert (moved.resource_ids, moved.when) == ((bench.cabin.id,), later)
    bench.assert_silent()


def test_a_move_between_the_pulls_of_one_pass_is_not_taken_for_a_deletion(two: Two) -> None:
    """The second calendar is read before the event leaves the first, so it must be read again."""
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.cabin,))
    bench.settled()
    moved_id = event_id(two.cabin, "Anpassung")
    bench.google.faults.add(
        Fault(
            "events.list",
            FaultKind.CALL,
            path_contains=two.cabin.id.partition("@")[0],
            action=lambda: two.cabin.move_event(moved_id, two.thor),
        )
    )
    bench.settled()
    assert bench.appointment(appointment.id).resource_ids == (bench.thor.id,)
    assert not bench.appointment(appointment.id).is_cancelled
    bench.assert_silent()


def test_a_deletion_waits_until_every_other_calendar_was_read(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    two.thor.move_event(event_id(two.thor, "Anpassung"), two.cabin)
    unreadable = Fault(
        "events.list",
        FaultKind.ERROR,
        times=None,
        status=503,
        path_contains=two.cabin.id.partition("@")[0],
    )
    bench.google.faults.add(unreadable)
    statuses = {run.status for run in bench.sync_all()}
    assert statuses == {LinkStatus.OK, LinkStatus.OFFLINE}
    assert not bench.appointment(appointment.id).is_cancelled
    assert bench.appointment(appointment.id).resource_ids == (bench.thor.id,)
    bench.google.faults.clear()
    bench.settled()
    assert bench.appointment(appointment.id).resource_ids == (bench.cabin.id,)
    bench.assert_silent()


def test_a_pass_over_one_link_reads_the_others_before_it_believes_a_deletion(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    two.thor.delete_event(event_id(two.thor, "Anpassung"))
    (run,) = bench.sync_all(link_ids=[bench.link_of(bench.thor).id])
    assert (run.status, run.cancelled_local) == (LinkStatus.OK, 1)
    assert bench.appointment(appointment.id).is_cancelled


def test_a_link_without_its_calendar_does_not_hold_up_deletions_elsewhere(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    two.cabin.delete()
    two.thor.delete_event(event_id(two.thor, "Anpassung"))
    bench.sync_all()
    assert bench.appointment(appointment.id).is_cancelled


def test_a_copy_in_another_calendar_is_a_new_appointment(two: Two) -> None:
    bench = two.bench
    original = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    two.thor.copy_event(event_id(two.thor, "Anpassung"), two.cabin)
    bench.settled()
    assert bench.appointment(original.id) == original
    (copy,) = (found for found in bench.appointments(bench.cabin) if found.text == "Anpassung")
    assert copy.id != original.id
    bench.assert_silent()


def test_an_event_dragged_to_where_its_appointment_has_one_leaves_only_the_resource(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.settled()
    two.thor.move_event(event_id(two.thor, "Anpassung"), two.cabin)
    bench.settled()
    found = bench.appointment(appointment.id)
    assert (found.resource_ids, found.is_cancelled) == ((bench.cabin.id,), False)
    assert (titles(two.thor), titles(two.cabin)) == ([], ["Anpassung", "Anpassung"])
    bench.assert_silent()


def test_an_appointment_moved_here_is_there_before_it_is_gone(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    bench.google.faults.add(Fault("events.insert", FaultKind.ERROR, times=None, status=503))
    bench.sync_all()
    assert (titles(two.thor), titles(two.cabin)) == (["Anpassung"], [])
    bench.google.faults.clear()
    bench.settled()
    assert (titles(two.thor), titles(two.cabin)) == ([], ["Anpassung"])
    bench.assert_silent()


def test_an_edit_in_google_travels_with_an_appointment_moved_here(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    two.thor.edit_event(event_id(two.thor, "Anpassung"), summary="Anpassung links")
    bench.settled()
    assert (titles(two.thor), titles(two.cabin)) == ([], ["Anpassung links"])
    assert bench.appointment(appointment.id).text == "Anpassung links"
    bench.assert_silent()


def test_another_holder_keeps_a_link_busy_and_the_rest_goes_on(two: Two) -> None:
    bench = two.bench
    bench.store.acquire_lease(bench.link_of(bench.thor).id, "another workstation", 90)
    statuses = {run.link_id: run.status for run in bench.sync_all()}
    assert statuses[bench.link_of(bench.thor).id] is LinkStatus.BUSY
    assert statuses[bench.link_of(bench.cabin).id] is LinkStatus.OK


def test_the_mapping_of_a_dragged_event_ends_where_it_was(two: Two) -> None:
    bench = two.bench
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor,))
    bench.settled()
    two.thor.move_event(event_id(two.thor, "Anpassung"), two.cabin)
    bench.settled()
    states = {mapping.link_id: mapping.state for mapping in bench.mappings_of(appointment.id)}
    assert states == {
        bench.link_of(bench.thor).id: MappingState.TOMBSTONE,
        bench.link_of(bench.cabin).id: MappingState.SYNCED,
    }
