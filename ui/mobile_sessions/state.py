"""What the page of mobile sessions shows and allows, decided without a window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.lists import short_lack
from desk_app.mobile_sessions.matching import Why
from desk_app.mobile_sessions.progress import LackState, Progress
from desk_app.mobile_sessions.reading import LookAlike, SessionSeen
from desk_app.mobile_sessions.session import State, Tick
from ui.mobile_sessions.words import CANCEL
from ui.widgets.colours import COLOURS

Mark = tuple[str, str, str]
"""Words, a shape before them, and its colour."""
_WEEKDAYS = (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))
WHICH = (
    ("left", _("Còn thiếu")),
    ("begun", _("Đang làm")),
    ("done", _("Đã đủ")),
    ("ended", _("Thôi theo dõi")),
    ("all", _("Tất cả")),
    ("alike", _("Có thể trùng")),
)
_WHY: Mapping[Why | None, str] = {
    None: _("chắc chắn là một người"),
    "other_area": _("cùng tên, ngày sinh; khác địa bàn"),
    "no_birth": _("cùng tên, địa bàn; chưa rõ ngày sinh"),
    "name_slip": _("tên gần giống, cùng ngày sinh"),
    "number_slip": _("cùng tên, số lệch một chữ số"),
}


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """A session in the list; ``people`` counts who came of those asked."""

    id: str
    when: str
    place: str
    mark: Mark
    people: str


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A line of the screening list; ``other`` is the line that may mean the same person, empty elsewhere.

    ``remark`` says what is behind it, ``may_begin`` whether a dossier can be begun, ``came`` whether the person is here.
    """

    id: str
    name: str
    birth: str
    area: str
    lacks: str
    mark: Mark
    remark: str
    lacking: tuple[tuple[str, str], ...] = ()
    other: str = ""
    came: bool = False
    ended: bool = False

    @property
    def may_begin(self) -> bool:
        """Tell whether something lacks that nobody has begun."""
        return bool(self.lacking) and not self.ended


@dataclass(frozen=True, kw_only=True)
class KitRow:
    """One thing of the kit."""

    item: str
    out: str
    back: str

    @property
    def mark(self) -> Mark:
        """Return where the thing is."""
        if self.back:
            return self.item, "done", COLOURS.good
        return (self.item, "half", COLOURS.accent) if self.out else (self.item, "ring", COLOURS.soft_ink)


@dataclass(frozen=True, kw_only=True)
class RecordRow:
    """One line of the record; ``holds`` None where it is no sum."""

    words: str
    value: str
    holds: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One session in full; ``opened_here``: this desk sits there now."""

    id: str
    title: str
    state: State
    about: tuple[tuple[str, str], ...]
    people: tuple[PersonRow, ...]
    kit: tuple[KitRow, ...]
    record: tuple[RecordRow, ...]
    hours: str
    day: str
    staff: str
    procedures: str
    things: str
    note: str
    opened_here: bool
    is_today: bool
    trouble: str = ""
    later: str = ""
    cash: int = 0


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything the page shows; ``may_read`` is False for who may only enter people."""

    sessions: tuple[SessionRow, ...]
    detail: Detail | None
    people: tuple[PersonRow, ...]
    places: tuple[tuple[str, str], ...]
    areas: tuple[str, ...]
    total: int
    may_read: bool


def session_row(seen: SessionSeen) -> SessionRow:
    """Return when and where a session is, how many came, and how far it is."""
    plan = seen.session.plan
    return SessionRow(
        id=seen.session.id,
        when=f"{_WEEKDAYS[seen.session.on.weekday()]} {plan.starts_at:%d/%m %H:%M}",
        place=seen.place.place.name,
        mark=state_mark(seen),
        people=f"{quantity(seen.came)}/{quantity(seen.invited)}",
    )


