"""What the program says of a claims file, held against the oracle."""

from __future__ import annotations

from collections.abc import Iterator

from sensecheck.checking import check_text
from sensecheck.model import Implied, Outcome, Severity
from sensecheck.reconcile.certificate import proves_infeasible
from sensecheck.reconcile.conflicts import Clash, Reconciliation, reconcile_statements
from sensecheck.reconcile.groups import in_question
from sensecheck.reconcile.statements import statements_of
from tests.reconcile.oracle import Oracle


class Checked:
    """A claims file with the program's results, the proofs behind them and the oracle."""

    def __init__(self, text: str) -> None:
        self.results = check_text(text)
        self.oracle = Oracle(self.results.document)
        verdicts = (*self.results.verdicts, *self.results.assumptions)
        self.proofs: Reconciliation = reconcile_statements(
            statements_of(self.results.document, in_question(verdicts))
        )
        parts = [part.conditions for part, _ in self.proofs.consistent]
        parts += [clash.conditions for clash in self.proofs.clashes]
        self.said = {condition.statement for part in parts for condition in part}
        self.failed = [
            v.claim.id
            for v in verdicts
            if v.outcome is Outcome.FAIL and v.claim.id in self.oracle.claims
        ]
        self.unverifiable = {v.claim.id for v in verdicts if v.outcome is Outcome.UNVERIFIABLE}
        contradictory = {f.name for f in self.results.document.figures.values() if f.contradictory}
        self.left = [
            name
            for name in self.oracle.claims
            if name not in self.failed
            and not self.oracle.uses(name, contradictory)
            and not self._is_left_out(name)
        ]

    @property
    def is_readable(self) -> bool:
        """Whether the claims file has no findings that stop the run."""
        return all(f.severity is Severity.WARNING for f in self.results.findings)

    @property
    def is_in_trouble(self) -> bool:
        """Whether something fails or is a conflict."""
        return bool(self.failed or self.results.printings or self.results.conflicts)

    def is_possible(self) -> bool:
        """Whether the oracle can make each claim true alone, and all those at once that it can."""
        if self.results.printings or not all(map(self.oracle.possible_alone, self.failed)):
            return False
        return self.oracle.possible_together((*self.left, *self.failed))

    def disagreements(self) -> Iterator[str]:
        """Where the program and the oracle say different things."""
        yield from self._on_claims_alone()
        yield from self._on_what_is_left_out()
        yield from self._on_conflicts()
        yield from self._on_what_follows()
        for clash in self.proofs.clashes:
            yield from self._on_clash(clash)

    def _on_claims_alone(self) -> Iterator[str]:
        for name in self.failed:
            if self.oracle.possible_alone(name):
                yield f"{name} fails, but can be true"

    def _on_what_is_left_out(self) -> Iterator[str]:
        for name in self.results.not_reconciled:
            if name in self.oracle.claims and not self._is_left_out(name):
                yield f"{name} is not reconciled, for no reason"

    def _on_conflicts(self) -> Iterator[str]:
        conflicts = self.results.conflicts
        if bool(conflicts) == self.oracle.possible_together(self.left):
            yield f"conflicts: {[c.id for c in conflicts]}; possible: {not conflicts}"
        given_up = {name for c in conflicts for name in (*c.claims, *c.assumptions)}
        if not self.oracle.possible_together([n for n in self.left if n not in given_up]):
            yield f"impossible without {sorted(given_up)}, too"
        if [len(c.printings) + len(c.claims) + len(c.assumptions) for c in conflicts] != [
            len(clash.statements) for clash in self.proofs.clashes
        ]:
            yield "the results do not show the conflicts that were found"

    def _on_what_follows(self) -> Iterator[str]:
        """What passes although its own figures are not printed follows from the other claims."""
        given_up = {name for c in self.results.conflicts for name in (*c.claims, *c.assumptions)}
        assumed = {claim.id for claim in self.results.document.assumptions}
        for verdict in self.results.verdicts:
            name = verdict.claim.id
            if verdict.missing and verdict.outcome is Outcome.PASS and self._compares(name):
                others = [n for n in self.left if n not in given_up | assumed | {name}]
                if not self.oracle.follows(name, others):
                    yield f"{name} passes, but does not follow"

    def _on_clash(self, clash: Clash) -> Iterator[str]:
        names = [statement.id for statement in clash.statements]
        if not proves_infeasible(clash.conditions, clash.certificate):
            yield f"{names}: the certificate proves nothing"
        if self.oracle.possible(names):
            yield f"{names} can all be true"
        for name in names:
            fewer = [other for other in names if other != name]
            claims = [n for n in fewer if n in self.oracle.claims]
            grounds = [n for n in fewer if n not in self.oracle.claims]
            told = [n for n in claims if not self.oracle.has_no_sign(n, grounds)]
            if not self.oracle.possible((*told, *grounds)):
                yield f"{names}: impossible without {name}, too"

    def wrong_bounds(self, most: int) -> tuple[int, list[str]]:
        """How many implied figures were compared, and those with other bounds than the oracle's."""
        given_up = {n for c in self.results.conflicts for n in (*c.claims, *c.assumptions)}
        claims = [name for name in self.left if name not in given_up]
        implied = self.results.implied[:most]
        if self._are_signs_given_up():
            return 0, []
        return len(implied), [
            f"{each.figure}: {each.interval}"
            for each in implied
            if not self._is_exact(each, claims)
        ]

    def _is_left_out(self, name: str) -> bool:
        """Whether nothing is said of a claim: it divides by a figure that may be 0."""
        oracle = self.oracle
        if name in self.results.not_reconciled:
            hard = set(oracle.grounds) - oracle.assumed_signs
            return oracle.has_no_sign(name, hard) or oracle.may_divide_by_zero(name)
        unsaid = name in self.unverifiable - self.said
        return unsaid and oracle.has_no_sign(name, oracle.grounds)

    def _compares(self, name: str) -> bool:
        return self.oracle.claims[name].rule in ("compare", "trend", "rank")

    def _are_signs_given_up(self) -> bool:
        """Whether some assumed sign is in no part that is left, since it was refuted."""
        kept = {s.id for part, _ in self.proofs.consistent for s in part.statements}
        kept |= {s.id for clash in self.proofs.clashes for s in clash.statements}
        return not self.oracle.assumed_signs <= kept

    def _is_exact(self, implied: Implied, claims: list[str]) -> bool:
        low = self.oracle.furthest(implied.figure, claims, up=False)
        high = self.oracle.furthest(implied.figure, claims, up=True)
        values = implied.interval
        return (low.value, low.attained, high.value, high.attained) == (
            values.low,
            not values.low_open,
            values.high,
            not values.high_open,
        )
