"""One reading compared with many: what several parties are named alike is compared once."""

from screenr.matching.compare import Candidate, compare_readings
from screenr.matching.prepared import Prepared
from screenr.models.designation import Kind


class Comparisons:
    """The comparisons of a reading of a counterparty's name, of which its kind is known or not."""

    def __init__(self, query: Prepared, query_kind: Kind | None) -> None:
        self._query, self._query_kind = query, query_kind
        self._known: dict[tuple[Prepared, int], tuple[float, Candidate | None]] = {}

    def best_with(self, listed: Prepared, *, kinds: int, floor: float) -> Candidate | None:
        """`compare_readings`, which need not be asked again but under a lower floor."""
        known = self._known.get((listed, kinds))
        if known is None or known[0] > floor:
            found = compare_readings(
                self._query, listed, kinds=kinds, query_kind=self._query_kind, floor=floor
            )
            known = self._known[listed, kinds] = floor, found
        return known[1]
