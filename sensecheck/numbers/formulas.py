"""Formulas as text: read into expressions, and expressions written as people write them.

The grammar, loosest first; signs may be written as on paper (− × ÷ · –) or as on a keyboard:

    sum     = product (("+" | "-") product)*
    product = signed (("*" | "/") signed)*
    signed  = "-"* power
    power   = atom ("^" signed)?            the exponent: a whole number, or 1/2
    atom    = number | name | function "(" sum ("," sum)* ")" | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import exact_text, finite_decimals
from sensecheck.numbers.expressions import (
    Absolute,
    Constant,
    Expr,
    Extremum,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Undefined,
    Variable,
    parts_of,
    value_at,
    walk,
)

LARGEST_POWER: Final = 100
MOST_NODES: Final = 200
MOST_DIGITS: Final = 60
DEEPEST: Final = 20
LARGEST_SIZE: Final = 1000
"""How many factors and terms a formula may have with its powers written out."""

FUNCTIONS: Final = ("min", "max", "abs", "sqrt")

_TOKEN: Final = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)?)"
    r"|(?P<sign>\*\*|.)",
    re.DOTALL,
)
_SIGNS: Final = {"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "**": "^"}


class FormulaError(ValueError):
    """A formula that cannot be read: why, and the stretch of the text, in code points."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


