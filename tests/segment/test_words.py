"""Words: they are the text again, they are ours alone, and their cache can be trusted or is not used."""

import json
import marshal
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import cache
from govtext.lexicon import UserWord
from govtext.segment import Segmenter
from govtext.segment.jieba_data import JiebaData
from govtext.segment.words import _LONG as LONG
from govtext.segment.words import _MARK as MARK
from govtext.segment.words import pieces
from tests.conftest import Places

SENTENCE = "全市地区生产总值增长百分之五，营商环境持续优化。"


@pytest.fixture(scope="module")
def plain() -> Segmenter:
    return Segmenter()


def cut(segmenter: Segmenter, text: str) -> list[str]:
    return [word.text for word in segmenter.words(text)]


@given(st.one_of(st.text(max_size=60), st.text(st.sampled_from("国务院增长5.2%，。 \n“”·ABC①𠀀"), max_size=60)))
def test_words_are_the_text(plain: Segmenter, text: str) -> None:
    words = list(plain.words(text))
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)
    assert [word.start for word in words] == [0, *(word.end for word in words)][: len(words)]


def test_tags(plain: Segmenter) -> None:
    tags = {word.text: word.pos for word in plain.words("经济增长5.2，GDP")}
    assert (tags["经济"], tags["5.2"], tags["GDP"], tags["，"]) == ("n", "m", "eng", "x")


USER_WORDS = [
    "新质生产力",
    "5G基站",
    "C919客机",
    "PM2.5浓度",
    "12345热线",
    "R&D经费",
    "3·15",
    "“放管服”改革",
    "“十四五”规划",
    "国发〔2021〕5号",
    "地区生产总值(GDP)",
    "不忘初心、牢记使命",
    "100%覆盖",
    "《民法典》",
    "社区治理+联络站",
]


@pytest.fixture(scope="module")
def special() -> Segmenter:
    return Segmenter([UserWord(word=word) for word in USER_WORDS])


@pytest.mark.parametrize("word", USER_WORDS)
def test_user_words(special: Segmenter, word: str) -> None:
    assert word in cut(special, f"全市落实{word}工作，增长5%。")


def test_user_words_with_blanks() -> None:
    """As the running text has them: between letters one blank is left, elsewhere none."""
    segmenter = Segmenter([UserWord(word="Belt and Road", pos="nz"), UserWord(word="三个 代表", pos="nz")])
    for text, word in (
        ("共建Belt and Road倡议", "Belt and Road"),
        ("坚持三个代表思想", "三个代表"),
        ("坚持三个 代表思想", "三个 代表"),
    ):
        assert (word, "nz") in [(found.text, found.pos) for found in segmenter.words(text)]


def test_longest_user_word_wins() -> None:
    segmenter = Segmenter([UserWord(word="“双减”"), UserWord(word="“双减”政策", pos="nz")])
    assert "“双减”政策" in cut(segmenter, "落实“双减”政策。")


def test_segmenters_share_nothing(plain: Segmenter) -> None:
    word = "市地区生产"
    before = cut(plain, SENTENCE)
    own = Segmenter([UserWord(word=word, frequency=10**9, pos="nz")])
    assert word in cut(own, SENTENCE)
    assert cut(plain, SENTENCE) == cut(Segmenter(), SENTENCE) == before
    assert plain.tag(word) == "x"


@pytest.mark.parametrize(
    "text", ["的" * 40_000, "a" * 40_000, "1" * 40_000, "国务院，" * 5_000, "，" * 40_000, "x" * 401 + "，", ""]
)
def test_pieces_are_short(text: str) -> None:
    """jieba's time grows with the square of a run: no piece is long, and together they are the text."""
    found = list(pieces(text, 0, len(text)))
    assert all(0 < end - start <= LONG for start, end in found)
    assert "".join(text[start:end] for start, end in found) == text


def test_pieces_part_no_word(plain: Segmenter) -> None:
    text = "国务院办公厅，" * 200
    assert all(MARK.match(text, end - 1) for _, end in pieces(text, 0, len(text)))
    assert set(cut(plain, text)) == set(cut(plain, text[:7]))


# In processes of their own: cache, jieba's globals, streams


Python = Callable[..., list[str]]


@pytest.fixture
def python(tmp_path: Path) -> Python:
    """Run code that prints JSON; temp folder and cache are new, nothing may be said on stderr."""
    temp = tmp_path / "temp"
    temp.mkdir()

    def run(code: str, env: Mapping[str, str | None] | None = None) -> list[str]:
        changes = {"TMPDIR": str(temp), "TEMP": str(temp), "TMP": str(temp), "GOVTEXT_CACHE": str(tmp_path / "cache")}
        merged = {**os.environ, **changes, **(env or {})}
        finished = subprocess.run(
            [sys.executable, "-W", "error", "-c", PRELUDE + code],
            capture_output=True,
            env={name: value for name, value in merged.items() if value is not None},
            check=False,
            timeout=60,
        )
        assert finished.stderr.decode() == ""
        assert finished.returncode == 0
        found: list[str] = json.loads(finished.stdout)
        return found

    return run


PRELUDE = f"""
import json, sys
from govtext.lexicon import UserWord
from govtext.segment import Segmenter
text = {SENTENCE!r}
def say(words): print(json.dumps(list(words)))
def cut(segmenter): return [word.text for word in segmenter.words(text)]
"""
PLAIN = "say(cut(Segmenter()))"


