"""What the page of sending and receiving says; decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.kernel.translations import _
from desk_app.sync.acknowledgement import Taken
from desk_app.sync.importing import Imported
from desk_app.sync.recovery import Drill
from desk_app.sync.reference.take_over import ReferencePreview
from desk_app.sync.status import Peer
from ui.sync.desk_side import Accepted, Replaced, Standing
from ui.widgets.colours import COLOURS

_MOST_LINES = 14
"""Of a long list of changes so many are shown; the command line tells them all."""


@dataclass(frozen=True, kw_only=True)
class PeerRow:
    """Another desk as a row."""

    peer: Peer
    role: str
    standing: str
    shape: str
    colour: str
    waiting: str
    sent: str
    received: str


def peer_rows(peers: Sequence[Peer]) -> tuple[PeerRow, ...]:
    """Return the desks that this one knows as rows."""
    return tuple(_row(each) for each in peers)


def headline(standing: Standing) -> tuple[str, str, str]:
    """Return in words, shape and colour how long the upper level has been without this desk's work."""
    status = standing.status
    days = status.days_since_acknowledged
    if status.fed_at is not None:
        words = _("Nơi này chỉ để xem: đọc từ bản sao PostgreSQL, lần cuối {moment}. Không ghi danh với máy nào được.")
        return words.format(moment=spoken_moment(status.fed_at)), "tick", COLOURS.calm
    if days is None:
        return _("Chưa ghi danh với tuyến trên: số liệu chỉ có ở máy này."), "warning", COLOURS.warning
    if status.warn:
        words = _("Đã {days} ngày tuyến trên chưa báo nhận. Gửi lại rồi hỏi tuyến trên.").format(days=quantity(days))
        return words, "warning", COLOURS.danger
    if not any(peer.acknowledged_at for peer in status.peers if peer.role == "hub"):
        return _("Đã ghi danh, tuyến trên chưa báo nhận lần nào."), "warning", COLOURS.warning
    if days == 0:
        return _("Tuyến trên đã báo nhận hôm nay."), "tick", COLOURS.good
    return _("Tuyến trên báo nhận {days} ngày trước.").format(days=quantity(days)), "tick", COLOURS.good


def further_lines(standing: Standing) -> tuple[str, ...]:
    """Return what else somebody should know: the shared folder, missing entries, alarms, files kept for a newer program."""
    status = standing.status
    lines = [_("Thư mục chung: {folder}").format(folder=standing.shared)] if standing.shared else []
    lines += standing.troubles
    lines += [
        _("Thiếu bút toán {first} đến {last} của máy {desk}: đề nghị máy đó gửi lại.").format(
            first=gap[2], last=gap[3], desk=gap[0][:8]
        )
        for gap in status.gaps
    ]
    lines += [f"{spoken_moment(alarm.at)}: {alarm.words}" for alarm in status.alarms]
    if status.parked_files:
        count = quantity(len(status.parked_files))
        lines.append(_("{count} tệp chờ nâng cấp chương trình.").format(count=count))
    return tuple(lines)


def own_words(standing: Standing) -> str:
    """Return this desk's own six groups, to be read out to whoever lets it in; empty before it has keys."""
    groups = standing.status.fingerprint
    return _("Sáu nhóm của máy này: {groups}").format(groups=groups) if groups else ""


def done_lines(done: Imported | Taken | ReferencePreview | Drill | Accepted | Replaced) -> tuple[str, ...]:
    """Return what came of a file, of enrolling, of a paper that was tried, line by line."""
    match done:
        case ReferencePreview():
            return _reference_lines(done)
        case Taken():
            return _answer_lines(done)
        case Imported():
            return _bundle_lines(done)
        case Drill():
            return (_drill_words(done),)
        case Accepted():
            return (_accepted_words(done),)
        case Replaced():
            return (_replaced_words(done),)


def recovery_words(standing: Standing) -> str:
    """Return whether the data would open again after their key was lost."""
    status = standing.status
    if not status.recovery_fingerprint:
        return _("Chưa có khóa dự phòng: mất kho khóa của máy là mất dữ liệu. Nhờ quản trị lập tờ khóa (Ctrl+J).")
    if not status.recovery_file:
        return _("Thiếu tệp khóa gửi giữ cạnh dữ liệu: nhờ quản trị thử tờ khóa (Ctrl+I), tệp được ghi lại.")
    return _("Khóa dự phòng, nhận biết tờ giấy: {groups}").format(groups=status.recovery_fingerprint)


