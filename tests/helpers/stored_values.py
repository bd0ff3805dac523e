"""One value of every kind that a store keeps, with no field left at its default."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import (
    Appointment,
    AppointmentOrigin,
    AppointmentStatus,
    AppointmentType,
)
from terminplaner.domain.calendar_link import (
    CalendarIntent,
    CalendarLink,
    Choice,
    Direction,
    EventMapping,
    GoogleAccount,
    JournalEntry,
    LinkStatus,
    MappingState,
    OffHoursNote,
    Problem,
    ProblemKind,
    Record,
    SharedFields,
    SyncRun,
)
from terminplaner.domain.chain import Branch, ChainSettings, ColorBy, DeletionPolicy, OpeningSpan, PrivacyLevel
from terminplaner.domain.changes import Author, Entity, Origin
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import (
    Availability,
    AvailabilityType,
    Combination,
    Resource,
    SyncDirection,
    Weekday,
    WeekOfMonth,
)
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView, ViewColumn, ViewKind
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.domain.when import AllDay, Timed

MORNING = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
AUTHOR = Author("rosa", Origin.USER, UUID(int=77))


def uid(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(UUID(int=0), name)


OPENING = OpeningSpan(Weekday.SATURDAY, time(9), time(0))
BRANCH = Branch(uid("branch"), "01", "Stuttgart", "Europe/Vienna", "BY", "Königstraße 1", "Mo–Fr 9–18", (OPENING,))
EMPLOYEE = Employee(uid("employee"), "Schuss", "Thor", BRANCH.id, MORNING)
TYPE = AppointmentType(uid("type"), "Sehtest", "#123456", 3, MORNING)
STATUS = AppointmentStatus(uid("status"), "Bestätigt", "#654321", 4, True, MORNING)
WORK = AvailabilityType(uid("availability type"), "Arbeitszeit", "#123321", 5, MORNING)
CUSTOMER = Customer(
    uid("customer"),
    "1001",
    "Müller",
    "Zoë",
    "ZM",
    "0711 1",
    "zoe@example.org",
    "Ruft an",
    "Bitte laut sprechen",
    MORNING,
    title="Dr.",
    birth_on=date(1961, 5, 3),
    mobile="0171 2",
    address="Musterweg 1\n70173 Stuttgart",
)
ROOM = Resource(
    uid("room"),
    "Kabine 1",
    description="Refraktion",
    color="#ff8800",
    employee_id=EMPLOYEE.id,
    branch_id=BRANCH.id,
    step_minutes=15,
    capacity=2,
    has_waiting_list=True,
    reminder_minutes=0,
    warns_when_unavailable=True,
    is_visible=False,
    is_in_all_branches=True,
    visible_branch_ids=(BRANCH.id, uid("other branch")),
    allows_caldav=True,
    allows_online_booking=True,
    sync_direction=SyncDirection.FROM_GOOGLE,
    deleted_at=MORNING,
)
PERSON = Resource(uid("person"), "Thor Schuss")
APPOINTMENT = Appointment(
    id=uid("appointment"),
    branch_id=BRANCH.id,
    when=Timed(MORNING, MORNING + timedelta(minutes=30)),
    resource_ids=(ROOM.id, PERSON.id),
    text="Brille 👓 abholen",
    comment="Zeile 1\nZeile 2",
    type_id=TYPE.id,
    status_id=STATUS.id,
    customer_id=CUSTOMER.id,
    prepare_minutes=5,
    follow_up_minutes=10,
    is_home_visit=True,
    is_parallel=True,
    shows_as_unavailable=True,
    origin=AppointmentOrigin.IMPORT,
    is_read_only=True,
    is_transparent=True,
    is_private=True,
    ical_uid="uid@example.org",
    series_id=uid("series"),
    is_detached=True,
    cancelled_at=MORNING,
    cancelled_by="rosa",
    former_status_id=STATUS.id,
    template_id=uid("template"),
)
SERIES = Series(
    uid("series"),
    Recurrence(Frequency.WEEKLY, 2, (Weekday.MONDAY, Weekday.FRIDAY), date(2026, 12, 31), 10, WeekOfMonth.SECOND),
    replace(APPOINTMENT, series_id=None),
    date(2026, 12, 31),
    includes_holidays=True,
    deleted_at=MORNING,
)
WHOLE_DAYS = Appointment(uid("whole days"), BRANCH.id, AllDay(date(2026, 3, 28), date(2026, 3, 30)), (PERSON.id,))

ENTITIES: tuple[Entity, ...] = (
    BRANCH,
    ChainSettings(
        uid("settings"),
        chain_name="Optik Himmel",
        google_sync=True,
        sync_interval_minutes=7,
        google_privacy=PrivacyLevel.NAME,
        google_deletions=DeletionPolicy.ASK,
        google_client='{"installed": {}}',
        google_allow_change=False,
        google_allow_deletion=False,
        google_free_events_busy=True,
        google_all_day_busy=False,
        google_look_back_days=28,
        allow_overbooking=True,
        use_preparation_times=False,
        preparation_is_for_customer=True,
        use_waiting_lists=False,
        show_customer_pop_ups=False,
        copy_repeatedly=True,
        require_type=True,
        only_from_templates=True,
        show_customer_overlay=True,
        preset_user_as_second_resource=True,
        restrict_second_resource=True,
        only_creator_cancels=True,
        hide_customer_names=True,
        color_by=ColorBy.STATUS,
        calendar_period_until_on=date(2027, 12, 31),
    ),
    EMPLOYEE,
    User(uid("user"), "rosa", Role.PLANNER, EMPLOYEE.id, "$argon2id$", MORNING),
    TYPE,
    STATUS,
    CUSTOMER,
    ROOM,
    PERSON,
    WORK,
    Availability(
        uid("availability"),
        ROOM.id,
        Weekday.SATURDAY,
        time(9),
        time(18, 30),
        is_available=False,
        valid_from_on=date(2026, 1, 1),
        valid_until_on=date(2026, 12, 31),
        interval_weeks=2,
        step_minutes=20,
        min_step_minutes=10,
        second_resource_id=PERSON.id,
        text="Arbeitszeit",
        type_id=WORK.id,
        comment="Nur nach Anmeldung",
        week_of_month=WeekOfMonth.LAST,
        deleted_at=MORNING,
    ),
    Absence(
        uid("absence"),
        AbsenceKind.TRAINING,
        AllDay(date(2026, 3, 9), date(2026, 3, 11)),
        (PERSON.id,),
        BRANCH.id,
        "Messe",
        MORNING,
    ),
    Holiday(uid("holiday"), "Weiberfastnacht", "nur Köln", 2, 12, -52, (BRANCH.id,), MORNING),
    AppointmentTemplate(
        uid("template"),
        "Sehtest/Erstkunde",
        45,
        "Sehtest",
        "Lange",
        TYPE.id,
        STATUS.id,
        5,
        10,
        (PERSON.id, ROOM.id),
        is_home_visit=True,
        is_parallel=True,
        shows_as_unavailable=True,
        branch_id=BRANCH.id,
        position=4,
        deleted_at=MORNING,
    ),
    PlannerView(
        uid("view"),
        "woche",
        "Woche",
        "Alle Kabinen",
        ViewKind.DAYS,
        BRANCH.id,
        5,
        time(8),
        time(0),
        30,
        (ViewColumn(ROOM.id, "K1"),),
        shows_availability=True,
        position=2,
        deleted_at=MORNING,
    ),
    SERIES,
    APPOINTMENT,
    WHOLE_DAYS,
    WaitingListEntry(
        uid("waiting"),
        BRANCH.id,
        MORNING,
        "rosa",
        CUSTOMER.id,
        uid("template"),
        TYPE.id,
        True,
        (PERSON.id,),
        Combination.PERSON_AND_ROOM,
        45,
        (Weekday.MONDAY, Weekday.FRIDAY),
        date(2026, 3, 9),
        date(2026, 4, 9),
        time(9),
        time(12),
        Priority.HIGH,
        "Ruft zurück",
        APPOINTMENT.id,
        MORNING,
        MORNING,
    ),
)
"""In an order in which each refers to earlier ones only."""

_SHARED = SharedFields("Sehtest MM", Timed(MORNING, MORNING), "Beschreibung")
_SHARED_DAYS = SharedFields("Urlaub", AllDay(date(2026, 3, 9), date(2026, 3, 10)), "Strand")
_PARAMS = {"count": 3, "names": ["a", "b"], "deep": {"share": 0.5, "is_last": True}}

ACCOUNT = GoogleAccount(
    uid("account"),
    "optik@example.org",
    frozenset({"scope.one", "scope.two"}),
    b"\x00\xffsecret",
    "client",
    MORNING,
    MORNING,
    2,
    frozenset({uid("user")}),
)
LINK = CalendarLink(
    uid("link"),
    ROOM.id,
    ACCOUNT.id,
    "calendar@group.calendar.google.com",
    "Kabine 1",
    "Europe/Berlin",
    is_created_by_program=True,
    status=LinkStatus.BRAKE,
    status_reason="too_many",
    status_params=_PARAMS,
    access_role="writer",
    data_owner="optik@example.org",
    sync_token="token",
    sync_params="hash",
    projected_privacy="name",
    expanded_until_at=MORNING,
    last_success_at=MORNING,
    last_full_at=MORNING,
    missing_since_at=MORNING,
    failures=1,
    next_attempt_at=MORNING,
    created_at=MORNING,
    ended_at=MORNING,
)
MAPPING = EventMapping(
    uid("mapping"),
    LINK.id,
    "event",
    APPOINTMENT.id,
    generation=2,
    state=MappingState.HELD,
    etag='"1"',
    projected=_SHARED,
    answered=_SHARED_DAYS,
    base_revision=4,
    names_revision=3,
    is_born_in_google=True,
    recurring_event_id="series",
    original_start="2026-03-09",
    copied_from="other",
    is_private=True,
    is_transparent=True,
    error_code="400",
    flips=2,
    flips_since_at=MORNING,
    changed_at=MORNING,
)
RECORDS: tuple[Record, ...] = (
    ACCOUNT,
    CalendarIntent(uid("intent"), ROOM.id, ACCOUNT.id, "Kabine 1", MORNING, "calendar"),
    LINK,
    MAPPING,
    Problem(
        uid("problem"),
        ProblemKind.CONFLICT,
        LINK.id,
        ROOM.id,
        APPOINTMENT.id,
        "event",
        (Choice.LOCAL, Choice.GOOGLE),
        MORNING,
        local=_PARAMS,
        google={"title": None},
        resolved_at=MORNING,
        resolved_by="rosa",
        resolution=Choice.GOOGLE,
    ),
    OffHoursNote(APPOINTMENT.id, APPOINTMENT.when, MORNING),
    SyncRun(
        uid("run"),
        LINK.id,
        MORNING,
        MORNING,
        LinkStatus.OFFLINE,
        pulled=1,
        created_local=2,
        updated_local=3,
        cancelled_local=4,
        created_google=5,
        updated_google=6,
        deleted_google=7,
        conflicts=8,
        quarantined=9,
        requests=10,
        reason="offline",
        params=_PARAMS,
    ),
    JournalEntry(
        uid("entry"),
        uid("run"),
        LINK.id,
        MORNING,
        Direction.FROM_GOOGLE,
        "updated",
        APPOINTMENT.id,
        "event",
        before=_PARAMS,
        after={"title": "neu"},
        revision=7,
    ),
)
"""In an order in which each refers to earlier ones, or to entities, only."""
