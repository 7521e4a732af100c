"""The slip that a citizen marks at home or at the writing table: three boxes, a number, no name."""

from dataclasses import dataclass
from datetime import date

from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.printing.blocks import Block, CheckItem, Paper, QrCode, Rule, Text, Title
from desk_app.surveys.questions import Question
from desk_app.surveys.rules import REASON_WORDS
from desk_app.surveys.tokens import spoken_token

SLIP_TITLE = "Phiếu đánh giá"

_NAMELESS = "Phiếu không ghi tên. Mã số chỉ để mỗi lượt được tính một lần, không cho biết ai trả lời."
_WHERE = "Đánh dấu một ô, rồi bỏ vào thùng phiếu ở quầy."


@dataclass(frozen=True, kw_only=True)
class SlipPaper:
    """What a rating slip is made of."""

    token: str
    question: Question
    agency: Agency
    on: date


def rating_slip(of: SlipPaper) -> Paper:
    """Return the slip of one hand-over; its code bears the number and nothing else."""
    spoken = spoken_token(of.token)
    blocks: tuple[Block, ...] = (
        Text(text=of.agency.name, align="center", bold=True),
        Text(text="Bộ phận Tiếp nhận và Trả kết quả", align="center"),
        Title(text=SLIP_TITLE.upper(), subtitle=f"Ngày {spoken_day(of.on)}"),
        Text(text=of.question.text, size="large", bold=True),
        *(CheckItem(text=choice.words) for choice in of.question.choices),
        Text(text="Về điều gì (không bắt buộc)", size="small", bold=True),
        *(CheckItem(text=words) for words in REASON_WORDS.values()),
        Rule(),
        QrCode(payload=spoken, caption=spoken),
        Text(text=_WHERE, align="center"),
        Text(text=_NAMELESS, size="small", italic=True, align="center"),
    )
    return Paper(kind="rating_slip", code=spoken, title=SLIP_TITLE, blocks=blocks)