def _drill_words(tried: Drill) -> str:
    if not tried.named:
        return _("Tờ này đọc được nhưng KHÔNG phải khóa đang dùng. Tìm tờ có sáu nhóm nhận biết như ở cuối trang.")
    if not tried.opens:
        return _("Tờ này là khóa đang dùng nhưng chưa mở lại được dữ liệu. Lập tờ khóa mới ngay.")
    return _("Tờ này là khóa đang dùng, mở lại được dữ liệu và khóa của máy này. Niêm phong, cất lại vào két.")


def _accepted_words(done: Accepted) -> str:
    if not done.replaces:
        return _("Đã ghi danh. Từ nay gửi, nhận được với máy kia.")
    if not done.files:
        return _("Đã ghi danh, nhưng cạnh tệp không có gói của máy cũ. Xin bên cấp ghi lại, rồi «Nhận tệp» (F7).")
    return _("Đã ghi danh và nhận lại {count} bút toán của cơ quan, cả của máy cũ. Làm tiếp được ngay.").format(
        count=quantity(done.entries)
    )


def _replaced_words(done: Replaced) -> str:
    return _(
        "Đã cho máy mới ghi danh, ghi kèm {count} bút toán của cơ quan. Mang cả thư mục {folder} sang máy mới, bấm «Nhận cấp "
        "quyền» ở đó và đọc sáu nhóm của máy này. Gói của máy cũ từ nay bị từ chối."
    ).format(count=quantity(done.entries), folder=done.folder)


def _bundle_lines(done: Imported) -> tuple[str, ...]:
    began = _("Nếu nhận") if done.dry_run else _("Đã nhận")
    lines = [
        _("{began} gói của {writer}, viết lúc {moment}: {taken} bút toán mới, {known} đã có.").format(
            began=began,
            writer=done.writer_label,
            moment=spoken_moment(done.written_at),
            taken=quantity(done.taken),
            known=quantity(done.known),
        ),
        _("Hồ sơ mới: {count}.").format(count=quantity(done.new_dossiers)),
    ]
    if done.new_findings:
        lines.append(_("Điểm mâu thuẫn mới: {count}. Xem trang Mâu thuẫn.").format(count=quantity(done.new_findings)))
    if done.ahead:
        lines.append(_("{count} bút toán đến trước lượt, chờ gói trước.").format(count=quantity(done.ahead)))
    return tuple(lines)


def _reference_lines(seen: ReferencePreview) -> tuple[str, ...]:
    head = _("Dữ liệu tham chiếu số {number} của {writer}: {note}").format(
        number=seen.number, writer=seen.writer_label, note=seen.note
    )
    lines = [head, *seen.lines[:_MOST_LINES]]
    if not seen.lines:
        lines.append(_("Không khác gì so với máy này."))
    if len(seen.lines) > _MOST_LINES:
        lines.append(_("… và {count} dòng nữa.").format(count=quantity(len(seen.lines) - _MOST_LINES)))
    if seen.dossiers:
        count = quantity(len(seen.dossiers))
        lines.append(_("{count} hồ sơ tính lại sẽ khác ngày hẹn; ngày đã hẹn giữ nguyên.").format(count=count))
    return tuple(lines)


def _answer_lines(done: Taken) -> tuple[str, ...]:
    lines = [_("{writer} đã báo nhận.").format(writer=done.writer_label)]
    if done.waiting:
        lines.append(
            _("Còn {count} bút toán chưa được báo nhận: lần gửi sau tự gửi lại.").format(count=quantity(done.waiting))
        )
    lines += [_("Từ chối gói {file}: {why}").format(file=each.file, why=each.message) for each in done.refusals]
    lines += [each.words for each in done.findings]
    if done.newly_revoked:
        lines.append(_("{count} máy đã bị thu hồi khóa.").format(count=quantity(len(done.newly_revoked))))
    return tuple(lines)


def _row(peer: Peer) -> PeerRow:
    words, shape, colour = _("Đang trao đổi"), "tick", COLOURS.good
    if peer.revoked_at is not None:
        words, shape, colour = _("Đã thu hồi khóa: {why}").format(why=peer.reason), "pause", COLOURS.soft_ink
    elif peer.role == "hub" and peer.acknowledged_at is None:
        words, shape, colour = _("Chưa báo nhận lần nào"), "warning", COLOURS.warning
    return PeerRow(
        peer=peer,
        role=_("tuyến trên") if peer.role == "hub" else _("quầy"),
        standing=words,
        shape=shape,
        colour=colour,
        waiting=quantity(peer.waiting) if peer.waiting and peer.role == "hub" else "",
        sent=spoken_moment(peer.sent_at) if peer.sent_at else "",
        received=spoken_moment(peer.received_at) if peer.received_at else "",
    )
