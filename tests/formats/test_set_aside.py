"""What a contradiction kept from being a match, as it is told."""

import factory

from screenr.formats.set_aside import note_of, set_aside, set_aside_note
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.finding import Finding, Match
from screenr.models.row import Row, Screened


def several(count: int) -> list[Match]:
    return [factory.lowered(designation_id=f"us-test-list:n{at}") for at in range(count)]


def said(finding: Finding, **view: bool | int) -> list[str]:
    return [each.said for each in set_aside(finding, View(**view))]  # type: ignore[arg-type]


def test_one_line_says_who_was_met_how_nearly_and_what_contradicts() -> None:
    assert said(factory.clear("Ivan", factory.lowered())) == [
        "Set aside: IVANOV, Ivan (us-test-list:21) 0.72: born 1950, the counterparty 1987"
    ]


def test_another_name_of_the_party_that_was_met_is_said() -> None:
    (line,) = said(factory.clear("Ivan", factory.lowered(matched_name="Vanya IVANOV")))

    assert "IVANOV, Ivan (us-test-list:21, met as Vanya IVANOV)" in line


def test_the_evidence_is_there_where_it_was_asked_for() -> None:
    finding = factory.clear("Ivan", factory.lowered())
    (quiet,) = set_aside(finding, View())
    (explained,) = set_aside(finding, View(explain=True))

    assert quiet.evidence == ()
    assert explained.evidence[-1] == "-0.15 born: 1987 ~ 1950 (not the same)"


def test_of_many_the_best_are_told_and_the_rest_counted() -> None:
    lines = said(factory.clear("Ivan", *several(12)))

    assert len(lines) == 11
    assert lines[-1] == "Set aside: 2 more (--limit N shows N of them)"


def test_an_explanation_leaves_none_out() -> None:
    assert len(said(factory.clear("Ivan", *several(12)), explain=True)) == 12


def test_the_limit_holds_for_them_too() -> None:
    assert len(said(factory.clear("Ivan", *several(12)), limit=1, explain=True)) == 2


def test_a_cell_tells_the_best_and_counts_the_rest() -> None:
    note = set_aside_note(factory.clear("Ivan", *several(5)))

    assert note.count("set aside: ") == 3
    assert note.endswith("; 2 more set aside")


def test_a_row_without_any_keeps_its_note() -> None:
    assert note_of(Screened(Row(2, ["Bakery"]), factory.clear(), "a note")) == "a note"
    assert note_of(Screened(Row(2, [""]), RowError(2, "the name is empty"), "a note")) == "a note"
