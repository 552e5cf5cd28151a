"""Wrong dictionary and rule files: an error with file, line and remedy; what may differ is accepted."""

from pathlib import Path

import pytest

from govtext import Lexicon, LexiconError
from govtext.lexicon import UserWord
from govtext.lexicon.rule_files import read_rule_file
from govtext.lexicon.tables import read_table, read_words

WORDS = [
    ("放管服\n", [("放管服", None, None)]),
    ("放管服 100\n", [("放管服", 100, None)]),
    ("放管服 100 n\n", [("放管服", 100, "n")]),
    ("放管服 n\n", [("放管服", None, "n")]),
    ("放管服 NZ\n", [("放管服", None, "nz")]),
    ("  放管服   100   n  \n\n# 说明 100 n\n双减\n", [("放管服", 100, "n"), ("双减", None, None)]),
    ("\ufeff放管服 100 n\r\n双减\r\n", [("放管服", 100, "n"), ("双减", None, None)]),
    ("Belt and Road\n", [("Belt and Road", None, None)]),
    ("Belt and Road 100 nz\n", [("Belt and Road", 100, "nz")]),
    ("三个 代表\n", [("三个 代表", None, None)]),
    ("三个 代表 100 nz\n", [("三个 代表", 100, "nz")]),
    ("地区生产总值(GDP)\n", [("地区生产总值(GDP)", None, None)]),
    ("“放管服”改革 n\n", [("“放管服”改革", None, "n")]),
    ("3·15\n100%覆盖 n\n5G基站 5\n", [("3·15", None, None), ("100%覆盖", None, "n"), ("5G基站", 5, None)]),
    ("不忘初心,牢记使命\n", [("不忘初心,牢记使命", None, None)]),
    ("", []),
]

WRONG_WORDS = [
    ("双减\n放管服\t100\tn\n", 2, "put one blank"),
    ("放管服　100\n", 1, "plain blank"),
    ("放管服\u00a0100 n\n", 1, "plain blank"),
    ("# 说明\n\n碳达峰,20,n\n", 3, "词 [频次] [词性]"),
    ("碳达峰,20\n", 1, "词 [频次] [词性]"),
    ("碳达峰，20，n\n", 1, "词 [频次] [词性]"),
    ("双减\r\n放管服 0 n\r\n", 2, "1 or more"),
    ("放管服 0\n", 1, "1 or more"),
    ("放管服 many n\n", 1, "'many' is no number; write `放管服 100 n`"),
    ("放管服 高 n\n", 1, "'高' is no number"),
    ("放管服 -5 n\n", 1, "'-5' is no number"),
    ("放管服 2.5\n", 1, "whole number"),
    ("放管服 -5\n", 1, "whole number"),
    ("放管服 1e3\n", 1, "whole number"),
    ("放管服 n 100\n", 1, "write `放管服 100 n`"),
]

WRONG_TABLES = [
    ("", 1, "unknown columns"),
    ("name,value\n甲,1\n", 1, "the tables are"),
    ("canonical,kind,sinse\n六稳,formula,2018\n", 1, "unknown column 'sinse'; expected canonical,kind,"),
    ("canonical,kind\n六稳,formula,2018\n", 2, "3 cells under 2 columns"),
    ("canonical,kind\n六稳\n", 2, "1 cells under 2 columns"),
    ("canonical,kind\n六稳,formulae\n", 2, "kind 'formulae': expected one of formula, dictum"),
    ("canonical,kind\n六稳,formula\n六保,\n", 3, "kind"),
    ("canonical\n六稳\n", 2, "kind"),
    ("canonical,kind\n,formula\n", 2, "canonical"),
    ("canonical,kind,since\n六稳,formula,早年\n", 2, "since '早年': expected"),
    ("unit,kind,factor\n亩,measure,很多\n", 2, "factor '很多': expected"),
    ("unit,kind\n亩,area\n", 2, "kind 'area': expected one of count, money"),
    ("cue,role,value\n左右,after,about\n", 2, "role 'after': expected one of bound_before"),
    ("id,name,kind\nx,某法,lawx\n", 2, "kind 'lawx': expected one of law, document"),
    ('canonical,kind\n"六稳,formula\n', 2, ""),
    ("canonical,kind\r\n# 说明\r\n\r\n六稳,formulae\r\n", 4, "formulae"),
]

RULE = """finds = "quantity"
[parts]
digit = '[0-9]'
[[rules]]
name = "own"
pattern = "(?P<number>{digit}+)件套"
examples = [{ text = "一套3件套", match = "3件套" }]
"""

WRONG_RULES = [
    (RULE.replace('"quantity"', "quantity"), 1, "not TOML"),
    (RULE + "[[rules\n", 8, "not TOML"),
    (RULE.replace('"quantity"', '"quantities"'), None, "finds"),
    (RULE.replace("pattern", "patern"), 4, "patern"),
    (RULE.replace('name = "own"\n', ""), 4, "name"),
    (RULE.replace('name = "own"', 'name = ""'), 4, "name"),
    (
        RULE.replace('name = "own"', 'name = "own"\nkind = "percnt"'),
        4,
        "no kind 'percnt' of quantity; the kinds are count",
    ),
    (RULE + RULE[RULE.index("[[") :], 8, "two rules are named 'own'"),
    (RULE.replace("{digit}", "{digits}"), 4, "no part named 'digits'; the parts are"),
    (RULE.replace("'[0-9]'", "'{digit}'"), 4, "holds itself"),
    (RULE.replace("examples = [{ text", "examples = [{ txt"), 4, "no `text`"),
    (RULE[: RULE.index("examples")] + "examples = []\n", 4, "examples"),
    (RULE[: RULE.index("examples")], 4, "examples"),
]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def short(value: object) -> str | None:
    return repr(value)[:40] if isinstance(value, str) else None


