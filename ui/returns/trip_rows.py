"""The rounds and their stops as lines."""

from collections.abc import Iterable
from datetime import datetime

from desk_app.dossiers.numbering import tail
from desk_app.kernel.translations import _
from desk_app.returns.facts import spoken_helper
from desk_app.returns.seen import RoundSeen, StopSeen
from ui.returns.state import FAIL_WORDS, Mark, TripRow, person_detail
from ui.widgets.colours import COLOURS


def trip_rows(trips: Iterable[RoundSeen], now: datetime) -> tuple[TripRow, ...]:
    """Return the rounds, each followed by its stops."""
    rows: list[TripRow] = []
    for trip in trips:
        rows.append(_round_row(trip, now))
        rows += [_stop_row(trip, stop) for stop in trip.stops]
    return tuple(rows)


def _round_row(trip: RoundSeen, now: datetime) -> TripRow:
    round_, all_ = trip.round, len(trip.stops)
    done = all_ - trip.open_count
    if round_.left_at is None:
        mark = (_("Chưa đi, {count} điểm").format(count=all_), "ring", COLOURS.soft_ink)
    elif trip.open_count:
        mark = (_("Đang đi, xong {done}/{all}").format(done=done, all=all_), "half", COLOURS.accent)
    else:
        mark = (_("Đủ {all}/{all}, chờ kết thúc").format(all=all_), "disc", COLOURS.good)
    parts = [round_.helper.phone or _("không có số điện thoại")]
    if round_.left_at is not None:
        parts.append(_gone(round_.left_at, now))
    if round_.note:
        parts.append(round_.note)
    return TripRow(
        round=round_.id,
        dossier="",
        words=f"{round_.going_on:%d/%m} · {round_.hamlet} · {spoken_helper(round_.helper)}",
        mark=mark,
        detail=" · ".join(parts),
        state="",
        has_left=round_.left_at is not None,
        open_count=trip.open_count,
    )


def _gone(left_at: datetime, now: datetime) -> str:
    hours = int((now - left_at).total_seconds() // 3600)
    days = (now.date() - left_at.date()).days
    long = _("{days} ngày").format(days=days) if days else _("{hours} giờ").format(hours=hours)
    return _("đi từ {at}, đã {long}").format(at=f"{left_at:%H:%M %d/%m}", long=long)


def _stop_row(trip: RoundSeen, each: StopSeen) -> TripRow:
    fact, stop = each.dossier.registered, each.stop
    return TripRow(
        round=trip.round.id,
        dossier=each.dossier.id,
        words=f"    {stop.place}. {tail(each.dossier.code)}  {fact.applicant.name}",
        mark=_stop_mark(each),
        detail=person_detail(fact.return_to or fact.applicant.address, fact.applicant.phone, stop.kit),
        state=stop.state,
        has_left=trip.round.left_at is not None,
        open_count=trip.open_count,
        trouble=" ".join(found.words for found in each.way.findings),
        fetched=each.fetched,
    )


def _stop_mark(each: StopSeen) -> Mark:
    stop = each.stop
    if each.fetched:
        return _("Đã nhận ở quầy"), "warning", COLOURS.warning
    if stop.state == "failed" and stop.fail_reason is not None:
        return FAIL_WORDS[stop.fail_reason], "cross", COLOURS.danger
    if stop.state == "back":
        return (_("Đi lại chuyến sau") if stop.next == "again" else _("Về quầy")), "pause", COLOURS.warning
    return {
        "planned": (_("Chưa đi"), "ring", COLOURS.soft_ink),
        "out": (_("Đang đi"), "half", COLOURS.accent),
        "delivered": (_("Đã giao {at}").format(at=f"{stop.at:%H:%M}"), "done", COLOURS.good),
        "failed": (_("Không giao được"), "cross", COLOURS.danger),
    }[stop.state]
