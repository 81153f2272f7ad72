"""Random articles that are true, and the same with one digit changed.

True values are drawn first; figures print them, or leave them out, and every claim and assumption
is true of them. An article can therefore be true, whatever it prints.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.stories import Teller

Entry = dict[str, object]

YEARS = tuple(str(year) for year in range(2015, 2025))
GROUPS = ("goods", "services", "licences", "rents", "grants", "fees")
NOT_PRINTED = "not printed"
MOST_FIGURES = 60


@dataclass(frozen=True)
class Quantity:
    """A figure of the article, by name, with its true value."""

    name: str
    value: Fraction
    kind: str

    @property
    def series(self) -> str:
        return self.name.partition(".")[0]


def article(seed: int) -> str:
    """A claims file with 5 to 60 figures that can all be true together with all its claims."""
    return _Author(seed).text()


def perturbed(text: str, seed: int) -> str:
    """The claims file with one digit of one printed or stated figure changed."""
    rng = random.Random(f"perturbed {seed}")
    places = list(_digits(text))
    place = rng.choice(places)
    others = [digit for digit in "123456789" if digit != text[place]]
    return text[:place] + rng.choice(others) + text[place + 1 :]


def _digits(text: str) -> Iterator[int]:
    """Where the digits of printed and stated figures stand: after a colon, in quotes."""
    for line in re.finditer(r"^ +(?!years|says|note)[a-z0-9_]+: (.*[0-9].*)$", text, re.MULTILINE):
        for quoted in re.finditer(r'"([^"]*)"', line[1]):
            if re.fullmatch(r"-?[a-z]+\.[0-9]+", quoted[1]):
                continue  # the name of a figure
            start = line.start(1) + quoted.start(1)
            yield from (start + m.start() for m in re.finditer(r"[0-9]", quoted[1]))


class _Author:
    def __init__(self, seed: int) -> None:
        self.rng = random.Random(f"article {seed}")
        self.teller = Teller(self.rng, "nearest")
        self.figures: dict[str, Quantity] = {}
        self.claims: list[Entry] = []
        self.assumptions: list[Entry] = []

    def text(self) -> str:
        years = YEARS[-self.rng.randint(2, len(YEARS)) :]
        for group in self.rng.sample(GROUPS, self.rng.randint(1, 4)):
            self._draw(group, years, "money")
        if self.rng.random() < 0.5:
            self._draw("profit", years, "loss")
        if self.rng.random() < 0.5:
            self._draw("staff", years, "people")
        if self.rng.random() < 0.6:
            self._total(years)
        while len(self.figures) < 5:
            self._draw("more", YEARS[-5:], "money")
        shown = self._printed()
        for _ in range(self.rng.randint(3, 5 + len(self.figures) // 2)):
            claim = self._claim()
            (self.assumptions if self.rng.random() < 0.15 else self.claims).append(claim)
        return "\n".join(
            [
                "figures:",
                *shown,
                *_block("claims", "c", self.claims),
                *_block("assumptions", "a", self.assumptions),
                "",
            ]
        )

    # ── figures ──────────────────────────────────────────────────────────────────────────────

    def _draw(self, series: str, years: tuple[str, ...], kind: str) -> None:
        size = Fraction(self.rng.randint(1_000, 9_999) * 10 ** self.rng.randint(3, 7))
        for year in years:
            value = size * Fraction(self.rng.randint(700, 1_400), 1_000)
            size = value
            if kind == "people":
                value = Fraction(self.rng.randint(100, 9_999))
            if kind == "loss":
                value = -value
            self._add(Quantity(f"{series}.{year}", value, kind))

    def _total(self, years: tuple[str, ...]) -> None:
        """A total of some series, which may be stated as a claim or taken for granted."""
        names = sorted({q.series for q in self.figures.values() if q.kind == "money"})
        for year in years[: MOST_FIGURES - len(self.figures)]:
            parts = [self.figures[f"{name}.{year}"] for name in names]
            value = sum((part.value for part in parts), Fraction(0))
            self._add(Quantity(f"total.{year}", value, "money"))
            entry: Entry = {"rule": "sum", "of": [p.name for p in parts], "stated": f"total.{year}"}
            if self.rng.random() < 0.7:
                (self.assumptions if self.rng.random() < 0.5 else self.claims).append(entry)

    def _add(self, quantity: Quantity) -> None:
        if len(self.figures) < MOST_FIGURES:
            self.figures[quantity.name] = quantity

    def _printed(self) -> Iterator[str]:
        """The figures' block; each series prints one figure plainly, which tells its sign."""
        series: dict[str, list[Quantity]] = {}
        for quantity in self.figures.values():
            series.setdefault(quantity.series, []).append(quantity)
        for name, quantities in series.items():
            yield f"  {name}:"
            plain = self.rng.choice(quantities)
            for quantity in quantities:
                label = quantity.name.partition(".")[2]
                printings = [self.print(quantity)]
                if quantity is plain:
                    printings = [_plainly(quantity)]
                elif self.rng.random() < 0.35:
                    printings = [NOT_PRINTED]
                elif self.rng.random() < 0.2:
                    printings.append(self.print(quantity))
                shown = json.dumps(printings if len(printings) > 1 else printings[0])
                yield f"    {label}: {shown}"

    def print(self, quantity: Quantity) -> str:
        if quantity.kind == "people":
            return self.teller.people(int(quantity.value))
        return self.money(quantity.value)

    def money(self, value: Fraction) -> str:
        """An amount with at least one digit that is not 0."""
        while True:
            text = self.teller.money(value)
            if re.search("[1-9]", text):
                return text

    # ── claims ───────────────────────────────────────────────────────────────────────────────

    def _claim(self) -> Entry:
        while True:
            made = self.rng.choice(_CLAIMS)(self)
            if made is not None:
                return made

    def pick(self, kinds: tuple[str, ...] = ("money", "loss")) -> Quantity | None:
        fitting = [q for q in self.figures.values() if q.kind in kinds]
        return self.rng.choice(fitting) if fitting else None

    def pair(self) -> tuple[Quantity, Quantity] | None:
        """Two figures of one series."""
        one = self.pick(("money", "loss", "people"))
        if one is None:
            return None
        others = [q for q in self.figures.values() if q.series == one.series and q is not one]
        return (one, self.rng.choice(others)) if others else None

    def several(self, least: int = 2) -> list[Quantity]:
        """Figures that can be added: amounts of money, or people."""
        kinds = ("people",) if self.rng.random() < 0.2 else ("money", "loss")
        fitting = [q for q in self.figures.values() if q.kind in kinds]
        count = min(len(fitting), self.rng.randint(least, 5))
        return self.rng.sample(fitting, count) if count >= least else []

    def amount(self, value: Fraction, kind: str) -> str:
        """A stated amount; an exact number of people is one of them."""
        if kind == "people":
            return f"{int(value)} employees"
        return self.money(value)

    def operand(self, quantity: Quantity) -> str:
        """The figure's name, or now and then the figure printed in place."""
        if self.rng.random() < 0.15 and quantity.value > 0:
            return self.print(quantity)
        return quantity.name


