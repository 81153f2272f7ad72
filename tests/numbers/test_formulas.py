from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

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
    value_at,
)
from sensecheck.numbers.formulas import FormulaError, parse_formula, render

A, B, C = Variable("a"), Variable("b"), Variable("c")
POINT = {"a": Fraction(6), "b": Fraction(3), "c": Fraction(-2)}


def parse(text: str) -> Expr:
    return parse_formula(text, Variable)


def constant(text: str) -> Constant:
    return Constant(Fraction(text))


@pytest.mark.parametrize(
    ("text", "expr"),
    [
        ("a", A),
        ("a + b - c", Sum((A, B, Negative(C)))),
        ("a - (b - c)", Sum((A, Negative(Sum((B, Negative(C))))))),
        ("a * b * c", Product((A, B, C))),
        ("a / b / c", Quotient(Quotient(A, B), C)),
        ("a / b * c", Product((Quotient(A, B), C))),
        ("a * b / c", Quotient(Product((A, B)), C)),
        ("a + b * c", Sum((A, Product((B, C))))),
        ("-a^2", Negative(Power(A, 2))),
        ("(-a)^2", Power(Negative(A), 2)),
        ("a * -b", Product((A, Negative(B)))),
        ("--a", A),
        ("a ** 2", Power(A, 2)),
        ("a^-2", Power(A, -2)),
        ("a^2^3", Power(A, 8)),
        ("(a^2)^3", Power(Power(A, 2), 3)),
        ("a^(1/2)", Root(A, 2)),
        ("a^0.5", Root(A, 2)),
        ("sqrt(a)", Root(A, 2)),
        ("abs(a - b)", Absolute(Sum((A, Negative(B))))),
        ("min(a, b, 3)", Extremum("min", (A, B, constant("3")))),
        ("max(a, b)", Extremum("max", (A, B))),
        ("a × b ÷ c", Quotient(Product((A, B)), C)),
        ("a · b − c – a", Sum((Product((A, B)), Negative(C), Negative(A)))),
        ("1,000.5", constant("1000.5")),
        ("12,345,678", constant("12345678")),
        ("max(1000, 2, 300)", Extremum("max", (constant("1000"), constant("2"), constant("300")))),
        (".5", constant("0.5")),
        ("0.10", constant("0.1")),
        ("a\u00a0+\n b", Sum((A, B))),
        (
            "revenue.2021 / staff.h1_2024",
            Quotient(Variable("revenue.2021"), Variable("staff.h1_2024")),
        ),
        ("max + min.max", Sum((Variable("max"), Variable("min.max")))),  # figures may be so named
    ],
)
def test_reads(text: str, expr: Expr) -> None:
    assert parse(text) == expr


def test_names_are_resolved() -> None:
    def negated(name: str) -> Expr:
        return Negative(Variable(name.upper()))

    assert parse_formula("a + b", negated) == Sum(
        (Negative(Variable("A")), Negative(Variable("B")))
    )


def test_a_name_that_stands_for_nothing() -> None:
    def resolve(name: str) -> Expr:
        raise ValueError(f"unknown figure '{name}'")

    with pytest.raises(FormulaError) as caught:
        parse_formula("2 * (staf.2021)", resolve)
    assert caught.value.message == "unknown figure 'staf.2021'"
    assert (caught.value.start, caught.value.end) == (5, 14)


@pytest.mark.parametrize(
    ("text", "message", "stretch"),
    [
        ("", "missing at the end", ""),
        ("a +", "missing at the end", ""),
        ("a + * b", r"missing before '\*'", "*"),
        ("a b", "an operator is missing before 'b'", "b"),
        ("2a", "an operator is missing before 'a'", "a"),
        ("3 million", "an operator is missing before 'million'", "million"),
        ("a $ b", "an operator is missing before", "$"),
        ("5%", "without %", "%"),
        ("staff.2021..2023", "single figures", "."),
        ("staff.*", "single figures", "."),
        ("(a + b", "never closed", "("),
        ("max(a, (b)", "never closed", "("),
        ("a + b)", "no parenthesis", ")"),
        ("1,5", "no parenthesis", ","),
        ("()", r"missing before '\)'", ")"),
        ("min()", r"missing before '\)'", ")"),
        ("abs(a, b)", "abs takes one value", "abs(a, b)"),
        ("sqrt(a, b)", "sqrt takes one value", "sqrt(a, b)"),
        ("max(1,200)", "one number or two", "1,200"),
        ("max((1,200 + a), b)", "one number or two", "1,200"),
        ("a^b", "a whole number, or 1/2", "b"),
        ("a^0.3", "a whole number, or 1/2", "0.3"),
        ("a^(1/3)", "a whole number, or 1/2", "(1/3)"),
        ("a^101", "up to 100", "101"),
        ("a^-101", "up to 100", "-101"),
        ("a^2^7", "up to 100", "2^7"),
        ("2^3^4^5", "up to 100", "4^5"),
        ("a / 0", "divides by zero", "0"),
        ("a / (2 - 2) + b", "divides by zero", "(2 - 2)"),
    ],
)
def test_errors_say_where(text: str, message: str, stretch: str) -> None:
    with pytest.raises(FormulaError, match=message) as caught:
        parse(text)
    assert text[caught.value.start : caught.value.end] == stretch


