"""What is printed on the slip printer: the pocket slip of one person, and what proves a swap or a cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.office.agency import Agency
from desk_app.printing.blocks import (
    Block,
    Column,
    Field,
    KeepTogether,
    Paper,
    Rule,
    Signatures,
    Signer,
    Space,
    Table,
    Text,
    Title,
)
from desk_app.shifts.notice import clock
from desk_app.shifts.paper_texts import shipped_texts
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from desk_app.shifts.words import hours, weekday

SLIP_KIND = "shift_slip"
SLIP_TITLE = "Phiếu nhắc lịch trực"
SWAP_KIND = "shift_swap"
SWAP_TITLE = "Phiếu đổi ca trực"
COVER_TITLE = "Phiếu trực thay"
SIGN_IN_KIND = "shift_sign_in"
SIGN_IN_TITLE = "Danh sách ký trực"
_ROOM = "\u00a0\n\u00a0"


@dataclass(frozen=True, kw_only=True)
class PocketSlip:
    """What one person, or an organisation that sends whom it will, carries in the pocket for a month."""

    month: date
    name: str
    organisation: str
    seats: tuple[SeatSeen, ...]
    agency: Agency


@dataclass(frozen=True, kw_only=True)
class Change:
    """A seat that went from ``was`` to whom it is now."""

    seat: SeatSeen
    was: str


def pocket_slip(of: PocketSlip) -> Paper:
    """Return the slip of one person's duties in a month, each day in type that is read without glasses."""
    minutes = sum(seat.minutes for seat in of.seats)
    blocks: list[Block] = [
        Text(text=of.agency.name, bold=True, align="center"),
        Title(text=SLIP_TITLE.upper(), subtitle=f"Tháng {of.month:%m/%Y}"),
        Text(text=of.name, size="large", bold=True, align="center"),
        *([Text(text=of.organisation, align="center")] if of.organisation and of.organisation != of.name else []),
        Rule(),
        *(_duty(seat) for seat in of.seats),
        Text(text=f"Cộng: {len(of.seats)} buổi, {hours(minutes)}", bold=True),
        Text(text=shipped_texts().slip_note),
        *_phone(of.agency),
    ]
    return Paper(kind=SLIP_KIND, code=f"{of.month:%Y-%m}", title=SLIP_TITLE, blocks=tuple(blocks))


def swap_slip(first: Change, second: Change, *, reason: str, agency: Agency, officer: str, at: datetime) -> Paper:
    """Return what two people sign who exchanged their shifts."""
    return _change_slip(SWAP_TITLE, (first, second), reason, agency, officer, at)


def cover_slip(change: Change, *, reason: str, agency: Agency, officer: str, at: datetime) -> Paper:
    """Return what the person signs who comes instead of another."""
    return _change_slip(COVER_TITLE, (change,), reason, agency, officer, at)


def sign_in_list(shift: ShiftSeen, agency: Agency) -> Paper:
    """Return the sheet on which who is on duty signs when they come and when they go."""
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Họ và tên", width=9),
        Column(title="Tổ chức", width=8),
        Column(title="Giờ đến", width=4, align="center"),
        Column(title="Giờ về", width=4, align="center"),
        Column(title="Ký tên", width=6),
    )
    held = [seat for seat in shift.seats if seat.state != "called_off"]
    rows = [(str(n), seat.member_name, seat.organisation_name, "", "", _ROOM) for n, seat in enumerate(held, start=1)]
    # Two more lines, for those who come instead.
    rows += [("", "", "", "", "", _ROOM)] * 2
    blocks: tuple[Block, ...] = (
        Text(text=agency.name.upper(), bold=True),
        Title(text=SIGN_IN_TITLE.upper(), subtitle=f"{weekday(shift.on)}, ngày {spoken_day(shift.on)}"),
        Field(label="Địa điểm", value=shift.place_name),
        Field(label="Thời gian", value=f"{clock(shift.starts)} – {clock(shift.ends)}"),
        Space(),
        Table(columns=columns, rows=tuple(rows)),
        Signatures(right=Signer(role="NGƯỜI GHI NHẬN")),
    )
    return Paper(kind=SIGN_IN_KIND, code=f"{shift.on:%Y-%m-%d}", title=SIGN_IN_TITLE, blocks=blocks, page="A4")


def _duty(seat: SeatSeen) -> Block:
    return KeepTogether(
        blocks=(
            Text(text=f"{weekday(seat.on)} {spoken_day(seat.on)}", size="large", bold=True),
            Text(text=f"{clock(seat.starts)} – {clock(seat.ends)}", bold=True),
            Text(text=seat.place_name),
            Rule(dashed=True),
        )
    )


def _change_slip(
    title: str, changes: Sequence[Change], reason: str, agency: Agency, officer: str, at: datetime
) -> Paper:
    blocks: list[Block] = [
        Text(text=agency.name, bold=True, align="center"),
        Title(text=title.upper(), subtitle=spoken_moment(at)),
    ]
    for change in changes:
        seat = change.seat
        blocks += (
            Text(
                text=f"{weekday(seat.on)} {spoken_day(seat.on)}, {clock(seat.starts)} – {clock(seat.ends)}", bold=True
            ),
            Text(text=seat.place_name),
            Field(label="Người trực trước", value=change.was),
            Field(label="Người trực mới", value=seat.who, bold=True),
            Rule(dashed=True),
        )
    blocks += (
        *([Field(label="Lý do", value=reason)] if reason else []),
        Field(label="Người ghi nhận", value=officer),
        Signatures(left=Signer(role="NGƯỜI TRỰC TRƯỚC"), right=Signer(role="NGƯỜI TRỰC MỚI")),
    )
    return Paper(kind=SWAP_KIND, code=f"{changes[0].seat.on:%Y-%m-%d}", title=title, blocks=tuple(blocks))


def _phone(agency: Agency) -> tuple[Block, ...]:
    phone = agency.hotline or agency.phone
    return (Field(label="Điện thoại", value=phone, bold=True),) if phone else ()
