"""Proof by chaos: people on both sides, faults, crashes, two workstations, in any order; then all is well."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from helpers.chaos_checks import (
    check_brakes,
    check_equal,
    check_nothing_deleted_unasked,
    check_nothing_doubled,
    check_nothing_lost,
    check_requests,
)
from helpers.chaos_directions import check_only_from_google, check_only_to_google
from helpers.chaos_world import World, chaos_world
from helpers.doomed_program import DoomedProgram
from helpers.stores import empty_store
from terminplaner.domain.calendar_link import LinkStatus, ProblemKind
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.resource import SyncDirection
from terminplaner.simulator import Fault, FaultKind

PARTS = 10
FEW, ALL = 10, 500
"""Examples of each part."""
_STEPS = 12
_QUIET_CYCLES = 3
_MOST_DECISIONS = 6

picks = st.integers(0, 23)
days = st.integers(0, 9)
stations = st.integers(0, 1)
skips = st.integers(0, 4)
wheres = st.sampled_from(((0,), (1,), (0, 1)))
REFUSALS = (
    (503, "backendError"),
    (429, "rateLimitExceeded"),
    (403, "userRateLimitExceeded"),
    (403, "quotaExceeded"),
)
SPOILS = (
    FaultKind.EXPIRE_SYNC_TOKEN,
    FaultKind.EMPTY_PAGE,
    FaultKind.EMPTY_LIST,
    FaultKind.MALFORMED_ITEM,
    FaultKind.PAGE_SIZE,
)
HERE = ("retitle", "comment", "reschedule", "swap", "cancel")
THERE = ("retitle_there", "describe_there", "reschedule_there", "drag_there", "delete_there")
SAME_FIELD = {"retitle": "retitle_there", "comment": "describe_there", "reschedule": "reschedule_there"}
READS, WRITES = ("events.list", "events.get"), ("events.insert", "events.patch", "events.delete")


class Chaos(RuleBasedStateMachine):
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.dice = random.Random(0)
        self.troubles: list[Exception] = []

    @initialize(
        policy=st.sampled_from(DeletionPolicy),
        overbooking=st.booleans(),
        rewrites=st.booleans(),
        seed=st.integers(0, 99),
    )
    def begin(self, policy: DeletionPolicy, overbooking: bool, rewrites: bool, seed: int) -> None:
        self.dice = random.Random(seed)
        empty_store()  # it is made once, and would take ids that all later stories of this process get
        same_ids = patch("os.urandom", random.Random(0).randbytes)  # else no failure could be repeated
        self.stack.enter_context(same_ids)
        folder = Path(self.stack.enter_context(TemporaryDirectory(prefix="chaos-")))
        self.world = self.stack.enter_context(
            chaos_world(folder, policy=policy, overbooking=overbooking, rewrites=rewrites)
        )
        self.prepare()
        for pick in range(3):
            self.book(pick, pick + 1, ((0,), (1,), (0, 1))[pick], customer=pick == 1, whole_days=False)
        self.world.add_there(0, 2)
        self.world.add_series(0, 1)
        self.world.stations[0].sync()

    def prepare(self) -> None:
        """What is otherwise from the beginning."""

    def check(self, world: World) -> None:
        """What holds at rest, whatever still waits for a person."""
        check_equal(world)
        check_nothing_lost(world)
        check_nothing_deleted_unasked(world)
        check_brakes(world)
        check_nothing_doubled(world)
        check_requests(world)

    # -- people here

    @rule(pick=picks, day=days, where=wheres, customer=st.booleans(), whole_days=st.booleans())
    def book(self, pick: int, day: int, where: tuple[int, ...], customer: bool, whole_days: bool) -> None:
        resources = tuple(self.world.resources[index] for index in where)
        self.world.book(pick, day, resources, customer=customer, whole_days=whole_days)

    @rule(pick=picks, how=st.sampled_from(("retitle", "comment", "attach_customer")))
    def edit(self, pick: int, how: str) -> None:
        getattr(self.world, how)(pick)

    @rule(pick=picks, day=days, whole_days=st.booleans())
    def reschedule(self, pick: int, day: int, whole_days: bool) -> None:
        self.world.reschedule(pick, day, whole_days=whole_days)

    @rule(pick=picks, where=wheres)
    def reassign(self, pick: int, where: tuple[int, ...]) -> None:
        self.world.reassign(pick, tuple(self.world.resources[index] for index in where))

    @rule(pick=picks)
    def cancel(self, pick: int) -> None:
        self.world.cancel(pick)

    @rule(pick=picks)
    def restore(self, pick: int) -> None:
        self.world.restore(pick)

    # -- people in Google

    @rule(pick=picks, day=days)
    def add_there(self, pick: int, day: int) -> None:
        self.world.add_there(pick, day)

    @rule(pick=picks, how=st.sampled_from(("retitle_there", "describe_there")))
    def edit_there(self, pick: int, how: str) -> None:
        getattr(self.world, how)(pick)

    @rule(pick=picks, day=days, whole_days=st.booleans())
    def reschedule_there(self, pick: int, day: int, whole_days: bool) -> None:
        self.world.reschedule_there(pick, day, whole_days=whole_days)

    @rule(
        pick=picks,
        field=st.sampled_from(
            (
                ("visibility", "private"),
                ("visibility", "default"),
                ("transparency", "transparent"),
                ("colorId", "4"),
            )
        ),
    )
    def flag_there(self, pick: int, field: tuple[str, str]) -> None:
        self.world.flag_there(pick, **dict([field]))

    @rule(pick=picks, count=st.sampled_from((1, 1, 1, 2, 6)))
    def delete_there(self, pick: int, count: int) -> None:
        self.world.delete_there(pick, count)

    @rule(pick=picks, plain=st.booleans())
    def copy_there(self, pick: int, plain: bool) -> None:
        self.world.copy_there(pick, plain=plain)

    @rule(pick=picks)
    def drag_there(self, pick: int) -> None:
        self.world.drag_there(pick)

    @rule(pick=picks, day=days)
    def add_series(self, pick: int, day: int) -> None:
        self.world.add_series(pick, day)

    @rule(pick=picks, how=st.sampled_from(("cancel", "retitle", "split", "delete")))
    def change_series(self, pick: int, how: str) -> None:
        self.world.change_series(pick, how)

    # -- both at once

    @rule(pick=picks, here=st.sampled_from(HERE), there=st.sampled_from(THERE), is_late=st.booleans())
    def quarrel(self, pick: int, here: str, there: str, is_late: bool) -> None:
        if is_late:
            self.world.quarrel_late(pick, here, SAME_FIELD.get(here, there))
        else:
            self.world.quarrel(pick, here, there)

    # -- misfortune

    @rule(
        operation=st.sampled_from((*READS, *WRITES, "events.*")),
        kind=st.sampled_from((FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER, FaultKind.MALFORMED_JSON)),
        skip=skips,
    )
    def lose_an_answer(self, operation: str, kind: FaultKind, skip: int) -> None:
        self.world.strike(Fault(operation, kind, skip=skip))

    @rule(
        operation=st.sampled_from((*READS, *WRITES, "events.*")),
        refusal=st.sampled_from(REFUSALS),
        times=st.integers(1, 5),
        skip=skips,
    )
    def refuse(self, operation: str, refusal: tuple[int, str], times: int, skip: int) -> None:
        status, reason = refusal
        self.world.strike(Fault(operation, FaultKind.ERROR, status=status, reason=reason, times=times, skip=skip))

    @rule(kind=st.sampled_from(SPOILS), skip=skips, size=st.integers(1, 3))
    def spoil_a_list(self, kind: FaultKind, skip: int, size: int) -> None:
        times = 12 if kind is FaultKind.PAGE_SIZE else 1
        self.world.strike(Fault("events.list", kind, skip=skip, page_size=size, times=times))

    @rule(
        operation=st.sampled_from((*READS, *WRITES)),
        skip=skips,
        pick=picks,
        how=st.sampled_from((*HERE, *THERE)),
    )
    def act_in_between(self, operation: str, skip: int, pick: int, how: str) -> None:
        self.world.meanwhile(operation, skip, partial(self._in_between, partial(getattr(self.world, how), pick)))

    @rule(operation=st.sampled_from((*READS, *WRITES)), skip=skips, station=stations, sleeps=st.booleans())
    def sync_in_between(self, operation: str, skip: int, station: int, sleeps: bool) -> None:
        other = self.world.oversleep if sleeps else self._pass_of
        self.world.meanwhile(operation, skip, partial(self._in_between, partial(other, 1 - station)))

    @rule(station=stations, points=st.integers(0, 40))
    def die(self, station: int, points: int) -> None:
        self.world.stations[station].fuse.points_left = points
        self.world.stations[station].sync()
        self.world.stations[station].fuse.points_left = None

    @rule(hours=st.sampled_from((1, 5, 26, 80)))
    def jump(self, hours: int) -> None:
        self.world.bench.advance(hours=hours)

    # -- passes

    @rule(station=stations, full=st.sampled_from((False, False, True)), is_late=st.booleans())
    def sync(self, station: int, full: bool, is_late: bool) -> None:
        if is_late:
            self.world.expire_leases()
        self.world.stations[station].sync(full=full)

    def _pass_of(self, station: int) -> None:
        self.world.stations[station].sync()

    def _in_between(self, action: Callable[[], object]) -> None:
        """Runs in a thread of the simulator, where an error would only drop the connection."""
        try:
            action()
        except Exception as error:  # noqa: BLE001  (any is a find)
            self.troubles.append(error)

    # -- and then peace

    def teardown(self) -> None:
        with self.stack:
            if hasattr(self, "world"):
                self._come_to_rest()
                assert not self.troubles, self.troubles
                self._stay_at_rest()

    def _come_to_rest(self) -> None:
        world = self.world
        world.bench.google.faults.clear()
        world.expire_leases()
        world.bench.advance(hours=7)  # no pause for an exceeded quota lasts longer
        for _ in range(_MOST_DECISIONS):
            self._quiet_cycles()
            self.check(world)
            problems = world.bench.problems()
            if not problems:
                return
            for problem in problems:
                if problem.id in {found.id for found in world.bench.problems()}:
                    world.resolve(problem, self.dice.randrange(6))
        pytest.fail(f"no end of questions: {world.bench.problems()}")

    def _quiet_cycles(self) -> None:
        for cycle in range(_QUIET_CYCLES):
            runs = self.world.stations[cycle % 2].sync(full=self.world.has_lied and cycle == 0)
        braked = {item.link_id for item in self.world.bench.problems() if item.kind is ProblemKind.BRAKE}
        for run in runs:
            assert run.status is (LinkStatus.BRAKE if run.link_id in braked else LinkStatus.OK), run

    def _stay_at_rest(self) -> None:
        google = self.world.bench.google
        for station in self.world.stations:
            google.clear_requests()
            station.sync()
            assert google.writes() == ()
            requests = [request.operation for request in google.requests if request.account is not None]
            assert requests == ["events.list"] * len(self.world.calendars), requests
        assert self.world.bench.problems() == ()


class KillingChaos(Chaos):
    """As before, and now and then a program is really killed: by the operating system, in the middle of a pass."""

    program: DoomedProgram

    @initialize()
    def start_program(self) -> None:
        self.program = DoomedProgram.start()

    @rule(points=st.integers(0, 30))
    def kill(self, points: int) -> None:
        self.world.expire_leases()
        self.program.sync(self.world.bench, points)
        self.program = DoomedProgram.start()

    def teardown(self) -> None:
        if hasattr(self, "program"):
            if hasattr(self, "world"):
                self.kill(self.dice.randrange(30))
            self.program.end()
        super().teardown()


class ReadingChaos(Chaos):
    """Both links carry changes only from Google."""

    def prepare(self) -> None:
        for resource in self.world.resources:
            self.world.bench.turn(SyncDirection.FROM_GOOGLE, resource)

    def check(self, world: World) -> None:
        check_only_from_google(world)
        check_nothing_lost(world)
        check_nothing_deleted_unasked(world)
        check_brakes(world)
        check_nothing_doubled(world)


class WritingChaos(Chaos):
    """Both links carry changes only to Google."""

    def prepare(self) -> None:
        for resource in self.world.resources:
            self.world.bench.turn(SyncDirection.TO_GOOGLE, resource)

    def check(self, world: World) -> None:
        check_only_to_google(world)
        check_nothing_deleted_unasked(world)
        check_nothing_doubled(world)
        check_requests(world)


class TurningChaos(Chaos):
    """Somebody changes the directions all the time, and in the end everything is carried both ways again."""

    @rule(which=st.integers(0, 1), direction=st.sampled_from(SyncDirection))
    def turn(self, which: int, direction: SyncDirection) -> None:
        self.world.bench.turn(direction, self.world.resources[which])

    def check(self, world: World) -> None:
        """What is overwritten or left there on the way is lost by intention."""
        for resource in world.resources:
            world.bench.turn(SyncDirection.BOTH, resource)
        self._quiet_cycles()
        check_equal(world)
        check_brakes(world)
        check_requests(world)


def unleash(chaos: type[Chaos], part: int, examples: int) -> None:
    """Every part repeats itself exactly.  A failure prints its story, uncut: shortening it would take hours."""
    run_state_machine_as_test(
        seed(part)(type(f"{chaos.__name__}{part}", (chaos,), {})),
        settings=settings(
            max_examples=examples,
            stateful_step_count=_STEPS,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.prove(FEW, ALL)
@pytest.mark.parametrize("part", range(PARTS))
def test_all_is_well_after_chaos(part: int, examples: int, record_property: Callable[[str, object], None]) -> None:
    unleash(Chaos, part, examples)
    record_property("examples", examples)


@pytest.mark.prove(3, 200)
def test_all_is_well_after_programs_were_killed(
    examples: int, record_property: Callable[[str, object], None]
) -> None:
    unleash(KillingChaos, 0, examples)
    record_property("examples", examples)


@pytest.mark.prove(FEW, ALL)
@pytest.mark.parametrize("chaos", [ReadingChaos, WritingChaos, TurningChaos])
def test_all_is_well_after_chaos_on_one_way(
    chaos: type[Chaos], examples: int, record_property: Callable[[str, object], None]
) -> None:
    unleash(chaos, 0, examples)
    record_property("examples", examples)
