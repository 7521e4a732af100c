"""What the planner is asked for a month, as journal, book, calendar and ledger have it now."""

from collections.abc import Mapping
from datetime import date, timedelta

from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.days import first_of_next, month_days
from desk_app.shifts.planning.problem import Problem, Standing, Turn, turns_of
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY, Edition, Roster, Seat
from desk_app.shifts.rosters import roster_in, subject_of
from desk_app.shifts.tables import ledger, queries
from desk_app.storage.engine import Database

HOLIDAY_SETTING = "shift_holiday"
HOLIDAY_MOVES = "ngày làm việc kế tiếp"
_LONGEST_MOVE = timedelta(days=14)


def problem_of(room: Shifts, db: Database, month: date, *, anew: bool) -> Problem:
    """Return the question of a month; ``anew``: whoever holds a seat already has no claim to it.

    What lies in the past and what is pinned is fixed. A day that has passed and was never planned is nobody's.
    """
    book, subject = room.book.get(db), subject_of(room, db, month)
    roster = roster_in(room, db, subject)
    moves = room.office.book.get(db).setting_on(HOLIDAY_SETTING, month) == HOLIDAY_MOVES
    patterns = [each for each in book.patterns if _open(book, each.place, month)]
    found = month_days(patterns, month, room.working_time.calendar.get(db), moves=moves)
    today = room.journal.time.now().date()
    off = {seat.shift for seat in _seats(roster.issued) if seat.called_off} if roster is not None else set()
    fixed = _fixed(roster, today)
    turns = tuple(
        turn
        for turn in turns_of(found.days)
        if turn.shift not in off and (turn.on >= today or any(seat in fixed for seat in turn.seats))
    )
    return Problem(
        month=month,
        book=book,
        turns=turns,
        moved=found.moved,
        standing=standing_before(db, book, month, subject=subject, roster=roster),
        fixed=fixed,
        kept={} if anew else _kept(roster, turns),
    )


def standing_before(
    db: Database, book: ShiftBook, month: date, *, subject: str = "", roster: Roster | None = None
) -> Standing:
    """Return who owes how much at the beginning of a month, and who is out in it by other rosters.

    Whoever cancelled a seat of this month is out on that day: they said they cannot come.
    """
    owed, owed_own = ledger.owed_before(db, month)
    done, done_own = ledger.done_before(db, month)
    last = first_of_next(month) + _LONGEST_MOVE
    away = {(seat.on, seat.cancelled_by) for seat in _seats(roster.issued)} if roster is not None else set()
    out = queries.out_between(db, month, last, besides=subject)
    return Standing(
        organisations=_levelled(_difference(owed, done)),
        members=_levelled_within(_difference(owed_own, done_own), book),
        last_on=ledger.last_before(db, month),
        place_on=ledger.last_at_places(db, month),
        busy=frozenset((on, holder) for on, holder in out | away if holder != NOBODY and holder.member),
    )


def _fixed(roster: Roster | None, today: date) -> dict[str, tuple[Holder, str]]:
    if roster is None:
        return {}
    found = {
        seat.id: (seat.holder, seat.why or "Ngày đã qua.")
        for seat in _seats(roster.issued)
        if seat.on < today or seat.attendance is not None
    }
    for pin in roster.pins:
        reason = f"Được ghim: {pin.reason}." if pin.reason else "Được ghim."
        found.setdefault(pin.seat, (pin.holder, reason))
    return found


def _kept(roster: Roster | None, turns: tuple[Turn, ...]) -> dict[str, Holder]:
    """Return who holds which seat now: by the draft while it knows of every change, else by what was issued."""
    if roster is None:
        return {}
    draft, issued = roster.draft, roster.issued
    base = draft if draft is not None and (issued is None or draft.after == roster.changes) else issued
    wanted = {seat for turn in turns for seat in turn.seats}
    return {seat.id: seat.holder for seat in _seats(base) if seat.id in wanted and seat.holder != NOBODY}


def _seats(edition: Edition | None) -> tuple[Seat, ...]:
    return tuple(edition.seats.values()) if edition is not None else ()


def _open(book: ShiftBook, place: str, month: date) -> bool:
    found = book.find_place(place)
    return found is not None and (found.active_to is None or found.active_to >= month)


def _difference(owed: Mapping[str, int], done: Mapping[str, int]) -> dict[str, int]:
    return {key: owed.get(key, 0) - done.get(key, 0) for key in {*owed, *done}}


def _levelled(credit: Mapping[str, int]) -> dict[str, int]:
    """Return debts measured from their mean, so that whoever is new begins where the others stand."""
    if not credit:
        return {}
    mean = round(sum(credit.values()) / len(credit))
    return {key: value - mean for key, value in credit.items()}


def _levelled_within(credit: Mapping[str, int], book: ShiftBook) -> dict[str, int]:
    """Return people's debts, each measured from the mean of their organisation."""
    found: dict[str, int] = {}
    for organisation in book.organisations:
        own = {each.id: credit[each.id] for each in book.members_of(organisation.id) if each.id in credit}
        found.update(_levelled(own))
    return found
