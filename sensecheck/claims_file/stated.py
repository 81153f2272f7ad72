"""What a claim states: one or several printings, a word that the rule knows, or a figure's name."""

from __future__ import annotations

from sensecheck.claims_file.drafts import StatedDraft
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence, kind_of
from sensecheck.claims_file.printings import Printer
from sensecheck.claims_file.references import Names
from sensecheck.claims_file.shapes import texts_of
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Operand
from sensecheck.numbers.printed import Direction, Kind, Printed, Unreadable, parse
from sensecheck.rules.base import QuantityRule, RelationRule, Rule


class StatedReader:
    """Reads the `stated` of one claim after the other."""

    def __init__(self, names: Names, printer: Printer, trouble: Trouble) -> None:
        self._names = names
        self._printer = printer
        self._trouble = trouble

    def read(self, node: Node, rule: Rule | None) -> StatedDraft | None:
        """What the node states; None with a finding. Without a rule, printings alone.

        Raises BrokenReference where it names a figure wrongly, or one with a finding of its own.
        """
        if isinstance(node, Mapping):
            message = f"'stated' is a printed figure or a word, not {kind_of(node)}"
            self._trouble.at(node, message, "write it in one line")
            return None
        before = len(self._trouble)
        scalars = list(texts_of(node, self._trouble, "write what the article says"))
        text = ", ".join(scalar.text for scalar in scalars)
        draft = StatedDraft(node, text)
        if isinstance(rule, RelationRule):
            self._answers(draft, scalars, rule)
        else:
            for scalar in scalars:
                self._quantity(draft, scalar, rule)
        return draft if scalars and len(self._trouble) == before else None

    def _answers(self, draft: StatedDraft, scalars: list[Scalar], rule: RelationRule) -> None:
        for scalar in scalars:
            try:
                answer = rule.read(scalar.text)
            except ValueError as error:
                message = f"{rule.name} cannot state '{scalar.text}'"
                self._trouble.at(scalar, message, str(error))
                continue
            if draft.answer and answer != draft.answer:
                message = f"'{scalar.text}' is not the same as '{draft.answer}'"
                self._trouble.at(scalar, message, "make it a claim of its own")
            draft.answer = answer

    def _quantity(self, draft: StatedDraft, scalar: Scalar, rule: QuantityRule | None) -> None:
        operand = self._named(scalar, alone=not isinstance(draft.node, Sequence))
        if operand is not None:
            draft.operand = operand
            return
        printed = self._printed(scalar)
        if printed is None:
            return
        if printed.direction is not None and rule is not None and rule.trend:
            self._check_direction(scalar, printed.direction, rule)
            printed = printed.undirected()
        draft.printed.append((scalar, printed))

    def _named(self, scalar: Scalar, *, alone: bool) -> Operand | None:
        """The figure that the scalar names, if it names one."""
        reference = self._names.find(scalar)
        if reference is None:
            return None
        if len(reference.operands) != 1 or reference.collective:
            message = f"'{scalar.text}' is not one figure"
            self._trouble.at(scalar, message, f"write one, as {reference.operands[0].text}")
        elif not alone:
            message = "a figure's name stands alone, not in a list"
            self._trouble.at(scalar, message, f"write: stated: {scalar.text}")
        return reference.operands[0]

    def _printed(self, scalar: Scalar) -> Printed | None:
        try:
            printed = self._printer.accept(scalar, parse(scalar.text))
        except Unreadable as error:
            if self._names.looks_like_name(scalar.text) and "." in scalar.text:
                self._names.unknown(scalar)
            else:
                self._printer.unreadable(scalar, error)
            return None
        if printed is not None and printed.kind is Kind.MISSING:
            hint = "name a figure, or say 'unverifiable: why'"
            self._trouble.at(scalar, "the stated figure has to be printed", hint)
            return None
        return printed

    def _check_direction(self, scalar: Scalar, direction: Direction, rule: QuantityRule) -> None:
        is_up = direction is Direction.UP
        if is_up == (rule.trend > 0):
            return
        says = "increase" if rule.trend > 0 else "decrease"
        other = rule.name.replace("increase", "#").replace("decrease", "increase")
        other = other.replace("#", "decrease")
        message = f"the rule says {says}, the figure says {direction.value}"
        hint = f"write: rule: {other}" if other != rule.name else "write the figure with its sign"
        self._trouble.at(scalar, message, hint)