def _plainly(quantity: Quantity) -> str:
    """Without a hedge, to the last digit that is not 0 in millions."""
    if quantity.kind == "people":
        return f"{quantity.value} employees"
    millions = round(quantity.value / 10**4)
    sign, digits = ("-" if millions < 0 else ""), abs(millions)
    return f"RMB {sign}{digits // 100}.{digits % 100:02} million"


def _sum(a: _Author) -> Entry | None:
    parts = a.several()
    if not parts:
        return None
    value = sum((part.value for part in parts), Fraction(0))
    if not value:
        return None
    of = [a.operand(part) for part in parts]
    return {"rule": "sum", "of": of, "stated": a.amount(value, parts[0].kind)}


def _balance(a: _Author) -> Entry | None:
    parts = a.several()
    if len(parts) != 2 or parts[0].value == parts[1].value:
        return None
    plus, minus = parts
    value = plus.value - minus.value
    of = [plus.name, f"-{minus.name}"]
    return {"rule": "sum", "of": of, "stated": a.amount(value, plus.kind)}


def _difference(a: _Author) -> Entry | None:
    pair = a.pair()
    if pair is None or pair[0].value == pair[1].value:
        return None
    one, two = pair
    rule = a.rng.choice(("increase", "decrease"))
    value = two.value - one.value if rule == "increase" else one.value - two.value
    stated = a.amount(value, one.kind)
    return {"rule": rule, "from": one.name, "to": two.name, "stated": stated}


def _growth(a: _Author) -> Entry | None:
    pair = a.pair()
    if pair is None:
        return None
    one, two = pair
    rule = a.rng.choice(("percent_increase", "percent_decrease"))
    rate = (two.value - one.value) / abs(one.value)
    if rule == "percent_decrease":
        rate = -rate
    return {"rule": rule, "from": one.name, "to": two.name, "stated": a.teller.percent(rate)}


