"""The proof of play: what was shown on which day, for how long, on which screen."""

from datetime import date

from desk_app.dossiers.papers import letterhead
from desk_app.kernel.records import changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords
from desk_app.printing.blocks import Block, Column, Paper, Signatures, Signer, Space, Table, Text, Title
from desk_app.signage.played import PlayedDay, PlayedPeriod

PROOF_TITLE = "Nhật ký chiếu khẩu hiệu"


def proof_of_play(found: PlayedPeriod, agency: Agency, on: date, words: PaperWords) -> Paper:
    """Return the A4 paper of a period."""
    span = f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}"
    blocks: tuple[Block, ...] = (
        changed(letterhead(agency, "", on, words), number=""),
        Space(),
        Title(text=PROOF_TITLE.upper(), subtitle=span),
        Space(),
        _days(found),
        Text(text=f"Tổng thời gian đã chiếu: {minutes(found.seconds)} phút.", bold=True),
        Space(),
        _slogans(found),
        Space(),
        Signatures(right=Signer(role="NGƯỜI LẬP")),
    )
    return Paper(
        kind="proof_of_play",
        code=f"{found.first_on:%y%m%d}-{found.last_on:%y%m%d}",
        title=PROOF_TITLE,
        blocks=blocks,
        page="A4",
    )


def minutes(seconds: int) -> str:
    """Return seconds as minutes with one digit, as in ``9,5``; whole minutes without."""
    tenths = (seconds + 3) // 6
    whole = quantity(tenths // 10)
    return whole if tenths % 10 == 0 else f"{whole},{tenths % 10}"


def _days(found: PlayedPeriod) -> Table:
    columns = (
        Column(title="Ngày", width=4),
        Column(title="Màn hình", width=8),
        Column(title="Số lượt", width=3, align="right"),
        Column(title="Đã chiếu (phút)", width=4, align="right"),
        Column(title="Theo lịch (phút)", width=4, align="right"),
    )
    return Table(columns=columns, rows=tuple(_day(each) for each in found.days))


def _day(each: PlayedDay) -> tuple[str, ...]:
    return (
        spoken_day(each.on),
        each.screen,
        str(each.stretches),
        minutes(each.seconds),
        minutes(each.asked_seconds),
    )


def _slogans(found: PlayedPeriod) -> Table:
    columns = (
        Column(title="Khẩu hiệu", width=14),
        Column(title="Số lần", width=3, align="right"),
        Column(title="Phút", width=3, align="right"),
    )
    rows = tuple((each.text, quantity(each.times), minutes(each.seconds)) for each in found.shown)
    return Table(columns=columns, rows=rows)
