"""What can be counted: sources of rows, what they are parted by, and the measures that count them.

A figure and the list of what it counts are asked with the same words of SQL, so that they cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def steps_of(moment: str) -> dict[str, str]:
    """Return the keys by which rows are parted over time, as ``steps.key_of`` writes them."""
    return {
        "week": f"date(substr({moment}, 1, 10), 'weekday 0', '-6 days')",
        "month": f"substr({moment}, 1, 7)",
        "quarter": f"substr({moment}, 1, 4) || '-Q' || ((CAST(substr({moment}, 6, 2) AS INTEGER) + 2) / 3)",
        "year": f"substr({moment}, 1, 4)",
    }


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Rows that fit ``when``; what is counted is ``value`` added up, or else how many ``different`` there are."""

    when: str = "1"
    value: str = "1"
    different: str = ""

    def sql(self) -> str:
        """Return the words that count."""
        if self.different:
            return f"count(DISTINCT CASE WHEN {self.when} THEN {self.different} END)"
        return f"coalesce(sum(CASE WHEN {self.when} THEN {self.value} END), 0)"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Rows of one kind in a period: ``rows`` is FROM and WHERE, with ``:first`` and ``:before`` as ISO days.

    ``shown`` are the words of what a row opens: the subject of its entries, a code, a name, what it was, when, and the
    dossier's id (empty without one). ``keys`` are what rows may be parted and narrowed by; every source has ``desk``.
    ``opens`` is False where rows must stay unseen, as answers given in confidence.
    """

    rows: str
    shown: tuple[str, str, str, str, str, str]
    keys: Mapping[str, str]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    opens: bool = True

    def measure(self, name: str) -> Measure:
        """Return the measure of that name; ``all`` is every row."""
        return Measure() if name == "all" else self.measures[name]
