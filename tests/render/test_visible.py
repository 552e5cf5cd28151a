"""What could steer a terminal is spelled out; all else stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.render.visible import visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三农”、㎡ 5.2％—6%", "“三农”、㎡ 5.2％—6%"),
        ("\x1b]0;x\x07", "␛]0;x\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("\udcff", "\\udcff"),
    ],
    ids=repr,
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in visible(text))
