"""One extractor for all tables."""

import pytest

from govtext import Fact
from govtext.pipeline import Extractor
from govtext.read import SourceText
from tests.find.examples import FindFacts


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def find_facts(extractor: Extractor) -> FindFacts:
    """Return the facts of a text; `date` is the report's."""

    def find(text: str, date: str | None = None) -> tuple[Fact, ...]:
        source = SourceText(path="-", text=text, encoding="utf-8", sha256="")
        return extractor.extract(source, date=date, tables=("facts",)).facts

    return find
