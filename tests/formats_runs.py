"""Runs for tests of the formats of rows."""

import factory

from screenr.models.run import Run


def run(*columns: str) -> Run:
    report = factory.report()
    return Run(
        as_of=report.as_of,
        policy=report.policy,
        threshold=report.threshold,
        lists=report.lists,
        columns=columns,
        source="vendors.csv",
    )
