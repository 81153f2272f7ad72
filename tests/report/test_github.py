"""GitHub annotations, decoded by rules of GitHub's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sensecheck.model import Results
from sensecheck.report.github import github
from sensecheck.report.kinds import Kind, Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem, problems
from sensecheck.report.style import Style
from sensecheck.report.table import tables
from tests.conftest import Golden
from tests.report import troubles
from tests.report.runner import Command, run

STYLE = Style()


def annotated(results: Results) -> str:
    return github(problems([results], verbose=True), tables([results], STYLE), STYLE)


def problem(message: str = "bad", name: str = "a", path: str = "claims.yaml") -> Problem:
    return Problem(Kind.FAIL, Level.ERROR, name, message, Position(path, 2, 3, 2, 9))


def test_the_whole_output(golden: Golden) -> None:
    golden.check("formats/github.txt", annotated(troubles.everything(article="article.md")))


def test_an_annotation_says_where_and_what() -> None:
    commands, log = run(annotated(troubles.everything(article="article.md")))
    (claim, article) = (c for c in commands if c.properties["title"] == "sensecheck: too-few")
    message = (
        "fail too-few: stated 1,528 employees, recomputed 1,582 employees; "
        "likely slip: 1,528 for 1,582, two digits swapped"
    )
    place = {"file": "claims.yaml", "line": "28", "endLine": "28", "col": "13", "endColumn": "28"}
    assert claim == Command("error", {**place, "title": "sensecheck: too-few"}, message)
    place = {"file": "article.md", "line": "4", "endLine": "4", "col": "4", "endColumn": "9"}
    title = {"title": "sensecheck: too-few"}
    assert article == Command("error", {**place, **title}, f"{message} (claims.yaml:28)")
    assert "✗ fail          too-few" in log
    assert "::" not in log


def test_failures_come_first_and_claims_before_the_article() -> None:
    commands, _ = run(annotated(troubles.everything(article="article.md")))
    order = [(c.properties["file"], c.name) for c in commands]
    claims = [name for file, name in order if file == "claims.yaml"]
    assert claims == ["error"] * 4 + ["warning"] * 2 + ["notice"] * 7
    article = [name for file, name in order if file == "article.md"]
    assert article == ["error"] * 2 + ["warning"] + ["notice"] * 2
    assert order == [("claims.yaml", n) for n in claims] + [("article.md", n) for n in article]


def test_over_several_lines_there_are_no_columns() -> None:
    over = replace(problem(), position=Position("claims.yaml", 2, 3, 4, 1))
    ((_, properties, _),), _ = run(github([over], "", STYLE))
    assert properties == {
        "file": "claims.yaml",
        "line": "2",
        "endLine": "4",
        "title": "sensecheck: a",
    }


def test_a_finding_has_no_name_but_a_title() -> None:
    found = replace(problem(name=""), kind=Kind.FINDING)
    ((_, properties, _),), _ = run(github([found], "", STYLE))
    assert properties["title"] == "sensecheck: finding"


@pytest.mark.parametrize(
    "text",
    [
        "100%",
        "%0A",
        "%250A %25 %3A %2C",
        "a:b,c=d;e]f",
        "::error::x",
        " ::x",
        "##[error]x",
        "🎉 é \u200d",
    ],
)
def test_every_character_arrives(text: str) -> None:
    written = github([problem(text, text, f"a/{text}.yaml")], "", STYLE)
    assert written.count("\n") == 1
    assert run(written)[0] == [
        Command(
            "error",
            {
                "file": f"a/{text}.yaml",
                "line": "2",
                "endLine": "2",
                "col": "3",
                "endColumn": "9",
                "title": f"sensecheck: {text}",
            },
            text,
        )
    ]


def test_line_ends_in_a_path_are_escaped() -> None:
    written = github([problem(path="a\r\nb.yaml")], "", STYLE)
    assert "file=a%0D%0Ab.yaml," in written
    assert written.count("\n") == 1


def test_the_rules_by_hand() -> None:
    written = github([problem("50% of: a, b", "x:y,z")], "", STYLE)
    assert written == (
        "::error file=claims.yaml,line=2,endLine=2,col=3,endColumn=9,"
        "title=sensecheck%3A x%3Ay%2Cz::50%25 of: a, b\n"
    )


def test_nothing_in_the_log_is_a_command() -> None:
    results = troubles.hostile()
    output = annotated(results)
    commands, log = run(output)
    found = problems([results], verbose=True)
    assert [command.data for command in commands] == [
        p.message for p in sorted(found, key=lambda p: list(Level).index(p.level))
    ]
    assert tables([results], STYLE) in log
    assert any(line.startswith("::error::title") for line in log.splitlines())
    # Without the guard the title of the article would be one.
    assert run(tables([results], STYLE))[0]


def test_no_text_can_hold_the_token() -> None:
    once = github([], "::error::x\n", STYLE)
    token = once.splitlines()[0].removeprefix("::stop-commands::")
    again = github([], f"::{token}::\n::error::x\n", STYLE)
    assert run(again)[0] == []


def test_a_log_that_commands_nothing_is_left_alone() -> None:
    assert github([], "a: b\n", STYLE) == "a: b\n"
    assert github([], "", STYLE) == ""
    assert github([problem()], "", STYLE).endswith("::bad\n")


def test_a_stream_that_cannot_show_a_character() -> None:
    written = github([problem("13.81 … 13.88, 5 × 3 🎉")], "", Style(encoding="ascii"))
    assert written.isascii()
    assert "13.81 .. 13.88, 5 * 3 \\U0001f389" in written
