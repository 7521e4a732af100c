"""Whether a seat may go to somebody: the same rules by which the planner chooses, said as a refusal."""

from collections.abc import Iterable

from desk_app.kernel.errors import Refused
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import Pattern, ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.roster import Seat


def blocked_words(book: ShiftBook, seat: Seat, holder: Holder, availability: Availability | None = None) -> str:
    """Return why a holder may not take a seat, as words that follow their name; empty when they may."""
    pattern = book.find_pattern(seat.shift.partition("/")[0]) or _bare_pattern(seat)
    # An organisation may promise a seat that needs a skill: whom it sends is checked when it names them.
    skill = seat.skill if holder.member else ""
    blocked = (availability or Availability(book)).blocked(holder, seat.on, pattern, skill)
    return blocked.words if blocked is not None else ""


def require_fit(book: ShiftBook, seat: Seat, holder: Holder) -> None:
    """Raise ``Refused``, saying why, when a holder may not take a seat."""
    words = blocked_words(book, seat, holder)
    if words:
        name = book.name_of(holder.organisation, holder.member) or "Người này"
        raise Refused(
            "shifts.cannot_come",
            f"{name} không nhận được chỗ trực ngày {spoken_day(seat.on)}: {words}.",
            "Hãy chọn người khác; chương trình có gợi ý người thay.",
        )


def require_once(book: ShiftBook, out: Iterable[Seat], holder: Holder, seat: Seat) -> None:
    """Raise ``Refused`` when a holder is on duty elsewhere that day; ``out`` are the other seats held on it.

    An organisation that names nobody may man as many shifts a day as it can send people to.
    """
    elsewhere = {each.shift: each for each in out if each.holder == holder and each.id != seat.id}
    if not holder.member:
        elsewhere.pop(seat.shift, None)
        organisation = book.find_organisation(holder.organisation)
        if organisation is None or len(elsewhere) < organisation.sends:
            return
    if not elsewhere:
        return
    place = book.find_place(next(iter(elsewhere.values())).place)
    raise Refused(
        "shifts.twice_a_day",
        f"{book.name_of(holder.organisation, holder.member)} đã trực ngày {spoken_day(seat.on)} ở "
        f"{place.name if place is not None else 'điểm khác'}.",
        "Không trực hai chỗ trong một ngày. Hãy chọn người khác.",
    )


def _bare_pattern(seat: Seat) -> Pattern:
    """Return a pattern for a seat that was imported without one: anybody may take it."""
    return Pattern(
        id="",
        place=seat.place,
        name="",
        weekdays=(seat.on.weekday(),),
        starts=seat.starts,
        ends=seat.ends,
        valid_from=seat.on,
    )
