"""Results as Markdown, for pull requests, job summaries and READMEs: trouble first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sensecheck.model import Conflict, Outcome, Results, Severity, Verdict, place
from sensecheck.report.conflicts import contradicted, headline, places
from sensecheck.report.counts import count
from sensecheck.report.escaping import escaped
from sensecheck.report.findings import closing, in_order
from sensecheck.report.style import LOOKS, Style
from sensecheck.report.table import Sort, is_trouble, summary, why
from sensecheck.report.unprinted import not_reconciled_lines
from sensecheck.report.values import range_text, result_text, stated_text

_ORDER: Final = (Outcome.FAIL, Outcome.DISCREPANCY, Outcome.UNVERIFIABLE, Outcome.PASS)
_HEAD: Final = ("| verdict | claim | stated | recomputed | why |", "|---|---|---|---|---|")
_CUT: Final = "\n… and more, which has no room here: the log has all of it.\n"


def markdown(every: Sequence[Results], *, sort: Sort = "trouble", quiet: bool = False) -> str:
    """A heading, what it came to and a table for each file; nothing from a file is markup."""
    blocks = [block for results in every for block in _file(results, sort, quiet)]
    if len(every) > 1:
        blocks.append(f"**{len(every)} files, {escaped(summary(count(every)))}**")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def within(text: str, room: int) -> str:
    """The text in so many bytes of UTF-8: its first lines, and that there are more; '' if none."""
    data = text.encode()
    if len(data) <= room:
        return text
    end = data.rfind(b"\n", 0, max(room - len(_CUT.encode()), 0)) + 1
    return data[:end].decode() + _CUT if end else ""


def _file(results: Results, sort: Sort, quiet: bool) -> Iterator[str]:
    """The blocks of one file."""
    article = results.document.article
    named = " · ".join(p for p in (article.title, article.publisher, article.published) if p)
    path = results.document.path
    yield f"### {escaped(f'{named} ({path})' if named else path)}"
    if results.verdicts:
        yield f"**{escaped(summary(count([results])))}**"
    if results.findings:
        yield "\n".join(_findings(results))
    yield from _tables(results, sort, quiet)
    yield from (_conflict(c, results) for c in results.conflicts if not (quiet and c.accepted))
    open_ends = [] if quiet else not_reconciled_lines(results, Style())
    yield from (escaped(line) for line in open_ends)


def _findings(results: Results) -> Iterator[str]:
    for finding in in_order(results.findings):
        line, column = place(finding.span)
        kind = "" if finding.severity is Severity.ERROR else "warning: "
        hint = f"; {finding.hint}" if finding.hint else ""
        where = f"{results.document.path}:{line}:{column}"
        yield f"- {escaped(f'{where}: {kind}{finding.message}{hint}')}"
    if closing(results):
        yield f"\n{escaped(closing(results))}"


def _tables(results: Results, sort: Sort, quiet: bool) -> Iterator[str]:
    """The article's statements and figures, then the assumptions."""
    clashes = contradicted(results)
    groups = {
        "": (*results.verdicts, *results.printings),
        "Assumed, printed nowhere:\n\n": results.assumptions,
    }
    for title, verdicts in groups.items():
        shown = [v for v in verdicts if is_trouble(v) or not quiet]
        rows = [_row(v, clashes.get(v.claim.id, ())) for v in _sorted(shown, sort)]
        if rows:
            yield title + "\n".join([*_HEAD, *rows])


def _sorted(verdicts: Iterable[Verdict], sort: Sort) -> list[Verdict]:
    in_file = sorted(verdicts, key=lambda verdict: verdict.claim.span)
    if sort == "file":
        return in_file
    return sorted(in_file, key=_rank)


def _rank(verdict: Verdict) -> tuple[int, bool]:
    """Fails first, passes last; what somebody accepted follows all other trouble."""
    last_of = Outcome.DISCREPANCY if verdict.accepted else verdict.outcome
    return _ORDER.index(last_of), verdict.accepted


def _row(verdict: Verdict, clashes: tuple[str, ...]) -> str:
    shown, allowed = result_text(verdict), range_text(verdict)
    word = f"{LOOKS[verdict.outcome]}{' (weak)' if verdict.weak else ''}"
    cells = (
        word,
        verdict.claim.id,
        stated_text(verdict),
        f"{shown} ({allowed})" if shown and allowed else shown or allowed,
        why(verdict, clashes),
    )
    return f"| {' | '.join(map(escaped, cells))} |"


def _conflict(conflict: Conflict, results: Results) -> str:
    where = ", ".join(places(conflict, results))
    named = f"{conflict.id} ({where})" if where else conflict.id
    title = f"**{escaped(headline(conflict, results))}**: {escaped(named)}"
    kept = [f"accepted: {conflict.accepted}"] if conflict.accepted else []
    lines = [f"- {escaped(line)}" for line in (*kept, *conflict.proof)]
    return "\n\n".join([title, *(["\n".join(lines)] if lines else [])])
