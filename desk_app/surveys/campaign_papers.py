"""The form of a survey: numbered, without a name, one line for each question and a box for each answer."""

from typing import Protocol

from desk_app.office.agency import Agency
from desk_app.printing.blocks import Block, Column, Field, Paper, Table, Text, Title
from desk_app.surveys.rules import LEVEL_WORDS, Level

FORM_TITLE = "Phiếu khảo sát"
ASKED_LEVELS = (Level.VERY_SATISFIED, Level.SATISFIED, Level.DISSATISFIED)
"""What a form offers, in the order of its columns: the keys 1, 2 and 3 where it is typed in."""

_BOX = ("[   ]",) * len(ASKED_LEVELS)
"""A slip has no ruled columns: without something to mark nobody sees where."""
_HOW = "Đánh dấu một ô ở mỗi dòng. Phiếu không ghi tên người trả lời."


class Asked(Protocol):
    """What a form needs of a survey."""

    @property
    def title(self) -> str:
        """Return what the survey is called."""
        ...

    @property
    def questions(self) -> tuple[str, ...]:
        """Return what is asked."""
        ...


def survey_form(plan: Asked, number: int, agency: Agency) -> Paper:
    """Return one numbered A5 form."""
    columns = (
        Column(title="Nội dung", width=9),
        *(Column(title=LEVEL_WORDS[level], width=3, align="center") for level in ASKED_LEVELS),
    )
    blocks: tuple[Block, ...] = (
        Text(text=agency.name, align="center", bold=True),
        Title(text=FORM_TITLE.upper(), subtitle=plan.title),
        Text(text=f"Phiếu số {number:02d}", size="large", bold=True, align="right"),
        Text(text=_HOW, italic=True),
        Table(columns=columns, rows=tuple((each, *_BOX) for each in plan.questions)),
        Field(label="Ý kiến khác", value=""),
    )
    return Paper(kind="survey_form", code=f"{number:02d}", title=FORM_TITLE, blocks=blocks)
