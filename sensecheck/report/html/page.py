"""The page as its templates take it: the parts of each file, and the counts over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sensecheck.model import Results
from sensecheck.report.counts import count
from sensecheck.report.findings import block, closing, in_order
from sensecheck.report.html.context import Context, context_of
from sensecheck.report.html.figures import FigureEntry, figure_entries
from sensecheck.report.html.numbers import Excused, Uncovered, excused, uncovered
from sensecheck.report.html.overview import (
    ConflictEntry,
    Tally,
    Trouble,
    conflict_entries,
    tallies,
    troubles,
    verdict_on_all,
)
from sensecheck.report.html.proofs import Proof, proofs
from sensecheck.report.html.statements import Section, Unprinted, sections, unprinted
from sensecheck.report.style import Style
from sensecheck.report.unprinted import not_reconciled_lines


@dataclass(frozen=True, slots=True)
class File:
    """One claims file: what is wrong, its article, and the proofs."""

    context: Context
    heading: str
    title: str
    byline: str
    path: str
    findings: tuple[str, ...]
    closing: str
    said: str
    fails: tuple[Trouble, ...]
    discrepancies: tuple[Trouble, ...]
    conflicts: tuple[ConflictEntry, ...]
    proofs: tuple[Proof, ...]
    figures: tuple[FigureEntry, ...]
    uncovered: tuple[Uncovered, ...]
    excused: tuple[Excused, ...]
    sections: tuple[Section, ...]
    unprinted: tuple[Unprinted, ...]
    remarks: tuple[str, ...]
    notes: Mapping[str, int]
    """The number of each claim's note on paper."""

    def label(self, part: str) -> str:
        """What labels a part: its heading, and where there are several files, the file's path."""
        anchors = self.context.anchors
        of_file = f" {anchors.part('path')}" if anchors.prefix else ""
        return f"{anchors.part(part)}{of_file}"


@dataclass(frozen=True, slots=True)
class Page:
    """All files of a run."""

    title: str
    said: str
    tallies: tuple[Tally, ...]
    files: tuple[File, ...]


def page_of(every: Sequence[Results]) -> Page:
    """The page of a run."""
    several = len(every) > 1
    files = tuple(
        _file(results, f"f{number}-" if several else "", 4 if several else 3)
        for number, results in enumerate(every, 1)
    )
    counts, unchecked = count(every), sum(len(file.uncovered) for file in files)
    title = files[0].title if len(files) == 1 else f"{len(files)} files"
    said = verdict_on_all(every, unchecked)
    return Page(title, said, tuple(tallies(counts, unchecked, _lists(files))), files)


def _lists(files: Sequence[File]) -> dict[str, str]:
    """The first list on the page of what each count counts."""
    found: dict[str, str] = {}
    for file in files:
        for section in file.sections:
            found.setdefault(section.name, section.anchor)
        for name, listed in (("conflict", file.conflicts), ("uncovered", file.uncovered)):
            if listed:
                part = "conflicts" if name == "conflict" else name
                found.setdefault(name, file.context.anchors.part(part))
    return found


def _file(results: Results, prefix: str, top: int) -> File:
    context = context_of(results, prefix, top)
    article = results.document.article
    unchecked, all_proofs = tuple(uncovered(context)), tuple(proofs(context))
    found, plain = troubles(context), Style()
    return File(
        context,
        "h3" if prefix else "h2",
        article.title or results.document.path,
        " · ".join(part for part in (article.publisher, article.published) if part),
        results.document.path,
        tuple("\n".join(block(f, results.document, plain)) for f in in_order(results.findings)),
        closing(results),
        verdict_on_all([results], len(unchecked)),
        tuple(trouble for trouble in found if "fail" in trouble.standing.filters),
        tuple(trouble for trouble in found if "fail" not in trouble.standing.filters),
        tuple(conflict_entries(context)),
        all_proofs,
        tuple(figure_entries(context)),
        unchecked,
        tuple(excused(context)),
        tuple(sections(context)),
        tuple(unprinted(context)),
        tuple(not_reconciled_lines(results, plain, verbose=True)),
        {proof.name: proof.number for proof in all_proofs},
    )
