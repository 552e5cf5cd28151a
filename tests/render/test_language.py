"""Which language a run speaks."""

import pytest

from govtext.render.language import language_of, say


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN.GBK"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
    ],
    ids=str,
)
def test_language_of(environment: dict[str, str], expected: str) -> None:
    assert language_of(environment) == expected


def test_say() -> None:
    assert (say("line", "zh"), say("line", "en"), say("govtext", "zh")) == ("行", "line", "govtext")
