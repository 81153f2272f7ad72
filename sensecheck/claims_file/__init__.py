"""A claims file: YAML text to a Document with all its figures, claims and findings.

`load` never raises for what a text may hold; whatever is wrong with it is a finding with its place.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import Final

from sensecheck.claims_file.acceptances import read_acceptances
from sensecheck.claims_file.arguments import ArgumentReader
from sensecheck.claims_file.borrowing import borrow_units
from sensecheck.claims_file.characters import clean, decode
from sensecheck.claims_file.claims import ClaimReader, Entry
from sensecheck.claims_file.figures import read_figures
from sensecheck.claims_file.heading import read_heading
from sensecheck.claims_file.nodes import Mapping, Node
from sensecheck.claims_file.printings import Printer
from sensecheck.claims_file.references import Names
from sensecheck.claims_file.shapes import check_keys
from sensecheck.claims_file.stated import StatedReader
from sensecheck.claims_file.trouble import Trouble
from sensecheck.claims_file.yaml_text import read
from sensecheck.model import Article, Claim, Document, Finding, Span

__all__ = ["decode", "load"]

SECTIONS: Final = ("article", "figures", "claims", "assumptions", "accepted")


def load(text: str, path: str) -> Document:
    """The document that the text of a claims file says; `path` is its name for messages."""
    # Nothing here makes cycles, and collecting them is most of the time that a large file takes.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _load(text, path)
    finally:
        if collecting:
            gc.enable()


def _load(text: str, path: str) -> Document:
    text, trouble = clean(text)
    root, mended = read(text, trouble)
    if not isinstance(root, Mapping) or mended is None:
        _report_no_document(root, trouble)
        return _empty(path, trouble)
    if not mended:
        return _document(root, path, trouble)
    known = trouble.sorted()
    document = _document(root, path, trouble)
    _forget_mended(root, mended, known, trouble)
    return replace(document, claims=(), assumptions=(), findings=trouble.sorted())


def _document(root: Mapping, path: str, trouble: Trouble) -> Document:
    check_keys(root, SECTIONS, "a claims file", trouble)
    section = root.values.get
    article, rounding = read_heading(section("article"), trouble)
    printer = Printer(trouble)
    figures = read_figures(section("figures"), rounding, printer, trouble)
    names = Names(figures, trouble)
    reader = ClaimReader(
        ArgumentReader(names, rounding, printer, trouble),
        StatedReader(names, printer, trouble),
        rounding,
        trouble,
    )
    entries = [e for name in ("claims", "assumptions") for e in reader.read(section(name), name)]
    drafts = [entry.draft for entry in entries if entry.draft is not None]
    borrow_units(drafts, figures, rounding, trouble)
    for entry in entries:
        reader.finish(entry)
    printer.report_yen()
    known = {entry.key.text for entry in entries}
    accepted = read_acceptances(section("accepted"), known, trouble)
    if not entries and not len(trouble):
        where = root.keys["claims"].span if "claims" in root.keys else Span(0, 0, 0, 0)
        trouble.add(where, "nothing to check: the file has no claims", "write one below 'claims:'")
    claims = _sound_claims(entries, trouble)
    return Document(
        path=path,
        lines=tuple(trouble.lines),
        article=article,
        figures=figures.by_name,
        series=figures.series,
        claims=tuple(claim for claim in claims if not claim.assumption),
        assumptions=tuple(claim for claim in claims if claim.assumption),
        accepted=accepted,
        findings=trouble.sorted(),
        claim_count=sum(not entry.assumption for entry in entries),
    )


def _sound_claims(entries: list[Entry], trouble: Trouble) -> list[Claim]:
    """The claims in which no finding lies."""
    found = [(entry, entry.claim) for entry in entries if entry.claim is not None]
    if not len(trouble):
        return [claim for _, claim in found]
    return [
        claim
        for entry, claim in found
        if entry.block is not None
        and not trouble.touches(
            (entry.key.line, entry.key.column),
            (entry.block.end_line, entry.block.end_column),
        )
    ]


def _forget_mended(
    root: Mapping, mended: frozenset[int], known: tuple[Finding, ...], trouble: Trouble
) -> None:
    """Drops what was found in figures and claims of which a line was mended."""
    ranges = [(line, line) for line in mended]
    for section in root.values.values():
        if isinstance(section, Mapping):
            ranges += [(key.line, section.values[n].end_line) for n, key in section.keys.items()]
    for first, last in ranges:
        if any(first <= line <= last for line in mended):
            trouble.forget(first, last, known)


def _report_no_document(root: Node | None, trouble: Trouble) -> None:
    if root is not None:
        hint = "write 'claims:' and, below it, indented, the claims"
        trouble.at(root, "a claims file is a block of keys", hint)
    elif not len(trouble):
        hint = "'sensecheck init' writes a file to begin with"
        trouble.add(Span(0, 0, 0, 0), "nothing to check: the file is empty", hint)


def _empty(path: str, trouble: Trouble) -> Document:
    lines, findings = tuple(trouble.lines), trouble.sorted()
    return Document(path, lines, Article(), {}, {}, (), (), (), findings, 0)
