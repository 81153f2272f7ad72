"""Which words are units: currencies and measures; `nouns` has the things that are counted.

Every entry gives the unit, the factor to its base (1000 metres are a kilometre) and its nature.
The phrase tables are built at first use.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Unit
from sensecheck.numbers.words import Phrases, phrase_table


class Nature(Enum):
    """What a figure's unit says about its exactness: counted things are exact, measures are not."""

    BARE = "no unit"
    COUNT = "a count"
    MEASURE = "a measure"
    UNKNOWN = "an unknown noun"


class Meaning(NamedTuple):
    """What a unit's word stands for: `factor` × `unit`."""

    unit: Unit
    factor: Fraction
    nature: Nature


_ONE = Fraction(1)
_YEN_SIGN = re.compile(r"(?<![A-Za-z])[¥￥]")


def uses_yen_sign(text: str) -> bool:
    """Whether `text` has a bare ¥, read as RMB, which in a file that speaks of yen is unclear."""
    return _YEN_SIGN.search(text) is not None


@cache
def currencies() -> Phrases[Meaning]:
    """Currencies before or after a number, by their words in lower case."""
    entries = [
        (phrase, Meaning(_base(code), _ONE, Nature.MEASURE))
        for code, text in _CURRENCIES.items()
        for phrase in text.split("; ")
    ]
    entries += [
        (phrase, Meaning(_base(code), Fraction(1, 100), Nature.MEASURE))
        for code, text in _CENTS.items()
        for phrase in text.split("; ")
    ]
    return phrase_table(entries)


def currency_code(raw: str) -> Meaning | None:
    """The currency of an ISO code in capitals; lower case is too often an English word (try)."""
    if raw in _ISO_CODES:
        return Meaning(_base(raw), _ONE, Nature.MEASURE)
    return None


def iso_codes() -> frozenset[str]:
    """The currencies that only their ISO code in capitals names."""
    return _ISO_CODES


def symbol(raw: str) -> Meaning | None:
    """The measure of a unit symbol, which is case-sensitive: MW, km², kg."""
    return _symbols().get(raw)


@cache
def measures() -> Phrases[Meaning]:
    """Measures by their words in lower case, without what `currencies` and `symbol` know."""
    entries: list[tuple[str, Meaning]] = []
    for (base, power), text in _MEASURES.items():
        unit = Unit(((base, power),))
        for line in text.split("; "):
            factor, _, names = line.partition(": ")
            meaning = Meaning(unit, Fraction(factor), Nature.MEASURE)
            entries += [(name, meaning) for name in names.split(", ")]
    for prefix, size in _LARGE_PREFIXES.items():
        for base, names in _PREFIXED.items():
            meaning = Meaning(_base(base), size, Nature.MEASURE)
            entries += [(prefix + name, meaning) for name in names.split()]
    entries += [
        (name, Meaning(unit, size, Nature.MEASURE))
        for unit, size, text in _RATIOS
        for name in text.split("; ")
    ]
    return phrase_table(entries)


def _base(name: str) -> Unit:
    return Unit(((name, 1),))


