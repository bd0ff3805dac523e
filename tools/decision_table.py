"""Print the sync's decision tables into docs/sync.md: ``python tools/decision_table.py``."""

from __future__ import annotations

from pathlib import Path

from terminplaner.domain.resource import SyncDirection
from terminplaner.sync.decide import EVENT_TABLES, FIELD_TABLES, Here, There

PAGE = Path(__file__).resolve().parent.parent / "docs" / "sync.md"


def event_table(direction: SyncDirection) -> str:
    """Here down, there across."""
    actions = EVENT_TABLES[direction]
    rows = [[f"**{here.value}**", *(f"`{actions[here, there].value}`" for there in There)] for here in Here]
    return _table(["here \\ in Google", *(there.value for there in There)], rows)


def field_table(direction: SyncDirection) -> str:
    rows = [
        [local.value, remote.value, "equal" if are_equal else "different", f"`{action.value}`"]
        for (local, remote, are_equal), action in FIELD_TABLES[direction].items()
    ]
    return _table(["here", "in Google", "the two are", "action"], rows)


def with_tables(page: str) -> str:
    """The page with all tables as the data has them now."""
    tables = {
        f"{kind}-table{'' if direction is SyncDirection.BOTH else f'-{direction.value}'}": make(direction)
        for kind, make in (("event", event_table), ("field", field_table))
        for direction in SyncDirection
    }
    for name, table in tables.items():
        before, opening, rest = page.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}{opening}{table}\n{closing}{after}"
    return page


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
