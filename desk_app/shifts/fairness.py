"""Who owes how much: organisations and people, before and after a change."""

from collections.abc import Iterable, Mapping
from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.shifts.book import FULL_WEIGHT, ShiftBook
from desk_app.shifts.facts import MemberShare, PlannedSeat, Share
from desk_app.shifts.plan_month import Draft
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import Edition, Seat
from desk_app.shifts.rosters import roster_in, subject_of

_DONE = frozenset({"held", "came", "late"})


class FairnessLine(Record):
    """One organisation's part of a month in hundredths of a turn.

    ``carried`` is what it owed from before (negative: ahead), ``owed`` its fair part of this month, ``done`` what it does
    or did; ``credit`` is what is left: positive while it still owes.
    """

    organisation: str
    name: str
    short: str
    weight: int
    carried: int
    owed: int
    done: int
    credit: int


class MemberLine(Record):
    """One person's part of a month, as ``FairnessLine``."""

    member: str
    name: str
    organisation: str
    organisation_name: str
    carried: int
    owed: int
    done: int
    credit: int


class Fairness(Record):
    """A month before and after a change; each ``spread`` is the largest credit less the smallest, in hundredths."""

    month: date
    before: tuple[FairnessLine, ...]
    after: tuple[FairnessLine, ...]
    spread_before: int
    spread_after: int


def fairness_of(room: Shifts, month: date) -> Fairness:
    """Return what was issued for a month beside its draft; without a draft what was issued stands on both sides."""
    db, book = room.journal.reading(), room.present()
    roster = roster_in(room, db, subject_of(room, db, month))
    issued, latest = (roster.issued, roster.latest) if roster is not None else (None, None)
    before = lines_of(book, issued) if issued is not None else ()
    return _fairness(month, before, lines_of(book, latest) if latest is not None else ())


def fairness_of_draft(room: Shifts, draft: Draft) -> Fairness:
    """Return what stands now, draft or issued, beside a previewed plan."""
    db, book = room.journal.reading(), room.present()
    roster = roster_in(room, db, subject_of(room, db, draft.month))
    latest = roster.latest if roster is not None else None
    before = lines_of(book, latest) if latest is not None else ()
    return _fairness(draft.month, before, _lines(book, draft.shares, _done(draft.seats)))


def member_fairness(room: Shifts, month: date) -> tuple[MemberLine, ...]:
    """Return everybody's own part of a month, by organisation and name; nothing before the month is planned."""
    db, book = room.journal.reading(), room.present()
    roster = roster_in(room, db, subject_of(room, db, month))
    latest = roster.latest if roster is not None else None
    if latest is None:
        return ()
    done = _done_by(latest.seats.values(), by_member=True)
    lines = [_member_line(book, each, done.get(each.member, 0)) for each in latest.member_shares]
    return tuple(sorted(lines, key=lambda each: (collation_key(each.organisation_name), collation_key(each.name))))


def lines_of(book: ShiftBook, edition: Edition) -> tuple[FairnessLine, ...]:
    """Return every organisation's part of an edition as it stands, changes by hand counted; by name."""
    return _lines(book, edition.shares, _done_by(edition.seats.values(), by_member=False))


def spread_of(lines: Iterable[FairnessLine]) -> int:
    """Return the largest credit less the smallest, in hundredths; 0 of nothing."""
    credits_ = [each.credit for each in lines]
    return max(credits_) - min(credits_) if credits_ else 0


def _fairness(month: date, before: tuple[FairnessLine, ...], after: tuple[FairnessLine, ...]) -> Fairness:
    spreads = spread_of(before), spread_of(after)
    return Fairness(month=month, before=before, after=after, spread_before=spreads[0], spread_after=spreads[1])


def _lines(book: ShiftBook, shares: Iterable[Share], done: Mapping[str, int]) -> tuple[FairnessLine, ...]:
    by_id = {each.organisation: each for each in shares}
    for id_ in done:
        by_id.setdefault(id_, Share(organisation=id_, carried=0, owed=0, planned=0))
    lines = [_line(book, each, done.get(each.organisation, 0)) for each in by_id.values()]
    return tuple(sorted(lines, key=lambda each: (collation_key(each.name), each.organisation)))


def _line(book: ShiftBook, share: Share, done: int) -> FairnessLine:
    organisation = book.find_organisation(share.organisation)
    return FairnessLine(
        organisation=share.organisation,
        name=organisation.name if organisation is not None else "",
        short=organisation.spoken if organisation is not None else "",
        weight=organisation.weight if organisation is not None else FULL_WEIGHT,
        carried=share.carried,
        owed=share.owed,
        done=done,
        credit=share.carried + share.owed - done,
    )


def _member_line(book: ShiftBook, share: MemberShare, done: int) -> MemberLine:
    member = book.find_member(share.member)
    organisation = book.find_organisation(member.organisation) if member is not None else None
    return MemberLine(
        member=share.member,
        name=member.name if member is not None else "",
        organisation=organisation.id if organisation is not None else "",
        organisation_name=organisation.name if organisation is not None else "",
        carried=share.carried,
        owed=share.owed,
        done=done,
        credit=share.carried + share.owed - done,
    )


def _done(seats: Iterable[PlannedSeat]) -> dict[str, int]:
    found: dict[str, int] = {}
    for seat in seats:
        if seat.holder.organisation:
            found[seat.holder.organisation] = found.get(seat.holder.organisation, 0) + seat.hundredths
    return found


def _done_by(seats: Iterable[Seat], *, by_member: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for seat in seats:
        key = seat.holder.member if by_member else seat.holder.organisation
        if key and seat.state in _DONE:
            found[key] = found.get(key, 0) + seat.hundredths
    return found
