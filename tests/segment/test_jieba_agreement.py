"""With words of one's own, the words are those that jieba gives with the same words."""

from pathlib import Path

import pytest

from govtext.lexicon import UserWord
from govtext.segment import Segmenter
from govtext.segment.words import pieces
from tests.conftest import ROOT, SAMPLES
from tests.segment.theirs import jieba_tokenizer

CORPUS = sorted((ROOT.parent / "shared" / "corpus" / "gwr").glob("*.txt"))
WORDS = [
    ("经济社会发展", None),
    ("供给侧改革", None),
    ("国有大中型企业", 50),
    ("财政收入", None),
    ("农村居民", 2000),
    ("对外开放", None),
    ("增长率", 3),
    ("和平统一", None),
    ("个体经济", None),
    ("发展中国", 100_000),
]


@pytest.mark.parametrize("path", [*SAMPLES[:2], *CORPUS[::6]], ids=lambda path: path.stem)
def test_agrees_with_jieba(path: Path, ours: Segmenter, theirs: object) -> None:
    text = path.read_bytes().decode("utf-8", "replace")[:20_000]
    found = [word.text for word in ours.words(text)]
    cut = getattr(theirs, "cut")  # noqa: B009
    assert found == [word for first, last in pieces(text, 0, len(text)) for word in cut(text[first:last])]


@pytest.mark.skipif(not CORPUS, reason="the corpus stands beside the project")
def test_the_words_are_there(ours: Segmenter) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CORPUS[::6])
    found = {word.text for word in ours.words(text[:400_000])}
    assert len(found & {word for word, _ in WORDS}) >= 6


@pytest.fixture(scope="module")
def ours() -> Segmenter:
    return Segmenter([UserWord(word=word, frequency=frequency) for word, frequency in WORDS])


@pytest.fixture(scope="module")
def theirs() -> object:
    tokenizer = jieba_tokenizer()
    for word, frequency in WORDS:
        tokenizer.add_word(word, frequency)
    return tokenizer
