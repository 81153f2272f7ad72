"""Blocks of a text: their shapes, and that they hide nothing but markup."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from sensecheck.article.lines import text_of_lines
from sensecheck.model import Passage
from sensecheck.report.html.blocks import Shape, blocks


def shown(content: str, path: str = "article.md") -> list[tuple[str, str]]:
    """Each block's shape, and its characters without those that are hidden."""
    found = []
    for block in blocks(text_of_lines(path, content)):
        left = [
            char
            for offset, char in enumerate(content[block.start : block.end], block.start)
            if not any(start <= offset < end for start, end in block.hidden)
        ]
        found.append((block.shape.value, "".join(left)))
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        (" \n\n\t\n", []),
        ("a\nb\n\nc", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("a\r\n\r\nb\r\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("a\rb\r\rc", [("paragraph", "a\rb"), ("paragraph", "c")]),
        ("# A\ntext", [("heading", "A"), ("paragraph", "text")]),
        ("## A ##\n", [("heading", "A")]),
        ("## A#\n", [("heading", "A#")]),
        ("#5 is no heading", [("paragraph", "#5 is no heading")]),
        ("####### seven", [("paragraph", "####### seven")]),
        ("A\n===\nb", [("heading", "A\n"), ("paragraph", "b")]),
        ("A\n---\n", [("heading", "A\n")]),
        ("---\n", [("rule", "")]),
        ("- a\n* b\n+ c", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("- a\n  more", [("item", "a\n  more")]),
        # A number before a point may be one that counts: it stays.
        ("1. a\n2) b", [("item", "1. a"), ("item", "2) b")]),
        ("5 apples", [("paragraph", "5 apples")]),
        ("-5 apples", [("paragraph", "-5 apples")]),
        ("> a\n> b\n", [("quote", "a\nb")]),
        ("| a | b |\n|---|---|\ntext", [("lines", "| a | b |\n|---|---|"), ("paragraph", "text")]),
        ("```\n# no\n\n```\na", [("lines", "\n# no\n\n"), ("paragraph", "a")]),
        ("```\nnever closed", [("lines", "\nnever closed")]),
    ],
)
def test_markdown(content: str, expected: list[tuple[str, str]]) -> None:
    assert shown(content) == expected


def test_levels_of_headings() -> None:
    found = blocks(text_of_lines("a.md", "# a\n\n### b\n\nc\n=\n\nd\n-\n"))
    assert [block.level for block in found] == [1, 3, 1, 2]


def test_plain_text_has_no_markup() -> None:
    assert shown("# a\n- b\n\n> c", "a.txt") == [("lines", "# a\n- b"), ("lines", "> c")]


def test_long_lines_of_plain_text_are_paragraphs() -> None:
    long = "word " * 40
    assert [text for _, text in shown(f"Title\n{long}\n{long}", "a.txt")] == ["Title", long, long]


def test_blocks_lie_one_behind_the_other_and_hold_all_that_is_not_blank() -> None:
    seeded = random.Random(3)
    for _ in range(500):
        content = "".join(seeded.choice("#-*> \n\r|`1.ab=\t") for _ in range(60))
        for path in ("a.md", "a.txt"):
            found = blocks(text_of_lines(path, content))
            inside = "".join(content[block.start : block.end] for block in found)
            assert inside.split() == content.split() or "".join(inside.split()) == "".join(
                content.split()
            )
            for one, other in pairwise(found):
                assert one.end <= other.start
            for block in found:
                assert all(block.start <= s <= e <= block.end for s, e in block.hidden)


@pytest.mark.parametrize("unit", ["#", "# ", "- ", "> ", "`", "=", "* ", "_", "1.", "|", " ", "\t"])
def test_no_line_takes_long(unit: str) -> None:
    # Quadratic time would be a thousand times as much here: minutes, not a moment.
    content = f"# {unit * 100_000}x"
    assert blocks(text_of_lines("a.md", content))[0].shape is Shape.HEADING
    assert blocks(text_of_lines("a.md", unit * 100_000)) is not None


def test_hidden_characters_are_passages_of_the_text() -> None:
    (block,) = blocks(text_of_lines("a.md", "## Losses ##"))
    assert block.hidden == [Passage(0, 3), Passage(9, 12)]
