"""Done, aimed at, or estimated: from the words before a number, the sentence, the paragraph and the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.fact_words import fact_words
from govtext.find.numerals import read_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.lexicon import Lexicon
    from govtext.model import Status
    from govtext.segment import Sentence

_YEAR = regex.compile(r"(?:(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})(?=年)")
_UNTIL = regex.compile(r"(?<![\d〇○零一二三四五六七八九年复展延减])到$")
_COMING = regex.compile(r"(?:今后|未来|(?<!转|入)下)[几\d一二三四五六七八九十两]*年|下一步|明年")
_LISTED = regex.compile(r"——|—|[•●·▪]|（[一二三四五六七八九十]+）|\d{1,2}[.．、]|[一二三四五六七八九十]+是")
_QUOTED = regex.compile(r"(?:“[^“”]*”|「[^「」]*」)(?:计划|规划|工程)?")


class StatusCue(NamedTuple):
    """Whether a fact is achieved, and the words that say so."""

    status: Status
    cues: tuple[str, ...]


class StatusReader:
    """Reads the status of facts, sentence after sentence; knows the cue words and the year of the report."""

    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self._year = year
        self._target_heading = lexicon.shape("status/target-heading")
        self._actual_heading = lexicon.shape("status/actual-heading")
        self._modal = lexicon.shape("status/modal")
        self._budget = lexicon.shape("status/budget")
        self._planned = lexicon.shape("status/planned")
        self._agenda = lexicon.shape("status/agenda")
        self._original = lexicon.shape("status/original")
        self._met = lexicon.shape("status/met")
        self._done_here = lexicon.shape("status/done-here")
        self._done = lexicon.shape("status/done")
        self._looks_back = lexicon.shape("status/looks-back")
        self._opens_past = lexicon.shape("status/opens-past")
        self._exhorts = lexicon.shape("status/exhorts")
        self._handled = lexicon.shape("status/handled")
        self._measure = lexicon.shape("status/measure-of-aim")
        self._settled = lexicon.shape("status/settled")
        self._to_come = lexicon.shape("status/to-come")
        self._past_start = lexicon.shape("status/past-start")
        words = fact_words(lexicon)
        self._values = words.status
        self._pattern = words.status_cue
        self._tone: Status | None = None
        self._budgeting = False
        self._headed = False
        self._carried = False
        self._listing = False

    def pass_paragraph(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Take note of a paragraph without numbers: it may head a list of aims (主要预期目标是：)."""
        last = text[sentences[-1].start : sentences[-1].end]
        self._listing = self._opens_list(last)

    def enter_paragraph(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Take the tone of a paragraph: its heading's, else that of aims where it only exhorts (加快…。完善…。)."""
        self._tone = self._handed_down(sentences[0].headings)
        listed = _LISTED.match(text, sentences[0].start) is not None
        if self._listing and listed:
            self._tone = "target"
        self._headed = self._tone is not None
        written = [text[sentence.start : sentence.end] for sentence in sentences]
        looking_back = any(self._done.search(sentence) or self._looks_back.search(sentence) for sentence in written)
        self._budgeting = self._budgeting and not (looking_back or self._tone == "actual")
        if self._tone is None and len(sentences) > 2:
            exhorting = sum(1 for sentence in written if self._exhorts.search(sentence))
            if exhorting * 2 >= len(written) and not looking_back:
                self._tone = "target"
        self._listing = self._opens_list(written[-1]) or (self._listing and listed)

    def enter(self, text: str, sentence: Sentence) -> None:
        """Take note of a sentence: a budget sets figures as aims; 已 and 了 end the tone of aims."""
        self._carried = False
        written = text[sentence.start : sentence.end]
        if self._budget.search(written):
            self._budgeting = True
        elif self._tone == "target" and self._opens_past.search(written):
            self._tone = "actual"
        elif self._tone == "target" and not self._headed and self._done.search(written):
            self._tone = None

    def _handed_down(self, headings: Sequence[str]) -> Status | None:
        """Return what the nearest telling heading hands down to the sentences under it."""
        for heading in reversed(headings):
            if self._actual_heading.search(heading):
                return "actual"
            if self._target_heading.search(heading):
                return "target"
        return None

    def read(self, before: str, clause_at: int, after: str, *, this_year: bool, past: bool) -> StatusCue:
        """Return the status of a number that follows `before`, its sentence so far; its clause starts at `clause_at`.

        `after` is what follows it. `this_year` where its time is 今年 or 明年, which a report speaks of as still to
        come; `past` where it ended before the report's year.
        """
        said = self._said(before, clause_at, after, this_year=this_year, past=past)
        settled = self._past_start.search(before) or self._settled.match(after)
        return StatusCue("actual", ()) if settled else said

    def _said(self, before: str, clause_at: int, after: str, *, this_year: bool, past: bool) -> StatusCue:
        """Return what the sentence says of a number, and keep what it says of those that follow."""
        if self._to_come.match(after):
            return StatusCue("target", ("将",))
        done = "截至" in before or self._done_here.search(before, clause_at) is not None
        met = self._met.search(before, clause_at) is not None
        before = self._measure.sub(lambda match: "　" * len(match[0]), before)
        before = _QUOTED.sub(lambda match: "　" * len(match[0]), before)
        own = before[clause_at:]
        cues = [match[0] for match in self._pattern.finditer(before)]
        estimates = tuple(cue for cue in cues if self._values[cue] == "estimate")
        if estimates:
            return StatusCue("estimate", estimates[-1:])
        if not done and not met:
            modal = self._modal.search(before)
            if modal and modal[0].startswith("将") and self._handled.match(after):
                modal = None
            budget = self._budget.search(before)
            targets = [cue for cue in cues if self._values[cue] == "target"]
            for cue in (*targets[-1:], modal and modal[0], budget and budget[0]):
                if cue:
                    self._tone = "target" if self._tone is None else self._tone
                    self._carried = True
                    return StatusCue("target", (cue,))
        open_to_plans = not done and self._tone != "actual"
        planned = self._original.search(own) or (self._planned.search(own) if open_to_plans else None)
        if planned and not met:
            self._carried = True
            return StatusCue("target", (planned[0][:2],))
        if done:
            return StatusCue("actual", ())
        if self._future(before):
            self._carried = True
            return StatusCue("target", ())
        if this_year and self._tone != "actual":
            return StatusCue("target", ())
        if past and not self._budgeting:
            return StatusCue("actual", ())
        return StatusCue("target" if self._budgeting or self._carried else self._tone or "actual", ())

    def _opens_list(self, text: str) -> bool:
        """Tell whether a sentence heads a list of aims: 主要预期目标是：, 要做好以下工作。"""
        colon = text.endswith(("：", ":"))
        if not colon and not self._agenda.search(text):
            return False
        wanted = any(self._values[match[0]] == "target" for match in self._pattern.finditer(text))
        return wanted or (not colon and self._modal.search(text) is not None)

    def _future(self, before: str) -> bool:
        """Tell whether 到2025年 or 2030年前 lies after the report's year."""
        if _COMING.search(before):
            return True
        years = list(_YEAR.finditer(before))
        if not years:
            return False
        until = _UNTIL.search(before, 0, years[-1].start()) is not None
        if self._year is None:
            return until
        year = read_whole(years[-1][0])
        return year > self._year or (until and year == self._year)
