"""A text cut at the ends of its marks loses nothing and names every mark where it is."""

import io

from hypothesis import given
from hypothesis import strategies as st

from govtext.render.highlight import HighlightWriter
from govtext.render.marks import marked
from tests.render.documents import HOSTILE, document, fact, policy, report, slogan

TABLES = ("facts", "slogans", "policies")


def test_nested_and_crossing() -> None:
    found, text = report()
    second = list(marked(found, text, TABLES))[1]
    assert [(piece.text, [mark.table for mark in piece.marks]) for piece in second[:7]] == [
        ("完成", []),
        ("“", ["policies"]),
        ("十四五", ["policies", "slogans"]),
        ("”", ["policies"]),
        ("规划", ["policies", "policies"]),
        ("，产值", ["policies"]),
        ("达", []),
    ]


@given(st.text(alphabet="国家\n\r \u3000𬭬", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8))))
def test_every_mark_is_where_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    inside = sorted((start, min(start + length, len(text))) for start, length in spans if start < len(text))
    found = document(facts=tuple(fact(start=start, end=end) for start, end in inside))
    covered: dict[int, str] = {}
    for pieces in marked(found, text, TABLES):
        for piece in pieces:
            assert piece.text == text[piece.start : piece.end]
            for mark in piece.marks:
                covered[mark.number] = covered.get(mark.number, "") + piece.text
    for number, (start, end) in enumerate(inside):
        assert "".join(covered.get(number, "").split()) == "".join(text[start:end].split())


def test_pieces_of_the_source_are_joined() -> None:
    text = "增长6.\n\n5%左右"
    found = document(facts=(fact(start=2, end=8),))
    (pieces,) = marked(found, text, TABLES, lambda _: [[(0, 4), (6, 10)]])
    assert [(piece.text, piece.start, piece.end) for piece in pieces] == [
        ("增长", 0, 2),
        ("6.5%", 2, 8),
        ("左右", 8, 10),
    ]


def test_highlight_in_a_pipe() -> None:
    found, text = report()
    stream = io.StringIO()
    writer = HighlightWriter(stream, TABLES, language="zh")
    writer.add(found, text)
    writer.finish()
    lines = stream.getvalue().splitlines()
    assert lines[:3] == [
        "a.txt",
        f"=政府工作报告 · 望澜市 · 2023-01-10 · {len(text)} 字 · 数据 3 · 提法 2 · 政策 2",
        "⟦数据⟧  «提法»  {政策}",
    ]
    assert "完成{“«十四五»”{规划}，产值}达⟦3—5亿元⟧、增长⟦6.5%⟧。" in lines


def test_highlight_on_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    text = f"增长6%，{HOSTILE}。"
    found = document(facts=(fact(start=2, end=4),), slogans=(slogan(1, "甲"),), policies=(policy(1, "乙"),))
    writer = HighlightWriter(stream, ("facts",))
    writer.console.no_color = False
    writer.add(found, text)
    shown = stream.getvalue()
    assert "\x1b]0;x" not in shown
    assert not set(shown) & set("\x07\u202e\x9b")
    assert "⟦" not in shown or "\x1b[" not in shown