_CURRENCIES: Final = {
    "RMB": "rmb; cny; cnh; yuan; renminbi; cn¥; rmb¥; ¥; ￥; chinese yuan; yuan renminbi; yuan rmb",
    "USD": "$; us$; usd; usd$; dollar; dollars; us dollar; us dollars; american dollars; us $; "
    "u . s . dollars; u . s . dollar; u . s . $; greenbacks",
    "HKD": "hk$; hkd; hkd$; hong kong dollar; hong kong dollars; hk dollars; hk dollar",
    "GBP": "£; gbp; pound; pounds; pound sterling; pounds sterling; sterling; british pounds; quid",
    "EUR": "€; eur; euro; euros",
    "JPY": "jpy; yen; japanese yen; jp¥; jpy¥",
    "AUD": "a$; au$; aud; aud$; australian dollar; australian dollars",
    "CAD": "c$; ca$; cad; cad$; canadian dollar; canadian dollars",
    "SGD": "s$; sg$; sgd; sgd$; singapore dollar; singapore dollars",
    "TWD": "nt$; twd; twd$; new taiwan dollar; new taiwan dollars; taiwan dollars; taiwan dollar",
    "NZD": "nz$; nzd; nzd$; new zealand dollar; new zealand dollars",
    "CHF": "chf; swiss franc; swiss francs; sfr",
    "INR": "₹; inr; rs; rs .; rupee; rupees; indian rupees; indian rupee",
    "KRW": "₩; krw; won; korean won; south korean won",
    "RUB": "₽; rub; rouble; roubles; ruble; rubles",
    "BRL": "r$; brl; brazilian real; reais",
    "MXN": "mx$; mxn; mxn$; mexican peso; mexican pesos",
    "SEK": "sek; swedish krona; swedish kronor; swedish crowns",
    "NOK": "nok; norwegian krone; norwegian kroner; norwegian crowns",
    "DKK": "dkk; danish krone; danish kroner; danish crowns",
    "ZAR": "zar; rand",
    "THB": "thb; baht; ฿",
    "MYR": "myr; ringgit",
    "IDR": "idr; rupiah",
    "TRY": "turkish lira; ₺",
    "PLN": "pln; zloty; zlotys",
    "ILS": "ils; shekel; shekels; ₪",
    "AED": "aed; dirham; dirhams",
    "VND": "vnd; dong; ₫",
    "PHP": "₱; philippine peso; philippine pesos",
    "NGN": "naira; ₦",
    "UAH": "hryvnia; ₴",
}
_CENTS: Final = {
    "USD": "cent; cents; ct; cts; ¢; us cent; us cents",
    "GBP": "pence; penny; p",
    "EUR": "euro cent; euro cents; eurocents",
    "HKD": "hong kong cents; hk cents",
    "AUD": "australian cents",
}
_ISO_CODES: Final = frozenset(
    "TRY SAR CZK HUF ARS CLP COP EGP NGN PKR BDT VND PHP KES RON BGN KWD QAR LKR KZT UAH".split()
)

# Base and power: 'factor: name, name; factor: name'.
_MEASURES: Final = {
    ("day", 1): "1: day, days; 7: week, weeks; 14: fortnight, fortnights; 1/24: hour, hours, hr, "
    "hrs; 1/1440: minute, minutes, min, mins; 1/86400: second, seconds, sec, secs; "
    "1/86400000: millisecond, milliseconds",
    ("year", 1): "1: year, years, yr, yrs; 1/12: month, months, mth, mths; 1/4: quarter, quarters; "
    "1/2: half-year, half-years, half year, half years; 10: decade, decades; "
    "100: century, centuries",
    ("metre", 1): "1: metre, metres, meter, meters; 1000: kilometre, kilometres, kilometer, "
    "kilometers; 1/100: centimetre, centimetres, centimeter, centimeters; 1/1000: millimetre, "
    "millimetres, millimeter, millimeters; 1/1000000000: nanometre, nanometres, nanometer, "
    "nanometers; 1609.344: mile, miles; 0.3048: foot, feet, ft; 0.0254: inch, inches; "
    "0.9144: yard, yards; 1852: nautical mile, nautical miles",
    ("metre", 2): "1: square metre, square metres, square meter, square meters, sq m, sq metres; "
    "1000000: square kilometre, square kilometres, square kilometer, square kilometers, sq km; "
    "0.09290304: square foot, square feet, sq ft, sq feet, sq . ft; 10000: hectare, hectares; "
    "4046.8564224: acre, acres; 2589988.110336: square mile, square miles, sq mi, sq miles",
    ("metre", 3): "1: cubic metre, cubic metres, cubic meter, cubic meters; 1/1000: litre, litres, "
    "liter, liters; 1/1000000: millilitre, millilitres, milliliter, milliliters; "
    "0.028316846592: cubic foot, cubic feet; 1000000000: cubic kilometre, cubic kilometres",
    ("kg", 1): "1: kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos; 1/1000: gram, grams, "
    "gramme, grammes; 1000: tonne, tonnes, metric ton, metric tons; 0.45359237: lb, lbs; "
    "1000000: kilotonne, kilotonnes; 1/1000000: milligram, milligrams; "
    "1000000000: megatonne, megatonnes; 907.18474: short ton, short tons",
    # Short, long or metric: unclear, so a unit of its own.
    ("ton", 1): "1: ton, tons",
    ("ounce", 1): "1: ounce, ounces, oz",
    ("troy ounce", 1): "1: troy ounce, troy ounces",
    ("barrel", 1): "1: barrel, barrels, bbl, bbls",
    ("gallon", 1): "1: gallon, gallons",
    ("bushel", 1): "1: bushel, bushels",
    ("carat", 1): "1: carat, carats",
    ("horsepower", 1): "1: horsepower, hp",
    ("calorie", 1): "1: calorie, calories; 1000: kcal",
    ("celsius", 1): "1: °c, ° c, celsius, degrees celsius, degree celsius, degrees c",
    ("fahrenheit", 1): "1: °f, ° f, fahrenheit, degrees fahrenheit, degree fahrenheit, degrees f",
    ("degree", 1): "1: degree, degrees, °",
    ("point", 1): "1: point, points",
    ("person-year", 1): "1: person-years, person-year",
}
_LARGE_PREFIXES: Final = {
    "": _ONE,
    "kilo": Fraction(10**3),
    "mega": Fraction(10**6),
    "giga": Fraction(10**9),
    "tera": Fraction(10**12),
    "peta": Fraction(10**15),
    "exa": Fraction(10**18),
    "zetta": Fraction(10**21),
}
_PREFIXED: Final = {
    "watt": "watt watts",
    "watt hour": "watt-hours watthours watt-hour",
    "joule": "joule joules",
    "flops": "flops flop",
    "byte": "byte bytes",
    "bit": "bit bits",
    "hertz": "hertz",
    "volt": "volt volts",
    "pascal": "pascal pascals",
}
_HUNDREDTH: Final = Fraction(1, 100)
_RATIOS: Final[tuple[tuple[Unit, Fraction, str], ...]] = (
    (PERCENT, _HUNDREDTH, "%; ％; percent; per cent; per - cent; pct; pc"),
    (
        POINTS,
        _HUNDREDTH,
        "percentage point; percentage points; percent point; percent points; per cent points; "
        "pct point; pct points; % point; % points; pp; pps; ppt; ppts; p . p .; pp .; % pts; "
        "percentage - point; percentage - points; percentage pts; pct pts",
    ),
    (POINTS, Fraction(1, 10000), "basis point; basis points; bp; bps; bips; basis - point"),
    (PERCENT, Fraction(1, 1000), "‰; per mille; per mil"),
    (MULTIPLE, _ONE, "times; x; ×; fold; - fold; time; - times"),
    (
        Unit((("day", -1), ("metre", 1))),
        Fraction(1609344, 1000) * 24,
        "mph",
    ),
    (Unit((("day", -1), ("metre", 1))), Fraction(24000), "kph; kmh"),
    (Unit((("watt hour", 1),)), _ONE, "watt hours; watt hour"),
    (Unit((("watt hour", 1),)), Fraction(1000), "kilowatt hours; kilowatt hour; kilowatt - hours"),
    (Unit((("watt hour", 1),)), Fraction(10**6), "megawatt hours; megawatt - hours"),
    (Unit((("watt hour", 1),)), Fraction(10**9), "gigawatt hours; gigawatt - hours"),
    (Unit((("watt hour", 1),)), Fraction(10**12), "terawatt hours; terawatt - hours"),
)


