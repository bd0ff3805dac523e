"""Google's consent, given by a person in a real Chromium without a screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from helpers.waiting import wait_until

T = TypeVar("T")

_LOAD_SECONDS = 30.0

_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # tests in a container run as root
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--lang=de",
    "--window-size=1000,1000",
)


@contextmanager
def chromium() -> Iterator[Chrome]:
    """Run a fresh browser that reaches loopback only, with a profile of its own."""
    driver, browser = shutil.which("chromedriver"), shutil.which("chromium")
    assert driver is not None
    assert browser is not None
    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        options = ChromeOptions()
        options.binary_location = browser
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        chrome = Chrome(options, Service(driver))
        try:
            chrome.set_page_load_timeout(_LOAD_SECONDS)
            yield chrome
        finally:
            chrome.quit()


def consent_in_browser(
    url: str,
    account: str,
    ticks: Literal["all"] | Sequence[str] = "all",
    press: Literal["Weiter", "Abbrechen"] = "Weiter",
    pictures: Path | None = None,
    seconds: float = 20.0,
) -> str:
    """Go through the consent pages at `url` and return the text of the program's own page at the end.

    Chooses `account` where asked for one, ticks the boxes whose labels contain one of `ticks`, presses a button.
    Pictures of the pages go into the folder `pictures`. TimeoutError where a page or the redirect does not come
    within `seconds`, with what the browser shows instead; AssertionError where a tick does not fit one box, or the
    account is another.
    """
    with chromium() as browser:

        def wait(question: Callable[[], T | None], what: str) -> T:
            try:
                return wait_until(question, what, seconds)
            except TimeoutError as error:
                error.add_note(f"{urlsplit(browser.current_url).path} shows:\n{_text(browser)}")
                raise

        browser.get(url)
        google = urlsplit(browser.current_url).netloc
        button = wait(lambda: _button(browser, account) or _button(browser, press), "the consent page")
        _picture(browser, pictures, "1-konto")
        if button.text == account:
            button.click()
        final = wait(lambda: _button(browser, press), f"the button {press!r}")
        assert account in _text(browser)
        _tick(browser, ticks)
        _picture(browser, pictures, "2-zustimmung")
        final.click()
        wait(lambda: urlsplit(browser.current_url).netloc != google, "the way back to the program")
        text = wait(lambda: _text(browser) or None, "the program's page")
        _picture(browser, pictures, "3-ergebnis")
        return text


def _tick(browser: Chrome, ticks: Literal["all"] | Sequence[str]) -> None:
    labels = [label for label in browser.find_elements(By.TAG_NAME, "label") if label.is_displayed()]
    wanted = [label.text for label in labels] if ticks == "all" else ticks
    for text in wanted:
        fitting = [label for label in labels if text in label.text]
        assert len(fitting) == 1, f"{text!r} fits {len(fitting)} of {[label.text for label in labels]}"
        box = browser.find_element(By.ID, fitting[0].get_attribute("for") or "")
        fitting[0].click()
        assert box.is_selected(), f"{text!r} was ticked already"


def _button(browser: Chrome, text: str) -> WebElement | None:
    found = browser.find_elements(By.XPATH, f"//button[normalize-space()='{text}']")
    return found[0] if found else None


def _text(browser: Chrome) -> str:
    return "".join(body.text for body in browser.find_elements(By.TAG_NAME, "body"))


def _picture(browser: Chrome, folder: Path | None, name: str) -> None:
    if folder is not None:
        browser.save_screenshot(str(folder / f"{name}.png"))
