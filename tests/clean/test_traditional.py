"""Traditional characters become simplified ones, as many as there were: by words with opencc, by characters without."""

import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from govtext.clean.fold import fold
from govtext.lexicon import Lexicon

folding = import_module("govtext.clean.fold")  # the package has a function of this name

TEXT = "地區生產總值增長５.２％，乾坤與乾淨，瞭望瞭解，頭髮發展，臺灣𠮷野家後來居上。\r\n第二節：經濟穩中有進\u2028完。"


@pytest.fixture(params=["opencc", "table"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folding._by_words.cache_clear()
    if request.param == "table":
        monkeypatch.setitem(sys.modules, "opencc", None)
    else:
        pytest.importorskip("opencc")
    yield request.param
    folding._by_words.cache_clear()


def test_length_and_words(engine: str) -> None:
    folded = fold(TEXT, Lexicon.load().traditional)
    assert len(folded) == len(TEXT)
    assert folded.startswith("地区生产总值增长5.2%，")
    assert ("乾坤与干净" in folded) == (engine == "opencc")
    assert folded.endswith("\r\n第二节：经济稳中有进\u2028完。")


def test_a_paragraph_that_would_change_its_length_goes_by_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_by_words", lambda: lambda text: text.replace("經濟", "经济体"))
    assert folding.simplify("發展經濟\n發", {"經": "经", "濟": "济", "發": "发"}) == "发展经济\n發"
