"""What everybody owes in a month: each turn is shared among those who could have taken it, by their weights."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.problem import TURN, Turn


def owed_by_organisation(open_to: Iterable[tuple[Turn, Sequence[Holder]]], book: ShiftBook) -> dict[str, int]:
    """Return hundredths owed by each organisation; in all exactly a turn for every turn that somebody could take."""
    shares: dict[str, Fraction] = {}
    for _turn, holders in open_to:
        weights = {each.organisation: book.get_organisation(each.organisation).weight for each in holders}
        whole = sum(weights.values())
        for organisation, weight in weights.items():
            part = Fraction(weight * TURN, whole) if whole else Fraction(TURN, len(weights))
            shares[organisation] = shares.get(organisation, Fraction()) + part
    return rounded(shares)


def owed_by_member(open_to: Iterable[tuple[Turn, Sequence[Holder]]], owed: Mapping[str, int]) -> dict[str, int]:
    """Return hundredths owed by each person: their organisation's, shared by how often each of its people could come."""
    times: dict[str, dict[str, int]] = {}
    for _turn, holders in open_to:
        for each in holders:
            if each.member:
                own = times.setdefault(each.organisation, {})
                own[each.member] = own.get(each.member, 0) + 1
    found: dict[str, int] = {}
    for organisation, own in times.items():
        whole, part = sum(own.values()), owed.get(organisation, 0)
        found.update(rounded({member: Fraction(part * count, whole) for member, count in own.items()}))
    return found


def rounded(shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Return the shares as whole numbers of the same sum (largest remainders first)."""
    floors = {key: share.numerator // share.denominator for key, share in shares.items()}
    missing = round(sum(shares.values(), Fraction())) - sum(floors.values())
    by_rest = sorted(shares, key=lambda key: (floors[key] - shares[key], key))
    for key in by_rest[:missing]:
        floors[key] += 1
    return floors
