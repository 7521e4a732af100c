"""Questions about the computer and what hangs on it."""

import shutil
import socket
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from desk_app.desk import Desk
from desk_app.doctor.row import Row, bad, good, warning
from desk_app.dossiers.numbering import runs
from desk_app.dossiers.tables.queries import highest_code
from desk_app.journal.clock import wall_time
from desk_app.journal.slices import highest_own_clock
from desk_app.kernel.paths import resource
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import count_open_jobs, last_jobs, list_jobs
from desk_app.sync.escrow import recovery_standing

Watch = Callable[[], None]
_LITTLE_BYTES, _SCARCE_BYTES = 2_000_000_000, 200_000_000
_CONNECT_S = 1.5
_STUCK = timedelta(hours=1)
_BACKWARDS = timedelta(minutes=5)
_FEW_NUMBERS = 100
_FONTS = ("NotoSans-Regular", "NotoSans-Bold", "LiberationSerif-Regular", "LiberationSerif-Bold")


def disk(desk: Desk, _watch: Watch) -> Row:
    """Look how much room is left for the data."""
    free = shutil.disk_usage(desk.home.folder).free
    words = f"Ổ đĩa dữ liệu còn trống {quantity(free // 1_000_000)} MB."
    if free < _SCARCE_BYTES:
        return bad("disk", words, "Dọn ổ đĩa ngay: lần lưu tới có thể không ghi được.")
    return warning("disk", words, "Dọn bớt tệp trong tuần này.") if free < _LITTLE_BYTES else good("disk", words)


def clock(desk: Desk, _watch: Watch) -> Row:
    """Look whether the clock agrees with what was written last."""
    now, db, seat = desk.journal.time.now(), desk.journal.reading(), desk.journal.seat
    last = highest_own_clock(db, seat.desk)
    if last and wall_time(last) - now > _BACKWARDS:
        words = f"Đồng hồ máy ({spoken_moment(now)}) chậm hơn lần ghi cuối ({spoken_moment(wall_time(last))})."
        return bad("clock", words, "Chỉnh lại ngày giờ của máy: ngày hẹn trả tính theo đồng hồ này.")
    return good("clock", f"Đồng hồ máy: {spoken_moment(now)}, không lùi so với lần ghi cuối.")


def fonts(_desk: Desk, _watch: Watch) -> Row:
    """Look whether the fonts that papers need were installed with the program."""
    gone = [name for name in _FONTS if not resource("fonts", f"{name}.ttf").is_file()]
    if gone:
        return bad("fonts", f"Thiếu phông chữ {', '.join(gone)}.", "Cài lại chương trình.")
    return good("fonts", "Đủ phông chữ để in tiếng Việt.")


def printers(desk: Desk, _watch: Watch) -> Row:
    """Look whether the printers of this desk answer; one on a cable is judged by its last paper."""
    db = desk.journal.reading()
    known, last = tuple(desk.printing.own_printers(db).values()), last_jobs(db)
    if not known and desk.card.hub:
        return good("printers", "Tuyến trên không cần máy in.")
    if not known:
        return warning("printers", "Quầy chưa có máy in nào.", "Cài đặt › Máy in, hoặc «desk printers add».")
    silent = [each for each in known if not _answers(each, last[each.name].state if each.name in last else "")]
    if silent:
        words = f"{quantity(len(silent))} trên {quantity(len(known))} máy in không trả lời."
        return warning("printers", words, "Bật máy in, xem dây mạng và giấy; giấy đang chờ không mất.")
    return good("printers", f"{quantity(len(known))} máy in sẵn sàng.")


def queue(desk: Desk, _watch: Watch) -> Row:
    """Look whether papers have been waiting too long."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    waiting = sum(count_open_jobs(db).values())
    if not waiting:
        return good("queue", "Không có giấy nào chờ in.")
    open_jobs = [job for job in list_jobs(db, limit=waiting) if job.state not in ("confirmed", "cancelled")]
    stuck = [job for job in open_jobs if now - job.created_at > _STUCK]
    if stuck:
        words = f"{quantity(len(stuck))} tờ chờ in quá một giờ, cũ nhất từ {spoken_moment(min(j.created_at for j in stuck))}."
        return warning("queue", words, "Mở hàng đợi in (F9): in lại, đổi máy in hoặc hủy.")
    return good("queue", f"{quantity(waiting)} tờ đang chờ in.")


def numbers(desk: Desk, _watch: Watch) -> Row:
    """Look how many dossier numbers are left for today."""
    if desk.card.hub:
        return good("numbers", "Tuyến trên không cấp số hồ sơ.")
    db, today = desk.journal.reading(), desk.journal.time.now().date()
    left = 0
    for run in runs(desk.card.office_code, desk.card.desk_number, today):
        highest = highest_code(db, run, desk.journal.desk_id)
        first = _number(run.first) if highest is None else _number(highest) + 1
        left += max(0, _number(run.last) - first + 1)
    words = f"Còn {quantity(left)} số hồ sơ cho hôm nay."
    if left < _FEW_NUMBERS:
        return warning("numbers", words, "Khi hết, đăng ký ở quầy khác của cơ quan.")
    return good("numbers", words)


def key(desk: Desk, _watch: Watch) -> Row:
    """Look where the key of the data is, and whether it comes back when the computer is lost."""
    kept = {"keyring": "kho khóa của hệ điều hành", "password": "tệp, mở bằng mật khẩu", "file": "tệp tập dượt"}
    words = f"Khóa dữ liệu ở {kept[desk.card.key]}"
    standing = recovery_standing(desk.sync)
    if standing == "kept":
        return good("key", f"{words}; đã gửi giữ dưới khóa dự phòng của cơ quan.")
    if desk.card.rehearsal:
        return good("key", f"{words}.")
    if standing == "no_file":
        hint = "Thử tờ khóa («desk sync recovery check», hoặc Gửi nhận › Thử tờ khóa): tệp được ghi lại."
        return warning("key", f"{words}; THIẾU tệp khóa gửi giữ (desk.recovery) cạnh dữ liệu.", hint)
    hint = (
        "Lập khóa dự phòng (Gửi nhận › Lập tờ khóa, hoặc «desk sync recovery make»), in ra, niêm phong: mất khóa là mất dữ liệu "
        "và mọi bản sao."
    )
    return warning("key", f"{words}; CHƯA có khóa dự phòng.", hint)


def _answers(printer: Printer, last_state: str) -> bool:
    if printer.kind == "network":
        try:
            socket.create_connection((printer.address, printer.port), timeout=_CONNECT_S).close()
        except OSError:
            return False
        return True
    if printer.kind == "file":
        return Path(printer.address).exists()
    return printer.kind == "preview" or last_state not in ("offline", "failed")


def _number(code: str) -> int:
    return int(code.rpartition("-")[2])
