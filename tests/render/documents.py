"""Build small documents."""

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
