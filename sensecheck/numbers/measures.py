"""Which words and symbols are measures; `currencies` has money, `nouns` what is counted.

Every entry gives the unit and the factor to its base: 1000 metres are a kilometre. The tables are
built at first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Meaning, Nature, Unit
from sensecheck.numbers.words import Phrases, phrase_table


def symbol(raw: str) -> Meaning | None:
    """The measure of a unit symbol, which is case-sensitive: MW, km², kg."""
    return _symbols().get(raw)


@cache
def measures() -> Phrases[Meaning]:
    """Measures by their words in lower case, without what `currencies` and `symbol` know."""
    return phrase_table(_words())


@cache
def measure_names() -> dict[tuple[Unit, Fraction], str]:
    """Measures by what they mean: the first word of each, 'month' for a twelfth of a year."""
    names: dict[tuple[Unit, Fraction], str] = {}
    for word, meaning in _words():
        names.setdefault((meaning.unit, meaning.factor), word)
    return names


def _words() -> Iterator[tuple[str, Meaning]]:
    for (base, power), text in _MEASURES.items():
        for line in text.split("; "):
            factor, _, names = line.partition(": ")
            meaning = _measure(base, Fraction(factor), power)
            for name in names.split(", "):
                yield name, meaning
                if " " in name and name[0].isalpha():
                    yield name.replace(" ", "-"), meaning  # 'a 5-square-mile area'
    for prefix, size in _LARGE_PREFIXES.items():
        for base, names in _WITH_LARGE.items():
            yield from ((prefix + name, _measure(base, size)) for name in names.split())
    for prefix, size in _SMALL_PREFIXES.items():
        for base, one, names in _WITH_SMALL:
            yield from ((prefix + name, _measure(base, size * one)) for name in names.split())
    for unit, size, text in _RATIOS:
        for name in text.split("; "):
            yield name, Meaning(unit, size, Nature.MEASURE)


def _measure(base: str, factor: Fraction, power: int = 1) -> Meaning:
    return Meaning(Unit(((base, power),)), factor, Nature.MEASURE)


# Base and power: 'factor: name, name; factor: name'.
_MEASURES: Final = {
    ("day", 1): "1: day, days; 7: week, weeks; 14: fortnight, fortnights; 1/24: hour, hours, hr, "
    "hrs; 1/1440: minute, minutes, min, mins; 1/86400: second, seconds, sec, secs; "
    "1/86400000: millisecond, milliseconds",
    ("year", 1): "1: year, years, yr, yrs; 1/12: month, months, mth, mths; 1/4: quarter, quarters; "
    "1/2: half-year, half-years, half year, half years; 10: decade, decades; "
    "100: century, centuries",
    ("metre", 1): "1609.344: mile, miles; 0.3048: foot, feet, ft; 0.0254: inch, inches; "
    "0.9144: yard, yards; 1852: nautical mile, nautical miles; "
    "9460730472580800: light-year, light-years, light year, light years",
    ("metre", 2): "1: square metre, square metres, square meter, square meters, sq m, sq metres; "
    "1000000: square kilometre, square kilometres, square kilometer, square kilometers, sq km; "
    "0.09290304: square foot, square feet, sq ft, sq feet, sq . ft; 10000: hectare, hectares; "
    "4046.8564224: acre, acres; 2589988.110336: square mile, square miles, sq mi, sq miles",
    ("metre", 3): "1: cubic metre, cubic metres, cubic meter, cubic meters; 1/1000: litre, litres, "
    "liter, liters; 1/1000000: millilitre, millilitres, milliliter, milliliters; "
    "0.028316846592: cubic foot, cubic feet; 1000000000: cubic kilometre, cubic kilometres",
    ("kg", 1): "1: kilogram, kilo, kilos; 1000: tonne, tonnes, metric ton, metric tons; "
    "0.45359237: lb, lbs; 1000000: kilotonne, kilotonnes; 1000000000: megatonne, megatonnes; "
    "907.18474: short ton, short tons; 1/1000000000: microgram, mcg",
    # Short, long or metric, of two countries or of two kinds: unclear, so units of their own.
    ("ton", 1): "1: ton, tons",
    ("ounce", 1): "1: ounce, ounces, oz",
    ("pint", 1): "1: pint, pints",
    ("gallon", 1): "1: gallon, gallons",
    ("mb", 1): "1: mb",
    ("troy ounce", 1): "1: troy ounce, troy ounces",
    ("barrel", 1): "1: barrel, barrels, bbl, bbls",
    ("bushel", 1): "1: bushel, bushels",
    ("acre-foot", 1): "1: acre-foot, acre-feet",
    ("tablespoon", 1): "1: tablespoon, tablespoons, tbsp",
    ("teaspoon", 1): "1: teaspoon, teaspoons, tsp",
    ("cup", 1): "1: cup, cups",
    ("carat", 1): "1: carat, carats",
    ("horsepower", 1): "1: horsepower, hp",
    ("calorie", 1): "1: calorie, calories; 1000: kilocalorie, kilocalories, kcal",
    ("celsius", 1): "1: celsius, °c, ° c, ° celsius, degrees celsius, degree celsius, degrees c",
    ("fahrenheit", 1): "1: fahrenheit, °f, ° f, ° fahrenheit, degrees fahrenheit, "
    "degree fahrenheit, degrees f",
    ("degree", 1): "1: degree, degrees, °",
    ("radian", 1): "1: radian, radians, rad",
    ("decibel", 1): "1: decibel, decibels",
    ("knot", 1): "1: knots",
    ("bar", 1): "1/1000: millibar, millibars",
    ("point", 1): "1: point, points",
    ("part per million", 1): "1: part per million, parts per million, ppm; "
    "1/1000: part per billion, parts per billion, ppb",
    ("person-year", 1): "1: person-year, person-years",
}
_KILO: Final = Fraction(10**3)
_LARGE_PREFIXES: Final = {
    "": Fraction(1),
    "kilo": _KILO,
    "mega": Fraction(10**6),
    "giga": Fraction(10**9),
    "tera": Fraction(10**12),
    "peta": Fraction(10**15),
    "exa": Fraction(10**18),
    "zetta": Fraction(10**21),
}
_WITH_LARGE: Final = {
    "watt": "watt watts",
    "watt hour": "watt-hour watt-hours watthours",
    "joule": "joule joules",
    "flops": "flops flop",
    "byte": "byte bytes",
    "bit": "bit bits",
    "hertz": "hertz",
    "volt": "volt volts",
    "pascal": "pascal pascals",
}
_SMALL_PREFIXES: Final = {
    "": Fraction(1),
    "kilo": _KILO,
    "deci": Fraction(1, 10),
    "centi": Fraction(1, 100),
    "milli": Fraction(1, 10**3),
    "micro": Fraction(1, 10**6),
    "nano": Fraction(1, 10**9),
}
_WITH_SMALL: Final = (
    ("metre", Fraction(1), "metre metres meter meters"),
    ("kg", Fraction(1, 1000), "gram grams gramme grammes"),
)
_SPEED: Final = Unit((("day", -1), ("metre", 1)))
_WATT_HOUR: Final = Unit((("watt hour", 1),))
_HUNDREDTH: Final = Fraction(1, 100)
_RATIOS: Final[tuple[tuple[Unit, Fraction, str], ...]] = (
    (PERCENT, _HUNDREDTH, "percent; %; ％; percents; per cent; per - cent; pct; pc; percentage"),
    (
        POINTS,
        _HUNDREDTH,
        "percentage point; percentage points; percent point; percent points; per cent points; "
        "pct point; pct points; % point; % points; pp; pps; ppt; ppts; p . p .; pp .; % pts; "
        "percentage - point; percentage - points; percentage pts; pct pts",
    ),
    (POINTS, Fraction(1, 10000), "basis point; basis points; bp; bps; bips; basis - point"),
    (PERCENT, Fraction(1, 1000), "per mille; ‰; per mil"),
    (MULTIPLE, Fraction(1), "times; x; ×; fold; - fold; time; - times"),
    (_SPEED, Fraction(1609344, 1000) * 24, "mile per hour; mph"),
    (_SPEED, Fraction(24000), "kilometre per hour; kph; kmh; kmph"),
    (_WATT_HOUR, Fraction(1), "watt hour; watt hours"),
    (_WATT_HOUR, _KILO, "kilowatt hour; kilowatt hours; kilowatt - hours"),
    (_WATT_HOUR, Fraction(10**6), "megawatt hour; megawatt hours; megawatt - hours"),
    (_WATT_HOUR, Fraction(10**9), "gigawatt hour; gigawatt hours; gigawatt - hours"),
    (_WATT_HOUR, Fraction(10**12), "terawatt hour; terawatt hours; terawatt - hours"),
)


@cache
def _symbols() -> dict[str, Meaning]:
    prefixes = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15, "E": 10**18}
    table = {
        prefix + letters: _measure(base, Fraction(factor))
        for base, letters in _PREFIXED_SYMBOLS.items()
        for prefix, factor in prefixes.items()
    }
    del table["B"], table["J"]  # a lone letter is a scale, or nothing
    for (base, power), text in _SYMBOLS.items():
        for entry in text.split(", "):
            factor_text, _, name = entry.partition(" ")
            table[name] = _measure(base, Fraction(factor_text), power)
    return table


_PREFIXED_SYMBOLS: Final = {
    "watt": "W",
    "watt hour": "Wh",
    "byte": "B",
    "hertz": "Hz",
    "bit": "bit",
    "flops": "FLOPS",
    "joule": "J",
    "volt": "V",
    "pascal": "Pa",
}
_SYMBOLS: Final = {
    ("metre", 1): "1 m, 1000 km, 1/10 dm, 1/100 cm, 1/1000 mm, 1/1000000 µm, 1/1000000 μm, "
    "1/1000000000 nm",
    ("metre", 2): "1 m², 1 m2, 1 sqm, 1000000 km², 1000000 km2, 1/10000 cm², 10000 ha",
    ("metre", 3): "1 m³, 1 m3, 1/1000 l, 1/1000 L, 1/1000000 ml, 1/1000000 mL, 1/1000000 cm³",
    ("kg", 1): "1 kg, 1/1000 g, 1/1000000 mg, 1/1000000000 µg, 1/1000000000 μg, 1000 t, "
    "1000000 kt, 1000000000 Mt",
    ("day", 1): "1/24 h, 1/86400 s, 1/86400000 ms",
    ("celsius", 1): "1 °C",
    ("fahrenheit", 1): "1 °F",
    ("decibel", 1): "1 dB",
    ("pascal", 1): "100 hPa",
    ("bit", 1): "1000000 Mb, 1000000000 Gb",
    ("TEU", 1): "1 TEU, 1 TEUs",
    ("ampere hour", 1): "1 Ah, 1/1000 mAh",
    ("megapixel", 1): "1 MP",
    ("frame per second", 1): "1 fps",
    ("revolution per minute", 1): "1 rpm",
    ("bit per second", 1): "1000 kbps, 1000000 Mbps, 1000000000 Gbps",
}
