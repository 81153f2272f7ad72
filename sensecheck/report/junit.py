"""JUnit XML, which most CI services show as tests: a suite for each claims file, a case a claim.

What fails the run is a failure, a problem with the file an error; what nothing can check is
skipped. A discrepancy passes and says so in its output; in a strict run it is a failure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree import ElementTree

from sensecheck.model import Results
from sensecheck.report.explain import explained
from sensecheck.report.kinds import Kind, Level
from sensecheck.report.page import WIDEST
from sensecheck.report.positions import Locate, as_given
from sensecheck.report.problems import Problem, problems
from sensecheck.report.style import Style

Element = ElementTree.Element

MOST_PAGES: Final = 20
"""Failures of a file that are explained at length: a page looks through the whole file."""
_COUNTED: Final = ("failure", "error", "skipped")


def junit(every: Sequence[Results], *, strict: bool = False, locate: Locate = as_given) -> str:
    """The report, in ASCII."""
    top = Element("testsuites", name="sensecheck")
    top.extend(_suite(results, strict, locate) for results in every)
    for number in ("tests", "failures", "errors"):
        top.set(number, str(sum(int(suite.get(number, 0)) for suite in top)))
    ElementTree.indent(top)
    xml: bytes = ElementTree.tostring(top, encoding="us-ascii", xml_declaration=True)
    return xml.decode("ascii") + "\n"


def _suite(results: Results, strict: bool, locate: Locate) -> Element:
    path = Style().text(locate(results.document.path) or as_given(results.document.path))
    troubles = problems([results], strict=strict, verbose=True, locate=locate)
    cases = list(_cases(results, path, troubles, _pages(results, troubles)))
    found = [result.tag for case in cases for result in case]
    failures, errors, skipped = (str(found.count(tag)) for tag in _COUNTED)
    suite = Element(
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=failures,
        errors=errors,
        skipped=skipped,
        file=path,
    )
    suite.extend(cases)
    return suite


def _pages(results: Results, troubles: Sequence[Problem]) -> dict[str, str]:
    """What `explain` says of the first failures, by their fingerprints."""
    failures = [problem for problem in troubles if problem.level is Level.ERROR and problem.name]
    style = Style(width=WIDEST)
    return {
        problem.fingerprint: explained(problem.name, results, style) or ""
        for problem in failures[:MOST_PAGES]
    }


def _cases(
    results: Results, path: str, troubles: Sequence[Problem], pages: Mapping[str, str]
) -> Iterator[Element]:
    """All claims in file order, then figures, conflicts and findings that are trouble."""
    of_claims = {problem.name: problem for problem in troubles if problem.kind not in _OTHERS}
    for verdict in results.verdicts:
        yield _case(path, verdict.claim.id, of_claims.get(verdict.claim.id), pages)
    names: Counter[str] = Counter()
    for kind, word in _OTHERS.items():
        for problem in troubles:
            if problem.kind is kind:
                name = f"{word} {problem.name or problem.message}"
                names[name] += 1  # findings may say the same of several places
                numbered = name if names[name] == 1 else f"{name} ({names[name]})"
                yield _case(path, numbered, problem, pages)


_OTHERS: Final = {
    Kind.CONTRADICTORY: "figure",
    Kind.CONFLICT: "conflict",
    Kind.FINDING: "claims file:",
}
"""Kinds that are not of one claim, and what is written before their names."""


def _case(path: str, name: str, problem: Problem | None, pages: Mapping[str, str]) -> Element:
    case = Element("testcase", classname=path, name=Style().text(name))
    if problem is not None:
        case.append(_outcome(problem, pages.get(problem.fingerprint, "")))
    return case


def _outcome(problem: Problem, page: str) -> Element:
    where = f"{problem.position.path}:{problem.position.line}:{problem.position.column}"
    said = f"{Style().text(where)}: {problem.message}\n"
    if problem.kind is Kind.UNVERIFIABLE:
        return Element("skipped", message=problem.message)
    if problem.level is not Level.ERROR:
        output = Element("system-out")
        output.text = said
        return output
    tag = "error" if problem.kind is Kind.FINDING else "failure"
    failed = Element(tag, type=problem.kind, message=problem.message)
    failed.text = f"{said}\n{page}" if page else said
    return failed
