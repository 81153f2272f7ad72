"""The command line: flags, files, exit codes. What is checked and shown is decided elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from sensecheck.exit_codes import EXIT_CODES, SHORT_EXIT_CODES, ExitCode, exit_code
from sensecheck.sources import DEFAULT_FILE, check_all, check_file, claims_files
from sensecheck.terminal import Color, complain, style_of, write

if TYPE_CHECKING:
    from sensecheck.model import Results
    from sensecheck.report.style import Style


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    CONCISE = "concise"
    JSON = "json"


class Letter(StrEnum):
    """How questions are written."""

    TEXT = "text"
    MARKDOWN = "markdown"


class Sort(StrEnum):
    """The order of a table's rows."""

    TROUBLE = "trouble"
    FILE = "file"


class Commands(TyperGroup):
    """The commands, with one way to end for each of them."""

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
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns its exit code."""
    try:
        app(args=arguments, prog_name="sensecheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    return ExitCode.OK


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


OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it, as UTF-8."),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colour.")]


# ── verify ───────────────────────────────────────────────────────────────────────────────────


@app.command(
    epilog=f"""
\b
Examples:
  sensecheck verify
  sensecheck verify articles/ --select fail --output-format concise
{EXIT_CODES}"""
)
def verify(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Claims files, or folders: every claims.yaml and *.claims.yaml in them. "
            f"[default: {DEFAULT_FILE}]",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Discrepancies and stale acceptances fail, too.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 although claims failed.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="Only these: an id, a glob of ids, a tag or a verdict. May be repeated.",
            show_default=False,
        ),
    ] = None,
    sort: Annotated[Sort, typer.Option(help="Trouble last, or as in the file.")] = Sort.TROUBLE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only trouble.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Notes and witnesses, too.")
    ] = False,
    color: ColorOption = Color.AUTO,
    output_format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Check claims files and show what became of each claim."""
    paths, missing = claims_files(files or [DEFAULT_FILE])
    _not_onto(output, paths)
    every, unusable = check_all(paths)
    unusable = unusable or missing or _any_empty(every)
    if select:
        from sensecheck.report.selection import selected, unmatched

        for pattern in unmatched(every, select):
            unusable = True
            complain(f"--select {pattern}: no claim has this id, tag or verdict")
        every = [selected(results, select) for results in every]
    _deliver(_rendered(every, output_format, _style(color, output), sort, quiet, verbose), output)
    code = ExitCode.UNUSABLE if unusable else exit_code(every, strict=strict)
    raise typer.Exit(ExitCode.OK if exit_zero and code is ExitCode.TROUBLE else code)


def _not_onto(output: str | None, paths: Sequence[str]) -> None:
    """Ends the run before it would overwrite a claims file."""
    if output is not None and os.path.realpath(output) in map(os.path.realpath, paths):
        raise typer.BadParameter(f"{output} is a claims file", param_hint="--output")


def _any_empty(every: Sequence[Results]) -> bool:
    """Whether a file names no claims at all; says so."""
    empty = [results for results in every if not results.document.claim_count]
    for results in empty:
        if not results.findings:
            complain(f"{results.document.path}: no claims")
    return bool(empty)


def _style(color: Color, output: str | None) -> Style:
    if output is None:
        return style_of(sys.stdout, color, os.environ)
    from sensecheck.report.style import Style

    return Style(colour=color is Color.ALWAYS)


def _rendered(
    every: list[Results], form: Format, style: Style, sort: Sort, quiet: bool, verbose: bool
) -> str:
    if form is Format.JSON:
        from sensecheck.report.as_json import as_json

        return as_json(every)
    if form is Format.CONCISE:
        from sensecheck.report.concise import concise

        return "".join(concise(results, style, quiet=quiet) for results in every)
    from sensecheck.report.table import table, total

    screens = [table(r, style, sort=sort.value, quiet=quiet, verbose=verbose) for r in every]
    return "\n".join([*screens, *total(every, style)])