@pytest.mark.parametrize(("text", "words"), WORDS, ids=short)
def test_words(tmp_path: Path, text: str, words: list[tuple[str, int | None, str | None]]) -> None:
    found = [word for word in read_words(write(tmp_path, "words.txt", text)) if isinstance(word, UserWord)]
    assert [(word.word, word.frequency, word.pos) for word in found if isinstance(word, UserWord)] == words
    assert len(found) == len(words)


def test_words_know_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, "words.txt", "# 说明\r\n\r\n放管服\r\n")
    assert [(word.path, word.row) for word in read_words(path)] == [(str(path), 3)]


@pytest.mark.parametrize(("text", "line", "remedy"), WRONG_WORDS, ids=short)
def test_wrong_words(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    path = write(tmp_path, "words.txt", text)
    with pytest.raises(LexiconError) as error:
        list(read_words(path))
    assert (error.value.path, error.value.line) == (str(path), line)
    assert remedy in error.value.trouble
    assert str(error.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(("text", "line", "remedy"), WRONG_TABLES, ids=short)
def test_wrong_tables(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    path = write(tmp_path, "table.csv", text)
    with pytest.raises(LexiconError) as error:
        list(read_table(path))
    assert (error.value.path, error.value.line) == (str(path), line)
    assert remedy in error.value.trouble


@pytest.mark.parametrize(("text", "line", "remedy"), WRONG_RULES, ids=short)
def test_wrong_rules(tmp_path: Path, text: str, line: int | None, remedy: str) -> None:
    path = write(tmp_path, "own.toml", text)
    with pytest.raises(LexiconError) as error:
        read_rule_file(path, {})
    assert (error.value.path, error.value.line) == (str(path), line)
    assert remedy in error.value.trouble


def test_tables(tmp_path: Path) -> None:
    text = '\ufeffcanonical,kind,aliases,since\r\n# 说明\r\n\r\n 六稳 , formula ,"“六稳”|六个稳",2018\r\n'
    [entry] = read_table(write(tmp_path, "table.csv", text))
    assert (entry.row, entry.path) == (4, str(tmp_path / "table.csv"))
    assert (getattr(entry, "canonical", ""), getattr(entry, "aliases", ()), getattr(entry, "since", 0)) == (
        "六稳",
        ("“六稳”", "六个稳"),
        2018,
    )


@pytest.mark.parametrize("name", ["words.txt", "table.csv", "own.toml"])
def test_not_utf8(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("# 说明\n放管服\n".encode("gb18030"))
    with pytest.raises(LexiconError, match="save the file as UTF-8") as error:
        Lexicon.load([path] if not name.endswith("toml") else (), [path] if name.endswith("toml") else ())
    assert error.value.line == 1


def test_line_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("双减\n三农\n".encode() + b"\xb7\xc5\n")
    with pytest.raises(LexiconError) as error:
        list(read_words(path))
    assert error.value.line == 3


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such dictionary"):
        Lexicon.load([tmp_path / "none.csv"])
    with pytest.raises(LexiconError, match="no such dictionary"):
        Lexicon.load((), [tmp_path / "none.toml"])


def test_bad_pattern_shows_the_place(tmp_path: Path) -> None:
    path = write(tmp_path, "own.toml", RULE.replace("(?P<number>{digit}+)件套", "[0-9]+(件"))
    with pytest.raises(LexiconError) as error:
        read_rule_file(path, {})
    assert error.value.line == 6
    assert "quantity/own" in error.value.trouble
    *_, pattern, caret = error.value.trouble.splitlines()
    assert pattern == "[0-9]+(件"
    assert caret == " " * (len(pattern) + 1) + "^"  # 件 is two columns wide


def test_examples_and_rejects(tmp_path: Path) -> None:
    def complaints(text: str) -> list[str]:
        [rule] = read_rule_file(write(tmp_path, "own.toml", text), {}).rules
        return rule.check()

    assert complaints(RULE) == []
    assert complaints(RULE + 'rejects = ["三件"]\n') == []
    assert complaints(RULE + 'rejects = ["5件套"]\n') == [
        "quantity/own: matches '5件套' in '5件套', which it should reject"
    ]
    [complaint] = complaints(RULE.replace("一套3件套", "一套三件套"))
    assert complaint == "quantity/own: does not match its example '一套三件套'"
    [complaint] = complaints(RULE.replace('match = "3件套"', 'match = "3件"'))
    assert complaint == "quantity/own: match of '一套3件套' is '3件套', not '3件'"
    [complaint] = complaints(RULE.replace('match = "3件套"', 'numbre = "3"'))
    assert complaint == "quantity/own: numbre of '一套3件套' is None, not '3'"


def test_slow_rule_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govtext.lexicon.rules.TIMEOUT", 0.05)
    slow = RULE.replace("(?P<number>{digit}+)件套", "^(.*?,){30}x")
    [rule] = read_rule_file(write(tmp_path, "own.toml", slow), {}, own=True).rules
    with pytest.raises(LexiconError, match="quantity/own takes longer than") as error:
        list(rule.finditer("1," * 80))
    assert error.value.line == 4
    [rule] = read_rule_file(write(tmp_path, "own.toml", slow.replace("一套3件套", "1," * 80)), {}, own=True).rules
    [complaint] = rule.check()
    assert "takes longer than" in complaint
