"""What is written is what `govtext schema` says."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import regex
from jsonschema import Draft202012Validator

from govtext import Document, Extractor, Fact, Source
from govtext.model import json_schema
from govtext.read import read_file
from tests.conftest import SAMPLES
from tests.render.documents import document, fact

SCHEMA = json_schema()


def errors(text: str) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(text))
    ]


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == "govtext/1"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("indent", [0, 2])
def test_samples(extractor: Extractor, path: Path, indent: int) -> None:
    text = extractor.extract(read_file(path)).to_json(indent=indent)
    assert errors(text) == []
    assert (indent == 0) == ("\n" not in text)
    for written in regex.findall(r'"(?:value|low|high)": ?([^,}\s]+)', text):
        assert regex.fullmatch(r"null|-?\d+(?:\.\d*[1-9])?", written), f"{written} has an exponent or zeros at its end"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("23000", "23000"),
        ("2300000000000", "2300000000000"),
        ("5.2", "5.2"),
        ("0.3333", "0.3333"),
        ("0.00005", "0.00005"),
        ("-0.2", "-0.2"),
    ],
)
def test_numbers(value: str, written: str) -> None:
    assert f'"value":{written},' in document(facts=(fact(value=Decimal(value)),)).to_json(indent=0)


def test_every_field_is_written() -> None:
    """An empty field is null or an empty list, never left out."""
    found: dict[str, Any] = json.loads(document(facts=(fact(),)).to_json())
    assert list(found) == list(Document.__struct_fields__)
    assert list(found["source"]) == list(Source.__struct_fields__)
    assert list(found["facts"][0]) == list(Fact.__struct_fields__)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "size"),
        ("bound", "more"),
        ("status", "hope"),
        ("change", "up"),
        ("value", "5"),
        ("start", None),
        ("cues", "力争"),
    ],
)
def test_wrong_documents_are_refused(field: str, value: object) -> None:
    found = json.loads(document(facts=(fact(),)).to_json())
    found["facts"][0][field] = value
    assert errors(json.dumps(found)) != []
