"""Emphasis, code and links: what is set how, and which signs go."""

from __future__ import annotations

import pytest

from sensecheck.report.html.inline import Emphasis, inline


def marked(content: str) -> str:
    """The text with <e>, <s>, <c> around what is set, and without hidden signs."""
    found = inline(content, 0, len(content))
    names = {Emphasis.EM: "e", Emphasis.STRONG: "s", Emphasis.CODE: "c"}
    names[Emphasis.EM | Emphasis.STRONG] = "es"
    out = []
    for offset in range(len(content) + 1):
        out += [f"</{names[run.emphasis]}>" for run in found.runs if run.end == offset]
        out += [f"<{names[run.emphasis]}>" for run in found.runs[::-1] if run.start == offset]
        if offset < len(content) and not any(s <= offset < e for s, e in found.hidden):
            out.append(content[offset])
    return "".join(out)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a *b* c", "a <e>b</e> c"),
        ("a **b** c", "a <s>b</s> c"),
        ("***b***", "<es>b</es>"),
        ("_b_ and __c__", "<e>b</e> and <s>c</s>"),
        ("**a *b* c**", "<s>a <e>b</e> c</s>"),
        ("*a **b***", "*a **b***"),
        ("'*Rixin*', 5%", "'<e>Rixin</e>', 5%"),
        # Signs of arithmetic, footnotes and names are no emphasis.
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("2*3*4", "2*3*4"),
        ("1,582* left*", "1,582* left*"),
        ("snake_case_name", "snake_case_name"),
        ("a ** b", "a ** b"),
        ("*never closed", "*never closed"),
        ("`a *b* c` *d*", "<c>a *b* c</c> <e>d</e>"),
        ("``a ` b``", "<c>a ` b</c>"),
        ("a ` b", "a ` b"),
        (r"\*a\* and \\", r"*a* and \\"[:-1]),
        ("[words](http://a.b/c) more", "words more"),
        ("![words](a.png)", "words"),
        ("[sic] and [sic](x)", "[sic] and sic"),
        ("[see [1] and](u) more", "see [1] and more"),
        ("a](b) c", "a](b) c"),
        ("*a [b* c](d)", "<e>a [b</e> c](d)"),
    ],
)
def test_inline(content: str, expected: str) -> None:
    assert marked(content) == expected


def test_only_what_lies_between_the_offsets_is_read() -> None:
    content = "*a* *b* *c*"
    found = inline(content, 4, 7)
    assert [(run.start, run.end) for run in found.runs] == [(5, 6)]


@pytest.mark.parametrize(
    "unit", ["*a ", " *", "[", "](", "`a``", "**a _b ", "\\", "*a* ", "[a](b)"]
)
def test_no_text_takes_long(unit: str) -> None:
    inline(unit * 30_000, 0, len(unit) * 30_000)
