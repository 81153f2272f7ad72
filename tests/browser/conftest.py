"""Chromium without a screen, driven through playwright; where one is missing, the tests skip."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from sensecheck.model import Results
from sensecheck.report.html import as_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
Theme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; every page has a profile of its own."""
    reason = "tests in a browser need playwright: pip install -e '.[browser]'"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("tests in a browser need chromium, and it is not installed")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


_pages: dict[tuple[int, ...], tuple[tuple[Results, ...], str]] = {}


def html_of(every: tuple[Results, ...]) -> str:
    """The page of some results, made once for all tests that look at them."""
    key = tuple(map(id, every))
    if key not in _pages:
        _pages[key] = every, as_html(every)  # held, so that no other results get their ids
    return _pages[key][1]


class Shower:
    """Shows results as pages, and at the end holds that nothing went wrong on any of them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    def __call__(
        self,
        *every: Results,
        width: int = 1400,
        height: int = 900,
        theme: Theme = "light",
        scripts: bool = True,
        motion: bool = False,
        at: str = "",
    ) -> Page:
        file = self._folder / f"{len(self._contexts)}.html"
        file.write_text(html_of(every), encoding="utf-8")
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            java_script_enabled=scripts,
            reduced_motion="no-preference" if motion else "reduce",
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.goto(f"{file.as_uri()}{at}")
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith(self._folder.as_uri()):
            self.troubles.append(f"asks for {url}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Shower]:
    """Shows results in the browser."""
    shower = Shower(browser, tmp_path)
    yield shower
    shower.close()
    assert shower.troubles == []
