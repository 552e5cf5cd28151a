"""Every national law in force is found by its full name and its short ones, and resolves to one canonical name."""

from __future__ import annotations

import pytest

from govtext import Extractor
from govtext.lexicon import Lexicon

LEXICON = Lexicon.load()
LAWS = [
    row
    for row in LEXICON.policies
    if row.kind == "law"
    and (row.issuer or "").startswith("全国人民代表大会")
    and row.name.startswith("中华人民共和国")
    and "废止" not in row.note
]
SENTENCES = ("各级各部门认真贯彻{}，不断提高工作水平。", "去年，市人大常委会检查了《{}》的实施情况。")


def test_all_national_laws_are_there() -> None:
    assert len(LAWS) > 290


@pytest.fixture(scope="module")
def law_extractor() -> Extractor:
    return Extractor(LEXICON)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_found(law_extractor: Extractor, sentence: str) -> None:
    missed = []
    for law in LAWS:
        for name in (law.name, *law.aliases):
            document = law_extractor.extract_text(sentence.format(name))
            if [(p.canonical, p.kind) for p in document.policies] != [(law.name, "law")]:
                missed.append((name, [(p.text, p.canonical, p.kind) for p in document.policies]))
    assert missed == []
