"""What a pass leaves behind on a link and its account: status, waiting times, pauses, the run."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from terminplaner.domain.calendar_link import GoogleAccount, LinkStatus, SyncRun
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.failures import CONSENT_GONE, Failure, backoff, write_pause
from terminplaner.sync.session import LinkSession

_log = logging.getLogger(__name__)

_MISSING_IS_CONFIRMED_AFTER = timedelta(minutes=10)


def finish(session: LinkSession) -> SyncRun:
    """Store how the pass over a link ended, and its run if anything happened in it.

    The run of a busy link is only told: it belongs to another holder.
    """
    failure, now, status_before = session.failure, session.now, session.link.status
    status = failure.status if failure else LinkStatus.OK
    missing_since_at = None
    if failure is not None and status is LinkStatus.CALENDAR_MISSING:
        missing_since_at = session.link.missing_since_at or now
        if now - missing_since_at >= _MISSING_IS_CONFIRMED_AFTER:
            failure = replace(failure, reason="calendar_gone")
    run = session.run(status, failure.reason if failure else "", failure.params if failure else {})
    _log.info("link %s: %s %s, %d requests", run.link_id, status.value, run.reason, run.requests)
    if status is LinkStatus.BUSY:
        return run
    failures = session.link.failures + 1 if failure and failure.backs_off else 0
    next_attempt_at = None
    if failure and failure.backs_off:
        next_attempt_at = now + max(backoff(failures), timedelta(seconds=failure.retry_after_seconds))
    notice = failure or _notice(session)
    with session.transaction() as work:
        session.keep_link(
            work,
            status=status,
            status_reason=notice.reason if notice else "",
            status_params=notice.params if notice else {},
            failures=failures,
            next_attempt_at=next_attempt_at,
            last_success_at=session.link.last_success_at if failure else now,
            missing_since_at=missing_since_at,
        )
        _note_account(work, session, failure)
        if any(session.counts.values()) or not (status is status_before is LinkStatus.OK):
            # Of the passes in which nothing happened, many thousands a day, the time of the last is enough.
            work.keep(run)
    return run


def pause_account(session: LinkSession) -> Failure:
    """Write nothing for hours: the account's quota is exceeded."""
    with session.transaction() as work:
        account = _account(work, session)
        pauses = account.pause_count + 1
        until = session.now + write_pause(pauses)
        work.amend(GoogleAccount, account.id, writes_paused_until_at=until, pause_count=pauses)
    return Failure(LinkStatus.QUOTA_PAUSE, "quota_pause", {"until": until.isoformat()})


def write_pause_of(session: LinkSession) -> Failure | None:
    """Why this link may not write now."""
    with session.gate.store.read() as reader:
        account = reader.find_record(GoogleAccount, session.link.account_id)
    until = account.writes_paused_until_at if account else None
    if until is None or until <= session.now:
        return None
    return Failure(LinkStatus.QUOTA_PAUSE, "quota_pause", {"until": until.isoformat()})


def _notice(session: LinkSession) -> Failure | None:
    """What people should know of a link that works: the calendar belongs to somebody who may delete it."""
    with session.gate.store.read() as reader:
        account = reader.find_record(GoogleAccount, session.link.account_id)
    owner = session.link.data_owner
    if not owner or account is None or account.email in ("", owner.casefold()):
        return None
    return Failure(LinkStatus.OK, "calendar_of_another", {"owner": owner})


def _note_account(work: UnitOfWork, session: LinkSession, failure: Failure | None) -> None:
    account = _account(work, session)
    noted: dict[str, object] = {}
    if failure == CONSENT_GONE:
        noted = {"needs_consent_since_at": account.needs_consent_since_at or session.now}
    elif failure is None:
        noted = {"needs_consent_since_at": None}
        if session.has_written:
            noted |= {"writes_paused_until_at": None, "pause_count": 0}
    if any(getattr(account, name) != value for name, value in noted.items()):
        work.amend(GoogleAccount, account.id, **noted)


def _account(work: UnitOfWork, session: LinkSession) -> GoogleAccount:
    account = work.find_record(GoogleAccount, session.link.account_id)
    if account is None:
        raise LookupError("a link without its account")
    return account
