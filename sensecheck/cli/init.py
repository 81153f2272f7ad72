"""`sensecheck init`: a claims file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from sensecheck.exit_codes import SHORT_EXIT_CODES, ExitCode
from sensecheck.sources import DEFAULT_FILE
from sensecheck.terminal import complain, write

EPILOG: Final = f"""
\b
Examples:
  sensecheck init
  sensecheck init articles/break-and-rebuild.claims.yaml
{SHORT_EXIT_CODES}"""


def init(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="Where to write.")] = DEFAULT_FILE,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")] = False,
) -> None:
    """Write a claims file to start from; it verifies as written."""
    starter = Path(__file__).parents[1].joinpath("starter.yaml").read_text(encoding="utf-8")
    try:
        with open(file, "w" if force else "x", encoding="utf-8") as stream:
            stream.write(starter)
    except FileExistsError:
        complain(f"{file} exists; --force overwrites it")
        raise typer.Exit(ExitCode.UNUSABLE) from None
    except OSError as error:
        complain(f"{file}: {error.strerror}")
        raise typer.Exit(ExitCode.UNUSABLE) from None
    suffix = "" if file == DEFAULT_FILE else f" {file}"
    write(f"wrote {file}; check it with: sensecheck verify{suffix}\n")
