"""The questions that are put to citizens: data with dates, shipped with the program, replaced by the office's own."""

from datetime import date
from functools import cache
from typing import Literal

from desk_app.kernel.errors import Damaged, InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import checked_line
from desk_app.surveys.rules import Level

QuestionKey = Literal["hand_over", "visit"]
QUESTION_KEYS: tuple[QuestionKey, ...] = ("hand_over", "visit")

_LONGEST_QUESTION, _LONGEST_CHOICE = 120, 30
_FEWEST, _MOST = 2, 5


class Choice(Record):
    """One thing a citizen can answer, and the words on its button."""

    level: Level
    words: str


class Question(Record):
    """What is asked from a day on, until a later question of the same key takes over; the best answer first."""

    key: QuestionKey
    valid_from: date
    text: str
    choices: tuple[Choice, ...]
    source: str = ""


class QuestionFile(Record):
    """The questions as the file holds them."""

    notice: str
    questions: tuple[Question, ...]


@cache
def shipped_questions() -> QuestionFile:
    """Return the questions of ``resources/surveys/cau-hoi.json``; raise ``Damaged`` when they cannot be read."""
    try:
        return from_json(resource("surveys", "cau-hoi.json").read_bytes(), QuestionFile)
    except (OSError, WireError):
        raise Damaged("surveys.questions", "Tệp câu hỏi bị hỏng.", "Hãy cài lại chương trình.") from None


def question_on(own: tuple[Question, ...], key: QuestionKey, day: date) -> Question:
    """Return what is asked on ``day``: the office's own that began last by then, else the shipped one."""
    for set_ in (own, shipped_questions().questions):
        begun = [each for each in set_ if each.key == key and each.valid_from <= day]
        if begun:
            return max(begun, key=lambda each: each.valid_from)
    # Before the first shipped day nobody was asked by this program; its oldest question explains what was.
    return next(each for each in shipped_questions().questions if each.key == key)


def checked_question(question: Question) -> Question:
    """Return the question, clean; raise ``InvalidInput`` for a text, or for choices that are no scale."""
    text = checked_line(question.text, field="text", label="Câu hỏi", longest=_LONGEST_QUESTION, required=True)
    source = checked_line(question.source, field="source", label="Căn cứ", longest=200)
    levels = [each.level for each in question.choices]
    if not _FEWEST <= len(levels) <= _MOST or levels != [each for each in Level if each in levels]:
        raise InvalidInput(
            "choices",
            f"Câu hỏi phải có từ {_FEWEST} đến {_MOST} mức trả lời, mức tốt nhất đứng trước.",
            "Sửa lại các mức trả lời.",
        )
    choices = tuple(
        Choice(
            level=each.level,
            words=checked_line(
                each.words, field="choices", label="Mức trả lời", longest=_LONGEST_CHOICE, required=True
            ),
        )
        for each in question.choices
    )
    return Question(key=question.key, valid_from=question.valid_from, text=text, choices=choices, source=source)
