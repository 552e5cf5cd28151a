"""`govtext dict` and `govtext rules`: one's own entries, what counts, what can never be found."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Finished, Run

Own = Callable[..., Finished]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def own(run: Run, home: Path) -> Own:
    """Run with a folder of one's own, which is not there at first."""

    def run_(*arguments: str, stdin: str = "", fails: int = 0) -> Finished:
        finished = run(*arguments, stdin=stdin.encode(), env={"GOVTEXT_HOME": str(home)})
        assert finished.returncode == fails, finished.stderr.decode()
        return finished

    return run_


def text(finished: Finished) -> str:
    return finished.stdout.decode()


def test_path(run: Run, own: Own, home: Path, tmp_path: Path) -> None:
    assert text(own("dict", "path")) == f"{home}\n"
    if os.name == "posix":
        finished = run("dict", "path", env={"XDG_CONFIG_HOME": str(tmp_path)})
        assert text(finished).endswith("govtext\n")
    assert not home.exists()


def test_three_commands(own: Own) -> None:
    """Ten words and a slogan, then extract: what the issue promises."""
    words = ["望澜新质", *(f"望澜{name}要素" for name in "甲乙丙丁戊己庚辛壬")]
    own("dict", "add", *words)
    own("dict", "add", "--slogan", "望澜速度", "--kind", "spirit", "--alias", "望澜新速度", "--since", "2021")
    found = text(own("extract", "--only", "slogans", "-f", "csv", stdin="弘扬望澜新速度。"))
    assert ",slogan/dictionary,spirit,望澜速度,,2021," in found
    cut = text(own("segment", stdin="集聚望澜甲要素。")).split()
    assert "望澜甲要素" in cut
    assert "望澜速度" not in text(own("extract", "--no-user-dict", "--only", "slogans", stdin="弘扬望澜新速度。"))


def test_writes_keep_comments_and_order(own: Own, home: Path) -> None:
    home.mkdir()
    words = home / "mine.txt"
    words.write_bytes("\ufeff# 我的\r\n甲词丙\r\n\r\n# 第二\r\n乙词丙 5 n".encode())
    own("dict", "add", "甲词丙", "--freq", "9")
    own("dict", "add", "乙词丙")
    own("dict", "remove", "甲词丙")
    assert words.read_bytes().decode() == "\ufeff# 我的\r\n\r\n# 第二\r\n乙词丙\r\n"
    table = home / "slogans.csv"
    table.write_text("# note\n", encoding="utf-8")
    own("dict", "list", fails=2)
    table.write_text('canonical,kind\n# 说明\n"望澜,速度",spirit\n望澜精神,spirit\n', encoding="utf-8")
    own("dict", "add", "--slogan", "望澜精神", "--kind", "vision", "--member", "甲", "--member", "乙")
    assert table.read_text(encoding="utf-8") == (
        'canonical,kind,members\n# 说明\n"望澜,速度",spirit,\n望澜精神,vision,甲|乙\n'
    )
    assert sorted(path.name for path in home.iterdir()) == ["mine.txt", "slogans.csv"]


def test_wrong_entry_writes_nothing(own: Own, home: Path) -> None:
    assert (
        "kind 'slogn': expected one of"
        in own("dict", "add", "--slogan", "望澜", "--kind", "slogn", fails=2).stderr.decode()
    )
    assert "add --kind" in own("dict", "add", "--slogan", "望澜", fails=2).stderr.decode()
    assert (
        "a policy has no since"
        in own("dict", "add", "--policy", "望澜", "--kind", "law", "--since", "2020", fails=2).stderr.decode()
    )
    assert "one kind at a time" in own("dict", "add", "--slogan", "--unit", "望澜", fails=2).stderr.decode()
    own("dict", "add", "望澜\t速度", fails=2)
    assert not home.exists() or list(home.iterdir()) == []


