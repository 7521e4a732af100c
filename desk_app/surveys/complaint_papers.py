"""What is printed of a complaint: the slip of receipt, the letter of answer."""

from dataclasses import dataclass, field

from desk_app.dossiers.papers import letterhead
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords, shipped_words
from desk_app.printing.blocks import (
    Block,
    Field,
    Highlight,
    Paper,
    Recipients,
    Signatures,
    Signer,
    Space,
    Text,
    Title,
)
from desk_app.surveys.complaint_facts import HOW_WORDS, TOPIC_WORDS, ComplaintAnswered, ComplaintReceived

RECEIPT_TITLE = "Phiếu tiếp nhận phản ánh, kiến nghị"
ANSWER_TITLE = "Trả lời phản ánh, kiến nghị"


@dataclass(frozen=True, kw_only=True)
class ComplaintPaper:
    """What the slip of receipt is made of."""

    fact: ComplaintReceived
    agency: Agency
    officer: str


@dataclass(frozen=True, kw_only=True)
class AnswerPaper:
    """What the letter of answer is made of."""

    received: ComplaintReceived
    answer: ComplaintAnswered
    agency: Agency
    words: PaperWords = field(default_factory=shipped_words)


def receipt_slip(of: ComplaintPaper) -> Paper:
    """Return the slip that the sender takes along: the number, the day of the answer, whom to ask."""
    fact = of.fact
    blocks: tuple[Block, ...] = (
        Text(text=of.agency.name, align="center", bold=True),
        Title(text=RECEIPT_TITLE.upper(), subtitle=f"Số: {fact.number}"),
        Field(label="Người gửi", value=fact.name or "không ghi tên"),
        Field(label="Hình thức", value=f"{TOPIC_WORDS[fact.topic]} ({HOW_WORDS[fact.how].lower()})"),
        Field(label="Nội dung", value=fact.text),
        Field(label="Ngày nhận", value=spoken_day(fact.received_on)),
        Highlight(label="Hẹn trả lời", value=spoken_day(fact.due_on), note=_ask(of.agency)),
        Signatures(left=Signer(role="NGƯỜI GỬI"), right=Signer(role="NGƯỜI NHẬN", name=of.officer)),
    )
    return Paper(kind="complaint_slip", code=fact.number, title=RECEIPT_TITLE, blocks=blocks)


def answer_letter(of: AnswerPaper) -> Paper:
    """Return the A4 letter with the answer; without a sender's name it is put up at the office."""
    received, answer = of.received, of.answer
    to = received.name or "người gửi phản ánh, kiến nghị (không ghi tên)"
    blocks: tuple[Block, ...] = (
        changed(letterhead(of.agency, "", answer.answered_on, of.words), number=f"Số: {received.number}"),
        Space(),
        Title(text=ANSWER_TITLE.upper()),
        Space(),
        Text(text=f"Kính gửi: {to}", bold=True, align="center"),
        *((Text(text=f"Địa chỉ, liên hệ: {received.contact}", align="center"),) if received.contact else ()),
        Space(),
        Text(
            text=f"Ngày {spoken_day(received.received_on)}, {of.agency.name} đã nhận {TOPIC_WORDS[received.topic].lower()} "
            f"có nội dung:",
            align="justify",
        ),
        Text(text=f"“{received.text}”", italic=True, align="justify"),
        Text(text=f"{of.agency.name} trả lời như sau:", align="justify"),
        Text(text=answer.text, align="justify"),
        Text(text="Trân trọng cảm ơn ông/bà đã góp ý./.", align="justify"),
        Space(),
        Signatures(
            left=Recipients(places=("Như trên", "Bộ phận Tiếp nhận và Trả kết quả", "Lưu: VT")),
            right=Signer(role="THỦ TRƯỞNG CƠ QUAN", hint="(Ký, ghi rõ họ tên, đóng dấu)"),
        ),
    )
    return Paper(kind="complaint_answer", code=received.number, title=ANSWER_TITLE, blocks=blocks, page="A4")


def _ask(agency: Agency) -> str:
    phone = agency.hotline or agency.phone
    return f"Hỏi: {phone}" if phone else ""