@cache
def _symbols() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    prefixes = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15, "E": 10**18}
    families = {"watt": "W", "watt hour": "Wh", "byte": "B", "hertz": "Hz", "bit": "bit"}
    families |= {"flops": "FLOPS", "joule": "J", "volt": "V", "pascal": "Pa"}
    for base, letter in families.items():
        for prefix, factor in prefixes.items():
            table[prefix + letter] = Meaning(_base(base), Fraction(factor), Nature.MEASURE)
    del table["B"], table["J"]  # a lone letter is a scale, or nothing
    for (base, power), text in _LETTERS.items():
        for entry in text.split(", "):
            factor_text, _, name = entry.partition(" ")
            unit = Unit(((base, power),))
            table[name] = Meaning(unit, Fraction(factor_text), Nature.MEASURE)
    return table


_LETTERS: Final = {
    ("metre", 1): "1 m, 1000 km, 1/100 cm, 1/1000 mm, 1/1000000 µm, 1/1000000000 nm",
    ("metre", 2): "1 m², 1 m2, 1 sqm, 1000000 km², 1000000 km2, 1/10000 cm², 10000 ha",
    ("metre", 3): "1 m³, 1 m3, 1/1000 l, 1/1000 L, 1/1000000 ml, 1/1000000 mL, 1/1000000 cm³",
    ("kg", 1): "1 kg, 1/1000 g, 1/1000000 mg, 1000 t, 1000000 kt, 1000000000 Mt",
    ("day", 1): "1/24 h, 1/86400 s, 1/86400000 ms",
    ("celsius", 1): "1 °C",
    ("fahrenheit", 1): "1 °F",
    ("TEU", 1): "1 TEU, 1 TEUs",
    ("bit per second", 1): "1000 kbps, 1000000 Mbps, 1000000000 Gbps",
}
