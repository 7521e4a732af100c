"""Counting once for several tables: groups by every key that any of them needs, added up for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.reports.tables.counting import Counted


@dataclass(frozen=True, kw_only=True)
class Cube:
    """What each of ``measures`` counts in each group of ``keys``; measures of different things are none of them."""

    keys: tuple[str, ...]
    measures: tuple[str, ...]
    groups: Sequence[Counted]

    def answers(self, by: Sequence[str], measures: Sequence[str], equal: Mapping[str, str]) -> bool:
        """Tell whether a question can be answered from these groups."""
        return {*by, *equal} <= set(self.keys) and set(measures) <= set(self.measures)

    def counted(self, by: Sequence[str], measures: Sequence[str], equal: Mapping[str, str]) -> list[Counted]:
        """Return what ``counting.count`` would: the groups of ``by`` that fit ``equal``, added up."""
        wanted = [(self.keys.index(key), value) for key, value in equal.items()]
        places = [self.keys.index(key) for key in by]
        columns = [self.measures.index(name) for name in measures]
        sums: dict[tuple[str, ...], list[int]] = {} if by else {(): [0] * len(columns)}
        for keys, values in self.groups:
            if all(keys[place] == value for place, value in wanted):
                line = sums.setdefault(tuple(keys[place] for place in places), [0] * len(columns))
                for at, column in enumerate(columns):
                    line[at] += values[column]
        return [Counted(keys, tuple(values)) for keys, values in sums.items()]
