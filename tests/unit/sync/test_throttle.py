"""An account's rate, on a clock that only sleeping moves."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import deque
from functools import partial

import pytest

from terminplaner.sync.errors import ApiError, OfflineError
from terminplaner.sync.throttle import PATCH_COST, Throttle


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def monotonic(self) -> float:
        return self.now


class Queue:
    """The store's queue, where the workstations' clocks agree."""

    def __init__(self) -> None:
        self.booked_until = float("-inf")
        self.bookings = 0

    def throttle(self, time: Time) -> Throttle:
        def book(seconds: float, spare_seconds: float) -> float:
            self.bookings += 1
            begin = max(self.booked_until, time.now - spare_seconds)
            self.booked_until = begin + seconds
            return max(0.0, begin - time.now)

        return Throttle(book, time.sleep, time.monotonic)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def throttle(time: Time) -> Throttle:
    return Queue().throttle(time)


def failing(*errors: Exception) -> deque[Exception]:
    return deque(errors)


def answer(errors: deque[Exception]) -> str:
    if errors:
        raise errors.popleft()
    return "done"


def test_twenty_at_once_after_a_rest_and_then_eight_a_second(throttle: Throttle, time: Time) -> None:
    for _ in range(30):
        throttle.read(lambda: None)
    assert time.now == 0
    for _ in range(80):
        throttle.read(lambda: None)
    assert time.now == pytest.approx(10)


@pytest.mark.parametrize("workstations", [1, 2, 5])
def test_workstations_of_one_account_share_its_rate(workstations: int) -> None:
    queue, times = Queue(), [Time() for _ in range(workstations)]
    throttles = [(time, queue.throttle(time)) for time in times]
    sent: list[float] = []

    def send(time: Time) -> None:
        sent.append(time.now)

    for _ in range(2000):
        time, throttle = min(throttles, key=lambda pair: pair[0].now)
        throttle.read(partial(send, time))
        time.now += 0.01
    busiest = max(bisect_left(sent, moment + 60) - place for place, moment in enumerate(sent))
    assert 450 < busiest <= 600


def test_nobody_saves_requests_up(time: Time) -> None:
    queue = Queue()
    throttle = queue.throttle(time)
    throttle.read(lambda: None)
    throttle.read(lambda: None)
    assert queue.bookings == 1
    time.now += 5
    throttle.read(lambda: None)
    assert queue.bookings == 2


def test_a_patch_counts_as_three(throttle: Throttle, time: Time) -> None:
    for _ in range(24):
        throttle.write(lambda: None, PATCH_COST)
    assert time.now == pytest.approx(24 * PATCH_COST / 8, abs=2.5)


def test_writes_keep_their_distance(throttle: Throttle, time: Time) -> None:
    moments = []
    for _ in range(5):
        throttle.write(lambda: moments.append(time.now))
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert min(gaps) == pytest.approx(0.2)


def test_what_fails_in_passing_is_repeated(throttle: Throttle, time: Time) -> None:
    errors = failing(ApiError(503), ApiError(429), ApiError(403, "rateLimitExceeded"))
    assert throttle.read(lambda: answer(errors)) == "done"
    assert 0 <= time.now <= 7


def test_google_says_how_long(throttle: Throttle, time: Time) -> None:
    errors = failing(ApiError(429, "rateLimitExceeded", 8))
    assert throttle.read(lambda: answer(errors)) == "done"
    assert time.now >= 8


@pytest.mark.parametrize(
    ("errors", "attempts"),
    [
        ([ApiError(503)] * 5, 4),
        ([ApiError(429, "rateLimitExceeded", 60)] * 5, 1),
        ([ApiError(403, "quotaExceeded")] * 5, 1),
        ([ApiError(412, "conditionNotMet")] * 5, 1),
        ([OfflineError("dropped")] * 5, 4),
        ([OfflineError("dns")] * 5, 1),
    ],
)
def test_the_rest_is_not(throttle: Throttle, errors: list[Exception], attempts: int) -> None:
    left = failing(*errors)
    with pytest.raises(type(errors[0])):
        throttle.read(lambda: answer(left))
    assert len(errors) - len(left) == attempts


def test_a_write_whose_answer_was_cut_off_is_not_repeated_blindly(throttle: Throttle) -> None:
    left = failing(OfflineError("dropped"))
    with pytest.raises(OfflineError):
        throttle.write(lambda: answer(left))
