"""What is printed of money: the slip of one payment, and the cash report of a day."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk_app.dossiers.papers import letterhead
from desk_app.fees.day import KIND_WORDS, WAY_WORDS, DayReport, Line
from desk_app.fees.facts import Way
from desk_app.fees.numbering import scan_text
from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.office.agency import Agency
from desk_app.printing.blocks import (
    Block,
    Column,
    Field,
    Highlight,
    Paper,
    QrCode,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)

SLIP_KIND = "fee_slip"
SLIP_TITLE = "Phiếu thu phí, lệ phí"
DAY_TITLE = "Báo cáo thu phí, lệ phí trong ngày"
_NO_INVOICE = "Phiếu này để đối chiếu tại quầy, không thay biên lai thu phí, lệ phí."
_FEW_LINES = 40


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What the slip of a payment is made of; ``reason`` says why another amount than ``due`` was taken."""

    number: str
    code: str
    payer: str
    amount: int
    due: int | None
    way: Way
    reason: str
    paid_at: datetime
    procedure: str
    agency: Agency
    officer: str


def slip(of: Slip) -> Paper:
    """Return the slip of one payment: number, amount, way, and the code by which it is scanned."""
    blocks: list[Block] = [
        Text(text=of.agency.name, bold=True, align="center"),
        Title(text=SLIP_TITLE.upper(), subtitle=f"Số: {of.number}"),
        Highlight(label="Số tiền", value=dong(of.amount), note=WAY_WORDS[of.way]),
        Field(label="Người nộp", value=of.payer, bold=True),
        Field(label="Hồ sơ", value=of.code),
        Field(label="Thủ tục", value=of.procedure),
        Field(label="Thu lúc", value=spoken_moment(of.paid_at)),
        Field(label="Người thu", value=of.officer),
    ]
    if of.reason:
        due = "chưa nêu" if of.due is None else dong(of.due)
        blocks.append(Field(label=f"Mức phải thu {due}; lý do thu khác", value=of.reason))
    blocks += (
        QrCode(payload=scan_text(of.number), caption=of.number),
        Text(text=_NO_INVOICE, size="small", align="center"),
    )
    return Paper(kind=SLIP_KIND, code=of.number, title=SLIP_TITLE, blocks=tuple(blocks))


def day_paper(of: DayReport, agency: Agency, *, page: Literal["A4", "A5"] = "A5") -> Paper:
    """Return the cash report of a day for signing, on a page of either size or a slip."""
    blocks: list[Block] = [
        letterhead(agency, "……/BC-TP", of.day),
        Title(text=DAY_TITLE.upper(), subtitle=f"Ngày {spoken_day(of.day)}"),
        Field(label="Người thu", value=of.name or f"cả quầy, {of.cash_days} người"),
        Text(text="1. Theo lĩnh vực", bold=True),
        _fields_table(of),
        Text(text="2. Theo cách nộp", bold=True),
        _ways_table(of),
        *_waived(of),
        *_returned(of),
        *_cash(of),
        Signatures(
            left=Signer(role="NGƯỜI THU", name=of.name),
            right=Signer(role="NGƯỜI KIỂM TRA"),
        ),
    ]
    return Paper(kind="fee_day", code=f"{of.day:%y%m%d}", title=DAY_TITLE, blocks=tuple(blocks), page=page)


def _fields_table(of: DayReport) -> Table:
    columns = (
        Column(title="Lĩnh vực", width=8),
        Column(title="Số", width=2, align="right"),
        Column(title="Tiền mặt", width=5, align="right", only="page"),
        Column(title="Chuyển khoản", width=5, align="right", only="page"),
        Column(title="Trả lại", width=4, align="right", only="page"),
        Column(title="Còn", width=5, align="right"),
    )
    rows = [
        (each.field, *map(quantity, (each.payments, each.cash, each.transfer, each.returned, each.net)))
        for each in of.fields
    ]
    cash, transfer = (sum(getattr(each, name) for each in of.fields) for name in ("cash", "transfer"))
    rows.append(("Cộng", *map(quantity, (of.payments, cash, transfer, of.returned, of.net))))
    return Table(columns=columns, rows=tuple(rows))


def _ways_table(of: DayReport) -> Table:
    columns = (
        Column(title="Cách nộp", width=6),
        Column(title="Số", width=2, align="right"),
        Column(title="Đã thu", width=5, align="right", only="page"),
        Column(title="Trả lại", width=5, align="right", only="page"),
        Column(title="Còn", width=5, align="right"),
    )
    rows = [
        (WAY_WORDS[each.way], *map(quantity, (each.payments, each.paid, each.returned, each.net))) for each in of.ways
    ]
    rows.append(("Cộng", *map(quantity, (of.payments, of.paid, of.returned, of.net))))
    return Table(columns=columns, rows=tuple(rows))


def _waived(of: DayReport) -> tuple[Block, ...]:
    if not of.waived:
        return (Field(label="3. Miễn", value="không có"),)
    total = sum(each.count for each in of.waived)
    reasons = "; ".join(f"{each.reason}: {quantity(each.count)}" for each in of.waived)
    return (Field(label=f"3. Miễn, {quantity(total)} hồ sơ", value=reasons),)


def _returned(of: DayReport) -> tuple[Block, ...]:
    backs = [line for line in of.lines if line.kind != "paid"]
    if not backs:
        return (Field(label="4. Trả lại, ghi sai", value="không có"),)
    shown = [Text(text=_back(line), size="small") for line in backs[:_FEW_LINES]]
    more = len(backs) - len(shown)
    rest = (Text(text=f"và {quantity(more)} phiếu nữa, xem tệp Excel.", size="small"),) if more else ()
    return (Field(label="4. Trả lại, ghi sai", value=f"{quantity(len(backs))} phiếu"), *shown, *rest)


def _back(line: Line) -> str:
    return f"{line.number}: {dong(-line.amount)}, {KIND_WORDS[line.kind].lower()}, {line.reason}"


def _cash(of: DayReport) -> tuple[Block, ...]:
    cash = next(each.net for each in of.ways if each.way == "cash")
    blocks: list[Block] = [
        Text(text="5. Tiền mặt cuối ngày", bold=True),
        Field(label="Có đầu ngày", value=dong(of.opening)),
        Field(label="Thu, đã trừ trả lại", value=dong(cash)),
        Field(label="Phải có", value=dong(of.expected), bold=True),
        Field(label="Đếm được", value="" if of.counted is None else dong(of.counted), bold=True),
        Field(label="Chênh lệch", value="" if of.difference is None else dong(of.difference)),
    ]
    if of.difference or of.note:
        blocks.append(Field(label="Giải thích", value=of.note))
    if of.closed_at is not None:
        blocks.append(Text(text=f"Đã chốt lúc {spoken_moment(of.closed_at)}.", size="small", italic=True))
    else:
        state = f"{of.closed_days}/{of.cash_days} người đã chốt" if of.closed_days else "chưa chốt"
        blocks.append(Text(text=f"Ngày này {state}: số liệu còn có thể thay đổi.", size="small", italic=True))
    return tuple(blocks)
