"""What a run says when it is over."""

from screenr.cli.batch_summary import exit_code, summary
from screenr.models.run import Remark, Tally


def test_reasons_are_told_with_their_first_rows_most_frequent_first() -> None:
    tally = Tally(rows=9, errors=6, clear=3)
    tally.reasons = {"rare": Remark(1, [4]), "frequent": Remark(5, [2, 3, 7])}

    assert list(summary(tally)) == [
        "9 rows · 0 hits · 3 clear · 6 NOT SCREENED",
        "not screened: frequent (5 rows: 2, 3, 7, …)",
        "not screened: rare (row 4)",
    ]


def test_many_kinds_of_reasons_are_counted() -> None:
    tally = Tally(rows=7, errors=7, reasons={f"r{at}": Remark(1, [at]) for at in range(7)})

    assert list(summary(tally))[-1] == "not screened: 2 more kinds, which stand in their rows"


def test_hits_are_told_by_list() -> None:
    tally = Tally(rows=1_200, hits=1_200)
    tally.by_list.update({"us-b": 1_200, "us-a": 1})

    assert list(summary(tally))[1] == "hits by list: us-b 1,200, us-a 1"


def test_what_was_not_screened_outranks_a_hit() -> None:
    assert exit_code(Tally(rows=2, hits=1, errors=1), fail_on_hit=True) == 3
    assert exit_code(Tally(rows=1, hits=1), fail_on_hit=True) == 1
    assert exit_code(Tally(rows=1, hits=1), fail_on_hit=False) == 0