def _changed(a: _Author) -> Entry | None:
    pair = a.pair()
    if pair is None or pair[0].kind == "people":
        return None
    before, after = pair
    change = a.teller.percent((after.value - before.value) / abs(before.value))
    if a.rng.random() < 0.5:
        stated = before.name if a.rng.random() < 0.5 else a.print(before)
        return {"rule": "before_change", "to": after.name, "change": change, "stated": stated}
    stated = after.name if a.rng.random() < 0.5 else a.print(after)
    return {"rule": "after_change", "from": before.name, "change": change, "stated": stated}


def _share(a: _Author) -> Entry | None:
    part, whole = a.pick(("money",)), a.pick(("money",))
    if part is None or whole is None or part is whole:
        return None
    stated = a.teller.percent(part.value / whole.value)
    return {"rule": "share", "part": part.name, "whole": whole.name, "stated": stated}


def _ratio(a: _Author) -> Entry | None:
    pair = a.pair()
    if pair is None:
        return None
    of, to = pair
    stated = a.teller.times(of.value / to.value)
    return {"rule": "ratio", "of": of.name, "to": to.name, "stated": stated}


def _average(a: _Author) -> Entry | None:
    parts = a.several()
    if not parts or parts[0].kind == "people":
        return None
    of = [a.operand(part) for part in parts]
    if a.rng.random() < 0.3:
        weights = [a.rng.randint(1, 9) for _ in parts]
        total = sum((p.value * w for p, w in zip(parts, weights, strict=True)), Fraction(0))
        made: Entry = {"weights": [str(weight) for weight in weights]}
        mean = total / sum(weights)
    else:
        made, mean = {}, sum((part.value for part in parts), Fraction(0)) / len(parts)
    return {"rule": "average", "of": of, **made, "stated": a.money(mean)} if mean else None


def _cagr(a: _Author) -> Entry | None:
    pair = a.pair()
    if pair is None:
        return None
    start, end = sorted(pair, key=lambda quantity: quantity.name)
    years = int(end.name[-4:]) - int(start.name[-4:])
    rate = _root(end.value / start.value, years) - 1
    stated = a.teller.percent(rate)
    return {"rule": "cagr", "from": start.name, "to": end.name, "stated": stated}


def _root(value: Fraction, degree: int) -> Fraction:
    """The root, with thirty decimals: no printing tells it from the true one."""
    if degree == 1:
        return value
    low, high = Fraction(0), max(value, Fraction(1))
    while high - low > Fraction(1, 10**30):
        middle = Fraction(round((low + high) / 2 * 10**32), 10**32)
        low, high = (middle, high) if middle**degree <= value else (low, middle)
    return low


def _compare(a: _Author) -> Entry | None:
    others = a.several()
    if not others:
        return None
    one, *others = others
    if all(one.value > other.value for other in others):
        word = a.rng.choice(("higher", "at least"))
    elif all(one.value < other.value for other in others):
        word = a.rng.choice(("lower", "at most"))
    else:
        others = others[:1]
        word = "at least" if one.value >= others[0].value else "at most"
    than = [other.name for other in others]
    return {"rule": "compare", "figure": one.name, "than": than, "stated": word}


def _rank(a: _Author) -> Entry | None:
    quantities = a.several(least=3)
    if not quantities:
        return None
    word = a.rng.choice(("highest", "lowest"))
    choose = max if word == "highest" else min
    best = choose(quantities, key=lambda quantity: quantity.value)
    among = [quantity.name for quantity in quantities]
    return {"rule": "rank", "figure": best.name, "among": among, "stated": word}


def _trend(a: _Author) -> Entry | None:
    quantities = sorted(a.several(least=2), key=lambda quantity: quantity.value)
    if len({quantity.value for quantity in quantities}) < len(quantities) or not quantities:
        return None
    if a.rng.random() < 0.5:
        quantities.reverse()
    rising = quantities[0].value < quantities[-1].value
    of = [quantity.name for quantity in quantities]
    return {"rule": "trend", "of": of, "stated": "rising" if rising else "falling"}


_CLAIMS: tuple[Callable[[_Author], Entry | None], ...] = (
    _sum,
    _sum,
    _balance,
    _difference,
    _growth,
    _growth,
    _changed,
    _share,
    _share,
    _ratio,
    _average,
    _cagr,
    _compare,
    _rank,
    _trend,
)


def _block(name: str, letter: str, entries: list[Entry]) -> Iterator[str]:
    if entries:
        yield f"{name}:"
    for number, entry in enumerate(entries, start=1):
        yield f"  {letter}{number}:"
        yield "    says: a true statement"
        for key, value in entry.items():
            yield f"    {key}: {json.dumps(value, ensure_ascii=False)}"
