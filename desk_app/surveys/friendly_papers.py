"""The paper of the self-assessment: six criteria, what speaks for each, the mark, and what citizens said."""

from dataclasses import dataclass
from datetime import date

from desk_app.dossiers.papers import letterhead
from desk_app.kernel.records import changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords
from desk_app.printing.blocks import Block, Column, Paper, Recipients, Signatures, Signer, Space, Table, Text, Title
from desk_app.surveys.figures import Figures
from desk_app.surveys.rules import spoken_share

ASSESSMENT_TITLE = "Tự đánh giá mô hình Chính quyền thân thiện"


@dataclass(frozen=True, kw_only=True)
class AssessmentPaper:
    """What the paper says; a line is a criterion, its evidence, its mark and a remark."""

    title: str
    period: str
    lines: tuple[tuple[str, tuple[str, ...], str, str], ...]
    rated: Figures


def assessment_paper(of: AssessmentPaper, agency: Agency, on: date, words: PaperWords) -> Paper:
    """Return the A4 paper of one period."""
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Nội dung tiêu chí", width=9),
        Column(title="Minh chứng", width=15),
        Column(title="Tự đánh giá", width=5, align="center"),
        Column(title="Nhận xét", width=7),
    )
    blocks: tuple[Block, ...] = (
        changed(letterhead(agency, "", on, words), number="Số: …… /BC-UBND"),
        Space(),
        Title(text=ASSESSMENT_TITLE.upper(), subtitle=of.period[:1].upper() + of.period[1:]),
        Space(),
        Table(columns=columns, rows=tuple(_row(place, line) for place, line in enumerate(of.lines, start=1))),
        Space(),
        Text(text="Ý kiến của người dân", bold=True),
        Text(text=rated_words(of.rated), align="justify"),
        Text(text=f"Tỷ lệ {of.rated.rounding}.", size="small", italic=True),
        Space(),
        Signatures(
            left=Recipients(places=("Cấp trên trực tiếp", "Lưu: VT")),
            right=Signer(role="TM. ỦY BAN NHÂN DÂN", hint="(Ký, ghi rõ họ tên, đóng dấu)"),
        ),
    )
    return Paper(kind="friendly", code=of.period, title=ASSESSMENT_TITLE, blocks=blocks, page="A4")


def rated_words(rated: Figures) -> str:
    """Return what citizens said in a sentence, as reports write it."""
    if not rated.total:
        return "Trong kỳ chưa có đánh giá nào của người dân."
    return (
        f"Từ {spoken_day(rated.first_on)} đến {spoken_day(rated.last_on)} có {quantity(rated.total)} lượt đánh giá: mức "
        f"độ đạt yêu cầu {spoken_share(rated.satisfied)}, trong đó mức độ tốt {spoken_share(rated.good)}."
    )


def _row(place: int, line: tuple[str, tuple[str, ...], str, str]) -> tuple[str, ...]:
    title, evidence, mark, remark = line
    return str(place), title, "\n".join(f"- {each}" for each in evidence), mark, remark
