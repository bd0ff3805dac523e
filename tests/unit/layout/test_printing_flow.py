"""Breaking text into lines and rows into pages, with type of a known width."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from terminplaner.ui.printing.flow import Cell, Row, Run, Section, flow, footer_height, with_footers
from terminplaner.ui.printing.sheet import Box, Face, Page, Rule, Sheet, Words, page_text
from terminplaner.ui.printing.wrapping import characters, elide, wrap

SHEET = Sheet("test", 200, 200, 20)


class TypewriterType:
    """Every character is 5 points wide and every line 10 points high."""

    def width(self, text: str, face: Face) -> float:
        return 5.0 * len(text)

    def height(self, face: Face) -> float:
        return 10.0

    def ascent(self, face: Face) -> float:
        return 8.0


TYPE = TypewriterType()


def rows(*texts: str) -> tuple[Row, ...]:
    return tuple(Row((Cell(0, 160, (Run(text),)),), rule=0.5) for text in texts)


def section(name: str, *texts: str, starts_page: bool = False) -> Section:
    return Section(rows(name), rows(f"{name} (2)"), rows(*texts), starts_page)


def texts(pages: tuple[Page, ...]) -> list[list[str]]:
    return [page_text(page).splitlines() for page in pages]


def test_words_stay_whole_where_they_can() -> None:
    assert wrap("eins zwei drei", Face.NORMAL, 45, TYPE) == ("eins zwei", "drei")


def test_a_word_that_is_too_long_breaks() -> None:
    assert wrap("ab Rindfleischetikett", Face.NORMAL, 50, TYPE) == ("ab", "Rindfleisc", "hetikett")


def test_line_breaks_stay_and_nothing_has_no_lines() -> None:
    assert wrap("a\n\nb", Face.NORMAL, 50, TYPE) == ("a", "", "b")
    assert wrap("", Face.NORMAL, 50, TYPE) == ()


def test_an_emoji_never_breaks_in_two() -> None:
    family = "👨\u200d👩\u200d👧"
    assert list(characters(f"a{family}e\u0301👍🏽☕\ufe0f")) == ["a", family, "e\u0301", "👍🏽", "☕\ufe0f"]
    assert family in wrap(f"x{family}", Face.NORMAL, 25, TYPE)


def test_eliding_says_that_there_is_more() -> None:
    assert elide("Müller-Lüdenscheidt", Face.NORMAL, 40, TYPE) == "Müller-…"
    assert elide("Müller", Face.NORMAL, 40, TYPE) == "Müller"


@given(st.text(alphabet="ab ü\n👍🏽", max_size=80), st.integers(5, 100))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, Face.NORMAL, width, TYPE)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(TYPE.width(line, Face.NORMAL) <= width or len(list(characters(line))) == 1 for line in lines)


def test_a_section_goes_on_under_its_name() -> None:
    pages = flow(rows("Kopf"), [section("Anna", *(f"{number}" for number in range(12)))], SHEET, TYPE)
    assert [page[:3] for page in texts(pages)] == [["Kopf", "Anna", "0"], ["Kopf", "Anna (2)", "8"]]


def test_a_heading_is_never_left_alone() -> None:
    full = section("Anna", *(f"{number}" for number in range(7)))
    pages = flow(rows("Kopf"), [full, section("Ben", "x")], SHEET, TYPE)
    assert texts(pages)[1] == ["Kopf", "Ben", "x"]


def test_a_row_longer_than_a_page_begins_under_its_heading() -> None:
    long = "\n".join(f"Zeile {number}" for number in range(40))
    assert texts(flow(rows("Kopf"), [section("Anna", long)], SHEET, TYPE))[0][:3] == ["Kopf", "Anna", "Zeile 0"]


def test_room_below_the_last_row_is_kept_on_its_page_alone() -> None:
    many = rows(*(str(number) for number in range(12)))
    filled = Section((), (), many[:10])
    assert texts(flow((), (filled,), SHEET, TYPE)) == [[str(number) for number in range(10)]], "just one page"
    assert [len(page) for page in texts(flow((), (replace(filled, below=30),), SHEET, TYPE))] == [9, 1]
    assert [len(page) for page in texts(flow((), (Section((), (), many, below=30),), SHEET, TYPE))] == [10, 2]


def test_a_section_may_ask_for_a_page_of_its_own() -> None:
    sections = [section("Anna", "a", starts_page=True), section("Ben", "b", starts_page=True)]
    assert texts(flow(rows("Kopf"), sections, SHEET, TYPE)) == [["Kopf", "Anna", "a"], ["Kopf", "Ben", "b"]]


def test_a_row_longer_than_a_page_goes_on() -> None:
    long = "\n".join(f"Zeile {number}" for number in range(40))
    pages = flow(rows("Kopf"), [section("Anna", "kurz", long, "danach")], SHEET, TYPE)
    assert len(pages) == 5
    assert [line for page in texts(pages) for line in page if line.startswith("Zeile")] == long.splitlines()
    assert texts(pages)[-1][-1] == "danach"


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), max_size=5))
def test_everything_is_printed_once_and_within_the_margins(lengths: list[list[int]]) -> None:
    def lines(number: int, row: int, size: int) -> str:
        return "\n".join(f"r{number}.{row}.{line}" for line in range(size))

    sections = [
        Section(
            rows(f"heading {number}"),
            rows("continued"),
            rows(*(lines(number, row, size) for row, size in enumerate(sizes))),
        )
        for number, sizes in enumerate(lengths)
    ]
    pages = flow(rows("top"), sections, SHEET, TYPE, footer_height(TYPE))
    printed = [line for page in texts(pages) for line in page if line not in {"top", "continued"}]
    wished = [
        line
        for number, sizes in enumerate(lengths)
        for text in (f"heading {number}", *(lines(number, row, size) for row, size in enumerate(sizes)))
        for line in text.splitlines()
    ]
    assert printed == wished
    for page in pages:
        for mark in page:
            bottom = {Words: "y", Rule: "y2"}.get(type(mark))
            y = mark.y + mark.height if isinstance(mark, Box) else getattr(mark, bottom or "y")
            assert SHEET.margin <= y <= SHEET.bottom - footer_height(TYPE)
        bases = [mark.y for mark in page if isinstance(mark, Words)]
        assert all(above < below for above, below in pairwise(bases))


def test_pages_are_numbered() -> None:
    pages = flow((), [section("A", "a", starts_page=True), section("B", "b", starts_page=True)], SHEET, TYPE)
    numbered = with_footers(pages, "Filiale mit einem sehr langen Namen", "{number}/{count}", SHEET, TYPE)
    assert [page[-2:] for page in texts(numbered)] == [
        ["Filiale mit einem sehr lan…", "1/2"],
        ["Filiale mit einem sehr lan…", "2/2"],
    ]
