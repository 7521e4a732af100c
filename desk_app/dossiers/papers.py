"""What is printed of a dossier: the receipt, form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả, Thông tư 01/2018/TT-VPCP).

A number below ten is written with a leading 0, as are days below ten and the months 1 and 2 (Nghị định 30/2020).
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from desk_app.catalogue.procedure import spoken_days
from desk_app.dossiers.facts import PaperHandedIn, Registered
from desk_app.dossiers.numbering import tail
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords, shipped_words
from desk_app.printing.blocks import (
    Block,
    Column,
    Field,
    Highlight,
    KeepTogether,
    Letterhead,
    Paper,
    QrCode,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)
from desk_app.working_time.calendar import WEEKDAYS

RECEIPT_TITLE = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
_COPIES = ("Liên 1: Lưu", "Liên 2: Giao khách hàng", "Liên 3: Đơn vị giải quyết", "Liên 4")

_BLANK = "………………………"
_PAPER_COLUMNS = (
    Column(title="STT", width=2, align="center", only="page"),
    Column(title="Tên giấy tờ", width=11),
    Column(title="Bản", width=4, align="center"),
    Column(title="SL", width=2, align="center"),
)
_LEG_COLUMNS = (
    Column(title="Cơ quan giải quyết", width=9),
    Column(title="Thời hạn", width=5, align="center"),
    Column(title="Hẹn trả", width=7, align="right"),
)
_RETURN = {"counter": "Bộ phận Tiếp nhận và Trả kết quả", "home": "Nhà", "post": "Qua bưu chính công ích"}


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What a receipt is made of; ``scan_text`` is the text of its QR, ``copies`` the number of its liên.

    ``words`` are the office's own wordings of the day.
    """

    fact: Registered
    agency: Agency
    officer: str
    scan_text: str
    copies: int = 2
    words: PaperWords = field(default_factory=shipped_words)


def receipt(of: Receipt) -> Paper:
    """Return form 01 of a registration: total date, every agency's date, QR; one copy (liên) or more."""
    blocks = (*_head(of), *_request(of.fact), *_promise(of.fact), *_foot(of))
    return Paper(kind="receipt", code=of.fact.code, title=RECEIPT_TITLE, blocks=blocks, copies=_COPIES[: of.copies])


def letterhead(agency: Agency, number: str, on: date, words: PaperWords | None = None) -> Letterhead:
    """Return the head of a paper of the desk, with its ``number`` as in ``1001/TNHS``; without ``words`` as it ships."""
    place = f"{agency.place}, " if agency.place else ""
    return Letterhead(
        parent=agency.name.upper(),
        agency=(words or shipped_words()).desk_name,
        number=f"Số: {number}",
        place_and_date=f"{place}{_long_day(on)}",
    )


def _head(of: Receipt) -> tuple[Block, ...]:
    fact = of.fact
    return (
        letterhead(of.agency, f"{tail(fact.code).rpartition('-')[2]}/TNHS", fact.received_at.date(), of.words),
        Title(text=RECEIPT_TITLE.upper(), subtitle=f"Mã hồ sơ: {fact.code}"),
        Field(label="Bộ phận tiếp nhận và trả kết quả", value=of.agency.name, only="page"),
    )


def _request(fact: Registered) -> tuple[Block, ...]:
    person = fact.applicant
    blocks: list[Block] = [
        Field(label="Tiếp nhận hồ sơ của", value=person.name, bold=True),
        # A slip leaves out what is unknown; a page leaves a dotted line to write on.
        Field(label="Địa chỉ", value=person.address, only="" if person.address else "page"),
        Field(label="Số điện thoại", value=f"{person.phone or _BLANK}   Email: {person.email or _BLANK}", only="page"),
    ]
    if person.phone:
        blocks.append(Field(label="Số điện thoại", value=person.phone, only="slip"))
    if fact.subject is not None:
        blocks.append(Field(label="Làm cho", value=fact.subject.name))
    if fact.authorised is not None:
        blocks.append(Field(label="Người được ủy quyền", value=fact.authorised.name))
    blocks.append(Field(label="Nội dung yêu cầu giải quyết", value=fact.procedure_name))
    blocks += (Text(text="1. Thành phần hồ sơ nộp gồm:"), _papers_table(fact.papers))
    return tuple(blocks)


