"""Read a page as a browser does, as far as the tests ask."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "link", "input", "br"}


class Element(NamedTuple):
    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]


class Page(HTMLParser):
    """The elements of a page, and the text that each mark shows (without its card)."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.marks: list[tuple[Element, str]] = []
        self.content: dict[str, str] = {}
        self.open: list[Element] = []
        self.feed(content)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        assert len(set(names)) == len(names), attributes
        element = Element(
            tag, {name: value or "" for name, value in attributes}, tuple(above.tag for above in self.open)
        )
        self.elements.append(element)
        if tag == "mark":
            self.marks.append((element, ""))
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if not self.open:
            return
        tag = self.open[-1].tag
        self.content[tag] = self.content.get(tag, "") + data
        if tag == "mark":
            element, text = self.marks.pop()
            self.marks.append((element, text + data))
