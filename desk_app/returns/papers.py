"""What is printed for rounds and parcels: the route list, a slip for each stop, the letter of a kit, the label.

The helper reads them on the road: name, address, telephone, code, what to bring. No identity number, no date of birth.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.papers import letterhead
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords, shipped_words
from desk_app.printing.blocks import (
    Block,
    CheckItem,
    Column,
    Field,
    Highlight,
    KeepTogether,
    Paper,
    QrCode,
    Rule,
    Signatures,
    Signer,
    Space,
    Table,
    Text,
    Title,
)
from desk_app.returns.addresses import address_of
from desk_app.returns.facts import PostPrepared, spoken_helper
from desk_app.returns.kits import Letter
from desk_app.returns.round import Round

LIST_TITLE = "Danh sách trả kết quả tại nhà"
SLIP_TITLE = "Phiếu ký nhận kết quả tại nhà"
LABEL_TITLE = "Nhãn bưu gửi"

_NOBODY_HOME = "Không gặp: ghi giờ đến và lý do, mang phiếu cùng kết quả về quầy."


@dataclass(frozen=True, kw_only=True)
class StopPaper:
    """One stop as its papers need it; ``scan_text`` is the text of the dossier's mark."""

    dossier: Dossier
    kit: tuple[str, ...]
    scan_text: str


@dataclass(frozen=True, kw_only=True)
class RoundPaper:
    """What the papers of a round are made of."""

    round: Round
    agency: Agency
    officer: str
    words: PaperWords = field(default_factory=shipped_words)


@dataclass(frozen=True, kw_only=True)
class Label:
    """What a parcel's label is made of; ``codes`` are the dossiers in it."""

    parcel: PostPrepared
    codes: tuple[str, ...]
    agency: Agency


def route_list(of: RoundPaper, stops: Sequence[StopPaper]) -> Paper:
    """Return the A4 list of a round: whom to visit in which order, what to bring, room to sign."""
    trip = of.round
    blocks: tuple[Block, ...] = (
        changed(letterhead(of.agency, "", trip.going_on, of.words), number=""),
        Title(text=LIST_TITLE.upper(), subtitle=f"{trip.hamlet}, ngày {spoken_day(trip.going_on)}"),
        Field(label="Người đi trả", value=spoken_helper(trip.helper), bold=True),
        Field(label="Điện thoại", value=trip.helper.phone, only="" if trip.helper.phone else "page"),
        Text(text=f"Số kết quả mang đi: {len(stops):02d}"),
        _stops_table(stops),
        Text(text=_NOBODY_HOME, size="small", italic=True),
        Signatures(
            left=Signer(role="NGƯỜI ĐI TRẢ", name=trip.carrier or trip.helper.name),
            right=Signer(role="NGƯỜI GIAO KẾT QUẢ", name=of.officer),
        ),
    )
    return Paper(kind="return_list", code=trip.short, title=LIST_TITLE, blocks=blocks, page="A4")


def stop_slip(of: RoundPaper, stop: StopPaper) -> Paper:
    """Return the slip that comes back signed from one door; its code is scanned at the desk."""
    fact = stop.dossier.registered
    blocks: list[Block] = [
        changed(letterhead(of.agency, "", of.round.going_on, of.words), number=""),
        Title(text=SLIP_TITLE.upper(), subtitle=f"Mã hồ sơ: {stop.dossier.code}"),
        Field(label="Trả cho", value=fact.applicant.name, bold=True),
        Field(label="Địa chỉ", value=address_of(fact)),
        Field(label="Điện thoại", value=fact.applicant.phone, only="" if fact.applicant.phone else "page"),
        Field(label="Kết quả của thủ tục", value=fact.procedure_name),
        Field(label="Người đi trả", value=spoken_helper(of.round.helper)),
        *(CheckItem(text=f"Kèm theo: {item}") for item in stop.kit),
        Rule(),
        Field(label="Nhận lúc", value="…… giờ …… phút, ngày …… / …… / ………"),
        Field(label="Người nhận (nếu không phải người nộp)", value=""),
        Field(label="Là gì của người nộp", value=""),
        QrCode(payload=stop.scan_text, caption=stop.dossier.code, note="Quét để ghi kết quả.", only="slip"),
        Signatures(
            left=Signer(role="NGƯỜI NHẬN KẾT QUẢ"),
            middle=QrCode(payload=stop.scan_text, note="Quét để ghi kết quả."),
            right=Signer(role="NGƯỜI ĐI TRẢ", name=of.round.helper.name),
            only="page",
        ),
        Signatures(left=Signer(role="NGƯỜI NHẬN"), only="slip"),
        Text(text=_NOBODY_HOME, size="small", italic=True),
    ]
    return Paper(kind="return_slip", code=stop.dossier.code, title=SLIP_TITLE, blocks=tuple(blocks))


