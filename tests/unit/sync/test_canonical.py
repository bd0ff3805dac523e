"""Text as both sides can agree on it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminplaner.sync.canonical import (
    canonical_description,
    canonical_text,
    canonical_title,
    capped,
    with_tail,
)

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Sehtest \u00a0 Müller\n", "Sehtest Müller"),
        (unicodedata.normalize("NFD", "Größe Müller"), "Größe Müller"),
        (f"{FAMILY} שלום", f"{FAMILY} שלום"),
        ("", ""),
    ],
)
def test_a_title_is_one_line(raw: str, expected: str) -> None:
    assert canonical_title(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc  \n\n", "a\nb\nc"),
        ("<p>eins</p><p>zwei</p>", "eins\nzwei"),
        ("<p>eins<br>zwei &amp; drei</p>", "eins\nzwei & drei"),
        ("eins<br/>zwei", "eins\nzwei"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("a&nbsp;b", "a b"),
        ("<b>fett</b> und <a href='x?y=1&z=2'>Link</a>", "fett und Link"),
        ("Visus <0.5 & mehr", "Visus <0.5 & mehr"),
        ("a < b > c", "a < b > c"),
        ("Tom & Jerry; beide", "Tom & Jerry; beide"),
        ("<unbekannt>", "<unbekannt>"),
    ],
)
def test_a_description_says_the_same_in_html(raw: str, expected: str) -> None:
    assert canonical_description(raw) == expected


@given(st.text(max_size=200))
def test_canonical_text_is_stable(text: str) -> None:
    once = canonical_text(text)
    assert canonical_text(once) == once
    assert canonical_title(canonical_title(text)) == canonical_title(text)


@given(st.text(max_size=60), st.integers(min_value=5, max_value=40))
def test_a_cut_text_fits_and_its_tail_comes_back(text: str, limit: int) -> None:
    cut = capped(text, limit)
    assert len(cut) <= limit
    assert with_tail(cut, text, limit) == text


@pytest.mark.parametrize("character", [FAMILY, "e\u0301", "🇩🇪", "👍🏽", "❤\ufe0f"])
def test_a_cut_never_splits_what_is_read_as_one_character(character: str) -> None:
    text = character * 30
    for limit in range(12, 24):
        kept = capped(text, limit).removesuffix(" […]")
        assert kept.replace(character, "") == ""


def test_an_edit_in_front_of_the_mark_keeps_the_tail() -> None:
    full = "Anfang " + "x" * 50
    sent = capped(full, 30)
    assert with_tail(sent.replace("Anfang", "Beginn"), full, 30) == "Beginn " + "x" * 50
    assert with_tail("ganz neu", full, 30) == "ganz neu"
