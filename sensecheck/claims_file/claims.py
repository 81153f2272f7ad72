"""The claims and the assumptions: keys that any claim has, and what its rule asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sensecheck.claims_file.arguments import FORMULA, ArgumentReader
from sensecheck.claims_file.drafts import Draft
from sensecheck.claims_file.heading import read_rounding
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence
from sensecheck.claims_file.references import BrokenReference
from sensecheck.claims_file.results import as_printed, settle
from sensecheck.claims_file.shapes import block_of, check_keys, text_of, texts_of
from sensecheck.claims_file.stated import StatedReader
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Arguments, Claim, Stated
from sensecheck.numbers.readings import Rounding
from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import Rule

ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
TAG: Final = re.compile(r"[\w.+-]+")
COMMON: Final = (
    "quote", "says", "rule", "stated", "tags", "rounding", "accepted", "note", "unverifiable",
)  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One claim of the file: what is on its way, and what is already known of it."""

    key: Scalar
    block: Mapping | None
    assumption: bool
    draft: Draft | None = None
    claim: Claim | None = None


class ClaimReader:
    """Reads claims in two steps: all names first, then, when units are settled, the claims."""

    def __init__(
        self, arguments: ArgumentReader, stated: StatedReader, rounding: Rounding, trouble: Trouble
    ) -> None:
        self._arguments = arguments
        self._stated = stated
        self._rounding = rounding
        self._trouble = trouble
        self._ids: dict[str, Scalar] = {}

    def read(self, node: Node | None, section: str) -> list[Entry]:
        """The entries of `claims` or `assumptions`."""
        block = None if node is None else block_of(node, section, self._trouble)
        if block is None:
            return []
        return [
            self._entry(block.keys[name], value, section == "assumptions")
            for name, value in block.values.items()
        ]

    def finish(self, entry: Entry) -> None:
        """Makes the claim of an entry whose units are settled, unless it has findings."""
        if entry.draft is None or entry.block is None:
            return
        draft = entry.draft
        rounding = read_rounding(entry.block, self._trouble) or self._rounding
        stated = settle(draft, rounding, self._trouble)
        if stated is not None:
            entry.claim = self._claim(entry, draft.rule.name, draft.arguments, stated)

    def _entry(self, key: Scalar, value: Node, assumption: bool) -> Entry:
        self._check_id(key)
        block = block_of(value, key.text or "a claim", self._trouble)
        entry = Entry(key, block, assumption)
        if block is None:
            return entry
        before = len(self._trouble)
        if "unverifiable" in block.values:
            self._unverifiable(entry, block)
        else:
            rule = self._rule(key, block)
            if rule is not None:
                entry.draft = self._draft(key, block, rule)
        if len(self._trouble) > before:
            entry.draft = entry.claim = None
        return entry

    def _check_id(self, key: Scalar) -> None:
        first = self._ids.setdefault(key.text, key)
        if first is not key:
            message = f"'{key.text}' is a claim's id already, in line {first.line + 1}"
            self._trouble.at(key, message, "claims and assumptions share their ids: rename one")
        if not ID.fullmatch(key.text):
            instead = re.sub(r"[^a-z0-9]+", "-", key.text.lower()).strip("-")
            hint = f"write: {instead}" if instead else "lower-case letters, digits and -"
            self._trouble.at(key, f"'{key.text}' is not a claim's id", hint)

    def _rule(self, key: Scalar, block: Mapping) -> Rule | None:
        node = block.values.get("rule")
        if node is None:
            if FORMULA in block.values:
                return rule_named(FORMULA)
            hint = f"add 'rule:' ({', '.join(RULES[:4])}, …), or 'unverifiable:' with the reason"
            self._trouble.at(key, "the claim has no rule", hint)
            return None
        name = text_of(node, self._trouble, "write one of: " + ", ".join(RULES))
        if not name:
            return None
        if name not in RULES:
            near = name.lower().replace(" ", "_").replace("-", "_")
            meant = near if near in RULES else self._trouble.meant(near, RULES)
            hint = f"did you mean {meant}?" if meant else "rules are: " + ", ".join(RULES)
            self._trouble.at(node, f"unknown rule '{name}'", hint)
            return None
        return rule_named(name)

    def _draft(self, key: Scalar, block: Mapping, rule: Rule) -> Draft | None:
        parameters = tuple(parameter.name for parameter in rule.parameters)
        self._check_keys(block, (*parameters, *COMMON), rule.name)
        stated = None
        try:
            if "stated" in block.values:
                stated = self._stated.read(block.values["stated"], rule)
            else:
                hint = "write what the article says the result is"
                self._trouble.at(key, "the claim has no 'stated'", hint)
        except BrokenReference:
            pass
        arguments = self._arguments.read(key, block, rule)
        if stated is None or arguments is None:
            return None
        return Draft(key, block, rule, arguments, stated)

    def _check_keys(self, block: Mapping, known: tuple[str, ...], rule: str) -> None:
        for name in block.values:
            if name not in known:
                what = f"a claim with rule {rule}" if rule else "an unverifiable claim"
                check_keys(block, known, what, self._trouble)
                return

    def _unverifiable(self, entry: Entry, block: Mapping) -> None:
        """A claim with nothing to recompute."""
        reason = text_of(block.values["unverifiable"], self._trouble, "write why")
        if "rule" in block.values or FORMULA in block.values:
            key = block.keys.get("rule") or block.keys[FORMULA]
            hint = "delete the one or the other"
            self._trouble.at(key, "an unverifiable claim has no rule", hint)
            return
        self._check_keys(block, COMMON, "")
        stated = None
        if "stated" in block.values:
            try:
                draft = self._stated.read(block.values["stated"], None)
            except BrokenReference:
                return
            if draft is not None:
                stated = as_printed(draft, self._rounding, self._trouble)
        if reason:
            entry.claim = self._claim(entry, "", Arguments(), stated, reason)

    def _claim(
        self,
        entry: Entry,
        rule: str,
        arguments: Arguments,
        stated: Stated | None,
        unverifiable: str = "",
    ) -> Claim | None:
        assert entry.block is not None
        before = len(self._trouble)
        values = entry.block.values
        texts = {
            name: text_of(values[name], self._trouble)
            for name in ("quote", "says", "accepted", "note")
            if name in values
        }
        claim = Claim(
            id=entry.key.text,
            span=entry.key.span,
            rule=rule,
            arguments=arguments,
            stated=stated,
            quote_span=self._trouble.visible(values["quote"]) if "quote" in values else None,
            unverifiable=unverifiable,
            tags=self._tags(values["tags"]) if "tags" in values else (),
            rounding=read_rounding(entry.block, self._trouble),
            assumption=entry.assumption,
            **texts,
        )
        return claim if len(self._trouble) == before else None

    def _tags(self, node: Node) -> tuple[str, ...]:
        scalars: Iterable[Scalar] = texts_of(node, self._trouble, "write a tag, or delete the key")
        tags = []
        for scalar in scalars:
            pieces = [scalar.text] if isinstance(node, Sequence) else scalar.text.split(",")
            for piece in map(str.strip, pieces):
                if TAG.fullmatch(piece):
                    tags.append(piece)
                else:
                    self._trouble.at(scalar, f"'{piece}' is not a tag", "one word, as staff")
        return tuple(dict.fromkeys(tags))
