"""What is printed of appointments: the slip for the citizen, and the list of a day for the desk's own use."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.catalogue.procedure import Procedure
from desk_app.guidance.appointments.appointment import STATE_WORDS, Appointment, State
from desk_app.guidance.appointments.numbering import scan_text
from desk_app.guidance.contacts.ready_text import paper_words
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.printing.blocks import Block, Column, Field, Highlight, Paper, QrCode, Rule, Table, Text, Title
from desk_app.working_time.calendar import WEEKDAYS

SLIP_TITLE, LIST_TITLE = "Phiếu hẹn", "Danh sách hẹn trong ngày"


@dataclass(frozen=True, kw_only=True)
class SlipWords:
    """What a slip names besides the appointment itself; ``procedure`` is None where nobody said what it is about."""

    agency: Agency
    line: str
    counter: str
    procedure: Procedure | None


def slip(of: Appointment, words: SlipWords) -> Paper:
    """Return the slip: when and where, what to bring, and the code that opens the appointment at the desk."""
    blocks: list[Block] = [
        Text(text=words.agency.name, bold=True, align="center"),
        Title(text=SLIP_TITLE.upper(), subtitle=f"Số {of.number}"),
        Highlight(
            label="Mời đến lúc",
            value=f"{of.starts_at:%H:%M}",
            note=f"{WEEKDAYS[of.day.weekday()]}, ngày {spoken_day(of.day)}",
        ),
        Field(label="Người hẹn", value=of.spoken_name),
        Field(label="Làm việc", value=" – ".join(each for each in (words.line, words.counter) if each)),
    ]
    if words.agency.address:
        blocks.append(Field(label="Địa chỉ", value=words.agency.address))
    if words.procedure is not None:
        blocks += (Field(label="Thủ tục", value=words.procedure.name), Text(text="Mang theo", bold=True))
        required = [each for each in words.procedure.papers if each.required]
        blocks += [Text(text=f"- {paper_words(each)}", size="small") for each in required]
    phone = words.agency.hotline or words.agency.phone
    note = "Đến trước 5 phút, đưa phiếu này cho quầy." + (f" Bận thì báo {phone}." if phone else "")
    blocks += (Rule(), QrCode(payload=scan_text(of.number), caption=of.number, note=note))
    return Paper(kind="appointment", code=of.number, title=SLIP_TITLE, blocks=tuple(blocks))


def day_list(appointments: Sequence[Appointment], agency: Agency, lines: dict[str, str]) -> Paper:
    """Return the A4 list of one day's appointments, those called off left out; ``lines`` names each line by its id."""
    kept = [each for each in appointments if each.state is not State.CANCELLED]
    day = kept[0].day if kept else None
    rows = tuple(
        (
            f"{each.starts_at:%H:%M}",
            each.number.removeprefix("LH-"),
            each.person.name,
            each.person.phone,
            lines.get(each.line, ""),
            STATE_WORDS[each.state],
        )
        for each in kept
    )
    columns = (
        Column(title="Giờ", width=4),
        Column(title="Số hẹn", width=8),
        Column(title="Họ và tên", width=14),
        Column(title="Điện thoại", width=8),
        Column(title="Lịch", width=9),
        Column(title="Tình trạng", width=7),
    )
    blocks: tuple[Block, ...] = (
        Text(text=agency.name, bold=True),
        Title(text=LIST_TITLE.upper(), subtitle=f"Ngày {spoken_day(day)}" if day else ""),
        Table(columns=columns, rows=rows),
        Text(text=f"Cộng: {len(rows):02d} lượt hẹn.", italic=True),
    )
    code = f"{day:%y%m%d}" if day else "000000"
    return Paper(kind="appointment_list", code=code, title=LIST_TITLE, blocks=blocks, page="A4")
