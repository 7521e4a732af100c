"""``desk sync status``: who is known, what waits, since when."""

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.sync.status import WARN_AFTER_DAYS, Peer, SyncStatus, status


@command("status", "Việc gửi nhận đang ở đâu: chờ báo nhận, thiếu, cảnh báo.")
@asks
def show_status(asked: Asked) -> None:
    """Show how sync stands."""
    with acting(asked) as act:
        found = status(act.desk.sync, by=act.by)
    answer(asked, found, _words(found))


def _words(of: SyncStatus) -> str:
    lines = [f"Máy này: {of.desk}", f"Nhận diện: {of.fingerprint or 'chưa có khóa, sẽ tạo khi cần'}"]
    lines.append(_recovery(of))
    if of.fed_at is not None:
        lines.append(
            f"Chỉ để xem: đọc từ bản sao PostgreSQL, lần cuối {spoken_moment(of.fed_at)}; không ghi danh được."
        )
    lines += [_peer(each) for each in of.peers] or ["Chưa ghi danh với máy nào."]
    if of.warn:
        lines.append(f"CHÚ Ý: đã {of.days_since_acknowledged} ngày chưa có báo nhận (quá {WARN_AFTER_DAYS} ngày).")
    lines += [f"Còn thiếu bút toán {first} đến {last} của máy {desk}." for desk, _, first, last in of.gaps]
    lines += [f"Gói chờ nâng cấp chương trình: {each}" for each in of.parked_files]
    lines += [f"Cảnh báo lúc {spoken_moment(each.at)}: {each.words}" for each in of.alarms]
    return "\n".join(lines)


def _recovery(of: SyncStatus) -> str:
    if not of.recovery_fingerprint:
        return "Chưa có khóa dự phòng: mất khóa của máy là mất dữ liệu. Lập ngay: «desk sync recovery make»."
    if not of.recovery_file:
        return "CHÚ Ý: thiếu tệp desk.recovery. Thử tờ khóa để ghi lại: «desk sync recovery check»."
    return f"Khóa dự phòng: {of.recovery_fingerprint}"


def _peer(of: Peer) -> str:
    if of.revoked_at is not None:
        return f"{of.label} ({of.desk}): đã thu hồi, {of.reason}"
    since = (
        f"báo nhận số {of.acknowledgement} lúc {spoken_moment(of.acknowledged_at)}"
        if of.acknowledged_at
        else "chưa báo nhận"
    )
    return f"{of.label} ({of.desk}): {since}; {quantity(of.waiting)} bút toán chờ báo nhận"
