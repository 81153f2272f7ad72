"""`sensecheck schema`: the JSON Schema of claims files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sensecheck.exit_codes import SHORT_EXIT_CODES
from sensecheck.terminal import write

EPILOG: Final = f"""
\b
Examples:
  sensecheck schema > claims.schema.json
{SHORT_EXIT_CODES}"""


def schema() -> None:
    """Print the JSON Schema of claims files, for editors."""
    write(Path(__file__).parents[1].joinpath("claims.schema.json").read_text(encoding="utf-8"))