def state_mark(seen: SessionSeen) -> Mark:
    """Return how far a session is, by a word and a shape."""
    session = seen.session
    if session.findings:
        return _("Cần xem lại"), "warning", COLOURS.warning
    if session.state is State.CANCELLED and session.cancelled is not None:
        return _("Hủy: {why}").format(why=dict(CANCEL)[session.cancelled.reason].lower()), "cross", COLOURS.soft_ink
    return {
        State.PLANNED: (_("Sắp tổ chức"), "ring", COLOURS.calm),
        State.OPEN: (_("Đang làm việc"), "half", COLOURS.accent),
        State.CLOSED: (_("Đã kết thúc"), "done", COLOURS.good),
        State.CANCELLED: (_("Đã hủy"), "cross", COLOURS.soft_ink),
    }[session.state]


def person_row(each: Progress, *, session: str = "") -> PersonRow:
    """Return a line as a row, as it stands with a session where one is named."""
    found, line = each.line.found, each.line
    visit = line.visit(session) if session else None
    came = visit is not None and visit.came_at is not None
    lacking = tuple(
        (one.lack.key, short_lack(one.lack.key, found.other)) for one in each.lacks if one.state is LackState.OPEN
    )
    return PersonRow(
        id=line.id,
        name=found.person.name,
        birth=shown_birth(found.person.birth_on),
        area=found.area,
        lacks=_lacks(each),
        mark=_person_mark(each, came=came),
        remark=_remark(each),
        lacking=lacking,
        came=came,
        ended=line.ended is not None,
    )


def pair_rows(pairs: Iterable[LookAlike]) -> tuple[PersonRow, ...]:
    """Return lines that may mean one person, each row the later line with the earlier one beside it."""
    rows = []
    for pair in pairs:
        known = person_row(pair.other)
        one = pair.one.line.found
        rows.append(
            PersonRow(
                id=known.id,
                name=f"{known.name}  ~  {one.person.name}",
                birth=f"{known.birth or '–'} / {shown_birth(one.person.birth_on) or '–'}",
                area=f"{known.area} / {one.area}",
                lacks=known.lacks,
                mark=(_WHY[pair.why], "question" if pair.why else "warning", COLOURS.warning),
                remark=f"{_remark(pair.other)}\n{_remark(pair.one)}",
                other=pair.one.line.id,
            )
        )
    return tuple(rows)


def kit_row(tick: Tick) -> KitRow:
    """Return a thing of the kit as a row."""
    return KitRow(item=tick.item, out=_clock(tick.out_at), back=_clock(tick.back_at))


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M}" if at is not None else ""


def _lacks(each: Progress) -> str:
    """Return what lacks, and behind it what a dossier is under way for."""
    found = each.line.found
    named = {
        state: ", ".join(short_lack(one.lack.key, found.other) for one in each.lacks if one.state is state)
        for state in (LackState.OPEN, LackState.BEGUN)
    }
    begun = _("đang làm: {papers}").format(papers=named[LackState.BEGUN]) if named[LackState.BEGUN] else ""
    return " · ".join(part for part in (named[LackState.OPEN], begun) if part)


def _person_mark(each: Progress, *, came: bool) -> Mark:
    if each.line.ended is not None:
        return _("Thôi theo dõi"), "cross", COLOURS.soft_ink
    if each.is_done:
        return _("Đã đủ giấy tờ"), "done", COLOURS.good
    if not each.is_left:
        return _("Đang làm hồ sơ"), "half", COLOURS.accent
    if any(one.state is not LackState.OPEN for one in each.lacks):
        return _("Làm được một phần"), "half", COLOURS.warning
    return (_("Đã đến, chưa làm"), "disc", COLOURS.warning) if came else (_("Chưa làm"), "ring", COLOURS.soft_ink)


def _remark(each: Progress) -> str:
    found, line = each.line.found, each.line
    parts = [
        found.person.address or found.area,
        found.person.phone or _("không có số điện thoại"),
        _("cha, mẹ, người giám hộ: {name}").format(name=found.guardian) if found.guardian else "",
        _("rà soát: {who}").format(who=found.told_by) if found.told_by else "",
        _("ghi ngày {day}").format(day=spoken_day(line.added_at.date())),
        ", ".join(one.code for one in each.dossiers),
        found.note,
    ]
    return " · ".join(part for part in parts if part)


def shown_birth(text: str) -> str:
    """Return a birth as people write it, ``05/03/1985``; a year alone as it is."""
    return "/".join(reversed(text.split("-"))) if text else ""
