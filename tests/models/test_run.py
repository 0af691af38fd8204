"""A count of rows that can be added up and written down."""

import json

import factory

from screenr.models.counterparty import RowError
from screenr.models.row import Row, Screened
from screenr.models.run import Tally


def tally_of(*rows: Screened) -> Tally:
    tally = Tally()
    for each in rows:
        tally.add(each)
    return tally


HIT = Screened(Row(2, ["Acme"]), factory.hit(), "a note")
CLEAR = Screened(Row(3, ["Bakery"]), factory.clear())
UNREAD = Screened(Row(4, [""]), RowError(4, "the name is empty"))
UNSCREENED = Screened(Row(5, ["???"]), factory.unscreened())


def test_each_row_is_counted_once() -> None:
    tally = tally_of(HIT, CLEAR, UNREAD, UNSCREENED)

    assert (tally.rows, tally.hits, tally.clear, tally.errors) == (4, 1, 1, 2)
    assert tally.screened == 2
    assert tally.by_list == {"us-test-list": 1}


def test_a_row_that_meets_a_list_twice_counts_once_for_it() -> None:
    twice = factory.hit(factory.match(), factory.match(designation_id="us-test-list:18"))

    assert tally_of(Screened(Row(2, ["Acme"]), twice)).by_list == {"us-test-list": 1}


def test_reasons_keep_the_first_lines() -> None:
    rows = [Screened(Row(line, [""]), RowError(line, "empty")) for line in range(2, 9)]

    (reason,) = tally_of(*rows).reasons.values()

    assert (reason.count, reason.lines) == (7, [2, 3, 4])


def test_counts_of_parts_add_up_to_the_count_of_the_whole() -> None:
    merged = tally_of(HIT, UNREAD)
    merged.merge(tally_of(CLEAR, UNSCREENED, UNREAD))

    assert merged == tally_of(HIT, UNREAD, CLEAR, UNSCREENED, UNREAD)


def test_a_count_can_be_written_and_read() -> None:
    tally = tally_of(HIT, CLEAR, UNREAD)

    assert Tally.of_record(json.loads(json.dumps(tally.record()))) == tally


def test_a_thousand_kinds_of_notes_are_not_kept() -> None:
    rows = [
        Screened(Row(line, ["Bakery"]), factory.clear(), f"country not understood: {line}")
        for line in range(1_000)
    ]

    notes = tally_of(*rows).notes

    assert len(notes) == 51
    assert sum(each.count for each in notes.values()) == 1_000
