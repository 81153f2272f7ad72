"""How long reconciling takes: what holds claims against each other, and nothing else.

    python benchmarks/reconcile.py

Files are read and judged first; the time is the processor time of the reconciliation alone, the
median of some runs in one process. README.md says more.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sensecheck.checking import check_text  # noqa: E402
from sensecheck.model import Results  # noqa: E402
from sensecheck.reconcile.groups import in_question  # noqa: E402
from sensecheck.reconcile.reconciling import reconcile  # noqa: E402

PARTS: Final = ("goods", "services", "licences")
LABELS: Final = (*PARTS, "total")


@dataclass(frozen=True)
class Case:
    """A claims file, how often it is timed, and how many seconds it may take."""

    name: str
    text: str
    turns: int
    at_most: float


def linked(figures: int) -> str:
    """Figures that all hang together: three parts and their total, year after year."""
    return _file(list(_story("x", random.Random(figures), figures // len(LABELS))))


def small(figures: int) -> str:
    """As many figures in groups of twelve that share none: three parts and their total each."""
    draw = random.Random(figures)
    size = 3 * len(LABELS)
    stories = (_story(f"x{number}", draw, 3) for number in range(figures // size))
    return _file([lines for story in stories for lines in story])


Lines = tuple[list[str], list[str]]
"""Those of some figures, and those of some claims."""


def _story(name: str, draw: random.Random, years: int) -> Iterator[Lines]:
    """The years of a company, in thousands of a billion: one part in three is not printed."""
    before: dict[str, int] = {}
    for year in range(years):
        values = {part: draw.randint(1_000, 9_999) for part in PARTS}
        hidden = PARTS[year % len(PARTS)]
        figures = [f"  {name}_{year}:", "    unit: RMB billion", "    sign: positive"]
        figures += [
            f"    {part}: {'not printed' if part == hidden else _decimal(value, 3)}"
            for part, value in values.items()
        ]
        total = sum(values.values())
        figures.append(f"    total: {_decimal(total, 3)}")
        parts = ", ".join(f"{name}_{year}.{part}" for part in PARTS)
        claims = _claim(f"{name}-sum-{year}", "sum", f"of: [{parts}]", f"{name}_{year}.total")
        share = _decimal((10_000 * values[hidden] + total // 2) // total, 2)
        of = f"part: {name}_{year}.{hidden}", f"whole: {name}_{year}.total"
        claims += _claim(f"{name}-share-{year}", "share", *of, f"{share}%")
        values["total"] = total
        for part in (hidden, "total") if before else ():
            old, new = before[part], values[part]
            growth = (10_000 * (new - old) + old // 2) // old
            printed = f"{'-' if growth < 0 else ''}{_decimal(abs(growth), 2)}%"
            ends = f"from: {name}_{year - 1}.{part}", f"to: {name}_{year}.{part}"
            claims += _claim(f"{name}-{part}-{year}", "percent_increase", *ends, printed)
        yield figures, claims
        before = values


def _claim(name: str, rule: str, *parameters: str) -> list[str]:
    *given, stated = parameters
    lines = [f"  {name}:", f"    rule: {rule}", *(f"    {each}" for each in given)]
    return [*lines, f"    stated: {stated}"]


def _file(stories: list[Lines]) -> str:
    figures = [line for lines, _ in stories for line in lines]
    claims = [line for _, lines in stories for line in lines]
    return "\n".join(["figures:", *figures, "claims:", *claims, ""])


def _decimal(number: int, decimals: int) -> str:
    whole, rest = divmod(number, 10**decimals)
    return f"{whole}.{rest:0{decimals}}"


def measured(case: Case) -> tuple[Results, float]:
    """The results of a file, and the seconds that reconciling takes."""
    judged = check_text(case.text)
    assert judged.findings == (), judged.findings[0]
    doubtful = in_question((*judged.verdicts, *judged.assumptions))
    taken = []
    for _ in range(case.turns):
        gc.disable()  # as the program does
        start = time.process_time()
        results = reconcile(judged, doubtful)
        taken.append(time.process_time() - start)
        gc.enable()
    return results, statistics.median(taken)


def main() -> None:
    """Time every case and print a Markdown table."""
    cases = (
        Case("the article", (ROOT / "claims.yaml").read_text(encoding="utf-8"), 21, 0.05),
        Case("1,000 linked figures", linked(1_000), 3, 5),
        Case("10,000 figures in small components", small(10_000), 3, 10),
    )
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors\n")
    head = ("case", "figures", "claims", "conflicts", "implied", "s", "at most, s")
    rows: list[tuple[str, ...]] = [head]
    for case in cases:
        results, seconds = measured(case)
        counts = (
            len(results.document.figures),
            len(results.verdicts) + len(results.assumptions),
            len(results.conflicts),
            len(results.implied),
        )
        shown = (
            case.name,
            *(f"{count:,}" for count in counts),
            f"{seconds:.3f}",
            f"{case.at_most}",
        )
        rows.append(shown)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("-" * width for width in widths))
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
