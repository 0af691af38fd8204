"""The HTML page in a real Chromium, used as a person uses it.

These need `pip install selenium`, chromium and chromedriver, and are skipped without them.
"""

import shutil
from collections.abc import Iterator
from typing import Protocol

import factory
import pytest
from runs import screened, written

from screenr.models.counterparty import RowError
from screenr.models.row import Screened

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
HOSTILE = "</script><img src=x onerror='window.attacked=1'><script>window.attacked=1</script>"
CLEAR = 230


class Element(Protocol):
    """As much of an element as a person sees and touches."""

    text: str

    def click(self) -> None: ...
    def get_attribute(self, name: str) -> str | None: ...
    def send_keys(self, key: str) -> None: ...


class Focus(Protocol):
    """Where the keyboard goes."""

    active_element: Element


class Browser(Protocol):
    """As much of selenium's driver as is used here: it is not needed to check types."""

    switch_to: Focus

    def get(self, address: str) -> None: ...
    def find_element(self, by: str, value: str) -> Element: ...
    def find_elements(self, by: str, value: str) -> list[Element]: ...
    def execute_script(self, script: str) -> object: ...
    def execute_async_script(self, script: str, words: str) -> object: ...
    def execute_cdp_cmd(self, command: str, values: dict[str, object]) -> object: ...
    def get_log(self, kind: str) -> list[object]: ...


pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="chromium and chromedriver are not installed"
)


def outcomes() -> Iterator[Screened]:
    yield screened(factory.hit(name="Zürich Acme", ref="2"), "V-77", "Zürich Acme")
    yield screened(factory.hit(factory.match(relation="family"), name="Beta", ref="3"), "V-78")
    yield screened(RowError(4, "the name is empty"), "V-79", "")
    for line in range(5, 5 + CLEAR):
        yield screened(factory.clear(f"Bakery {line}", ref=f"{line}"), f"V-{line}")
    yield screened(factory.clear(HOSTILE, ref="999"), HOSTILE, note="country not understood")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with a few hits and more clear rows than are drawn at once."""
    columns = ("Vendor <no>", "Name")
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(written("html", list(outcomes()), columns=columns))
    return path.as_uri()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile = tmp_path_factory.mktemp("profile")
    for flag in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync",
        "disable-background-networking", "disable-component-update", f"user-data-dir={profile}",
        "window-size=1280,900",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=DRIVER)
    )
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Browser, page: str) -> Iterator[Browser]:
    chromium.get(page)
    chromium.get_log("browser")  # of the test before
    yield chromium
    assert chromium.get_log("browser") == []


def all_of(browser: Browser, selector: str) -> list[Element]:
    return browser.find_elements("css selector", selector)


def texts(browser: Browser, selector: str) -> list[str]:
    return [each.text for each in all_of(browser, selector)]


def count(browser: Browser) -> str:
    return browser.find_element("id", "count").text


def search(browser: Browser, words: str) -> None:
    script = """
    const done = arguments[1], search = document.getElementById("search");
    new MutationObserver(() => done()).observe(document.getElementById("count"), {childList: true});
    search.value = arguments[0];
    search.dispatchEvent(new Event("input"));
    """
    browser.execute_async_script(script, words)


def press(browser: Browser, key: str) -> None:
    browser.switch_to.active_element.send_keys(key)


def test_what_needs_a_person_stands_first_and_long_files_have_pages(browser: Browser) -> None:
    assert texts(browser, "#body .chip")[:4] == ["HIT", "HIT", "NOT SCREENED", "CLEAR"]
    assert len(all_of(browser, "#body tr.row")) == 100

    browser.find_element("id", "next").click()

    assert count(browser) == f"Rows 101 to 200 of {CLEAR + 4}"


def test_a_search_finds_names_whatever_their_accents_and_cells(browser: Browser) -> None:
    search(browser, "zurich v-77")

    assert texts(browser, "#body td.name") == ["Zürich Acme"]
    assert count(browser) == f"Rows 1 to 1 of 1, chosen of {CLEAR + 4} by “zurich v-77”"


def test_a_search_that_finds_nothing_says_so(browser: Browser) -> None:
    search(browser, "no such party")

    assert count(browser) == f"No row of {CLEAR + 4} fits “no such party”."


def test_rows_are_sorted_by_a_column_and_back(browser: Browser) -> None:
    def sort() -> str | None:
        browser.find_element("css selector", "#head .name button").click()
        return browser.find_element("css selector", "#head .name").get_attribute("aria-sort")

    assert sort() == "ascending"
    assert texts(browser, "#body td.name")[1:3] == ["Bakery 5", "Bakery 6"]
    assert sort() == "descending"
    assert texts(browser, "#body td.name")[0] == "Zürich Acme"


def test_a_row_unfolds_to_evidence_effects_and_the_cells_it_came_from(browser: Browser) -> None:
    [evidence] = texts(browser, "tr.detail .evidence")[:1]
    [account] = texts(browser, "tr.detail .account dl")[:1]
    [given] = texts(browser, "tr.detail .input dl")[:1]

    assert "+0.90\nname\nacme\nacme\nidentical" in evidence.replace(" ", "\n")
    assert "15 CFR 1.2" in account
    assert "Vendor <no>\nV-77" in given


def test_the_keyboard_is_enough(browser: Browser) -> None:
    press(browser, "/")
    assert browser.switch_to.active_element.get_attribute("id") == "search"

    press(browser, "\ue015")  # arrow down: to the first row
    row = browser.switch_to.active_element
    assert row.get_attribute("aria-expanded") == "true"
    press(browser, "\ue007")  # enter
    assert row.get_attribute("aria-expanded") == "false"
    press(browser, " ")
    assert row.get_attribute("aria-expanded") == "true"
    press(browser, "\ue015")
    assert "Beta" in (browser.switch_to.active_element.get_attribute("aria-label") or "")


def test_filters_choose_by_status_and_relation(browser: Browser) -> None:
    browser.find_element("css selector", "[data-status=error]").click()
    assert texts(browser, "#body td.match") == ["the name is empty"]

    browser.find_element("id", "reset").click()
    browser.find_element("css selector", "#relation option[value=family]").click()
    assert texts(browser, "#body td.name") == ["Beta"]


def test_a_bar_of_the_chart_leads_to_its_rows(browser: Browser) -> None:
    browser.find_element("css selector", "th[data-list='Test List'] button").click()

    assert texts(browser, "#body td.name") == ["Zürich Acme", "Beta"]


def test_a_hostile_name_is_shown_and_does_nothing(browser: Browser) -> None:
    search(browser, "onerror")

    assert texts(browser, "#body td.name bdi") == [HOSTILE]
    assert browser.execute_script("return window.attacked") is None


def test_how_a_row_was_read_stands_beside_its_name(browser: Browser) -> None:
    search(browser, "country not understood")

    assert texts(browser, "#body td.name small") == ["country not understood"]


def test_paper_gets_every_chosen_row(browser: Browser) -> None:
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")

    assert len(all_of(browser, "#body tr.row")) == CLEAR + 4
    assert count(browser) == f"Rows 1 to {CLEAR + 4} of {CLEAR + 4}"


def test_nothing_is_cut_off_on_a_narrow_window(browser: Browser) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    width = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert isinstance(width, int)
    assert width <= 400


def test_without_scripts_hits_and_rows_not_screened_are_read(chromium: Browser, page: str) -> None:
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    chromium.get(page)
    shown = chromium.find_element("css selector", "main").text
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert "HIT #2 Zürich Acme" in shown
    assert "NOT SCREENED #4" in shown
