"""The annotated article in a browser: clicks, keys, filters, small screens, paper, no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.article.reading import results_of
from tests.browser.articles import article, bare, errors, everything, unaccepted
from tests.browser.conftest import Shower

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

WIDTHS = [320, 400, 800, 1400]


def opened(page: Page) -> list[str]:
    """The entries of the panel that can be seen, in the order in which they are."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.entry')]
        .map(entry => [entry.getBoundingClientRect(), entry.id])
        .filter(([box]) => box.height > 0)
        .sort(([a], [b]) => a.top - b.top).map(([, id]) => id)"""
    )
    return found


def lit(page: Page, name: str) -> list[str]:
    """The pieces of the text that have a class, without signs and hidden words."""
    found: list[str] = page.evaluate(
        """name => [...document.querySelectorAll(`.text .${name}`)].map(piece => {
          const copy = piece.cloneNode(true);
          copy.querySelectorAll('.s, .sr, .note').forEach(extra => extra.remove());
          return copy.textContent;
        })""",
        name,
    )
    return found


def mark(page: Page, text: str, nth: int = 0) -> Locator:
    return page.locator(".text a.m", has_text=text).nth(nth)


def focused(page: Page) -> Any:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def in_view(page: Page, locator: Locator) -> bool:
    """Whether the middle of an element is seen, and nothing lies over it."""
    found: bool = locator.evaluate(
        """element => {
          const box = element.getClientRects()[0];
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return element === top || element.contains(top);
        }"""
    )
    return found


# ── clicks ───────────────────────────────────────────────────────────────────────────────────


def test_a_click_opens_the_proof_and_lights_what_it_speaks_of(show: Shower) -> None:
    page = show(article())
    mark(page, "32.2%").click()
    assert opened(page) == ["claim-sales-expenses"]
    assert lit(page, "input") == ["RMB 680 million", "RMB 900 million"]
    assert "".join(lit(page, "here")) == "which is 32.2% more"
    assert lit(page, "chosen") == ["32.2%"]
    mark(page, "6,113 employees").click()
    assert opened(page) == ["figure-staff.2021"]
    assert "1,582 people" in lit(page, "input")
    page.get_by_role("button", name="Close").click()
    assert opened(page) == []
    assert lit(page, "here") == lit(page, "input") == []


def test_a_number_of_several_claims_opens_all_of_them_the_worst_first(show: Shower) -> None:
    claims = """
    claims:
      good:
        quote: 1,582 people
        rule: sum
        of: ['1,000 people', '582 people']
        stated: 1,582 people
      bad:
        quote: 1,582 people
        rule: sum
        of: ['1,000 people', '583 people']
        stated: 1,582 people
    """
    text = "There were 1,582 people: 1,000 people here, and 582 people or 583 people there."
    page = show(results_of(claims, text))
    mark(page, "1,582 people").click()
    assert opened(page) == ["claim-bad", "claim-good"]


def test_the_first_trouble_is_open_on_a_wide_screen(show: Shower) -> None:
    assert opened(show(errors())) == ["claim-deficit"]
    assert opened(show(errors(), width=400)) == []
    assert opened(show(unaccepted())) == ["claim-net-profit-up"]


def test_what_is_wrong_leads_to_its_place_and_its_proof(show: Shower) -> None:
    page = show(article())
    link = page.locator(".troubles a", has_text="18.97% and 10.57%")
    link.click(position={"x": 2, "y": 8})  # on the mark of quotation, which is part of it
    assert opened(page) == ["claim-revenue-2023"]
    assert in_view(page, mark(page, "10.57%"))
    assert focused(page) == "claim-revenue-2023"


def test_what_is_far_away_is_there_at_once(show: Shower) -> None:
    page = show(article(), width=400, motion=True)
    page.locator(".troubles a", has_text="which is 32.2% more").click()
    assert in_view(page, mark(page, "32.2%"))


def test_a_link_to_an_input_leaves_the_proof_open(show: Shower) -> None:
    page = show(article())
    mark(page, "32.2%").click()
    page.locator(".entry.open a", has_text="RMB 680 million").click()
    assert opened(page) == ["claim-sales-expenses"]
    assert in_view(page, mark(page, "RMB 680 million"))
    page.locator(".entry.open a", has_text="Sales expenses in 2021").first.click()
    assert opened(page) == ["figure-sales_expenses.2021"]
    page.go_back()
    page.go_back()
    assert opened(page) == ["claim-sales-expenses"]


def test_a_conflict_leads_to_its_statements(show: Shower) -> None:
    page = show(unaccepted())
    page.locator(".conflicts a", has_text="a roughly 70% increase").click()
    assert opened(page) == ["claim-gpus-up-70"]
    page.locator(".entry.open .clash a", has_text="fleet-did-not-shrink+gpus-up-70").click()
    assert in_view(page, page.locator("#conflict-fleet-did-not-shrink\\+gpus-up-70 h3"))


@pytest.mark.parametrize("width", [400, 1400])
def test_an_address_opens_its_proof(show: Shower, width: int) -> None:
    page = show(article(), width=width, at="#claim-loss-total")
    assert opened(page) == ["claim-loss-total"]
    assert in_view(page, mark(page, "RMB 49.205 billion"))
    assert opened(show(article(), width=400, at="#nowhere%")) == []


def test_a_long_proof_scrolls_in_its_panel_and_stays_beside_the_text(show: Shower) -> None:
    page = show(article(), height=500)
    mark(page, "RMB 49.205 billion").click()
    box, bar = page.locator(".panel").bounding_box(), page.locator("#filters").bounding_box()
    assert box is not None
    assert bar is not None
    assert bar["y"] + bar["height"] <= box["y"]
    assert box["y"] + box["height"] <= 500
    assert page.locator(".panel").evaluate("e => e.scrollHeight > e.clientHeight")


def test_uncovered_numbers_say_that_nobody_checks_them(show: Shower) -> None:
    page = show(results_of("claims:\n  a:\n    unverifiable: so\n", "There were 7 prizes."))
    mark(page, "7 prizes").click()
    assert "Nobody checks this number" in page.locator(".entry.open").inner_text()


# ── keys ─────────────────────────────────────────────────────────────────────────────────────


def test_j_and_k_walk_through_the_statements(show: Shower) -> None:
    page = show(everything(), width=400)
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen += opened(page)
    assert seen == ["claim-more-shops", "claim-wrong", "claim-sales-2022"]
    page.keyboard.press("k")
    assert opened(page) == ["claim-wrong"]
    page.keyboard.press("k")
    page.keyboard.press("k")  # from the first to the last
    assert lit(page, "chosen") == ["7 prizes"]


def test_enter_goes_into_the_proof_and_escape_back(show: Shower) -> None:
    page = show(article(), width=400)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    (entry,) = opened(page)
    assert focused(page) == entry
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.text a.m')")
    assert opened(page) == [entry]
    page.keyboard.press("Escape")
    assert opened(page) == []
    assert page.evaluate("document.activeElement.matches('.text a.m')")


def test_a_mark_that_gets_the_focus_shows_its_proof(show: Shower) -> None:
    page = show(article())
    mark(page, "1,582 people").focus()
    page.keyboard.press("Tab")
    assert opened(page) == ["claim-layoffs-years"]
    page.keyboard.press("Shift+Tab")
    assert opened(page) == ["claim-layoffs"]


def test_slash_finds_and_escape_forgets(show: Shower) -> None:
    page = show(article())
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.type("13.86")
    assert "13.86%" in lit(page, "m:not(.off)")
    assert "32.2%" not in lit(page, "m:not(.off)")
    assert page.locator(".claims tr[data-is]:not([hidden])").count() == 1
    assert page.locator("#status").inner_text().startswith("1 statement, ")
    page.keyboard.press("Enter")
    assert opened(page) == ["claim-revenue-2020"]
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.locator(".text .off").count() == 0
    assert page.locator("#status").inner_text() == ""


def test_question_mark_helps_and_keys_can_be_switched_off(show: Shower) -> None:
    page = show(article(), width=400)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys and marks").is_visible()
    page.get_by_label("Use these single keys").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("j")
    assert opened(page) == []
    page.reload()
    page.keyboard.press("j")
    assert opened(page) == []


def test_keys_with_others_are_the_browsers_own(show: Shower) -> None:
    page = show(article(), width=400)
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+k")
    assert opened(page) == []


def test_without_an_article_j_walks_through_the_table(show: Shower) -> None:
    page = show(bare())
    page.keyboard.press("j")
    assert opened(page) == ["claim-deficit"]
    page.keyboard.press("j")
    assert opened(page) == ["claim-spending-adds-up"]


# ── filters ──────────────────────────────────────────────────────────────────────────────────


def test_counts_filter(show: Shower) -> None:
    page = show(article())
    button = page.get_by_role("button", name="4 discrepancy")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    shown = ".text a.m:not(.off)"
    assert [text[:5] for text in page.locator(shown).all_inner_texts()] == [
        *("13.86", "18.97", "10.57", "32.2%")
    ]
    assert page.locator("#status").inner_text() == "4 statements, 4 marks in the text"
    page.get_by_role("button", name="2 weak").click()
    assert page.locator(shown).count() == 5  # 36.39% passes weakly, 18.97% is weak as it is
    page.keyboard.press("j")
    assert opened(page) == ["claim-revenue-2020"] or opened(page) == ["claim-revenue-2021"]
    page.get_by_role("button", name="Show everything").click()
    assert page.locator(".text .off").count() == 0
    assert button.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    ("name", "number"), [("fail", 0), ("unverifiable", 32), ("pass", 41), ("weak", 2)]
)
def test_a_count_shows_as_many_statements_as_it_says(show: Shower, name: str, number: int) -> None:
    page = show(article())
    page.locator(f"button[data-filter={name}]").click()
    assert page.locator(".claims tr[data-is]:not([hidden])").count() == number


def test_conflicts_and_uncovered_numbers_are_filters_too(show: Shower) -> None:
    page = show(unaccepted())
    page.locator("button[data-filter=conflict]").click()
    assert [text[:4] for text in lit(page, "m:not(.off)")] == ["21.3", "21.3", "70%"]
    page = show(everything())
    page.locator("button[data-filter=uncovered]").click()
    assert lit(page, "m:not(.off)") == ["7 prizes"]


# ── themes ───────────────────────────────────────────────────────────────────────────────────

GROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_theme_follows_the_system_and_the_switch(show: Shower) -> None:
    light, dark = show(article()), show(article(), theme="dark")
    colours = [page.evaluate(GROUND) for page in (light, dark)]
    assert colours == ["rgb(246, 245, 242)", "rgb(21, 23, 27)"]
    switch = light.get_by_role("button", name="Theme: auto")
    switch.click()
    assert light.evaluate(GROUND) == colours[1]
    light.reload()
    assert light.evaluate(GROUND) == colours[1]
    light.get_by_role("button", name="Theme: dark").click()
    assert light.get_by_role("button", name="Theme: light").is_visible()
    assert light.evaluate(GROUND) == colours[0]


# ── screens, paper, no script ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_is_wider_than_the_screen(show: Shower, scripts: bool) -> None:
    for every in ([article()], [bare(), everything()]):
        page = show(*every, scripts=scripts)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            inner = page.locator(".panel").first.bounding_box() if not scripts else None
            wide = inner["x"] + inner["width"] if inner else 0
            assert wide <= width
            if scripts:
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_small_screen_the_proof_is_a_sheet_that_leaves_the_mark_to_be_seen(
    show: Shower,
) -> None:
    page = show(article(), width=400, height=800)
    last = page.locator(".text a.m.unverifiable").last
    last.evaluate("mark => window.scrollBy(0, mark.getBoundingClientRect().top - 700)")
    box = last.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 5)  # where the sheet is going to be
    panel = page.locator(".panel.showing").bounding_box()
    assert panel is not None
    assert panel["y"] + panel["height"] == pytest.approx(800, abs=1)
    assert panel["height"] <= 0.56 * 800
    assert in_view(page, last)
    for _ in range(10):
        page.keyboard.press("k")
        assert in_view(page, page.locator(":focus"))


def test_without_scripts_every_proof_is_there_and_every_mark_leads_to_its_own(
    show: Shower,
) -> None:
    for width in (400, 1400):
        page = show(article(), width=width, scripts=False)
        assert page.locator(".entry").count() == page.locator(".entry:visible").count() > 100
        assert page.locator("button:visible, input:visible").count() == 0
        mark(page, "32.2%").click()
        assert page.url.endswith("#claim-sales-expenses")
        assert in_view(page, page.locator("#claim-sales-expenses h3"))
        page.locator("#claim-sales-expenses a", has_text="article.md").first.click()
        assert in_view(page, mark(page, "32.2%"))
        page.locator("a.count.discrepancy").click()
        assert in_view(page, page.locator("#all-discrepancy td").first)


def test_on_paper_proofs_are_numbered_notes(show: Shower) -> None:
    page = show(article(), theme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgba(0, 0, 0, 0)"
    assert page.locator(".entry.proof:visible").count() == page.locator(".entry.proof").count()
    assert page.locator("button:visible").count() == len(page.locator("button.count").all())
    note = page.locator(".text a.m", has_text="32.2%").locator(".note")
    number = note.inner_text()
    assert note.is_visible()
    heading = page.locator("#claim-sales-expenses h3").inner_text()
    assert heading.startswith(f"{number}. ")
    assert page.locator(".panel").evaluate("e => getComputedStyle(e).position") == "static"


def test_five_thousand_marks_can_be_used(show: Shower, full: bool) -> None:
    number = 1667 if full else 200
    claims = "claims:\n" + "".join(
        f"  c-{n}:\n    quote: sales of shop {n}x rose by {n + 1}%\n    rule: percent_increase\n"
        f"    from: 100,{n % 1000:03} units\n    to: 200,{n % 1000:03} units\n"
        f"    stated: {n + 1}%\n"
        for n in range(number)
    )
    text = "".join(
        f"The sales of shop {n}x rose by {n + 1}%, from 100,{n % 1000:03} units to "
        f"200,{n % 1000:03} units.\n\n"
        for n in range(number)
    )
    page = show(results_of(claims, text))
    assert page.locator(".text a.m").count() >= 3 * number
    page.locator("#find").fill(f"shop {number - 1}x")
    page.locator("#find").press("Enter")
    assert opened(page) == [f"claim-c-{number - 1}"]
    assert in_view(page, page.locator(":focus"))
