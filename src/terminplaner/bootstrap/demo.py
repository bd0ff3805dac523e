"""``demo``: the application, its main job without a display, or the handbook's pictures, all on a sample."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from terminplaner.bootstrap.demo_chain import demo_environment, prepare, today_of
from terminplaner.bootstrap.demo_content import first_shown
from terminplaner.bootstrap.program import open_program
from terminplaner.services.users import ADMINISTRATOR_NAME


def run_demo(*, headless: bool, language: str | None, pictures: Path | None = None) -> int:
    """Open the application on the sample, or do the main job without a display; the process's exit code.

    The windows speak ``language`` (None: German); the headless demo and the handbook are German.  ``pictures`` is
    the folder for the pictures of the handbook, where they are what is wanted.
    """
    if pictures is not None:
        from terminplaner.bootstrap.handbook import take_pictures

        return take_pictures(pictures)
    if headless:
        from terminplaner.bootstrap.demo_headless import run_headless_demo

        return run_headless_demo()
    from terminplaner.bootstrap.desktop import run_desktop

    with demo_environment() as (environment, _):
        with open_program(environment) as program:
            prepare(program)
            day = first_shown(today_of(program))
        return run_desktop(replace(environment, language=language), user=ADMINISTRATOR_NAME, day=day)