def _deliver(text: str, output: str | None) -> None:
    if output is None:
        write(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        complain(f"{output}: {error.strerror}")
        raise typer.Exit(ExitCode.UNUSABLE) from None


# ── explain ──────────────────────────────────────────────────────────────────────────────────


def _complete_id(incomplete: str) -> list[str]:
    """Ids of the claims and figures in ./claims.yaml; nothing where it cannot be read."""
    try:
        from sensecheck.claims_file import decode, load

        text, _ = decode(Path(DEFAULT_FILE).read_bytes())
        document = load(text, DEFAULT_FILE)
    except Exception:  # a shell must never show a traceback
        return []
    claims = [claim.id for claim in (*document.claims, *document.assumptions)]
    return [name for name in (*claims, *document.figures) if name.startswith(incomplete)]


@app.command(
    epilog=f"""
\b
Examples:
  sensecheck explain revenue-2020
  sensecheck explain staff.2021 articles/claims.yaml
{SHORT_EXIT_CODES}"""
)
def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A claim, an assumption, a conflict, a figure or a series.",
            autocompletion=_complete_id,
        ),
    ],
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The claims file.")] = DEFAULT_FILE,
    color: ColorOption = Color.AUTO,
) -> None:
    """Show one claim, figure or conflict at length."""
    from sensecheck.report.explain import explained, unknown

    results = check_file(file)
    if results is None:
        raise typer.Exit(ExitCode.UNUSABLE)
    text = explained(name, results, style_of(sys.stdout, color, os.environ))
    if text is None:
        complain(unknown(name, results))
        raise typer.Exit(ExitCode.UNUSABLE)
    write(text)


# ── questions ────────────────────────────────────────────────────────────────────────────────


@app.command(
    epilog=f"""
\b
Examples:
  sensecheck questions
  sensecheck questions articles/claims.yaml --output-format markdown -o questions.md
{SHORT_EXIT_CODES}"""
)
def questions(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The claims file.")] = DEFAULT_FILE,
    output_format: Annotated[Letter, typer.Option(help="How to write it.")] = Letter.TEXT,
    output: OutputOption = None,
) -> None:
    """Write what to ask the author: missing figures, differences, contradictions."""
    _not_onto(output, [file])
    results = check_file(file)
    if results is None:
        raise typer.Exit(ExitCode.UNUSABLE)
    from sensecheck.report.findings import closing
    from sensecheck.report.letter import as_markdown, as_text

    is_empty, problems = _any_empty([results]), closing(results)
    if results.verdicts:
        is_text = output_format is Letter.TEXT
        style = _style(Color.NEVER, output)
        _deliver(as_text(results, style) if is_text else as_markdown(results), output)
    if problems:
        complain(f"{problems} (see 'sensecheck verify {file}')")
    raise typer.Exit(ExitCode.UNUSABLE if is_empty or problems else ExitCode.OK)


# ── rules, init ──────────────────────────────────────────────────────────────────────────────


@app.command(
    epilog=f"""
\b
Examples:
  sensecheck rules
  sensecheck rules percent_increase
{SHORT_EXIT_CODES}"""
)
def rules(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One rule.", show_default=False)
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The manual of all rules as one Markdown page.")
    ] = False,
) -> None:
    """List the rules, or show the manual page of one."""
    from sensecheck.rules import RULES

    if name is not None and name not in RULES:
        from sensecheck.report.explain import did_you_mean

        complain(f"no rule {name!r}{did_you_mean(name, RULES)}")
        raise typer.Exit(ExitCode.UNUSABLE)
    if name is None and not markdown:
        from sensecheck.report.rules_list import rules_list

        write(rules_list(style_of(sys.stdout, Color.NEVER, os.environ)))
        return
    from sensecheck.report.manual import rule_manual, rules_page

    if name is None or markdown:
        write(rules_page() if name is None else rule_manual(name))
        return
    style = style_of(sys.stdout, Color.NEVER, os.environ)
    write("\n".join(map(style.text, rule_manual(name).split("\n"))))


@app.command(
    epilog=f"""
\b
Examples:
  sensecheck init
  sensecheck init articles/break-and-rebuild.claims.yaml
{SHORT_EXIT_CODES}"""
)
def init(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="Where to write.")] = DEFAULT_FILE,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")] = False,
) -> None:
    """Write a claims file to start from; it verifies as written."""
    starter = Path(__file__).with_name("starter.yaml").read_text(encoding="utf-8")
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
