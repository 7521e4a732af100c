"""A table that ends a document, and the signature below it: at least two rows stand with the signature."""

from typing import Any

from reportlab.platypus import Flowable

_ROWS_WITH_SIGNATURE = 2
# No page holds so many rows, however small the letters.
_MORE_THAN_A_PAGE = 100
_ENDLESS = 1e6
_GAP = 12.0


class SignedTable(Flowable):
    """Table and foot as one; where a page is too short for both, rows go over with the foot, under their heads."""

    def __init__(self, table: Any, foot: Flowable) -> None:
        super().__init__()
        self._table = table
        self._foot = foot
        self._is_long = len(table._cellvalues) > _MORE_THAN_A_PAGE
        # A short table is measured to its last row; of a long one reportlab measures what the page at hand holds.
        table._longTableOptimize = int(self._is_long)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's own names)
        """Return the width and the height of both."""
        width, self._above = self._table.wrap(aW, aH)
        self._below = self._foot.wrap(aW, aH)[1]
        return width, _ENDLESS if self._is_long else self._above + _GAP + self._below

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Return the rows that fit above, and the rest with the foot; nothing when the next page holds both better."""
        room = aH if self._is_long else min(aH, self._above - sum(self._table._rowHeights[-_ROWS_WITH_SIGNATURE:]))
        parts = self._table.split(aW, room) if room > 0 else []
        return [parts[0], SignedTable(parts[1], self._foot)] if len(parts) == 2 else []

    def draw(self) -> None:
        """Draw the table, and the foot under it."""
        self._foot.drawOn(self.canv, 0, 0)
        self._table.drawOn(self.canv, 0, self._below + _GAP)
