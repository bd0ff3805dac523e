"""What stands on the day list, the week plan and the slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QFont

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, When, at_local, day_start
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import Plan
from terminplaner.ui.planner import wording
from terminplaner.ui.printing.day_list import DayList
from terminplaner.ui.printing.entries import PaperRules
from terminplaner.ui.printing.output import Document
from terminplaner.ui.printing.sheet import A4, A5, A6, Hatch, Page, Sheet, Words, page_text
from terminplaner.ui.printing.slip import Slip
from terminplaner.ui.printing.typesetting import PaperType
from terminplaner.ui.printing.week_plan import WeekPlan, week_days

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
BRANCH = Branch(uuid4(), "01", "Stuttgart", address="Königstraße 1, 70173 Stuttgart")
ANNA = Resource(uuid4(), "Anna Optik", employee_id=uuid4())
ROOM = Resource(uuid4(), "Kabine 1")
EYES = AppointmentType(uuid4(), "Sehtest", "#4a6fa5")
CONFIRMED = AppointmentStatus(uuid4(), "Bestätigt")
JÜRGEN = Customer(uuid4(), "1001", "Müller", "Jürgen")
RULES = PaperRules(hides_names=False, comes_early=True)
PRINTED_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("qtbot")


def at(clock: str, day: date = MONDAY) -> datetime:
    return at_local(datetime.combine(day, time.fromisoformat(clock)), ZONE)


def row(
    start: str | When,
    minutes: int = 30,
    *resources: Resource,
    customer: Customer | None = JÜRGEN,
    day: date = MONDAY,
    **fields: Any,
) -> AppointmentRow:
    taken = resources or (ANNA,)
    when = Timed(at(start, day), at(start, day) + timedelta(minutes=minutes)) if isinstance(start, str) else start
    ids = tuple(resource.id for resource in taken)
    appointment = Appointment(uuid4(), BRANCH.id, when, ids, **fields)
    return AppointmentRow(appointment, taken, EYES, CONFIRMED, customer, ZONE)


def plan_of(rows: tuple[AppointmentRow, ...], **known: Any) -> Plan:
    """Of that week; ``known`` is what else a plan holds."""
    begin, end = (day_start(MONDAY + timedelta(days=offset), ZONE) for offset in (0, 7))
    return Plan(begin, end, (ANNA, ROOM), rows, **{"availabilities": {}, **known})


def day_list(*rows: AppointmentRow, rules: PaperRules = RULES, pages: bool = True) -> DayList:
    return DayList(BRANCH, MONDAY, (ANNA, ROOM), plan_of(rows), rules, PRINTED_AT, has_page_per_resource=pages)


def week_plan(*rows: AppointmentRow, rules: PaperRules = RULES) -> WeekPlan:
    days = week_days(MONDAY, with_weekend=False)
    return WeekPlan(BRANCH, days, (ANNA,), plan_of(rows), rules, PRINTED_AT)


def printed(document: Document, sheet: Sheet = A4) -> list[str]:
    return [page_text(page) for page in laid_out(document, sheet)]


def laid_out(document: Document, sheet: Sheet) -> tuple[Page, ...]:
    paper_type = PaperType(QFont().family())
    pages = document.pages(sheet, paper_type)
    for page in pages:
        for mark in page:
            if isinstance(mark, Words):
                right = mark.x + paper_type.width(mark.text, mark.face)
                assert mark.x >= sheet.margin - 0.01
                assert right <= sheet.width - sheet.margin + 0.01, mark.text
                assert mark.y <= sheet.bottom + 0.01, mark.text
    return pages


def test_a_day_list_says_when_who_and_what() -> None:
    text = printed(day_list(row("09:30", 45, ANNA, ROOM, text="Gleitsicht", comment="Hört schlecht")))[0]
    assert text.splitlines() == [
        "Tagesliste · 01 Stuttgart",
        "Montag, 23. November 2026",
        "Anna Optik",
        "1 Termin",
        "09:30–10:15",
        "Müller, Jürgen",
        "Gleitsicht",
        "Hört schlecht",
        "Sehtest · Bestätigt",
        "mit Kabine 1",
        "01 Stuttgart · gedruckt am 23.11.2026, 10:00",
        "Seite 1 von 2",
    ]


def test_whole_days_come_first_and_other_days_not_at_all() -> None:
    holiday = row(AllDay(MONDAY, date(2026, 11, 25)), customer=None, text="Urlaub")
    tomorrow = row("09:00", day=date(2026, 11, 24))
    text = printed(day_list(row("11:00"), row("09:00", text="früh"), holiday, tomorrow))
    assert "Mo 23.11.–Di 24.11., ganztägig" in text[0].replace("\n", " ")
    assert [line for line in text[0].splitlines() if line[:5] in {"Urlau", "09:00", "11:00"}] == [
        "Urlaub",
        "09:00–09:30",
        "11:00–11:30",
    ]


def test_each_resource_has_its_page_unless_paper_is_saved() -> None:
    rows = (row("09:00"), row("09:00", 30, ROOM))
    assert len(printed(day_list(*rows))) == 2
    assert len(printed(day_list(*rows, pages=False))) == 1


def test_a_full_day_goes_on_under_the_name_of_its_resource() -> None:
    rows = [row(f"{8 + number // 6:02}:{number % 6 * 10:02}", 10, text=f"Nummer {number}") for number in range(60)]
    pages = printed(day_list(*rows), A5)
    assert sum(page.count("Nummer ") for page in pages) == 60
    assert pages[1].splitlines()[:4] == [
        "Tagesliste · 01 Stuttgart",
        "Montag, 23. November 2026",
        "Anna Optik",
        "Fortsetzung",
    ]


def test_names_are_hidden_in_lists_and_never_on_the_slip() -> None:
    rules = replace(RULES, hides_names=True)
    rows = (row("09:00"),)
    for document in (day_list(*rows, rules=rules), week_plan(*rows, rules=rules)):
        text = "\n".join(printed(document))
        assert "Kunde 1001" in text
        assert "Müller" not in text
    assert "Jürgen Müller" in printed(Slip(BRANCH, JÜRGEN, rows, comes_early=False))[0]


def test_what_is_private_in_google_stays_private() -> None:
    secret = row("09:00", text="Zahnarzt", comment="geheim", is_private=True)
    for document in (day_list(secret), week_plan(secret)):
        text = "\n".join(printed(document))
        assert "Privat" in text
        assert "Zahnarzt" not in text
        assert "geheim" not in text
        assert "Müller" not in text


def test_preparation_is_the_shops_or_the_customers() -> None:
    rows = (row("09:30", prepare_minutes=10, follow_up_minutes=5),)
    assert "Kunde kommt 10 min früher" in printed(day_list(*rows))[0].replace("\n", " ")
    text = printed(day_list(*rows, rules=replace(RULES, comes_early=False)))[0].replace("\n", " ")
    assert "10 min Vorbereitung" in text
    assert "5 min Nachbereitung" in text


def test_a_week_plan_has_a_column_for_each_day() -> None:
    text = printed(week_plan(row("09:00"), row("17:00", 120, day=date(2026, 11, 25))), A4.turned())[0]
    assert [line for line in text.splitlines() if line.endswith(".11.")] == [
        "Mo 23.11.",
        "Di 24.11.",
        "Mi 25.11.",
        "Do 26.11.",
        "Fr 27.11.",
    ]
    assert "KW 48" in text
    assert "18:00" in text
    assert "17:00 Müller, Jürgen" in text


def test_what_a_week_plan_shortens_it_tells_in_full_on_the_next_page() -> None:
    long = row("09:00", 15, text="Bringt die alte Brille mit", comment="Fragt nach der Rechnung")
    pages = printed(week_plan(long, row("11:00", 120)), A4.turned())
    assert len(pages) == 2
    assert "Fragt nach der Rechnung" not in pages[0]
    assert "Im Wochenplan gekürzt" in pages[1]
    assert "Bringt die alte Brille mit\nFragt nach der Rechnung" in pages[1]
    assert "11:00–13:00" not in pages[1]


def test_a_crowded_week_stays_on_its_page() -> None:
    crowd = [row(f"{8 + number // 6:02}:{number % 6 * 10:02}", 25) for number in range(60)]
    assert printed(week_plan(*crowd), A5.turned())


def test_the_night_the_clocks_change_has_an_hour_more() -> None:
    days = week_days(date(2026, 10, 25), with_weekend=True)
    night = row(Timed(datetime(2026, 10, 24, 23, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC)))
    plan = WeekPlan(BRANCH, days, (ANNA,), plan_of((night,)), RULES, PRINTED_AT)
    assert printed(plan, A4.turned())[0].count("\n02:00") == 2


def test_a_slip_says_where_when_and_with_whom() -> None:
    slip = Slip(BRANCH, JÜRGEN, (row("09:30", 30, ANNA, ROOM, prepare_minutes=10),), comes_early=True)
    assert printed(slip, A6)[0].splitlines() == [
        "Stuttgart",
        "Königstraße 1, 70173 Stuttgart",
        "Ihr Termin",
        "Jürgen Müller",
        "Montag, 23. November 2026",
        "09:30 Uhr",
        "bei Anna Optik",
        "Sehtest",
        "Bitte 10 Minuten früher kommen, also um",
        "09:20 Uhr.",
        "Sie können nicht kommen? Bitte sagen Sie uns rechtzeitig",
        "Bescheid.",
    ]


def test_a_slip_keeps_the_shops_notes_to_itself() -> None:
    slip = Slip(BRANCH, JÜRGEN, (row("09:30", text="schwierig", comment="zahlt nie"),), comes_early=True)
    assert "schwierig" not in printed(slip, A6)[0]
    assert "zahlt nie" not in printed(slip, A6)[0]


def test_nobody_comes_early_to_a_visit_at_home() -> None:
    visit = row("09:30", prepare_minutes=10, is_home_visit=True)
    text = printed(Slip(BRANCH, JÜRGEN, (visit,), comes_early=True), A6)[0]
    assert "Wir kommen zu Ihnen." in text
    assert "früher" not in text


def test_the_address_of_a_visit_at_home_is_on_the_slip_and_on_the_day_list() -> None:
    lives = replace(JÜRGEN, title="Dr.", address="Weg 1,\n70173 Stuttgart")
    visit, other = (row("09:30", customer=lives, is_home_visit=is_visit) for is_visit in (True, False))
    address = "Weg 1, 70173 Stuttgart"
    slip = printed(Slip(BRANCH, lives, (visit,), comes_early=True), A6)[0]
    assert f"Wir kommen zu Ihnen: {address}" in slip.replace("\n", " ")
    assert "Dr. Jürgen Müller" in slip
    assert address in printed(day_list(visit))[0]
    assert address in wording.tooltip(visit, ZONE).splitlines()
    assert address not in printed(day_list(other))[0]
    assert address not in printed(Slip(BRANCH, lives, (other,), comes_early=True), A6)[0]
    assert address not in wording.tooltip(other, ZONE)
    assert address not in printed(day_list(visit, rules=replace(RULES, hides_names=True)))[0]
    assert address not in wording.tooltip(replace(visit, hides_customer=True), ZONE)


def test_many_appointments_make_several_numbered_slips() -> None:
    rows = tuple(row("09:30", day=MONDAY + timedelta(days=number)) for number in range(12))
    pages = printed(Slip(BRANCH, JÜRGEN, rows, comes_early=True), A6)
    assert len(pages) > 1
    assert sum(page.count("09:30 Uhr") for page in pages) == 12
    assert pages[0].endswith(f"Seite 1 von {len(pages)}")


@pytest.mark.parametrize("hostile", ["<b>x</b>", "{time}", "x" * 500, "👩\u200d⚕\ufe0f Ärztin\u202e", "\x07"])
def test_whatever_a_title_holds_stays_within_the_page(hostile: str) -> None:
    rows = (row("09:30", customer=replace(JÜRGEN, last_name=hostile), text=hostile, comment=hostile),)
    for document, sheet in (
        (day_list(*rows), A5),
        (week_plan(*rows), A5.turned()),
        (Slip(BRANCH, rows[0].customer, rows, comes_early=True), A6),
    ):
        assert printed(document, sheet)


# -- who is away, and when nothing can be booked


VACATION = Absence(
    uuid4(), AbsenceKind.VACATION, AllDay(MONDAY, MONDAY + timedelta(days=2)), (ANNA.id,), text="Ostsee"
)
COURSE = Absence(uuid4(), AbsenceKind.TRAINING, Timed(at("14:00"), at("16:00")), (ROOM.id,))
HOURS = {
    resource.id: tuple(
        Availability(uuid4(), resource.id, day, time(9), time(18)) for day in (*Weekday,) if day < Weekday.SATURDAY
    )
    for resource in (ANNA, ROOM)
}


def absent(*rows: AppointmentRow, **known: Any) -> Plan:
    absences = {ANNA.id: (VACATION,), ROOM.id: (COURSE,)}
    return plan_of(rows, **{"availabilities": HOURS, "absences": absences, **known})


def day_of(plan: Plan, day: date = MONDAY) -> list[str]:
    return printed(DayList(BRANCH, day, (ANNA, ROOM), plan, RULES, PRINTED_AT))


def week_of(plan: Plan, resource: Resource = ANNA, *, with_weekend: bool = False) -> Page:
    days = week_days(MONDAY, with_weekend=with_weekend)
    (page,) = laid_out(WeekPlan(BRANCH, days, (resource,), plan, RULES, PRINTED_AT), A4.turned())
    return page


def test_a_day_list_says_who_is_away_in_place_of_that_nothing_is_planned() -> None:
    room, anna = (page.splitlines()[2:-2] for page in day_of(absent()))
    assert anna == ["Anna Optik", "Urlaub (Ostsee)", "0 Termine"]
    assert room == ["Kabine 1", "Schulung, 14:00–16:00", "0 Termine", "Keine Termine an diesem Tag."]


def test_those_who_are_away_all_day_share_a_page_behind_the_others() -> None:
    pages = day_of(absent(row("09:00", 30, ROOM)))
    assert [page.splitlines()[2] for page in pages] == ["Kabine 1", "Anna Optik"]
    (page,) = day_of(absent(absences={ANNA.id: (VACATION,), ROOM.id: (VACATION,)}))
    assert page.count("Urlaub (Ostsee)") == 2


def test_hours_that_are_taken_away_every_week_are_said_too() -> None:
    away = Availability(uuid4(), ANNA.id, Weekday.MONDAY, time(12), time(13), is_available=False, text="Pause")
    page, _ = day_of(plan_of((), availabilities={ANNA.id: (*HOURS[ANNA.id], away)}))
    assert "Pause, 12:00–13:00" in page


def test_a_holiday_stands_in_the_head_unless_it_is_not_everybodys() -> None:
    day = date(2026, 11, 18)  # Buß- und Bettag, in Saxony only
    own = {ANNA.id: HolidayCalendar("SN"), ROOM.id: HolidayCalendar("SN")}
    for page in day_of(plan_of((), holidays=own), day):
        assert page.splitlines()[1] == "Mittwoch, 18. November 2026 · Buß- und Bettag"
        assert page.count("Buß- und Bettag") == 1
    anna, room = day_of(plan_of((), holidays={**own, ROOM.id: HolidayCalendar("BW")}), day)
    assert anna.splitlines()[1:4] == ["Mittwoch, 18. November 2026", "Anna Optik", "Buß- und Bettag"]
    assert "Buß- und Bettag" not in room


def test_a_week_plan_names_who_is_away_and_hatches_the_hours_that_cannot_be_booked() -> None:
    page = week_of(absent(row("10:00", day=date(2026, 11, 25))))
    assert page_text(page).count("Urlaub (Ostsee)") == 2
    columns = sorted({round(mark.x) for mark in page if isinstance(mark, Hatch)})
    assert len(columns) == 2  # from nine to six all others can be booked
    assert "Schulung" in page_text(week_of(absent(), ROOM))


def test_a_week_plan_names_holidays_and_closed_days() -> None:
    openings = {ANNA.id: tuple(OpeningSpan(day, time(9), time(18)) for day in (*Weekday,)[:5])}
    monday = Holiday(uuid4(), "Stadtfest", day=24, month=11)
    plan = plan_of((), openings=openings, holidays={ANNA.id: HolidayCalendar("BW", (monday,))})
    page = week_of(plan, with_weekend=True)
    lines = page_text(page).splitlines()
    assert lines.count("Stadtfest") == 1
    assert lines.count("geschlossen") == 2
    assert len({round(mark.x) for mark in page if isinstance(mark, Hatch)}) == 3


def test_hatching_stays_within_its_rectangle() -> None:
    hatch = Hatch(13, 17, 40, 90)
    lines = list(hatch.lines(5))
    assert len(lines) == pytest.approx((40 + 90) / 5, abs=1)
    for x1, y1, x2, y2 in lines:
        for x, y in ((x1, y1), (x2, y2)):
            assert 13 <= x <= 53
            assert 17 <= y <= 107
        assert x2 - x1 == pytest.approx(y1 - y2)
