"""True stories: true values, drawn and printed as articles print them, with a true statement.

The generator knows only what a true value is and how people round; it shares no code with the
program. Every claim that it writes is true, so that a fail is a false accusation.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

ROUNDINGS: Final = ("nearest", "digits", "truncate")

_SCALES: Final = ((1, ""), (10**3, " thousand"), (10**6, " million"), (10**9, " billion"))


@dataclass(frozen=True, slots=True)
class Story:
    """One true claim: its parameters as they stand in the claims file."""

    rule: str
    parameters: dict[str, object]


def claims_file(stories: list[Story], rounding: str) -> str:
    """A claims file with all the stories, in flow style: every text is quoted."""
    claims = {}
    for number, story in enumerate(stories):
        claims[f"s-{number}"] = {"rule": story.rule, "says": "a true story", **story.parameters}
    body = "".join(f"  {key}: {json.dumps(claim)}\n" for key, claim in claims.items())
    return f"article:\n  rounding: {rounding}\nclaims:\n{body}"


def stories(rule: str, rounding: str, count: int, seed: int) -> list[Story]:
    """So many true stories of one rule, the same for the same seed."""
    teller = Teller(random.Random(f"{rule} {rounding} {seed}"), rounding)
    tell = TELLERS[rule]
    return [Story(rule, tell(teller)) for _ in range(count)]


class Teller:
    """Draws true values and prints them."""

    def __init__(self, rng: random.Random, rounding: str) -> None:
        self.rng = rng
        self.rounding = rounding

    # ── true values ──────────────────────────────────────────────────────────────────────────

    def amount(self, *, signed: bool = True) -> Fraction:
        """A sum of money: any size, either sign, never zero."""
        size = Fraction(10) ** self.rng.randint(1, 11)
        value = Fraction(self.rng.randint(1_000, 9_999_999), 1_000_000) * size
        return -value if signed and self.rng.random() < 0.3 else value

    def near(self, value: Fraction) -> Fraction:
        """Another amount of the same order, of the same sign."""
        return value * Fraction(self.rng.randint(300, 3_000), 1_000)

    def rate(self) -> Fraction:
        """A change, as a fraction of 1: from −60 % to 200 %."""
        return Fraction(self.rng.randint(-600_000, 2_000_000), 1_000_000)

    # ── printing ─────────────────────────────────────────────────────────────────────────────

    def money(self, value: Fraction) -> str:
        """An amount in RMB, with a scale word that suits it."""
        fitting = [s for s in _SCALES if abs(value) >= s[0] / 10] or [_SCALES[0]]
        scale, word = fitting[-1] if self.rng.random() < 0.7 else self.rng.choice(fitting)
        return self.printed(value, Fraction(scale), "RMB ", word)

    def percent(self, value: Fraction) -> str:
        """A rate in percent."""
        unit = self.rng.choice(("%", "%", " percent", " per cent"))
        return self.printed(value, Fraction(1, 100), "", unit)

    def times(self, value: Fraction) -> str:
        """A multiple."""
        return self.printed(value, Fraction(1), "", " times")

    def plain(self, value: Fraction) -> str:
        """A bare number."""
        return self.printed(value, Fraction(1), "", "")

    def people(self, value: int) -> str:
        """An exact count, or one that is hedged."""
        if self.rng.random() < 0.2:
            return self.hedged(Fraction(value), Fraction(1), "", " employees")
        return f"{value:,} employees"

    def printed(self, value: Fraction, scale: Fraction, before: str, after: str) -> str:
        """A true value as an article prints it: rounded somehow, signed somehow, or hedged."""
        if self.rng.random() < 0.2:
            return self.hedged(value, scale, before, after)
        digits = self.rounded(abs(value) / scale, points=scale == Fraction(1, 100))
        return self.signed(value < 0, digits, before, after)

    def rounded(self, number: Fraction, *, points: bool) -> str:
        """The magnitude with some decimals, by one of the ways in which people round."""
        decimals = self.rng.choice((0, 0, 1, 1, 2, 2, 3))
        if self.rounding == "truncate":
            return _text(number, decimals, "down")
        if self.rounding == "nearest" and self.rng.random() < 0.3:
            # 45,000 for 44,812: only the loose reading admits it.
            zeros = self.rng.randint(1, 3)
            rounded = _rounded(number / 10**zeros, "even") * 10**zeros
            # Nobody prints 55 % as 100 %: up to 100 % zeros hide at most five points.
            if rounded and (not points or rounded > 100 or abs(rounded - number) <= 5):
                return f"{rounded:,}"
        return _text(number, decimals, self.rng.choice(("up", "even", "half_down")))

    def signed(self, negative: bool, digits: str, before: str, after: str) -> str:
        """With the minus, the brackets or the dash of the house."""
        if not negative or not any(c in "123456789" for c in digits):
            return f"{before}{digits}{after}"
        style = self.rng.choice(("{b}-{d}{a}", "{b}−{d}{a}", "{b}({d}){a}", "-{b}{d}{a}"))
        return style.format(b=before, d=digits, a=after)

    def hedged(self, value: Fraction, scale: Fraction, before: str, after: str) -> str:
        """A hedge that is true of the magnitude; the sign applies to what is hedged."""
        number = abs(value) / scale
        decimals = self.rng.choice((0, 1, 2))
        kind = self.rng.choice(("above", "from", "below", "to", "nearly", "about", "range"))
        step = Fraction(1, 10**decimals)
        low = (number / step).__floor__() * step
        high = (number / step).__ceil__() * step
        if kind == "range" and value > 0:
            reach = self.rng.randint(0, 5) * step
            ends = (_text(end, decimals, "even") for end in (low, high + reach))
            return f"{before}{'–'.join(ends)}{after}"
        if kind == "above" and 0 < low < number:
            word = self.rng.choice(("over", "more than", "exceeding"))
            return self.signed_hedge(word, value, low, decimals, before, after)
        if kind == "from" and low > 0:
            return self.signed_hedge("at least", value, low, decimals, before, after)
        if kind == "below" and high > number:
            word = self.rng.choice(("under", "less than", "below"))
            return self.signed_hedge(word, value, high, decimals, before, after)
        if kind == "to" and high > 0:
            word = self.rng.choice(("at most", "up to", "no more than"))
            return self.signed_hedge(word, value, high, decimals, before, after)
        if kind == "nearly" and high > 0 and number >= high * Fraction(9, 10):
            word = self.rng.choice(("nearly", "almost", "just under"))
            return self.signed_hedge(word, value, high, decimals, before, after)
        about = _rounded(number / step, "even") * step
        # About: at least 5 % to either side, whatever the digits.
        if about and abs(number - about) <= about / 20:
            word = self.rng.choice(("about", "around", "roughly", "approximately", "some"))
            return self.signed_hedge(word, value, about, decimals, before, after)
        return self.signed(value < 0, _text(number, 3, self._way()), before, after)

    def signed_hedge(
        self, word: str, value: Fraction, number: Fraction, decimals: int, before: str, after: str
    ) -> str:
        """'over RMB -4.9 billion': more than 4.9 billion in magnitude."""
        return f"{word} {self.signed(value < 0, _text(number, decimals, 'even'), before, after)}"

    def _way(self) -> str:
        return "down" if self.rounding == "truncate" else "even"


# ── one true statement a rule ────────────────────────────────────────────────────────────────


def _sum(t: Teller) -> dict[str, object]:
    parts = [t.amount() for _ in range(t.rng.randint(2, 7))]
    return {"of": [t.money(part) for part in parts], "stated": t.money(sum(parts, Fraction(0)))}


def _increase(t: Teller) -> dict[str, object]:
    start = t.amount()
    end = t.near(start)
    return {"from": t.money(start), "to": t.money(end), "stated": t.money(end - start)}


def _decrease(t: Teller) -> dict[str, object]:
    if t.rng.random() < 0.3:  # people, counted
        after, before = sorted(t.rng.randint(1, 9_999) for _ in range(2))
        left = t.people(before - after)
        return {"from": t.people(before), "to": t.people(after), "stated": left}
    start = t.amount()
    end = t.near(start)
    return {"from": t.money(start), "to": t.money(end), "stated": t.money(start - end)}


def _percent_increase(t: Teller) -> dict[str, object]:
    start = t.amount()
    end = t.near(start) if t.rng.random() < 0.8 else t.amount()
    return {
        "from": t.money(start),
        "to": t.money(end),
        "stated": t.percent((end - start) / abs(start)),
    }


def _percent_decrease(t: Teller) -> dict[str, object]:
    start = t.amount()
    end = t.near(start)
    return {
        "from": t.money(start),
        "to": t.money(end),
        "stated": t.percent((start - end) / abs(start)),
    }


def _before_change(t: Teller) -> dict[str, object]:
    start, change = t.amount(), t.rate()
    end = start + abs(start) * change
    return {"to": t.money(end), "change": t.percent(change), "stated": t.money(start)}


def _after_change(t: Teller) -> dict[str, object]:
    start, change = t.amount(), t.rate()
    end = start + abs(start) * change
    return {"from": t.money(start), "change": t.percent(change), "stated": t.money(end)}


def _cagr(t: Teller) -> dict[str, object]:
    years = t.rng.randint(1, 10)
    yearly = 1 + Fraction(t.rng.randint(-300, 600), 1_000)
    start = t.amount(signed=False)
    end = start * yearly**years
    return {
        "from": t.money(start),
        "to": t.money(end),
        "years": str(years),
        "stated": t.percent(yearly - 1),
    }


def _compound(t: Teller) -> dict[str, object]:
    changes = [t.rate() for _ in range(t.rng.randint(2, 4))]
    product = Fraction(1)
    for change in changes:
        product *= 1 + change
    return {"of": [t.percent(change) for change in changes], "stated": t.percent(product - 1)}


def _share(t: Teller) -> dict[str, object]:
    whole = t.amount(signed=False)
    parts = [whole * Fraction(t.rng.randint(1, 400), 1_000) for _ in range(t.rng.choice((1, 1, 2)))]
    part = [t.money(p) for p in parts]
    return {
        "part": part[0] if len(part) == 1 else part,
        "whole": t.money(whole),
        "stated": t.percent(sum(parts, Fraction(0)) / whole),
    }


def _ratio(t: Teller) -> dict[str, object]:
    whole = t.amount()
    part = t.near(whole)
    return {"of": t.money(part), "to": t.money(whole), "stated": t.times(part / whole)}


def _product(t: Teller) -> dict[str, object]:
    price, number = t.amount(signed=False), Fraction(t.rng.randint(2, 500), t.rng.randint(1, 9))
    return {"of": [t.money(price), t.times(number)], "stated": t.money(price * number)}


def _average(t: Teller) -> dict[str, object]:
    values = [t.amount() for _ in range(t.rng.randint(2, 6))]
    if t.rng.random() < 0.3:
        weights = [t.rng.randint(1, 9) for _ in values]
        mean = sum((v * w for v, w in zip(values, weights, strict=True)), Fraction(0))
        return {
            "of": [t.money(v) for v in values],
            "weights": [str(w) for w in weights],
            "stated": t.money(mean / sum(weights)),
        }
    if t.rng.random() < 0.3:  # 5,605.5 employees on average may be printed 5,606
        people = [t.rng.randint(1, 9_999) for _ in values]
        mean = Fraction(sum(people), len(people))
        digits = _text(mean, 0, "down" if t.rounding == "truncate" else "up")
        return {"of": [t.people(n) for n in people], "stated": f"{digits} employees"}
    return {
        "of": [t.money(v) for v in values],
        "stated": t.money(sum(values, Fraction(0)) / len(values)),
    }


_FORMULAS: Final[tuple[tuple[str, Callable[[Fraction, Fraction, Fraction], Fraction]], ...]] = (
    ("a.x + a.y - a.z", lambda x, y, z: x + y - z),
    ("(a.x + a.y + a.z) / 3", lambda x, y, z: (x + y + z) / 3),
    ("(a.x - a.y) / 2 + a.x", lambda x, y, z: (x - y) / 2 + x),
    ("max(a.x, a.y) - min(a.y, a.z)", lambda x, y, z: max(x, y) - min(y, z)),
    ("abs(a.x - a.y) + a.z", lambda x, y, z: abs(x - y) + z),
    ("a.x * a.y / (a.y + a.z)", lambda x, y, z: x * y / (y + z)),
    ("sqrt(a.x * a.x) + a.y", lambda x, y, z: x + y),
    ("a.x ^ 2 / a.y", lambda x, y, z: x**2 / y),
)


def formula_file(count: int, rounding: str, seed: int) -> str:
    """A claims file of true formulas: these need figures with names."""
    teller = Teller(random.Random(f"formula {rounding} {seed}"), rounding)
    figures, claims = [], []
    for number in range(count):
        text, compute = teller.rng.choice(_FORMULAS)
        x = teller.amount(signed=False)
        y, z = teller.near(x), teller.near(x)
        name = f"f{number}"
        printed = {
            label: teller.money(value)
            for label, value in zip("xyz", (x, y, z), strict=True)
            if f"a.{label}" in text
        }
        figures.append(f"  {name}: {json.dumps(printed)}\n")
        claim = {"formula": text.replace("a.", f"{name}."), "says": "a true story"}
        claim["stated"] = teller.money(compute(x, y, z))
        claims.append(f"  s-{number}: {json.dumps(claim)}\n")
    head = f"article:\n  rounding: {rounding}\n"
    return f"{head}figures:\n{''.join(figures)}claims:\n{''.join(claims)}"


def _compare(t: Teller) -> dict[str, object]:
    one = t.amount()
    others = [t.near(one) for _ in range(t.rng.choice((1, 1, 2)))]
    if t.rng.random() < 0.15:
        others = [one]
    if all(one > other for other in others):
        word = t.rng.choice(("higher", "at least"))
    elif all(one < other for other in others):
        word = t.rng.choice(("lower", "at most"))
    elif all(one == other for other in others):
        word = t.rng.choice(("equal", "at least", "at most"))
    else:
        others = others[:1]
        word = "higher" if one > others[0] else "lower"
    return {
        "figure": t.money(one),
        "than": [t.money(other) for other in others] if len(others) > 1 else t.money(others[0]),
        "stated": word,
    }


def _rank(t: Teller) -> dict[str, object]:
    first = t.amount()
    values = [first, *(t.near(first) for _ in range(t.rng.randint(1, 5)))]
    place = sum(other > first for other in values)
    from_below = sum(other < first for other in values)
    ordinals = ("", "second ", "third ", "fourth ", "fifth ", "sixth ")
    words = [f"{ordinals[place]}highest", f"{ordinals[from_below]}lowest"]
    printed = [t.money(value) for value in values]
    return {"figure": printed[0], "among": printed, "stated": t.rng.choice(words)}


def _trend(t: Teller) -> dict[str, object]:
    first = t.amount()
    values = [first, *(t.near(first) for _ in range(t.rng.randint(1, 5)))]
    kind = t.rng.choice(("rising", "falling", "overall", "unchanged"))
    if kind == "unchanged":
        values = [first] * len(values)
    elif kind != "overall":
        values = sorted(set(values), reverse=kind == "falling")
        if len(values) < 2:
            values = [first, first + 1] if kind == "rising" else [first, first - 1]
    elif values[0] != values[-1]:
        kind = "rising overall" if values[-1] > values[0] else "falling overall"
    else:
        kind = "unchanged overall"
    return {"of": [t.money(value) for value in values], "stated": kind}


def _duration(t: Teller) -> dict[str, object]:
    start = date(1950, 1, 1) + timedelta(days=t.rng.randint(0, 20_000))
    end = start + timedelta(days=t.rng.randint(400, 8_000))
    years = _position(end) - _position(start)
    digits = _text(years, t.rng.choice((0, 1, 1, 2)), "down" if t.rounding == "truncate" else "up")
    return {"from": t_date(t, start), "to": t_date(t, end), "stated": f"{digits} years"}


def t_date(t: Teller, day: date) -> str:
    """A day, or the month or year that it lies in."""
    styles = (f"{day:%B} {day.day}, {day.year}", f"{day:%B} {day.year}", f"{day.year}")
    return t.rng.choice(styles)


def _position(day: date) -> Fraction:
    length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    return day.year + Fraction((day - date(day.year, 1, 1)).days, length)


def _count(t: Teller) -> dict[str, object]:
    names = [f"investor {chr(ord('A') + i)}" for i in range(t.rng.randint(1, 12))]
    return {"of": names, "stated": f"{len(names)} investors"}


TELLERS: Final[dict[str, Callable[[Teller], dict[str, object]]]] = {
    "sum": _sum,
    "increase": _increase,
    "decrease": _decrease,
    "percent_increase": _percent_increase,
    "percent_decrease": _percent_decrease,
    "before_change": _before_change,
    "after_change": _after_change,
    "cagr": _cagr,
    "compound": _compound,
    "share": _share,
    "ratio": _ratio,
    "product": _product,
    "average": _average,
    "compare": _compare,
    "rank": _rank,
    "trend": _trend,
    "duration": _duration,
    "count": _count,
}


# ── rounding, said again here so that the program's own is not trusted ───────────────────────


def _rounded(number: Fraction, way: str) -> int:
    floor = number.__floor__()
    rest = number - floor
    if way == "down" or rest < Fraction(1, 2):
        return floor
    if rest > Fraction(1, 2) or way == "up":
        return floor + 1
    return floor if way == "half_down" or floor % 2 == 0 else floor + 1


def _text(number: Fraction, decimals: int, way: str) -> str:
    units = _rounded(number * 10**decimals, way)
    whole, part = divmod(units, 10**decimals)
    return f"{whole:,}.{part:0{decimals}}" if decimals else f"{whole:,}"


def batches(items: list[Story], size: int) -> Iterator[list[Story]]:
    """The stories in files of a size that loads quickly."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
