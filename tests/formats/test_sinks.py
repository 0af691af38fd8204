"""The registry of formats of a run."""

import importlib.util
from dataclasses import replace

import factory
import gate_factory
import pytest
from runs import screened, text_in, written

from screenr.errors import ExitCode, UsageError
from screenr.formats import sinks
from screenr.formats.sinks import SINKS, require, sink_of_file

EXTRAS = pytest.mark.parametrize("name", [name for name, each in SINKS.items() if each.needs])


@EXTRAS
def test_a_library_that_is_not_installed_is_named_with_the_command_that_installs_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sinks, "find_spec", lambda _: None)

    with pytest.raises(UsageError, match="is not installed") as raised:
        require(name)

    assert raised.value.exit_code is ExitCode.USAGE
    assert raised.value.hint == f"python3 -m pip install 'screenr[{SINKS[name].extra}]'"


@pytest.mark.parametrize("name", SINKS)
def test_each_format_is_there_and_named_by_its_endings(name: str) -> None:
    assert importlib.util.find_spec(SINKS[name].module) is not None
    assert {sink_of_file(f"out{ending.upper()}") for ending in SINKS[name].endings} == {name}


def test_an_ending_belongs_to_one_format_only() -> None:
    endings = [ending for each in SINKS.values() for ending in each.endings]

    assert len(endings) == len(set(endings))


@pytest.mark.parametrize("name", SINKS)
def test_each_format_shows_a_decided_match_with_who_decided_what_and_why(name: str) -> None:
    decided = replace(factory.match(), decision=gate_factory.decision())
    rows = [screened(factory.hit(decided), "V1", "Acme")]

    text = text_in(name, written(name, rows))

    assert "us-test-list:17" in text
    for part in ("decided", "jane", "2026-10-01", "2027-10-01", "another company"):
        assert part in text


@pytest.mark.parametrize("name", SINKS)
def test_each_format_shows_what_a_contradiction_set_aside(name: str) -> None:
    rows = [screened(factory.clear("Ivan", factory.lowered()), "V1", "Ivan")]

    text = text_in(name, written(name, rows))

    for part in ("us-test-list:21", "born", "1950", "1987"):
        assert part in text
