"""Title, date and region of a report, from its first lines or its file name."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.numerals import read_whole

if TYPE_CHECKING:
    from govtext.clean import Report

HEAD = 400
"""How many characters from the start may hold title and date."""

_TITLE = regex.compile(
    r"^[^\n。，；]{2,40}?(?:报告|公报|意见|通知|决定|规划|纲要|方案|讲话)(?=\n|——|[（(]|\s|$)", regex.MULTILINE
)
_MONTH = r"\d{1,2}|[一二三四五六七八九十]{1,2}"
_DAY = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = regex.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|[一二][〇零一二三四五六七八九]{{3}})年"
    rf"(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})日)?)?"
)
_GIVEN = regex.compile(
    rf"(?:——|—|[（(])?(?<![到至自从]){_DATE.pattern}(?=在|[^。，\n]{{0,12}}(?:会议|大会)|[）)]|，|$)", regex.MULTILINE
)
_FILE_DATE = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})"
    r"(?:[-_.]?(?P<month>0[1-9]|1[0-2])(?:[-_.]?(?P<day>0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)
_REGION = regex.compile(
    r"(?:(?<=在|代表)|(?<![一-龥]))"
    r"(?P<region>[[一-龥]--[在向我按今全各本该代表]]{2,9}?(?:省|自治区|自治州|特别行政区|市|县|区|旗|盟|州))"
    r"(?=人民政府|人大|第|政府|[一二三四五六七八九十]+届)",
    regex.V1,
)


class Title(NamedTuple):
    """What the head of a report says of itself."""

    title: str | None
    date: str | None
    region: str | None


def read_title(report: Report, path: str, date: str | None = None) -> Title:
    """Read title, date (ISO 8601, as far as known) and region; a given date wins."""
    head = report.folded[:HEAD]
    title = _TITLE.search(head)
    region = _REGION.search(head)
    return Title(
        title=report.written[title.start() : title.end()] if title else None,
        date=date or _date(head, title) or _file_date(path),
        region=region["region"] if region else None,
    )


def _date(head: str, title: regex.Match[str] | None) -> str | None:
    """Read the date a report was given: ——2017年3月5日在…; else the year in its title."""
    if title is None:
        return None
    given = _GIVEN.search(head, title.end(), title.end() + 80)
    if given is None:
        return None
    return _iso(given)


def _file_date(path: str) -> str | None:
    """Read a date in a file name: report-2023-01-10.txt, 2017.txt."""
    found = _FILE_DATE.search(PurePath(path).stem)
    return "-".join(part for part in found.groups() if part) if found else None


def _iso(match: regex.Match[str]) -> str:
    """Return a date as far as it is one: 二〇二一年十三月 is 2021."""
    parts = [str(read_whole(match["year"]))]
    for name, limit in (("month", 12), ("day", 31)):
        number = read_whole(match[name] or "")
        if not 1 <= number <= limit:
            break
        parts.append(f"{number:02d}")
    return "-".join(parts)
