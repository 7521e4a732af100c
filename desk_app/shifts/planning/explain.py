"""Why each was chosen, and what could not be met and why, in words for the office."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder, Share
from desk_app.shifts.planning.eligible import Availability, Kind
from desk_app.shifts.planning.problem import TURN, Turn
from desk_app.shifts.words import turns as spoken_turns
from desk_app.shifts.words import weekday

_COUNTED: Mapping[Kind, str] = {
    "absent": "vắng có báo trước",
    "weekday": "không đến được ngày này",
    "skill": "chưa có kỹ năng cần",
    "few": "không đủ người",
    "inactive": "không còn tham gia",
}


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is known of one choice: who could take the turn, and the numbers of whoever took it."""

    turn: Turn
    holder: Holder
    able: Sequence[Holder]
    share: Share
    last_on: date | None
    turns_so_far: int


def why_chosen(chosen: Chosen, book: ShiftBook) -> str:
    """Return why this holder: what its organisation owes, how many could have come, when the person last came."""
    share, able = chosen.share, len({each.organisation for each in chosen.able})
    owes = share.carried + share.owed
    words = f"{book.get_organisation(share.organisation).spoken}: phần phải trực tháng này {spoken_turns(owes)} lượt"
    if share.carried:
        words += f" ({_carried(share.carried)})"
    words += f", được xếp {spoken_turns(share.planned)}; {able} tổ chức đến được ngày này"
    if chosen.holder.member:
        words += f". {book.name_of(chosen.holder.organisation, chosen.holder.member)}: lượt thứ {chosen.turns_so_far} trong tháng"
    last = f", lần trước {spoken_day(chosen.last_on)}" if chosen.last_on is not None else ", chưa trực lần nào"
    return f"{words}{last}."


def why_empty(turn: Turn, availability: Availability, out: Mapping[Holder, str]) -> str:
    """Return why nobody takes a turn: how many are away, cannot come, lack the skill, or are on duty already that day."""
    counted: Counter[str] = Counter()
    asked = availability.holders(turn.pattern, turn.on)
    if not asked:
        return "Chưa kê tổ chức nào luân phiên ở đây."
    for holder in asked:
        blocked = availability.blocked(holder, turn.on, turn.pattern, turn.skills[0])
        if blocked is not None:
            counted[_COUNTED.get(blocked.kind, blocked.words)] += 1
        else:
            counted["đã có ca khác trong ngày" if holder in out else "không đủ người"] += 1
    parts = [f"{count} {words}" for words, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
    what = "tổ chức" if all(not each.member for each in asked) else "người"
    return f"Không còn ai: trong {len(asked)} {what} được hỏi, {'; '.join(parts)}."


def unmet_turn(turn: Turn, place: str, why: str) -> str:
    """Return the line that says which turn nobody takes."""
    seats = "cả ca" if turn.together else f"chỗ {turn.seats[0].rpartition('/')[2]}"
    return f"{weekday(turn.on)} {spoken_day(turn.on)}, {place}, {seats}: {why}"


def uneven(shares: Sequence[Share], days: Mapping[str, int], all_days: int, book: ShiftBook) -> tuple[str, ...]:
    """Return whose debt after the plan is more than a turn beyond the least one, and how often they could come."""
    if not shares:
        return ()
    left = {each.organisation: each.carried + each.owed - each.planned for each in shares}
    least = min(left.values())
    return tuple(
        f"{book.get_organisation(id_).name} còn thiếu {spoken_turns(owes)} lượt: chỉ đến được {days.get(id_, 0)} "
        f"trong {all_days} ngày trực của tháng."
        for id_, owes in sorted(left.items(), key=lambda pair: (-pair[1], pair[0]))
        if owes - least > TURN
    )


def _carried(hundredths: int) -> str:
    if hundredths > 0:
        return f"kể cả {spoken_turns(hundredths)} còn thiếu từ trước"
    return f"đã trừ {spoken_turns(-hundredths)} trực thêm từ trước"
