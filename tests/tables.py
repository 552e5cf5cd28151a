"""Tables of cases: the text is the id, and a known failure stands in the same table with its reason."""

from typing import Any, TypeAlias

import pytest

Table: TypeAlias = list[Any]


def case(text: str, expected: object, *, fails: str = "") -> Any:
    """Make a row (text, expected); `fails` says why it fails for now."""
    marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
    return pytest.param(text, expected, id=text[:40].replace("\n", "⏎"), marks=marks)
