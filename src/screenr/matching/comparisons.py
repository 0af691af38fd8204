"""One reading compared with many: what several parties are named alike is compared once."""

from screenr.matching.compare import Candidate, compare_readings
from screenr.matching.once import once
from screenr.matching.prepared import Prepared
from screenr.models.designation import Kind


class Comparisons:
    """The comparisons of a reading of a counterparty's name, of which its kind is known or not."""

    def __init__(self, query: Prepared, query_kind: Kind | None) -> None:
        self._query, self._query_kind = query, query_kind
        self._known: dict[tuple[Prepared, int], tuple[float, Candidate | None]] = {}

    def best_with(
        self, listed: Prepared, *, kinds: int, floor: float, is_bounded: bool = True
    ) -> Candidate | None:
        """`compare_readings`, which need not be asked again but under a lower floor.

        Of a listed name that is not bounded all words are asked whether they meet.
        """
        known = self._known.get((listed, kinds))
        if known is None or known[0] > floor:
            query = self._query if is_bounded else self._asking_all
            found = compare_readings(
                query, listed, kinds=kinds, query_kind=self._query_kind, floor=floor
            )
            known = self._known[listed, kinds] = floor, found
        return known[1]

    @once
    def _asking_all(self) -> Prepared:
        return self._query.asking_all()
