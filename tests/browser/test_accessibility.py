"""What those meet who do not see the page, or do not use a mouse; and axe-core's rules."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Results
from sensecheck.report.html.marks import marks_of
from sensecheck.report.html.standing import standings_of
from tests.browser.articles import article, bare, errors, everything
from tests.browser.conftest import Shower, Theme

if TYPE_CHECKING:
    from playwright.sync_api import Page

Act = Callable[["Page"], object]


def _open(page: Page) -> None:
    page.locator(".text a.m:not(.figure), .claims a").first.click()


def _figure(page: Page) -> None:
    page.locator(".text a.m.figure").first.click()


def _filter(page: Page) -> None:
    page.locator("button.count").nth(1).click()


def _find(page: Page) -> None:
    page.locator("#find").fill("nothing has this")


def _help(page: Page) -> None:
    page.locator("#help-button").click()


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


def _no_script(page: Page) -> None:
    """As it looks where scripts are off; axe itself is one."""
    page.evaluate("document.documentElement.classList.remove('js')")


STATES: list[list[Act]] = [[_open], [_help], [_unfold, _no_script]]
MORE: list[list[Act]] = [[_figure], [_filter], [_find]]


@pytest.fixture(scope="session")
def axe() -> str:
    reason = "needs axe-core: pip install -e '.[browser]'"
    pytest.importorskip("axe_playwright_python", reason=reason)
    file = resources.files("axe_playwright_python").joinpath("axe.min.js")
    return file.read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .flatMap(({id, nodes}) =>
          nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`))"""
    )
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 800, 1400])
def test_axe_finds_nothing(show: Shower, axe: str, width: int, theme: Theme, full: bool) -> None:
    page = show(everything(), width=width, theme=theme)
    assert violations(page, axe) == []
    states = STATES if width < 1400 else [*MORE, *STATES]
    for acts in states if full else states[:1]:  # each takes axe a second or two
        for act in acts:
            act(page)
        assert violations(page, axe) == [], acts
        if _help in acts:
            page.locator("#help-close").click()


@pytest.mark.parametrize(("width", "theme"), [(400, "dark"), (1400, "light")])
def test_axe_finds_nothing_on_a_long_article(
    show: Shower, axe: str, width: int, theme: Theme
) -> None:
    page = show(article(), width=width, theme=theme)
    page.locator(".text a.m.discrepancy").first.click()
    assert violations(page, axe) == []


def test_the_short_article_has_every_look() -> None:
    found = everything()
    kinds = {mark.standing.kind for mark in marks_of(found, standings_of(found))}
    assert kinds == {
        *("fail", "conflict", "discrepancy", "uncovered", "unverifiable", "accepted"),
        *("weak", "pass", "figure", "excused"),
    }


BROKEN = check_text("claims:\n  a:\n    rule: decrease\n    from: x.y\n    to: 5\n    stated: 5\n")


@pytest.mark.parametrize(
    "every",
    [[errors()], [bare()], [BROKEN], [everything(), errors()], []],
    ids=["errors", "no article", "findings", "several files", "no file"],
)
def test_axe_finds_nothing_elsewhere(show: Shower, axe: str, every: list[Results]) -> None:
    page = show(*every, width=1000)
    _unfold(page)
    _no_script(page)
    assert violations(page, axe) == []


def test_axe_would_find_something(show: Shower, axe: str) -> None:
    page = show(errors())
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforeend', '<img>')")
    assert "image-alt" in {found.partition(":")[0] for found in violations(page, axe)}


def test_marks_have_names_that_say_how_they_stand(show: Shower) -> None:
    page = show(article())
    for name in ("13.86% discrepancy", "36.39% pass (weak)", "6.9% unverifiable"):
        assert page.get_by_role("link", name=name, exact=True).count() == 1, name
    assert page.get_by_role("link", name="pass: staff-falls", exact=True).count() == 1


def test_landmarks_and_headings(show: Shower) -> None:
    page = show(article())
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("search", name="Filter the statements").count() == 1
    for name in ("Cannot be true together", "Proofs", "All statements"):
        assert page.get_by_role("region", name=name).count() == 1, name
    assert page.get_by_role("article", name="The article").count() == 1
    assert page.get_by_role("heading", name="Break and Rebuild", level=1).count() == 1
    assert page.get_by_role("img", name="Number line. The figures allow").count() >= 1


def test_only_the_filters_speak_up(show: Shower) -> None:
    page = show(article())
    assert page.locator("[aria-live], [role=status], [role=alert]").count() == 1
    assert page.get_by_role("status").inner_text() == ""
    page.locator("button[data-filter=weak]").click()
    assert page.get_by_role("status").inner_text() == "2 statements, 2 marks in the text"


def test_the_focus_goes_through_the_page_in_its_order(show: Shower) -> None:
    page = show(errors())
    seen = []
    for _ in range(7):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 12)"))
    assert seen[0] == "Skip to the "
    assert seen[1].startswith("Theme")
    assert seen[2].startswith("Keys")
    assert "fail" in seen[3]
    page.keyboard.press("Shift+Tab")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_steps_back_is_still_a_link_to_be_seen(show: Shower) -> None:
    page = show(article())
    page.locator("button[data-filter=weak]").click()
    line = page.locator(".text a.m.off").first.evaluate(
        "e => getComputedStyle(e).textDecorationLine"
    )
    assert line == "underline"
