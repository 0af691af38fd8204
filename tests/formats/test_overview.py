"""What the head of a document counts."""

import factory

from screenr.formats.overview import KEPT, Overview
from screenr.models.counterparty import RowError
from screenr.models.finding import Effect, Finding


def test_a_counterparty_counts_once_for_a_list_however_many_of_its_parties_it_meets() -> None:
    counted = Overview()

    counted.add(factory.hit(factory.match(), factory.match(designation_id="us-test-list:18")))

    assert counted.by_list() == [("Test List", 1)]


def test_a_counterparty_counts_by_the_strictest_status_of_an_activity() -> None:
    strict = Effect(
        activity="export_reexport_transfer",
        status="prohibited",
        scope="",
        authority="",
        since=None,
        until=None,
    )
    counted = Overview()

    counted.add(factory.hit(factory.match(), factory.match(effects=(strict,))))

    assert counted.by_effect() == [("export_reexport_transfer", [("prohibited", 1)])]


def test_rows_counted_apart_come_to_the_same() -> None:
    whole, first, second = Overview(), Overview(), Overview()
    read = (factory.hit(), factory.clear(), factory.unscreened())
    outcomes: tuple[Finding | RowError, ...] = (*read, RowError(5, "empty"))
    for at, outcome in enumerate(outcomes):
        whole.add(outcome)
        (first, second)[at // 2].add(outcome)

    first.merge(second)

    assert first == whole


def test_of_many_rows_not_screened_the_first_are_named_and_all_counted() -> None:
    counted = Overview()
    for row in range(KEPT + 5):
        counted.add(RowError(row, "the name is empty"))

    assert counted.statuses["error"] == KEPT + 5
    assert [each.ref for each in counted.unscreened] == [f"{row}" for row in range(KEPT)]
