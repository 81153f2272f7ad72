"""The text as it is set: every character in its place, whatever overlaps whatever."""

from __future__ import annotations

import random
from dataclasses import replace

from sensecheck.article.lines import text_of_lines
from sensecheck.model import Cover, Mention, Passage, ReadArticle
from sensecheck.report.html.marks import Mark
from sensecheck.report.html.pieces import Group, groups
from sensecheck.report.html.standing import FIGURE, UNCOVERED, Standing

WORDS = Standing("pass", "✓", "pass", ("pass",))


def laid(
    content: str, *marks: Mark, quotes: tuple[Passage, ...] = (), path: str = "a.md"
) -> list[Group]:
    """The groups of a text with marks and quotations."""
    named = {f"c-{index}": passage for index, passage in enumerate(quotes)}
    article = ReadArticle(text_of_lines(path, content), quotes=named)
    return groups(article, list(marks), 3)


def sketch(found: list[Group]) -> str:
    """[marks] and {quoted words}, a line for each block."""
    lines = []
    for group in found:
        for line in group.lines:
            text = ""
            for part in line.parts:
                inside = "".join(
                    f"{{{piece.text}}}" if piece.quoted is not None else piece.text
                    for piece in part.pieces
                )
                text += f"[{inside}]" if part.mark else inside
            lines.append(text)
    return "\n".join(lines)


def test_marks_and_quotations_may_overlap() -> None:
    content = "So 1,582 people left in two years."
    number = Mark(3, 15, FIGURE)
    assert sketch(laid(content, number)) == "So [1,582 people] left in two years."
    quote = Passage(9, 20)
    assert (
        sketch(laid(content, number, quotes=(quote,))) == "So [1,582 {people}]{ left} in two years."
    )


def test_signs_of_marked_words_stand_behind_them_and_in_no_number() -> None:
    content = "Profits rose to 5 million yuan."
    words = Mark(0, 12, WORDS, ("c-0",), words=True)
    assert sketch(laid(content, words)) == "{Profits rose}[] to 5 million yuan."
    into = Mark(0, 20, WORDS, ("c-0",), words=True)
    number = Mark(16, 30, FIGURE)
    assert sketch(laid(content, into, number)) == "{Profits rose to }[{5 mi}llion yuan][]."


def test_a_mark_over_two_blocks_begins_once() -> None:
    mark = Mark(2, 9, FIGURE)
    found = laid("ab cd\n\nef gh", mark)
    parts = [part for group in found for line in group.lines for part in line.parts if part.mark]
    assert [(part.begins, part.pieces[0].text) for part in parts] == [(True, " cd"), (False, "ef")]
    assert mark.index == 1


def test_a_mark_on_nothing_that_is_shown_has_no_number() -> None:
    blank = Mark(1, 3, UNCOVERED)
    laid("a\n\n\nb", blank)
    assert blank.index == 0


def test_signs_of_markdown_go_unless_they_are_in_a_number() -> None:
    assert sketch(laid("## *A* **5**")) == "A 5"
    assert sketch(laid("a **5** b", Mark(3, 6, FIGURE))) == "a [*5*] b"
    assert sketch(laid("- 5 of them", Mark(0, 3, FIGURE))) == "[- 5] of them"


def test_emphasis_becomes_elements() -> None:
    (group,) = laid("a **b *c* `d`**")
    pieces = [(p.text, p.tags) for part in group.lines[0].parts for p in part.pieces]
    assert pieces == [
        ("a ", ()),
        ("b ", ("strong",)),
        ("c", ("strong", "em")),
        (" ", ("strong",)),
        ("d", ("strong", "code")),
    ]


def test_headings_leave_no_level_out() -> None:
    content = "# a\n\n### b\n\n###### c\n\n## d\n\n# e\n"
    assert [group.lines[0].level for group in laid(content)] == [3, 4, 5, 4, 3]
    assert [g.lines[0].level for g in laid("###### a\n\n# b\n")] == [3, 3]


def test_items_of_a_list_are_one_group() -> None:
    found = laid("a\n\n- b\n- c\n\nd")
    assert [(group.shape.value, len(group.lines)) for group in found] == [
        ("paragraph", 1),
        ("item", 2),
        ("paragraph", 1),
    ]


def test_every_character_is_shown_once_where_it_stands() -> None:
    """Whatever the marks, quotations and signs: only signs are hidden, and nothing moves."""
    seeded = random.Random(17)
    for round_ in range(1500):
        content = "".join(seeded.choice("ab 5%\n*_`[]#->𝄞é\r\t\\") for _ in range(50))
        content = content.replace("```", "`a`")  # what names the language of code is hidden, too
        cuts = sorted(seeded.sample(range(51), 8))
        marks = [Mark(start, end, FIGURE) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
        quotes = tuple(
            Passage(start, start + seeded.randint(0, 12))
            for start in (seeded.randint(0, 40) for _ in range(3))
        )
        words = [Mark(*quotes[0], WORDS, ("c-0",), words=True)]
        path = "a.md" if round_ % 2 else "a.txt"
        found = laid(content, *marks, *words, quotes=quotes, path=path)
        at = 0
        for line in (line for group in found for line in group.lines):
            for part in line.parts:
                for piece in part.pieces:
                    assert at <= piece.at
                    left_out = content[at : piece.at]
                    if path == "a.txt":
                        assert not left_out.strip()
                    assert not any(char in left_out for char in "ab5%𝄞é")
                    assert content[piece.at : piece.at + len(piece.text)] == piece.text
                    at = piece.at + len(piece.text)
                    inside = [m for m in marks if m.start <= piece.at < m.end]
                    assert part.mark is (inside[0] if inside else None)
                    quoted = any(q.start <= piece.at < q.end for q in quotes)
                    assert (piece.quoted is not None) == quoted
        shown = [mark.index for mark in (*marks, *words) if mark.index]
        assert sorted(shown) == list(range(1, len(shown) + 1))


def test_mentions_are_left_as_they_are() -> None:
    mention = Mention(0, 1, "5", "number", Cover.EXCUSED, reason="a year")
    mark = Mark(0, 1, FIGURE, mention=mention)
    laid("5 a", mark)
    assert mark.mention == replace(mention)
