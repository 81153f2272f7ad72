"""The parameters of a claim's rule: figures by name or printed in place, numbers, periods."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from sensecheck.claims_file.members import check_collection, taken
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence, kind_of
from sensecheck.claims_file.printings import NOT_PRINTED, Printer, printing_of
from sensecheck.claims_file.references import BrokenReference, Names, Reference
from sensecheck.claims_file.shapes import NOTHING, report_empty, text_of, texts_of
from sensecheck.claims_file.timing import Timing
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Arguments, Figure, Operand
from sensecheck.numbers.expressions import Expr, Variable, variables
from sensecheck.numbers.printed import Kind, Printed, Unreadable, parse
from sensecheck.numbers.readings import Rounding
from sensecheck.rules.base import Parameter, Rule, Takes

FORMULA: Final = "formula"


class ArgumentReader:
    """Reads the parameters of one claim after the other."""

    def __init__(
        self, names: Names, rounding: Rounding, printer: Printer, trouble: Trouble
    ) -> None:
        self._names = names
        self._rounding = rounding
        self._printer = printer
        self._trouble = trouble
        self._timing = Timing(names, trouble)
        self._used: dict[str, int] = {}

    def read(self, key: Scalar, block: Mapping, rule: Rule) -> Arguments | None:
        """The arguments; None where something is missing or wrong, with findings."""
        self._used = {}
        arguments = Arguments(figures={}, numbers={}, periods={}, texts={})
        sound = not self._report_missing(key, block, rule)
        for parameter in rule.parameters:
            node = block.values.get(parameter.name)
            if node is None:
                continue
            before = len(self._trouble)
            try:
                arguments = self._parameter(arguments, parameter, node, rule)
            except BrokenReference:
                sound = False
            sound = sound and len(self._trouble) == before
        if sound and rule.name == "cagr":
            arguments = self._timing.growth_years(arguments, block)
        return arguments if sound else None

    def _report_missing(self, key: Scalar, block: Mapping, rule: Rule) -> bool:
        given = block.values.keys()
        required = [p.name for p in rule.parameters if not p.optional]
        missing = [name for name in required if name not in given]
        if rule.name == "duration":
            missing = [] if "of" in given else [n for n in ("from", "to") if n not in given]
            if "of" in given and ("from" in given or "to" in given):
                hint = "write 'of', or 'from' and 'to'"
                self._trouble.at(key, "duration takes a slice or two dates, not both", hint)
                return True
        if not missing:
            return False
        listed = " and ".join(f"'{name}'" for name in missing)
        every = ", ".join(p.name + (" (optional)" if p.optional else "") for p in rule.parameters)
        self._trouble.at(key, f"{rule.name} needs {listed}", f"{rule.name} takes: {every}")
        return True

    def _parameter(
        self, arguments: Arguments, parameter: Parameter, node: Node, rule: Rule
    ) -> Arguments:
        name = parameter.name
        match parameter.takes:
            case Takes.FIGURE:
                return _with_figures(arguments, name, (self._figure(name, node),))
            case Takes.FIGURES:
                references = self._figures(node)
                operands, left_out = taken(references, rule.name, name, arguments)
                check_collection(operands, rule.name, name, arguments, node, self._trouble)
                arguments = _with_figures(arguments, name, operands)
                return replace(arguments, left_out=(*arguments.left_out, *left_out))
            case Takes.NUMBERS:
                return self._numbers(arguments, name, node)
            case Takes.PERIOD:
                return self._timing.with_period(arguments, name, node)
            case Takes.SLICE:
                return self._timing.with_slice(arguments, name, node)
            case Takes.TEXTS:
                return self._texts(arguments, name, node)
            case Takes.FORMULA:
                return self._formula(arguments, name, node)

    def _figure(self, parameter: str, node: Node) -> Operand:
        """The one figure of a parameter."""
        if not isinstance(node, Scalar):
            message = f"'{parameter}' takes one figure, not {kind_of(node)}"
            self._trouble.at(node, message, "write one figure, or use a rule that takes several")
            raise BrokenReference
        reference = self._reference(node)
        if len(reference.operands) != 1 or reference.collective:
            message = f"'{parameter}' takes one figure, not {len(reference.operands)}"
            first = next((operand.text for operand in reference.operands), "")
            self._trouble.at(node, message, f"write one, as {first}" if first else "")
            raise BrokenReference
        return reference.operands[0]

    def _figures(self, node: Node) -> list[Reference]:
        """A figure, a series, a slice, or a list of such."""
        if isinstance(node, Mapping):
            self._trouble.at(node, f"figures belong here, not {kind_of(node)}", "write [a, b]")
            raise BrokenReference
        items = node.items if isinstance(node, Sequence) else [node]
        references, broken = [], not items
        if not items:
            self._trouble.at(node, "an empty list", "write the figures' names")
        for item in items:
            try:
                references.append(self._item(item))
            except BrokenReference:
                broken = True
        if broken:
            raise BrokenReference
        return references

    def _item(self, item: Node) -> Reference:
        if isinstance(item, Scalar):
            return self._reference(item)
        hint = "write its name, or the figure as printed"
        self._trouble.at(item, f"a figure belongs here, not {kind_of(item)}", hint)
        raise BrokenReference

    def _reference(self, scalar: Scalar) -> Reference:
        """A name, or else a figure printed in place, or else a finding."""
        if scalar.text.strip() in NOTHING:
            report_empty(scalar, self._trouble, f"write a figure, or: {NOT_PRINTED}")
            raise BrokenReference
        reference = self._names.find(scalar)
        if reference is not None:
            return reference
        try:
            printed = self._printer.accept(scalar, parse(scalar.text))
        except Unreadable as error:
            self._report_unknown(scalar, error)
            raise BrokenReference from None
        if printed is None:
            raise BrokenReference
        return Reference((Operand(self._literal(scalar, printed)),))

    def _report_unknown(self, scalar: Scalar, error: Unreadable) -> None:
        text = scalar.text
        pieces = [piece.strip() for piece in text.split(",")]
        if len(pieces) > 1 and all(self._names.looks_like_name(piece) for piece in pieces):
            self._trouble.at(scalar, "several names in one text", f"write a list: [{text}]")
        elif self._names.looks_like_name(text):
            self._names.unknown(scalar)
        else:
            self._printer.unreadable(scalar, error)

    def _literal(self, scalar: Scalar, printed: Printed) -> Figure:
        """A figure that the claim prints in place; its name is its text."""
        text = scalar.text.strip()
        count = self._used[text] = self._used.get(text, 0) + 1
        name = text if count == 1 else f"{text} ({count})"
        if printed.kind is Kind.MISSING:
            return Figure(name, scalar.span)
        printing = printing_of(printed, scalar.span, self._rounding)
        return Figure(name, scalar.span, (printing,), printing.readings, printed.unit)

    def _numbers(self, arguments: Arguments, name: str, node: Node) -> Arguments:
        """Exact numbers, or figures in their place; not some of each."""
        numbers: list[Fraction] = []
        operands: list[Operand] = []
        if isinstance(node, Mapping):
            self._trouble.at(node, f"numbers belong here, not {kind_of(node)}", "write [1, 2]")
            return arguments
        for scalar in texts_of(node, self._trouble, "write a number"):
            reference = self._names.find(scalar)
            if reference is not None:
                operands += reference.operands
                continue
            number = self._number(scalar)
            if number is not None:
                numbers.append(number)
        if numbers and operands:
            message = f"'{name}' takes numbers or figures, not some of each"
            self._trouble.at(node, message, "write all of them as numbers, or all as names")
        if operands:
            return _with_figures(arguments, name, tuple(operands))
        return replace(arguments, numbers={**arguments.numbers, name: tuple(numbers)})

    def _number(self, scalar: Scalar) -> Fraction | None:
        try:
            printed = parse(scalar.text)
        except Unreadable as error:
            self._report_unknown(scalar, error)
            return None
        if printed.hedge is not None or printed.value is None:
            self._trouble.at(scalar, f"'{scalar.text}' is not an exact number", "write it alone")
            return None
        return printed.value

    def _texts(self, arguments: Arguments, name: str, node: Node) -> Arguments:
        """What a count counts: figures by their names, or any texts."""
        operands: list[Operand] = []
        texts: list[str] = []
        if isinstance(node, Mapping):
            self._trouble.at(node, f"a list belongs here, not {kind_of(node)}", "write [a, b]")
            return arguments
        for scalar in texts_of(node, self._trouble):
            reference = self._names.find(scalar)
            if reference is not None:
                operands += reference.operands
            elif ".." in scalar.text or scalar.text.endswith(".*"):
                self._names.unknown(scalar)
            elif scalar.text in texts:
                self._trouble.at(scalar, f"'{scalar.text}' is listed twice", "delete one of them")
            else:
                texts.append(scalar.text)
        if operands:
            arguments = _with_figures(arguments, name, tuple(operands))
        if texts:
            arguments = replace(arguments, texts={**arguments.texts, name: tuple(texts)})
        return arguments

    def _formula(self, arguments: Arguments, name: str, node: Node) -> Arguments:
        text = text_of(node, self._trouble, "write a formula, as (a + b) / 2")
        if not text:
            return arguments
        assert isinstance(node, Scalar)
        figures: dict[str, Figure] = {}

        def resolve(word: str) -> Expr:
            figures[word] = self._names.figure(word)
            return Variable(word)

        from sensecheck.numbers.formulas import FormulaError, parse_formula

        try:
            formula = parse_formula(node.text, resolve)
        except FormulaError as error:
            message, _, hint = error.message.partition(": ")
            self._trouble.within(node, error.start, error.end, message, hint)
            return arguments
        operands = tuple(Operand(figures[word]) for word in variables(formula))
        if operands:
            arguments = _with_figures(arguments, name, operands)
        return replace(arguments, formula=formula, formula_text=text)


def _with_figures(arguments: Arguments, name: str, operands: tuple[Operand, ...]) -> Arguments:
    return replace(arguments, figures={**arguments.figures, name: operands})
