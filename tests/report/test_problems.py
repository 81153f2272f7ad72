"""What every CI format reports: kinds, levels, messages, places, fingerprints."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sensecheck.checking import check_text
from sensecheck.claims_file import decode
from sensecheck.model import (
    Finding,
    Outcome,
    Passage,
    ReadArticle,
    Results,
    Severity,
    Span,
    Verdict,
)
from sensecheck.report.kinds import KINDS, Kind, Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem, Related, problems
from tests.claims_file.broken_cases import CASES, Case
from tests.report import build, troubles

BROKEN = Path(__file__).parents[1] / "claims_file" / "broken"

everything = cache(troubles.everything)


def named(name: str, *every: Results, verbose: bool = False) -> Problem:
    (problem,) = (p for p in problems(every, verbose=verbose) if p.name == name)
    return problem


def kinds(*, strict: bool = False, verbose: bool = False) -> list[tuple[str, str, str]]:
    found = problems([everything()], strict=strict, verbose=verbose)
    return [(p.name, p.kind.value, p.level.value) for p in found]


def test_trouble_in_the_order_of_the_file() -> None:
    assert kinds() == [
        ("expenses.2021", "contradictory-figure", "error"),
        ("too-few", "fail", "error"),
        ("too-few-kept", "fail", "note"),
        ("revenue-2020", "discrepancy", "warning"),
        ("revenue-2020-kept", "discrepancy", "note"),
        ("", "finding", "warning"),
        ("", "finding", "error"),
        ("less+more", "conflict", "error"),
    ]


def test_what_a_strict_run_fails_on_is_an_error() -> None:
    found = {(name, kind): level for name, kind, level in kinds(strict=True)}
    assert found["revenue-2020", "discrepancy"] == "error"
    assert found["revenue-2020-kept", "discrepancy"] == "note"
    (warning,) = problems([build.results(findings=(STALE,))])
    (error,) = problems([build.results(findings=(STALE,))], strict=True)
    assert (warning.level, error.level) == (Level.WARNING, Level.ERROR)


STALE = Finding(build.span(4), "a is accepted, but is no trouble any more", "", Severity.WARNING)


def test_what_nothing_can_check_is_told_to_those_who_ask() -> None:
    more = set(kinds(verbose=True)) - set(kinds())
    names = ("staff-a-year-ago", "rounds", "expenses-up", "less", "more")
    assert more == {(name, "unverifiable", "note") for name in names}


def test_assumptions_never_count_against_the_article() -> None:
    sample = build.results(assumptions=(build.fail(),))
    assert problems([sample], verbose=True) == ()


# ── messages ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "too-few",
            "fail too-few: stated 1,528 employees, recomputed 1,582 employees; "
            "likely slip: 1,528 for 1,582, two digits swapped",
        ),
        (
            "too-few-kept",
            "fail too-few-kept: stated 1,633 employees, recomputed 1,582 employees; "
            "accepted: counted otherwise",
        ),
        (
            "revenue-2020",
            "discrepancy revenue-2020: stated 13.86%, recomputed 13.84% (13.81 … 13.88); "
            "rounding of either figure explains it",
        ),
        (
            "expenses.2021",
            "contradictory figure expenses.2021: "
            "RMB 680 million and RMB 0.71 billion cannot be the same quantity",
        ),
        (  # 23.95 ÷ 0.8005 and 24.05 ÷ 0.7995; 23.95 ÷ 1.2005 and 24.05 ÷ 1.1995
            "less+more",
            "conflict less+more: These 2 statements cannot both be true: "
            "less: profit.2022 must be RMB -30.09 … -29.91 million; "
            "more: profit.2022 must be RMB -20.06 … -19.95 million",
        ),
        (
            "staff-a-year-ago",
            "unverifiable staff-a-year-ago: stated 6.9%; staff.h1_2023 is not printed; "
            "it must be 5,016 … 5,020",
        ),
    ],
)
def test_a_message_says_all_in_one_line(name: str, message: str) -> None:
    assert named(name, everything(), verbose=True).message == message


def test_a_weak_discrepancy_and_an_accepted_conflict_say_so() -> None:
    weak = replace(build.discrepancy(), weak=True)
    kept = replace(build.NET_PROFIT, accepted="worded twice", proof=())
    found = problems([build.results(weak, conflicts=(kept,))])
    assert found[0].message.startswith("conflict net-loss-up+net-profit-up: These 2 statements")
    assert found[0].message.endswith("cannot both be true; accepted: worded twice")
    assert (found[0].level, found[0].accepted) == (Level.NOTE, "worded twice")
    assert found[1].message.startswith("discrepancy (weak) revenue-2020: ")


def test_nothing_in_a_message_is_obeyed_by_a_terminal() -> None:
    verdict = replace(build.fail(), reason="a\x1b[31m\u202eb\nc\x00")
    (problem,) = problems([build.results(verdict)])
    assert "; a\\x1b[31m\\u202eb c\\x00; likely slip" in problem.message


# ── places ───────────────────────────────────────────────────────────────────────────────────


def test_a_problem_stands_at_the_stated_value() -> None:
    for problem in problems([everything()], verbose=True):
        at, lines = problem.position, troubles.EVERYTHING.splitlines()
        words = lines[at.line - 1][at.column - 1 : at.end_column - 1]
        expected = {
            "too-few": "1,528 employees",
            "revenue-2020": "13.86%",
            "less+more": "20.0%",  # that of the first of its claims
            "rounds": "rounds",  # it states nothing
            "expenses.2021": "2021",
        }
        assert words == expected.get(problem.name, words)
        assert at.line == at.end_line
        assert words


def test_related_are_the_figures_and_the_other_statements() -> None:
    figures = named("revenue-2020", everything()).related
    assert [(r.position.line, r.text) for r in figures] == [
        (14, "revenue.2019: RMB 3.027 billion"),
        (15, "revenue.2020: RMB 3.446 billion"),
    ]
    assert [(r.position.line, r.text) for r in named("less+more", everything()).related] == [
        (58, "more")
    ]
    assert [r.text for r in named("expenses.2021", everything()).related] == [
        "expenses.2021: RMB 680 million",
        "expenses.2021: RMB 0.71 billion",
    ]


def test_a_conflict_stands_at_the_first_of_its_claims_in_the_file() -> None:
    first = build.claim("z", "increase", build.stated("5", line=7), line=6)
    last = build.claim("a", "increase", build.stated("5", line=9), line=8)
    verdicts = [Verdict(claim, Outcome.UNVERIFIABLE) for claim in (first, last)]
    clash = replace(build.NET_PROFIT, id="a+z", claims=("a", "z"))
    conflict = named("a+z", build.results(*verdicts, conflicts=(clash,)))
    assert conflict.position.line == 7
    assert [(r.text, r.position.line) for r in conflict.related] == [("a", 9)]


def test_a_figure_printed_in_place_is_related_only_in_the_article() -> None:
    text = "claims:\n  a: {rule: decrease, from: 5 shops, to: 3 shops, stated: 1 shop}\n"
    results = check_text(text)
    assert named("a", results).related == ()
    (before, _) = results.verdicts[0].claim.arguments.operands
    article = ReadArticle(
        troubles.text_of("From 5 shops to 3 shops.", "article.md"),
        literals={("a", before.figure.name): (Passage(5, 12),)},
    )
    (related,) = named("a", replace(results, article=article)).related
    assert related == Related(Position("article.md", 1, 6, 1, 13), "5 shops")


def test_the_article_is_pointed_at() -> None:
    read = troubles.everything(article="text/article.md")
    # Line 4 is 'So 1,528 people left. Revenue rose by 13.86% in 2020,'.
    assert named("too-few", read).article == (Position("text/article.md", 4, 4, 4, 9),)
    assert named("revenue-2020", read).article == (Position("text/article.md", 4, 39, 4, 45),)
    # Both statements of the conflict are made by one number.
    assert named("less+more", read).article == (Position("text/article.md", 5, 13, 5, 18),)
    # Line 3 begins 'SenseTime had 6,113 employees'.
    staff, _ = named("too-few", read).related
    assert staff.position == Position("text/article.md", 3, 15, 3, 30)


def test_the_words_of_a_claim_where_its_figure_is_nowhere() -> None:
    read = troubles.everything(article="article.md")
    assert read.article is not None
    without = replace(read, article=replace(read.article, stated={}))
    assert named("too-few", without).article == (Position("article.md", 4, 4, 4, 21),)
    assert named("revenue-2020", without).article == ()


def test_a_number_over_two_lines_ends_on_the_second() -> None:
    read = troubles.everything(article="article.md")
    assert read.article is not None
    start = troubles.ARTICLE.index("in 2020,\nthe loss")
    over = Passage(start, start + len("in 2020,\nthe"))
    broken = replace(read.article, stated={"too-few": (over,)})
    found = named("too-few", replace(read, article=broken)).article
    assert found == (Position("article.md", 4, 46, 5, 4),)


def test_pages_are_no_lines_and_files_elsewhere_are_not_pointed_at() -> None:
    read = troubles.everything(article="article.pdf")
    assert read.article is not None
    pages = troubles.text_of(troubles.ARTICLE, "article.pdf", dict.fromkeys(range(9), "page 1"))
    paged = replace(read, article=replace(read.article, text=pages))
    assert named("too-few", paged).article == ()

    def locate(path: str) -> str | None:
        return None if path == "article.pdf" else f"sub/{path}"

    (problem,) = (p for p in problems([read], locate=locate) if p.name == "too-few")
    assert problem.position.path == "sub/claims.yaml"
    assert problem.article == ()
    assert [r.position.path for r in problem.related] == ["sub/claims.yaml"] * 2


def test_a_conflict_of_printings_stands_at_the_first_of_them() -> None:
    about = build.document(figures=(build.REVENUE_2019, build.REVENUE_2020))
    clash = replace(
        build.NET_PROFIT,
        id="",
        claims=(),
        printings=("sign of x.y", "revenue.2020 as printed", "revenue.2019 as printed (1)"),
    )
    (problem,) = problems([build.results(conflicts=(clash,), of=about)])
    assert problem.position.line == 4  # revenue.2019; revenue.2020 is on line 5
    (unknown,) = problems([build.results(conflicts=(clash,))])
    assert unknown.position == Position("claims.yaml", 1, 1, 1, 2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_no_broken_file_has_a_place_that_is_none(case: Case) -> None:
    text, findings = decode((BROKEN / case.file).read_bytes())
    found = problems([check_text(text, case.file, findings)], verbose=True)
    assert any(problem.kind is Kind.FINDING for problem in found)
    for problem in found:
        at = problem.position
        assert (1, 1) <= (at.line, at.column) < (at.end_line, at.end_column)
    assert len({problem.fingerprint for problem in found}) == len(found)


# ── fingerprints ─────────────────────────────────────────────────────────────────────────────


def fingerprints(text: str, path: str = "claims.yaml") -> list[str]:
    return sorted(p.fingerprint for p in problems([check_text(text, path)], verbose=True))


def test_a_fingerprint_stays_when_lines_move_and_texts_change() -> None:
    moved = "# a comment\n\n" + troubles.EVERYTHING.replace("stated: 1,528", "stated:   1,529")
    assert fingerprints(moved) == fingerprints(troubles.EVERYTHING)


def test_a_fingerprint_is_that_of_the_path_the_name_and_the_verdict() -> None:
    before = named("too-few", everything()).fingerprint
    elsewhere = named("too-few", troubles.everything("other/claims.yaml")).fingerprint
    assert before != elsewhere
    every = fingerprints(troubles.EVERYTHING)
    assert len(set(every)) == len(every) == 13
    worse = check_text(troubles.EVERYTHING.replace("stated: 13.86%", "stated: 13.96%"))
    failed, possible = named("revenue-2020", worse), named("revenue-2020", everything())
    assert (failed.kind, possible.kind) == (Kind.FAIL, Kind.DISCREPANCY)
    assert failed.fingerprint != possible.fingerprint


def test_findings_that_say_the_same_differ_in_number_not_in_line() -> None:
    def found(*lines: int) -> list[str]:
        every = [
            Finding(Span(n, 0, n, 1), f"'a' is here twice, first in line {n}", f"a.md:{n}")
            for n in lines
        ]
        return [p.fingerprint for p in problems([build.results(findings=tuple(every))])]

    first, second = found(4, 9)
    assert first != second
    assert found(5, 17) == [first, second]
    assert found(5) == [first]


# ── kinds ────────────────────────────────────────────────────────────────────────────────────


def test_every_kind_is_explained_and_is_called_what_it_always_was() -> None:
    assert [kind.value for kind in Kind] == [
        *("fail", "conflict", "contradictory-figure", "finding", "discrepancy", "unverifiable")
    ]
    assert set(KINDS) == set(Kind)
    for about in KINDS.values():
        assert about.title and about.summary.endswith(".") and about.help.endswith(".")
