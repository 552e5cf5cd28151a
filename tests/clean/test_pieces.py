"""Texts cut from another, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from govtext.clean import Builder, Pieces


def cut(original: str, *spans: tuple[int, int]) -> Pieces:
    builder = Builder(original)
    for start, end in spans:
        builder.keep(start, end)
    return builder.build()


def test_map() -> None:
    pieces = cut("增 长\n5%", (0, 1), (2, 3), (4, 6))
    assert pieces.text == "增长5%"
    assert [pieces.origin(i) for i in range(4)] == [0, 2, 4, 5]
    assert pieces.span(0, 2) == (0, 3)
    assert pieces.span(2, 4) == (4, 6)
    assert list(pieces.runs()) == [(0, 0, 1), (1, 2, 1), (2, 4, 2)]


def test_put() -> None:
    builder = Builder("甲\r\n乙")
    builder.keep(0, 1)
    builder.put("\n", 1)
    builder.keep(3, 4)
    pieces = builder.build()
    assert pieces.text == "甲\n乙"
    assert pieces.span(2, 3) == (3, 4)


def test_nothing_kept() -> None:
    assert cut("甲乙").text == ""
    assert cut("甲乙", (1, 1)).text == ""
    assert cut("").without([]).text == ""


def test_without() -> None:
    pieces = cut("一 二二 三", (0, 1), (2, 4), (5, 6)).without([(2, 3)])
    assert pieces.text == "一二三"
    assert [pieces.origin(i) for i in range(3)] == [0, 2, 5]
    assert cut("一二", (0, 2)).without([(0, 2)]).text == ""


@given(st.data())
def test_origin_is_the_character(data: st.DataObject) -> None:
    """Whatever is left out, each character still stands at its origin, in order."""
    original = data.draw(st.text(st.sampled_from("甲乙丙丁 \n12"), max_size=30))
    kept = data.draw(st.lists(st.booleans(), min_size=len(original), max_size=len(original)))
    pieces = cut(original, *((i, i + 1) for i, keep in enumerate(kept) if keep))
    gaps = data.draw(st.lists(st.integers(0, max(0, len(pieces.text))), max_size=6).map(sorted))
    inner = pieces.without(list(zip(gaps[::2], gaps[1::2], strict=False)))
    for text in (pieces, inner):
        origins = [text.origin(i) for i in range(len(text.text))]
        assert "".join(original[i] for i in origins) == text.text
        assert origins == sorted(set(origins))
        assert "".join(original[o : o + n] for _, o, n in text.runs()) == text.text
