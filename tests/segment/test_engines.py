"""The engines give jieba's words: ours in Python every one, rjieba all but a few of a million."""

import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import Extractor, Lexicon, UsageError
from govtext.lexicon import UserWord
from govtext.segment import Segmenter
from govtext.segment.engines import RustTokenizer, tokenizer
from govtext.segment.frequencies import frequencies
from govtext.segment.jieba_data import JiebaData
from govtext.segment.jieba_words import JiebaTokenizer
from tests.conftest import ROOT, SAMPLES
from tests.segment.theirs import jieba_tokenizer

CORPUS = sorted((ROOT.parent / "shared" / "corpus").rglob("*.txt"))
"""Full reports, where they lie beside the project."""

MOST_DIFFERENT = 20
"""How many of a million words rjieba may cut in another way than jieba."""


@pytest.fixture(scope="module")
def jieba() -> Any:
    return jieba_tokenizer()


@pytest.fixture(scope="module")
def data() -> JiebaData:
    return JiebaData.load()


@pytest.fixture(scope="module")
def ours(data: JiebaData) -> JiebaTokenizer:
    return JiebaTokenizer(data)


@pytest.mark.parametrize("path", [*SAMPLES, *CORPUS], ids=lambda path: path.stem)
def test_the_words_are_jiebas(jieba: Any, ours: JiebaTokenizer, path: Path) -> None:
    text = path.read_bytes().decode("gb18030" if "gb18030" in path.stem else "utf-8")
    assert ours.cut(text) == jieba.lcut(text)


ODD = "国务院增长5.2%，。 \r\n“”·ABC①𠀀囍𬭩龥鿿#+-_&\u3000"


@given(st.one_of(st.text(max_size=40), st.text(st.sampled_from(ODD), max_size=40)))
def test_the_words_of_odd_text_are_jiebas(jieba: Any, ours: JiebaTokenizer, text: str) -> None:
    assert ours.cut(text) == jieba.lcut(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5), max_size=12))
def test_the_words_of_rare_characters_are_jiebas(jieba: Any, ours: JiebaTokenizer, text: str) -> None:
    """Such runs go through the model, where states are often equally likely."""
    assert ours.cut(text) == jieba.lcut(text)


@pytest.mark.parametrize("word", ["营商环境", "新质生产力", "5G基站", "abc词", "国务院", "的", "发展和改革", "囍"])
def test_suggested_frequencies_are_jiebas(jieba: Any, ours: JiebaTokenizer, word: str) -> None:
    assert abs(ours.suggested(word) - jieba.suggest_freq(word)) <= 1  # rounded


def test_added_and_removed_words(data: JiebaData) -> None:
    tokenizer = JiebaTokenizer(data)
    text = "全市地区生产总值"
    assert tokenizer.cut(text) == ["全市", "地区", "生产总值"]
    tokenizer.add("地区生产总值", tokenizer.suggested("地区生产总值"))
    assert tokenizer.cut(text) == ["全市", "地区生产总值"]
    tokenizer.add("地区生产总值", 0)
    tokenizer.add("生产总值", 0)
    assert tokenizer.cut(text) == ["全市", "地区", "生产", "总值"]


def test_frequencies_are_those_given_or_enough(data: JiebaData) -> None:
    words = [UserWord(word="地区生产总值"), UserWord(word="城市大脑"), UserWord(word="放管服", frequency=77)]
    found = frequencies(words, ["生产总值"], data)
    assert found["生产总值"] == 0
    assert found["放管服"] == 77
    assert found == frequencies(words, ["生产总值"], data), "from the cache"
    assert all(frequency >= 3 for word, frequency in found.items() if word != "生产总值")


def spans(words: list[str]) -> set[tuple[int, int]]:
    return set(pairwise(accumulate(map(len, words), initial=0)))


@pytest.mark.skipif(not CORPUS, reason="no reports beside the project")
def test_rjieba_differs_in_few_words(ours: JiebaTokenizer) -> None:
    pytest.importorskip("rjieba")
    rust = RustTokenizer()
    different = total = 0
    for path in CORPUS:
        text = path.read_text(encoding="utf-8")
        expected, found = spans(ours.cut(text)), spans(rust.cut(text))
        different += len(expected - found)
        total += len(expected)
    assert different * 1_000_000 <= MOST_DIFFERENT * total, f"{different} of {total} words differ"


def test_rjieba_takes_the_same_dictionaries() -> None:
    pytest.importorskip("rjieba")
    words = [UserWord(word="望澜大脑", pos="nz"), UserWord(word="“双减”政策"), UserWord(word="地区生产总值")]
    text = "建设望澜大脑，落实“双减”政策，地区生产总值和营商环境。"
    both = [Segmenter(words, ["营商环境"], engine).words(text) for engine in ("jieba", "rjieba")]
    assert both[0] == both[1]
    assert {"望澜大脑", "“双减”政策", "地区生产总值"} <= {word.text for word in both[1]}


def test_both_engines_find_the_same(lexicon: Lexicon) -> None:
    pytest.importorskip("rjieba")
    engines = Extractor(lexicon), Extractor(lexicon, engine="rjieba")
    for path in SAMPLES:
        one, other = (extractor.extract_file(path) for extractor in engines)
        assert one == other


def test_unknown_engine() -> None:
    with pytest.raises(UsageError, match="no engine 'thulac'; the engines are jieba, rjieba"):
        Extractor(engine="thulac").extract_text("增长5%。")  # type: ignore[arg-type]


def test_engine_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, data: JiebaData) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    with pytest.raises(UsageError, match=r"pip install 'govtext\[fast\]'"):
        tokenizer("rjieba", data)
