"""A web page as a tree, from selectolax where it is installed, else from the standard library."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    """.split()  # noqa: SIM905
)
_ENDS_P = frozenset(
    """
    address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr main nav ol p pre section table ul
    """.split()  # noqa: SIM905
)
_SECTIONS = ("thead", "tbody", "tfoot")
_ENDS = {  # what an opening tag closes, up to what
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(_SECTIONS, (_SECTIONS, ("table",))),
    "option": (("option",), ("select",)),
}


class Node:
    """An element: what it is called, what is written in its tag, what stands in it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    def walk(self) -> Iterator[Node]:
        """Yield this element and those in it, as they stand."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))


def parse(page: str) -> Node:
    """Return the root of a page."""
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415
    except ImportError:
        return parse_standard(page)
    root = Node("", {})
    top = LexborHTMLParser(page).root
    stack = [(top, root)] if top is not None else []
    while stack:
        theirs, parent = stack.pop()
        tag = theirs.tag or ""
        if tag == "-text":
            parent.children.append(theirs.text_content or "")
            continue
        if tag.startswith(("-", "_", "!")):
            continue
        ours = Node(tag, {name: value or "" for name, value in theirs.attributes.items()})
        parent.children.append(ours)
        children = []
        child = theirs.child
        while child is not None:
            children.append((child, ours))
            child = child.next
        stack.extend(reversed(children))
    return root


def parse_standard(page: str) -> Node:
    """Return the root of a page, read with the standard library alone."""
    parser = _Standard()
    parser.feed(page)
    parser.close()
    return parser.root


class _Standard(HTMLParser):
    """Builds the tree, with the end tags that HTML lets people leave out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _ENDS_P:
            self._close(("p",), ("td", "th", "table", "button", "object"))
        if tag in _ENDS:
            self._close(*_ENDS[tag])
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        node = Node(tag, attributes)
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # <p/> opens in HTML

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._open[-1].children.append(Node("br", {}))
        elif tag == "p":
            self._close(("p",), ("td", "th", "table"))
        else:
            self._close((tag,), () if tag in ("table", "body", "html") else ("table",))

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close(self, tags: Sequence[str], limits: Sequence[str]) -> None:
        """Close the innermost open element of these tags; none outside `limits`, but a table may be closed itself."""
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in tags:
                del self._open[depth:]
                return
            if tag in limits:
                return
