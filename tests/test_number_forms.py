"""govtext reads the forms of docs/number-forms.md, as the benchmark counts it."""

from decimal import Decimal

import pytest
from benchmarks.forms import Answer, Form, is_right, read_forms
from benchmarks.number_forms import ask_govtext

FORMS = read_forms()


@pytest.fixture(scope="module")
def answers() -> dict[str, list[Answer]]:
    return dict(zip((form.text for form in FORMS), ask_govtext(FORMS), strict=True))


def test_number_of_forms() -> None:
    assert len({form.form for form in FORMS}) == len(FORMS) == 53


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form)
def test_form(form: Form, answers: dict[str, list[Answer]]) -> None:
    assert is_right(form, answers[form.text]), answers[form.text]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form)
def test_silence_is_right_where_there_is_no_quantity(form: Form) -> None:
    assert is_right(form, []) is not form.quantity


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("一万二", {"value": 10002}),
        ("几十", {"value": 10}),
        ("十几万", {"low": 10000, "high": 200000}),
        ("三四十", {"low": 3, "high": 40}),
        ("不低于500亿元", {"high": 50000000000}),
        ("1.5个百分点", {"value": "1.5", "unit": "%"}),
        ("千分之三", {"value": 3}),
        ("三分之一", {"value": 3, "unit": "分钟"}),
        ("4.2和0.7个百分点", {"value": "0.7", "unit": "百分点"}),
        ("统一", {"value": 1}),
        ("二○三五年", {"value": 1935, "unit": "年", "says": "1935年"}),
    ],
)
def test_wrong_answers(name: str, wrong: dict[str, int | str]) -> None:
    form = next(form for form in FORMS if form.form == name)
    numbers = {end: Decimal(wrong[end]) for end in ("value", "low", "high") if end in wrong}
    texts = {field: str(wrong[field]) for field in ("unit", "says") if field in wrong}
    answer = Answer(start=form.start, end=form.end, **numbers, **texts)  # type: ignore[arg-type]
    assert not is_right(form, [answer])
