"""Which words are units, what they are worth, and which nouns count."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers.currencies import currencies
from sensecheck.numbers.measures import measures
from sensecheck.numbers.nouns import noun, singulars, unknown_noun
from sensecheck.numbers.printed import Nature, Unreadable, parse, uses_yen_sign
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit


def unit(**powers: int) -> Unit:
    return Unit(tuple(sorted((name.replace("_", " "), power) for name, power in powers.items())))


@pytest.mark.parametrize(
    ("text", "expected", "factor"),
    [
        ("RMB 5", unit(RMB=1), 1),
        ("CNY5", unit(RMB=1), 1),
        ("5 yuan", unit(RMB=1), 1),
        ("5 renminbi", unit(RMB=1), 1),
        ("CN¥5", unit(RMB=1), 1),
        ("¥5", unit(RMB=1), 1),
        ("￥5", unit(RMB=1), 1),
        ("¥5 yuan", unit(RMB=1), 1),
        ("5 yen", unit(JPY=1), 1),
        ("JP¥5", unit(JPY=1), 1),
        ("$5", unit(USD=1), 1),
        ("US$5", unit(USD=1), 1),
        ("US $5", unit(USD=1), 1),
        ("U.S. $5", unit(USD=1), 1),
        ("USD 5", unit(USD=1), 1),
        ("5 US dollars", unit(USD=1), 1),
        ("5 dollars", unit(USD=1), 1),
        ("HK$3", unit(HKD=1), 1),
        ("HKD 3", unit(HKD=1), 1),
        ("3 Hong Kong dollars", unit(HKD=1), 1),
        ("A$3", unit(AUD=1), 1),
        ("C$3", unit(CAD=1), 1),
        ("S$3", unit(SGD=1), 1),
        ("NT$3", unit(TWD=1), 1),
        ("R$3", unit(BRL=1), 1),
        ("£3", unit(GBP=1), 1),
        ("3 pounds", unit(GBP=1), 1),
        ("€3", unit(EUR=1), 1),
        ("3 euros", unit(EUR=1), 1),
        ("CHF 3", unit(CHF=1), 1),
        ("₹3", unit(INR=1), 1),
        ("Rs. 3", unit(INR=1), 1),
        ("₩3", unit(KRW=1), 1),
        ("3 won", unit(KRW=1), 1),
        ("₽3", unit(RUB=1), 1),
        ("3 SEK", unit(SEK=1), 1),
        ("TRY 3", unit(TRY=1), 1),
        ("8 pence", unit(GBP=1), Fraction(1, 100)),
        ("8p", unit(GBP=1), Fraction(1, 100)),
        ("two cts", unit(USD=1), Fraction(1, 100)),
        ("5 cents", unit(USD=1), Fraction(1, 100)),
        ("50 euro cents", unit(EUR=1), Fraction(1, 100)),
        ("5 francs", unit(franc=1), 1),
        ("5 pesetas", unit(ESP=1), 1),
        ("5 Dutch guilders", unit(NLG=1), 1),
        ("100元", unit(RMB=1), 1),
        ("5 ₡", unit(CRC=1), 1),
        ("5₾", unit(GEL=1), 1),
        ("5 ₭", unit(LAK=1), 1),
        ("2 satoshis", unit(BTC=1), Fraction(1, 10**8)),
        ("kEUR 5", unit(EUR=1), 1000),
        ("USDm 5", unit(USD=1), 10**6),
        ("SFr 5", unit(CHF=1), 1),
    ],
)
def test_currencies(text: str, expected: Unit, factor: Fraction) -> None:
    printed = parse(text)
    assert (printed.unit, printed.factor) == (expected, factor)
    assert printed.nature is Nature.MEASURE


@pytest.mark.parametrize(
    ("text", "expected", "factor"),
    [
        ("5%", PERCENT, Fraction(1, 100)),
        ("5 percentage", PERCENT, Fraction(1, 100)),
        ("5 percents", PERCENT, Fraction(1, 100)),
        ("5 %", PERCENT, Fraction(1, 100)),
        ("5 per cent", PERCENT, Fraction(1, 100)),
        ("5 percent", PERCENT, Fraction(1, 100)),
        ("5 pct", PERCENT, Fraction(1, 100)),
        ("5pc", PERCENT, Fraction(1, 100)),
        ("(5) per cent", PERCENT, Fraction(1, 100)),
        ("5 more per cent", PERCENT, Fraction(1, 100)),
        ("5% a year", PERCENT, Fraction(1, 100)),
        ("5% of staff", PERCENT, Fraction(1, 100)),
        ("5 percentage points", POINTS, Fraction(1, 100)),
        ("5 per cent points", POINTS, Fraction(1, 100)),
        ("5 % points", POINTS, Fraction(1, 100)),
        ("5 pct points", POINTS, Fraction(1, 100)),
        ("5pp", POINTS, Fraction(1, 100)),
        ("5 percentage-point", POINTS, Fraction(1, 100)),
        ("25 basis points", POINTS, Fraction(1, 10000)),
        ("25bps", POINTS, Fraction(1, 10000)),
        ("3.4 times", MULTIPLE, 1),
        ("3x", MULTIPLE, 1),
        ("3-fold", MULTIPLE, 1),
        ("two-thirds", MULTIPLE, 1),
        ("12 per 1,000", PLAIN, Fraction(1, 1000)),
    ],
)
def test_numbers_without_a_dimension(text: str, expected: Unit, factor: Fraction) -> None:
    printed = parse(text)
    assert (printed.unit, printed.factor) == (expected, factor)
    assert printed.nature is Nature.MEASURE


@pytest.mark.parametrize(
    ("text", "expected", "factor"),
    [
        ("5 days", unit(day=1), 1),
        ("2 weeks", unit(day=1), 7),
        ("36 hours", unit(day=1), Fraction(1, 24)),
        ("90 seconds", unit(day=1), Fraction(1, 86400)),
        ("10-day", unit(day=1), 1),
        ("6 months", unit(year=1), Fraction(1, 12)),
        ("2 quarters", unit(year=1), Fraction(1, 4)),
        ("3 half-years", unit(year=1), Fraction(1, 2)),
        ("2 decades", unit(year=1), 10),
        ("5 km", unit(metre=1), 1000),
        ("5 miles", unit(metre=1), Fraction(1609344, 1000)),
        ("5 m", unit(metre=1), 1),
        ("5 km²", unit(metre=2), 10**6),
        ("5 km2", unit(metre=2), 10**6),
        ("5 sq km", unit(metre=2), 10**6),
        ("5 hectares", unit(metre=2), 10**4),
        ("3 litres", unit(metre=3), Fraction(1, 1000)),
        ("5 tonnes", unit(kg=1), 1000),
        ("5 tonnes of steel", unit(kg=1), 1000),
        ("5 tons", unit(ton=1), 1),
        ("5 barrels", unit(barrel=1), 1),
        ("5 MW", unit(watt=1), 10**6),
        ("5 GWh", unit(watt_hour=1), 10**9),
        ("20,000 PetaFLOPS", unit(flops=1), 10**15),
        ("5 terabytes", unit(byte=1), 10**12),
        ("5GB", unit(byte=1), 10**9),
        ("20 °C", unit(celsius=1), 1),
        ("20 degrees Celsius", unit(celsius=1), 1),
        ("20° Celsius", unit(celsius=1), 1),
        ("10 dm", unit(metre=1), Fraction(1, 10)),
        ("120 μg", unit(kg=1), Fraction(1, 10**9)),
        ("120 mcg", unit(kg=1), Fraction(1, 10**9)),
        ("37.8 microgrammes", unit(kg=1), Fraction(1, 10**9)),
        ("0.8 rad", unit(radian=1), 1),
        ("3 tablespoons", unit(tablespoon=1), 1),
        ("280 ppm", unit(part_per_million=1), 1),
        ("40 light years", unit(metre=1), 9460730472580800),
        ("5 square-mile", unit(metre=2), Fraction(2589988110336, 10**6)),
    ],
)
def test_measures(text: str, expected: Unit, factor: Fraction) -> None:
    printed = parse(text)
    assert (printed.unit, printed.factor) == (expected, factor)
    assert printed.nature is Nature.MEASURE


@pytest.mark.parametrize(
    ("text", "expected", "factor"),
    [
        ("HKD 3.85 per share", unit(HKD=1, share=-1), 1),
        ("HK$3.85 a share", unit(HKD=1, share=-1), 1),
        ("7.1 yuan per US dollar", unit(RMB=1, USD=-1), 1),
        ("7.1 yuan to the dollar", unit(RMB=1, USD=-1), 1),
        ("5 RMB/share", unit(RMB=1, share=-1), 1),
        ("RMB 5 per head", unit(RMB=1, person=-1), 1),
        ("144 people per km²", unit(person=1, metre=-2), Fraction(1, 10**6)),
        ("5 cases per 100,000 people", unit(case=1, person=-1), Fraction(1, 10**5)),
        ("60 km/h", unit(metre=1, day=-1), 24000),
        ("60 km/hr", unit(metre=1, day=-1), 24000),
        ("60 kmph", unit(metre=1, day=-1), 24000),
        ("RMB 5 per month", unit(RMB=1, year=-1), 12),
        ("RMB 5 billion a year", unit(RMB=1, year=-1), 10**9),
        ("500,000 barrels a day", unit(barrel=1, day=-1), 1),
    ],
)
def test_rates(text: str, expected: Unit, factor: Fraction) -> None:
    printed = parse(text)
    assert (printed.unit, printed.factor) == (expected, factor)
    assert printed.nature is Nature.MEASURE


@pytest.mark.parametrize(
    ("text", "name", "nature"),
    [
        ("5 people", "person", Nature.COUNT),
        ("5 staff", "person", Nature.COUNT),
        ("5 employees", "person", Nature.COUNT),
        ("5 workers", "person", Nature.COUNT),
        ("5 jobs", "person", Nature.COUNT),
        ("1 employee", "person", Nature.COUNT),
        ("1,582 former employees", "person", Nature.COUNT),
        ("1,582 people left", "person", Nature.COUNT),
        ("1,582 job cuts", "person", Nature.COUNT),
        ("5,000-strong staff", "person", Nature.COUNT),
        ("3,000 leading enterprises", "company", Nature.COUNT),
        ("5 companies", "company", Nature.COUNT),
        ("5 businesses", "company", Nature.COUNT),
        ("5 company cars", "car", Nature.COUNT),
        ("45,000 GPUs", "gpu", Nature.COUNT),
        ("45,000 more GPUs", "gpu", Nature.COUNT),
        ("12 rounds of funding", "round", Nature.COUNT),
        ("5 countries", "country", Nature.COUNT),
        ("5.2m users", "user", Nature.COUNT),
        ("136.069 units", "unit", Nature.COUNT),
        ("5 versions", "version", Nature.UNKNOWN),
        ("5 major versions", "version", Nature.UNKNOWN),
        ("5 company vibes", "vibe", Nature.UNKNOWN),
    ],
)
def test_nouns(text: str, name: str, nature: Nature) -> None:
    printed = parse(text)
    assert printed.unit == Unit(((name, 1),))
    assert printed.nature is nature


def test_singular_and_plural_are_one() -> None:
    assert noun("countries") == noun("country")
    assert noun("businesses") == noun("firms")
    assert noun("branches") == noun("branch")
    assert noun("vibes") is None
    assert unknown_noun("vibes") == unknown_noun("vibe")
    assert all(singulars(word) for word in ("s", "ies", "glass", "buses", "data", ""))


def test_a_symbol_keeps_its_case_and_a_letter_is_no_unit() -> None:
    assert parse("5 MW").unit == Unit((("watt", 1),))
    for text in ("5 G", "5 z", "45 B"):
        with pytest.raises(Unreadable):
            parse(text)
    # 'million' needs the digits beside it and money or a noun around it.
    assert parse("5m").unit == Unit((("metre", 1),))
    assert parse("5M").factor == 10**6
    assert parse("£5m").factor == 10**6
    assert parse("5m users").factor == 10**6
    assert parse("5m high").unit == Unit((("metre", 1),))
    assert parse("5 m yuan").factor == 10**6
    with pytest.raises(Unreadable):
        parse("5 km days")


def test_tables_are_lower_case_and_exact() -> None:
    for table in (currencies(), measures()):
        for phrases in table.values():
            for phrase, meaning in phrases:
                assert all(word == word.lower() for word in phrase)
                assert meaning.factor > 0
                assert isinstance(meaning.factor, Fraction)


def test_yen_sign() -> None:
    assert uses_yen_sign("¥5")
    assert uses_yen_sign("it cost ￥5 billion")
    assert not uses_yen_sign("CN¥5")
    assert not uses_yen_sign("JP¥5, 5 yen")
