"""Patterns made of their code find what they find when they are compiled; any surprise is compiled from its text."""

import copyreg
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import regex

from govtext import Lexicon
from govtext.lexicon.compiled import Code, code_of, compiled_with, pattern_of
from govtext.lexicon.rules import FLAGS
from tests.conftest import SAMPLES

TEXT = r"(?P<number>\d+(?:\.\d+)?)(?:%|个百分点)(?=左右|以上)?"
PATTERN = regex.compile(TEXT, FLAGS)


def test_every_shipped_rule_is_the_same_from_its_code(lexicon: Lexicon) -> None:
    text = "".join(path.read_bytes().decode("gb18030" if "gb18030" in path.name else "utf-8") for path in SAMPLES)
    for rule in lexicon.rules:
        assert rule.code is not None, rule.name
        code = msgspec.msgpack.decode(msgspec.msgpack.encode(rule.code), type=Code)
        regex.purge()
        ours, whole = pattern_of(code, rule.pattern, FLAGS), regex.compile(rule.pattern, FLAGS)
        assert (ours.pattern, ours.flags, ours.groups, ours.groupindex) == (
            whole.pattern,
            whole.flags,
            whole.groups,
            whole.groupindex,
        )
        found = [(match.span(), match.groupdict()) for match in ours.finditer(text)]
        assert found == [(match.span(), match.groupdict()) for match in whole.finditer(text)], rule.name


def gone() -> None:
    raise AttributeError("there is no such function any more")


def made_by(pattern: regex.Pattern[str]) -> Any:
    """Return the function and the arguments that `regex` tells pickle."""
    return PICKLED(pattern)


PICKLED: Any = copyreg.dispatch_table[regex.Pattern]
MAKE, ARGUMENTS = made_by(PATTERN)

SURPRISES: dict[str, Callable[[], object]] = {
    "no function": gone,
    "one argument more": lambda: (MAKE, (*ARGUMENTS, 0)),
    "one argument less": lambda: (MAKE, ARGUMENTS[:-1]),
    "other types": lambda: (MAKE, ("a", "b", *ARGUMENTS[2:])),
    "no pair": lambda: MAKE,
}


@pytest.mark.parametrize("surprise", SURPRISES.values(), ids=SURPRISES)
def test_code_of_another_form_is_not_kept(monkeypatch: pytest.MonkeyPatch, surprise: Callable[[], object]) -> None:
    table: dict[Any, Any] = copyreg.dispatch_table
    monkeypatch.setitem(table, regex.Pattern, lambda _: surprise())
    assert code_of(PATTERN) is None


def test_regex_that_cannot_be_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_of(PATTERN)
    monkeypatch.delitem(copyreg.dispatch_table, regex.Pattern)
    assert code_of(PATTERN) is None
    assert pattern_of(code, TEXT, FLAGS).search("增长5.2%左右")


def test_function_of_another_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_of(PATTERN)
    table: dict[Any, Any] = copyreg.dispatch_table
    monkeypatch.setitem(table, regex.Pattern, lambda _: (lambda one: one, ()))
    assert pattern_of(code, TEXT, FLAGS).search("增长5.2%左右")


def test_code_of_another_pattern_is_not_used() -> None:
    assert pattern_of(code_of(regex.compile("别的", FLAGS)), TEXT, FLAGS).search("增长5.2%左右")
    assert pattern_of(None, TEXT, FLAGS).search("增长5.2%左右")


def test_another_library_has_other_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = compiled_with()
    monkeypatch.setattr(regex, "__version__", "1.0")
    assert compiled_with() != ours
