"""What is shown of the rule about what leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from terminplaner.domain import outgoing as module
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Datum, Place, Wording, disclosures

NOWHERE, TITLE = Place.NOWHERE, Place.TITLE
ALWAYS = {
    Datum.RESOURCE: (NOWHERE, NOWHERE),
    Datum.STATUS: (NOWHERE, NOWHERE),
    Datum.TIMES: (Place.TIMES, Place.TIMES),
}
MASKED = {Datum.CUSTOMER: (NOWHERE, NOWHERE), Datum.TEXT: (NOWHERE, NOWHERE), Datum.COMMENT: (NOWHERE, NOWHERE)}
OPEN = {
    Datum.TEXT: (NOWHERE, TITLE),
    Datum.TYPE: (TITLE, NOWHERE),
    Datum.COMMENT: (NOWHERE, Place.DESCRIPTION),
}
EXPECTED = {
    PrivacyLevel.BUSY: {**ALWAYS, **MASKED, Datum.TYPE: (NOWHERE, NOWHERE)},
    PrivacyLevel.TYPE: {**ALWAYS, **MASKED, Datum.TYPE: (TITLE, TITLE)},
    PrivacyLevel.INITIALS: {**ALWAYS, **OPEN, Datum.CUSTOMER: (Place.TITLE_AS_INITIALS, NOWHERE)},
    PrivacyLevel.NAME: {**ALWAYS, **OPEN, Datum.CUSTOMER: (Place.TITLE_AS_NAME, NOWHERE)},
}


@pytest.mark.parametrize("level", PrivacyLevel)
def test_every_datum_says_where_it_goes(level: PrivacyLevel) -> None:
    found = {row.datum: (row.with_customer, row.without_customer) for row in disclosures(level)}
    assert found == EXPECTED[level]
    assert list(found) == list(Datum)


def test_it_is_read_off_the_rule_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the rule ever let the comment of a customer's appointment leave, the table says so."""
    rule = module.outgoing

    def leaky(
        appointment: Appointment, wording: Wording, level: PrivacyLevel, kept: SharedFields | None
    ) -> SharedFields:
        return replace(rule(appointment, wording, level, kept), description=appointment.comment)

    monkeypatch.setattr(module, "outgoing", leaky)
    found = {row.datum: row.with_customer for row in disclosures(PrivacyLevel.BUSY)}
    assert found[Datum.COMMENT] is Place.DESCRIPTION
