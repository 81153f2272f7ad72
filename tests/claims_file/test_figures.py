from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.model import Sign
from sensecheck.numbers.units import PERCENT, Unit
from tests.claims_file.loading import document_of, figure_of

RMB = Unit((("RMB", 1),))
PERSON = Unit((("person", 1),))


@pytest.mark.parametrize(
    ("unit", "label", "text", "value"),
    [
        ("RMB billion", "-4.963", "RMB -4.963 billion", -4_963_000_000),
        ("RMB billion", "−4.963", "RMB −4.963 billion", -4_963_000_000),
        ("RMB billion", "about 5", "about RMB 5 billion", 5_000_000_000),
        ("RMB billion", "(2.457)", "RMB (2.457) billion", -2_457_000_000),
        ("RMB billion", "RMB 5 million", "RMB 5 million", 5_000_000),
        ("RMB billion", "US$5 million", "US$5 million", 5_000_000),
        ("billion yuan", "4.7", "4.7 billion yuan", 4_700_000_000),
        ("$ million", "4.7", "$ 4.7 million", 4_700_000),
        ("employees", "6,113", "6,113 employees", 6113),
        ("employees", "ten", "ten employees", 10),
        ("'%'", "13.86", "13.86 %", Fraction(1386, 10000)),
        ("per cent", "13.86", "13.86 per cent", Fraction(1386, 10000)),
        ("HKD per share", "3.85", "HKD 3.85 per share", Fraction(385, 100)),
        ("days", "326.59", "326.59 days", Fraction(32659, 100)),
    ],
)
def test_the_unit_of_a_series_goes_around_the_digits(
    unit: str, label: str, text: str, value: Fraction
) -> None:
    figure = figure_of("a.2021", f"a:\n  unit: {unit}\n  2021: {label}")
    (printing,) = figure.printings
    assert printing.printed.text == text
    assert figure.values is not None
    assert figure.values.printed == value


def test_digits_with_a_unit_key_are_a_count() -> None:
    values = figure_of("a.2021", "a:\n  unit: employees\n  2021: 6,113").values
    assert values is not None
    assert values.strict.is_point


def test_a_bare_label_takes_the_unit_of_the_others_but_is_no_count() -> None:
    figure = document_of().figures["staff.2022"]
    assert figure.unit == PERSON
    assert figure.values is not None
    assert (figure.values.strict.low, figure.values.strict.high) == (
        Fraction(10195, 2),
        Fraction(10197, 2),
    )


def test_a_bare_label_takes_the_scale_of_the_others() -> None:
    figure = figure_of("a.2022", "a:\n  2021: RMB 4.7 billion\n  2022: 3.8")
    assert figure.values is not None
    assert figure.values.printed == 3_800_000_000


def test_a_bare_label_far_out_of_scale_is_a_finding() -> None:
    document = document_of(figures="a:\n  2021: RMB 4.7 billion\n  2022: 900,000")
    (finding,) = document.findings
    assert finding.message == "a.2022 has no unit: is it in RMB billion?"


def test_a_bare_label_among_two_scales_stays_bare() -> None:
    assert document_of().figures["mixed.2025"].unit is None


def test_an_unprinted_label_has_the_unit_of_the_others() -> None:
    figure = document_of().figures["staff.h1_2023"]
    assert figure.unit == PERSON
    assert figure.values is None
    assert figure.printings == ()


@pytest.mark.parametrize(
    "printings",
    ["\n    - RMB 1.05 billion\n    - RMB 1.051 billion", "[RMB 1.05 billion, RMB 1.051 billion]"],
)
def test_printings_of_one_figure_intersect_and_the_finest_gives_the_value(printings: str) -> None:
    figure = figure_of("a.2021", f"a:\n  2021: {printings}")
    assert figure.values is not None
    assert figure.values.printed == 1_051_000_000
    assert figure.values.strict.low == 1_050_500_000
    assert figure.values.strict.high == 1_051_500_000
    assert figure.finest is figure.printings[1]


def test_a_hedge_cuts_what_another_printing_admits() -> None:
    figure = figure_of("a.2021", "a:\n  2021: [RMB 169.6 million, more than RMB 169.6 million]")
    assert figure.values is not None
    assert figure.values.strict.low == 169_600_000
    assert figure.values.strict.low_open


