"""The manual pages of the rules, built from their docstrings: one rule, or all as a page.

`python -m sensecheck rules --markdown > docs/rules.md` makes the page anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import Final

from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import Parameter, RelationRule

_HEAD: Final = """\
# Rules

<!-- made from the rules' docstrings: python -m sensecheck rules --markdown > docs/rules.md -->

A claim names a rule, gives the rule its parameters and says what the article states. The samples
are claims as they stand under `claims:`; their figures are printed in place, and a figure's name
does as well. `sensecheck rules NAME` prints one rule."""
_MANY: Final = 10
"""So many answers of a rule are listed; of more, only the first and the last."""
_FORM: Final = re.compile(
    r"""(?P<about>.+?)
    \n\nFormula:\ (?P<formula>.+?)
    \n\nA\ claim\ that\ passes:\n\n(?P<passing>(?:\ {4}.+\n)+)
    \nA\ claim\ that\ fails:\n\n(?P<failing>(?:\ {4}.+\n)+)
    \nRounding:\ (?P<rounding>.+)""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Manual:
    """The sections of a rule's docstring; the two claims as they stand in a claims file."""

    about: str
    formula: str
    passing: str
    failing: str
    rounding: str


def manual_of(name: str) -> Manual:
    """The sections of one rule's manual; raises KeyError for no rule, ValueError for a gap."""
    match = _FORM.fullmatch(rule_named(name).manual.strip())
    if match is None:
        raise ValueError(f"the docstring of the rule {name} does not have all its sections")
    about, formula, passing, failing, rounding = match.groups()
    return Manual(about, formula, dedent(passing), dedent(failing), rounding)


def rule_manual(name: str) -> str:
    """One rule, for reading in a terminal."""
    rule = rule_named(name)
    facts = "\n".join(f"{what}: {text}" for what, text in _facts(name).items())
    return f"{name}\n\n{facts}\n\n{rule.manual.strip()}\n"


def rules_page() -> str:
    """All rules as a Markdown page."""
    listed = [f"- [{name}](#{name}): {_first_sentence(name)}" for name in RULES]
    return "\n\n".join([_HEAD, "\n".join(listed), *map(_section, RULES)]) + "\n"


def _section(name: str) -> str:
    manual = manual_of(name)
    facts = "\n".join(f"- {what}: {text}" for what, text in _facts(name, code="`").items())
    return f"""\
## {name}

{manual.about}

{facts}
- Formula: {_indented(manual.formula)}

Passes:

```yaml
{manual.passing}```

Fails:

```yaml
{manual.failing}```

Rounding: {manual.rounding}"""


def _facts(name: str, code: str = "") -> dict[str, str]:
    """What a rule takes and what may be stated."""
    rule = rule_named(name)
    facts = {"Parameters": ", ".join(_parameter(p, code) for p in rule.parameters)}
    if isinstance(rule, RelationRule):
        answers = [f"{code}{answer}{code}" for answer in rule.answers]
        if len(answers) > _MANY:
            answers[2 : len(answers) - 1] = ["…"]
        facts["Stated"] = ", ".join(answers)
    return facts


def _parameter(parameter: Parameter, code: str) -> str:
    optional = ", optional" if parameter.optional else ""
    return f"{code}{parameter.name}{code} ({parameter.takes.value}{optional})"


def _first_sentence(name: str) -> str:
    return manual_of(name).about.partition("\n\n")[0].replace("\n", " ")


def _indented(text: str) -> str:
    """A text inside a list's item."""
    return text.replace("\n", "\n  ")
