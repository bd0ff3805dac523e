"""What a changed privacy level asks of the events that are never sent anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind
from terminplaner.domain.chain import Branch, PrivacyLevel
from terminplaner.services.ports import Reader
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_questions import LEFT_ALONE, NEVER_SENT, PING_PONG, REFUSED
from terminplaner.sync.failures import is_forbidden, is_gone, is_refused_event
from terminplaner.sync.outcomes import appointment_id_of, require_writable
from terminplaner.sync.projection import Field
from terminplaner.sync.questions import find_open
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession
from terminplaner.sync.wire import etag_of, patch_body, texts_of

_TEXTS = (Field.TITLE, Field.DESCRIPTION)


def rewrite_set_aside(session: LinkSession) -> bool:
    """Put the texts of the new level over those that we sent, for no name may stay where it is no longer allowed.

    What somebody else wrote there stays where the new level tells more, and nothing else of these events is
    touched.  False where one of them has to be looked at again with the next pass.
    """
    with session.gate.store.read() as reader:
        mappings = list(_set_aside(session, reader))
    is_complete = True
    for mapping in mappings:
        is_complete &= _rewrite(session, mapping)
    return is_complete


def _set_aside(session: LinkSession, reader: Reader) -> Iterator[EventMapping]:
    for mapping in reader.list_mappings(session.link.id):
        is_frozen = mapping.state is MappingState.QUARANTINED and mapping.error_code in NEVER_SENT
        is_left = mapping.state is MappingState.TOMBSTONE and mapping.error_code == LEFT_ALONE
        if (is_frozen or is_left) and mapping.appointment_id is not None and session.is_live(mapping.answered):
            yield mapping


def _rewrite(session: LinkSession, mapping: EventMapping) -> bool:
    answered = mapping.answered
    if answered is None:
        return True
    sent = mapping.projected or answered
    with session.gate.store.read() as reader:
        appointment = reader.get(Appointment, appointment_id_of(mapping))
        target = session.projector(reader)(appointment, mapping)
        zone = reader.get(Branch, appointment.branch_id).tz
    texts = {name.value: getattr(target, name) for name in _TEXTS if getattr(target, name) != getattr(sent, name)}
    if not texts:
        return True
    item = session.calendar.living_event(mapping.event_id)
    if item is None:
        return True
    if not _tells_less(session):
        present = texts_of(item)
        ours = {name: (getattr(sent, name), getattr(answered, name)) for name in texts}
        texts = {name: text for name, text in texts.items() if present[name] in ours[name]}
        if not texts:
            return True
    wanted = replace(sent, **texts)
    try:
        answer = session.calendar.patch(mapping.event_id, patch_body(sent, wanted, zone), etag_of(item))
    except ApiError as error:
        if error.status == 412:
            return False
        if not is_gone(error):
            _refused(session, mapping, error)
        return True
    # What a person may yet choose of a ping-pong is Google's version, not this one.
    seen = answered if mapping.error_code == PING_PONG else replace(answered, **texts)
    # What Google changed meanwhile, the next pull must not take for the echo of this.
    etag = etag_of(answer) if etag_of(item) == mapping.etag else mapping.etag
    kept = replace(mapping, projected=wanted, answered=seen, etag=etag)
    with session.transaction() as work:
        Reconciler(session, work).keep(kept)
        session.journal(work, "updated_google", kept, sent, wanted)
    return True


def _tells_less(session: LinkSession) -> bool:
    """Unless that is known, nothing that may hold a name is left standing."""
    levels = [level.value for level in PrivacyLevel]
    before = session.link.projected_privacy
    return before not in levels or levels.index(session.settings.google_privacy) < levels.index(before)


def _refused(session: LinkSession, mapping: EventMapping, error: ApiError) -> None:
    """A person has to see to it, unless one is asked about this event anyway."""
    if is_forbidden(error):
        require_writable(session)
    elif not is_refused_event(error):
        raise error
    with session.transaction() as work:
        session.hold(work)
        if find_open(work, session.link.id, ProblemKind.QUARANTINE, mapping.event_id) is None:
            hint = {"error": f"{error.status} {error.reason}", "reason": REFUSED}
            Reconciler(session, work).questions.ask(ProblemKind.QUARANTINE, mapping, None, hint)
