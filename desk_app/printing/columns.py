"""How wide the columns of a table are, on every medium."""

from collections.abc import Sequence

from desk_app.kernel.errors import InvalidInput


def column_widths(shares: Sequence[int], longest_words: Sequence[float], width: float, *, least: float) -> list[float]:
    """Return widths that add up to ``width``: first room for each column's longest word, then the rest by ``shares``.

    When the longest words do not fit beside each other they get broken, but no column is narrower than ``least``, which
    holds one letter. Raise ``InvalidInput`` when not even that fits.
    """
    needed = list(longest_words) if sum(longest_words) <= width else [least] * len(shares)
    if sum(needed) > width:
        raise InvalidInput("printing.table", "Bảng có quá nhiều cột so với khổ giấy.", "In khổ giấy lớn hơn.")
    fair = [width * share / sum(shares) for share in shares]
    missing = sum(max(need - own, 0) for own, need in zip(fair, needed, strict=True))
    spare = sum(max(own - need, 0) for own, need in zip(fair, needed, strict=True))
    # Columns that have more than they need give to those that have less, each in proportion to what it can spare.
    given = missing / spare if spare else 0
    return [need if need > own else own - (own - need) * given for own, need in zip(fair, needed, strict=True)]
