"""A number without a unit takes unit and scale of those beside it, where all of them agree.

A figure takes its unit once for the whole file: two claims that give it different ones are a
finding. One that is not printed takes the unit alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sensecheck.claims_file.drafts import Draft
from sensecheck.claims_file.figures import Figures
from sensecheck.claims_file.printings import common_unit, figure_with_unit, is_out_of_scale
from sensecheck.claims_file.trouble import Trouble
from sensecheck.claims_file.unit_words import unit_words
from sensecheck.model import Figure, Operand, Span
from sensecheck.numbers.printed import Printed
from sensecheck.numbers.readings import Rounding

_MOST_ROUNDS = 5


def borrow_units(
    drafts: Iterable[Draft], figures: Figures, rounding: Rounding, trouble: Trouble
) -> None:
    """Settles the units of all operands; changes the drafts and the figures."""
    lender = _Lender(figures, rounding, trouble)
    drafts = list(drafts)
    waiting = [draft for draft in drafts if any(_lacks_unit(o.figure) for o in draft.alike())]
    for _ in range(_MOST_ROUNDS):
        lent = [lender.lend(draft) for draft in waiting]
        if not any(lent):
            break
    if not lender.settled:
        return
    for draft in drafts:
        _replace_figures(draft, lambda figure: lender.settled.get(figure.name, figure))


class _Lender:
    def __init__(self, figures: Figures, rounding: Rounding, trouble: Trouble) -> None:
        self.settled: dict[str, Figure] = {}
        self._figures = figures
        self._rounding = rounding
        self._trouble = trouble

    def lend(self, draft: Draft) -> bool:
        """Gives the draft's figures the units they lack; whether any named figure got one."""
        operands = [self._now(operand.figure) for operand in draft.alike()]
        known = [figure for figure in operands if figure.unit is not None]
        lacking = [figure for figure in operands if figure.unit is None]
        printed = [f.finest.printed for f in known if f.finest is not None]
        if not known:
            printed = self._stated(draft)
        common = common_unit(printed)
        unit = common.unit if common else (known[0].unit if known else None)
        got = False
        literals: dict[str, Figure] = {}
        for figure in lacking:
            if not figure.printings:
                fitted = replace(figure, unit=unit)
            elif _is_zero(figure) and len({p.unit for p in printed}) == 1:
                fitted = self._fitted(figure, printed[0])
            elif common is not None and self._is_doubtful(draft, figure, common, printed):
                self._report_doubt(draft, figure, common)
                continue
            elif common is not None:
                fitted = self._fitted(figure, common)
            else:
                self._report_disagreement(draft, figure, printed)
                continue
            if fitted.unit is None:
                continue
            if figure.is_literal:
                literals[figure.name] = fitted
            elif figure.name not in self.settled:
                self.settled[figure.name] = self._figures.by_name[figure.name] = fitted
                got = True
        if literals:
            _replace_figures(draft, lambda figure: literals.get(figure.name, figure))
        self._report_second_unit(draft)
        return got

    def _now(self, figure: Figure) -> Figure:
        return self.settled.get(figure.name, figure) if figure.series else figure

    def _fitted(self, figure: Figure, common: Printed) -> Figure:
        rounding, exact = self._figures.bare.get(figure.name, (self._rounding, False))
        return figure_with_unit(figure, common, rounding, exact=exact)

    def _is_doubtful(
        self, draft: Draft, figure: Figure, common: Printed, printed: list[Printed]
    ) -> bool:
        """Whether the number may just as well have another unit or scale."""
        # RMB 4.7 billion ÷ 4,672 may be money per head, or a multiple.
        if draft.rule.name == "ratio" and common.factor != 1:
            return True
        return any(is_out_of_scale(p.printed, common, printed) for p in figure.printings)

    def _report_doubt(self, draft: Draft, figure: Figure, common: Printed) -> None:
        draft.failed = True
        message = f"{figure.name} has no unit: is it in {unit_words(common)}?"
        self._trouble.add(_place(draft, figure), message, "write it with its unit")

    def _stated(self, draft: Draft) -> list[Printed]:
        """What is stated lends its unit where nothing else has one and the result has it too."""
        return [printed for _, printed in draft.stated.printed] if draft.keeps_unit else []

    def _report_disagreement(self, draft: Draft, figure: Figure, printed: list[Printed]) -> None:
        units = list(dict.fromkeys(unit_words(p) for p in printed if p.unit is not None))
        if len(units) < 2:
            return
        draft.failed = True
        place = _place(draft, figure)
        message = f"{figure.name} has no unit, and the others differ: {' and '.join(units)}"
        self._trouble.add(place, message, "write it with its unit")

    def _report_second_unit(self, draft: Draft) -> None:
        """A figure that took one unit in another claim and would take another one here."""
        own = [o.figure.finest for o in draft.alike() if o.figure.name not in self.settled]
        common = common_unit(printing.printed for printing in own if printing is not None)
        if common is None:
            return
        for operand in draft.alike():
            figure = self.settled.get(operand.figure.name)
            if figure is None or figure.finest is None:
                continue
            taken = figure.finest.printed
            if figure.name not in self._figures.bare or taken.unit != common.unit:
                continue
            if taken.factor != common.factor:
                draft.failed = True
                message = (
                    f"{figure.name} has no unit, and the claims read it as {unit_words(taken)} "
                    f"and as {unit_words(common)}"
                )
                self._trouble.add(_place(draft, figure), message, "write it with its unit")


def _lacks_unit(figure: Figure) -> bool:
    return figure.unit is None


def _is_zero(figure: Figure) -> bool:
    """Whether the figure is 0, which is the same in every scale."""
    return all(printing.printed.number == 0 for printing in figure.printings)


def _place(draft: Draft, figure: Figure) -> Span:
    for parameter, operands in draft.arguments.figures.items():
        if any(operand.figure.name == figure.name for operand in operands):
            return draft.place_of(parameter, figure.name).span
    return draft.key.span


def _replace_figures(draft: Draft, settle: Callable[[Figure], Figure]) -> None:
    def settled(operand: Operand) -> Operand:
        figure = settle(operand.figure)
        return operand if figure is operand.figure else Operand(figure, operand.negative)

    groups = draft.arguments.figures
    changed = {name: tuple(map(settled, operands)) for name, operands in groups.items()}
    if changed != groups:
        draft.arguments = replace(draft.arguments, figures=changed)
    if draft.stated.operand is not None:
        draft.stated.operand = settled(draft.stated.operand)
