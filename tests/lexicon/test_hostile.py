"""Hostile dictionaries: each works or fails with file, line and remedy; none changes another run."""

from pathlib import Path
from time import perf_counter

import pytest

from govtext import Extractor, Lexicon, LexiconError
from govtext.errors import SlowRuleError
from govtext.segment import Segmenter

WORKS = [
    ("comments", "w.txt", "# 说明\n#望澜甲词\n望澜乙词\n".encode(), "望澜乙词"),
    ("BOM", "w.txt", "\ufeff望澜乙词\n".encode(), "望澜乙词"),
    ("CRLF", "w.txt", "望澜乙词 5 n\r\n望澜丙词\r\n".encode(), "望澜丙词"),
    ("old Mac line ends", "w.txt", "望澜乙词\r望澜丙词\r".encode(), "望澜丙词"),
    ("no line end", "w.txt", "望澜乙词".encode(), "望澜乙词"),
    ("blanks", "w.txt", "望澜 乙词\n".encode(), "望澜 乙词"),
    ("digits", "w.txt", "望澜12345线\n".encode(), "望澜12345线"),
    ("quotation marks", "w.txt", "“望澜”改革\n".encode(), "“望澜”改革"),
    ("percent", "w.txt", "100%望澜\n".encode(), "100%望澜"),
    ("middle dot", "w.txt", "望澜·乙词\n".encode(), "望澜·乙词"),
    ("brackets", "w.txt", "望澜（乙）词\n".encode(), "望澜（乙）词"),
    ("upper-case part of speech", "w.txt", "望澜乙词 5 NZ\n".encode(), "望澜乙词"),
    ("empty", "w.txt", b"", None),
    ("only comments", "w.txt", b"# nothing\n", None),
    ("tab-separated table", "s.csv", "canonical\tkind\n望澜速度\tspirit\n".encode(), None),
    ("TSV", "s.tsv", "canonical\tkind\n望澜速度\tspirit\n".encode(), None),
    ("full-width name", "s.csv", "canonical,kind\n望澜ＡＢ１,spirit\n".encode(), None),
]

FAILS = [
    ("tab", "w.txt", "双减\n望澜\t20\tn\n".encode(), 2, "put one blank"),
    ("a report", "w.txt", ("各位代表：　　" + "增长" * 500).encode(), 1, "…"),
    ("GB18030", "w.txt", "望澜乙词\n".encode("gb18030"), 1, "iconv -f GB18030 -t UTF-8"),
    ("UTF-16", "w.txt", "望澜乙词\n".encode("utf-16"), 1, "iconv -f UTF-16 -t UTF-8"),
    ("workbook", "w.csv", b"PK\x03\x04\x00\xff", None, "save it as CSV UTF-8"),
    ("frequency 0", "w.txt", "望澜乙词 0 n\n".encode(), 1, "1 or more"),
    ("comma", "w.txt", "望澜乙词,20,n\n".encode(), 1, "with blanks between"),
    ("marks alone", "s.csv", "canonical,kind\n“”,spirit\n".encode(), 2, "has no characters"),
    ("empty alias", "s.csv", "canonical,kind,aliases\n望澜,spirit,甲||乙\n".encode(), 2, "has no characters"),
    ("off", "s.csv", "canonical,kind,off\n望澜,spirit,no\n".encode(), 2, "expected yes, or nothing"),
    ("off nothing", "s.csv", b"canonical,kind,off\n,spirit,yes\n", 2, "says what is off"),
    (
        "rules without finds",
        "r.toml",
        b'[[rules]]\nname = "a"\npattern = "a"\nexamples = [{text = "a"}]\n',
        1,
        "finds =",
    ),
]


@pytest.fixture(scope="module")
def before(extractor: Extractor) -> str:
    return extractor.extract_text("地区生产总值增长5.2%，落实“三农”工作和乡村振兴战略。").to_json()


def unchanged(before: str) -> bool:
    return Extractor().extract_text("地区生产总值增长5.2%，落实“三农”工作和乡村振兴战略。").to_json() == before