def test_switching_off_and_on(own: Own, home: Path) -> None:
    def slogans() -> str:
        return text(own("extract", "--only", "slogans", "-f", "csv", stdin="绿水青山就是金山银山。"))

    assert "slogan/dictionary" in slogans()
    assert "switched off" in text(own("dict", "remove", "绿水青山就是金山银山"))
    assert "slogan/dictionary" not in slogans()
    assert "绿水青山就是金山银山" in text(own("dict", "list", "off"))
    own("dict", "add", "--slogan", "绿水青山就是金山银山", "--kind", "dictum")
    assert "slogan/dictionary" in slogans()
    assert "is in force again" in text(own("dict", "remove", "绿水青山就是金山银山"))
    assert "slogan/dictionary" in slogans()
    assert "--word" in own("dict", "remove", "没有这个词呀", fails=2).stderr.decode()
    own("dict", "remove", "--word", "地区")
    assert "地区" not in text(own("segment", stdin="一个地区。")).split()
    own("dict", "add", "地区")
    assert "地区" in text(own("segment", stdin="一个地区。")).split()
    assert (home / "words.txt").read_text(encoding="utf-8") == "地区\n"


@pytest.mark.parametrize(
    ("added", "given", "found"),
    [
        (["--policy", "碧水十条", "--kind", "document", "--period", "2022"], "落实碧水十条。", '"period": "2022"'),
        (
            ["--indicator", "望澜景气指数", "--id", "boom", "--in", "点"],
            "望澜景气指数达到52%。",
            '"indicator_id": "boom"',
        ),
        (["--unit", "望箱", "--kind", "measure", "--alias", "望澜箱"], "完成5万望澜箱。", '"unit": "望箱"'),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_kinds(own: Own, added: list[str], given: str, found: str) -> None:
    own("dict", "add", *added)
    assert found in text(own("extract", "--json", stdin=given))


def test_list(own: Own, home: Path) -> None:
    assert "built-in slogans.csv" in text(own("dict", "list"))
    assert text(own("dict", "list", "--own")) == ""
    own("dict", "add", "望澜甲要素", "--pos", "nz")
    assert f"{home}/words.txt" in text(own("dict", "list", "--own"))
    assert text(own("dict", "list", "words", "--own")) == f"望澜甲要素  nz  ({home}/words.txt:1)\n"
    assert "三农" in text(own("dict", "list", "slogans"))
    for kind in ("policies", "indicators", "units", "cues"):
        assert "(built-in " in text(own("dict", "list", kind)).splitlines()[0]


def test_precedence(own: Own, tmp_path: Path) -> None:
    own("dict", "add", "--slogan", "望澜速度", "--kind", "spirit", "--since", "2001")

    def since(*options: str) -> str:
        return text(own("extract", "-f", "csv", "--only", "slogans", *options, stdin="望澜速度。")).split(",")[-2]

    assert since() == "2001"
    (tmp_path / "p.csv").write_text("canonical,kind,since\n望澜速度,spirit,2002\n", encoding="utf-8")
    (tmp_path / "govtext.toml").write_text('dictionaries = ["p.csv"]\n', encoding="utf-8")
    assert since() == "2002"
    (tmp_path / "c.csv").write_text("canonical,kind,since\n望澜速度,spirit,2003\n", encoding="utf-8")
    assert since("-d", "c.csv") == "2003"
    (tmp_path / "c.csv").write_text("canonical,off\n望澜速度,yes\n", encoding="utf-8")
    assert "望澜速度,spirit" not in text(
        own("extract", "-f", "csv", "--only", "slogans", "-d", "c.csv", stdin="望澜速度。")
    )


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ('[options]\nformat = "json"\nformt = "x"\n', "govtext.toml:3: unknown key 'formt'; [options] knows format"),
        ('\ndictionary = ["x"]\n', "govtext.toml:2: unknown key 'dictionary'; the file knows dictionaries"),
        ('dictionaries = ["none.csv"]\n', "govtext.toml:1: none.csv: no such"),
        ('[options]\n\nformat = "jsom"\n', "govtext.toml:3: no format 'jsom'"),
        ('[options]\nlang = "de"\n', "govtext.toml:2: "),
        ("dictionaries = [\n", "govtext.toml:"),
    ],
    ids=lambda value: value[:20] if "toml" not in value else None,
)
def test_wrong_project(own: Own, tmp_path: Path, written: str, trouble: str) -> None:
    (tmp_path / "govtext.toml").write_text(written, encoding="utf-8")
    assert trouble in own("extract", stdin="增长5%。", fails=2).stderr.decode()
    own("extract", "--help")