def kit_letter(of: RoundPaper, stop: StopPaper, letter: Letter) -> Paper:
    """Return the letter of a kit; it bears the child's name and goes to the family in an envelope."""
    fact = stop.dossier.registered
    child = fact.subject.name if fact.subject is not None else fact.applicant.name
    filled = {"child": child, "family": fact.applicant.name, "agency": of.agency.name}
    blocks: tuple[Block, ...] = (
        changed(letterhead(of.agency, "", of.round.going_on, of.words), number=""),
        Space(),
        Title(text=letter.title.upper()),
        Space(),
        Text(text=letter.greeting.format(**filled), bold=True),
        *(Text(text=line.format(**filled), align="justify") for line in letter.lines),
        Space(),
        Signatures(right=Signer(role=letter.signer.upper(), hint="")),
    )
    return Paper(kind="return_letter", code=stop.dossier.code, title=letter.title, blocks=blocks)


def label(of: Label) -> Paper:
    """Return a parcel's label: from the office, to the citizen, the telephone at arm's length."""
    parcel, agency = of.parcel, of.agency
    inside = ", ".join(tail(code) for code in of.codes)
    blocks: tuple[Block, ...] = (
        Text(text="Người gửi", size="small", bold=True),
        Text(text=f"Bộ phận Tiếp nhận và Trả kết quả – {agency.name}"),
        *((Text(text=agency.address),) if agency.address else ()),
        *((Text(text=f"Điện thoại: {agency.phone}"),) if agency.phone else ()),
        Rule(),
        KeepTogether(
            blocks=(
                Highlight(label="Người nhận", value=parcel.to, note=parcel.phone),
                Text(text=parcel.address, size="large", bold=True, align="center"),
            )
        ),
        Rule(dashed=True),
        Text(text=f"Kết quả thủ tục hành chính – {inside}", size="small", align="center"),
    )
    return Paper(kind="return_label", code=of.codes[0], title=LABEL_TITLE, blocks=blocks)


def _stops_table(stops: Sequence[StopPaper]) -> Table:
    # A slip is too narrow for columns of words: there one cell says all about whom to visit.
    columns = (
        Column(title="STT", width=2, align="center", only="page"),
        Column(title="Mã hồ sơ", width=6, only="page"),
        Column(title="Họ và tên", width=7, only="page"),
        Column(title="Địa chỉ", width=12, only="page"),
        Column(title="Điện thoại", width=6, only="page"),
        Column(title="Trả cho", width=12, only="slip"),
        Column(title="Mang theo", width=8),
        Column(title="Ký nhận", width=7, only="page"),
    )
    return Table(columns=columns, rows=tuple(_stop_row(place, each) for place, each in enumerate(stops, start=1)))


def _stop_row(place: int, stop: StopPaper) -> tuple[str, ...]:
    fact, code = stop.dossier.registered, tail(stop.dossier.code)
    name, address, phone = fact.applicant.name, address_of(fact), fact.applicant.phone
    whom = "\n".join(part for part in (f"{place}. {name}", address, phone, code) if part)
    return (str(place), code, name, address, phone, whom, "; ".join(("Kết quả", *stop.kit)), "")
