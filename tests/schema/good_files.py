"""Claims files without findings: drawn at random, with every key, and with every rule.

The same seed draws the same file.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from tests.schema.writing import Tree

Block = dict[str, Tree]

# Texts as YAML may take them for something else.
_TEXTS: Final = (
    *("plain words", "'quoted: words'", '"1,582 people left"', "2024-11-01", "2024", "3.10", "010"),
    *("true", "no", "1_000", "12:30", "1e3", "0x1F", ".5", "'5'", "é", "-4.963", "over £5", "~5"),
    *(">-\n  folded\n  words", "|\n  kept\n  words", "'- x'", "'[sic]'", "a # b", "nullable"),
)
_FLAGS: Final = ("true", "false", "True", "FALSE", "yes", "No", "'true'", '"no"')
_ROUNDINGS: Final = ("nearest", "digits", "truncate", "'digits'", '"nearest"')
_SIGNS: Final = ("positive", "negative", "any", "'any'")
_TAGS: Final = ("staff", "staff, big-news", "[a, b.c]", "2024", "5.5", "[2023, true]", "'a+b'", "é")

# Claims by rule, over the figures that `_figures` draws; every one is understood.
_CLAIMS: Final[dict[str, tuple[str, ...]]] = {
    "sum": (
        "of: revenue.* | stated: RMB 11.9 billion",
        "of: [revenue.2021, -revenue.2022] | stated: [RMB 0.9 billion, over RMB 800 million]",
        "of: -revenue.2021..2022 | stated: revenue.2023",
        "of: [RMB 5 billion, 'RMB 1,200 million'] | stated: RMB 6.2 billion",
        "of: 5 | stated: 5",
    ),
    "increase": ("from: staff.2023 | to: staff.2021 | stated: 1,582 employees",),
    "decrease": (
        "from: 6113 | to: 4531 | stated: 1582",
        "from: staff.2021 | to: staff.2022 | stated: '1,015 employees'",
        "from: not printed | to: 5 GPUs | stated: 3 GPUs",
    ),
    "percent_increase": (
        "from: revenue.2022 | to: revenue.2023 | stated: up 10.6%",
        "from: -4.963 | to: 3.10 | stated: 162 per cent",
    ),
    "percent_decrease": ("from: staff.2021 | to: staff.2023 | stated: [25.88%, down 25.88%]",),
    "before_change": ("to: RMB 4.25 billion | change: 25% | stated: RMB 3.4 billion",),
    "after_change": ("from: revenue.2021 | change: growth.2022 | stated: RMB 3.8 billion",),
    "cagr": (
        "from: revenue.2021 | to: revenue.2023 | stated: -14.9%",
        "from: 5 | to: 6 | years: 5.5 | stated: 3.4%",
        "from: revenue.2021 | to: revenue.2023 | years: [two] | stated: -14.9%",
    ),
    "compound": ("of: [12%, growth.2022] | stated: 5%", "of: growth.* | stated: 5%"),
    "share": (
        "part: revenue.2022 | whole: revenue.2021 | stated: 81%",
        "part: [5 shops, 3 shops] | whole: shops | stated: two-thirds",
    ),
    "ratio": ("of: revenue.2021 | to: staff.2021 | stated: RMB 770 thousand per employee",),
    "product": ("of: [2 billion US dollars, fx_rate] | stated: 14.2 billion yuan",),
    "average": (
        "of: growth.* | stated: 1.7%",
        "of: [4.2%, 4.6%] | weights: [1, 2.5] | stated: 4.5%",
        "of: [growth.2021, growth.2022] | weights: staff.2021..2022 | stated: 1.7%",
    ),
    "compare": (
        "figure: revenue.2021 | than: revenue.2022..2023 | stated: higher",
        "figure: 5 | than: [4, 3] | stated: [more than, above]",
    ),
    "rank": ("figure: revenue.2021 | among: revenue.* | stated: record",),
    "trend": ("of: [3.1 km, 3.4 km] | stated: rising", "of: staff.* | stated: falling"),
    "duration": (
        "from: 2014 | to: 2024-10-22 | stated: 10th",
        "from: October 22, 2014 | to: staff.2023 | stated: 9 years",
        "of: staff.2021..2023 | stated: three years",
    ),
    "count": (
        "of: [Leeds, 'true', 2021] | stated: 3",
        "of: staff.* | stated: four labels",
        "of: Leeds | stated: one",
    ),
    "formula": (
        "formula: (revenue.2021 + revenue.2022) / 2 | stated: RMB 4.3 billion",
        "formula: 5 | stated: 5",
    ),
}
RULES_DRAWN: Final = tuple(_CLAIMS)


def good(seed: int, rule: str) -> Tree:
    """A file without findings; one of its claims is of the rule."""
    rng = random.Random(f"good {rule} {seed}")
    file: Block = {"figures": _figures(rng)}
    claims: Block = {"a-claim": _claim(rng, rule)}
    for number in range(rng.randint(0, 2)):
        claims[f"{number}-more"] = _claim(rng, rng.choice(RULES_DRAWN))
    if rng.random() < 0.3:
        claims["2021"] = _unverifiable(rng)
    file["claims"] = claims
    if rng.random() < 0.5:
        file["article"] = _article(rng)
    if rng.random() < 0.3:
        file["assumptions"] = {"b-claim": _claim(rng, rng.choice(RULES_DRAWN))}
        if rng.random() < 0.5:
            file["accepted"] = {"a-claim+b-claim": _text(rng), "a-claim": _text(rng)}
    return _shuffled(rng, file)


def fullest() -> Tree:
    """A file that has every key but the parameters of rules."""
    text = "plain words"
    long_form: Block = {"printed": "5 km", "exact": "true", "sign": "any", "rounding": "digits"}
    texts: Block = {"source": text, "url": text, "note": text}
    common: Block = {
        "quote": text,
        "says": text,
        "accepted": text,
        "note": text,
        "rounding": "digits",
    }
    claim: Block = common | {"rule": "sum", "of": "5", "stated": "5", "tags": "[a, b]"}
    return {
        "article": {
            **dict.fromkeys(("title", "publisher", "published", "text"), text),
            "rounding": "digits",
            "ignore": {"5.0": text},
        },
        "figures": {
            "a": {"unit": "km", "sign": "any", "rounding": "digits", **texts, "2021": "5"},
            "b": {"2021": long_form | texts | {"quote": text}, "2022": "5 km"},
            "c": long_form | texts | {"quote": text},
            "d": "[5 km, 5.0 km]",
            "e": ["5 km", "5.0 km"],
            "f": {"printed": ["5 km", "5.0 km"]},
        },
        "claims": {
            "a": claim,
            "b": common | {"unverifiable": text, "stated": "5", "tags": "a, b"},
            "c": {"formula": "5", "stated": ["5", "5.0"], "tags": ["a", "b"]},
        },
        "assumptions": {"d": {"rule": "sum", "of": "5", "stated": "5"}},
        "accepted": {"a+d": text},
    }


def claims_of(rule: str) -> Iterator[Tree]:
    """Small files with one claim of a rule, in each of its forms."""
    figures = _figures(random.Random(0))
    for claim in _CLAIMS[rule]:
        yield {"figures": figures, "claims": {"a": {"rule": rule, **_parts(claim)}}}


def _figures(rng: random.Random) -> Tree:
    staff: Block = {
        "2021": rng.choice(("6,113 employees", "'6,113 employees'")),
        "2022": rng.choice(("5,098", "5098")),
        "2023": rng.choice(("[4531 employees, fewer than 5000 employees]", "4,531 employees")),
        "h1_2024": rng.choice(("not printed", "{printed: not printed, sign: positive}")),
    }
    revenue: Block = {
        "unit": "RMB billion",
        "2021": rng.choice(("4.70", "about 4.7", "[4.7, RMB 4.70 billion]")),
        "2022": _long_form(rng, "3.809") if rng.random() < 0.4 else "3.809",
        "2023": rng.choice(("3.406", "'3.406'")),
    }
    growth: Block = {"unit": "'%'", "2021": "12", "2022": rng.choice(("-15.5", "−15.5"))}
    for series in (staff, revenue, growth):
        for key in ("source", "url", "note"):
            if rng.random() < 0.15:
                series[key] = _text(rng)
        if rng.random() < 0.15:
            series["rounding"] = rng.choice(_ROUNDINGS)
        if rng.random() < 0.15:
            series["sign"] = rng.choice(_SIGNS)
    return {
        "staff": staff,
        "revenue": revenue,
        "growth": growth,
        "fx_rate": _long_form(rng, "7.1 yuan per US dollar"),
        "shops": rng.choice(("12 shops", "[12 shops, a dozen shops]")),
        "Peak_1": {"printed": "5 km", "2021": "6 km"} if rng.random() < 0.2 else "5 km",
    }


def _long_form(rng: random.Random, printed: str) -> Tree:
    form: Block = {"printed": printed}
    for key in ("source", "url", "quote", "note"):
        if rng.random() < 0.3:
            form[key] = _text(rng)
    if rng.random() < 0.3:
        form["exact"] = rng.choice(_FLAGS)
    if rng.random() < 0.3:
        form["rounding"] = rng.choice(_ROUNDINGS)
    if rng.random() < 0.3:
        form["sign"] = rng.choice(_SIGNS)
    return _shuffled(rng, form)


def _claim(rng: random.Random, rule: str) -> Tree:
    claim = _parts(rng.choice(_CLAIMS[rule]))
    if rule != "formula" or rng.random() < 0.5:
        claim = {"rule": rng.choice((rule, f"'{rule}'")), **claim}
    return _shuffled(rng, claim | _common(rng))


def _parts(claim: str) -> Block:
    return {key: value for key, _, value in (part.partition(": ") for part in claim.split(" | "))}


def _unverifiable(rng: random.Random) -> Tree:
    claim: Block = {"unverifiable": _text(rng)}
    if rng.random() < 0.4:
        claim["stated"] = rng.choice(
            ("12 rounds", "[12 rounds, a dozen rounds]", "12", "staff.2021")
        )
    return _shuffled(rng, claim | _common(rng))


def _common(rng: random.Random) -> Block:
    common: Block = {
        k: _text(rng) for k in ("quote", "says", "accepted", "note") if rng.random() < 0.3
    }
    if rng.random() < 0.3:
        common["tags"] = rng.choice(_TAGS)
    if rng.random() < 0.2:
        common["rounding"] = rng.choice(_ROUNDINGS)
    return common


def _article(rng: random.Random) -> Tree:
    article: Block = {
        key: _text(rng) for key in ("title", "publisher", "published") if rng.random() < 0.6
    }
    if rng.random() < 0.4:
        article["text"] = rng.choice(("article.md", "texts/a.b/..c.md", "5", "a\\b.md", "'x ..y'"))
    if rng.random() < 0.4:
        article["rounding"] = "nearest"
    if rng.random() < 0.4:
        article["ignore"] = {"version 5.0": _text(rng), "N+1": _text(rng)}
    return article or "{}"


def _text(rng: random.Random) -> str:
    return rng.choice(_TEXTS)


def _shuffled(rng: random.Random, block: Block) -> Block:
    keys = list(block)
    rng.shuffle(keys)
    return {key: block[key] for key in keys}
