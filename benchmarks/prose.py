"""Numbers found in prose, measured: article.md again and again, and beside quantulum3.

    python benchmarks/prose.py               both, some minutes
    python benchmarks/prose.py long          the article repeated to 0.5, 1, 2.5 and 5 MB
    python benchmarks/prose.py quantulum3    another finder of quantities beside this one

Every time is the processor time of reading alone, in a process of its own that has read a few
sentences before, so that tables are built and imports done. README.md says more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from run import PYTHON, ROOT, run, table

TURNS: Final = 3
ARTICLE: Final = ROOT / "article.md"

# Reads a file and finds its numbers; prints what that took.
OURS: Final = """\
import json, sys, time
import sensecheck
text = open(sys.argv[1], encoding="utf-8").read()
sensecheck.find_numbers("Revenue rose by 13.86% to RMB 3.446 billion in 2020.")
start = time.process_time()
found = sensecheck.find_numbers(text)
seconds = time.process_time() - start
quantities = sum(each.is_quantity for each in found)
print(json.dumps([len(found), quantities, seconds]))
"""
THEIRS: Final = """\
import json, sys, time, warnings
warnings.simplefilter("ignore")  # that its classifier is not installed
from quantulum3 import parser
text = open(sys.argv[1], encoding="utf-8").read()
parser.parse("Revenue rose by 13.86% to RMB 3.446 billion in 2020.")
start = time.process_time()
found = parser.parse(text)
print(json.dumps([len(found), len(found), time.process_time() - start]))
"""


def long() -> None:
    """The article repeated: the time for each megabyte shows whether reading is linear."""
    rows = []
    for megabytes in (0.5, 1, 2.5, 5):
        text = repeated(int(megabytes * 10**6))
        found, quantities, seconds, peak = measured((PYTHON, "-c", OURS), text, TURNS)
        size = len(text.encode()) / 10**6
        rows.append(
            (
                f"{size:.2f}",
                f"{found:,}",
                f"{quantities:,}",
                f"{seconds:.2f}",
                f"{size / seconds:.2f}",
                f"{found / seconds:,.0f}",
                f"{peak:.0f}",
            )
        )
    head = ("MB", "numbers", "quantities", "s", "MB/s", "numbers/s", "peak, MB")
    table("Numbers in prose (at least 0.5 MB/s)", head, rows)


def quantulum3() -> None:
    """quantulum3 finds quantities with units; it tells no year, label or idiom from a quantity.

    It is installed without its classifier, which needs scikit-learn and downloads. The text is
    short, because it is slow.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        installed = subprocess.run(
            (python, "-m", "pip", "install", "--quiet", "quantulum3"), check=False
        )
        if installed.returncode:
            raise SystemExit("quantulum3 cannot be installed here; nothing was measured")
        rows = []
        for copies in (1, 4):
            text = ARTICLE.read_text(encoding="utf-8") * copies
            both = {
                "quantulum3": measured((str(python), "-c", THEIRS), text, 1),
                "sensecheck": measured((PYTHON, "-c", OURS), text, TURNS),
            }
            ours = both["sensecheck"][2]
            for program, (found, quantities, seconds, _) in both.items():
                rows.append(
                    (
                        program,
                        f"{len(text.encode()) / 1000:.0f}",
                        f"{found:,}",
                        f"{quantities:,}",
                        f"{seconds:.2f}",
                        f"{found / seconds:,.0f}",
                        f"{seconds / ours:.0f}",
                    )
                )
    head = ("program", "kB", "numbers", "as quantities", "s", "numbers/s", "ratio")
    table("The article beside quantulum3", head, rows)


def repeated(size: int) -> str:
    """The article as often as it fits into so many bytes."""
    text = ARTICLE.read_text(encoding="utf-8") + "\n"
    return text * (size // len(text.encode()))


def measured(command: tuple[str, ...], text: str, turns: int) -> tuple[int, int, float, float]:
    """Numbers found, quantities among them, the least seconds of some turns, the peak in MB."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "text.md")
        path.write_text(text, encoding="utf-8")
        runs = [run((*command, str(path))) for _ in range(turns)]
    results: list[Any] = [json.loads(each.output) for each in runs]
    found, quantities, _ = results[0]
    peak = max(each.megabytes for each in runs)
    return found, quantities, min(seconds for _, _, seconds in results), peak


PARTS: Final[dict[str, Callable[[], None]]] = {"long": long, "quantulum3": quantulum3}


if __name__ == "__main__":
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        raise SystemExit(f"there is no {', '.join(sorted(unknown))}; there is {', '.join(PARTS)}")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    for part in wanted:
        PARTS[part]()
