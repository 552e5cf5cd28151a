"""Names that marks or numbers show: 《…》, “…”工程, “十四五”规划, 国发〔2021〕5号, 十九届六中全会."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govtext.find.periods import plan_years
from govtext.find.policy_mentions import Mention
from govtext.find.policy_names import left_edge
from govtext.find.policy_words import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.find.policy_mentions import Reading
    from govtext.lexicon import Rule

_TAIL = regex.compile(r"(?:[（(〔\[][^（()）〕\]]{1,20}[)）〕\]]|修订草案|修正草案|草案|修正案)$")
_TITLE_SPAN = regex.compile(r"[（(](?P<first>\d{4})年?[—–－\-~～至到]+(?P<last>\d{4})年?[)）]")
_SMALL_BRACKET = regex.compile(r"（[一-龥]{1,2}）$")
_QUOTED_MODIFIER = 10


def find_marked_names(reading: Reading, rule: Rule) -> Iterator[Mention]:
    """Yield what one rule for marked names finds."""
    read = _READERS.get(rule.name.removeprefix("policy/"), _plain)
    for match in rule.finditer(reading.text):
        mention = read(reading, rule, match)
        if mention is not None:
            yield mention


def title_period(name: str) -> str | None:
    """Return the years in a title: 城市总体规划（2018—2035年） → 2018/2035."""
    years = _TITLE_SPAN.search(name)
    return f"{years['first']}/{years['last']}" if years else None


def _plain(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention | None:
    """Make a mention of a whole match; its kind is the rule's, else its head's."""
    groups = match.groupdict()
    head = groups.get("head")
    kind = rule.kind or (reading.vocabulary.title_kind(head) if head else None)
    if kind is None:
        return None
    name = match.span("name") if groups.get("name") else match.span()
    written = reading.written[slice(*name)]
    return Mention(
        *match.span(),
        rule.name,
        kind,  # type: ignore[arg-type]
        written,
        period=title_period(written),
        issuer=groups.get("issuer"),
        action=reading.action(match.start()),
    )


def _title(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention | None:
    """Make a mention of 《…》 where its head, the dictionary, or a verb before it says that it is a policy."""
    name = reading.written[slice(*match.span("name"))]
    folded = match["name"]
    vocabulary = reading.vocabulary
    if folded in vocabulary.no_titles:
        return None
    entry = vocabulary.entry(folded)
    bare = folded
    while (cut := _TAIL.sub("", bare)) != bare:
        bare = cut
    kind = entry.kind if entry else vocabulary.title_kind(bare)
    if kind is None:
        return None
    action = reading.action(match.start())
    inner = rule.name == "policy/inner-title"
    return Mention(*match.span(), rule.name, kind, name, entry, period=title_period(folded), action=action, inner=inner)


def _number(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention:
    """Make a mention of a document number, with the body that its prefix names."""
    start, end = match.span()
    edge = reading.edges.last(start, match.end("issuer") - 1)
    start = edge.end if edge else start
    written = reading.written[start:end]
    issuer = reading.vocabulary.issuer(reading.text[start:end])
    return Mention(start, end, rule.name, "document", written, number=written, issuer=issuer, period=match["year"])


def _numbered_plan(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention:
    """Make a mention of a numbered plan, with its years."""
    written = reading.written[match.start() : match.end()]
    period = plan_years(match["plan"]) if match["plan"] else title_period(written)
    return Mention(*match.span(), rule.name, "plan", written, period=period, action=reading.action(match.start()))


def _quoted(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention | None:
    """Make a mention of a quoted name with its head and the words before that belong to it: 代表“提能”工程."""
    vocabulary = reading.vocabulary
    between = match["between"]
    place = match.start("between")
    if _is_condemned(reading, *match.span()):
        return None
    if between and any(word in vocabulary.edges for word, _ in reading.words(place, match.start("head"))):
        return None
    kind = vocabulary.quoted_heads[match["head"]]
    if match[0][0] == "「" and match["head"].endswith("计划"):
        kind = "programme"
    start = _modifier(reading, match.start())
    written = reading.written[start : match.end()]
    return Mention(start, match.end(), rule.name, kind, written, action=reading.action(start))


def _modifier(reading: Reading, quote: int) -> int:
    """Return where the words begin that stand before a quotation mark and belong to the name."""
    bracket = _SMALL_BRACKET.search(reading.text, max(0, quote - 5), quote)
    found = left_edge(reading, bracket.start() if bracket else quote, Head("programme", 2))
    if found is None or quote - found.start > _QUOTED_MODIFIER + (quote - bracket.start() if bracket else 0):
        return quote
    nominal = all(tag[:1] in "nvjlbx" for _, tag in reading.words(found.start, quote))
    return found.start if nominal else quote


def _is_condemned(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a quoted name is spoken against: 反对“形象工程”, “…”分裂活动."""
    clause = max(reading.text.rfind(mark, max(0, start - 14), start) for mark in "，。；")
    around = reading.text[max(clause, start - 14, 0) : end]
    return any(word in around for word in reading.vocabulary.against)


def _quoted_whole(reading: Reading, rule: Rule, match: regex.Match[str]) -> Mention | None:
    """Make a mention of a name that stands wholly in quotation marks with its head."""
    name = match["name"]
    head = match["head"]
    modifier = name[: -len(head)]
    if len(modifier) < 2 or reading.vocabulary.is_generic(modifier) or name in reading.vocabulary.no_titles:
        return None
    if _is_condemned(reading, *match.span()):
        return None
    known = reading.vocabulary.heads.get(head)
    kind = known.kind if known else reading.vocabulary.quoted_heads.get(head, "programme")
    if match[0][0] == "「" and kind == "plan":
        kind = "programme"
    written = reading.written[match.start("name") : match.end("name")]
    return Mention(*match.span(), rule.name, kind, written, action=reading.action(match.start()))


_READERS: dict[str, Callable[[Reading, Rule, regex.Match[str]], Mention | None]] = {
    "title": _title,
    "inner-title": _title,
    "number": _number,
    "decree": _number,
    "numbered-plan": _numbered_plan,
    "quoted": _quoted,
    "quoted-whole": _quoted_whole,
}
