"""Build small documents."""

from decimal import Decimal

from govtext.model import Document, Fact, Policy, Slogan, Source

HOSTILE = "见附表[/1][red]=1+1|\x1b[31m\x1b]0;x\x07\u202e<b>\x9b"


def fact(**fields: object) -> Fact:
    given = {"start": 0, "end": 4, "line": 3, "column": 1, "text": "23%", "rule": "quantity/x", "kind": "percent"}
    return Fact(**{**given, **fields})  # type: ignore[arg-type]


def slogan(line: int, canonical: str, **fields: object) -> Slogan:
    given = {"start": 0, "end": 4, "column": 1, "text": canonical, "rule": "slogan/x", "kind": "formula"}
    return Slogan(**{**given, "line": line, "canonical": canonical, **fields})  # type: ignore[arg-type]


def policy(line: int, name: str, **fields: object) -> Policy:
    given = {"start": 0, "end": 4, "column": 1, "text": name, "rule": "policy/x", "kind": "plan"}
    return Policy(**{**given, "line": line, "name": name, **fields})  # type: ignore[arg-type]


def document(path: str = "report.txt", **tables: object) -> Document:
    source = Source(path=path, encoding="utf-8", characters=10, sha256="00")
    return Document(source=source, **tables)  # type: ignore[arg-type]


def report() -> tuple[Document, str]:
    """Return a document with every kind of field, and its text: nested, crossing, beyond U+FFFF, hostile."""
    text = "=规划\r\n完成“十四五”规划，产值达3—5亿元、增长6.5%。\r\n𬭬产量力争增长7%；@两个\r\n  确立。"

    def at(words: str) -> dict[str, object]:
        start = text.index(words)
        line = text.count("\r\n", 0, start) + 1
        return {"start": start, "end": start + len(words), "line": line, "text": "".join(words.split())}

    change = {"kind": "percent", "unit": "%", "change": "increase", "indicator": "=产值", "predicate": "增长"}
    facts = (
        fact(**at("3—5亿元"), kind="money", unit="元", low=Decimal("3E+8"), high=Decimal("5E+8"), bound="range"),
        fact(**at("6.5%"), **change, value=Decimal("6.5"), cues=("力争", "左右"), sentence="完成“十四五”规划。"),
        fact(**at("7%"), **change, value=Decimal(7), status="target", time="2023年", flags=("unpaired",)),
    )
    slogans = (
        slogan(**{**at("十四五"), "canonical": "十四五"}),  # type: ignore[arg-type]
        slogan(**{**at("@两个\r\n  确立"), "canonical": "两个确立", "members": ("甲", "乙"), "since": 2021}),  # type: ignore[arg-type]
    )
    policies = (
        policy(**{**at("“十四五”规划"), "name": "“十四五”规划", "period": "2021/2025", "number": "+1"}),  # type: ignore[arg-type]
        policy(**{**at("规划，产值"), "name": HOSTILE, "canonical": "-1"}),  # type: ignore[arg-type]
    )
    source = Source(
        path="a.txt",
        encoding="utf-8",
        characters=len(text),
        sha256="00",
        title="=政府工作报告",
        date="2023-01-10",
        region="望澜市",
    )
    return Document(source=source, facts=facts, slogans=slogans, policies=policies), text
