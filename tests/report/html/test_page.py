"""The whole page: well-formed, every link with its target, and what stands where."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from sensecheck.checking import check, check_text
from sensecheck.model import Conflict, Cover, Mention, Results
from sensecheck.report.explain import explained
from sensecheck.report.html import as_html
from sensecheck.report.style import Style
from tests.article.reading import results_of
from tests.report import build
from tests.report.html.parsed import Parsed, classes, text, written

ROOT = Path(__file__).parents[3]
ARTICLE, ERRORS = ROOT / "claims.yaml", ROOT / "examples/errors/claims.yaml"


@cache
def results(path: Path = ARTICLE, *, bare: bool = False) -> Results:
    found = check(path)
    return replace(found, article=None) if bare else found


@cache
def page(path: Path = ARTICLE) -> Parsed:
    return Parsed(results(path))


def broken() -> Results:
    return check_text(
        "claims:\n  a:\n    rule: decrease\n    from: x.y\n    to: 5\n    stated: 5\n"
    )


RUNS: dict[str, list[Callable[[], Results]]] = {
    "article": [results],
    "errors": [lambda: results(ERRORS)],
    "no article": [lambda: results(ERRORS, bare=True)],
    "several": [results, lambda: results(ERRORS), lambda: results(ERRORS, bare=True)],
    "by hand": [build.sample],
    "findings": [broken],
    "nothing": [lambda: check_text("")],
    "no file": [],
}


@pytest.fixture(params=RUNS, scope="module")
def any_page(request: pytest.FixtureRequest) -> Parsed:
    return Parsed(*(make() for make in RUNS[request.param]))


# ── structure ────────────────────────────────────────────────────────────────────────────────


def test_ids_are_unique_and_every_link_has_its_target(any_page: Parsed) -> None:
    ids = [element.get("id") for element in any_page.root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [element.get("href") or "" for element in any_page.root.iter("a")]
    assert [link for link in links if link[:1] != "#" or link[1:] not in ids] == []
    for name in ("aria-labelledby", "for", "data-opens"):
        named = [word for e in any_page.root.iter() for word in (e.get(name) or "").split()]
        assert [word for word in named if word not in ids] == []


def test_headings_leave_no_level_out(any_page: Parsed) -> None:
    levels = [int(e.tag[1]) for e in any_page.root.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_nothing_comes_from_outside(any_page: Parsed) -> None:
    for element in any_page.root.iter():
        assert element.tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
        assert not {"src", "style", "srcset", "action", "background"} & {*element.attrib}
        assert not [name for name in element.attrib if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", any_page.every("style")[0].text or "")
    assert not re.search(r"https?:|eval|innerHTML", any_page.every("script")[0].text or "")


def test_the_policy_allows_these_two_and_nothing_else(any_page: Parsed) -> None:
    (style,), (script,) = any_page.every("style"), any_page.every("script")
    digests = [
        b64encode(sha256((element.text or "").encode()).digest()).decode()
        for element in (style, script)
    ]
    (policy,) = any_page.every("meta", http_equiv="Content-Security-Policy")
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_policy_comes_before_what_it_rules(any_page: Parsed) -> None:
    tags = [str(element.tag) for element in any_page.every("head")[0]]
    assert tags.index("meta") < tags.index("style") < tags.index("script")
    assert any_page.html.index("Content-Security-Policy") < any_page.html.index("<style")


def test_the_same_results_give_the_same_page() -> None:
    assert as_html([results()]) == page().html


# ── the article ──────────────────────────────────────────────────────────────────────────────


def test_every_number_of_the_article_is_marked() -> None:
    article = results().article
    assert article is not None
    at = {int(e.get("data-at") or -1) for e in page().article.iter() if "m" in classes(e)}
    assert [m.text for m in article.mentions if m.start not in at] == []


def test_the_text_is_that_of_the_article() -> None:
    article = results().article
    assert article is not None
    plain = re.sub(r"^#+ |(?<!\w)\*(?=\w)|(?<=\.)\*$", "", article.text.content, flags=re.MULTILINE)
    said = " ".join(written(page().article).split()).removeprefix("The article ")
    assert said == " ".join(plain.split())


def test_marks_say_how_a_statement_stands() -> None:
    assert page().marks("discrepancy") == ["13.86%", "18.97%", "10.57%", "32.2%"]
    assert page(ERRORS).marks("fail") == [
        *("24.4%", "£641,986", "£6,566", "21.1%", "7.8%", "8.4%", "2.4 times"),
        *("9.5%", "37.2%", "7.4%", "£2.40 billion"),
    ]
    assert page().marks("weak") == ["36.39%"]
    assert "6,113 employees" in page().marks("figure")
    assert "October 22, 2024" in page().marks("excused")


def test_symbol_and_word_go_with_the_colour() -> None:
    (mark,) = [e for e in page().article.iter("a") if text(e).startswith("13.86%")]
    assert text(mark).startswith("13.86%\u2060≈ discrepancy")
    signs = [e for e in mark.iter("span") if e.get("aria-hidden") == "true"]
    assert [text(sign) for sign in signs] == ["\u2060≈"]


def test_words_without_a_number_are_marked_behind_them() -> None:
    (sign,) = [e for e in page().article.iter("a") if text(e).endswith("pass: staff-falls3")]
    assert sign.get("href") == "#claim-staff-falls"


def test_a_proof_leads_back_to_the_text_and_to_its_inputs() -> None:
    proof = page().by_id["claim-revenue-2020"]
    links = {text(link): link.get("href") or "" for link in proof.iter("a")}
    for said in ("13.86%", "RMB 3.027 billion", "RMB 3.446 billion"):
        mark = page().by_id[links[said][1:]]
        assert text(mark).startswith(said)
    assert links["Revenue in 2019"] == "#figure-revenue.2019"
    content = results().article
    assert content is not None
    spans = [tuple(map(int, span.split("-"))) for span in (proof.get("data-inputs") or "").split()]
    quoted = [content.text.content[start:end] for start, end in spans]
    assert quoted == ["RMB 3.027 billion", "RMB 3.446 billion"]


def test_a_figure_names_the_claims_that_use_it() -> None:
    figure = page().text_of("figure-revenue.2020")
    assert "Revenue in 2020" in figure
    for words in ("revenue rose by 13.86% in 2020", "by 36.39% in 2021", "the promise of scale"):
        assert f"“{words}”" in figure


# ── what explain says ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", [ARTICLE, ERRORS], ids=["article", "errors"])
def test_a_proof_has_every_number_of_the_page_that_explain_shows(path: Path) -> None:
    found = results(path)
    names = [v.claim.id for v in (*found.verdicts, *found.assumptions)]
    assert len(names) > 10
    for name in names:
        told = explained(name, found, Style(width=100)) or ""
        # Not the heading with its sentence, nor the line of other claims, nor the drawn axis.
        body = told.partition("\n\n")[2]
        body = re.sub(r"Used elsewhere:.*?\.(?=\n|$)", "", body, flags=re.DOTALL)
        body = re.sub(r"(?m)^ {5,}[-\d., ]+$\n.*┼.*$", "", body)
        numbers = set(re.findall(r"\d[\d,]*(?:\.\d+)?", re.sub(r"[a-z]\w*\.\w+", "", body)))
        proof = page(path).text_of(f"claim-{name}")
        assert [n for n in sorted(numbers) if n not in proof] == [], name


def test_figures_are_named_in_words() -> None:
    assert "Staff in the first half of 2023 is not printed." in page().text_of(
        "claim-staff-a-year-ago"
    )
    assert "minus net profit in 2019" in page().text_of("claim-loss-total")


# ── what an editor sees first ────────────────────────────────────────────────────────────────


def test_the_head_says_what_the_run_comes_to() -> None:
    said = [text(e) for e in page().every("p", class_="said")]
    assert said == [
        "Nothing is proved wrong. 2 sets of statements cannot be true together, which somebody has "
        "accepted. 4 statements differ from their figures, but rounding explains it."
    ]
    (worse,) = [text(e) for e in page(ERRORS).every("p", class_="said")]
    assert worse.startswith("11 statements are proved wrong.")


def test_what_is_wrong_comes_first_with_the_reason() -> None:
    cards = [text(card) for card in page(ERRORS).every("li", class_="card")]
    assert len(cards) == 11
    assert cards[0] == (
        "✗ fail “grew by 24.4%” examples/errors/article.md:5 The printed figures give 35.29%; the "
        "article says 24.4%. Likely slip: 671.7 for 617.7, two digits swapped."
    ).replace("examples/errors/article.md", str(ERRORS.parent / "article.md"))


def test_conflicts_have_their_proof_and_links_at_the_top() -> None:
    card = page().by_id["conflict-net-loss-up+net-profit-up"]
    assert "These 2 statements cannot both be true" in text(card)
    assert "net profit in the first half of 2023 must be RMB -3.1241 … -3.1223 billion" in text(
        card
    )
    links = [link.get("href") for link in card.iter("a")]
    assert "#claim-net-loss-up" in links
    assert "#claim-net-profit-up" in links
    order = list(page().root.iter())
    assert order.index(card) < order.index(page().article)


def test_a_conflict_that_nobody_accepted_marks_its_statements() -> None:
    found = results()
    kept = tuple(replace(conflict, accepted="") for conflict in found.conflicts)
    marked = Parsed(replace(found, conflicts=kept))
    # 21.33% stands twice, once for each of the two statements.
    assert marked.marks("conflict") == ["21.33%", "21.33%", "70%"]
    (said,) = [text(e) for e in marked.every("p", class_="said")]
    assert "2 sets of statements cannot be true together." in said


def test_counts_are_those_of_the_table() -> None:
    counts = {
        e.get("data-filter"): re.sub(r"\D", "", text(e)) for e in page().every("a", class_="count")
    }
    assert counts == {
        **{"fail": "0", "discrepancy": "4", "unverifiable": "32"},
        **{"pass": "41", "weak": "2", "accepted": "2"},
    }


def test_findings_are_shown_with_their_line() -> None:
    shown = Parsed(broken())
    assert "unknown figure 'x.y'" in text(shown.every("pre")[0])
    assert "Nothing was checked." in text(shown.every("header")[0])


def test_many_findings_do_not_hide_what_is_wrong() -> None:
    claims = "".join(
        f"  a-{n}:\n    rule: decrease\n    from: x.y\n    to: 5\n    stated: 5\n" for n in range(5)
    )
    shown = Parsed(check_text(f"claims:\n{claims}"))
    folded = [pre for details in shown.every("details") for pre in details.iter("pre")]
    assert (len(shown.every("pre")), len(folded)) == (5, 2)
    assert "Show 2 more" in text(shown.every("section", class_="findings")[0])


def test_uncovered_and_excused_numbers_are_listed() -> None:
    claims = "claims:\n  a:\n    quote: 12 rounds\n    unverifiable: they are not listed\n"
    shown = Parsed(results_of(claims, "In 2024 there were 12 rounds and 7 prizes."))
    (count,) = [e for e in shown.every("a", class_="count") if e.get("data-filter") == "uncovered"]
    assert text(count).startswith("○ 1 uncovered")
    assert "1 number is checked by nobody." in text(shown.every("header")[0])
    assert shown.marks("uncovered") == ["7 prizes"]
    entry = text(shown.every("article", class_="uncovered")[0])
    assert "Nobody checks this number" in entry
    listed = text(shown.every("dl", class_="excused-list")[0])
    assert listed == "a year 2024"


def test_without_an_article_there_is_the_table_with_the_same_panels() -> None:
    shown = Parsed(results(ERRORS, bare=True))
    assert not shown.every("article", class_="text")
    rows = [e for e in shown.root.iter("tr") if e.get("data-is")]
    assert len(rows) == 11
    assert "wrong base" in shown.text_of("claim-loans-up")


def test_a_selection_of_claims_keeps_the_article() -> None:
    found = results()
    part = replace(found, verdicts=found.verdicts[:1], assumptions=(), conflicts=())
    shown = Parsed(part)
    assert shown.marks("pass") == ["10th"]
    assert "13.86%" in shown.marks("figure")


def test_several_files_have_a_section_each() -> None:
    shown = Parsed(results(), results(ERRORS))
    assert [text(e) for e in shown.every("h2", class_="file-title")] == [
        "Break and Rebuild",
        "Ottermere's library and its money",
    ]
    assert "f1-claim-revenue-2020" in shown.by_id
    assert "f2-claim-deficit" in shown.by_id


def test_a_figure_whose_printings_exclude_each_other_is_trouble() -> None:
    claims = (
        "figures:\n  staff:\n    2021: ['6,113 people', '6,131 people']\n"
        "claims:\n  a:\n    quote: 12 rounds\n    unverifiable: they are not listed\n"
    )
    shown = Parsed(results_of(claims, "There were 6,113 people, later 6,131 people; 12 rounds."))
    assert shown.marks("fail") == ["6,113 people", "6,131 people"]
    (card,) = shown.every("li", class_="card")
    assert next(link.get("href") for link in card.iter("a")) == "#figure-staff.2021"


# ── size ─────────────────────────────────────────────────────────────────────────────────────


def long_article(number: int) -> Results:
    """So many claims that all use one figure and are quoted by one another's sentences."""
    claims = "".join(
        f"  c-{n}:\n    quote: sales {n} rose by 10%\n    rule: percent_increase\n"
        "    from: sales.2021\n    to: sales.2022\n    stated: 10%\n"
        for n in range(number)
    )
    figures = "figures:\n  sales:\n    2021: 1,000 shops\n    2022: 1,100 shops\n"
    content = "1,000 shops, then 1,100 shops. " + "".join(
        f"The sales {n} rose by 10%. " for n in range(number)
    )
    return results_of(f"{figures}claims:\n{claims}", content)


def test_the_size_of_the_page_is_linear() -> None:
    base, one, two = (len(as_html([long_article(number)])) for number in (1, 101, 201))
    assert two - one < 1.05 * (one - base)


def test_conflicts_do_not_multiply_the_page() -> None:
    """A conflict of many statements is proved once, not once in each of their panels."""
    found = long_article(60)
    names = tuple(verdict.claim.id for verdict in found.verdicts)
    clash = Conflict("+".join(names), names, (), (), "", tuple(f"step {n}: …" for n in names))
    html = as_html([replace(found, conflicts=(clash,))])
    assert html.count("step c-7: …") == 1


def test_mentions_without_words_are_no_trouble() -> None:
    found = results_of("claims:\n  a:\n    unverifiable: so\n", "")
    assert found.article is not None
    odd = Mention(0, 0, "", "number", Cover.UNCOVERED)
    Parsed(replace(found, article=replace(found.article, mentions=(odd,))))
