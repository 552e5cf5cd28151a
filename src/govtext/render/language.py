"""The words of tables, in Chinese and English, and which of the two a run speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["zh", "en"]


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of the locale: `zh` where LC_ALL, LC_MESSAGES or LANG (the first that is set) says so."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


def say(word: str, language: Language) -> str:
    """Return the word or phrase in the language; one that has no Chinese is left as it is."""
    return CHINESE.get(word, word) if language == "zh" else word


CHINESE = {
    # tables
    "facts": "数据",
    "slogans": "提法",
    "policies": "政策",
    "none found": "未发现",
    "mentions": "处",
    # headings
    "line": "行",
    "first line": "首见行",
    "count": "次数",
    "since": "始于",
    "kind": "类别",
    "value": "数值",
    "indicator": "指标",
    "predicate": "谓词",
    "time, baseline": "时间、基准",
    "status": "状态",
    "slogan": "提法",
    "stands for": "所指",
    "as written": "原文",
    "sentence": "原句",
    "period, number": "时期、文号",
    "action": "动作",
    "policy": "政策",
    # status
    "target": "目标",
    "estimate": "预计",
    # kinds of slogans
    "formula": "数字提法",
    "dictum": "名言",
    "thought": "思想",
    "spirit": "精神",
    "vision": "愿景",
    "couplet": "对句",
    # kinds of policies
    "law": "法律法规",
    "document": "文件",
    "plan": "规划",
    "strategy": "战略",
    "campaign": "活动",
    "programme": "工程项目",
    "system": "制度",
    "meeting": "会议",
}
