"""Finding numbers as news prints them: units, compounds, bounds, brackets, codes, doubts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecheck.numbers.prose import Found, find


def shown(number: Found) -> str:
    """'range 12–15% = 12..15 percent, about, up'; of no quantity its kind and text."""
    if not number.is_quantity:
        return f"{number.kind} {number.text}"
    value = number.value
    text = "..".join(map(str, value)) if isinstance(value, tuple) else value or "?"
    words = [f"{text} {number.unit}" if number.unit else text, number.hedge, number.direction]
    return f"{number.kind} {number.text} = {', '.join(word for word in words if word)}"


QUANTITIES: list[tuple[str, list[str]]] = [
    # Two units, and parts of one.
    (
        "it cost thirteen dollars and forty-five cents",
        ["currency thirteen dollars and forty-five cents = 13.45 USD"],
    ),
    ("he is 5 ft 2 in", ["dimension 5 ft 2 in = 31/6 foot"]),
    ("the 6'5\" centre", ["dimension 6'5\" = 77/12 foot"]),
    ("it rose by 225 GPUs again", ["count 225 GPUs = 225 gpu, up"]),
    ("two campus shops", ["count two campus shops = 2 shop"]),
    ("in two hours and 30 minutes", ["dimension two hours and 30 minutes = 2.5 hour"]),
    (
        "took 3 hours and 20 minutes, respectively",
        ["dimension 3 hours = 3 hour", "dimension 20 minutes = 20 minute"],
    ),
    (
        "3 metres and 50 centimetres",
        ["dimension 3 metres = 3 metre", "dimension 50 centimetres = 50 centimetre"],
    ),
    ("it is 15 dollars 50.", ["currency 15 dollars 50 = 15.5 USD"]),
    ("about a year and a half ago", ["dimension a year and a half = 1.5 year, about"]),
    ("two and a half-year terms", ["dimension two and a half-year = 2.5 year"]),
    # Scales in several words, powers, letters.
    ("3 hundred and 21 yuan", ["currency 3 hundred and 21 yuan = 321 RMB"]),
    ("3 hundred and 2 hundred", ["number 3 hundred = 300", "number 2 hundred = 200"]),
    ("Rs 6 crore 20 lakh", ["currency Rs 6 crore 20 lakh = 62000000 INR"]),
    (
        "$6 million and two hundred people",
        ["currency $6 million = 6000000 USD", "count two hundred people = 200 person"],
    ),
    ("five billion and three quarters", ["number five billion and three quarters = 5750000000"]),
    (
        "2 million and three quarters of it",
        ["number 2 million = 2000000", "multiple three quarters = 0.75 times"],
    ),
    ("about 2.5 × 10^6 cells", ["count 2.5 × 10^6 cells = 2500000 cell, about"]),
    ("1.5E-3 g", ["dimension 1.5E-3 g = 0.0015 gram"]),
    ("five or six thousand", ["number five = 5000", "number six thousand = 6000"]),
    (
        "revenues of MSEK 60 and 48.5 MGBP",
        ["currency MSEK 60 = 60000000 SEK", "currency 48.5 MGBP = 48500000 GBP"],
    ),
    # Bounds that belong together.
    ("more than 10 and less than 40", ["range 10 and less than 40 = 10..40"]),
    ("over 5 but under 7 percent", ["range 5 but under 7 percent = 5..7 percent"]),
    ("more than 40 and less than 10", ["number 40 = 40, above", "number 10 = 10, below"]),
    (
        "more than 5 shops and less than 9 people",
        ["count 5 shops = 5 shop, above", "count 9 people = 9 person, below"],
    ),
    # Ranges, changes and levels.
    ("rose 5 to 7 percent", ["range 5 to 7 percent = 5..7 percent, up"]),
    ("rose 3 to 27", ["number 3 = 3, up", "number 27 = 27"]),
    ("by €2,000 to €22,990", ["currency €2,000 = 2000 EUR", "currency €22,990 = 22990 EUR"]),
    ("$12m-$15m", ["range $12m-$15m = 12000000..15000000 USD"]),
    ("five- to seven-year terms", ["dimension five = 5 year", "dimension seven-year = 7 year"]),
    ("the 18-24s and the over-65s", ["range 18-24s = 18..24", "number 65 = 65"]),
    # Hedges.
    ("rents of £320 and up from £300", ["currency £320 = 320 GBP", "currency £300 = 300 GBP"]),
    ("20-odd people", ["count 20 = 20 person, about"]),
    ("100-plus countries", ["count 100 = 100 country, at least"]),
    ("served under four ministers", ["count four ministers = 4 minister"]),
    ("equal to or less than 30", ["number 30 = 30, at most"]),
    ("5000 or less than 6000", ["number 5000 = 5000", "number 6000 = 6000, below"]),
    ("an arrow => 30", ["number 30 = 30"]),
    ("plus or minus 3 points", ["dimension 3 points = 3 point"]),
    # Directions.
    ("reduce staff by 50%", ["percent 50% = 50 percent, down"]),
    ("the index lost 0.25%", ["percent 0.25% = 0.25 percent, down"]),
    ("they lost 5 games", ["count 5 games = 5 game"]),
    (
        "up 14% in 2020 and by 36% in 2021",
        ["percent 14% = 14 percent, up", "year 2020", "percent 36% = 36 percent, up", "year 2021"],
    ),
    (
        "rose by 138,000 to 1.51 million",
        ["number 138,000 = 138000, up", "number 1.51 million = 1510000"],
    ),
    ("30 more would follow", ["number 30 = 30"]),
    # Brackets.
    ("a loss of (RMB 5 million)", ["currency (RMB 5 million) = -5000000 RMB"]),
    ("£(12.3)m", ["currency £(12.3)m = -12300000 GBP"]),
    ("a margin of (13.2)%", ["percent (13.2)% = -13.2 percent"]),
    ("€412m (€389m)", ["currency €412m = 412000000 EUR", "currency €389m = 389000000 EUR"]),
    ("Costs   (845.1)   (790.3)", ["number (845.1) = -845.1", "number (790.3) = -790.3"]),
    # What is counted.
    ("12 mid-sized firms", ["count 12 mid-sized firms = 12 company"]),
    ("a 3-bedroom flat", ["count 3-bedroom = 3 bedroom"]),
    ("three consecutive quarters", ["dimension three consecutive quarters = 3 quarter"]),
    ("5 second-half goals", ["number 5 = 5", "date second-half"]),
    ("10 $5 notes", ["number 10 = 10", "currency $5 = 5 USD"]),
    ("twice a day", ["dimension twice a day = 2 per day"]),
    ("421 parts per million in May", ["dimension 421 parts per million = 421 part per million"]),
    ("a 5-square-mile area", ["dimension 5-square-mile = 5 square mile"]),
    ("$4.25 and 32 is the quantity", ["currency $4.25 = 4.25 USD", "number 32 = 32"]),
    # Years that are amounts, and amounts that are years.
    ("2000 people died", ["count 2000 people = 2000 person"]),
    ("in 2000 people began", ["year 2000"]),
    ("1500-2000 jobs", ["range 1500-2000 jobs = 1500..2000 person"]),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES, ids=[row[0] for row in QUANTITIES])
def test_quantities(text: str, expected: list[str]) -> None:
    assert [shown(number) for number in find(text)] == expected


OTHERS: list[tuple[str, list[str]]] = [
    ("won 3-1", ["label 3-1"]),
    ("6-4, 3-6, 7-5", ["label 6-4", "label 3-6", "label 7-5"]),
    ("the 4x100m relay", ["label 4x100m"]),
    ("on 0800 555 111", ["label 0800 555 111"]),
    ("Tel. +44 20 7946 0958", ["label 44 20 7946 0958"]),
    ("at 14 Acacia Avenue", ["label 14 Acacia Avenue"]),
    ("on the 0020.HK list", ["label 0020.HK"]),
    ("claims.yaml:48", ["label 48"]),
    ("at 42°10′50″N", ["label 42°10′50″N"]),
    ("a 2-for-1 split", ["label 2-for-1"]),
    ("Form 10-K in 1080p and 3-D", ["label 10-K", "label 1080p", "label 3-D"]),
    ("[a report](/2024/10/5.html)", []),
    ("an iPhone 13 for users", ["label 13"]),
    ("the Group of 20 and the Group of Seven", ["label 20", "label Seven"]),
    ("phase two of Part One", ["label two", "label One"]),
    ("type 2 diabetes", ["label 2"]),
    ("exercises nrs. 22,24,26,31", ["label 22", "label 24", "label 26", "label 31"]),
    ("page 3 of 12", ["label 3", "label 12"]),
    ("## 1. Overview", ["label 1"]),
    ("1. Up\n2. Down", ["label 1", "label 2"]),
    ("mid-2024 and year-end 2023", ["date mid-2024", "date year-end 2023"]),
    ("Q3 2023, 4Q23 and FY 2024", ["date Q3 2023", "date 4Q23", "date FY 2024"]),
    ("between 3 and 7 June", ["date 3 and 7 June"]),
    ("nineteen eighty-four", ["year nineteen eighty-four"]),
    ("one sees two sides", ["idiom one", "count two sides = 2 side"]),
    ("a double room", ["idiom double"]),
    ("the centre-half", ["idiom half"]),
    ("a quarter-final", ["idiom a quarter"]),
    ("several hundred", ["idiom hundred"]),
    ("year by year below zero", ["idiom zero"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_no_quantities(text: str, expected: list[str]) -> None:
    assert [shown(number) for number in find(text)] == expected


NOTED = [
    ("worth 3.817.69 yuan", None),
    ("1,234,56 of them", None),
    ("2.5^-1", None),
    ("a 5:1 ratio", None),
    ("an 8-to-1 vote", None),
    ("12 345,67", "345.67"),
    ("345,67 euros", "345.67"),
    ("10⁶ cells", "1000000"),
    ("grew to 2.5m in May", "2.5"),
    ("some 3m were displaced", "3000000"),
    ("40C in the shade", "40"),
    ("Net profit: (2,457)", "-2457"),
    ("sales of 5,098 (4,531)", "4531"),
    ("to drop 25 pounds", "25"),
    ("¥5 million, or 3 yen", "5000000"),
    ("one over twenty", "0.05"),
    ("one hundred thirty fifths", "20/7"),
    ("6 crore and two hundred", "60000200"),
    ("five billion and three quarters", "5750000000"),
    ("it is 15 dollars 50.", "15.5"),
    ("about five hundred or more", "500"),
    ("1,674.5 G", "1674500000000"),
    ("5-6,000 people", ("5", "6000")),
]


@pytest.mark.parametrize(("text", "value"), NOTED, ids=[row[0] for row in NOTED])
def test_what_is_unclear_has_a_note(text: str, value: object) -> None:
    assert value in [number.value for number in find(text) if number.note]


CLEAR = [
    "RMB 4.7 billion",
    "a million and a half",
    "13 dollars and 45 cents",
    "15 000 visitors",
    "£12.4m and 25 pounds",
    "¥5 million",
    "the wall is 5m high",
    "a loss of £(12.3)m",
    "in 2019\u00a0300 people",
    "1'234'567 francs",
    "Rs 12,34,567",
]


@pytest.mark.parametrize("text", CLEAR)
def test_what_is_clear_has_none(text: str) -> None:
    found = find(text)
    assert found
    assert [number.note for number in found if number.note] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("15 000 visitors", ["15000"]),
        ("6 113 people", ["6", "113"]),
        ("in 2019\u00a0300 people", ["2019", "300"]),
        ("2.5,3.6", ["2.5", "3.6"]),
        ("2019,2020,2021", ["2019", "2020", "2021"]),
        ("5'11 and 6'2", ["5", "11", "6", "2"]),
        ("12 – 15%", [("12", "15")]),
        ("5 − 3", ["5", "3"]),
        ("−3 and - 3", ["-3", "3"]),
    ],
)
def test_where_digits_are_parted(text: str, values: list[object]) -> None:
    assert [number.value for number in find(text)] == values


ATOMS = (
    "0 1 5 12 99 100 2019 2,457 1.5 1,5 1.234,56 3.817.69 1'234 6\xa0113 ½ 10^6 1e5 ² ¹ % $ "
    "£ € ¥ US$ RMB MSEK kEUR Rs - – − + ± ~ > < ≥ => ( ) [ ] < > / : ; , . ' ’ \" # @ www. "
    "a@b.c & * _ | \n \n\n \r\n \t \xa0 \u200e a an the one two ten twenty thirty first "
    "second third half quarter thirds fifths hundred thousand million bn m k M G x times "
    "fold dozen and or but to from by in of per over under more than less at least up down "
    "fell about nearly between no people staff shares years month days km ft inch °C C F "
    "percent points bps cents dollars yuan francs won lost 3-2 page No. version May 22 Q3 "
    "FY24 end mid point nought zero twice double respectively later s th \u0301 😀 \x00 "
    "\ufeff"
).split(" ")


@given(st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(("", " "))), max_size=16))
def test_anything_is_read(atoms: list[tuple[str, str]]) -> None:
    text = "".join(atom + gap for atom, gap in atoms)
    at = 0
    for number in find(text):
        assert at <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        at = number.end
        value = number.value
        assert value is not None or number.note or not number.is_quantity
        if isinstance(value, tuple):
            assert Fraction(value[0] or 0) <= Fraction(value[1] or 0)
        for reading in (number.strict, number.loose):
            assert (reading is None) == (value is None)
