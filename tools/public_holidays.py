"""Write the public holidays that the program knows, as the library ``holidays`` has them:
``python tools/public_holidays.py``.

Loading that library takes as long as starting half the program, since it brings every country of the world.
"""

from __future__ import annotations

import json
from collections import defaultdict

import holidays

from terminplaner.services.holidays import FEDERAL_STATES, PUBLIC_HOLIDAYS


def public_holidays() -> str:
    """The table, a year in each line: date, name, and the federal states where not all have it."""
    country = holidays.country_holidays("DE")
    years = range(country.start_year, country.end_year + 1)
    lines = (f'"{year}": {json.dumps(_rows(year), ensure_ascii=False)}' for year in years)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows(year: int) -> list[list[str]]:
    states: dict[tuple[str, str], list[str]] = defaultdict(list)
    for state in sorted(FEDERAL_STATES):
        found = holidays.country_holidays("DE", subdiv=state, years=year, expand=False, language="de")
        for day, name in found.items():
            states[day.isoformat(), name].append(state)
    return [
        [day, name] if len(those) == len(FEDERAL_STATES) else [day, name, *those]
        for (day, name), those in sorted(states.items())
    ]


if __name__ == "__main__":
    PUBLIC_HOLIDAYS.write_text(public_holidays(), encoding="utf-8")
