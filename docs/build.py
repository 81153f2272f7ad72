"""Rebuild what is generated in the documentation: rules.md, and the blocks of the other pages.

    python docs/build.py

A block stands between two comments and holds what the command in the first one prints:

    <!-- output of: sensecheck rules -->
    …
    <!-- end of output -->

A test compares every block with what its command prints today.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
)
WIDTH: Final = 100

_BLOCK: Final = re.compile(
    r"(?P<start><!-- output of: (?P<command>[^\n]+) -->\n).*?(?P<end><!-- end of output -->)",
    re.DOTALL,
)


def rebuilt(text: str) -> str:
    """The page with every generated block made anew."""
    return _BLOCK.sub(_block, text)


def _block(block: re.Match[str]) -> str:
    lines = [line.rstrip() for line in output_of(block["command"]).rstrip().splitlines()]
    return "\n".join([f"{block['start']}```", *lines, "```", block["end"]])


def output_of(command: str) -> str:
    """What a sensecheck command prints, on a terminal of fixed width and without colours."""
    program, *arguments = shlex.split(command)
    assert program == "sensecheck", command
    call = "import sys; from sensecheck.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        (sys.executable, "-c", call, *arguments),
        cwd=ROOT,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def _environment() -> dict[str, str]:
    fixed = {
        "COLUMNS": str(WIDTH),
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROOT),
        "TERMINAL_WIDTH": str(WIDTH),
    }
    unwanted = {"FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS"}
    return {name: value for name, value in os.environ.items() if name not in unwanted} | fixed


def main() -> None:
    """Rewrite the pages that have changed, and name them."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        is_manual = page.name == "rules.md"
        after = output_of("sensecheck rules --markdown") if is_manual else rebuilt(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
