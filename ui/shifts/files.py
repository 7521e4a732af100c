"""The files that the page writes and reads; every function runs on a job's thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from desk_app.desk import Desk
from desk_app.kernel.errors import DeviceTrouble, InvalidInput, NotFound
from desk_app.kernel.translations import _
from desk_app.printing.official.document import Document
from desk_app.shifts import attendance, rights
from desk_app.shifts.hours import hours_of
from desk_app.shifts.import_list import ListRead, read_list
from desk_app.shifts.office_papers import notice_of, notice_text, thanks_of_whom, wall_of
from desk_app.shifts.reading import roster_of

FILES: tuple[tuple[str, str], ...] = (
    ("notice.docx", _("Thông báo kèm phụ lục (Word)")),
    ("notice.pdf", _("Thông báo kèm phụ lục (PDF)")),
    ("wall.pdf", _("Lịch treo tường A4 (PDF)")),
    ("wall-a3.pdf", _("Lịch treo tường A3 (PDF)")),
    ("roster.ics", _("Lịch cho điện thoại, máy tính (iCalendar)")),
    ("roster.xlsx", _("Lịch trực (Excel)")),
    ("hours.xlsx", _("Giờ trực 12 tháng qua (Excel)")),
)
"""What can be written to a file: the key, and what people call it."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which file of which month, into which folder (made if need be); ``signer`` is the name below the notice."""

    kind: str
    month: date
    folder: Path
    make_folder: bool = False
    signer: str = ""


@dataclass(frozen=True, kw_only=True)
class ThanksWanted:
    """A letter of thanks: to whom, for which days, as Word; made and recorded by one command."""

    command_id: str
    organisation: str
    member: str
    first_on: date
    last_on: date
    number: str
    signer: str
    words: str
    folder: Path
    make_folder: bool = False


def write_file(desk: Desk, by: str, wanted: Wanted) -> Path:
    """Write a file and return where it is; raises ``InvalidInput`` for the folder, ``NotFound`` before a plan."""
    desk.require(by, rights.PRINT)
    raw = _MAKERS[wanted.kind](desk, wanted)
    stem, _dot, ending = wanted.kind.partition(".")
    return _put(wanted.folder, f"{_STEMS[stem]}-{wanted.month:%Y-%m}.{ending}", raw, make=wanted.make_folder)


def write_own_calendar(desk: Desk, by: str, folder: Path, *, make_folder: bool) -> Path:
    """Write one's own duties as an iCalendar file and return where it is; raises ``InvalidInput`` for the folder."""
    from desk_app.shifts.calendar_file import OWN_NAME, own_calendar_bytes

    desk.require(by, rights.READ_OWN)
    return _put(folder, OWN_NAME, own_calendar_bytes(desk.shifts, by), make=make_folder)


def write_thanks(desk: Desk, by: str, wanted: ThanksWanted) -> Path:
    """Write a letter of thanks as Word, record that they were thanked, and return where the file is."""
    from desk_app.printing.official.files import document_word

    desk.require(by, rights.PLAN)
    document = thanks_of_whom(
        desk.shifts,
        wanted.first_on,
        wanted.last_on,
        organisation=wanted.organisation,
        member=wanted.member,
        number=wanted.number,
        words=wanted.words,
        signer=wanted.signer,
    )
    name = f"thu-cam-on-{wanted.last_on:%Y-%m-%d}.docx"
    file = _put(wanted.folder, name, document_word(document), make=wanted.make_folder)
    attendance.thank(
        desk.shifts,
        by=by,
        organisation=wanted.organisation,
        member=wanted.member,
        first_on=wanted.first_on,
        last_on=wanted.last_on,
        number=wanted.number,
        words=wanted.words,
        command_id=wanted.command_id,
    )
    return file


def read_file(desk: Desk, by: str, file: Path) -> ListRead:
    """Return what a list says and what would come of it; nothing is written."""
    desk.require(by, rights.PLAN)
    try:
        raw = file.expanduser().read_bytes()
    except OSError:
        raise InvalidInput("file", _("Không đọc được tệp này."), _("Hãy chọn tệp Excel trên máy.")) from None
    return read_list(desk.shifts, raw, file=file.name)


def _notice_word(desk: Desk, wanted: Wanted) -> bytes:
    from desk_app.printing.official.files import document_word

    return document_word(_notice(desk, wanted))


def _notice_pdf(desk: Desk, wanted: Wanted) -> bytes:
    from desk_app.printing.official.files import document_pdf

    return document_pdf(_notice(desk, wanted))


def _notice(desk: Desk, wanted: Wanted) -> Document:
    text = replace(notice_text(desk.shifts, wanted.month), signer=wanted.signer)
    return notice_of(desk.shifts, wanted.month, text)


def _wall(desk: Desk, wanted: Wanted) -> bytes:
    from desk_app.printing.pdf_wall_sheet import wall_sheet_pdf

    return wall_sheet_pdf(wall_of(desk.shifts, wanted.month, size="A3" if "a3" in wanted.kind else "A4"))


def _calendar(desk: Desk, _wanted: Wanted) -> bytes:
    from desk_app.shifts.calendar_file import calendar_bytes

    return calendar_bytes(desk.shifts)


def _roster(desk: Desk, wanted: Wanted) -> bytes:
    from desk_app.shifts.excel_out import roster_excel

    roster = roster_of(desk.shifts, wanted.month)
    if roster is None:
        raise NotFound("shifts.no_roster", _("Tháng này chưa xếp lịch trực."), _("Hãy xếp lịch trước."))
    return roster_excel(roster)


def _hours(desk: Desk, _wanted: Wanted) -> bytes:
    from desk_app.shifts.excel_out import hours_excel

    today = desk.journal.time.now().date()
    return hours_excel(hours_of(desk.shifts, today - timedelta(days=365), today))


def _put(folder: Path, name: str, raw: bytes, *, make: bool) -> Path:
    """Write beside the target and put it in place: nobody ever meets half a file."""
    folder = folder.expanduser()
    file, part = folder / name, folder / f".{name}.part"
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        # An empty text is no folder, though the system takes it for the one that the program was started in.
        if folder == Path() or not folder.is_dir():
            raise InvalidInput("folder", _("Không có thư mục này."), _("Hãy ghi thư mục đang có trên máy."))
        part.write_bytes(raw)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        message = _("Không ghi được tệp {file}.").format(file=file)
        raise DeviceTrouble("shifts.file", message, _("Tệp có thể đang mở. Đóng lại hoặc chọn nơi khác.")) from error
    return file


_MAKERS: dict[str, Callable[[Desk, Wanted], bytes]] = {
    "notice.docx": _notice_word,
    "notice.pdf": _notice_pdf,
    "wall.pdf": _wall,
    "wall-a3.pdf": _wall,
    "roster.ics": _calendar,
    "roster.xlsx": _roster,
    "hours.xlsx": _hours,
}
_STEMS = {
    "notice": "thong-bao-lich-truc",
    "wall": "lich-treo-tuong",
    "wall-a3": "lich-treo-tuong-A3",
    "roster": "lich-truc",
    "hours": "gio-truc",
}
