"""Names above narrow columns, measured as if every letter were one wide."""

from __future__ import annotations

import pytest

from terminplaner.ui.planner.plan.heading import Heading, arrange, broken


@pytest.mark.parametrize(
    ("name", "room", "lines"),
    [
        ("Klara Himmel", 12, ("Klara Himmel",)),
        ("Klara Himmel", 11, ("Klara", "Himmel")),
        ("Administrator AMPAREX", 14, ("Administrator", "AMPAREX")),
        ("Dr. Wolfgang-Amadeus Hinterhuber", 16, ("Dr. Wolfgang-", "Amadeus Hinterhuber")),
        ("Kabine 1 Filiale Stgt.", 16, ("Kabine 1 Filiale", "Stgt.")),
        ("Kontaktlinsenanpassraum", 15, ("Kontaktlinsenanpassraum",)),
        ("Kontaktlinsenanpassraum 2", 15, ("Kontaktlinsenanpassraum", "2")),
        ("Hörgeräteakustik-Kabine West", 14, ("Hörgeräteakustik-", "Kabine West")),
        ("Optik", 3, ("Optik",)),
        ("", -1, ("",)),
    ],
)
def test_a_name_is_broken_between_words_and_never_in_one(name: str, room: int, lines: tuple[str, ...]) -> None:
    assert broken(name, room, len) == lines


@pytest.mark.parametrize("name", ["Anna-Lena von der Heide", "Werkstatt/Lager  hinten", "-", "A-B-C-D-E-F"])
@pytest.mark.parametrize("room", range(1, 26))
def test_no_letter_is_lost(name: str, room: int) -> None:
    told = "".join(broken(name, room, len))
    kept = [letter for letter in name if letter not in " -"]
    assert [letter for letter in told if letter not in " -"] == kept


def test_the_reason_stands_beside_a_short_name_and_below_a_long_one() -> None:
    beside = arrange("Klara", "Urlaub", 12, len, len, 1)
    below = arrange("Klara Himmel", "Urlaub", 14, len, len, 1)
    assert (beside, beside.height) == (Heading(("Klara",), "Urlaub"), 1)
    assert (below, below.height) == (Heading(("Klara Himmel",), "Urlaub", is_beside=False), 2)
