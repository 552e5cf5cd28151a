"""The public names, and that importing costs nothing."""

import subprocess
import sys
from decimal import Decimal

import pytest

import govtext


def test_all_is_sorted_and_complete() -> None:
    assert govtext.__all__ == sorted(govtext.__all__)
    assert len(govtext.__all__) == len(set(govtext.__all__))
    promised = {"Document", "Extractor", "Fact", "GovtextError", "Lexicon", "Policy", "Slogan", "Source", "__version__"}
    assert promised | {"extract", "extract_file", "parse_number"} <= set(govtext.__all__)


@pytest.mark.parametrize("name", govtext.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(govtext, name) is not None


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        govtext.extrakt  # noqa: B018


def test_errors_have_one_base() -> None:
    for name in govtext.__all__:
        if name.endswith("Error"):
            assert issubclass(getattr(govtext, name), govtext.GovtextError)


HEAVY = ("jieba", "typer", "rich", "regex", "msgspec", "ahocorasick_rs")

MODULES = f"sys.exit(' '.join(sorted(set({HEAVY!r}) & set(sys.modules))))"


def heavy_after(code: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import sys; {code}; {MODULES}"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    return finished.stderr.decode().strip()


def test_import_is_cheap() -> None:
    assert heavy_after("import govtext") == ""


def test_library_needs_no_terminal() -> None:
    """Reading a report imports neither the command line nor what draws tables."""
    found = heavy_after("import govtext; govtext.Extractor; govtext.extract_file").split()
    assert not {"typer", "rich", "jieba"} & set(found)


README = "全年地区生产总值增长5.2%左右。"


@pytest.mark.parametrize("first", ["", "import govtext.pipeline"])
def test_contract(first: str) -> None:
    """The example of the contract, as a program runs it."""
    code = f"""
{first}
import govtext
doc = govtext.extract({README!r})
fact = doc.facts[0]
assert (fact.indicator, str(fact.value), fact.unit, fact.bound) == ("地区生产总值", "5.2", "%", "about")
assert govtext.extract({README!r}).to_json() == doc.to_json()
assert str(govtext.parse_number("一万二千三百")) == "12300"
"""
    finished = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=False, timeout=60)
    assert finished.stderr.decode() == ""


def test_parse_number() -> None:
    assert govtext.parse_number("一万二千三百") == Decimal(12300)
    assert govtext.parse_number("一般") is None