def parse_formula(text: str, resolve: Callable[[str], Expr]) -> Expr:
    """The formula as an expression.

    `resolve` gives the expression that a name stands for, or raises ValueError with a message for
    people. Raises FormulaError.
    """
    return _Parser(text, resolve).formula()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    """All but the spaces, and an empty last one at the end."""
    tokens = [
        _Token(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "space"
    ]
    end = len(text.rstrip())
    return [*tokens, _Token("end", "", end, end)]


def _is_call(name: _Token, after: _Token) -> bool:
    return name.text in FUNCTIONS and after.text == "("


class _Parser:
    """Recursive descent; every method reads one line of the grammar."""

    def __init__(self, text: str, resolve: Callable[[str], Expr]) -> None:
        self._tokens = _tokens(text)
        self._resolve = resolve
        self._next = 0
        self._depth = 0
        self._calls = 0

    def formula(self) -> Expr:
        start, end = self._tokens[0].start, self._tokens[-1].end
        too_long = FormulaError(f"a formula has up to {MOST_NODES} parts", start, end)
        if sum(token.kind in ("number", "name") for token in self._tokens) > MOST_NODES:
            raise too_long
        whole = self._sum()
        if self._token.kind != "end":
            raise _error(_unexpected(self._token), self._token)
        if sum(1 for _ in walk(whole)) > MOST_NODES:
            raise too_long
        if _size(whole) > LARGEST_SIZE:
            raise FormulaError("the powers of this formula are too large to compute", start, end)
        return whole

    def _sum(self) -> Expr:
        terms = [self._product()]
        while sign := self._take("+", "-"):
            term = self._product()
            terms.append(-term if sign == "-" else term)
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _product(self) -> Expr:
        factors = [self._signed()]
        while sign := self._take("*", "/"):
            start = self._token
            factor = self._signed()
            if sign == "*":
                factors.append(factor)
                continue
            if _constant(factor) == 0:
                raise self._error_since("this divides by zero", start)
            factors = [Quotient(_product_of(factors), factor)]
        return _product_of(factors)

    def _signed(self) -> Expr:
        minus = False
        while self._take("-"):
            minus = not minus
        power = self._power()
        return -power if minus else power

    def _power(self) -> Expr:
        base = self._atom()
        if not self._take("^"):
            return base
        start = self._token
        self._descend(start)
        exponent = _constant(self._signed())
        self._depth -= 1
        if exponent == Fraction(1, 2):
            return Root(base, 2)
        if exponent is None or exponent.denominator != 1:
            raise self._error_since("an exponent is a whole number, or 1/2", start)
        if abs(exponent) > LARGEST_POWER:
            raise self._error_since(f"powers go up to {LARGEST_POWER}", start)
        return Power(base, int(exponent))

    def _atom(self) -> Expr:
        token = self._advance()
        match token.kind:
            case "number":
                return self._number(token)
            case "name" if _is_call(token, self._token):
                return self._call(token)
            case "name":
                try:
                    return self._resolve(token.text)
                except ValueError as error:
                    raise _error(str(error), token) from None
        if token.text != "(":
            raise _error(_missing(token), token)
        self._descend(token)
        inner = self._sum()
        self._close(token)
        return inner

    def _number(self, token: _Token) -> Expr:
        if self._calls and "," in token.text:
            raise _error(
                f"'{token.text}' may be one number or two: write the number without commas, "
                "or a space after each comma",
                token,
            )
        if sum(character.isdigit() for character in token.text) > MOST_DIGITS:
            raise _error(f"numbers have up to {MOST_DIGITS} digits", token)
        return Constant(Fraction(token.text.replace(",", "")))

    def _call(self, name: _Token) -> Expr:
        opening = self._advance()
        self._descend(opening)
        self._calls += 1
        arguments = [self._sum()]
        while self._take(","):
            arguments.append(self._sum())
        self._calls -= 1
        self._close(opening)
        if name.text == "min" or name.text == "max":
            return Extremum("min" if name.text == "min" else "max", tuple(arguments))
        if len(arguments) > 1:
            raise self._error_since(f"{name.text} takes one value", name)
        return Absolute(arguments[0]) if name.text == "abs" else Root(arguments[0], 2)

    def _descend(self, token: _Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _error(f"a formula nests up to {DEEPEST} deep", token)

    def _close(self, opening: _Token) -> None:
        self._depth -= 1
        token = self._token
        if token.kind == "end":
            raise _error("this parenthesis is never closed", opening)
        if not self._take(")"):
            raise _error(_unexpected(token), token)

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _advance(self) -> _Token:
        token = self._token
        if token.kind != "end":
            self._next += 1
        return token

    def _take(self, *signs: str) -> str:
        """Reads past one of the signs and says which; '' where another token comes next."""
        token = self._token
        sign = _SIGNS.get(token.text, token.text)
        if token.kind != "sign" or sign not in signs:
            return ""
        self._next += 1
        return sign

    def _error_since(self, message: str, first: _Token) -> FormulaError:
        return FormulaError(message, first.start, self._tokens[self._next - 1].end)


def _error(message: str, token: _Token) -> FormulaError:
    return FormulaError(message, token.start, token.end)


def _missing(token: _Token) -> str:
    if token.kind == "end":
        return "a number or a figure's name is missing at the end"
    return f"a number or a figure's name is missing before '{token.text}'"


def _unexpected(token: _Token) -> str:
    if token.text == "%":
        return "a number in a formula is written without %: 0.05 for 5 %"
    if token.text == ".":
        return "a formula takes single figures: add them up with +, or use the rule sum"
    if token.text in (",", ")"):
        return f"this '{token.text}' has no parenthesis that it belongs to"
    return f"an operator is missing before '{token.text}'"


def _product_of(factors: list[Expr]) -> Expr:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _constant(expr: Expr) -> Fraction | None:
    """The value of an expression of numbers alone; None of others, or where it has no value."""
    if _size(expr) > LARGEST_SIZE or any(isinstance(p, Variable | Root) for p in walk(expr)):
        return None
    try:
        return value_at(expr, {})
    except Undefined:
        return None


def _size(expr: Expr) -> int:
    """How many constants and variables the expression has with its powers written out."""
    inside = sum(_size(part) for part in parts_of(expr)) or 1
    return inside * max(abs(expr.exponent), 1) if isinstance(expr, Power) else inside


# ── writing ──────────────────────────────────────────────────────────────────────────────────

_SUM, _PRODUCT, _POWER, _ATOM = range(4)


def render(expr: Expr, name_of: Callable[[str], str]) -> str:
    """The expression with as few parentheses as it needs: to ÷ from − 1.

    `name_of` gives what stands for a variable: its name, or its value.
    """
    return _written(expr, name_of, _SUM, first=True)


def _written(
    expr: Expr, name_of: Callable[[str], str], binding: int, *, first: bool = False
) -> str:
    """The expression as a part of one that binds at least as tight as `binding`.

    Only the `first` thing after the start or an opening parenthesis may begin with a minus.
    """
    text, own = _bare(expr, name_of, first=first)
    if own < binding or (text.startswith(("-", "−")) and not first):
        text, _ = _bare(expr, name_of, first=True)
        return f"({text})"
    return text


def _bare(expr: Expr, name_of: Callable[[str], str], *, first: bool) -> tuple[str, int]:
    """The expression without parentheses around it, and how tight it binds."""

    def part(inner: Expr, binding: int = _SUM, *, first: bool = False) -> str:
        return _written(inner, name_of, binding, first=first)

    match expr:
        case Constant(value):
            return _number_text(value), _PRODUCT if finite_decimals(value) is None else _ATOM
        case Variable(name):
            return name_of(name), _ATOM
        case Negative(inner):
            return f"−{part(inner, _PRODUCT)}", _PRODUCT
        case Sum(terms):
            text = part(terms[0], first=first)
            for term in terms[1:]:
                sign, magnitude = _signed(term)
                text += f" {sign} {part(magnitude, _PRODUCT if sign == '−' else _SUM)}"
            return text, _SUM
        case Product(factors):
            texts = [part(factors[0], _PRODUCT, first=first)]
            texts += [part(factor, _PRODUCT) for factor in factors[1:]]
            return " × ".join(texts), _PRODUCT
        case Quotient(over, under):
            return f"{part(over, _PRODUCT, first=first)} ÷ {part(under, _POWER)}", _PRODUCT
        case Power(base, exponent):
            return f"{part(base, _ATOM)}^{str(exponent).replace('-', '−')}", _POWER
        case Root(inner, 2):
            return f"sqrt({part(inner, first=True)})", _ATOM
        case Root(Power(base, exponent), degree):
            return f"{part(base, _ATOM)}^({exponent}/{degree})", _POWER
        case Root(base, degree):
            return f"{part(base, _ATOM)}^(1/{degree})", _POWER
        case Extremum(which, parts):
            return f"{which}({', '.join(part(item, first=True) for item in parts)})", _ATOM
        case Absolute(inner):
            return f"abs({part(inner, first=True)})", _ATOM
    raise AssertionError(expr)


def _signed(term: Expr) -> tuple[str, Expr]:
    """A term that is not the first: the sign before it, and what the sign stands before."""
    match term:
        case Negative(inner):
            return "−", inner
        case Constant(value) if value < 0:
            return "−", Constant(-value)
    return "+", term


def _number_text(value: Fraction) -> str:
    return exact_text(value).replace("-", "−")
