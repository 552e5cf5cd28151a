"""The page in a real browser: from a row to its place and back, with and without the script, wide and narrow.

Needs Debian's chromium and chromium-driver. Set GOVTEXT_SCREENSHOTS to a folder to keep the pictures
(`docs/images` holds report-1280.png and mark-390.png).
"""

import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from govtext.cli.writers import paragraphs
from govtext.pipeline import extract_file
from govtext.read import read_file
from govtext.render.html import HtmlWriter
from govtext.resources import shipped

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no chromium: apt-get install chromium chromium-driver fonts-noto-cjk"
)

SCREENSHOTS = os.environ.get("GOVTEXT_SCREENSHOTS")

WIDE, NARROW = (1280, 800), (390, 844)

Browser = Any
Open = Callable[..., Browser]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a sample."""
    folder = tmp_path_factory.mktemp("page")
    sample = Path(str(shipped("samples"))) / "city-report-2023.txt"
    source = read_file(sample)
    with (folder / "report.html").open("w", encoding="utf-8") as stream:
        writer = HtmlWriter(stream, ("facts", "slogans", "policies"), language="zh", paragraphs=paragraphs)
        found = extract_file(sample)
        named = structs.replace(found, source=structs.replace(found.source, path=sample.name))
        writer.add(named, source.text)
        writer.finish()
    return folder / "report.html"


@pytest.fixture
def home() -> Iterator[str]:
    """Lend the browser a folder of its own, of a short name: a Unix socket's path has at most 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="gt", dir="/tmp", ignore_cleanup_errors=True) as folder:
        yield folder


@pytest.fixture
def browse(page: Path, home: str) -> Iterator[Open]:
    """Open the page in a window of a size."""
    pytest.importorskip("selenium")
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    opened: list[Browser] = []
    environment = {**os.environ, "HOME": home, "TMPDIR": home}

    def browse_(size: tuple[int, int], *, script: bool = True, dark: bool = False, touch: bool = False) -> Browser:
        options = ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for argument in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "hide-scrollbars"):
            options.add_argument(f"--{argument}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        browser = Chrome(options=options, service=Service(DRIVER, env=environment))
        opened.append(browser)
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": touch}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": touch})
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        browser.get(page.as_uri())
        return browser

    yield browse_
    for browser in opened:
        browser.quit()


def keep(browser: Browser, name: str) -> None:
    if SCREENSHOTS:
        from PIL import Image

        picture = Image.open(io.BytesIO(browser.get_screenshot_as_png()))
        picture.convert("RGB").quantize(128).save(Path(SCREENSHOTS, name), optimize=True)


def find(browser: Browser, selector: str) -> list[Browser]:
    found: list[Browser] = browser.find_elements("css selector", selector)
    return found


def in_sight(browser: Browser, element: Browser) -> bool:
    """Say whether an element is what stands at its place in the window."""
    return bool(
        browser.execute_script(
            "const box = arguments[0].getClientRects()[0];"
            "const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);"
            "return seen !== null && (arguments[0].contains(seen) || seen.contains(arguments[0]))",
            element,
        )
    )


def hash_of(browser: Browser) -> str:
    return str(browser.current_url).partition("#")[2]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_from_a_row_to_its_place_and_back(browse: Open, size: tuple[int, int]) -> None:
    browser = browse(size, touch=size == NARROW)
    keep(browser, f"report-{size[0]}.png")
    row = find(browser, ".rows.facts tbody tr")[60]
    link = row.find_element("css selector", "td:last-child a")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()
    (mark,) = find(browser, f"mark[id='{hash_of(browser)}']")
    assert mark.get_attribute("data-rows").split()[0] == row.get_attribute("id")
    assert in_sight(browser, mark)
    assert browser.execute_script("return arguments[0].matches(':target')", mark)
    browser.execute_script("arguments[0].focus()", mark)
    card = mark.find_element("css selector", ".card")
    assert card.is_displayed()
    keep(browser, f"mark-{size[0]}.png")
    card.find_element("css selector", "a").click()
    assert hash_of(browser) == row.get_attribute("id")
    assert in_sight(browser, row)
    keep(browser, f"row-{size[0]}.png")
    browser.execute_script("document.activeElement.blur()")
    assert not card.is_displayed() or size == WIDE  # there the pointer may still be on it
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_nothing_hangs_over_the_edge(browse: Open, size: tuple[int, int]) -> None:
    browser = browse(size)
    widths = browser.execute_script(
        "return [document.documentElement, ...document.querySelectorAll('.text, .side')]"
        ".map(box => box.scrollWidth - box.clientWidth)"
    )
    assert widths == [0, 0, 0]


def test_every_mark_shows_its_card_within_the_window(browse: Open) -> None:
    browser = browse(WIDE)
    outside = browser.execute_script(
        "const outside = [];"
        "for (const mark of document.querySelectorAll('mark')) {"
        "  mark.scrollIntoView({block: 'center'}); mark.focus({preventScroll: true});"
        "  const box = mark.querySelector('.card').getBoundingClientRect();"
        "  const side = document.querySelector('.side').getBoundingClientRect().left;"
        "  if (!box.width || box.left < 0 || box.right > side || box.top < 0 || box.bottom > innerHeight)"
        "    outside.push([mark.id, box.left, box.right, box.top, box.bottom]);"
        "} return outside"
    )
    assert outside == []


def test_search_filter_and_sort(browse: Open) -> None:
    browser = browse(WIDE)
    rows = find(browser, ".rows.facts tbody tr")
    find(browser, "input[type=search]")[0].send_keys("投资")
    left = [row for row in rows if row.is_displayed()]
    assert 0 < len(left) < len(rows)
    assert all("投资" in row.text for row in left)
    find(browser, "select option[value=target]")[0].click()
    assert all("目标" in row.text for row in rows if row.is_displayed())
    keep(browser, "search-1280.png")
    find(browser, "input[type=search]")[0].clear()
    find(browser, "input[type=search]")[0].send_keys(" ")
    head = find(browser, ".rows.facts th")[1]
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", head)
    for direction in (1, -1):
        head.click()
        values = browser.execute_script(
            "return [...document.querySelectorAll('.rows.facts tbody tr')]"
            ".map(row => parseFloat(row.cells[1].dataset.sort) || 0)"
        )
        assert values == sorted(values, reverse=direction < 0)


def test_marks_can_be_switched_off(browse: Open) -> None:
    browser = browse(WIDE, script=False)
    mark = find(browser, "mark.f:not(.s):not(.p)")[0]
    assert mark.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"
    find(browser, ".show-facts")[0].click()
    assert mark.value_of_css_property("background-color") == "rgba(0, 0, 0, 0)"


def test_all_can_be_read_without_the_script(browse: Open) -> None:
    browser = browse(WIDE, script=False)
    assert not find(browser, ".tools")[0].is_displayed()
    assert all(row.is_displayed() for row in find(browser, "tbody tr"))
    find(browser, ".rows.slogans tbody a")[0].click()
    (mark,) = find(browser, f"mark[id='{hash_of(browser)}']")
    mark.click()
    mark.find_element("css selector", ".card a").click()
    assert hash_of(browser) in mark.get_attribute("data-rows").split()


def test_dark(browse: Open) -> None:
    browser = browse(WIDE, dark=True)
    keep(browser, "dark-1280.png")
    colours = find(browser, ".text")[0].value_of_css_property("background-color")
    assert colours == "rgba(27, 28, 30, 1)"
