"""A lexicon: the shipped files, then the user's; a later entry replaces an earlier one."""

from pathlib import Path

import pytest

from govtext import Lexicon

RULE = """finds = "{finds}"
[[rules]]
name = "{name}"
pattern = "三件套"
examples = [{{ text = "三件套" }}]
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_later_replaces_earlier(tmp_path: Path) -> None:
    first = write(tmp_path / "a.csv", "canonical,kind,since\n自创口号,formula,2001\n六稳,formula,1999\n")
    second = write(tmp_path / "b.csv", "canonical,kind,since\n自创口号,vision,2002\n")
    found = {entry.canonical: entry for entry in Lexicon.load([first, second]).slogans}
    assert (found["自创口号"].kind, found["自创口号"].since) == ("vision", 2002)
    assert found["六稳"].since == 1999
    found = {entry.canonical: entry for entry in Lexicon.load([second, first]).slogans}
    assert found["自创口号"].since == 2001


@pytest.mark.parametrize(
    ("text", "table", "key"),
    [
        ("unit,kind\n亩,measure\n自造亩,measure\n", "units", "unit"),
        ("id,name,kind\nlaw/constitution,自定宪章,law\nx,自定条例,law\n", "policies", "id"),
        ("id,name,unit\nown,自定指标,元\n", "indicators", "id"),
        ("canonical,kind\n自创口号,formula\n", "slogans", "canonical"),
    ],
)
def test_user_tables(tmp_path: Path, text: str, table: str, key: str) -> None:
    path = write(tmp_path / "own.csv", text)
    rows = getattr(Lexicon.load([path]), table)
    entries = list(rows.values()) if isinstance(rows, dict) else list(rows)
    own = [entry for entry in entries if entry.path == str(path)]
    assert len({getattr(entry, key) for entry in own}) == text.count("\n") - 1
    keys = [getattr(entry, key) for entry in {id(entry): entry for entry in entries}.values()]
    assert len(set(keys)) == len(keys) or table == "units"


def test_names_lead_to_entries(tmp_path: Path) -> None:
    path = write(tmp_path / "own.csv", "id,name,kind,aliases\nx,自定条例,law,自定|定条\n")
    names = Lexicon.load([path]).policy_names
    assert {names[name].id for name in ("自定条例", "自定", "定条")} == {"x"}


def test_user_rules(tmp_path: Path, lexicon: Lexicon) -> None:
    percent = write(tmp_path / "percent.toml", RULE.format(finds="quantity", name="percent"))
    own = write(tmp_path / "own.toml", RULE.format(finds="quantity", name="own"))
    changed = Lexicon.load((), [percent, own])
    names = [rule.name for rule in changed.rules_for("quantity")]
    assert [name for name in names if name != "quantity/own"] == [rule.name for rule in lexicon.rules_for("quantity")]
    by_name = {rule.name: rule for rule in changed.rules}
    assert by_name["quantity/percent"].path == str(percent)
    assert by_name["quantity/own"].regex.search("一个三件套")


def test_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "canonical,kind\n自创口号,formula\n")
    write(tmp_path / "b.txt", "自定词\n")
    write(tmp_path / ".hidden.csv", "wrong")
    write(tmp_path / "notes.md", "wrong")
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub" / "c.csv", "wrong")
    lexicon = Lexicon.load([tmp_path])
    assert "自定词" in {word.word for word in lexicon.words}
    own = {file.path: (file.kind, file.entries) for file in lexicon.files if file.path.startswith(str(tmp_path))}
    assert own == {str(tmp_path / "a.csv"): ("slogan", 1), str(tmp_path / "b.txt"): ("words", 1)}


def test_lexicons_share_nothing(tmp_path: Path) -> None:
    words = write(tmp_path / "words.txt", "自定词\n")
    table = write(tmp_path / "own.csv", "unit,kind\n自造亩,measure\n")
    plain = Lexicon.load()
    changed = Lexicon.load([words, table])
    assert "自造亩" in changed.units
    assert "自造亩" not in plain.units
    assert "自造亩" not in Lexicon.load().units
    assert not {id(rule) for rule in plain.rules} & {id(rule) for rule in changed.rules}
    assert plain.units is not changed.units
    assert plain.traditional is not changed.traditional
    changed.cue_words["verb"]["自定动词"] = "increase"
    assert "自定动词" not in plain.cue_words["verb"]


def test_user_unit_reaches_the_rules(tmp_path: Path) -> None:
    table = write(tmp_path / "own.csv", "unit,kind\n自造亩(A),measure\n")
    rule = next(rule for rule in Lexicon.load([table]).rules if rule.name == "quantity/quantity")
    match = rule.regex.search("种植5自造亩(A)。")
    assert match is not None
    assert match["unit"] == "自造亩(A)"
