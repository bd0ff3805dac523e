"""Print the sync's decision tables into docs/sync.md: ``python tools/decision_table.py``."""

from __future__ import annotations

from pathlib import Path

from terminplaner.sync.decide import EVENT_TABLE, FIELD_TABLE, Here, There

PAGE = Path(__file__).resolve().parent.parent / "docs" / "sync.md"


def event_table() -> str:
    """Here down, there across."""
    rows = [[f"**{here.value}**", *(f"`{EVENT_TABLE[here, there].value}`" for there in There)] for here in Here]
    return _table(["here \\ in Google", *(there.value for there in There)], rows)


def field_table() -> str:
    rows = [
        [local.value, remote.value, "equal" if are_equal else "different", f"`{action.value}`"]
        for (local, remote, are_equal), action in FIELD_TABLE.items()
    ]
    return _table(["here", "in Google", "the two are", "action"], rows)


def with_tables(page: str) -> str:
    """The page with both tables as the data has them now."""
    for name, table in (("event-table", event_table()), ("field-table", field_table())):
        before, opening, rest = page.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}{opening}{table}\n{closing}{after}"
    return page


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
