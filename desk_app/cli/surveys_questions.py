"""``desk surveys questions`` and ``ask``: what citizens are asked, and since when."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day, spoken_day
from desk_app.surveys.commands import READ, put_question
from desk_app.surveys.questions import QUESTION_KEYS, Choice, Question, QuestionKey, question_on
from desk_app.surveys.rules import Level
from desk_app.surveys.tables.ratings import own_questions


@command("questions", "Xem câu đang hỏi người dân và các mức trả lời.")
@click.option("--on", "on_text", default="", metavar="NGÀY", help="Ngày nào; không ghi là hôm nay.")
@asks
def show_questions(asked: Asked, on_text: str) -> None:
    """Show what is asked on a day."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        on = day(on_text, field="on") if on_text else act.desk.journal.time.now().date()
        own = own_questions(act.desk.journal.reading())
    found = [question_on(own, key, on) for key in QUESTION_KEYS]
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Chưa có câu hỏi nào.")


@command("ask", "Đổi câu hỏi từ một ngày; mỗi --choice là «mức=chữ», mức tốt nhất trước.")
@click.argument("key", type=click.Choice(QUESTION_KEYS))
@click.argument("text", metavar="CÂU_HỎI")
@click.option("--choice", "choices", multiple=True, required=True, metavar="MỨC=CHỮ", help="Như satisfied=Hài lòng.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Hỏi từ ngày này; không ghi là hôm nay.")
@click.option("--source", default="", metavar="CHỮ", help="Căn cứ.")
@asks
def put(asked: Asked, key: QuestionKey, text: str, choices: tuple[str, ...], first: str, source: str) -> None:
    """Ask in the office's own words."""
    with acting(asked) as act:
        valid_from = day(first, field="from") if first else act.desk.journal.time.now().date()
        question = Question(
            key=key,
            valid_from=valid_from,
            text=text,
            choices=tuple(_choice(each) for each in choices),
            source=source,
        )
        put_question(act.desk.surveys, by=act.by, question=question, command_id=act.new_id())
    answer(asked, question, _words(question))


def _choice(text: str) -> Choice:
    level, _, words = text.partition("=")
    if level not in set(Level):
        names = ", ".join(Level)
        raise InvalidInput("choice", f"«{level[:20]}» không phải là mức trả lời.", f"Các mức: {names}.")
    return Choice(level=Level(level), words=words)


def _words(question: Question) -> str:
    choices = " / ".join(each.words for each in question.choices)
    return f"{question.key} (từ {spoken_day(question.valid_from)}): {question.text} – {choices}"
