"""The words that rules supply to the search for couplets: what stands before, after and inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

    from govtext.lexicon import Lexicon


class Shapes(NamedTuple):
    """Patterns by use; each is the rule of that kind in dicts/rules/slogans.toml, where the kinds are explained."""

    before: regex.Pattern[str]
    after: regex.Pattern[str]
    line: regex.Pattern[str]
    hinge: regex.Pattern[str]
    worn: regex.Pattern[str]
    act: regex.Pattern[str]
    power: regex.Pattern[str]
    becoming: regex.Pattern[str]
    order: regex.Pattern[str]
    list: regex.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Shapes:
        """Take the patterns from the rules of a lexicon."""
        by_kind = {rule.kind: rule.regex for rule in lexicon.rules_for("slogan")}
        return cls(*(by_kind[name] for name in cls._fields))
