"""The day of a session: the kit goes out and comes back, a desk begins its work there and ends it."""

from datetime import datetime, timedelta

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.mobile_sessions import facts
from desk_app.mobile_sessions.facts import KitWay
from desk_app.mobile_sessions.named import session_in
from desk_app.mobile_sessions.planning import require_state
from desk_app.mobile_sessions.room import RUN, MobileSessions
from desk_app.mobile_sessions.session import State, Stint
from desk_app.mobile_sessions.tables import queries

_MOST_DONG = 1_000_000_000


def tick_kit(
    room: MobileSessions,
    *,
    by: str,
    session: str,
    items: tuple[str, ...],
    way: KitWay,
    ticked: bool = True,
    command_id: str,
) -> Written:
    """Tick things out or back, or take ticks away; what is ticked so already is not written again.

    Raises ``InvalidInput`` for a thing that is neither in the kit nor out, ``Refused`` when nothing would change.
    """

    def decide(writing: Writing) -> None:
        now = session_in(room, writing.db, session)
        kit = {each.item: each for each in now.kit}
        changing = []
        for item in dict.fromkeys(items):
            if item not in kit:
                raise InvalidInput("item", f"Danh mục dụng cụ không có «{item[:60]}».", "Thêm vào kế hoạch trước.")
            known = kit[item].out_at if way == "out" else kit[item].back_at
            if (known is not None) is not ticked:
                changing.append(item)
        if not changing:
            raise Refused("sessions.nothing_changed", "Các dụng cụ này đã ghi như vậy.", "Chưa ghi gì.")
        for item in changing:
            writing.add(session, facts.KitTicked(item=item, way=way, ticked=ticked, ticked_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def open_session(
    room: MobileSessions, *, by: str, session: str, opened_at: datetime | None = None, command_id: str
) -> Written:
    """Begin this desk's work at a session; from now on what it receives counts for it.

    Raises ``Refused`` for another day or a session called off, ``Conflict`` while this desk sits at another one.
    """

    def decide(writing: Writing) -> None:
        now, desk = session_in(room, writing.db, session), room.journal.desk_id
        require_state(now, (State.PLANNED, State.OPEN, State.CLOSED), "mở")
        at = _checked_moment(opened_at, writing.now, "opened_at")
        if at.date() != now.on:
            raise Refused(
                "sessions.other_day", f"Buổi này tổ chức ngày {spoken_day(now.on)}.", "Mở đúng ngày, hoặc dời buổi."
            )
        sits_at = queries.stint_of(writing.db, desk)
        if sits_at is not None:
            same = "buổi này" if sits_at == session else "buổi khác"
            raise Conflict("sessions.sits_already", f"Máy này đang mở {same}.", "Kết thúc buổi đang mở trước.")
        if any(each.desk == desk and each.closed_at is not None and at < each.closed_at for each in now.stints):
            raise InvalidInput("opened_at", "Giờ mở ở trong lần làm việc trước.", "Ghi giờ sau khi kết thúc lần trước.")
        # Whole seconds: a dossier received in this very second stands there with its second alone.
        writing.add(session, facts.SessionOpened(opened_at=at.replace(microsecond=0)))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def close_session(
    room: MobileSessions,
    *,
    by: str,
    session: str,
    cash: int | None = None,
    note: str = "",
    closed_at: datetime | None = None,
    command_id: str,
) -> Written:
    """End this desk's work at a session; ``cash`` is what lies in the box, in đồng, None when nobody counted.

    Raises ``Refused`` when this desk does not sit there, ``InvalidInput`` for the moment or the money.
    """
    words = checked_line(note, field="note", label="Ghi chú", longest=500)
    if cash is not None and not 0 <= cash <= _MOST_DONG:
        raise InvalidInput("cash", "Số tiền đếm được không đúng.", "Ghi số đồng, như 120000.")

    def decide(writing: Writing) -> None:
        now = session_in(room, writing.db, session)
        stint = now.open_stint(room.journal.desk_id)
        if stint is None:
            raise Refused(
                "sessions.not_open", "Máy này không mở buổi này.", "Mở buổi trước, hoặc kết thúc ở máy đã mở."
            )
        at = _checked_moment(closed_at, writing.now, "closed_at")
        _require_after(at, stint)
        writing.add(session, facts.SessionClosed(cash=cash, note=words, closed_at=at))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def _require_after(at: datetime, stint: Stint) -> None:
    if at < stint.opened_at:
        raise InvalidInput(
            "closed_at", f"Giờ kết thúc ở trước lúc mở, {spoken_moment(stint.opened_at)}.", "Hãy xem lại giờ."
        )


def _checked_moment(at: datetime | None, now: datetime, field: str) -> datetime:
    if at is not None and at > now + timedelta(minutes=1):
        raise InvalidInput(field, "Thời điểm ở tương lai.", "Ghi lúc việc đã xảy ra.")
    return at or now
