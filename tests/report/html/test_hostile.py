"""Text from files is text, in the article, in quotes, ids, titles and addresses."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sensecheck.article.lines import text_of_lines
from sensecheck.model import (
    Article,
    Conflict,
    Cover,
    Finding,
    Mention,
    Outcome,
    Passage,
    ReadArticle,
    Results,
    Verdict,
)
from tests.article.reading import results_of
from tests.report import build
from tests.report.html.parsed import Parsed, text, written

EVIL = [
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- <b> -->",
    "]]><svg onload=alert(1)>",
    '"onmouseover="alert(1)" x=\'',
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "a\u202eb\u2066c\u0000d\x1b[31me\x7f",
    "\ud800 lone",
    "%0A::error::x",
    "𝄞 e\u0301 \u200f\u05d0\u05d1",
]
TAGS = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer"),
    *("div", "span", "p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt"),
    *("dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "section", "article", "pre"),
    *("details", "summary", "dialog", "button", "input", "label", "kbd", "code", "strong", "em"),
    *("bdi", "sup", "svg", "path", "text", "rect", "circle", "g", "blockquote", "hr"),
}


def hostile(evil: str) -> Results:
    """Results with the text wherever a text can be."""
    words = f"5 {evil} 7"
    figure = replace(
        build.figure("staff.2021", "6,113 people", note=evil, source=evil),
        url="javascript:alert(1)",
        quote=evil,
    )
    claim = build.claim(
        "c",
        "decrease",
        build.stated("5"),
        {"from": (figure,), "to": (build.figure("x", "4"),)},
        quote=words,
        note=evil,
    )
    claims = [
        replace(claim, id=f"c-{evil}"),
        replace(claim, id="says", quote="", says=evil),
        replace(claim, id="accepted", accepted=evil),
    ]
    verdicts = tuple(
        Verdict(c, outcome, evil, notes=(evil,), repair=evil, extreme=evil)
        for c in claims
        for outcome in [Outcome.DISCREPANCY if c.accepted else Outcome.FAIL]
    )
    document = replace(
        build.document(
            (f"a: {evil}",), (figure,), article=Article(evil, evil, evil), path=f"{evil}.yaml"
        ),
        claim_count=3,
    )
    ids = tuple(c.id for c in claims)
    content = f"# {evil}\n\n{words}\n\n- {evil}\n\n> {evil}\n\n```\n{evil}\n```\n"
    at = content.index(words)
    article = ReadArticle(
        text_of_lines(f"{evil}.md", content),
        (
            Mention(at, at + 1, "5", evil, Cover.UNCOVERED, note=evil),
            Mention(at + 2, at + 2 + len(evil), evil, evil, Cover.EXCUSED, reason=evil),
        ),
        {ids[0]: Passage(at, at + len(words))},
        figures={"staff.2021": (Passage(at + len(words) - 1, at + len(words)),)},
    )
    return Results(
        document,
        verdicts,
        (),
        (Verdict(build.claim(f"staff.{evil}"), Outcome.FAIL, evil),),
        (Conflict("+".join(ids), ids, (), (evil,), evil, (evil,)),),
        findings=(Finding(build.span(1), evil, evil),),
        article=article,
        not_reconciled=(evil,),
    )


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
@pytest.mark.parametrize("files", [1, 2])
def test_text_stays_text(evil: str, files: int) -> None:
    page = Parsed(*[hostile(evil)] * files)
    assert {str(e.tag) for e in page.root.iter()} <= TAGS
    assert len(page.every("script")) == len(page.every("style")) == 1
    for element in page.root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        href = element.get("href")
        assert href is None or (href.startswith("#") and href[1:] in page.by_id)
    ids = [element.get("id") for element in page.root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [name for name in ids if not re.fullmatch(r"[a-z][\w.+~-]*", name or "", re.ASCII)] == []
    page.html.encode("utf-8")


@pytest.mark.parametrize("evil", [evil for evil in EVIL if evil.isprintable()])
def test_text_is_shown_as_it_is(evil: str) -> None:
    page = Parsed(hostile(evil))
    shown = " ".join(evil.split())
    assert shown in text(page.every("h1")[0])
    assert shown in text(page.every("title")[0])
    assert f"5 {shown} 7" in " ".join(written(page.article).split())
    assert shown in page.text_of("claim-says")


def test_what_a_browser_would_obey_is_shown_by_its_code() -> None:
    page = Parsed(hostile("a\u202eb\u2066c\u0000d\x1b[31me\x7f"))
    for char in "\u202e\u2066\u0000\x1b\x7f":
        assert char not in page.html
    assert r"5 a\u202eb\u2066c\x00d\x1b[31me\x7f 7" in written(page.article)


def test_marks_of_direction_that_only_order_are_left_in_the_text() -> None:
    page = Parsed(hostile("\u200f\u05d0 5"))
    assert "\u200f\u05d0 5" in written(page.article)
    assert all(e.get("dir") == "auto" for e in page.article.iter("p"))


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/?a=1&b=2", 1),
        ("http://example.org/\"onclick='x'", 1),
        ("HTTPS://example.org", 1),
        ("javascript:alert(1)", 0),
        (" javascript:alert(1)", 0),
        ("java\tscript:alert(1)", 0),
        ("data:text/html,x", 0),
        ("//example.org", 0),
        ("file:///etc/passwd", 0),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, links: int) -> None:
    figure = replace(build.figure("staff.2021", "6,113 people"), url=url)
    page = Parsed(build.results(of=build.document(figures=(figure,))))
    found = [e for e in page.root.iter("a") if (e.get("href") or "#")[0] != "#"]
    assert [e.get("href") for e in found] == [url] * links
    assert [e.get("rel") for e in found] == ["noopener noreferrer"] * links
    assert url.split()[0] in page.text_of("figure-staff.2021")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_breaks_of_any_kind(end: str) -> None:
    claims = "claims:\n  a:\n    quote: 12 rounds\n    unverifiable: they are not listed\n"
    found = results_of(claims, f"# Head{end}{end}There were 12 rounds{end}of it.{end}")
    page = Parsed(found)
    assert page.marks("unverifiable") == ["12 rounds"]
    assert " ".join(written(page.article).split()) == "The article Head There were 12 rounds of it."
