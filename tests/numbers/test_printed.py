"""Reading printed figures: every form, every refusal with its place, and writing them again."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecheck.numbers import printed
from sensecheck.numbers.printed import (
    Direction,
    Hedge,
    Kind,
    Nature,
    Printed,
    Unreadable,
    parse,
)
from sensecheck.numbers.readings import readings
from sensecheck.numbers.units import PERCENT, Unit

# The figure, its kind, x̂ (None: it has none), decimals, and the digits by themselves.
READ: list[tuple[str, Kind, str | None, int, str]] = [
    ("RMB 4.7 billion", Kind.NUMBER, "4700000000", 1, "4.7"),
    ("RMB4.7bn", Kind.NUMBER, "4700000000", 1, "4.7"),
    ("RMB -4.963 billion", Kind.NUMBER, "-4963000000", 3, "4.963"),
    ("-4.963 RMB billion", Kind.NUMBER, "-4963000000", 3, "4.963"),
    ("RMB billion -4.963", Kind.NUMBER, "-4963000000", 3, "4.963"),
    ("RMB (4.963) billion", Kind.NUMBER, "-4963000000", 3, "4.963"),
    ("HK$3.85", Kind.NUMBER, "3.85", 2, "3.85"),
    ("US$5.2 billion", Kind.NUMBER, "5200000000", 1, "5.2"),
    ("$1.2bn", Kind.NUMBER, "1200000000", 1, "1.2"),
    ("$1.13bn", Kind.NUMBER, "1130000000", 2, "1.13"),
    ("A$246bn", Kind.NUMBER, "246000000000", 0, "246"),
    ("£641m", Kind.NUMBER, "641000000", 0, "641"),
    ("€3 million", Kind.NUMBER, "3000000", 0, "3"),
    ("MSEK 60", Kind.NUMBER, "60000000", 0, "60"),
    ("48.5 MGBP", Kind.NUMBER, "48500000", 1, "48.5"),
    ("US$3T", Kind.NUMBER, "3000000000000", 0, "3"),
    ("1.2 billion yuan", Kind.NUMBER, "1200000000", 1, "1.2"),
    ("Rs 1,23,456 crore", Kind.NUMBER, "1234560000000", 0, "1,23,456"),
    ("5 lakh", Kind.NUMBER, "500000", 0, "5"),
    ("5k", Kind.NUMBER, "5000", 0, "5"),
    ("2 thousand million", Kind.NUMBER, "2000000000", 0, "2"),
    ("6,113 employees", Kind.NUMBER, "6113", 0, "6,113"),
    ("6\u00a0113 employees", Kind.NUMBER, "6113", 0, "6\u00a0113"),
    ("6 113 employees", Kind.NUMBER, "6113", 0, "6 113"),
    ("1'234'567", Kind.NUMBER, "1234567", 0, "1'234'567"),
    ("13.86%", Kind.NUMBER, "0.1386", 2, "13.86"),
    ("12.9 per cent", Kind.NUMBER, "0.129", 1, "12.9"),
    ("5 percentage points", Kind.NUMBER, "0.05", 0, "5"),
    ("25 basis points", Kind.NUMBER, "0.0025", 0, "25"),
    ("326.59 days", Kind.NUMBER, "326.59", 2, "326.59"),
    ("20,000 PetaFLOPS", Kind.NUMBER, "20000000000000000000", 0, "20,000"),
    ("136.069 units", Kind.NUMBER, "136.069", 3, "136.069"),
    ("8 pence", Kind.NUMBER, "0.08", 0, "8"),
    ("3.4 times", Kind.NUMBER, "3.4", 1, "3.4"),
    ("2021", Kind.NUMBER, "2021", 0, "2021"),
    (".5", Kind.NUMBER, "0.5", 1, ".5"),
    ("0", Kind.NUMBER, "0", 0, "0"),
    ("5 people.", Kind.NUMBER, "5", 0, "5"),
    ("4,672 employees¹", Kind.NUMBER, "4672", 0, "4,672"),
    ("a total of 12 rounds", Kind.NUMBER, "12", 0, "12"),
    ("RMB 49 billion in", Kind.NUMBER, "49000000000", 0, "49"),
    ("1.051 billion, a year", Kind.NUMBER, "1051000000", 3, "1.051"),
    ("5% in the third quarter", Kind.NUMBER, "0.05", 0, "5"),
    # Signs and directions.
    ("(2,457)", Kind.NUMBER, "-2457", 0, "2,457"),
    ("(RMB 2,457)", Kind.NUMBER, "-2457", 0, "2,457"),
    ("(13.2)%", Kind.NUMBER, "-0.132", 1, "13.2"),
    ("−18.97%", Kind.NUMBER, "-0.1897", 2, "18.97"),
    ("-$5", Kind.NUMBER, "-5", 0, "5"),
    ("$-5", Kind.NUMBER, "-5", 0, "5"),
    ("minus 5%", Kind.NUMBER, "-0.05", 0, "5"),
    ("+5%", Kind.NUMBER, "0.05", 0, "5"),
    ("down 18.97%", Kind.NUMBER, "-0.1897", 2, "18.97"),
    ("6.9% fewer", Kind.NUMBER, "-0.069", 1, "6.9"),
    ("a 6.9% decrease", Kind.NUMBER, "-0.069", 1, "6.9"),
    ("fell by 6.9%", Kind.NUMBER, "-0.069", 1, "6.9"),
    ("an increase of 32.2%", Kind.NUMBER, "0.322", 1, "32.2"),
    ("a year-on-year increase of 5%", Kind.NUMBER, "0.05", 0, "5"),
    ("growth of -5%", Kind.NUMBER, "-0.05", 0, "5"),
    # Hedges: one-sided ones leave no value.
    ("over HKD 250 billion", Kind.NUMBER, None, 0, "250"),
    ("about RMB 300 million", Kind.NUMBER, "300000000", 0, "300"),
    ("roughly 70%", Kind.NUMBER, "0.7", 0, "70"),
    ("a roughly 70% increase", Kind.NUMBER, "0.7", 0, "70"),
    ("up to 5%", Kind.NUMBER, None, 0, "5"),
    # Words.
    ("ten", Kind.WORDS, "10", 0, "ten"),
    ("twenty-one people", Kind.WORDS, "21", 0, "twenty-one"),
    ("Two hundred", Kind.WORDS, "200", 0, "Two"),
    ("two hundred and five million", Kind.WORDS, "205000000", 0, "two hundred and five"),
    ("two thousand five hundred", Kind.WORDS, "2500", 0, "two thousand five hundred"),
    ("five billion", Kind.WORDS, "5000000000", 0, "five"),
    ("a million", Kind.WORDS, "1000000", 0, "a"),
    ("half a million", Kind.WORDS, "500000", 1, "half a"),
    ("five and a half years", Kind.WORDS, "5.5", 1, "five and a half"),
    ("twenty and three fifths", Kind.WORDS, "20.6", 1, "twenty and three fifths"),
    ("two cts", Kind.WORDS, "0.02", 0, "two"),
    ("three times as many", Kind.WORDS, "3", 0, "three"),
    ("one hundred and twenty thousand", Kind.WORDS, "120000", 0, "one hundred and twenty"),
    ("zero", Kind.WORDS, "0", 0, "zero"),
    ("nought point nought three", Kind.WORDS, "0.03", 2, "nought point nought three"),
    ("five point five million", Kind.WORDS, "5500000", 1, "five point five"),
    ("two hundred point seventy-one", Kind.WORDS, "200.71", 2, "two hundred point seventy-one"),
    ("two-and-a-half years", Kind.WORDS, "2.5", 1, "two-and-a-half"),
    ("hundred thousand dollars", Kind.WORDS, "100000", 0, "hundred"),
    # Fractions.
    ("1 1/2", Kind.NUMBER, "1.5", 1, "1 1/2"),
    ("5½", Kind.NUMBER, "5.5", 1, "5½"),
    ("2¼%", Kind.NUMBER, "0.0225", 2, "2¼"),
    ("½", Kind.MULTIPLE, "1/2", 1, "½"),
    ("2/3", Kind.MULTIPLE, "2/3", 2, "2/3"),
    ("two-thirds", Kind.MULTIPLE, "2/3", 2, "two-thirds"),
    ("a third of staff", Kind.MULTIPLE, "1/3", 2, "a third"),
    ("three quarters", Kind.MULTIPLE, "3/4", 2, "three quarters"),
    ("half a day", Kind.MULTIPLE, "1/2", 1, "half"),
    ("one twenty-fifth", Kind.MULTIPLE, "1/25", 2, "one twenty-fifth"),
    ("three twenty-firsts", Kind.MULTIPLE, "1/7", 2, "three twenty-firsts"),
    ("fifty-four hundredths", Kind.MULTIPLE, "27/50", 2, "fifty-four hundredths"),
    ("5 hundredths", Kind.MULTIPLE, "1/20", 2, "5 hundredths"),
    ("one in five", Kind.MULTIPLE, "1/5", 1, "one in five"),
    ("1 in every 5", Kind.MULTIPLE, "1/5", 1, "1 in every 5"),
    ("twice a day", Kind.MULTIPLE, "2", 0, "twice"),
    ("nine out of 10", Kind.MULTIPLE, "9/10", 1, "nine out of 10"),
    ("1 in 10,000", Kind.MULTIPLE, "1/10000", 2, "1 in 10,000"),
    ("threefold", Kind.MULTIPLE, "3", 0, "threefold"),
    ("two-fold", Kind.MULTIPLE, "2", 0, "two-fold"),
    ("doubled", Kind.MULTIPLE, "2", 0, "doubled"),
    ("halved", Kind.MULTIPLE, "1/2", 1, "halved"),
    ("nearly double", Kind.MULTIPLE, None, 0, "double"),
    ("a dozen people", Kind.MULTIPLE, "12", 0, "a dozen"),
    ("two dozen", Kind.MULTIPLE, "24", 0, "two dozen"),
    ("half a dozen", Kind.MULTIPLE, "6", 0, "half a dozen"),
    # Ordinals.
    ("10th", Kind.ORDINAL, "10", 0, "10th"),
    ("tenth", Kind.ORDINAL, "10", 0, "tenth"),
    ("twenty-first", Kind.ORDINAL, "21", 0, "twenty-first"),
    ("the third largest", Kind.ORDINAL, "3", 0, "third"),
    # Nothing to compute with.
    ("not printed", Kind.MISSING, None, 0, "not printed"),
    ("October 22, 2024", Kind.PERIOD, None, 0, "October 22, 2024"),
    ("end of 2021", Kind.PERIOD, None, 0, "end of 2021"),
    ("Q3 2023", Kind.PERIOD, None, 0, "Q3 2023"),
    # Ranges.
    ("12–15%", Kind.RANGE, None, 0, "12–15"),
    ("between 5 and 7", Kind.RANGE, None, 0, "5 and 7"),
    ("RMB 5 to RMB 7 billion", Kind.RANGE, None, 0, "5 to RMB 7"),
]


@pytest.mark.parametrize(("text", "kind", "value", "decimals", "digits"), READ)
def test_read(text: str, kind: Kind, value: str | None, decimals: int, digits: str) -> None:
    printed = parse(text)
    assert printed.kind is kind
    assert printed.value == (None if value is None else Fraction(value))
    assert printed.decimals == decimals
    assert text[printed.start : printed.end] == digits
    assert printed.text == text


@pytest.mark.parametrize("dash", "-‐‑‒–—―−﹣－")
def test_every_dash_is_a_minus_and_joins_a_range(dash: str) -> None:
    assert parse(f"{dash}18.97%").value == Fraction(-1897, 10000)
    assert parse(f"RMB {dash}5 billion").negative
    assert parse(f"12{dash}15%").high == 15


@pytest.mark.parametrize(
    ("text", "low", "high", "decimals", "factor"),
    [
        ("12–15%", 12, 15, (0, 0), Fraction(1, 100)),
        ("12% to 15%", 12, 15, (0, 0), Fraction(1, 100)),
        ("between 5 and 7.5", 5, Fraction(15, 2), (0, 1), 1),
        ("5 to 7 million", 5, 7, (0, 0), 10**6),
        ("RMB 5–7 billion", 5, 7, (0, 0), 10**9),
        ("$5-$7 billion", 5, 7, (0, 0), 10**9),
        ("between RMB 5 and 7 billion", 5, 7, (0, 0), 10**9),
        ("RMB 680 million to RMB 900 million", 680, 900, (0, 0), 10**6),
        # 1.2 billion is 1,200 million, to the nearest hundred million.
        ("900 million to 1.2 billion", 900, 1200, (0, -2), 10**6),
        ("20~30%", 20, 30, (0, 0), Fraction(1, 100)),
        ("five to seven people", 5, 7, (0, 0), 1),
        ("-5 to 7%", -5, 7, (0, 0), Fraction(1, 100)),
        ("-7% to -5%", 5, 7, (0, 0), Fraction(1, 100)),
    ],
)
def test_ranges(
    text: str, low: Fraction, high: Fraction, decimals: tuple[int, int], factor: Fraction
) -> None:
    printed = parse(text)
    assert printed.kind is Kind.RANGE
    assert (printed.number, printed.high) == (low, high)
    assert (printed.decimals, printed.high_decimals) == decimals
    assert printed.factor == factor


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        *((text, Hedge.ABOVE) for text in ("over 5", "more than 5", "exceeding 5", "just over 5")),
        *((text, Hedge.FROM) for text in ("at least 5", "5 or more", "not less than 5", "5+")),
        *(
            (text, Hedge.ABOVE)
            for text in ("exceed 5", "topped 5", "older than 5", "longer than 5")
        ),
        *((text, Hedge.FROM) for text in ("5-plus", "as few as 5", "equal to or more than 5")),
        *((text, Hedge.TO) for text in ("no longer than 5", "equal to or less than 5")),
        *((text, Hedge.ABOUT) for text in ("5-odd", "5ish")),
        *((text, Hedge.FROM) for text in ("≥5", ">= 5", "5 and above", "no fewer than 5")),
        *((text, Hedge.BELOW) for text in ("under 5", "less than 5", "fewer than 5", "below 5")),
        *((text, Hedge.TO) for text in ("at most 5", "up to 5", "no more than 5", "5 or less")),
        *((text, Hedge.NEARLY) for text in ("nearly 5", "almost 5", "just under 5")),
        *((text, Hedge.ABOUT) for text in ("about 5", "around 5", "roughly 5", "~5", "some 5")),
        *((text, Hedge.ABOUT) for text in ("approximately 5", "close to 5", "5 or so")),
        ("5", None),
        ("up 5%", None),
        ("5 more", None),
    ],
)
def test_hedges(text: str, hedge: Hedge | None) -> None:
    printed = parse(text)
    assert printed.hedge is hedge
    assert printed.magnitude == 5 * printed.factor


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        *((text, Direction.UP) for text in ("up 5%", "5% higher", "5% more", "rose 5%")),
        *((text, Direction.UP) for text in ("an increase of 5%", "a 5% increase", "5 more rounds")),
        *((text, Direction.DOWN) for text in ("down 5%", "5% lower", "5% fewer", "5% less")),
        *((text, Direction.DOWN) for text in ("a drop of 5%", "a 5% decline", "fell by 5%")),
        ("down by at least 5%", Direction.DOWN),
        ("at least 5% down", Direction.DOWN),
        ("5%", None),
    ],
)
def test_directions(text: str, direction: Direction | None) -> None:
    printed = parse(text)
    assert printed.direction is direction
    assert printed.is_downward == (direction is Direction.DOWN)
    plain = printed.undirected()
    assert plain.direction is None
    assert plain.magnitude == printed.magnitude
    assert not plain.is_downward


@pytest.mark.parametrize(
    ("text", "part", "instead"),
    [
        ("", "", "not printed"),
        ("   ", "   ", "not printed"),
        ("3.817.69", "3.817.69", ""),
        ("RMB 1,5 billion", "1,5", "1.5"),
        ("€1.234,56", "1.234,56", "1,234.56"),
        ("1e5", "1e5", ""),
        ("1.3e+6", "1.3e+6", ""),
        ("5,098 and 4,531", "4,531", "5,098"),
        ("5 or 6", "6", "5"),
        ("two or three people", "three", "two"),
        ("6.9% fewer than in 2021", "2021", "6.9% fewer"),
        ("5 in 2024", "2024", "5"),
        ("from 680 million to RMB 900 million", "from", "680 million to RMB 900 million"),
        ("680 million to RMB 900 million", "to", ""),
        ("5% to 7 people", "to", ""),
        ("5 million to 7", "to", ""),
        ("7 to 5%", "7 to 5", ""),
        ("5 to -7", "5 to -7", ""),
        ("a third to a half", "a third to a half", ""),
        ("nearly 5 to 7", "nearly 5 to 7", ""),
        ("5 to 7 or more", "5 to 7 or more", ""),
        ("between 5", "between 5", ""),
        ("between 5 to 7", "between 5", ""),
        ("about over 5", "over", ""),
        ("over 5 or more", "or", ""),
        ("up 5% lower", "lower", ""),
        ("down -5%", "down -5%", ""),
        ("--5", "-", ""),
        ("(-5)", "-", ""),
        ("(5", "(5", ""),
        ("5)", ")", "5"),
        ("5 -", "-", "5"),
        ("$5 (about £4)", "(", "$5"),
        ("[5]", "[", ""),
        ("revenue of RMB 5 billion", "revenue", ""),
        ("higher", "higher", ""),
        ("a few people", "few", ""),
        ("fewer than 0 people", "fewer than 0 people", ""),
        ("3/4/2024", "3/4", ""),
        ("9/5", "9/5", ""),
        ("5 km days", "days", "5 km"),
        ("12 per 1,000 in 2020", "2020", "12 per 1,000"),
        ("5²", "²", "5"),
        ("5 G", "G", "5"),
        ("$5 billion billion", "billion", "$5 billion"),
        ("one hundred thirty fifths", "fifths", "one hundred thirty"),
        ("thirteen dollars forty-five", "forty", "thirteen dollars"),
        ("1" * 61, "1" * 61, ""),
        ("5" + "0" * 39 + " billion", "5" + "0" * 39, ""),
        ("0." + "0" * 40 + "1", "0." + "0" * 40 + "1", ""),
        ("RMB\u202e5", "\u202e", "RMB5"),
        ("5\x00", "\x00", "5"),
        ("5\u200b%", "\u200b", "5%"),
        ("٣", "٣", ""),
        ("5٣", "٣", "5"),
        ("５", "５", ""),
        ("😀", "😀", ""),
    ],
)
def test_what_is_unreadable_says_why_and_where(text: str, part: str, instead: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(text)
    error = caught.value
    assert text[error.start : error.end] == part
    assert error.instead == instead
    assert error.reason
    assert str(error) == error.reason


def test_too_many_words_or_characters() -> None:
    for text in ("5 " + "very " * 9 + "people", "5" + " " * 500, "x" * 10**5):
        with pytest.raises(Unreadable):
            parse(text)


def test_scale_and_unit_of_another() -> None:
    bare, money = parse("-4.963"), parse("RMB 12.16 billion")
    taken = bare.with_unit_of(money)
    assert taken.value == -4963 * 10**6
    assert (taken.unit, taken.scaled, taken.nature) == (money.unit, True, Nature.MEASURE)
    assert taken.text == bare.text
    assert parse("5").with_unit_of(parse("7%")).unit == PERCENT
    assert parse("5").with_unit_of(parse("7 people")).nature is Nature.BARE
    assert parse("5 million").with_unit_of(parse("7 people")).value == 5 * 10**6


def test_step() -> None:
    assert parse("RMB 4.963 billion").step == 10**6
    assert parse("13.86%").step == Fraction(1, 10000)
    assert parse("6 months").step == Fraction(1, 12)


@pytest.mark.parametrize(
    ("text", "value", "decimals", "written"),
    [
        ("13.86%", "0.1384", None, "13.84%"),
        ("13.86%", "0.13845", 1, "13.8%"),
        ("13.86%", "0.138", 3, "13.800%"),
        # Half to even.
        ("13.9%", "0.1385", None, "13.8%"),
        ("RMB 3.0 billion", "3026800000", 4, "RMB 3.0268 billion"),
        ("about RMB 300 million", "312000000", None, "about RMB 312 million"),
        ("6,113 employees", "4531", None, "4,531 employees"),
        ("6,113 employees", "531", None, "531 employees"),
        ("900 employees", "1050", None, "1,050 employees"),
        ("6113 employees", "45310", None, "45310 employees"),
        ("6\u00a0113", "1234567", None, "1\u00a0234\u00a0567"),
        ("6'113.5", "1234567", None, "1'234'567.0"),
        ("down 18.97%", "-0.2", None, "down 20.00%"),
        ("down 18.97%", "0.2", None, "up 20.00%"),
        ("6.9% fewer", "0.05", None, "5.0% more"),
        ("An increase of 5%", "-0.05", None, "A decrease of 5%"),
        ("more than 5% lower", "0.06", None, "more than 6% higher"),
        ("up to 5% lower", "0.06", None, "up to 6% higher"),
        ("5% or more down", "0.06", None, "6% or more up"),
        ("-5%", "0.06", None, "6%"),
        ("minus 5%", "0.06", None, "6%"),
        ("growth of -5%", "0.06", None, "growth of 6%"),
        ("5%", "-0.06", None, "-6%"),
        ("$5", "-6", None, "-$6"),
        ("US$5", "-6", None, "-US$6"),
        ("RMB 5 billion", "-6000000000", None, "RMB -6 billion"),
        ("(2,457)", "-2500", None, "(2,500)"),
        ("(2,457)", "2500", None, "2,500"),
        ("(13.2)%", "0.15", None, "15.0%"),
        ("-5%", "0", None, "-0%"),
        ("ten people", "12", None, "12 people"),
        ("five billion", "6000000000", None, "6 billion"),
        ("half a million", "600000", None, "0.6 million"),
        ("five and a half years", "6.25", None, "6.2 years"),
        ("two-thirds", "0.7", None, "0.70 times"),
        ("half a day", "0.6", None, "0.6 day"),
        ("nearly double", "1.9", 1, "nearly 1.9 times"),
        ("HKD 3.85 per share", "4.1", None, "HKD 4.10 per share"),
        ("680 million", "685000000", -1, "680 million"),
    ],
)
def test_rewritten(text: str, value: str, decimals: int | None, written: str) -> None:
    assert parse(text).rewritten(Fraction(value), decimals) == written


def test_what_has_no_number_is_not_rewritten() -> None:
    for text in ("not printed", "end of 2021"):
        with pytest.raises(ValueError, match=text):
            parse(text).rewritten(Fraction(1))


@given(
    st.sampled_from([row[0] for row in READ]),
    st.fractions(-(10**12), 10**12),
    st.integers(0, 5),
)
def test_rewriting_round_trips(text: str, value: Fraction, decimals: int) -> None:
    printed = parse(text)
    if printed.value is None or printed.kind is Kind.ORDINAL:
        return
    number = round(abs(value / printed.factor) * 10**decimals)
    again = parse(printed.rewritten(value, decimals))
    assert again.magnitude == Fraction(number, 10**decimals) * printed.factor
    assert again.decimals == decimals
    assert again.unit == printed.unit
    if number:
        assert again.value is not None
        assert (again.value < 0) == (value < 0)


alphabet = st.one_of(
    st.characters(),
    st.sampled_from("0123456789.,'’ -–−()%$£¥/~+½\u00a0"),
    st.sampled_from(
        " million| billion| and | a | half|RMB |HK$|about |over | or more| per | people| to |"
        "between | of | fewer|down |two|-thirds| hundred| in |m|bn|k| days|th|°C|1/2|e5".split("|")
    ),
)


@given(st.lists(alphabet, max_size=12).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = _read_or_refused(text)
    if isinstance(read, Unreadable):
        assert 0 <= read.start <= read.end <= len(text)
        assert read.reason
        return
    assert 0 <= read.start < read.end <= len(text)
    assert read.factor > 0
    if read.kind is Kind.RANGE:
        assert read.number is not None
        assert read.high is not None
        assert read.number <= read.high
    if read.number is not None:
        read.rewritten(Fraction(-355, 113))
        readings(read)


def _read_or_refused(text: str) -> Printed | Unreadable:
    try:
        return parse(text)
    except Unreadable as refused:
        return refused


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1 ", "5.", "two ", "hundred ", "(", "-", "per ", "a ", "million ", "é", "½"],
)
def test_long_texts_take_no_time(piece: str) -> None:
    started = time.process_time()
    for length in (399, 10**5):
        with pytest.raises(Unreadable):
            parse((piece * length)[:length])
    assert time.process_time() - started < 0.2


def test_a_figure_is_read_once() -> None:
    assert parse("RMB 4.963 billion") is parse("RMB 4.963 billion")
    assert isinstance(parse("5"), Printed)
    assert parse("5 people").unit == Unit((("person", 1),))


@given(
    st.sampled_from(
        [
            *("RMB {} billion", "RMB -{} billion", "-{}%", "({}) million", "HK${}", "{} employees"),
            *("about {} percentage points", "down {}%", "{}% fewer", "over US${}bn", "{}", "£{}m"),
            *("{} yuan per US dollar", "nearly {} times", "March {}", "{}th", "Q{} loss"),
            "{} x {}",
        ]
    ),
    st.from_regex(r"([0-9]{1,3},[0-9]{3}|[0-9]{1,5})\.[0-9]{1,4}", fullmatch=True),
)
def test_the_words_mean_the_same_around_another_number(words: str, digits: str) -> None:
    text = words.replace("{}", digits)
    try:
        slowly = printed._printed(text)
    except Unreadable:
        slowly = None
    quickly = printed._like_another(text)
    assert quickly is None or quickly == slowly
