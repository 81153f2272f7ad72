"""Claims by the thousand, the same in every run: 90 % pass, 8 % are discrepancies, 2 % fail."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# How far a stated figure is moved, in units of its last digit. One unit is within what the inputs'
# rounding allows, a thousand are not.
MOVED: Final = {"pass": 0, "discrepancy": 1, "fail": 1000}


def outcome(number: int) -> str:
    """What becomes of the claim with this number."""
    place = number % 50
    return "fail" if place == 49 else "discrepancy" if place >= 45 else "pass"


def claims_file(count: int) -> str:
    """A claims file with `count` claims over figures of their own: growth, sums, shares."""
    draw = random.Random(count)
    figures, claims = ["figures:"], ["claims:"]
    for number in range(count):
        moved = MOVED[outcome(number)]
        make = (_growth, _sum, _growth, _share)[number % 4]
        printed, parameters, stated = make(draw, moved, f"f{number}")
        figures.append(f"  f{number}:")
        figures += [f"    {label}: {figure}" for label, figure in printed]
        claims.append(f"  c{number}:")
        claims += [f"    {key}: {value}" for key, value in parameters]
        claims.append(f"    stated: {stated}")
    return "\n".join([*figures, *claims, ""])


Made = tuple[list[tuple[str, str]], list[tuple[str, str]], str]
"""Figures with their labels, parameters, and what is stated."""


def _growth(draw: random.Random, moved: int, name: str) -> Made:
    old = draw.randint(2000, 5000)
    new = draw.randint(old, 2 * old)
    rate = _rounded(10000 * (new - old), old) + moved
    parameters = [("rule", "percent_increase"), ("from", f"{name}.2022"), ("to", f"{name}.2023")]
    return _money(("2022", old), ("2023", new)), parameters, f"{_decimal(rate, 2)}%"


def _sum(draw: random.Random, moved: int, name: str) -> Made:
    parts = [(label, draw.randint(1000, 9999)) for label in ("north", "south", "west")]
    total = sum(thousandths for _, thousandths in parts) + moved
    parameters = [("rule", "sum"), ("of", f"{name}.*")]
    return _money(*parts), parameters, f"RMB {_decimal(total, 3)} billion"


def _share(draw: random.Random, moved: int, name: str) -> Made:
    whole = draw.randint(1000, 3000)
    part = draw.randint(whole // 5, whole // 2)
    share = _rounded(10000 * part, whole) + moved
    parameters = [("rule", "share"), ("part", f"{name}.home"), ("whole", f"{name}.all")]
    return _money(("home", part), ("all", whole)), parameters, f"{_decimal(share, 2)}%"


def _money(*thousandths: tuple[str, int]) -> list[tuple[str, str]]:
    return [(label, f"RMB {_decimal(number, 3)} billion") for label, number in thousandths]


def _rounded(numerator: int, denominator: int) -> int:
    """The quotient to the nearest whole number, halves up: one more is then no rounding of it."""
    return (2 * numerator + denominator) // (2 * denominator)


def _decimal(number: int, decimals: int) -> str:
    """A whole number of units as a decimal: 1386 with 2 decimals is 13.86."""
    whole, rest = divmod(number, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}"


def write_manifest(folder: Path, count: int) -> None:
    """A manifest of claims-cli with as many claims: each a number against a results file.

    One in ten differs from the file.
    """
    draw = random.Random(count)
    results = {f"r{number}": draw.randint(1000, 9999) / 1000 for number in range(count)}
    data = json.dumps(results)
    (folder / "results.json").write_text(data, encoding="utf-8")
    digest = hashlib.sha256(data.encode()).hexdigest()
    lines = [
        "schema_version: repro/1",
        "project: benchmark",
        "artifacts:",
        "- id: results",
        "  path: results.json",
        "  media_type: application/json",
        "  digest:",
        "    algorithm: sha256",
        f"    value: {digest}",
        "claims:",
        *_evidence(results),
        "",
    ]
    (folder / "repro.yaml").write_text("\n".join(lines), encoding="utf-8")


def _evidence(results: dict[str, float]) -> Iterator[str]:
    for number, (name, value) in enumerate(results.items()):
        reported = value if outcome(number) == "pass" else value + 1
        yield f"- id: c{number}"
        yield f"  text: The result of {name}."
        yield "  evidence:"
        yield "  - kind: metric"
        yield "    artifact: results"
        yield f"    name: {name}"
        yield f"    reported: '{reported:.3f}'"
        yield f"    pointer: /{name}"
