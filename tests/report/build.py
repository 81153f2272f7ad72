"""Results built by hand, so that no test of a screen depends on what is checked, or how."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sensecheck.model import (
    Arguments,
    Article,
    Claim,
    Conflict,
    Document,
    Figure,
    Finding,
    Implied,
    Operand,
    Outcome,
    Printing,
    Range,
    Reading,
    Results,
    Slip,
    Span,
    Stated,
    Verdict,
)
from sensecheck.numbers.expressions import ONE, Variable
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import parse
from sensecheck.numbers.readings import readings
from sensecheck.numbers.units import PERCENT

EMPTY = Article()
ARTICLE = Article("Break and Rebuild", "Rhodium Wealth", "2024-11-01")


def span(line: int, column: int = 2, length: int = 8) -> Span:
    """A stretch of one line; the line counts from 1."""
    return Span(line - 1, column, line - 1, column + length)


def interval(low: str | None, high: str | None, *, open_ends: str = "") -> Interval:
    """'( )' of the usual notation name the ends that are open."""
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        "(" in open_ends,
        ")" in open_ends,
    )


def printing(text: str, line: int = 1) -> Printing:
    printed = parse(text)
    return Printing(printed, readings(printed), span(line))


def figure(name: str, *texts: str, line: int = 1, note: str = "", source: str = "") -> Figure:
    """A figure of a series ('staff.2021'), printed once or more, or not at all."""
    series, _, label = name.partition(".")
    printings = tuple(printing(text, line) for text in texts)
    return Figure(
        name,
        span(line),
        printings,
        min((p for p in printings), key=lambda p: p.printed.step).readings if printings else None,
        printings[0].printed.unit if printings else None,
        series if label else "",
        label,
        note=note,
        source=source,
    )


def stated(*texts: str, line: int = 1) -> Stated:
    printings = tuple(printing(text, line) for text in texts)
    first = printings[0]
    return Stated(texts[0], span(line), printings, first.readings, first.printed.unit)


def answer(word: str, line: int = 1) -> Stated:
    return Stated(word, span(line), answer=word)


def claim(
    name: str,
    rule: str = "",
    said: Stated | None = None,
    figures: Mapping[str, tuple[Figure, ...]] | None = None,
    *,
    line: int = 1,
    quote: str = "",
    says: str = "",
    note: str = "",
    accepted: str = "",
    unverifiable: str = "",
    tags: tuple[str, ...] = (),
    assumption: bool = False,
) -> Claim:
    operands = {
        parameter: tuple(Operand(figure) for figure in group)
        for parameter, group in (figures or {}).items()
    }
    return Claim(
        name,
        span(line),
        rule,
        Arguments(operands),
        said,
        quote=quote,
        says=says,
        note=note,
        accepted=accepted,
        unverifiable=unverifiable,
        tags=tags,
        assumption=assumption,
    )


def document(
    lines: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    *,
    article: Article = ARTICLE,
    claim_count: int = 0,
    path: str = "claims.yaml",
) -> Document:
    series: dict[str, tuple[str, ...]] = {}
    for each in figures:
        series[each.series] = (*series.get(each.series, ()), each.label)
    by_name = {each.name: each for each in figures}
    return Document(path, lines, article, by_name, series, (), (), (), (), claim_count)


def results(
    *verdicts: Verdict,
    assumptions: tuple[Verdict, ...] = (),
    printings: tuple[Verdict, ...] = (),
    conflicts: tuple[Conflict, ...] = (),
    implied: tuple[Implied, ...] = (),
    findings: tuple[Finding, ...] = (),
    of: Document | None = None,
) -> Results:
    about = of or document(claim_count=len(verdicts))
    return Results(about, verdicts, assumptions, printings, conflicts, implied, findings)


REVENUE_2019 = figure("revenue.2019", "RMB 3.027 billion", line=4)
REVENUE_2020 = figure("revenue.2020", "RMB 3.446 billion", line=5)
REVENUE_2021 = figure("revenue.2021", "RMB 4.7 billion", line=6)


def layoffs() -> Verdict:
    """6,113 − 4,531 = 1,582, all of them counts."""
    before, after = figure("staff.2021", "6,113 employees"), figure("staff.2023", "4,531")
    return Verdict(
        claim(
            "layoffs",
            "decrease",
            stated("1,582 employees"),
            {"from": (before,), "to": (after,)},
            line=20,
            quote="1,582 people left in two years",
        ),
        Outcome.PASS,
        recomputed=Fraction(1582),
        range=Range(interval("1582", "1582"), Reading.STRICT),
        stated=interval("1582", "1582"),
        expression=Variable("staff.2021") - Variable("staff.2023"),
        admits=1,
    )


def weak_growth() -> Verdict:
    """4.7 ÷ 3.446 − 1 = 36.39 %; (4.65 … 4.75) ÷ (3.4455 … 3.4465) − 1 = 34.92 … 37.86 %."""
    return Verdict(
        claim(
            "revenue-2021",
            "percent_increase",
            stated("36.39%"),
            {"from": (REVENUE_2020,), "to": (REVENUE_2021,)},
            line=25,
            quote="by 36.39% in 2021",
        ),
        Outcome.PASS,
        "4.7 billion has two digits: 295 printed rates would not fail",
        PERCENT,
        Fraction(4700, 3446) - 1,
        Range(Interval(Fraction(46500, 34465) - 1, Fraction(47500, 34455) - 1), Reading.STRICT),
        interval("0.36385", "0.36395"),
        Variable("revenue.2021") / Variable("revenue.2020") - ONE,
        admits=295,
        weak=True,
    )


def missing() -> Verdict:
    """4,672 ÷ (1 − 0.069 ± 0.0005) = 5,015.6 … 5,021.0: whole numbers 5,016 … 5,020."""
    before, after = figure("staff.h1_2023"), figure("staff.h1_2024", "4,672 employees")
    return Verdict(
        claim(
            "staff-a-year-ago",
            "percent_decrease",
            stated("6.9%"),
            {"from": (before,), "to": (after,)},
            line=30,
            quote="a 6.9% decrease against the same period of 2023",
            note="the half-year report of 2023 has it",
        ),
        Outcome.UNVERIFIABLE,
        "staff.h1_2023 is not printed",
        PERCENT,
        stated=interval("0.0685", "0.0695"),
        implied=Implied("staff.h1_2023", interval("5016", "5020"), "5,016 … 5,020"),
        missing=("staff.h1_2023",),
    )


def discrepancy(*, accepted: str = "") -> Verdict:
    """3.446 ÷ 3.027 − 1 = 13.842 %; (3.4455 … 3.4465) ÷ (3.0265 … 3.0275) − 1 = 13.807 … 13.877."""
    return Verdict(
        claim(
            "revenue-2020",
            "percent_increase",
            stated("13.86%"),
            {"from": (REVENUE_2019,), "to": (REVENUE_2020,)},
            line=35,
            quote="revenue rose by 13.86% in 2020",
            accepted=accepted,
        ),
        Outcome.DISCREPANCY,
        "rounding of either figure explains it",
        PERCENT,
        Fraction(3446, 3027) - 1,
        Range(Interval(Fraction(34455, 30275) - 1, Fraction(34465, 30265) - 1), Reading.STRICT),
        interval("0.13855", "0.13865"),
        Variable("revenue.2020") / Variable("revenue.2019") - ONE,
        witness={
            "revenue.2019": Fraction("3026800000"),
            "revenue.2020": Fraction("3446200000"),
        },
        admits=8,
        repair="13.84%",
    )


def fail() -> Verdict:
    """1 − 434.7 ÷ 671.7 = 35.28 %; 1 − (434.65 … 434.75) ÷ (671.65 … 671.75) = 35.271 … 35.296."""
    before = figure("deficit.2022", "$671.7 billion", line=8)
    after = figure("deficit.2023", "$434.7 billion", line=9)
    low = 1 - Fraction("434.75") / Fraction("671.65")
    high = 1 - Fraction("434.65") / Fraction("671.75")
    return Verdict(
        claim(
            "deficit",
            "percent_decrease",
            stated("29.6%"),
            {"from": (before,), "to": (after,)},
            line=40,
            quote="the deficit shrank by 29.6% [sic]",
        ),
        Outcome.FAIL,
        "nothing that prints as 671.7 and 434.7 gives it",
        PERCENT,
        1 - Fraction("434.7") / Fraction("671.7"),
        Range(Interval(low, high), Reading.STRICT),
        interval("0.2955", "0.2965"),
        ONE - Variable("deficit.2023") / Variable("deficit.2022"),
        nearest=low,
        gap=low - Fraction("0.2965"),
        admits=1,
        slip=Slip("671.7 for 617.7, two digits swapped"),
        repair="35.3%",
    )


def unverifiable() -> Verdict:
    """A claim with nothing to recompute."""
    said = claim(
        "funding-rounds",
        line=45,
        quote="12 rounds of funding",
        unverifiable="the rounds are not listed",
        tags=("funding",),
    )
    return Verdict(said, Outcome.UNVERIFIABLE, "the rounds are not listed")


def contradiction() -> Verdict:
    """A figure whose printings exclude each other, under its own name."""
    reason = "RMB 680 million and RMB 0.7 billion cannot be the same quantity"
    return Verdict(Claim("sales_expenses.2021", span(11)), Outcome.FAIL, reason)


def assumption() -> Verdict:
    """At least 45,000: the first figure is not printed."""
    said = claim(
        "fleet-did-not-shrink",
        "compare",
        answer("at least", 60),
        {
            "figure": (figure("gpus.march_2024"),),
            "than": (figure("gpus.2023", "45,000 GPUs"),),
        },
        line=60,
        says="the fleet did not shrink",
        assumption=True,
    )
    return Verdict(said, Outcome.UNVERIFIABLE, "gpus.march_2024 is not printed")


NET_PROFIT = Conflict(
    "net-loss-up+net-profit-up",
    ("net-loss-up", "net-profit-up"),
    (),
    (),
    "",
    (
        "net profit up 21.33 %: the half-year 2023 loss was 3.122 … 3.124 bn",
        "net loss up 21.33 %:   the half-year 2023 loss was 2.025 … 2.026 bn",
    ),
)
GPUS = Conflict(
    "fleet-did-not-shrink+gpus-up-70",
    ("gpus-up-70",),
    ("fleet-did-not-shrink",),
    (),
    "",
    ("54,000 GPUs, roughly 70 % more: 30,858 … 32,727 in March; 45,000 three months earlier",),
)


def sample() -> Results:
    """A run with everything in it."""
    up = claim("net-profit-up", "percent_increase", stated("21.33%"), line=50)
    down = claim("net-loss-up", "percent_increase", stated("21.33%"), line=55)
    return results(
        fail(),
        layoffs(),
        weak_growth(),
        missing(),
        unverifiable(),
        discrepancy(),
        Verdict(up, Outcome.UNVERIFIABLE, "net_profit.h1_2023 is not printed"),
        Verdict(down, Outcome.UNVERIFIABLE, "net_profit.h1_2023 is not printed"),
        assumptions=(assumption(),),
        printings=(contradiction(),),
        conflicts=(NET_PROFIT, GPUS),
    )
