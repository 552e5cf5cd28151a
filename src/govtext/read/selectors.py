"""Name elements of a web page: a tag, #id, .class, [attribute=value], or these together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.read.nodes import Node


class Selector(NamedTuple):
    """`div.article#text[role=main]` in parts; what it does not name is free."""

    tag: str
    identity: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]

    def matches(self, node: Node) -> bool:
        """Tell whether the selector names an element."""
        has = node.attributes
        return (
            self.tag in ("", node.tag)
            and (not self.identity or has.get("id") == self.identity)
            and (not self.classes or self.classes.issubset(has.get("class", "").split()))
            and all(name in has and value in (None, has[name]) for name, value in self.attributes)
        )


def selector(written: str) -> Selector:
    """Read a selector. Raises ValueError where it is none, or one of more than one element."""
    parts = re.findall(r"(^[a-z][a-z0-9]*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:=([\w-]+))?\]", written)
    if re.sub(r"(^[a-z][a-z0-9]*)|[#.][\w-]+|\[[\w-]+(?:=[\w-]+)?\]", "", written) or not parts:
        raise ValueError(f"no simple selector: {written!r}")
    return Selector(
        tag="".join(part[0] for part in parts),
        identity="".join(part[1] for part in parts),
        classes=frozenset(part[2] for part in parts if part[2]),
        attributes=tuple((part[3], part[4] or None) for part in parts if part[3]),
    )


class Selectors:
    """Selectors sorted by what they ask first, so that an element is compared with few."""

    def __init__(self, written: Iterable[str]) -> None:
        self._by_key: dict[str, list[Selector]] = {}
        for chosen in map(selector, written):
            self._by_key.setdefault(_asked(chosen), []).append(chosen)

    def match(self, node: Node) -> bool:
        """Tell whether any of them names an element."""
        return any(chosen.matches(node) for key in _told(node) for chosen in self._by_key.get(key, ()))


class Index:
    """The elements of a page by what selectors ask first."""

    def __init__(self, root: Node) -> None:
        self._by_key: dict[str, list[Node]] = {}
        for node in root.walk():
            for key in _told(node):
                self._by_key.setdefault(key, []).append(node)

    def find(self, chosen: Selector) -> list[Node]:
        """Return the elements that a selector names, as they stand."""
        return [node for node in self._by_key.get(_asked(chosen), ()) if chosen.matches(node)]


def _asked(chosen: Selector) -> str:
    if chosen.identity:
        return f"#{chosen.identity}"
    if chosen.classes:
        return f".{min(chosen.classes)}"
    return chosen.tag or f"[{chosen.attributes[0][0]}"


def _told(node: Node) -> set[str]:
    has = node.attributes
    if not has:
        return {node.tag}
    return {
        node.tag,
        f"#{has.get('id')}",
        *(f".{name}" for name in has.get("class", "").split()),
        *(f"[{n}" for n in has),
    }
