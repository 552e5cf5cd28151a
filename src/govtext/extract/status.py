"""Done, aimed at, or estimated: from the words before a number, the sentence, the paragraph and the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.lexicon import Lexicon
    from govtext.model import Status
    from govtext.segment import Sentence

_TARGET_HEADING = regex.compile(r"目标|任务|安排|要求|部署|打算|展望|总体思路|工作重点|重点工作|规划|计划|设想|今后|预算草案")
_ACTUAL_HEADING = regex.compile(r"回顾|完成情况|执行情况|工作情况|成绩|成就|总结|过去|所做|主要工作|进展")
_YEAR = regex.compile(r"(?:19|20)\d{2}(?=年)")
_MODAL = regex.compile(
    r"""
    (?<![重主需必首纲紧扼简摘次显]) 要 (?![素求闻点道害件领职员塞旨义目案略])
    | (?<![大小上中少部名健干主]) 将 (?![军来近士领帅才会计])
    | 必须(?!的) | 应当 | (?<![任胜正业行务])须 (?![知发]) | 按照 [^，。；]{0,12}? (?:规划|计划|安排|部署|设想) (?=，|的|，)
    """,
    regex.VERBOSE,
)
_BUDGET = regex.compile(
    r"(?:\d{4}年|国家|本年|今年)[^，。；]{0,4}?(?<!公共)(?<!基金)(?<!经营)预算(?!执行|法|管理|内|外|支出进度|单位|监督|联网|审查|绩效|公开|制度|改革|约束)"
)
_PLANNED = regex.compile(r"(?:计划|规划)(?:投资|新增|新建|建设|完成|实施|改造|设置|支出|资金|为|是|在|到|近|约|达到|引进|培育)?[^，。；]{0,6}$")
_ORIGINAL = regex.compile(r"(?:原定|原计划|预定|计划)(?:的|目标)?[^，。；]{0,6}$")
_MET = regex.compile(r"(?:完成|超过|达到|实现|占|为|比|相当于)[^，。；]{0,8}(?:计划|目标|预期|任务|预算)")
_DONE_HERE = regex.compile(r"已|了(?![解然如])|过去|我国有|现有|共有|目前")
_DONE = regex.compile(
    r"了(?!解|然|如)|已|过去|去年|[一二三四五六七八九十]年来|取得|得到|先后|成功|有力|历史性|首次|截至|现有|目前|一年来|以来|圆满|胜利(?:完成|实现|召开)"
)
_LOOKS_BACK = regex.compile(r"全年|(?:19|20)\d{2}年(?!前|底|末)|同比|取得|荣获|获评|全国首|位列|位居|成为")
_EXHORTS = regex.compile(
    r"要|必须|应|坚持|切实|加快|进一步|继续|着力|努力|大力|加大|加强|更加|积极|鼓励|引导|扩大|提高|完善|健全|推进|深入|深化|强化|支持|严格"
)
_QUOTED = regex.compile(r"“[^“”]*”")
_IS_START = regex.compile(r"(?:从|由)(?:去年|上年|前年)的?$")


class StatusCue(NamedTuple):
    """Whether a fact is achieved, and the words that say so."""

    status: Status
    cues: tuple[str, ...]


class StatusReader:
    """Reads the status of facts, sentence after sentence; knows the cue words and the year of the report."""

    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self._year = year
        self._values = lexicon.cue_words.get("status", {})
        longest_first = sorted(self._values, key=len, reverse=True)
        self._pattern = regex.compile("|".join(map(regex.escape, longest_first)))
        self._tone: Status | None = None
        self._budget = False
        self._headed = False

    def enter_paragraph(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Take the tone of a paragraph: its heading's, else that of aims where it only exhorts (加快…。完善…。)."""
        self._tone = self._handed_down(sentences[0].headings)
        self._headed = self._tone is not None
        written = [text[sentence.start : sentence.end] for sentence in sentences]
        looking_back = any(_DONE.search(sentence) or _LOOKS_BACK.search(sentence) for sentence in written)
        self._budget = self._budget and not (looking_back or self._tone == "actual")
        if self._tone is None and len(sentences) > 2:
            exhorting = sum(1 for sentence in written if _EXHORTS.match(sentence))
            if exhorting * 2 >= len(written) and not looking_back:
                self._tone = "target"

    def enter(self, text: str, sentence: Sentence) -> None:
        """Take note of a sentence: a budget sets figures as aims; 已 and 了 end the tone of aims."""
        written = text[sentence.start : sentence.end]
        if _BUDGET.search(written):
            self._budget = True
        elif self._tone == "target" and not self._headed and _DONE.search(written):
            self._tone = None

    def _handed_down(self, headings: Sequence[str]) -> Status | None:
        """Return what the nearest telling heading hands down to the sentences under it."""
        for heading in reversed(headings):
            if _ACTUAL_HEADING.search(heading):
                return "actual"
            if _TARGET_HEADING.search(heading):
                return "target"
        return None

    def read(self, before: str, clause_at: int, *, this_year: bool = False) -> StatusCue:
        """Return the status of a number that follows `before`, its sentence so far; its clause starts at `clause_at`.

        `this_year` where the number's time is 今年 or 明年, which a report speaks of as still to come.
        """
        if _IS_START.search(before):
            return StatusCue("actual", ())
        before = _QUOTED.sub(lambda match: "　" * len(match[0]), before)
        own = before[clause_at:]
        cues = [match[0] for match in self._pattern.finditer(before)]
        estimates = tuple(cue for cue in cues if self._values[cue] == "estimate")
        if estimates:
            return StatusCue("estimate", estimates[-1:])
        done = _DONE_HERE.search(own) is not None
        if not done and not _MET.search(own):
            modal = _MODAL.search(before)
            budget = _BUDGET.search(before)
            targets = [cue for cue in cues if self._values[cue] == "target"]
            for cue in (*targets[-1:], modal and modal[0], budget and budget[0]):
                if cue:
                    self._tone = "target" if self._tone is None else self._tone
                    return StatusCue("target", (cue,))
        planned = _ORIGINAL.search(own) or (_PLANNED.search(own) if not done and self._tone != "actual" else None)
        if planned:
            return StatusCue("target", (planned[0][:2],))
        if self._future(before):
            return StatusCue("target", ())
        if done:
            return StatusCue("actual", ())
        if this_year and self._tone != "actual":
            return StatusCue("target", ())
        return StatusCue("target" if self._budget else self._tone or "actual", ())

    def _future(self, before: str) -> bool:
        """Tell whether 到2025年 or 2030年前 lies after the report's year."""
        years = _YEAR.findall(before)
        return self._year is not None and bool(years) and int(years[-1]) > self._year
