"""Markdown: what it shows, and that no text from a file is markup, as a parser reads it back."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sensecheck.model import Results
from sensecheck.report.escaping import escaped
from sensecheck.report.markdown import markdown, within
from sensecheck.report.style import Style
from tests.conftest import Golden
from tests.report import build, troubles

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NO_WIDTH = "\u200b"


def shown(text: str) -> tuple[set[str], list[str]]:
    """The elements of the page, and the texts in them."""
    page = PARSER.render(text)
    texts = html.unescape(re.sub("<[^>]*>", "\n", page)).replace(NO_WIDTH, "").split("\n")
    return set(re.findall(r"<(\w+)", page)), [line.strip() for line in texts if line.strip()]


def test_the_whole_page(golden: Golden) -> None:
    golden.check("formats/markdown.md", markdown([troubles.everything()]))


def test_trouble_comes_first_and_accepted_trouble_last_of_it() -> None:
    rows = rows_of(markdown([troubles.everything()]))
    assert [row.split(" | ")[1] for row in rows] == [
        *("expenses.2021", "too-few", "revenue-2020", "too-few-kept", "revenue-2020-kept"),
        *("staff-a-year-ago", "rounds", "expenses-up", "less", "more"),
        *("layoffs", "revenue-2021", "stale", "half"),
    ]
    in_file = rows_of(markdown([troubles.everything()], sort="file"))
    assert [row.split(" | ")[1] for row in in_file][:3] == ["expenses.2021", "layoffs", "too-few"]


def rows_of(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [line for line in lines if not line.startswith("| verdict")]


def test_a_row_by_hand() -> None:
    rows = rows_of(markdown([troubles.everything()]))
    assert (
        "| ≈ discrepancy | revenue-2020 | 13.86% | 13.84% (13.81 … 13.88) "
        "| rounding of either figure explains it |"
    ) in rows
    assert (
        "| ? unverifiable | staff-a-year-ago | 6.9% | must be 5,016 … 5,020 "
        "| staff.h1_2023 is not printed |"
    ) in rows


def test_quiet_leaves_trouble() -> None:
    text = markdown([troubles.everything()], quiet=True)
    assert [row.split(" | ")[1] for row in rows_of(text)] == [
        *("expenses.2021", "too-few", "revenue-2020")
    ]
    assert "staf.2021" in text
    assert "less+more" in text
    kept = replace(build.NET_PROFIT, accepted="known")
    assert "net-loss-up" in markdown([build.results(conflicts=(kept,))])
    assert "net-loss-up" not in markdown([build.results(conflicts=(kept,))], quiet=True)


def test_several_files_end_with_one_line_over_all() -> None:
    text = markdown([troubles.everything(), build.results(build.layoffs())])
    assert text.count("\n### ") == 1
    assert text.splitlines()[-1].startswith("**2 files, 13 claims: 4 pass (1 weak) · ")
    assert markdown([]) == ""


def test_what_is_not_reconciled_is_said() -> None:
    some = replace(build.results(build.layoffs()), not_reconciled=("layoffs",))
    assert "not reconciled exactly: layoffs" in markdown([some])


def test_findings_alone() -> None:
    finding = troubles.everything().findings[1]
    text = markdown([build.results(findings=(finding,))])
    _, texts = shown(text)
    assert "claims.yaml:55:34: unknown figure 'staf.2021'; did you mean staff.2021?" in texts
    assert "claims.yaml: 1 problem; nothing was checked" in texts
    assert rows_of(text) == []


# ── nothing is markup ────────────────────────────────────────────────────────────────────────

OURS = {"h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("results", [troubles.everything(), troubles.hostile("@a/<b>.yaml")])
def test_a_page_has_only_elements_of_ours(results: Results) -> None:
    elements, _ = shown(markdown([results]))
    assert elements <= OURS


def test_hostile_texts_are_shown_as_they_are() -> None:
    text = markdown([troubles.hostile()])
    _, texts = shown(text)
    assert f"accepted: {troubles.NASTY}" in texts
    assert texts[0] == f"::error::title {troubles.NASTY} (claims.yaml)"
    assert "one\\u200ftwo" in texts
    assert not re.search(r"@\w|https?://|\bwww\.|\\#\d|(?<!\\)<", text)


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "`a` ``b``",
        "<script>alert(1)</script>",
        "<!-- a -->",
        "[a](b) ![c](d) [e]: f",
        "<https://a.b>",
        "**a** __b__ ~~c~~ _d_",
        "&amp; &#64;",
        "\\| \\\\ \\",
        "- a",
        "1. a",
        "--- ===",
        "# a",
        "> a",
        "24.4% -8.40% +3",
    ],
)
def test_everything_that_markdown_takes_for_its_own(text: str) -> None:
    where = {
        "cell": f"| a | b |\n|---|---|\n| {escaped(text)} | c |\n",
        "item": f"- {escaped(text)}\n",
        "title": f"### {escaped(text)}\n",
        "line": f"{escaped(text)}\n",
    }
    for name, page in where.items():
        elements, texts = shown(page)
        assert elements <= OURS, name
        assert text in texts, name


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from("\\`*_[]()<>#&|~$!@:;-+=.,'\"/{}^% 1aw\n\tμ🎉"), min_size=1)
)
def test_any_text(text: str) -> None:
    plain = " ".join(Style().text(text).split())
    if plain:
        elements, texts = shown(f"| a | b |\n|---|---|\n| {escaped(text)} | c |\n")
        assert elements <= OURS
        assert plain in texts


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("@octocat", "@&#8203;octocat"),
        ("me@example.org", "me@&#8203;example.org"),
        ("fixes #12", "fixes \\#&#8203;12"),
        ("https://a.b", "https:&#8203;//a.b"),
        ("www.a.b", "www&#8203;.a.b"),
        (":tada:", ":&#8203;tada:"),
        ("at 12:30:45, claims.yaml:5:3: 6 @ 7", "at 12:30:45, claims.yaml:5:3: 6 @ 7"),
    ],
)
def test_nobody_is_spoken_to(text: str, broken: str) -> None:
    assert escaped(text) == broken


# ── room ─────────────────────────────────────────────────────────────────────────────────────


def test_of_a_page_without_room_the_first_lines_are_left() -> None:
    text = "".join(f"line {n} …\n" for n in range(100))
    cut = within(text, 300)
    assert len(cut.encode()) <= 300
    first, rest = cut.split("\n\n… and more")
    assert text.startswith(f"{first}\n")
    assert rest == ", which has no room here: the log has all of it.\n"
    assert within(text, len(text.encode())) == text
    assert within(text, len(text.encode()) - 1) != text
    assert within(text, 60) == within(text, 0) == within(text, -5) == ""
