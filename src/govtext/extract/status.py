"""Done, aimed at, or estimated: from the words before a number, the sentence, and the heading above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from govtext.lexicon import Lexicon
    from govtext.model import Status

_TARGET_HEADING = regex.compile(r"目标|任务|安排|要求|部署|打算|展望|总体思路|工作重点|重点工作|规划|计划|设想|今后|预算草案")
_ACTUAL_HEADING = regex.compile(r"回顾|完成情况|执行情况|工作情况|成绩|成就|总结|过去|所做|主要工作|进展")
_YEAR = regex.compile(r"(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3}")
_NOT_CUES = regex.compile(
    r"任务(?:全面|圆满|顺利|胜利|超额|如期)?(?:完成|实现)|目标(?:全面|圆满|顺利|如期|提前)?(?:完成|实现)|实现.{0,12}目标(?=[，。；])"
    r"|不断要求|强烈要求|计划生育|计划经济|五年计划(?=的|以来)|预算执行|预算收入|预算支出|预算内|预算外|预算法|预算管理|规划纲要|主要|重要|需要的|要素|要求的|将军|将来|安排了|要闻|纲要|首要|必要|要点|要道|要害|扼要|计划的(?:\d|[一二三四五六七八九])|超过.{0,8}(?:计划|目标|预期)|完成.{0,8}(?:计划|任务|目标)"
)


class StatusCue(NamedTuple):
    """Whether a fact is achieved, and the words that say so."""

    status: Status
    cues: tuple[str, ...]


class StatusReader:
    """Reads the status of facts; knows the cue words and the year of the report."""

    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self._year = year
        cues = lexicon.cue_words.get("status", {})
        self._values = cues
        longest_first = sorted(cues, key=len, reverse=True)
        self._pattern = regex.compile("|".join(map(regex.escape, longest_first)))

    def heading(self, heading: str) -> Status | None:
        """Return what a heading hands down to the sentences under it."""
        if _ACTUAL_HEADING.search(heading):
            return "actual"
        if _TARGET_HEADING.search(heading):
            return "target"
        return None

    def read(self, before: str, clause_at: int, inherited: Status | None) -> StatusCue:
        """Return the status of a number that follows `before`, the sentence up to it; its clause starts at `clause_at`.

        A cue in the number's own clause counts; one earlier in the sentence counts where it heads a list
        (主要预期目标是：…；…) or opens the sentence (要…，…).
        """
        hidden = _NOT_CUES.sub(lambda match: "　" * len(match[0]), before)
        cues = [(match.start(), match[0]) for match in self._pattern.finditer(hidden)]
        estimates = tuple(cue for _, cue in cues if self._values[cue] == "estimate")
        if estimates:
            return StatusCue("estimate", estimates[-1:])
        targets = [(at, cue) for at, cue in cues if self._values[cue] == "target"]
        own = tuple(cue for at, cue in targets if at >= clause_at)
        if own:
            return StatusCue("target", own)
        if targets and not regex.search(r"已|了(?=[^，]*$)", hidden[clause_at:]):
            return StatusCue("target", (targets[-1][1],))
        if self._future(before):
            return StatusCue("target", ())
        return StatusCue(inherited or "actual", ())

    def _future(self, before: str) -> bool:
        """Tell whether 到2025年 or 2030年前 lies after the report's year."""
        years = [int(match[0]) for match in _YEAR.finditer(before) if match[0].isascii()]
        return self._year is not None and bool(years) and years[-1] > self._year
