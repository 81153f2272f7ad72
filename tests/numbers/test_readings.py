"""What a printed figure allows, strictly and loosely; every expected set is worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Nature, parse
from sensecheck.numbers.readings import Rounding, readings

NEAREST, DIGITS, TRUNCATE = Rounding


def interval(text: str) -> Interval:
    """'[1, 2)' as a set; numbers are exact, 'inf' is unbounded."""
    low, high = text[1:-1].split(", ")
    return Interval(
        None if low == "-inf" else Fraction(low),
        None if high == "inf" else Fraction(high),
        text[0] == "(",
        text[-1] == ")",
    )


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        # Measures: half a unit of the last digit; 4.70 has two decimals.
        ("4.7", "[4.65, 4.75]", "[4.65, 4.75]"),
        ("4.70", "[4.695, 4.705]", "[4.695, 4.705]"),
        ("13.86%", "[0.13855, 0.13865]", "[0.13855, 0.13865]"),
        ("RMB -4.963 billion", "[-4963500000, -4962500000]", "[-4963500000, -4962500000]"),
        ("(2,457)", "[-2457.5, -2456.5]", "[-2457.5, -2456.5]"),
        ("6,113", "[6112.5, 6113.5]", "[6112.5, 6113.5]"),
        ("25 basis points", "[0.00245, 0.00255]", "[0.00245, 0.00255]"),
        ("6 months", "[11/24, 13/24]", "[11/24, 13/24]"),
        # Trailing zeros may be rounding: half a unit of the last digit that is not 0.
        ("RMB 680 million", "[679500000, 680500000]", "[675000000, 685000000]"),
        ("£1,200", "[1199.5, 1200.5]", "[1150, 1250]"),
        ("400%", "[3.995, 4.005]", "[3.5, 4.5]"),
        ("50 bps", "[0.00495, 0.00505]", "[0.0045, 0.0055]"),
        # … but a percentage up to 100 % is never more than 5 points away.
        ("60%", "[0.595, 0.605]", "[0.55, 0.65]"),
        ("100%", "[0.995, 1.005]", "[0.95, 1.05]"),
        ("-100%", "[-1.005, -0.995]", "[-1.05, -0.95]"),
        ("60.0%", "[0.5995, 0.6005]", "[0.5995, 0.6005]"),
        # Counts are exact; their zeros may be rounding too.
        ("6,113 employees", "[6113, 6113]", "[6113, 6113]"),
        ("45,000 GPUs", "[45000, 45000]", "[44500, 45500]"),
        ("10 people", "[10, 10]", "[5, 15]"),
        ("5.2m users", "[5150000, 5250000]", "[5150000, 5250000]"),
        ("2.5 people", "[2.45, 2.55]", "[2.45, 2.55]"),
        # A noun in neither table.
        ("1 1/3", "[77/60, 83/60]", "[77/60, 83/60]"),
        ("5 versions", "[5, 5]", "[4.5, 5.5]"),
        ("500 versions", "[500, 500]", "[450, 550]"),
        # Number words: as the digits, but their zeros never loosen.
        ("ten people", "[10, 10]", "[10, 10]"),
        ("ten", "[9.5, 10.5]", "[9.5, 10.5]"),
        ("five billion", "[4500000000, 5500000000]", "[4500000000, 5500000000]"),
        ("twenty million", "[19500000, 20500000]", "[19500000, 20500000]"),
        ("three times", "[2.5, 3.5]", "[2.5, 3.5]"),
        ("five and a half years", "[5.45, 5.55]", "[5.45, 5.55]"),
        # Fractions and verbal multiples: ± 10 %.
        ("two-thirds", "[0.6, 11/15]", "[0.6, 11/15]"),
        ("half", "[0.45, 0.55]", "[0.45, 0.55]"),
        ("one in five", "[0.18, 0.22]", "[0.18, 0.22]"),
        ("doubled", "[1.8, 2.2]", "[1.8, 2.2]"),
        ("halved", "[0.45, 0.55]", "[0.45, 0.55]"),
        ("threefold", "[2.7, 3.3]", "[2.7, 3.3]"),
        ("a dozen people", "[10.8, 13.2]", "[10.8, 13.2]"),
        # 0 is exact; where it measures something, it proves no fail.
        ("0", "[0, 0]", "[0, 0]"),
        ("0 people", "[0, 0]", "[0, 0]"),
        ("0%", "[0, 0]", "[-0.005, 0.005]"),
        ("0.0%", "[-0.0005, 0.0005]", "[-0.0005, 0.0005]"),
        ("10th", "[10, 10]", "[10, 10]"),
        ("first", "[1, 1]", "[1, 1]"),
    ],
)
def test_to_the_nearest(text: str, strict: str, loose: str) -> None:
    result = readings(parse(text))
    assert result.strict == interval(strict)
    assert result.loose == interval(loose)
    assert result.printed == parse(text).value


SIGNS = {
    # plain, and turned round by a minus, brackets or a word
    "{} 5%": ("{}", False),
    "{} -5%": ("{}", True),
    "{} −5%": ("{}", True),
    "{} (5)%": ("{}", True),
    "{} up 5%": ("{}", False),
    "down {} 5%": ("{}", True),
    "{} 5% lower": ("{}", True),
    "{} 5% higher": ("{}", False),
    "a {} 5% decrease": ("{}", True),
    "an increase of {} 5%": ("{}", False),
}
HEDGED = {
    "over": "(0.05, inf)",
    "more than": "(0.05, inf)",
    "exceeding": "(0.05, inf)",
    "just over": "(0.05, inf)",
    "at least": "[0.05, inf)",
    "not less than": "[0.05, inf)",
    "under": "(-inf, 0.05)",
    "less than": "(-inf, 0.05)",
    "below": "(-inf, 0.05)",
    "at most": "(-inf, 0.05]",
    "up to": "(-inf, 0.05]",
    "no more than": "(-inf, 0.05]",
    "nearly": "[0.045, 0.05]",
    "almost": "[0.045, 0.05]",
    "just under": "[0.045, 0.05]",
    "about": "[0.045, 0.055]",
    "around": "[0.045, 0.055]",
    "roughly": "[0.045, 0.055]",
    "approximately": "[0.045, 0.055]",
    "some": "[0.045, 0.055]",
    "close to": "[0.045, 0.055]",
    "~": "[0.045, 0.055]",
}


@pytest.mark.parametrize("hedge", HEDGED)
@pytest.mark.parametrize("form", SIGNS)
def test_every_hedge_with_every_sign_and_direction(hedge: str, form: str) -> None:
    _, turned = SIGNS[form]
    expected = interval(HEDGED[hedge])
    result = readings(parse(form.format(hedge)))
    assert result.strict == result.loose == (-expected if turned else expected)
    value = Fraction(-1 if turned else 1, 20)
    assert result.printed == (value if "." in HEDGED[hedge] and "55" in HEDGED[hedge] else None)


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("over RMB 49 billion", "(49000000000, inf)", "(49000000000, inf)"),
        ("less than RMB 170 million", "(-inf, 170000000)", "(-inf, 170000000)"),
        ("fewer than 500 people", "[0, 500)", "[0, 500)"),
        ("up to 500 people", "[0, 500]", "[0, 500]"),
        ("at most 2 million people", "[0, 2000000]", "[0, 2000000]"),
        ("500 or more people", "[500, inf)", "[500, inf)"),
        ("500+", "[500, inf)", "[500, inf)"),
        ("500 or fewer", "(-inf, 500]", "(-inf, 500]"),
        ("nearly double", "[1.8, 2]", "[1.8, 2]"),
        ("nearly -5%", "[-0.05, -0.045]", "[-0.05, -0.045]"),
        ("down at least 5%", "(-inf, -0.05]", "(-inf, -0.05]"),
        ("more than half", "(0.5, inf)", "(0.5, inf)"),
        ("nearly 0%", "[0, 0]", "[0, 0]"),
        # Half of the last non-zero digit is 50 million, 16.7 %: at most 15 %. The digits alone
        # may be loose by those 50 million.
        ("about RMB 300 million", "[255000000, 345000000]", "[250000000, 350000000]"),
        ("roughly 70%", "[0.65, 0.75]", "[0.65, 0.75]"),
        # ± 5 is 0.5 %: at least 5 %.
        ("about 1,050", "[997.5, 1102.5]", "[997.5, 1102.5]"),
        ("about 45,000 GPUs", "[42750, 47250]", "[42750, 47250]"),
        ("about 4.70", "[4.465, 4.935]", "[4.465, 4.935]"),
        # Never narrower than without the hedge: 2 million is ± 0.5 million.
        ("about 2 million", "[1500000, 2500000]", "[1500000, 2500000]"),
        ("about half", "[0.45, 0.55]", "[0.45, 0.55]"),
        ("about two-thirds", "[0.6, 11/15]", "[0.6, 11/15]"),
        ("about doubled", "[1.7, 2.3]", "[1.7, 2.3]"),
        ("about 100%", "[0.85, 1.15]", "[0.85, 1.15]"),
        ("about ten", "[8.5, 11.5]", "[8.5, 11.5]"),
        ("about 0%", "[0, 0]", "[-0.005, 0.005]"),
        # Ranges.
        ("12–15%", "[0.115, 0.155]", "[0.115, 0.155]"),
        ("between 5 and 7", "[4.5, 7.5]", "[4.5, 7.5]"),
        ("5.0 to 7", "[4.95, 7.5]", "[4.95, 7.5]"),
        ("100 to 200", "[99.5, 200.5]", "[50, 250]"),
        ("60–70%", "[0.595, 0.705]", "[0.55, 0.75]"),
        ("900 million to 1.2 billion", "[899500000, 1250000000]", "[850000000, 1250000000]"),
        # 4.5 less 5 % of 5, 7.5 and 5 % of 7.
        ("about 5 to 7", "[4.25, 7.85]", "[4.25, 7.85]"),
        ("-5 to -7%", "[-0.075, -0.045]", "[-0.075, -0.045]"),
        ("-7 to -5%", "[-0.075, -0.045]", "[-0.075, -0.045]"),
        ("-5 to 7%", "[-0.055, 0.075]", "[-0.055, 0.075]"),
        ("down 5–7%", "[-0.075, -0.045]", "[-0.075, -0.045]"),
    ],
)
def test_hedges_and_ranges(text: str, strict: str, loose: str) -> None:
    result = readings(parse(text))
    assert result.strict == interval(strict)
    assert result.loose == interval(loose)


@pytest.mark.parametrize(
    ("text", "digits", "cut"),
    [
        ("RMB 680 million", "[679500000, 680500000]", "[680000000, 681000000)"),
        ("4.70", "[4.695, 4.705]", "[4.7, 4.71)"),
        ("-4.70", "[-4.705, -4.695]", "(-4.71, -4.7]"),
        ("down 4.70%", "[-0.04705, -0.04695]", "(-0.0471, -0.047]"),
        ("45,000 GPUs", "[45000, 45000]", "[45000, 45000]"),
        ("400%", "[3.995, 4.005]", "[4, 4.01)"),
        ("0", "[0, 0]", "(-1, 1)"),
        ("0.0%", "[-0.0005, 0.0005]", "(-0.001, 0.001)"),
        ("0 people", "[0, 0]", "[0, 0]"),
        ("two-thirds", "[0.6, 11/15]", "[0.6, 11/15]"),
        ("over 5%", "(0.05, inf)", "(0.05, inf)"),
        ("100 to 200", "[99.5, 200.5]", "[100, 201)"),
        ("-100 to -200", "[-200.5, -99.5]", "(-201, -100]"),
    ],
)
def test_digits_and_truncate(text: str, digits: str, cut: str) -> None:
    printed = parse(text)
    for rounding, expected in ((DIGITS, digits), (TRUNCATE, cut)):
        result = readings(printed, rounding)
        assert result.strict == result.loose == interval(expected)


def test_exact_pins_to_the_point() -> None:
    for text, value in (("RMB 680 million", 680 * 10**6), ("about 5", 5), ("-4.70", "-4.7")):
        result = readings(parse(text), exact=True)
        assert result.strict == result.loose == Interval.point(Fraction(value))
    # Where there is no one value there is nothing to pin.
    for text in ("over 5", "5 to 7"):
        assert readings(parse(text), exact=True) == readings(parse(text))


def test_a_stated_count_of_an_average_is_rounded() -> None:
    result = readings(parse("5,606 employees"), as_measure=True)
    assert result.strict == result.loose == interval("[5605.5, 5606.5]")
    result = readings(parse("5,600 employees"), as_measure=True)
    assert result.strict == interval("[5599.5, 5600.5]")
    assert result.loose == interval("[5550, 5650]")
    result = readings(parse("5,606 employees"), TRUNCATE, as_measure=True)
    assert result.strict == interval("[5606, 5607)")


def test_a_bare_number_with_the_unit_of_others_is_no_count() -> None:
    printed = parse("6,113").with_unit_of(parse("4,531 employees"))
    assert printed.nature is not Nature.COUNT
    assert readings(printed).strict == interval("[6112.5, 6113.5]")
    printed = parse("-12.16").with_unit_of(parse("RMB 4.963 billion"))
    assert readings(printed).strict == interval("[-12165000000, -12155000000]")
    printed = parse("60").with_unit_of(parse("5%"))
    assert readings(printed).loose == interval("[0.55, 0.65]")


@pytest.mark.parametrize("text", ["not printed", "end of 2021", "October 22, 2024"])
def test_no_value_no_reading(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        readings(parse(text))


def _rounded(value: Fraction, places: int, mode: str) -> Fraction:
    scaled = value * 10**places
    whole = scaled.__floor__()
    part = scaled - whole
    if mode == "truncate":
        return Fraction(whole if value >= 0 else -((-scaled).__floor__()), 10**places)
    up = part > Fraction(1, 2) or (
        part == Fraction(1, 2) and {"up": True, "down": False, "even": whole % 2 == 1}[mode]
    )
    return Fraction(whole + up, 10**places)


def _written(value: Fraction, places: int) -> str:
    digits = f"{abs(value.numerator * 10**places // value.denominator):0{places + 1}}"
    whole = f"{int(digits[: len(digits) - places]):,}"
    return ("-" if value < 0 else "") + whole + ("." + digits[-places:] if places else "")


@given(
    st.fractions(-(10**6), 10**6, max_denominator=4000),
    st.integers(0, 4),
    st.sampled_from(["up", "down", "even", "truncate"]),
    st.sampled_from(["RMB {} billion", "{}%", "{}", "{} million", "HK${}", "{} bps", "{} km"]),
)
def test_the_true_value_is_among_the_readings(
    value: Fraction, places: int, mode: str, form: str
) -> None:
    rounded = _rounded(value, places, mode)
    number = abs(rounded.numerator) * 10**places // rounded.denominator
    text = _written(Fraction(number if rounded >= 0 else -number, 10**places), places)
    printed = parse(form.format(text))
    true = value * printed.factor
    result = readings(printed, TRUNCATE if mode == "truncate" else NEAREST)
    if rounded or places or mode == "truncate":
        assert true in result.strict
    # A printed 0 is exact only strictly, and without a unit.
    if rounded or printed.nature is Nature.MEASURE:
        assert true in result.loose
    assert result.loose.covers(result.strict)


@given(
    st.integers(0, 10**7),
    st.integers(0, 3),
    st.sampled_from(["", "about ", "over ", "nearly ", "under ", "at least ", "up to "]),
    st.sampled_from(["{}", "-{}", "{} people", "{}%", "{} versions", "{} billion", "down {}"]),
    st.sampled_from(Rounding),
    st.booleans(),
)
def test_loose_holds_strict_and_the_printed_value(
    number: int, places: int, hedge: str, form: str, rounding: Rounding, as_measure: bool
) -> None:
    text = hedge + form.format(_written(Fraction(number, 10**places), places))
    if hedge == "under " and not number:
        return
    result = readings(parse(text), rounding, as_measure=as_measure)
    assert result.loose.covers(result.strict)
    if result.printed is not None:
        assert result.printed in result.strict
