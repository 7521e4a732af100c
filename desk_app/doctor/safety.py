"""Questions about what happens when this computer is lost, and about what others hand down."""

from collections.abc import Callable
from pathlib import Path

from desk_app.desk import Desk
from desk_app.doctor.row import Row, bad, good, warning
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.sync.reference.tables import last_taken_on
from desk_app.sync.status import WARN_AFTER_DAYS, days_since_acknowledged
from desk_app.sync.trust import hubs
from desk_app.upkeep import tables
from desk_app.upkeep.records import Copied, Rehearsed, Trouble

Watch = Callable[[], None]
STALE_DAYS = 2
"""After so many working days without a copy the window and the doctor warn."""
_OLD_REFERENCE_DAYS = 365
_OCTOBER = 10


def backup(desk: Desk, _watch: Watch) -> Row:
    """Look when the last copy was made, and whether the last try went wrong."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    last, trouble = tables.find_note(db, tables.COPIED, Copied), tables.find_note(db, tables.TROUBLE, Trouble)
    if last is None:
        hint = "Cắm thẻ nhớ, vào Cài đặt › Sao lưu chọn thư mục, hoặc «desk backup --to THƯ_MỤC»."
        return bad("backup", "Chưa có bản sao lưu nào: mất máy là mất dữ liệu.", hint)
    words = f"Bản sao gần nhất: {spoken_moment(last.made_at)}."
    if is_stale(desk, last):
        why = f" Lần tự sao lưu gần đây: {trouble.message}" if trouble else ""
        return warning("backup", words + why, "Cắm thẻ nhớ sao lưu rồi sao lưu ngay.")
    if last.same_disk:
        return warning("backup", f"{words} Nằm cùng ổ đĩa với dữ liệu.", "Chọn thẻ nhớ hoặc ổ đĩa khác.")
    if last.made_at > now:
        return warning("backup", words, "Thời điểm này ở tương lai: xem lại đồng hồ của máy.")
    return good("backup", words)


def is_stale(desk: Desk, last: Copied) -> bool:
    """Tell whether two working days have gone by since a copy was made."""
    calendar, day = desk.working_time.present_calendar(), last.made_at.date()
    for _each in range(STALE_DAYS):
        day = calendar.working_day_after(day)
    return desk.journal.time.now().date() >= day


def place(desk: Desk, _watch: Watch) -> Row:
    """Look whether the place of daily copies is chosen and within reach."""
    chosen = tables.find_place(desk.journal.reading())
    if chosen is None:
        return warning("place", "Chưa chọn nơi tự sao lưu hằng ngày.", "Cài đặt › Sao lưu: chọn thẻ nhớ hoặc ổ khác.")
    if not Path(chosen).is_dir():
        return warning("place", "Không thấy nơi tự sao lưu đã chọn.", "Cắm lại thẻ nhớ, hoặc chọn nơi khác.")
    return good("place", "Nơi tự sao lưu đang cắm.")


def rehearsal(desk: Desk, _watch: Watch) -> Row:
    """Look how the last rehearsal of a restore went."""
    last = tables.find_note(desk.journal.reading(), tables.REHEARSED, Rehearsed)
    if last is None:
        return warning(
            "rehearsal", "Chưa diễn tập khôi phục lần nào.", "Chạy «desk backup rehearse» hoặc đợi máy tự làm."
        )
    if not last.ok:
        return bad(
            "rehearsal", f"Diễn tập {spoken_moment(last.at)} KHÔNG đạt: {last.words}", "Sao lưu lại, diễn tập lại."
        )
    return good("rehearsal", f"Diễn tập khôi phục {spoken_moment(last.at)}: đạt.")


def acknowledged(desk: Desk, _watch: Watch) -> Row:
    """Look how long the upper level has been silent."""
    days = days_since_acknowledged(desk.sync)
    if days is None:
        return good("acknowledged", "Máy này chưa gửi cho tuyến trên nào.")
    words = f"Tuyến trên báo nhận {days} ngày trước." if days else "Tuyến trên báo nhận hôm nay."
    if days >= WARN_AFTER_DAYS:
        return warning("acknowledged", words, "Gửi gói (Shift+F11) và nhận tệp báo nhận về.")
    return good("acknowledged", words)


def calendar(desk: Desk, _watch: Watch) -> Row:
    """Look whether the holidays of this year are known, and from October on those of the next."""
    today, known = desk.journal.time.now().date(), desk.working_time.present_calendar()
    if not known.knows(today.year):
        return bad("calendar", f"Chưa có lịch nghỉ năm {today.year}: ngày hẹn trả có thể sai.", _IMPORT)
    if today.month >= _OCTOBER and not known.knows(today.year + 1):
        return warning("calendar", f"Chưa có lịch nghỉ năm {today.year + 1}.", _IMPORT)
    return good("calendar", "Đã có lịch nghỉ cần dùng.")


_IMPORT = "Nhập bằng «desk calendar import TỆP» hoặc Cài đặt › Lịch làm việc."


def reference(desk: Desk, _watch: Watch) -> Row:
    """Look how old what the upper level handed down is."""
    today = desk.journal.time.now().date()
    if not hubs(desk.sync):
        return good("reference", "Máy này tự giữ danh mục, không nhận của tuyến trên.")
    taken = last_taken_on(desk.journal.reading(), desk.journal.desk_id)
    if taken is None:
        return warning(
            "reference", "Chưa nhận dữ liệu dùng chung nào của tuyến trên.", "Xin tuyến trên tệp, rồi nhận vào."
        )
    words = f"Dữ liệu dùng chung nhận ngày {spoken_day(taken)}."
    if (today - taken).days > _OLD_REFERENCE_DAYS:
        return warning("reference", f"{words} Đã quá một năm.", "Xin tuyến trên tệp mới: thủ tục, phí có thể đã đổi.")
    return good("reference", words)