def test_printings_that_meet_only_loosely_take_the_finer_strict_one() -> None:
    figure = figure_of("a.2021", "a:\n  2021: [45000 GPUs, 45.3 thousand GPUs]")
    assert figure.values is not None
    assert figure.values.strict.low == 45_250
    assert not figure.contradictory


def test_printings_that_exclude_each_other_are_contradictory() -> None:
    figure = figure_of("a.2021", "a:\n  2021: [RMB 168 million, RMB 300.1 million]")
    assert figure.contradictory
    assert figure.values is None
    assert len(figure.printings) == 2


def test_the_long_form() -> None:
    figure = figure_of(
        "fx_rate",
        """
        fx_rate:
          printed: 7.1 yuan per US dollar
          source: central bank
          url: https://example.org/fixing
          quote: 7.1 to the dollar
          exact: true
          note: of the day
        """,
    )
    assert (figure.name, figure.series, figure.label) == ("fx_rate", "fx_rate", "")
    assert not figure.is_literal
    assert figure.values is not None
    assert figure.values.strict.is_point
    assert (figure.source, figure.url) == ("central bank", "https://example.org/fixing")
    assert (figure.quote, figure.note) == ("7.1 to the dollar", "of the day")
    assert figure.unit == Unit((("RMB", 1), ("USD", -1)))


def test_the_long_form_of_a_label_and_of_a_scalar() -> None:
    figures = """
        a:
          source: a report
          2021:
            printed: 5 GPUs
            source: a talk
          2022: 6
        b: 12%
        """
    assert figure_of("a.2021", figures).source == "a talk"
    assert figure_of("a.2022", figures).source == "a report"
    assert figure_of("b", figures).unit == PERCENT


def test_series_and_labels_stand_in_file_order() -> None:
    document = document_of()
    assert document.series["staff"] == ("2021", "2022", "2023", "h1_2023", "h1_2024")
    assert document.series["fx_rate"] == ()
    assert [name for name in document.figures if name.startswith("margin")] == [
        "margin.2021",
        "margin.2022",
    ]


def test_labels_that_name_a_time_have_a_period() -> None:
    figures = document_of(figures="a:\n  h1_2024: 5\n  peak: 9").figures
    period = figures["a.h1_2024"].period
    assert period is not None
    assert period.start.isoformat() == "2024-01-01"
    assert figures["a.peak"].period is None


def test_the_nearest_sign_counts() -> None:
    figures = """
        a:
          sign: positive
          2021: not printed
          2022: {printed: not printed, sign: any}
        """
    assert figure_of("a.2021", figures).sign is Sign.POSITIVE
    assert figure_of("a.2022", figures).sign is Sign.ANY


@pytest.mark.parametrize(
    ("head", "series", "figure", "high"),
    [
        ("", "", "", 5_500),
        ("article:\n  rounding: truncate", "", "", 6_000),
        ("article:\n  rounding: truncate", "rounding: digits", "", 5_500),
        ("article:\n  rounding: nearest", "rounding: digits", "rounding: truncate", 6_000),
    ],
)
def test_the_nearest_rounding_counts(head: str, series: str, figure: str, high: int) -> None:
    figures = f"a:\n  {series}\n  2021:\n    printed: RMB 5 thousand\n    {figure}"
    values = figure_of("a.2021", figures, head).values
    assert values is not None
    assert values.strict.high == high


def test_numbers_are_never_yaml_numbers() -> None:
    figures = "a:\n  2021: 3.10\n  2022: 010\n  2023: 1_000"
    printings = document_of(figures=figures).figures["a.2021"].printings
    assert printings[0].printed.decimals == 2
    with_zero = figure_of("a.2022", "a:\n  2022: 010").values
    assert with_zero is not None
    assert with_zero.printed == 10


@pytest.mark.parametrize("label", ["''", '""', "é", "H1 2024", "-1"])
def test_what_is_no_label_is_a_finding(label: str) -> None:
    (finding,) = document_of(figures=f"a:\n  2021: 5 km\n  {label}: 6 km").findings
    assert finding.message == f"'{label.strip(chr(39) + chr(34))}' is not a label"