def prefix(folder: Path) -> Path:
    [found] = folder.glob("jieba-*.cache")
    return found


def test_cache_is_written_once(python: Python, tmp_path: Path, plain: Segmenter) -> None:
    expected = cut(plain, SENTENCE)
    assert python(PLAIN) == expected
    assert list((tmp_path / "temp").iterdir()) == []
    cache = prefix(tmp_path / "cache")
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    assert cache.stat().st_mode & 0o077 == 0
    before = cache.stat()
    assert python(PLAIN) == expected
    assert (cache.stat().st_ino, cache.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert list((tmp_path / "cache").iterdir()) == [cache]


@pytest.fixture
def whole_cache(places: Places, plain: Segmenter, tmp_path: Path) -> Path:
    """A whole cache, which the next process will find."""
    assert cut(plain, SENTENCE)
    shutil.copytree(places.cache, tmp_path / "cache")
    return prefix(tmp_path / "cache")


@pytest.mark.parametrize("damage", [b"", b"\xff" * 20, b"cut"], ids=repr)
def test_damaged_cache_is_replaced(python: Python, whole_cache: Path, plain: Segmenter, damage: bytes) -> None:
    whole = whole_cache.read_bytes()
    whole_cache.write_bytes(whole[:5000] if damage == b"cut" else damage)
    assert python(PLAIN) == cut(plain, SENTENCE)
    assert whole_cache.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="no permissions")
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_cache_that_others_may_write_is_made_anew(
    python: Python, whole_cache: Path, plain: Segmenter, mode: int
) -> None:
    whole_cache.chmod(mode)
    before = whole_cache.stat().st_ino
    assert python(PLAIN) == cut(plain, SENTENCE)
    assert whole_cache.stat().st_ino != before, "made anew"


@pytest.mark.parametrize("data", [b"", b"\x80", b"\x92\x80\x01", b"\xc1"], ids=repr)
def test_cache_of_another_shape_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: Segmenter, data: bytes
) -> None:
    monkeypatch.setenv("GOVTEXT_CACHE", str(tmp_path / "cache"))
    digest = JiebaData.load().digest
    cache.write("jieba", digest, data)
    assert cut(Segmenter(), SENTENCE) == cut(plain, SENTENCE)
    assert bytes(cache.read("jieba", digest) or data) != data


@pytest.mark.parametrize("place", ["file", "below"])
def test_cache_that_cannot_be_written(python: Python, tmp_path: Path, plain: Segmenter, place: str) -> None:
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    folder = tmp_path / "file" if place == "file" else tmp_path / "file" / "cache"
    assert python(PLAIN, {"GOVTEXT_CACHE": str(folder)}) == cut(plain, SENTENCE)


@pytest.mark.skipif(os.name == "nt", reason="other variables")
def test_cache_without_a_variable(python: Python, tmp_path: Path) -> None:
    python(PLAIN, {"GOVTEXT_CACHE": None, "XDG_CACHE_HOME": str(tmp_path / "xdg")})
    assert prefix(tmp_path / "xdg" / "govtext")
    python(PLAIN, {"GOVTEXT_CACHE": None, "HOME": str(tmp_path / "home")})
    assert prefix(tmp_path / "home" / ".cache" / "govtext")


def test_user_without_a_home(monkeypatch: pytest.MonkeyPatch, plain: Segmenter) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("GOVTEXT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert cut(Segmenter(), SENTENCE) == cut(plain, SENTENCE)


def test_poisoned_jieba_cache_is_ignored(python: Python, tmp_path: Path, plain: Segmenter) -> None:
    """Anyone may leave a jieba.cache in the temp folder that all share."""
    poison = marshal.dumps(({}, 1))
    (tmp_path / "temp" / "jieba.cache").write_bytes(poison)
    assert python(PLAIN) == cut(plain, SENTENCE)
    assert (tmp_path / "temp" / "jieba.cache").read_bytes() == poison


@pytest.mark.usefixtures("whole_cache")
def test_global_jieba_is_untouched(python: Python) -> None:
    code = """
words = [UserWord(word="市地区生产", frequency=10**9)]
own = cut(Segmenter(words))
import jieba, logging
from jieba import finalseg
assert not jieba.dt.initialized and not jieba.dt.FREQ and not jieba.dt.user_word_tag_tab
assert not finalseg.Force_Split_Words
assert jieba.default_logger.level == logging.DEBUG
jieba.setLogLevel(logging.WARNING)
assert "市地区生产" in own
say(jieba.lcut(text))
"""
    assert "市地区生产" not in python(code)


def test_global_jieba_does_not_touch_ours(python: Python, tmp_path: Path, plain: Segmenter) -> None:
    (tmp_path / "dict.txt").write_text("市地区生产 1000000 n\n", encoding="utf-8")
    code = f"""
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import jieba, logging
jieba.setLogLevel(logging.WARNING)
jieba.add_word("市地区生产", 10**9)
jieba.set_dictionary({str(tmp_path / "dict.txt")!r})
assert Segmenter().tag("增长") == "v"
{PLAIN}
"""
    assert python(code) == cut(plain, SENTENCE)
    assert python(PLAIN) == cut(plain, SENTENCE)
