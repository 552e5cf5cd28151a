"""A web page → the text of its report: the content area, a paragraph or a table row a line, the furniture dropped."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from govtext.read.extracted import Extracted
from govtext.read.flow import Flow
from govtext.read.labels import decode_page
from govtext.read.nodes import Node, parse
from govtext.read.selectors import Index, Selectors, selector
from govtext.resources import shipped

_BLOCKS = frozenset(
    """
    address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3
    h4 h5 h6 header hr html legend li main nav ol p pre section summary tbody tfoot thead title ul
    """.split()  # noqa: SIM905
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

_ENOUGH = 200
"""Characters from which on a content area is believed; a shorter one needs half of the page."""


class _Marks:
    """What dicts/pages.toml says."""

    def __init__(self) -> None:
        table = tomllib.loads(shipped("dicts").joinpath("pages.toml").read_text(encoding="utf-8"))
        self.content = [selector(written) for written in table["content"]]
        self.title = [selector(written) for written in table["title"]]
        self.furniture = Selectors(table["furniture"])


@cache
def _marks() -> _Marks:
    return _Marks()


def read_html(data: bytes, encoding: str | None = None) -> Extracted:
    """Return the text of a page and its encoding: that of the bytes, whatever the page says.

    Raises LookupError for a name that is no encoding, UndecodableError where it is named and does not fit.
    """
    page, name, warnings = decode_page(data, encoding)
    return Extracted(text=page_text(page), encoding=name, warnings=warnings)


def page_text(page: str) -> str:
    """Return the text of the report on a page."""
    root = parse(page)
    index = Index(root)
    whole = _text(root)
    content = _content(index, len(whole))
    if content is None:
        return whole
    text = _text(content)
    titles = (_text(node) for written in _marks().title for node in index.find(written))
    title = next(filter(None, titles), "")
    beginning = "".join(text.split())[: 200 + len(title)]
    return text if "".join(title.split()) in beginning else title + text


def _content(index: Index, whole: int) -> Node | None:
    """Return the content area: of the first selector that names an element with text enough, the fullest element."""
    for written in _marks().content:
        found = [(len(_text(node)), -place, node) for place, node in enumerate(index.find(written))]
        if found:
            size, _, node = max(found, key=lambda row: row[:2])
            if size >= _ENOUGH or size * 2 >= whole > 0:
                return node
    return None


def _text(top: Node) -> str:
    """Return the text of an element, without the furniture in it."""
    flow = Flow()
    furniture = _marks().furniture
    preformatted = 0
    stack: list[tuple[Node | str, bool]] = [(top, False)]
    while stack:
        node, closing = stack.pop()
        if isinstance(node, str):
            _write(flow, node, preformatted)
        elif closing:
            preformatted -= node.tag == "pre"
            _close(flow, node.tag)
        elif node.tag == "br":
            flow.end_line()
        elif node is top or not (furniture.match(node) or _HIDDEN.search(node.attributes.get("style", ""))):
            preformatted += node.tag == "pre"
            _open(flow, node.tag)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.children))
    return flow.text()


def _write(flow: Flow, text: str, preformatted: int) -> None:
    if not preformatted:
        flow.write(text, collapse=True)
        return
    for place, line in enumerate(text.splitlines()):
        if place:
            flow.end_line()
        flow.write(line)
    if text.endswith("\n"):
        flow.end_line()


def _open(flow: Flow, tag: str) -> None:
    if tag == "table":
        flow.open_table()
    elif tag == "tr":
        flow.open_row()
    elif tag in ("td", "th"):
        flow.open_cell()
    elif tag in _BLOCKS:
        flow.end_line()


def _close(flow: Flow, tag: str) -> None:
    if tag == "table":
        flow.close_table()
    elif tag in ("td", "th"):
        flow.close_cell()
    elif tag in _BLOCKS:
        flow.end_line()
