"""The budgets of this project, measured: ratios of times taken in one run on one machine.

    python benchmarks/run.py               all, some minutes
    python benchmarks/run.py start         start-up
    python benchmarks/run.py many          20,000 claims and 200,000
    python benchmarks/run.py claims-cli    another checker beside this one

Every time is the processor time of a process of its own, which a busy machine disturbs least; the
processes that are compared take turns, and the median counts. README.md says more.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import workload

ROOT: Final = Path(__file__).resolve().parents[1]
PYTHON: Final = sys.executable
SENSECHECK: Final = (
    PYTHON,
    "-c",
    "import sys; from sensecheck.__main__ import main; sys.exit(main())",
)
ONE_CLAIM: Final = """\
claims:
  layoffs:
    rule: decrease
    from: 6,113 employees
    to: 4,531 employees
    stated: 1,582 employees
"""
COMPOSE: Final = """\
import gc, sys, time, yaml
text = open(sys.argv[1], encoding="utf-8").read()
gc.disable()
start = time.process_time()
yaml.compose(text, Loader=yaml.CLoader)
print(time.process_time() - start)
"""


@dataclass(frozen=True)
class Run:
    """What one process took and said."""

    seconds: float
    megabytes: float
    output: str


def run(command: Sequence[str], expected: Sequence[int] = (0,), folder: Path = ROOT) -> Run:
    """Run a command to its end: its user and system time, its largest resident set, its output."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        output.seek(0)
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return Run(seconds, usage.ru_maxrss / unit, output.read().decode())


@cache
def _environment() -> dict[str, str]:
    """Every program may keep its byte code, as installed ones do, but in a folder of this run."""
    folder = tempfile.mkdtemp(prefix="sensecheck-benchmark-")
    atexit.register(shutil.rmtree, folder)
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": folder, "NO_COLOR": "1"}


def start() -> None:
    """A small file, and the project's own, beside the imports that no run can do without."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder, "claims.yaml")
        one.write_text(ONE_CLAIM, encoding="utf-8")
        commands: dict[str, tuple[Sequence[str], str]] = {
            "import typer, rich.table, yaml": (
                (PYTHON, "-c", "import typer, rich.table, yaml"),
                "",
            ),
            "verify, one claim": ((*SENSECHECK, "verify", str(one)), "1.5"),
            "verify, claims.yaml": ((*SENSECHECK, "verify", "claims.yaml"), "2.5"),
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(22):
            for name, (command, _) in commands.items():
                seconds = run(command, expected=(0, 1)).seconds
                if turn >= 2:  # the first two fill caches
                    taken[name].append(seconds)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    unit = next(iter(medians.values()))
    rows = [
        (name, f"{1000 * median:.0f}", f"{median / unit:.2f}", commands[name][1])
        for name, median in medians.items()
    ]
    table("Start-up", ("command", "ms", "ratio", "at most"), rows)


def many() -> None:
    """Claims to JSON, beside what PyYAML's C parser takes to compose the same file."""
    rows = []
    for count in (20_000, 200_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "claims.yaml")
            path.write_text(workload.claims_file(count), encoding="utf-8")
            composed, verified = [], []
            for _ in range(3 if count <= 20_000 else 1):
                composed.append(float(run((PYTHON, "-c", COMPOSE, str(path))).output))
                command = (*SENSECHECK, "verify", "--output-format", "json", str(path))
                verified.append(run(command, expected=(1,)))
            _check(verified[0].output, count)
            seconds = statistics.median(each.seconds for each in verified)
            compose = statistics.median(composed)
            rows.append(
                (
                    f"{count:,}",
                    f"{path.stat().st_size / 2**20:.1f}",
                    f"{compose:.2f}",
                    f"{seconds:.2f}",
                    f"{seconds / compose:.1f}",
                    f"{1e6 * seconds / count:.0f}",
                    f"{max(each.megabytes for each in verified):.0f}",
                )
            )
    head = ("claims", "file, MB", "compose, s", "verify, s", "ratio", "µs a claim", "peak, MB")
    table("Many claims, to JSON (at most 10 times composing, 400 MB for 20,000)", head, rows)


def _check(output: str, count: int) -> None:
    """The workload holds what it says, so that the times are those of the work meant."""
    (checked,) = json.loads(output)["files"]
    found = [claim["verdict"] for claim in checked["claims"]]
    assert found == [workload.outcome(number) for number in range(count)]


def claims_cli() -> None:
    """claims-cli compares numbers with the files that they come from, and derives nothing.

    Both check 20,000 claims of their own kind and print JSON.
    """
    count = 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        installed = subprocess.run(
            (programs / "python", "-m", "pip", "install", "--quiet", "claims-cli"), check=False
        )
        if installed.returncode:
            raise SystemExit("claims-cli cannot be installed here; nothing was measured")
        workload.write_manifest(folder, count)
        (folder / "claims.yaml").write_text(workload.claims_file(count), encoding="utf-8")
        theirs = (str(programs / "claims"), "verify", "--format", "json", "repro.yaml")
        ours = (*SENSECHECK, "verify", "--output-format", "json", "claims.yaml")
        runs: dict[str, list[Run]] = {"claims-cli": [], "sensecheck": []}
        for _ in range(3):
            runs["claims-cli"].append(run(theirs, expected=(1,), folder=folder))
            runs["sensecheck"].append(run(ours, expected=(1,), folder=folder))
    medians = {name: statistics.median(r.seconds for r in each) for name, each in runs.items()}
    rows = [
        (
            name,
            f"{median:.2f}",
            f"{median / medians['sensecheck']:.2f}",
            f"{max(each.megabytes for each in runs[name]):.0f}",
        )
        for name, median in medians.items()
    ]
    table("20,000 claims beside claims-cli", ("program", "s", "ratio", "peak, MB"), rows)


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    print(f"\n{title}\n")
    for cells in (head, ["-" * width for width in widths], *rows):
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        print(f"| {' | '.join(padded)} |")


PARTS: Final[dict[str, Callable[[], None]]] = {
    "start": start,
    "many": many,
    "claims-cli": claims_cli,
}


if __name__ == "__main__":
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        raise SystemExit(f"there is no {', '.join(sorted(unknown))}; there is {', '.join(PARTS)}")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    for part in wanted:
        PARTS[part]()
