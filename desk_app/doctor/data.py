"""Questions about the data themselves."""

from collections.abc import Callable

from desk_app.attachments.reading import disorder
from desk_app.desk import Desk
from desk_app.doctor.row import Row, bad, good, warning
from desk_app.journal import tables as journal_tables
from desk_app.journal.chain import Break
from desk_app.journal.fold_pass import fold_all, table_contents
from desk_app.kernel.texts import quantity
from desk_app.storage.copying import brief
from desk_app.upkeep.proving import tail_breaks

_RESTORE = "Đừng ghi thêm. Khôi phục từ bản sao lưu: «desk restore»."
Watch = Callable[[], None]


def file(desk: Desk, _watch: Watch) -> Row:
    """Look at the database's pages and references."""
    found = desk.journal.store.damages()
    if found:
        return bad("file", f"Tệp dữ liệu hỏng: {brief(found[0])}.", _RESTORE)
    return good("file", "Tệp dữ liệu đọc được hết, không lỗi.")


def chain(desk: Desk, _watch: Watch) -> Row:
    """Look at the end of every chain of the journal."""
    db = desk.journal.reading()
    return _of_chain(tuple(tail_breaks(db)), journal_tables.count_entries(db), "phần cuối mỗi chuỗi nguyên vẹn")


def whole_chain(desk: Desk, watch: Watch) -> Row:
    """Look at every entry of the journal."""
    verified = desk.journal.verify(lambda _count: watch())
    return _of_chain(verified.breaks, verified.entries, "mọi chuỗi nguyên vẹn từ đầu đến cuối")


def tables(desk: Desk, _watch: Watch) -> Row:
    """Fold everything anew and compare; what was there is put back."""
    strayed = strayed_tables(desk)
    if strayed:
        hint = "Sổ nhật ký vẫn đúng. Chạy «desk journal refold» để dựng lại."
        return bad("tables", f"{quantity(len(strayed))} bảng lệch với sổ nhật ký: {', '.join(strayed)}.", hint)
    return good("tables", "Mọi bảng khớp với sổ nhật ký.")


def attachments(desk: Desk, _watch: Watch) -> Row:
    """Look whether every scan that should be here is."""
    found = disorder(desk.attachments)
    if found.missing:
        hint = "Chép lại thư mục «attachments» từ bản sao lưu."
        return bad("attachments", f"Thiếu {quantity(len(found.missing))} tệp bản chụp.", hint)
    if found.strays:
        words = f"Thừa {quantity(len(found.strays))} tệp bản chụp không thuộc hồ sơ nào."
        return warning("attachments", words, "Chạy «desk attachments purge» để dọn.")
    return good("attachments", "Đủ tệp bản chụp.")


def alarms(desk: Desk, _watch: Watch) -> Row:
    """Look whether other desks' files raised alarms, and whether entries are missing."""
    db = desk.journal.reading()
    told, gaps = journal_tables.list_alarms(db), journal_tables.list_gaps(db)
    if any(kind == "fork" for _at, kind, _desk, _words in told):
        hint = "Trên máy bị sao chép: «desk journal new-epoch --reason …». Xem trang Gửi nhận."
        return bad("alarms", "Có hai máy cùng mang một danh tính: thư mục dữ liệu đã bị sao chép.", hint)
    if gaps:
        return warning("alarms", f"Thiếu {quantity(len(gaps))} đoạn bút toán của máy khác.", "Nhập gói còn thiếu.")
    if told:
        return warning("alarms", f"Có {quantity(len(told))} cảnh báo khi nhận gói.", "Xem trang Gửi nhận.")
    return good("alarms", "Không có cảnh báo nào từ máy khác.")


class _Undone(Exception):
    """Leaves a transaction so that nothing of it stays."""


def strayed_tables(desk: Desk) -> tuple[str, ...]:
    """Return the tables that a fresh fold would make otherwise; everything is put back."""
    strayed: tuple[str, ...] = ()
    try:
        with desk.journal.store.writing() as db:
            before = table_contents(db, desk.journal.registry)
            fold_all(db, desk.journal.registry)
            after = table_contents(db, desk.journal.registry)
            strayed = tuple(name for name in after if before[name] != after[name])
            raise _Undone
    except _Undone:
        return strayed


def _of_chain(breaks: tuple[Break, ...], entries: int, words: str) -> Row:
    if breaks:
        first = breaks[0]
        where = f"bút toán {first.seq} (đời {first.epoch}): {first.what}"
        return bad("chain", f"Sổ nhật ký không nguyên vẹn, {where}.", _RESTORE)
    return good("chain", f"{quantity(entries)} bút toán, {words}.")