def test_project_defaults(own: Own, tmp_path: Path) -> None:
    (tmp_path / "govtext.toml").write_text(
        '[options]\nformat = "json"\nonly = "slogans"\nuser-dict = false\n', encoding="utf-8"
    )
    own("dict", "add", "--slogan", "望澜速度", "--kind", "spirit")
    found = text(own("extract", stdin="望澜速度增长5%。"))
    assert found.startswith("{")
    assert '"facts": []' in found
    assert "望澜速度" not in found.split('"slogans"')[1]
    assert '"slogans": []' in text(own("extract", "--only", "facts", stdin="三农增长5%。"))
    assert text(own("extract", "-f", "csv", stdin="三农增长5%。")).startswith("start,")


def test_check(own: Own, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_bytes("\ufeff新词甲甲\r\n新词甲甲 20\r\n-没有的词\r\n地区 n\r\n".encode())
    (tmp_path / "s.csv").write_text("canonical,kind\n兩個確立,formula\n望澜速度,spirit\n", encoding="utf-8")
    (tmp_path / "u.csv").write_text("unit,kind\n万元,money\n", encoding="utf-8")
    (tmp_path / "i.csv").write_text("id,name,unit\nx,景气指数,点子\n", encoding="utf-8")
    found = text(own("dict", "check", "w.txt", "s.csv", "u.csv", "i.csv", fails=1))
    assert "w.txt:1: 新词甲甲: a duplicate of w.txt:2" in found
    assert "w.txt:3: 没有的词: switches off nothing" in found
    assert "s.csv:2: 兩個確立: has traditional characters" in found
    assert "u.csv:2: 万元: 万 is read with the number; leave it out: 元" in found
    assert "i.csv:2: 景气指数: unknown unit '点子'; near: " in found
    assert found.endswith("8 loaded, 5 never matched\n")
    (tmp_path / "low.txt").write_text("济发展 1 n\n地区生产\n没有\n", encoding="utf-8")
    (tmp_path / "report.txt").write_text("地区生产总值增长5%，望澜速度。\n", encoding="utf-8")
    found = text(own("dict", "check", "low.txt", "s.csv", "--against", "report.txt", fails=1))
    assert "low.txt:1: 济发展: frequency 1 is too low: cut as 济|发展; leave it out, or give " in found
    assert "low.txt:2: 地区生产: always inside the longer word 地区生产总值 of " in found
    assert "low.txt:3: 没有: does not stand in these reports" in found
    assert "s.csv:3" not in found
    (tmp_path / "t.csv").write_text("canonical,kind,aliases\n望澜新速度精神,spirit,望澜速度\n", encoding="utf-8")
    found = text(own("dict", "check", "s.csv", "t.csv", fails=1))
    assert "s.csv:3: 望澜速度: shadowed by t.csv:2" in found


RULE = """finds = "slogan"
[[rules]]
name = "own"
kind = "formula"
pattern = '''
坚持(?P<n>[一二三四五六七八九])(不懈
'''
examples = [{ text = "坚持五不懈", n = "五" }]
"""


def test_rules(own: Own, tmp_path: Path, home: Path) -> None:
    (tmp_path / "own.toml").write_text(RULE, encoding="utf-8")
    said = own("rules", "check", "own.toml", fails=2).stderr.decode().splitlines()
    assert said[0] == "govtext: error: own.toml:6: rule slogan/own: missing )"
    assert said[1] == "坚持(?P<n>[一二三四五六七八九])(不懈"
    assert said[2] == " " * (2 * 13 + 10) + "^"
    (home / "rules").mkdir(parents=True)
    (home / "rules" / "own.toml").write_text(RULE.replace("(不", "不"), encoding="utf-8")
    assert "slogan/own" in text(own("rules", "list"))
    assert "slogan/own" not in text(own("rules", "list", "--no-user-dict"))
    shown = text(own("rules", "test", "slogan/own", "要坚持五不懈。")).splitlines()
    assert shown == ["slogan/own: 1 match", "要坚持五不懈。", "  ^^^^^^^^^^", "    n = 五"]
    assert text(own("rules", "test", "slogan/own", "无")) == "slogan/own: 0 matches\n"
    assert "坚持五不懈" in text(own("extract", "--only", "slogans", stdin="要坚持五不懈。"))
    (tmp_path / "off.toml").write_text('off = ["slogan/own"]\n', encoding="utf-8")
    assert "坚持五不懈" not in text(own("extract", "--only", "slogans", "-r", "off.toml", stdin="要坚持五不懈。"))
    for name, trouble in (("slogan/none", "no rule is named"), ("clause/baseline", "part of the grammar")):
        (tmp_path / "off.toml").write_text(f'\noff = ["{name}"]\n', encoding="utf-8")
        said = own("rules", "list", "-r", "off.toml", fails=2).stderr.decode().splitlines()
        assert said[0].startswith("govtext: error: off.toml:2: off: ")
        assert trouble in said[0]


SLOW = """finds = "slogan"
[[rules]]
name = "slow"
kind = "formula"
pattern = '^(.*?，){30}x'
examples = [{ text = "，，，，，，，，，，，，，，，，，，，，，，，，，，，，，，x" }]
"""


def test_rule_that_runs_away(own: Own, tmp_path: Path) -> None:
    (tmp_path / "slow.toml").write_text(SLOW, encoding="utf-8")
    (tmp_path / "long.txt").write_text("增长5%，" * 80, encoding="utf-8")
    (tmp_path / "short.txt").write_text("增长5%。", encoding="utf-8")
    finished = own("extract", "long.txt", "short.txt", "-r", "slow.toml", "-f", "jsonl", fails=1)
    assert finished.stderr.decode().startswith(
        "govtext: error: long.txt: given up: slow.toml:2: slogan/slow takes longer than"
    )
    assert text(finished).count("\n") == 1


def test_explain(own: Own) -> None:
    said = text(own("extract", "--explain", stdin="力争地区生产总值增长5.2%左右，落实“三农”工作。"))
    for line in (
        "-:1:11: fact 5.2%",
        "rule       quantity/percent  (built-in rules/quantities.toml:",
        "indicator  gdp ← 地区生产总值  (built-in indicators.csv:",
        "change     increase ← 增长  (built-in cues.csv:",
        "bound      about ← 左右  (built-in cues.csv:",
        "status     target ← 力争  (built-in cues.csv:",
        "slogan 三农\n    rule       slogan/dictionary  (built-in slogans.csv:",
    ):
        assert line in said
    assert "leave it or json out" in own("extract", "--explain", "--json", stdin="x", fails=2).stderr.decode()
    said = text(own("explain", "一个问题，“十四五”期间修路三公里，第三次会议，推进有关条例落实，增长5%。"))
    for line in (
        "quantity 一个  quantity/quantity  dropped: an article, or a figure of speech",
        "quantity 三公里  quantity/quantity  kept",
        "dropped: after 第: an ordinal",
        "policy   条例  policy/headed  dropped: ends a name of a law",
        "增长/v",
        "fact 5%",
    ):
        assert line in said, said
    assert "nothing" in text(own("explain", "今天天气很好。"))


def test_completion(run: Run, home: Path) -> None:
    def offered(words: str) -> list[str]:
        env = {"_GOVTEXT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
        return run(env={**env, "GOVTEXT_HOME": str(home)}).stdout.decode().split("\n")

    assert "quantity/percent" in offered("govtext rules show quantity/per")
    assert "三农" in offered("govtext dict remove 三农")
