"""A person who gives consent, for scripts and tests without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urljoin

import requests

_TIMEOUT_SECONDS = 30


@dataclass(frozen=True)
class ConsentResult:
    """Where the consent ended: the last answer, usually the page of the application's loopback receiver."""

    url: str
    status: int
    text: str


@dataclass
class _Form(HTMLParser):
    action: str = ""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = named["action"]
        elif tag == "input" and named.get("type") == "hidden":
            self.hidden.append((named["name"], named["value"]))
        elif tag == "input" and named.get("type") == "checkbox":
            self.boxes.append(named["value"])
        elif tag == "button" and named.get("name") == "account":
            self.accounts.append(named["value"])


def consent(
    auth_url: str,
    *,
    account: str | None = None,
    tick: Literal["all"] | Sequence[str] = "all",
    deny: bool = False,
) -> ConsentResult:
    """Goes through the consent pages over real HTTP and follows the redirect to the application.

    `account` is the address to choose (None: the first offered), `tick` the scopes whose boxes are ticked, `deny`
    presses "Abbrechen". Where Google shows an error page instead, that page is the result. ValueError where the
    account or a box is not on the page.
    """
    with requests.Session() as browser:
        browser.trust_env = False
        answer = browser.get(auth_url, timeout=_TIMEOUT_SECONDS)
        page = _read(answer)
        if page.accounts:
            chosen = account or page.accounts[0]
            if chosen not in page.accounts:
                raise ValueError(chosen)
            answer = _send(browser, answer, page, [("account", chosen)])
            page = _read(answer)
        if not page.action:
            return _result(answer)
        ticked = page.boxes if tick == "all" else list(tick)
        missing = set(ticked) - set(page.boxes) if page.boxes else set()
        if missing:
            raise ValueError(", ".join(sorted(missing)))
        boxes = [("scope", scope) for scope in ticked] if page.boxes else []
        return _result(_send(browser, answer, page, [*boxes, ("decision", "deny" if deny else "allow")]))


def _read(answer: requests.Response) -> _Form:
    form = _Form()
    form.feed(answer.text)
    form.close()
    return form


def _send(
    browser: requests.Session, answer: requests.Response, page: _Form, fields: list[tuple[str, str]]
) -> requests.Response:
    return browser.post(urljoin(answer.url, page.action), data=page.hidden + fields, timeout=_TIMEOUT_SECONDS)


def _result(answer: requests.Response) -> ConsentResult:
    return ConsentResult(answer.url, answer.status_code, answer.text)
