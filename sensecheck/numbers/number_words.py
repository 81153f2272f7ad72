"""The words that are numbers: ones and tens, scales, ordinals, fractions, multiples.

Tables only; every word is lower case.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

ONES: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0}
TENS: Final[dict[str, int]] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Final[dict[str, int]] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "quadrillion": 10**15,
}
# Letters that are a scale only beside money or before a noun: '£641m', '5.2m users', 'US$3T'.
LETTER_SCALES: Final[dict[str, int]] = {"m": 10**6, "b": 10**9, "t": 10**12, "cr": 10**7}
DOZEN: Final = 12
DOZENS: Final = frozenset({"dozen", "dozens", "doz", "dozs"})

_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
ORDINALS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_ORDINAL_ONES, start=1)},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
# Denominators of fractions in words; the plural too ('two-thirds').
DENOMINATORS: Final[dict[str, int]] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{word: value for word, value in ORDINALS.items() if value > 2},
    **{word + "s": value for word, value in ORDINALS.items() if value > 2},
}
PARTS: Final = frozenset(word for word in DENOMINATORS if word.endswith("s"))
VULGAR: Final[dict[str, tuple[int, int]]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
MULTIPLES: Final[dict[str, Fraction]] = {
    **dict.fromkeys("double doubled doubles doubling twice".split(), Fraction(2)),
    **dict.fromkeys("triple tripled triples tripling treble trebled thrice".split(), Fraction(3)),
    **dict.fromkeys("quadruple quadrupled quadruples quadrupling".split(), Fraction(4)),
    **dict.fromkeys("quintuple quintupled".split(), Fraction(5)),
    **dict.fromkeys("halved halve halves halving".split(), Fraction(1, 2)),
    **{f"{word}fold": Fraction(value) for word, value in (ONES | TENS).items() if value > 1},
    "hundredfold": Fraction(100),
    "thousandfold": Fraction(1000),
}
