"""The public pipeline over claims made from cases."""

from __future__ import annotations

from collections.abc import Iterable

from sensecheck import checking
from sensecheck.model import Outcome
from tests.external.cases import Sketch, claim_id, claims_file


def outcomes(sketches: Iterable[Sketch], rounding: str) -> dict[str, Outcome]:
    """The verdict on every claim, by its case's id; the file must be free of findings."""
    wanted = list(sketches)
    results = checking.check_text(claims_file(wanted, rounding), "cases.yaml")
    assert results.findings == ()
    found = {verdict.claim.id: verdict.outcome for verdict in results.verdicts}
    return {sketch.id: found[claim_id(sketch.id)] for sketch in wanted}
