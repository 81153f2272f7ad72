"""The judged cases that nobody here wrote: where they are, and how each becomes a claim.

The files are no part of the repository. They are looked for in the folder that the environment
variable SENSECHECK_CASES names, else in ../shared/data beside the repository.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

Case = dict[str, Any]
"""One line of a file of cases."""

Parameters = tuple[tuple[str, str], ...]

_LABELS: Final = "abcdefghijklmnopqrstuvwxyz"
_ROOT: Final = Path(__file__).resolve().parents[2]


def read(name: str) -> list[Case]:
    """All cases of a file; skips the test, saying why, where the file is not there."""
    folder = Path(os.environ.get("SENSECHECK_CASES", _ROOT.parent / "shared" / "data"))
    path = folder / name
    if not path.is_file():
        pytest.skip(f"{name} is not there: set SENSECHECK_CASES to the folder that holds it")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# ── a claims file out of claims ──────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Sketch:
    """A claim and its figures a, b, c, …, ready to be written; `{}` stands for their series."""

    id: str
    figures: tuple[str, ...]
    parameters: Parameters
    stated: str
    quote: str = ""


def claims_file(sketches: Iterable[Sketch], rounding: str) -> str:
    """One claims file with a series of figures for every claim: s0.a, s0.b, …"""
    figures, claims = ["figures:"], ["claims:"]
    for number, sketch in enumerate(sketches):
        series = f"s{number}"
        figures.append(f"  {series}:")
        for label, printed in zip(_LABELS, sketch.figures, strict=False):
            figures.append(f"    {label}: {printed}")
        claims.append(f"  {claim_id(sketch.id)}:")
        if sketch.quote:
            claims.append(f"    quote: {json.dumps(sketch.quote, ensure_ascii=False)}")
        for parameter, text in sketch.parameters:
            claims.append(f"    {parameter}: {text.replace('{}', series)}")
        claims.append(f"    stated: {sketch.stated}")
    return "\n".join(["article:", f"  rounding: {rounding}", *figures, *claims, ""])


def claim_id(text: str) -> str:
    """The id of a case, written as the id of a claim."""
    return re.sub("[^a-z0-9]+", "-", text.lower())


# ── derivations ──────────────────────────────────────────────────────────────────────────────

_TOKEN: Final = re.compile(r"([\d,]*\d(?:\.\d+)?)\s*(%?)|([-+*/()])")


@dataclass(frozen=True)
class Derivation:
    """An annotated derivation, read.

    `figures` are printed as a claims file would print them. `formula` names them {}.a, {}.b, …;
    `shape` is the formula with '#' for every figure, without spaces and needless parentheses.
    """

    figures: tuple[str, ...]
    formula: str
    shape: str

    @property
    def are_percentages(self) -> bool:
        """Whether all figures are; a derivation never mixes them with others, see `derivation`."""
        return self.figures[0].endswith("%")


def derivation(case: Case) -> Derivation:
    """Tell the figures of a derivation from its constants.

    A number is a figure when it is among the case's `numbers`. A percentage stays one where all
    figures are percentages; beside other figures it is written as the number it stands for (11 %
    as 0.11). The base of a percentage change is one figure, however often it is named.
    """
    text = case["derivation"].translate(str.maketrans("[]", "()", "$"))
    tokens = _TOKEN.findall(re.sub(r"\(([\d,.]+)\)", r"-\1", text))  # (71) is −71 in accounts
    to_find = [value for printed in case["numbers"] for value in _values(printed)]
    of_figures: list[str] = []
    is_figure = []
    for number, percent, _ in tokens:
        found = bool(number) and _values(number)[0] in to_find
        if found:
            to_find.remove(_values(number)[0])
            of_figures.append(percent)
        is_figure.append(found)
    plain = case["scale"] == "percent" and case["factor"] == 1
    as_percent = all(of_figures) or (plain and case["kind"] in ("difference", "sum", "average"))

    names: dict[str, str] = {}
    figures: list[str] = []
    formula = ""
    for (number, percent, operator), found in zip(tokens, is_figure, strict=True):
        if not found:
            formula += operator or number
            continue
        if re.search(r"(^|[-+*/(])-$", formula):
            formula = formula[:-1]
            number = f"-{number}"
        printed = f"{number}%" if as_percent else _hundredth(number) if percent else number
        if case["kind"] != "percent_change" or printed not in names:
            names[printed] = _LABELS[len(figures)]
            figures.append(printed)
        formula += f"{{}}.{names[printed]}"
    shape = re.sub(r"\{\}\.[a-z]", "#", formula).replace("(#)", "#")
    return Derivation(tuple(figures), formula, re.sub(r"^\(([^()]*)\)$", r"\1", shape))


def by_formula(case: Case) -> Sketch:
    """The case as a claim of the rule `formula`, which fits every one."""
    read_as = derivation(case)
    percent = case["factor"] == 100 or (case["scale"] == "percent" and read_as.are_percentages)
    return Sketch(
        case["id"],
        read_as.figures,
        (("rule", "formula"), ("formula", read_as.formula)),
        case["stated"] + ("%" if percent else ""),
    )


def by_rule(case: Case) -> Sketch | None:
    """The case as a claim of the rule that a fact-checker would choose; None where none fits."""
    read_as = derivation(case)
    of_all = ", ".join(f"{{}}.{label}" for label in _LABELS[: len(read_as.figures)])
    unit = "%" if read_as.are_percentages else ""
    parameters: Parameters
    match read_as.shape:
        case "#-#":
            parameters = (("rule", "increase"), ("from", "{}.b"), ("to", "{}.a"))
            unit = " percentage points" if unit else ""
        case "(#-#)/#" | "#/#-1" if case["factor"] == 100 and _is_change(read_as):
            parameters = (("rule", "percent_increase"), ("from", "{}.b"), ("to", "{}.a"))
            unit = "%"
        case "#/#" if case["factor"] == 100:
            parameters = (("rule", "share"), ("part", "{}.a"), ("whole", "{}.b"))
            unit = "%"
        case "#/#" if case["scale"] != "percent":
            parameters = (("rule", "ratio"), ("of", "{}.a"), ("to", "{}.b"))
            unit = ""
        case shape if re.fullmatch(r"#(\+#)+", shape):
            parameters = (("rule", "sum"), ("of", f"[{of_all}]"))
        case shape if re.fullmatch(rf"\(#(\+#)+\)/{len(read_as.figures)}", shape):
            parameters = (("rule", "average"), ("of", f"[{of_all}]"))
        case _:
            return None
    return Sketch(case["id"], read_as.figures, parameters, case["stated"] + unit)


def _is_change(read_as: Derivation) -> bool:
    """Whether it is the change from b to a, in percent of a b above zero."""
    right_base = read_as.formula.endswith((".b", ".b-1"))
    return right_base and len(read_as.figures) == 2 and not read_as.figures[1].startswith("-")


def _values(printed: str) -> list[Fraction]:
    """The numbers in a text, without their signs."""
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", printed)
    return [Fraction(number.replace(",", "")) for number in numbers]


def _hundredth(number: str) -> str:
    """The number that a percentage stands for, with all its digits: 2.5 as 0.025."""
    return f"{Decimal(number.replace(',', '')).scaleb(-2):f}"


# ── sums ─────────────────────────────────────────────────────────────────────────────────────

_SCALES: Final = {
    -8: (" billion", 9),
    -7: (" billion", 9),
    -6: (" million", 6),
    -3: (" thousand", 3),
}


def total(case: Case) -> Sketch:
    """A total and its weighted parts as a claim: a sum, or a formula where a weight is not ±1."""
    parts = case["parts"]
    weighted = list(zip(_LABELS, (part["weight"] for part in parts), strict=False))
    if all(abs(weight) == 1 for _, weight in weighted):
        of = ", ".join(f"{'-' if weight < 0 else ''}{{}}.{label}" for label, weight in weighted)
        parameters: Parameters = (("rule", "sum"), ("of", f"[{of}]"))
    else:
        formula = " + ".join(f"({weight}) * {{}}.{label}" for label, weight in weighted)
        parameters = (("rule", "formula"), ("formula", formula))
    return Sketch(case["id"], tuple(map(fact, parts)), parameters, fact(case["total"]))


def fact(item: Case) -> str:
    """An XBRL fact as an article would print it: 748000 with decimals −3 is 'USD 748 thousand'.

    The currency keeps a number without a scale word from taking the scale of the others.
    """
    decimals = item["decimals"]
    scale, exponent = _SCALES.get(decimals, ("", 0))
    number = Decimal(item["value"]).scaleb(-exponent)
    return f"USD {number:.{decimals + exponent}f}{scale}"


# ── prose ────────────────────────────────────────────────────────────────────────────────────


def sentence(case: Case) -> Sketch:
    """A sentence that prints a change: from both levels, or from one level and the change."""
    first, second = case["figures"]
    word = "increase" if case["direction"] == "up" else "decrease"
    change_is_given = re.search(rf"creased (by )?{re.escape(first)}", case["sentence"])
    if case["kind"] == "difference":
        parameters: Parameters = (("rule", word), ("from", "{}.b"), ("to", "{}.a"))
    elif change_is_given:
        before = "-" if case["direction"] == "up" else "+"
        parameters = (("rule", "formula"), ("formula", f"{{}}.a / ({{}}.b {before} {{}}.a)"))
    else:
        parameters = (("rule", f"percent_{word}"), ("from", "{}.b"), ("to", "{}.a"))
    return Sketch(case["id"], (first, second), parameters, case["stated"], case["sentence"])
