"""What `check` refuses, in one line, before anything is screened."""

import pytest
from conftest import Run

from screenr.errors import ExitCode


def refused(run: Run, *argv: str) -> str:
    ran = run("check", *argv)
    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    lines = ran.err.splitlines()
    assert lines[0].startswith("error: ")
    assert len(lines) <= 2
    return ran.err


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u3000"])
def test_an_empty_name_is_refused(run: Run, name: str) -> None:
    assert "a name is empty" in refused(run, name)


@pytest.mark.parametrize("name", ["- -", "???", "…", "\u200f\u202e", "\udcff\udcfe", "\x1b"])
def test_a_name_without_letter_or_digit_is_refused(run: Run, name: str) -> None:
    assert "no letter or digit" in refused(run, "--", name)


def test_an_empty_name_among_others_stops_the_run(run: Run) -> None:
    assert "a name is empty" in refused(run, "Megvii", " ")


def test_a_name_above_the_limit_is_refused_with_the_limit(run: Run) -> None:
    assert "100,000 characters; the limit is 1,000" in refused(run, "a" * 100_000)


def test_an_empty_alias_is_refused(run: Run) -> None:
    assert "a name is empty" in refused(run, "Acme", "--alias", " ")


@pytest.mark.parametrize("day", ["yesterday", "2022-13-01", "2022-02-30", "20220115", "2022-1-5"])
def test_a_malformed_day_is_refused_with_the_form_it_needs(run: Run, day: str) -> None:
    assert "YYYY-MM-DD" in refused(run, "Acme", "--as-of", day)


@pytest.mark.parametrize("threshold", ["0", "-1", "1.01", "85", "nan", "inf", "high"])
def test_a_threshold_outside_the_scale_is_refused(run: Run, threshold: str) -> None:
    assert "--threshold" in refused(run, "Acme", "--threshold", threshold)


def test_an_unknown_format_is_refused_with_the_known_ones(run: Run) -> None:
    assert "choose table, json, jsonl, csv, markdown" in refused(run, "Acme", "--format", "yaml")


def test_a_near_miss_of_a_format_is_hinted_at(run: Run) -> None:
    assert "did you mean `json`?" in refused(run, "Acme", "--format", "JSON")


def test_an_unknown_kind_is_refused(run: Run) -> None:
    assert "organization" in refused(run, "Acme", "--kind", "company")


def test_an_unknown_activity_is_refused(run: Run) -> None:
    assert "unknown activity `dance`" in refused(run, "Acme", "--activity", "buy,dance")


def test_an_unknown_country_is_refused(run: Run) -> None:
    assert "unknown country" in refused(run, "Acme", "--country", "Ruritania")


@pytest.mark.parametrize("born", ["64", "1964-5", "May 1964", "1964/"])
def test_a_malformed_birth_date_is_refused(run: Run, born: str) -> None:
    assert "--born" in refused(run, "Acme", "--born", born)


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_shows_nothing_is_refused(run: Run, limit: str) -> None:
    assert "--limit" in refused(run, "Acme", "--limit", limit)


def test_a_negative_age_is_refused(run: Run) -> None:
    assert "--max-age" in refused(run, "Acme", "--max-age", "-1")


@pytest.mark.parametrize("lists", ["", " ", ",,"])
def test_an_empty_choice_of_lists_is_refused(run: Run, lists: str) -> None:
    assert "names no list" in refused(run, "Acme", "--lists", lists)


@pytest.mark.parametrize("born", ["1964-13", "1964-02-30", "0000", "1970/1960", "1964-1"])
def test_a_birth_date_that_no_calendar_has_is_refused(run: Run, born: str) -> None:
    assert "`--born` is not a date" in refused(run, "Acme", "--born", born)


def test_a_file_ending_that_promises_another_format_is_refused(run: Run) -> None:
    assert "ends in `.xlsx`" in refused(run, "Acme", "-o", "report.xlsx")


def test_an_output_without_a_name_is_refused(run: Run) -> None:
    assert "`--output` names no file" in refused(run, "Acme", "-o", "")
