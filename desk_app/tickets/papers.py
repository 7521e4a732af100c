"""The slip of a queue ticket: the number at arm's length, and the code by which it is scanned. No name, no reason."""

from dataclasses import dataclass

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.office.agency import Agency
from desk_app.printing.blocks import Block, Field, Highlight, Paper, QrCode, Text
from desk_app.tickets.facts import Taken
from desk_app.tickets.numbering import number_text, scan_text

TICKET_TITLE = "Phiếu số thứ tự"
_KEEP_THIS = "Giữ phiếu này đến khi được gọi. Vắng khi gọi: hãy đến quầy, số vẫn còn."


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What a slip is made of; ``ahead`` is how many wait in the same line before it."""

    fact: Taken
    agency: Agency | None
    ahead: int


def slip(of: Slip) -> Paper:
    """Return the slip of a ticket; its code ``261123-A001`` names one number of one day."""
    fact = of.fact
    number = number_text(fact.letter, fact.number)
    blocks: list[Block] = []
    if of.agency is not None:
        blocks.append(Text(text=of.agency.name, bold=True, align="center"))
    blocks += (
        # That somebody goes first is no secret; why is nobody's business.
        Highlight(label=fact.field, value=number, note="Ưu tiên" if fact.priority else ""),
        Field(label="Lấy số lúc", value=spoken_moment(fact.taken_at)),
        Field(label="Người chờ trước", value=quantity(of.ahead)),
        QrCode(payload=scan_text(fact.day, fact.letter, fact.number), note=_KEEP_THIS),
    )
    return Paper(kind="ticket", code=f"{fact.day:%y%m%d}-{number}", title=TICKET_TITLE, blocks=tuple(blocks))
