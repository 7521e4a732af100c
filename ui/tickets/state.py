"""What the page of queue tickets shows, and what it allows: plain values, no window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.tickets.calling import LineWaiting, UnprintedSlip
from desk_app.tickets.counter import Counter
from desk_app.tickets.moves import allows
from desk_app.tickets.ticket import OPEN, State, Ticket
from desk_app.tickets.times import Figures, wait_s
from ui.tickets.rows import PRIORITY_WORDS, Row, minutes_words, place_of, row_of

TO_FIELD, TO_COUNTER = "field:", "counter:"
_MOST_NAMED = 4


@dataclass(frozen=True, kw_only=True)
class Hand:
    """The number at this counter: what is shown of it, and which moves it allows."""

    ticket: str
    number: str
    field: str
    words: str
    may_call_again: bool
    may_skip: bool
    may_begin: bool


@dataclass(frozen=True, kw_only=True)
class TakeKey:
    """One field's key: the letter of its numbers, and how many wait there."""

    field: str
    letter: str
    waiting: str


@dataclass(frozen=True, kw_only=True)
class Queue:
    """The whole page."""

    counter: Counter
    hand: Hand | None
    rows: tuple[Row, ...]
    keys: tuple[TakeKey, ...]
    figures: str
    waiting_for_me: int
    known_counters: tuple[str, ...]
    unprinted: str

    @property
    def next_words(self) -> str:
        """Return what stands where no number is in hand."""
        if self.waiting_for_me:
            return _("{count} người đang chờ quầy này. F6: gọi số tiếp.").format(count=quantity(self.waiting_for_me))
        return _("Không có ai chờ quầy này.")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the desk knows of the queue at one moment."""

    counter: Counter
    next: Ticket | None
    in_hand: Ticket | None
    tickets: tuple[Ticket, ...]
    lines: tuple[LineWaiting, ...]
    day: Figures
    waiting_for_me: int
    slips: tuple[UnprintedSlip, ...]
    now: datetime


def queue_of(seen: Seen) -> Queue:
    """Return the page."""
    slips = {slip.ticket: slip for slip in seen.slips}
    held = seen.in_hand.id if seen.in_hand is not None else ""
    left = [each for each in seen.tickets if each.state in OPEN and each.id != held]
    upcoming = seen.next.id if seen.next is not None else ""
    rows = tuple(
        row_of(each, slips.get(each.id), seen.now, is_next=each.id == upcoming) for each in sorted(left, key=place_of)
    )
    counters = {each.counter for each in seen.tickets if each.counter} - {seen.counter.name}
    troubled = [row.number for row in rows if row.slip]
    return Queue(
        counter=seen.counter,
        hand=None if seen.in_hand is None else hand_of(seen.in_hand, seen.now),
        rows=rows,
        keys=tuple(TakeKey(field=line.field, letter=line.letter, waiting=_waiting(line)) for line in seen.lines),
        figures=figure_words(seen.day),
        waiting_for_me=seen.waiting_for_me,
        known_counters=tuple(sorted(counters)),
        unprinted=_unprinted(troubled),
    )


def hand_of(ticket: Ticket, now: datetime) -> Hand:
    """Return the number in hand as it is shown."""
    parts = [_("đang phục vụ") if ticket.state is State.SERVING else _called(ticket.times_called)]
    parts.append(_("đã chờ {minutes}").format(minutes=minutes_words(wait_s(ticket, now))))
    if ticket.priority:
        parts.append(_("ưu tiên: {reason}").format(reason=PRIORITY_WORDS[ticket.priority].lower()))
    if ticket.dossiers:
        parts.append(_("đã nhận {count} hồ sơ").format(count=quantity(len(ticket.dossiers))))
    return Hand(
        ticket=ticket.id,
        number=ticket.text,
        field=ticket.field,
        words=" · ".join(parts),
        may_call_again=allows(ticket.state, "call_again"),
        may_skip=allows(ticket.state, "skip"),
        may_begin=allows(ticket.state, "begin"),
    )


def transfer_choices(queue: Queue) -> tuple[tuple[str, str], ...]:
    """Return where the number in hand may be sent: the other fields, then the other counters of today."""
    here = queue.hand.field if queue.hand is not None else ""
    fields = [(f"{TO_FIELD}{key.field}", key.field) for key in queue.keys if key.field != here]
    return (*fields, *((f"{TO_COUNTER}{name}", name) for name in queue.known_counters))


def figure_words(day: Figures) -> str:
    """Return the day in one line."""
    parts = [_("Hôm nay: {count} số").format(count=quantity(day.taken))]
    for words, count in (
        (_("đang chờ {count}"), day.waiting),
        (_("đã xong {count}"), day.served),
        (_("vắng {count}"), day.absent),
    ):
        parts.append(words.format(count=quantity(count)))
    if day.median_wait_s is not None and day.p90_wait_s is not None:
        parts.append(_("một nửa chờ dưới {minutes}").format(minutes=minutes_words(day.median_wait_s)))
        parts.append(_("9 trong 10 người chờ dưới {minutes}").format(minutes=minutes_words(day.p90_wait_s)))
    if day.longest_wait_s is not None:
        parts.append(_("chờ lâu nhất lúc này {minutes}").format(minutes=minutes_words(day.longest_wait_s)))
    return " · ".join(parts)


def counter_words(counter: Counter) -> str:
    """Return the counter with the fields it serves."""
    served = ", ".join(counter.fields) if counter.fields else _("mọi lĩnh vực")
    return _("{counter} – {fields}").format(counter=counter.name, fields=served)


def _waiting(line: LineWaiting) -> str:
    return _("{count} người chờ").format(count=quantity(line.count)) if line.count else _("chưa ai chờ")


def _called(times: int) -> str:
    return _("đã gọi {count} lần").format(count=quantity(times)) if times > 1 else _("đã gọi")


def _unprinted(numbers: Sequence[str]) -> str:
    if not numbers:
        return ""
    shown = ", ".join(numbers[:_MOST_NAMED])
    if len(numbers) > _MOST_NAMED:
        more = quantity(len(numbers) - _MOST_NAMED)
        shown = _("{numbers} và {count} phiếu nữa").format(numbers=shown, count=more)
    return _("Phiếu chưa ra giấy: {numbers}. Số vẫn còn trong hàng chờ; xem Hàng đợi in (F9).").format(numbers=shown)
