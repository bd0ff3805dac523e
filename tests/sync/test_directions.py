"""Which way a link carries changes: only to Google, only from Google, and what happens when that is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from helpers.sync_bench import BERLIN, Bench, at
from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.calendar_link import LinkStatus, MappingState, ProblemKind
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.errors import ReadOnlyAppointmentError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.store_queries import JournalQuery
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.services.undo import UndoStack
from terminplaner.simulator import PersonCalendar

BOTH, TO_GOOGLE, FROM_GOOGLE = SyncDirection.BOTH, SyncDirection.TO_GOOGLE, SyncDirection.FROM_GOOGLE


def moment(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 9, day, hour, tzinfo=BERLIN)


def add(calendar: PersonCalendar, title: str, day: int = 17, hour: int = 10, **fields: Any) -> str:
    return str(calendar.add_event(title, moment(day, hour), moment(day, hour + 1), **fields)["id"])


def titles(calendar: PersonCalendar) -> list[str]:
    return sorted(event["summary"] for event in calendar.events())


def texts(bench: Bench) -> list[str]:
    return sorted(appointment.text for appointment in bench.appointments(bench.thor))


def only_event(calendar: PersonCalendar) -> dict[str, Any]:
    (event,) = calendar.events()
    return dict(event)


def control(bench: Bench) -> SyncControl:
    return SyncControl(bench.store, bench.clock, bench.engine)


# -- only from Google


@pytest.fixture
def read_only(bench: Bench) -> PersonCalendar:
    bench.turn(FROM_GOOGLE)
    return bench.link()


def test_only_from_google_nothing_is_ever_written(bench: Bench, read_only: PersonCalendar) -> None:
    ours = bench.book("Nur hier")
    theirs = add(read_only, "Hausbesuch")
    read_only.add_recurring("Yoga", moment(18, 7), moment(18, 8), ["RRULE:FREQ=DAILY;COUNT=3"])
    bench.settled()
    read_only.edit_event(theirs, summary="Hausbesuch, verschoben", start=moment(21), end=moment(21, 11))
    bench.edit(ours.id, text="Nur hier, geändert")
    bench.settled()
    bench.cancel(ours.id)
    read_only.delete_event(theirs)
    bench.settled()
    bench.settled(full=True)
    assert bench.google.writes() == ()
    assert texts(bench) == ["Yoga"] * 3
    assert bench.problems() == ()


def test_only_from_google_what_is_born_here_waits_for_nothing(bench: Bench, read_only: PersonCalendar) -> None:
    bench.book("Nur hier")
    (row,) = control(bench).overview().links
    assert row.pending == 0
    assert control(bench).waiting(row.link.id) == ()
    bench.assert_silent()
    assert titles(read_only) == []


def test_only_from_google_the_first_pass_promises_to_send_nothing(bench: Bench, read_only: PersonCalendar) -> None:
    bench.book("Nur hier")
    add(read_only, "Hausbesuch")
    found = bench.preview(read_only)
    assert (found.adopted, found.imported, found.to_push) == (0, 1, 0)


def test_only_from_google_an_edit_from_before_stays_and_is_told_where_google_has_another(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung")
    bench.settled()
    bench.edit(appointment.id, text="Beratung hier")
    bench.turn(FROM_GOOGLE)
    event_id = only_event(calendar)["id"]
    calendar.edit_event(event_id, start=moment(22), end=moment(22, 11))
    bench.google.clear_requests()
    bench.settled()
    stored = bench.appointment(appointment.id)
    assert stored.text == "Beratung hier"  # stays
    assert stored.when == at(22, minutes=60)  # is taken
    calendar.edit_event(event_id, summary="Beratung dort")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Beratung hier"
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.CONFLICT
    bench.resolve(problem, "google")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Beratung dort"
    assert bench.google.writes() == ()


def test_only_from_google_our_version_stays_until_the_next_change_there(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung")
    bench.settled()
    bench.edit(appointment.id, text="Hier")
    bench.turn(FROM_GOOGLE)
    event_id = only_event(calendar)["id"]
    calendar.edit_event(event_id, summary="Dort")
    bench.settled()
    bench.resolve(bench.only_problem(), "local")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Hier"
    calendar.edit_event(event_id, summary="Dort 2")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Dort 2"


def test_only_from_google_an_edited_appointment_outlives_its_event(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung")
    bench.settled()
    bench.edit(appointment.id, text="Beratung hier")
    bench.turn(FROM_GOOGLE)
    calendar.delete_event(only_event(calendar)["id"])
    bench.google.clear_requests()
    bench.settled()
    assert not bench.appointment(appointment.id).is_cancelled
    assert bench.only_problem().google == {"deleted": True}
    bench.settled()
    assert bench.google.writes() == ()


def test_only_from_google_the_brake_holds(bench: Bench, read_only: PersonCalendar) -> None:
    events = [add(read_only, f"Termin {hour}", hour=hour) for hour in range(8, 16)]
    bench.settled()
    for event_id in events:
        read_only.delete_event(event_id)
    (run,) = bench.sync_all()
    assert run.status is LinkStatus.BRAKE
    assert len(texts(bench)) == 8


def test_only_from_google_customers_are_asked_for(bench: Bench, read_only: PersonCalendar) -> None:
    bench.settings(google_deletions=DeletionPolicy.ASK)
    event_id = add(read_only, "Hausbesuch")
    add(read_only, "Bleibt", 18)
    bench.settled()
    read_only.delete_event(event_id)
    bench.settled()
    assert bench.only_problem().kind is ProblemKind.DELETED_IN_GOOGLE


def test_what_moves_to_a_resource_that_only_reads_leaves_the_other_calendar(bench: Bench) -> None:
    thor, cabin = bench.link(), bench.link(bench.cabin, "Kabine")
    bench.turn(FROM_GOOGLE, bench.cabin)
    appointment = bench.book("Beratung")
    bench.book("Bleibt", at(18))
    bench.settled()
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    bench.settled()
    assert (titles(thor), titles(cabin)) == (["Bleibt"], [])


# -- only to Google


@pytest.fixture
def written(bench: Bench) -> PersonCalendar:
    bench.turn(TO_GOOGLE)
    return bench.link()


def test_only_to_google_nothing_foreign_comes_here(bench: Bench, written: PersonCalendar) -> None:
    add(written, "Privates")
    add(written, "Fremdes", organizer={"email": "someone@example.com", "self": False})
    written.add_recurring("Yoga", moment(18, 7), moment(18, 8), ["RRULE:FREQ=DAILY;COUNT=3"])
    bench.book("Beratung")
    bench.settled()
    assert texts(bench) == ["Beratung"]
    assert titles(written) == ["Beratung", "Fremdes", "Privates", "Yoga"]
    assert bench.problems() == ()
    bench.assert_silent()


def test_only_to_google_the_first_pass_promises_to_import_nothing(bench: Bench, written: PersonCalendar) -> None:
    bench.book("Beratung")
    add(written, "Privates")
    found = bench.preview(written)
    assert (found.adopted, found.imported, found.to_push) == (0, 0, 1)


def test_only_to_google_edits_there_are_overwritten(bench: Bench, written: PersonCalendar) -> None:
    appointment = bench.book("Beratung", comment="mitbringen")
    bench.settled()
    before = bench.appointment(appointment.id)
    written.edit_event(
        only_event(written)["id"],
        summary="Umbenannt",
        description="nichts mitbringen",
        start=moment(23),
        end=moment(23, 12),
    )
    bench.settled()
    event = only_event(written)
    assert (event["summary"], event["description"]) == ("Beratung", "mitbringen")
    assert datetime.fromisoformat(event["start"]["dateTime"]) == moment(16)
    written.edit_event(event["id"], transparency="transparent")
    bench.settled()
    assert only_event(written).get("transparency") != "transparent"
    assert bench.appointment(appointment.id) == before
    assert bench.problems(open_only=False) == ()
    bench.assert_silent()


def test_only_to_google_of_two_versions_ours_is_sent_without_a_question(
    bench: Bench, written: PersonCalendar
) -> None:
    appointment = bench.book("Beratung")
    bench.settled()
    written.edit_event(only_event(written)["id"], summary="Dort")
    bench.edit(appointment.id, text="Hier")
    bench.settled()
    assert titles(written) == ["Hier"]
    assert bench.problems(open_only=False) == ()


def test_only_to_google_an_edit_on_the_way_is_overwritten(bench: Bench, written: PersonCalendar) -> None:
    appointment = bench.book("Beratung")
    bench.settled()
    event_id = only_event(written)["id"]
    bench.edit(appointment.id, text="Hier")
    bench.interfere("events.patch", lambda: written.edit_event(event_id, description="dazwischen"))
    bench.settled()
    event = only_event(written)
    assert (event["summary"], event.get("description", "")) == ("Hier", "")
    assert bench.appointment(appointment.id).comment == ""


def test_only_to_google_what_is_deleted_there_comes_back(bench: Bench, written: PersonCalendar) -> None:
    appointment = bench.book("Beratung")
    bench.book("Bleibt", at(18))
    bench.settled()
    (doomed,) = (event["id"] for event in written.events() if event["summary"] == "Beratung")
    written.delete_event(doomed)
    bench.settled()
    bench.settled()
    assert titles(written) == ["Beratung", "Bleibt"]
    assert not bench.appointment(appointment.id).is_cancelled
    assert bench.problems(open_only=False) == ()
    bench.assert_silent()


def test_only_to_google_what_is_cancelled_here_goes_though_it_was_edited_there(
    bench: Bench, written: PersonCalendar
) -> None:
    appointment = bench.book("Beratung")
    bench.book("Bleibt", at(18))
    bench.settled()
    (event_id,) = (event["id"] for event in written.events() if event["summary"] == "Beratung")
    written.edit_event(event_id, summary="Dort")
    bench.cancel(appointment.id)
    bench.settled()
    assert titles(written) == ["Bleibt"]
    assert bench.appointment(appointment.id).is_cancelled
    again = bench.book("Noch einer", at(19))
    bench.settled()
    (event_id,) = (event["id"] for event in written.events() if event["summary"] == "Noch einer")
    bench.cancel(again.id)
    bench.interfere("events.delete", lambda: written.edit_event(event_id, summary="Dort"))
    bench.settled()
    assert titles(written) == ["Bleibt"]


def test_only_to_google_many_deletions_on_either_side_wait_for_a_person(
    bench: Bench, written: PersonCalendar
) -> None:
    bench.fill(8)
    bench.settled()
    for event in tuple(written.events()):
        written.delete_event(event["id"])
    assert bench.sync().status is LinkStatus.BRAKE
    assert titles(written) == []
    bench.resolve(bench.only_problem(), "restore")
    bench.settled()
    assert len(titles(written)) == 8
    for appointment in bench.appointments(bench.thor):
        bench.cancel(appointment.id)
    assert bench.sync().status is LinkStatus.BRAKE
    assert len(titles(written)) == 8


def test_only_to_google_an_automaton_that_never_gives_in_is_set_aside(
    bench: Bench, written: PersonCalendar
) -> None:
    bench.book("Beratung")
    bench.settled()
    for number in range(12):
        written.edit_event(only_event(written)["id"], summary=f"Automat {number}")
        bench.sync()
    problem = bench.only_problem()
    assert (problem.kind, (problem.google or {})["reason"]) == (ProblemKind.QUARANTINE, "ping_pong")


def test_only_to_google_a_drag_to_another_calendar_moves_nothing(bench: Bench, written: PersonCalendar) -> None:
    cabin = bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Beratung")
    bench.book("Bleibt", at(18))
    bench.settled()
    (event_id,) = (event["id"] for event in written.events() if event["summary"] == "Beratung")
    written.move_event(event_id, cabin)
    bench.settled()
    bench.settled()
    assert bench.appointment(appointment.id).resource_ids == (bench.thor.id,)
    assert titles(written) == ["Beratung", "Bleibt"]
    assert [found.text for found in bench.appointments(bench.cabin)] == ["Beratung"]  # a copy, as it stands there


def test_only_to_google_our_own_events_are_known_again(bench: Bench, written: PersonCalendar) -> None:
    appointment = bench.book("Beratung")
    bench.settled()
    bench.unlink()
    written.edit_event(only_event(written)["id"], summary="Dort")
    bench.relink(written)
    bench.settled()
    assert titles(written) == ["Beratung"]
    assert [mapping.appointment_id for mapping in bench.mappings()] == [appointment.id]
    assert bench.problems(open_only=False) == ()


# -- changing it


def test_turned_to_google_alone_the_blocks_leave_and_come_back_with_the_other_direction(bench: Bench) -> None:
    calendar = bench.link()
    add(calendar, "Fremdes", organizer={"email": "someone@example.com", "self": False})
    calendar.add_recurring("Yoga", moment(18, 7), moment(18, 8), ["RRULE:FREQ=DAILY;COUNT=3"])
    theirs = add(calendar, "Hausbesuch", 21)
    bench.settled()
    assert texts(bench) == ["Fremdes", "Hausbesuch", "Yoga", "Yoga", "Yoga"]
    bench.turn(TO_GOOGLE)
    bench.settled()
    assert texts(bench) == ["Hausbesuch"]
    bench.assert_silent()
    calendar.edit_event(theirs, summary="Dort")
    add(calendar, "Neues", 22)
    bench.settled()
    assert texts(bench) == ["Hausbesuch"]
    bench.turn(BOTH)
    bench.settled()
    assert texts(bench) == ["Fremdes", "Hausbesuch", "Neues", "Yoga", "Yoga", "Yoga"]
    assert titles(calendar) == ["Fremdes", "Hausbesuch", "Neues", "Yoga"]
    bench.assert_silent()


def test_turned_back_from_google_alone_everything_is_carried_on_under_the_brakes(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(8)
    bench.settled()
    first = bench.appointments(bench.thor)[0]
    bench.edit(first.id, text="Hier geändert")
    for appointment in bench.appointments(bench.thor)[1:]:
        bench.cancel(appointment.id)
    bench.turn(FROM_GOOGLE)
    bench.book("Neu", at(25))
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.writes() == ()
    bench.turn(BOTH)
    (run,) = bench.sync_all()
    assert run.status is LinkStatus.BRAKE  # seven of eight would go
    assert sorted(titles(calendar)) == sorted(["Hier geändert", "Neu", *(f"Termin {n}" for n in range(1, 8))])
    bench.resolve(bench.only_problem(), "apply")
    bench.settled()
    assert titles(calendar) == ["Hier geändert", "Neu"]
    bench.assert_silent()


def test_before_the_direction_is_changed_a_preview_shows_what_would_move(bench: Bench) -> None:
    bench.turn(FROM_GOOGLE)
    calendar = bench.link()
    bench.book("Nur hier")
    bench.settled()
    link = bench.link_of()
    bench.google.clear_requests()
    nothing = control(bench).preview_full(bench.actor, link.id)
    assert nothing.moves == ()
    preview = control(bench).preview_full(bench.actor, link.id, direction=BOTH)
    (move,) = preview.moves
    assert (move.action, (move.after or {})["title"]) == ("created", "Nur hier")
    with bench.store.read() as reader:
        assert reader.get(Resource, bench.thor.id).sync_direction is FROM_GOOGLE
    assert bench.google.writes() == ()
    assert titles(calendar) == []


def test_a_changed_direction_compares_everything_once(bench: Bench) -> None:
    bench.link()
    bench.book("Beratung")
    bench.settled()
    assert bench.link_of().sync_token
    bench.turn(TO_GOOGLE)
    assert not bench.link_of().sync_token
    bench.settled()
    token = bench.link_of().sync_token
    bench.turn(TO_GOOGLE)  # saved again without a change
    assert bench.link_of().sync_token == token


def test_a_direction_changed_while_a_pass_reads_is_compared_by_the_next_one(bench: Bench) -> None:
    bench.turn(TO_GOOGLE)
    calendar = bench.link()
    bench.settled()
    add(calendar, "Hausbesuch")
    bench.interfere("events.list", lambda: bench.turn(BOTH))
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.BUSY, "direction_changed")
    assert not bench.link_of().sync_token
    bench.settled()
    assert texts(bench) == ["Hausbesuch"]


def test_a_direction_changed_while_a_pass_writes_ends_the_writing(bench: Bench) -> None:
    calendar = bench.link()
    ours = [bench.book(f"Beratung {day}", at(day)) for day in (16, 17, 18)]
    bench.settled()
    for row in ours:
        bench.edit(row.id, text="Geändert")
    bench.interfere("events.patch", lambda: bench.turn(FROM_GOOGLE))
    bench.google.clear_requests()
    assert bench.sync().reason == "direction_changed"
    assert len(bench.google.writes()) == 1  # it was on its way already
    assert titles(calendar).count("Geändert") == 1
    bench.settled()
    assert len(bench.google.writes()) == 1
    assert bench.problems() == ()


def test_an_event_born_in_google_may_be_kept_up_from_here(bench: Bench) -> None:
    calendar = bench.link()
    add(calendar, "Hausbesuch")
    bench.settled()
    bench.turn(TO_GOOGLE)
    (mapping,) = bench.mappings()
    assert mapping.state is MappingState.SYNCED
    appointment = bench.only()
    assert appointment.origin is AppointmentOrigin.GOOGLE
    bench.edit(appointment.id, text="Hausbesuch bei Frau M.")
    bench.settled()
    assert titles(calendar) == ["Hausbesuch bei Frau M."]


# -- what Google has a claim on


def test_only_from_google_what_stands_there_is_changed_there(bench: Bench, read_only: PersonCalendar) -> None:
    add(read_only, "Hausbesuch")
    bench.settled()
    theirs = bench.only()
    for refused in (
        lambda: bench.edit(theirs.id, text="Hier"),
        lambda: bench.edit(theirs.id, resource_ids=(bench.cabin.id,)),
        lambda: bench.cancel(theirs.id),
        lambda: bench.planning.cancel_many(bench.actor, [theirs.id]),
        lambda: bench.planning.move(bench.actor, theirs.id, theirs.revision, at(25), theirs.resource_ids),
    ):
        with pytest.raises(ReadOnlyAppointmentError) as caught:
            refused()
        assert caught.value.error_code == "google_is_only_read"
        assert caught.value.params["resource"] == "Thor Schuss"
    ours = bench.book("Nur hier", at(18))
    bench.settled()
    assert PlanningQuestions(bench.store, bench.clock).claim(ours.id) is None
    bench.cancel(ours.id)
    bench.unlink()
    bench.edit(theirs.id, text="Hier")  # Google has no say any more


@pytest.mark.parametrize(("change", "deletion"), [(True, True), (True, False), (False, True), (False, False)])
def test_what_is_born_in_google_is_changed_and_deleted_from_here_as_the_chain_wants_it(
    bench: Bench, change: bool, deletion: bool
) -> None:
    bench.settings(google_allow_change=change, google_allow_deletion=deletion)
    calendar = bench.link()
    add(calendar, "Hausbesuch", 21)
    bench.settled()
    theirs = bench.only()
    ours = bench.book("Beratung")
    bench.settled()

    def tried(act: Callable[[], object]) -> str:
        try:
            act()
        except ReadOnlyAppointmentError as error:
            return error.error_code
        return ""

    not_changed = "" if change else "google_change_not_allowed"
    not_deleted = "" if deletion else "google_deletion_not_allowed"
    assert tried(lambda: bench.edit(theirs.id, text="Hier")) == not_changed
    elsewhere = tried(lambda: bench.edit(theirs.id, resource_ids=(bench.cabin.id,)))
    assert elsewhere == (not_deleted or not_changed)
    bench.settled()
    if not elsewhere:
        bench.edit(theirs.id, resource_ids=(bench.thor.id,))
        bench.settled()
    else:
        assert tried(lambda: bench.cancel(theirs.id)) == not_deleted
    bench.edit(ours.id, text="Beratung hier")
    bench.cancel(ours.id)


def test_what_may_be_deleted_but_not_changed_comes_back_with_undo(bench: Bench) -> None:
    bench.settings(google_allow_change=False, google_allow_deletion=True)
    calendar = bench.link()
    for day in (21, 22):
        add(calendar, "Hausbesuch", day)
    bench.settled()
    undo = UndoStack(bench.gate, bench.planning)
    undo.begin_session(bench.actor.user.id)
    bench.gate.subscribe(undo.learn)
    bench.planning.cancel_many(bench.actor, [row.id for row in bench.appointments()])
    undo.undo(bench.actor)
    assert texts(bench) == ["Hausbesuch"] * 2
    undo.redo(bench.actor)
    assert texts(bench) == []


def test_what_goes_only_to_google_is_ours_wherever_it_was_born(bench: Bench) -> None:
    bench.settings(google_allow_change=False, google_allow_deletion=False)
    add(bench.link(), "Hausbesuch")
    bench.settled()
    bench.turn(TO_GOOGLE)
    bench.edit(bench.only().id, text="Hier")


def test_what_is_over_is_nobodys_but_ours(bench: Bench, read_only: PersonCalendar) -> None:
    add(read_only, "Hausbesuch", 14)
    bench.settled()
    theirs = bench.only()
    bench.advance(days=3)
    bench.settled()
    bench.edit(theirs.id, comment="war da")


def test_no_other_road_leads_past_googles_claim(bench: Bench, read_only: PersonCalendar) -> None:
    event_id = add(read_only, "Hausbesuch")
    bench.settled()
    read_only.edit_event(event_id, summary="Hausbesuch, Frau M.")
    bench.settled()
    journal = SyncJournal(bench.planning)
    (newest, *_) = journal.page(JournalQuery())
    with pytest.raises(ReadOnlyAppointmentError):
        journal.revert(bench.actor, newest.entry.id)
    assert bench.only().text == "Hausbesuch, Frau M."
