"""The largest matching of a few rows with a few columns (Kuhn): who sits where when each can sit only on some places."""

from collections.abc import Sequence


def matched(fit: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return for as many rows as possible the column that each gets; ``fit`` lists a row's columns, the dearest first.

    An earlier row keeps a column once it has one, though perhaps another than its dearest.
    """
    row_of: dict[int, int] = {}

    def seat(row: int, tried: set[int]) -> bool:
        for column in fit[row]:
            if column in tried:
                continue
            tried.add(column)
            if column not in row_of or seat(row_of[column], tried):
                row_of[column] = row
                return True
        return False

    for row in range(len(fit)):
        seat(row, set())
    return {row: column for column, row in sorted(row_of.items(), key=lambda pair: pair[1])}
