"""What is built is complete: wheel, sdist, wheel from the sdist; installed, as a zip, from the sources."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from govtext import __version__

ROOT = Path(__file__).parents[1]

EXTRACT = """
import sys, govtext
from govtext import resources
doc = govtext.extract("全年地区生产总值增长5.2%左右，坚持新发展理念，实施乡村振兴战略。")
assert (len(doc.facts), len(doc.slogans), len(doc.policies)) == (1, 1, 1), doc
assert resources.shipped("samples").joinpath("city-report-2023.txt").is_file()
print(govtext.__file__)
"""


def python(*arguments: str, path: Path | None = None, cwd: Path) -> str:
    """Run Python in a folder of its own, with one more place to import from."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    command = [sys.executable, *arguments]
    finished = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert finished.returncode == 0, finished.stderr or finished.stdout
    assert finished.stderr == "" or "hatchling" in arguments or "pip" in arguments, finished.stderr
    return finished.stdout


def build(target: str, source: Path, folder: Path) -> Path:
    """Build a wheel or an sdist with hatchling, without isolation: nothing is fetched."""
    python("-m", "hatchling", "build", "-t", target, "-d", str(folder), cwd=source)
    (built,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def shipped(folder: str) -> set[str]:
    """Return the files of dicts or samples in this checkout."""
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert len(found) > 4
    return found


def test_wheel_is_complete(wheel: Path) -> None:
    inside = files(wheel)
    assert {f"govtext/{name}" for name in shipped("dicts") | shipped("samples")} <= inside
    assert {"govtext/py.typed", "govtext/__main__.py"} <= inside
    assert all(name.startswith("govtext/") for name in inside)
    assert not [name for name in inside if "__pycache__" in name]


def test_sdist_is_complete(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    documents = {path.name for path in ROOT.glob("*.md")} | {"docs/fields.md", "CITATION.cff", "LICENSE", ".ci/run"}
    assert shipped("dicts") | shipped("samples") | documents | {"pyproject.toml", "tests/test_packaging.py"} <= inside
    assert not [name for name in inside if name.startswith((".venv", ".git/", ".mypy"))]


def test_wheel_from_sdist_is_the_same(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    again = build("wheel", tmp_path / f"govtext-{__version__}", tmp_path / "dist")
    assert files(again) == files(wheel)
    with zipfile.ZipFile(again) as second, zipfile.ZipFile(wheel) as first:
        assert all(second.read(name) == first.read(name) for name in files(wheel))


def test_installed(wheel: Path, tmp_path: Path) -> None:
    pytest.importorskip("pip")
    target = tmp_path / "target"
    python("-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel), cwd=tmp_path)
    assert str(target) in python("-c", EXTRACT, path=target, cwd=tmp_path)
    sample = target / "govtext" / "samples" / "city-report-2023.txt"
    assert '"facts"' in python("-m", "govtext", "extract", str(sample), "--json", path=target, cwd=tmp_path)


def test_zip(wheel: Path, tmp_path: Path) -> None:
    assert str(wheel) in python("-c", EXTRACT, path=wheel, cwd=tmp_path)


def test_sources(tmp_path: Path) -> None:
    assert str(ROOT / "src") in python("-c", EXTRACT, path=ROOT / "src", cwd=tmp_path)


def test_import_is_silent_and_light(tmp_path: Path) -> None:
    program = "import govtext, sys; print(*{'jieba', 'typer', 'rich', 'regex'} & set(sys.modules))"
    assert python("-W", "error", "-c", program, path=ROOT / "src", cwd=tmp_path) == "\n"


def test_version(tmp_path: Path) -> None:
    printed = python("-m", "govtext", "--version", path=ROOT / "src", cwd=tmp_path)
    assert printed == f"govtext {__version__}\n"
