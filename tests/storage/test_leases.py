"""Leases: one holder at a time, by the database's clock."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest

from helpers.databases import Database, SetClock
from helpers.stored_values import AUTHOR
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.services.ports import Store

LINK_ID = uuid4()
LONG = 3600


def verify(store: Store, fence: int) -> None:
    with store.write(AUTHOR, "sync") as work:
        work.verify_fence(LINK_ID, fence)


def test_a_held_lease_is_refused_to_others(store: Store) -> None:
    assert store.acquire_lease(LINK_ID, "a", LONG) == 1
    assert store.acquire_lease(LINK_ID, "b", LONG) is None
    assert store.acquire_lease(uuid4(), "b", LONG) == 1


def test_a_renewed_lease_keeps_its_fence(store: Store) -> None:
    assert store.acquire_lease(LINK_ID, "a", 0) == 1
    assert store.acquire_lease(LINK_ID, "a", LONG) == 1
    assert store.acquire_lease(LINK_ID, "b", LONG) is None


def test_an_expired_lease_goes_to_another_and_fences_off_the_sleeper(store: Store) -> None:
    assert store.acquire_lease(LINK_ID, "a", 0) == 1
    verify(store, 1)
    assert store.acquire_lease(LINK_ID, "b", LONG) == 2
    with pytest.raises(StaleRevisionError, match="lease_lost"):
        verify(store, 1)
    verify(store, 2)


def test_a_released_lease_is_free_at_once(store: Store) -> None:
    store.acquire_lease(LINK_ID, "a", LONG)
    store.release_lease(LINK_ID, 1)
    assert store.acquire_lease(LINK_ID, "b", LONG) == 2


def test_a_late_release_does_not_take_the_lease_from_its_new_holder(store: Store) -> None:
    store.acquire_lease(LINK_ID, "a", 0)
    store.acquire_lease(LINK_ID, "b", LONG)
    store.release_lease(LINK_ID, 1)
    assert store.acquire_lease(LINK_ID, "a", LONG) is None


def test_a_lease_never_taken_has_no_fence(store: Store) -> None:
    with pytest.raises(StaleRevisionError, match="lease_lost"):
        verify(store, 0)


def test_the_clock_of_the_workstation_does_not_matter(store: Store, clock: SetClock) -> None:
    store.acquire_lease(LINK_ID, "a", LONG)
    clock.instant += timedelta(days=3650)
    assert store.acquire_lease(LINK_ID, "b", LONG) is None


@pytest.mark.parametrize("has_expired", [False, True])
def test_of_simultaneous_takers_one_gets_it(database: Database, has_expired: bool) -> None:
    stores = [database.open() for _ in range(4)]
    if has_expired:
        stores[0].acquire_lease(LINK_ID, "before", 0)
    barrier = Barrier(4)

    def take(number: int) -> int | None:
        barrier.wait(10)
        return stores[number].acquire_lease(LINK_ID, str(number), LONG)

    with ThreadPoolExecutor(4) as pool:
        fences = list(pool.map(take, range(4)))
    assert sorted(fences, key=str) == [2 if has_expired else 1, None, None, None]


def test_a_verified_fence_holds_until_the_transaction_ends(database: Database) -> None:
    holder, rival = database.open(), database.open()
    holder.acquire_lease(LINK_ID, "a", 0)
    with ThreadPoolExecutor(1) as pool:
        with holder.write(AUTHOR, "sync") as work:
            work.verify_fence(LINK_ID, 1)
            taken = pool.submit(rival.acquire_lease, LINK_ID, "b", LONG)
            with pytest.raises(TimeoutError):
                taken.result(timeout=0.2)
            work.commit()
        assert taken.result(timeout=10) == 2