@pytest.mark.parametrize(("name", "raw", "word"), [case[1:] for case in WORKS], ids=[case[0] for case in WORKS])
def test_works(tmp_path: Path, before: str, *, name: str, raw: bytes, word: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    extractor = Extractor(Lexicon.load(path))
    if word:
        assert word in [found.text for found in extractor.segmenter.words(f"全市推进{word}工作。")]
    elif b"kind" in raw:
        text = "弘扬望澜速度，弘扬望澜AB1、望澜ＡＢ１。"
        assert "望澜" in {record.text[:2] for record in extractor.extract_text(text).slogans}
    assert unchanged(before)


@pytest.mark.parametrize(
    ("name", "raw", "line", "remedy"), [case[1:] for case in FAILS], ids=[case[0] for case in FAILS]
)
def test_fails(tmp_path: Path, before: str, *, name: str, raw: bytes, line: int | None, remedy: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(LexiconError) as error:
        Lexicon.load(path)
    assert (error.value.path, error.value.line) == (str(path), line)
    assert remedy in error.value.trouble
    assert len(error.value.trouble) < 400
    assert unchanged(before)


def test_folder_of_mixed_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("望澜甲词\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("canonical,kind\n望澜速度,spirit\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("unit,kind\n望箱,count\n", encoding="utf-8")
    (tmp_path / "d.toml").write_text(
        'finds = "slogan"\n[[rules]]\nname = "own"\nkind = "formula"\npattern = "五个不懈"\n'
        'examples = [{ text = "五个不懈" }]\n',
        encoding="utf-8",
    )
    (tmp_path / "govtext.toml").write_text("[options]\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("# 说明\n", encoding="utf-8")
    (tmp_path / "~$b.csv").write_bytes(b"\xff")
    lexicon = Lexicon.load(str(tmp_path))
    assert {file.kind for file in lexicon.files if file.path.startswith(str(tmp_path))} == {
        *("words", "slogan", "unit", "rules")
    }
    document = Extractor(lexicon).extract_text("弘扬望澜速度，坚持五个不懈，完成3望箱。")
    assert [record.rule for record in document.slogans] == ["slogan/dictionary", "slogan/own"]
    assert document.facts[0].unit == "望箱"


def test_fifty_thousand_words(tmp_path: Path, before: str) -> None:
    """Loaded in seconds; each stays whole; the speed of segmentation is much the same."""
    characters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃金木水火土"
    numbers = range(50_000)
    names = [
        "望"
        + "".join(characters[number // 38**place % 38] for place in range(3))
        + ("·词" if number % 10 == 0 else "词")
        for number in numbers
    ]
    path = tmp_path / "w.txt"
    path.write_text("\n".join(names), encoding="utf-8")
    begun = perf_counter()
    lexicon = Lexicon.load(path)
    segmenter = Segmenter(lexicon.words)
    some = names[::501]
    assert [word.text for word in segmenter.words("，".join(some))][::2] == some
    assert perf_counter() - begun < 30  # about 3 s on one core
    assert unchanged(before)


def test_replacing_takes_the_old_names_along(tmp_path: Path) -> None:
    old = Lexicon.load().units["亩"]
    assert old.aliases
    path = tmp_path / "u.csv"
    path.write_text("unit,kind\n亩,measure\n", encoding="utf-8")
    lexicon = Lexicon.load(path)
    assert lexicon.units["亩"].path == str(path)
    assert not any(lexicon.units.get(alias) is old for alias in old.aliases)
    path.write_text("unit,off\n亩,yes\n", encoding="utf-8")
    assert "亩" not in Lexicon.load(path).units
    [replaced] = [one for one in Lexicon.load(path).replaced if one.new.path == str(path)]
    assert replaced.old.row == old.row


@pytest.mark.parametrize("table", ["id,name,kind,off\n,乡村振兴战略,,yes\n", "id,name,off\n,国内生产总值,yes\n"])
def test_off_by_name(tmp_path: Path, table: str) -> None:
    path = tmp_path / "off.csv"
    path.write_text(table, encoding="utf-8")
    lexicon = Lexicon.load(path)
    name = table.split("\n")[1].split(",")[1]
    assert name in {**Lexicon.load().policy_names, **Lexicon.load().indicator_names}
    assert name not in {**lexicon.policy_names, **lexicon.indicator_names}
    again = tmp_path / "on.csv"
    again.write_text(f"id,name,kind\nx,{name},law\n", encoding="utf-8")
    assert name in Lexicon.load([path, again]).policy_names


SLOW = """finds = "{finds}"
[[rules]]
name = "{name}"
kind = {kind}
pattern = "^(.*?,){{30}}x"
examples = [{{ text = "x" }}]
"""


@pytest.mark.parametrize(
    ("finds", "name", "kind"),
    [
        ("slogan", "own", '"formula"'),
        ("quantity", "own", '"count"'),
        ("time", "own", '"point"'),
        ("clause", "baseline", '""'),
    ],
)
def test_rule_that_runs_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finds: str, name: str, kind: str) -> None:
    """The limit is for a document and counts anew for the next; two extractors do not share it."""
    path = tmp_path / "slow.toml"
    path.write_text(SLOW.format(finds=finds, name=name, kind=kind), encoding="utf-8")
    extractor = Extractor(Lexicon.load(path))
    assert extractor.extract_text("同比增长5%。") is not None
    monkeypatch.setattr("govtext.lexicon.rules.TIMEOUT", 0.1)
    text = "增长5%," * 80
    if finds == "clause":
        return  # its searches are short; it is enough that a replaced one works
    with pytest.raises(SlowRuleError, match=f"{finds}/own takes longer than") as error:
        extractor.extract_text(text)
    assert error.value.line == 2
    assert extractor.extract_text("同比增长5%。").source.characters == 7


def test_many_short_searches_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """finditer's own limit is one of each step."""
    path = tmp_path / "r.toml"
    path.write_text(
        'finds = "slogan"\n[[rules]]\nname = "own"\nkind = "formula"\npattern = "国(?:国?国?)*。?|国"\n'
        'examples = [{ text = "国" }]\n',
        encoding="utf-8",
    )
    rule = next(rule for rule in Lexicon.load((), path).rules if rule.name == "slogan/own")
    monkeypatch.setattr("govtext.lexicon.rules.TIMEOUT", 0.0)
    with pytest.raises(SlowRuleError):
        list(rule.finditer("国，" * 1000))
