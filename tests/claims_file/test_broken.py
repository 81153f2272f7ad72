"""Every file of broken/ has one mistake and gets the one finding that the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensecheck.claims_file import load
from sensecheck.model import place
from tests.claims_file.broken_cases import CASES, Case

BROKEN = Path(__file__).parent / "broken"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.removesuffix(".yaml"))
def test_one_mistake_is_one_finding_at_its_place(case: Case) -> None:
    document = load((BROKEN / case.file).read_bytes().decode("utf-8"), case.file)
    assert len(document.findings) == 1
    (finding,) = document.findings
    assert place(finding.span) == (case.line, case.column)
    assert finding.span.end_line == finding.span.line
    assert finding.span.end_column - finding.span.column == case.width
    assert case.message in finding.message
    assert case.hint in finding.hint


def test_every_broken_file_is_in_the_table() -> None:
    assert sorted(path.name for path in BROKEN.iterdir()) == [case.file for case in CASES]
    assert len(CASES) >= 80
