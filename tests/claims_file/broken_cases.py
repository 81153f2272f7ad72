"""What each broken file of broken/ is told: where, how wide, and parts of message and hint."""

from __future__ import annotations

from typing import Final, NamedTuple


class Case(NamedTuple):
    """One file with one mistake; line and column as people count them, from 1."""

    file: str
    line: int
    column: int
    width: int
    message: str
    hint: str


CASES: Final = (
    Case(
        "001-duplicate-label.yaml", 4, 7, 4, "'2021' is here twice, first in line 3", "delete one"
    ),
    Case(
        "002-duplicate-claim.yaml",
        15,
        3,
        7,
        "'layoffs' is here twice, first in line 10",
        "another name",
    ),
    Case("003-duplicate-key.yaml", 15, 5, 4, "'from' is here twice", "delete one"),
    Case(
        "004-duplicate-section.yaml",
        15,
        1,
        7,
        "'figures' is here twice, first in line 1",
        "delete one",
    ),
    Case("005-anchor.yaml", 12, 11, 1, "&base is a YAML anchor", "quote it: '&base staff.2021'"),
    Case("006-anchor-alone.yaml", 11, 12, 4, "may not begin with &", "quote it: '& co'"),
    Case("007-alias.yaml", 12, 11, 5, "*base is a YAML alias", "quote it: '*base'"),
    Case(
        "008-star-of-emphasis.yaml",
        11,
        12,
        19,
        "may not begin with *",
        "quote it: '* left in two years'",
    ),
    Case("009-merge-key.yaml", 11, 9, 9, "YAML alias", "write the value out"),
    Case("010-tag.yaml", 12, 11, 1, "!str is a YAML tag", "quote it: '!str staff.2021'"),
    Case("011-second-document.yaml", 15, 1, 3, "second YAML document", "two files"),
    Case(
        "012-text-after-end.yaml",
        16,
        1,
        1,
        "after the end of the document",
        "delete the line '...'",
    ),
    Case(
        "013-comma-in-list.yaml",
        3,
        14,
        15,
        "the comma in 6,113 employees makes two values",
        "quote it: '6,113 employees', or use one line each",
    ),
    Case(
        "014-comma-in-braces.yaml",
        2,
        17,
        15,
        "the comma in 6,113 employees makes two values",
        "quote it: '6,113 employees'",
    ),
    Case(
        "015-comma-in-arguments.yaml", 12, 22, 15, "the comma in 4,531 employees", "one line each"
    ),
    Case(
        "016-hash-in-value.yaml",
        11,
        19,
        13,
        "YAML drops '#1 of 5 teams'",
        "quote it: 'number #1 of 5 teams'",
    ),
    Case(
        "017-hash-is-all.yaml",
        11,
        12,
        15,
        "YAML drops '#5 in the world'",
        "quote it: '#5 in the world'",
    ),
    Case(
        "018-no-space-after-colon.yaml", 3, 7, 10, "no space after the colon", "write: 2021: 6,113"
    ),
    Case(
        "019-no-space-first.yaml",
        3,
        7,
        20,
        "no space after the colon",
        "write: 2021: 6,113 employees",
    ),
    Case(
        "020-no-space-last.yaml",
        4,
        7,
        20,
        "no space after the colon",
        "write: 2023: 4,531 employees",
    ),
    Case(
        "021-no-space-in-claim.yaml",
        14,
        5,
        22,
        "no space after the colon",
        "write: stated: 1,582 employees",
    ),
    Case("022-empty-label.yaml", 3, 12, 0, "an empty value", "write: not printed"),
    Case("023-null-label.yaml", 3, 13, 4, "an empty value", "write: not printed"),
    Case("024-empty-parameter.yaml", 12, 10, 0, "an empty value", "not printed"),
    Case("025-empty-stated.yaml", 14, 12, 0, "an empty value", "what the article says"),
    Case(
        "026-colon-in-text.yaml",
        11,
        24,
        1,
        "a colon followed by a space",
        "quote it: 'what it says: 1,582 people left'",
    ),
    Case(
        "027-leading-greater.yaml",
        14,
        13,
        17,
        "may not begin with >",
        "write: more than 1,500 employees",
    ),
    Case("028-leading-greater-digit.yaml", 3, 13, 2, "may not begin with >", "quote it: '>6'"),
    Case(
        "029-leading-pipe.yaml", 11, 12, 17, "may not begin with |", "quote it: '| cell of a table'"
    ),
    Case(
        "030-leading-percent.yaml", 11, 12, 13, "may not begin with %", "quote it: '%-wise a loss'"
    ),
    Case(
        "031-leading-at.yaml", 11, 12, 18, "may not begin with @", "quote it: '@sensetime says so'"
    ),
    Case(
        "032-leading-backtick.yaml", 11, 12, 12, "may not begin with `", "quote it: '`staff` fell'"
    ),
    Case(
        "033-leading-bracket.yaml",
        11,
        12,
        23,
        "text after a closing ]",
        "quote it: '[sic] 1,582 people left'",
    ),
    Case(
        "034-leading-brace.yaml",
        11,
        12,
        17,
        "text after a closing }",
        "quote it: '{sic} people left'",
    ),
    Case("035-leading-closing.yaml", 11, 12, 13, "may not begin with ]", "quote it"),
    Case("036-leading-comma.yaml", 11, 12, 22, "may not begin with ,", "quote it"),
    Case("037-leading-question.yaml", 11, 12, 13, "may not begin with ?", "quote it"),
    Case(
        "038-dash-and-space.yaml", 3, 13, 7, "a dash and a space begin a list item", "write: -4.963"
    ),
    Case(
        "039-text-after-quotes.yaml",
        11,
        21,
        17,
        "text after the closing quotation mark",
        "quote it: \"'people' left in two years\"",
    ),
    Case(
        "040-text-after-double-quotes.yaml",
        11,
        21,
        4,
        "text after the closing quotation mark",
        "quote it: '\"people\" left'",
    ),
    Case("041-open-quote.yaml", 15, 11, 11, "' is never closed", "close it: 'so it says'"),
    Case("042-runaway-quote.yaml", 11, 12, 12, "runs on into the next lines", "quote it"),
    Case(
        "043-backslash.yaml",
        11,
        20,
        2,
        "a backslash means something else in double quotes",
        "quote it: 'people \\left'",
    ),
    Case("044-open-bracket.yaml", 12, 9, 23, "never closed", "close it with ]"),
    Case(
        "045-hash-in-list.yaml", 12, 29, 15, "YAML drops '#5, staff.2023]'", "quote it: 'number #5'"
    ),
    Case("046-tab-indentation.yaml", 2, 1, 1, "a tab in the indentation", "use spaces"),
    Case("047-tab-deeper.yaml", 4, 3, 1, "a tab in the indentation", "use spaces"),
    Case("048-deeper-than-above.yaml", 4, 7, 1, "indented deeper", "begin in column 5"),
    Case("049-fits-no-line.yaml", 4, 4, 1, "the indentation fits no line above", "same column"),
    Case(
        "050-key-without-colon.yaml",
        14,
        5,
        22,
        "a key without a colon",
        "write: stated: 1,582 employees",
    ),
    Case("051-id-without-colon.yaml", 10, 3, 7, "'layoffs' needs a colon", "write: layoffs:"),
    Case("052-list-and-keys.yaml", 4, 5, 1, "a list and keys", "keys alone"),
    Case("053-list-as-key.yaml", 3, 5, 6, "a key is a plain text", "a list"),
    Case("054-directive.yaml", 15, 1, 1, "a line may not begin with %", "delete the line"),
    Case("055-escape-character.yaml", 11, 19, 1, "an escape character (U+001B)", "delete it"),
    Case("056-nul.yaml", 11, 19, 1, "a NUL (U+0000)", "delete it"),
    Case("057-bidi.yaml", 11, 19, 1, "turns the direction of text (U+202E)", "delete it"),
    Case("058-escaped-escape.yaml", 11, 12, 21, "U+001B", "delete it"),
    Case("059-invisible-break.yaml", 11, 19, 1, "invisible line break (U+2028)", "delete it"),
    Case("060-too-deep.yaml", 3, 28, 19, "nested more than 20 levels", "five"),
    Case("061-empty.yaml", 1, 1, 0, "nothing to check: the file is empty", "sensecheck init"),
    Case(
        "062-only-comment.yaml", 1, 1, 0, "nothing to check: the file is empty", "sensecheck init"
    ),
    Case("063-no-claims.yaml", 1, 1, 0, "the file has no claims", "below 'claims:'"),
    Case("064-empty-claims.yaml", 9, 8, 0, "claims is empty", "below it"),
    Case("065-plain-text.yaml", 1, 1, 15, "a block of keys", "claims:"),
    Case("066-list-file.yaml", 1, 1, 9, "a block of keys", "claims:"),
    Case("067-unknown-section.yaml", 15, 1, 6, "unknown key 'figure'", "did you mean figures?"),
    Case(
        "068-claims-as-list.yaml", 10, 3, 16, "claims is a block of keys, not a list", "key: value"
    ),
    Case(
        "069-claim-as-text.yaml", 10, 12, 17, "layoffs is a block of keys, not a text", "key: value"
    ),
    Case("070-article-key.yaml", 2, 3, 6, "unknown key 'tittle'", "did you mean title?"),
    Case("071-article-rounding.yaml", 2, 13, 9, "'truncated' is none of", "did you mean truncate?"),
    Case("072-article-outside.yaml", 2, 9, 12, "outside this folder", "--article"),
    Case(
        "073-article-list.yaml",
        2,
        10,
        16,
        "a text belongs here, not a list",
        "quote a text that begins with [",
    ),
    Case("074-ignore-without-reason.yaml", 3, 17, 0, "an empty value", "say why"),
    Case("075-figure-name.yaml", 2, 3, 10, "'2021_staff' is not a figure's name", "a letter first"),
    Case("076-label-name.yaml", 3, 7, 7, "'H1 2024' is not a label", "write: H1_2024"),
    Case("077-unreadable.yaml", 3, 29, 1, "not a printed figure", ""),
    Case("078-unknown-figure-word.yaml", 3, 13, 7, "not a printed figure", "write: not printed"),
    Case("079-decimal-comma.yaml", 3, 13, 5, "a decimal comma", "13.86"),
    Case("080-second-number.yaml", 3, 32, 2, "second number", "write: 6,113 employees"),
    Case("081-too-many-digits.yaml", 3, 13, 61, "more than 60 digits", ""),
    Case("082-too-large.yaml", 3, 13, 42, "too large", ""),
    Case("083-date-as-figure.yaml", 3, 13, 16, "is a date, not a figure", "duration"),
    Case(
        "084-two-currencies.yaml",
        3,
        30,
        13,
        "RMB and USD as printings of one figure",
        "formula: deal.2021 / fx_rate, stated: US$10 million",
    ),
    Case(
        "085-missing-beside-printing.yaml",
        5,
        11,
        11,
        "'not printed' beside a printing",
        "delete it",
    ),
    Case("086-unknown-figure-key.yaml", 4, 7, 6, "unknown key 'sourse'", "did you mean source?"),
    Case(
        "087-no-printed.yaml",
        3,
        7,
        4,
        "fx.rate does not say what is printed",
        "printed: not printed",
    ),
    Case("088-series-without-labels.yaml", 2, 3, 5, "staff has no labels", "not printed"),
    Case("089-no-unit.yaml", 3, 13, 6, "'xyz 12' is not a unit", "the unit alone"),
    Case(
        "090-sign-word.yaml", 3, 13, 4, "'plus' is none of: positive, negative, any", "write one of"
    ),
    Case("091-exact-word.yaml", 4, 14, 5, "neither true nor false", "true or false"),
    Case("092-yen-and-yuan.yaml", 3, 13, 10, "¥ may be RMB or yen", "RMB or JPY"),
    Case(
        "093-unknown-rule.yaml",
        11,
        11,
        15,
        "unknown rule 'percent_increse'",
        "did you mean percent_increase?",
    ),
    Case("094-no-rule.yaml", 10, 3, 7, "no rule", "unverifiable:"),
    Case("095-no-stated.yaml", 10, 3, 7, "no 'stated'", "what the article says"),
    Case("096-missing-parameter.yaml", 10, 3, 7, "decrease needs 'to'", "from, to"),
    Case("097-unknown-key.yaml", 12, 5, 4, "unknown key 'form'", "did you mean from?"),
    Case(
        "098-unverifiable-with-rule.yaml",
        12,
        5,
        4,
        "an unverifiable claim has no rule",
        "the one or the other",
    ),
    Case("099-claim-id.yaml", 10, 3, 8, "'Lay_offs' is not a claim's id", "write: lay-offs"),
    Case("100-id-shared.yaml", 16, 3, 7, "'layoffs' is a claim's id already, in line 10", "rename"),
    Case("101-tag-with-space.yaml", 15, 12, 9, "'the staff' is not a tag", "one word"),
    Case(
        "102-unknown-figure.yaml",
        12,
        11,
        9,
        "unknown figure 'staf.2021'",
        "did you mean staff.2021?",
    ),
    Case(
        "103-unknown-label.yaml",
        12,
        11,
        10,
        "unknown figure 'staff.2020'",
        "did you mean staff.202",
    ),
    Case(
        "104-negative-unknown.yaml",
        12,
        9,
        17,
        "unknown figure '-net_profits.2019'",
        "did you mean -net_profit.2019?",
    ),
    Case("105-series-for-figure.yaml", 12, 11, 5, "staff is a series", "staff.2023, or staff.*"),
    Case("106-star-for-figure.yaml", 12, 11, 7, "'from' takes one figure, not 2", "write one"),
    Case(
        "107-list-for-figure.yaml",
        12,
        11,
        24,
        "'from' takes one figure, not a list",
        "a rule that takes several",
    ),
    Case(
        "108-slice-backwards.yaml", 12, 9, 16, "2021 stands before 2023", "write staff.2021..2023"
    ),
    Case(
        "109-names-in-one-text.yaml",
        12,
        9,
        22,
        "several names in one text",
        "[staff.2021, staff.2023]",
    ),
    Case(
        "110-overlapping-periods.yaml",
        8,
        9,
        8,
        "profit.h1_2023 and profit.2023 overlap",
        "list the labels",
    ),
    Case(
        "111-compared-with-itself.yaml",
        13,
        11,
        7,
        "staff.2021 is compared with itself",
        "rule rank",
    ),
    Case("112-not-among.yaml", 13, 12, 16, "staff.2021 is not among these", "add staff.2021"),
    Case("113-units-differ.yaml", 12, 22, 15, "cannot be added or compared", "one unit"),
    Case("114-no-percent.yaml", 14, 13, 5, "the result is in percent", "write 25.88%"),
    Case("115-stated-unit.yaml", 14, 13, 9, "the result is in people", "correct the unit"),
    Case(
        "116-contrary-direction.yaml",
        14,
        13,
        11,
        "the rule says increase, the figure says down",
        "rule: percent_decrease",
    ),
    Case("117-stated-not-printed.yaml", 14, 13, 11, "has to be printed", "unverifiable"),
    Case("118-answer.yaml", 14, 13, 5, "compare cannot state 'bigly'", "higher, lower, equal"),
    Case(
        "119-stated-exclude.yaml",
        14,
        13,
        13,
        "'25.88%' and '28%' exclude each other",
        "a claim of its own",
    ),
    Case("120-years-contradict.yaml", 14, 12, 1, "3 years, but the labels are 2 apart", "write 2"),
    Case("121-growth-backwards.yaml", 13, 9, 10, "staff.2021 is not after staff.2023", "swap"),
    Case("122-period.yaml", 12, 11, 16, "is not a date or period", "October 22, 2024"),
    Case(
        "123-label-without-time.yaml", 7, 11, 10, "the label 'peak' names no time", "2021, fy2023"
    ),
    Case("124-slice-or-dates.yaml", 10, 3, 7, "not both", "'from' and 'to'"),
    Case(
        "125-formula-name.yaml",
        11,
        27,
        10,
        "unknown figure 'stuff.2023'",
        "did you mean staff.2023?",
    ),
    Case("126-formula-syntax.yaml", 11, 39, 1, "parenthesis", ""),
    Case("127-listed-twice.yaml", 12, 22, 10, "'Smart City' is listed twice", "delete one"),
    Case(
        "128-weights-mixed.yaml", 13, 14, 15, "numbers or figures, not some of each", "all as names"
    ),
    Case("129-accepted-unknown.yaml", 16, 11, 7, "unknown claim 'hirings'", "write the ids of"),
    Case("130-accepted-order.yaml", 18, 3, 15, "sorted and joined by +", "hirings+layoffs"),
    Case("131-accepted-without-reason.yaml", 16, 11, 0, "an empty value", "why it is kept"),
)
