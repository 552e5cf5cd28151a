"""The encoding is told from a dozen characters; the text comes back exactly."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.read.encodings import UndecodableError, decode

SIMPLIFIED = (
    "过去一年，全市经济运行稳中有进，居民收入增长百分之六，粮食总产量达到三十二万吨。我们坚持把就业放在优先位置，"
    "新建学校十二所，改造老旧小区四十个；开工建设水利工程，修好农村公路，群众出行更加方便。下一步，要继续深化改革，"
    "扩大对外开放，加强生态环境保护，推动社会事业全面发展，确保各项目标任务按时完成。"
)
TRADITIONAL = (
    "過去一年，全市經濟運行穩中有進，居民收入增長百分之六，糧食總產量達到三十二萬噸。我們堅持把就業放在優先位置，"
    "新建學校十二所，改造老舊小區四十個；開工建設水利工程，修好農村公路，群眾出行更加方便。下一步，要繼續深化改革，"
    "擴大對外開放，加強生態環境保護，推動社會事業全面發展，確保各項目標任務按時完成。"
)

NAMES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")


def snippets(text: str, size: int) -> list[str]:
    starts = random.Random(7).sample(range(len(text) - size), 60)
    return [text[start : start + size] for start in starts]


@pytest.mark.parametrize("size", [12, 60])
@pytest.mark.parametrize("name", NAMES)
def test_short_snippets(name: str, size: int) -> None:
    text = TRADITIONAL if name == "big5" else SIMPLIFIED
    wrong = [snippet for snippet in snippets(text, size) if decode(snippet.encode(name)) != (snippet, name)]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("GDP 2023: 5.2%, 2024: 5.0%\r\n", "ascii", "utf-8"),
        ("GDP 2023: 5.2% 2024: 5.0% (增长)", "gb18030", "gb18030"),
        ("2023 5.2\r\n2024 5.0\r\n2025 4.8 增长", "gb18030", "gb18030"),
        ("2023\r\n2024\r\n2025\r\n", "utf-16-le", "utf-16-le"),
        ("朱镕基、李喆", "gb18030", "gb18030"),
        ("增长\x1b[31m5%", "utf-8", "utf-8"),
        ("囧囧", "gb18030", "gb18030"),
    ],
)
def test_little_chinese(text: str, name: str, expected: str) -> None:
    assert decode(text.encode(name)) == (text, expected)


@pytest.mark.parametrize(
    ("mark", "codec", "expected"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
    ],
)
def test_byte_order_mark_is_not_text(mark: bytes, codec: str, expected: str) -> None:
    text = "一、总体要求\r\n增长5%。\r"
    assert decode(mark + text.encode(codec)) == (text, expected)
    assert decode(mark + text.encode(codec), codec)[0] == text


@pytest.mark.parametrize("name", ["gb2312", "GBK", "cp936", "gb18030"])
def test_named_gb_is_gb18030(name: str) -> None:
    assert decode("朱镕基".encode("gbk"), name) == ("朱镕基", "gb18030")


@pytest.mark.parametrize("name", ["nonsense", "hex", "zlib", ""])
def test_unknown_name(name: str) -> None:
    with pytest.raises(LookupError):
        decode(b"abc", name)


def test_undecodable_names_the_byte() -> None:
    with pytest.raises(UndecodableError) as caught:
        decode("增长".encode("gb18030"), "utf-8")
    assert (caught.value.encoding, caught.value.offset) == ("utf-8", 0)


def test_damaged_utf8_is_not_taken_for_gb18030() -> None:
    data = SIMPLIFIED.encode()
    with pytest.raises(UndecodableError) as caught:
        decode(data[:-2])
    assert caught.value.encoding == "utf-8"


def test_no_lone_surrogates() -> None:
    with pytest.raises(UndecodableError):
        decode(rb"\ud800", "unicode_escape")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    try:
        text, name = decode(data)
    except UndecodableError:
        return
    text.encode("utf-8")
    assert data.decode(name).removeprefix("\ufeff") == text
