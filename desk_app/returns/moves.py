"""Which move a result or a round allows where it stands; a refusal says where it is and what to do."""

from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.status import Status
from desk_app.dossiers.status import require as require_status
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.time_source import spoken_moment
from desk_app.returns.round import Round
from desk_app.returns.way import MOST_ATTEMPTS, WHERE_WORDS, Parcel, Stop, Way, Where

AT_REST = frozenset({None, Where.WAITING, Where.AT_DESK})
"""Where a result must be to go into a round or a parcel."""


def blocked_reason(procedure: Procedure | None) -> str:
    """Return why a result of this procedure may go neither home nor by post: its register is signed at the desk; else nothing."""
    if procedure is None:
        return ""
    way = next(each for each in procedure.return_ways() if each.way == "home")
    return "" if way.allowed else way.reason


def require_may_go(dossier: Dossier, way: Way | None, procedure: Procedure | None, *, home: bool) -> None:
    """Raise ``Refused`` unless this result exists, lies at the desk and may leave it; ``Conflict`` when it has left."""
    require_status(dossier.status, "hand_over", dossier.code)
    reason = blocked_reason(procedure)
    if reason:
        raise Refused("returns.must_sign", f"Hồ sơ {dossier.code}: {reason}", "Mời người dân đến quầy ký sổ và nhận.")
    where = way.where if way is not None else None
    if where not in AT_REST and where is not None:
        raise Conflict(
            "returns.on_the_way",
            f"Hồ sơ {dossier.code} {WHERE_WORDS[where]}.",
            "Ghi kết quả của lần trước rồi làm lại.",
        )
    if home and way is not None and way.attempts >= MOST_ATTEMPTS:
        raise Refused(
            "returns.too_many_attempts",
            f"Hồ sơ {dossier.code} đã {MOST_ATTEMPTS} lần không giao được tại nhà.",
            "Kết quả chờ ở quầy; hãy gọi người dân đến nhận, hoặc gửi bưu chính.",
        )


def require_stop(way: Way | None, code: str, round_: str, states: frozenset[str], doing: str) -> Stop:
    """Return the stop that a move is about: that of ``round_``, or the only open one when none is named.

    Raises ``Refused`` when the stop does not allow the move, ``Conflict`` when two rounds have it open.
    """
    stops = way.open_stops if way is not None else ()
    if round_:
        named = way.stop_of(round_) if way is not None else None
        stops = (named,) if named is not None else ()
    if len(stops) > 1:
        raise Conflict(
            "returns.two_rounds", f"Hồ sơ {code} đang ở hai chuyến.", "Hãy nói rõ chuyến nào (--round), bỏ chuyến kia."
        )
    if not stops or stops[0].state not in states:
        where = way.where if way is not None else None
        said = WHERE_WORDS[where] if where is not None else "chưa xếp chuyến nào"
        raise Refused("returns.move_not_allowed", f"Hồ sơ {code} {said}: không thể {doing}.", "Xem lại các chuyến.")
    return stops[0]


def require_parcel(way: Way | None, code: str, states: frozenset[str], doing: str) -> Parcel:
    """Return the open parcel of a dossier; raise ``Refused`` when there is none that allows the move."""
    parcel = next((each for each in (way.open_parcels if way is not None else ()) if each.state in states), None)
    if parcel is None:
        where = way.where if way is not None else None
        said = WHERE_WORDS[where] if where is not None else "chưa gửi bưu chính"
        raise Refused("returns.move_not_allowed", f"Hồ sơ {code} {said}: không thể {doing}.", "Xem lại phần bưu chính.")
    return parcel


def require_round(round_: Round, *, left: bool, doing: str) -> None:
    """Raise ``Refused`` unless the round is open, and has (or has not) left."""
    if round_.closed_at is not None:
        raise Refused(
            "returns.round_closed", f"Chuyến {round_.short} đã kết thúc: không thể {doing}.", "Lập chuyến mới."
        )
    if left and round_.left_at is None:
        raise Refused("returns.not_left", f"Chuyến {round_.short} chưa đi: không thể {doing}.", "Ghi lên đường trước.")
    if not left and round_.left_at is not None:
        raise Refused(
            "returns.has_left",
            f"Chuyến {round_.short} đã đi lúc {spoken_moment(round_.left_at)}: không thể {doing}.",
            "Ghi kết quả từng điểm.",
        )


def checked_moment(at: datetime | None, now: datetime, after: datetime | None, *, field: str = "at") -> datetime:
    """Return when something happened, now when nobody says; raise ``InvalidInput`` for the future or before ``after``."""
    if at is None:
        return now
    if at > now:
        raise InvalidInput(field, "Thời điểm ở tương lai.", "Ghi lúc việc đã xảy ra.")
    if after is not None and at < after:
        raise InvalidInput(
            field, f"Thời điểm ở trước {spoken_moment(after)}, là lúc rời quầy.", "Hãy xem lại giờ, ngày."
        )
    return at


def still_waits(dossier: Dossier) -> bool:
    """Tell whether the result is there and nobody has it yet."""
    return dossier.status is Status.SETTLED