def test_error_offsets_are_code_points_of_the_raw_text() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("  a ÷ b − € + c ")
    assert (caught.value.start, caught.value.end) == (10, 11)
    with pytest.raises(FormulaError) as caught:
        parse("  a ÷  ")
    assert (caught.value.start, caught.value.end) == (5, 5)


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("1" * 60, "1" * 61, "up to 60 digits"),
        ("0." + "1" * 59, "0." + "1" * 60, "up to 60 digits"),
        ("(" * 20 + "a" + ")" * 20, "(" * 21 + "a" + ")" * 21, "nests up to 20"),
        ("1^" * 20 + "1", "1^" * 21 + "1", "nests up to 20"),
        ("+".join("a" * 199), "+".join("a" * 200), "up to 200 parts"),  # the sum is a part too
        ("a", "+".join("a" * 100_000), "up to 200 parts"),
        ("a", "/".join("a" * 3_000), "up to 200 parts"),
        ("a^100", "((a^100)^100)^100", "too large"),
        ("(a^10)^100", "(a^11)^100", "too large"),
        ("a^100 * b^100", "*".join(["a^100"] * 11), "too large"),
        ("a^(2^2)", "a^((9^100)^100)", "a whole number"),
    ],
)
def test_limits(good: str, bad: str, message: str) -> None:
    parse(good)
    with pytest.raises(FormulaError, match=message):
        parse(bad)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("b/a-1", "b ÷ a − 1"),
        ("(a+b)/2", "(a + b) ÷ 2"),
        ("((a*b))*((c))", "a × b × c"),
        ("a/(b*c)", "a ÷ (b × c)"),
        ("a/(b/c)", "a ÷ (b ÷ c)"),
        ("(a/b)/c", "a ÷ b ÷ c"),
        ("a*(b/c)", "a × b ÷ c"),
        ("a-(b-c)", "a − (b − c)"),
        ("a+(b-c)", "a + b − c"),
        ("a--b", "a + b"),
        ("-(a+b)", "−(a + b)"),
        ("a*-b", "a × (−b)"),
        ("-a*b", "−a × b"),
        ("a-(-b*c)", "a − (−b) × c"),
        ("(-a)^2", "(−a)^2"),
        ("-a^2", "−a^2"),
        ("a^-2", "a^−2"),
        ("(a^2)^3", "(a^2)^3"),
        ("(a*b)^2", "(a × b)^2"),
        ("sqrt(a*b)", "sqrt(a × b)"),
        ("max(-a,1)*abs(b-c)", "max(−a, 1) × abs(b − c)"),
        ("1,000.50", "1000.5"),
        ("-5", "−5"),
    ],
)
def test_writes_as_few_parentheses_as_needed(text: str, shown: str) -> None:
    assert render(parse(text), str) == shown


@pytest.mark.parametrize(
    ("expr", "shown"),
    [
        (Sum((A, constant("-0.25"))), "a − 0.25"),
        (Product((A, constant("-2"))), "a × (−2)"),
        (Product((A, constant("1/3"))), "a × 1/3"),
        (Quotient(A, constant("1/3")), "a ÷ (1/3)"),
        (Root(Quotient(A, B), 5), "(a ÷ b)^(1/5)"),
        (Root(Power(Quotient(A, B), 2), 11), "(a ÷ b)^(2/11)"),
        (Power(Root(A, 5), 2), "(a^(1/5))^2"),
    ],
)
def test_writes_what_nobody_types(expr: Expr, shown: str) -> None:
    assert render(expr, str) == shown


def test_writes_values_for_names() -> None:
    values = {"a": "3.446", "b": "3.027", "c": "-4.963"}.__getitem__
    assert render(parse("a / b - 1"), values) == "3.446 ÷ 3.027 − 1"
    assert render(parse("a - c"), values) == "3.446 − (-4.963)"
    assert render(parse("c - a"), values) == "-4.963 − 3.446"
    assert render(parse("c^2 + -c"), values) == "(-4.963)^2 − (-4.963)"


leaves = st.sampled_from([A, B, C]) | st.decimals(
    -5, 5, places=2, allow_nan=False, allow_infinity=False
).map(lambda d: Constant(Fraction(d)))


def larger(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        parts.map(Negative),
        parts.map(Absolute),
        several.map(Sum),
        several.map(Product),
        st.builds(Quotient, parts, parts),
        st.builds(Power, parts, st.integers(-2, 3)),
        several.map(lambda inner: Extremum("min", inner)),
        several.map(lambda inner: Extremum("max", inner)),
    )


@sample(st.recursive(leaves, larger, max_leaves=8))
def test_what_is_written_reads_as_the_same_value(expr: Expr) -> None:
    try:
        value = value_at(expr, POINT)
    except Undefined:
        return
    assert value_at(parse(render(expr, str)), POINT) == value


@sample(st.text(alphabet="ab.12,^*/+-−÷()% maxsqrt", max_size=30))
def test_any_text_is_a_formula_or_an_error_within_it(text: str) -> None:
    try:
        parse(text)
    except FormulaError as error:
        stretch = range(error.start, error.end + 1)
        if not stretch or stretch[-1] > len(text):
            pytest.fail(f"{stretch} of {text!r}")
