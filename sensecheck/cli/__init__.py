"""The command line: flags, files, exit codes. What is checked and shown is decided elsewhere.

A command is a module of its own: a function with the command's name, its EPILOG, and its Command
where it reads its words in a way of its own. It is imported when it is called, so that no command's
start pays for the others.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from sensecheck.exit_codes import ExitCode
from sensecheck.terminal import complain, write

COMMANDS: Final = tuple("verify explain questions coverage diff numbers rules schema init".split())
"""In the order in which --help lists them."""

_SETTINGS: Final = {"help_option_names": ["-h", "--help"]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns its exit code."""
    try:
        app(args=arguments, prog_name="sensecheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    return ExitCode.OK


class _Loaded(Mapping[str, Any]):
    """The commands by name, each imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        module = import_module(f"sensecheck.cli.{name}")
        single = typer.Typer(
            add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS
        )
        kind = getattr(module, "Command", None)
        single.command(name, cls=kind, epilog=module.EPILOG)(getattr(module, name))
        return get_command(single)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(TyperGroup):
    """The commands, with one way to end for each of them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Loaded()  # type: ignore[assignment]  # nothing is ever added

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; what nobody expected is one line and exit code 2."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except Exception as error:
            # What has an exit code of its own is how typer ends a command.
            if hasattr(error, "exit_code") or os.environ.get("SENSECHECK_DEBUG"):
                raise
            complain(f"internal error: {type(error).__name__}: {error}, please report")
            raise typer.Exit(ExitCode.UNUSABLE) from None


app = typer.Typer(
    cls=Commands,
    name="sensecheck",
    help="Check the numbers of an article: recompute what follows from them, with their rounding.",
    epilog="Start with 'sensecheck init', then 'sensecheck verify'.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=_SETTINGS,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from sensecheck import __version__

        write(f"sensecheck {__version__}\n")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    del version