def _papers_table(papers: tuple[PaperHandedIn, ...]) -> Table:
    rows = tuple(
        (str(place), paper.name, _kind_of(paper), _number_of(paper)) for place, paper in enumerate(papers, start=1)
    )
    return Table(columns=_PAPER_COLUMNS, rows=rows)


def _kind_of(paper: PaperHandedIn) -> str:
    if paper.originals and paper.copies:
        return "chính + sao"
    return "Bản chính" if paper.originals else "Bản sao" if paper.copies else "Xuất trình"


def _number_of(paper: PaperHandedIn) -> str:
    number = paper.originals + paper.copies
    return f"{number:02d}" if number else "–"


def _promise(fact: Registered) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Field(label="2. Số lượng hồ sơ", value=f"{fact.copies:02d} (bộ)"),
        Field(label="3. Thời gian giải quyết hồ sơ theo quy định", value=fact.term),
        Field(label="4. Thời gian nhận hồ sơ", value=_long_moment(fact.received_at)),
        Highlight(
            label="5. Thời gian trả kết quả giải quyết hồ sơ",
            value=_due_words(fact.due_at),
            note=WEEKDAYS[fact.due_on.weekday()],
        ),
    ]
    if len(fact.legs) > 1:
        blocks.append(
            KeepTogether(blocks=(Text(text="Thời hạn của từng cơ quan trong hồ sơ liên thông:"), _legs_table(fact)))
        )
    where = _RETURN[fact.return_by]
    blocks += (
        Field(label="6. Đăng ký nhận kết quả tại", value=f"{where}: {fact.return_to}" if fact.return_to else where),
        Field(label="Phí, lệ phí", value=fact.fee_words),
        Field(
            label="Vào Sổ theo dõi hồ sơ", value=f"Quyển số {fact.received_at.year}, Số thứ tự {_BLANK}", only="page"
        ),
    )
    if fact.priority:
        blocks.append(Field(label="Ưu tiên", value=fact.priority))
    return tuple(blocks)


def _legs_table(fact: Registered) -> Table:
    rows = tuple(
        (leg.agency, spoken_days(leg.half_days).removesuffix(" làm việc"), f"{_local(leg.due_at):%H:%M\u00a0%d/%m/%Y}")
        for leg in fact.legs
    )
    return Table(columns=_LEG_COLUMNS, rows=rows)


def _foot(of: Receipt) -> tuple[Block, ...]:
    hotline, words = of.agency.hotline or of.agency.phone, of.words
    blocks: list[Block] = [
        QrCode(payload=of.scan_text, caption=of.fact.code, note=words.keep_note, only="slip"),
        Signatures(
            left=Signer(role="NGƯỜI NỘP HỒ SƠ", name=of.fact.applicant.name),
            middle=QrCode(payload=of.scan_text, note=words.keep_note),
            right=Signer(role="NGƯỜI TIẾP NHẬN HỒ SƠ", name=of.officer),
            only="page",
        ),
        Field(label="Người tiếp nhận", value=of.officer, only="slip"),
    ]
    if words.contact:
        blocks.append(Text(text=words.contact, size="small", align="center"))
    elif hotline:
        blocks.append(Text(text=f"Điện thoại: {hotline}", size="small", align="center", only="slip"))
    if words.receipt_note:
        blocks.append(Text(text=words.receipt_note, size="small", align="center"))
    return tuple(blocks)


def _local(at: datetime) -> datetime:
    return at.astimezone(VIETNAM)


def _long_day(on: date) -> str:
    month = f"{on.month:02d}" if on.month <= 2 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def _long_moment(at: datetime) -> str:
    local = _local(at)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {_long_day(local)}"


def _due_words(at: datetime) -> str:
    local = _local(at)
    return f"{local.hour:02d} giờ {local.minute:02d}, ngày {local.day:02d}/{local.month:02d}/{local.year}"
