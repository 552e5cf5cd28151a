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
    "documents": "报告",
    "facts": "数据",
    "slogans": "提法",
    "policies": "政策",
    "none found": "未发现",
    "mentions": "处",
    "characters": "字",
    # headings
    "first line": "首见行",
    "count": "次数",
    "time, baseline": "时间、基准",
    "slogan": "提法",
    "stands for": "所指",
    "as written": "原文",
    "period, number": "时期、文号",
    "policy": "政策",
    # fields of a report
    "path": "来源",
    "title": "标题",
    "date": "日期",
    "region": "地区",
    "encoding": "编码",
    # fields of a record
    "start": "起点",
    "end": "终点",
    "line": "行",
    "column": "列",
    "page": "页",
    "text": "原文",
    "rule": "规则",
    "kind": "类别",
    "value": "数值",
    "low": "下限",
    "high": "上限",
    "unit": "单位",
    "bound": "界限",
    "indicator": "指标",
    "indicator_id": "指标代码",
    "predicate": "谓词",
    "change": "增减",
    "status": "状态",
    "time": "时间",
    "period": "时期",
    "baseline": "基准",
    "cues": "提示词",
    "flags": "存疑",
    "sentence": "原句",
    "canonical": "标准名称",
    "members": "所指",
    "since": "始于",
    "name": "名称",
    "number": "文号",
    "issuer": "制定机关",
    "action": "动作",
    # status
    "actual": "实际",
    "target": "目标",
    "estimate": "预计",
    # change
    "increase": "增加",
    "decrease": "减少",
    # bounds
    "exact": "恰为",
    "about": "约",
    "over": "超过",
    "at_least": "不低于",
    "under": "不足",
    "at_most": "不超过",
    "range": "区间",
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
    # the HTML report
    "text of the report": "正文",
    "targets and achievements": "目标与完成",
    "slogans by number of mentions": "提法出现次数",
    "slogans by kind": "提法类别",
    "achieved": "完成",
    "no indicator has both": "没有同时见于目标与完成的指标",
    "in the table": "见表",
    "lines": "所在行",
    "search": "搜索",
    "indicator, slogan, policy …": "指标、提法、政策……",
    "all": "全部",
    "reports": "报告",
    "show": "显示",
    "contents": "目录",
}
