"""Time expressions → ISO 8601, where the report's date allows it."""

from __future__ import annotations

import regex

from govtext.find.numerals import read_whole

_YEAR = regex.compile(r"(?<!\d)(?P<year>(?:1[89]|20)\d{2}|[一二][〇零一二三四五六七八九]{3})")
_YEARS = regex.compile(
    _YEAR.pattern
    + r"年?(?:[—–－\-~～至到]|——)(?P<last>(?:1[89]|20)\d{2}|\d{2}|[一二][〇零一二三四五六七八九]{3})(?=年)"
)
_SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_MONTHS = regex.compile(rf"(?P<first>{_SMALL})(?:月份?)?(?:[—–－\-~～至到]|——)(?P<last>{_SMALL})月")
_MONTH = regex.compile(rf"(?P<month>{_SMALL})月份?(?:(?P<day>{_SMALL})[日号])?")
_PLAN = regex.compile(r"(?P<number>十?[一二三四五六七八九]|十)五(?=[”" + '"' + r"」]?(?:期间|时期|末|以来))")
_COUNT = regex.compile(
    r"(?<![\d百千])(?P<count>\d{1,2}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]{1,3})年(?!代)"
)
_RELATIVE = {"去年": -1, "上年": -1, "前年": -2, "今年": 0, "本年": 0, "年内": 0, "明年": 1, "后年": 2}
_QUARTER = regex.compile(r"(?P<all>前)?(?P<number>[一二三四1-4])个?季度")


def resolve_period(expression: str, date: str | None) -> str | None:
    """Return a folded time expression in ISO 8601: a year, month or day, or first/last; None where unknown.

    >>> resolve_period("去年", "2017-03-05")
    '2016'
    >>> resolve_period("“十四五”期间", None)
    '2021/2025'
    """
    year = int(date[:4]) if date else None
    plan = _PLAN.search(expression)
    if plan:
        return plan_years(plan["number"])
    years = _YEARS.search(expression)
    if years:
        first, last = read_whole(years["year"]), read_whole(years["last"])
        return f"{first}/{last if last > 99 else first - first % 100 + last}"
    found = _YEAR.search(expression)
    if found:
        year = read_whole(found["year"])
    else:
        relative = next((shift for word, shift in _RELATIVE.items() if word in expression), None)
        if relative is None:
            return _stretch(expression, year) or _part_of_year(expression, year)
        if year is None:
            return None
        year += relative
    return _part_of_year(expression, year) or f"{year:04d}"


def plan_years(number: str) -> str | None:
    """Return first/last year of a five-year plan by its Chinese number: 十四 → 2021/2025."""
    ordinal = read_whole(number)
    if not 1 <= ordinal <= 19:
        return None
    first = {1: 1953, 2: 1958, 3: 1966, 4: 1971, 5: 1976}.get(ordinal, 1981 + 5 * (ordinal - 6))
    return f"{first}/{first + 4}"


def _part_of_year(expression: str, year: int | None) -> str | None:
    """Resolve months, quarters and halves within a year."""
    if year is None:
        return None
    months = _MONTHS.search(expression)
    if months and 1 <= read_whole(months["first"]) < read_whole(months["last"]) <= 12:
        return f"{year}-{read_whole(months['first']):02d}/{year}-{read_whole(months['last']):02d}"
    quarter = _QUARTER.search(expression)
    if quarter:
        last = 3 * read_whole(quarter["number"])
        return f"{year}-{1 if quarter['all'] else last - 2:02d}/{year}-{last:02d}"
    if "上半年" in expression:
        return f"{year}-01/{year}-06"
    if "下半年" in expression:
        return f"{year}-07/{year}-12"
    month = _MONTH.search(expression)
    if month and 1 <= read_whole(month["month"]) <= 12:
        day = read_whole(month["day"] or "0")
        return f"{year}-{read_whole(month['month']):02d}" + (f"-{day:02d}" if 1 <= day <= 31 else "")
    return None


def _stretch(expression: str, year: int | None) -> str | None:
    """Resolve 五年来, 过去五年 and 未来五年 from the report's year."""
    count = _COUNT.search(expression)
    if year is None or count is None:
        return None
    length = read_whole(count["count"])
    if not length:
        return None
    if regex.search(r"未来|今后|下", expression):
        return f"{year}/{year + length - 1}"
    if regex.search(r"过去|近|来|以来|这", expression):
        return f"{year - length}/{year - 1}" if length > 1 else f"{year - 1}"
    return None
