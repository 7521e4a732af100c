"""``desk surveys slip`` and ``type-in``: rating slips printed, and marked papers typed in."""

from typing import TextIO

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.moves import dossier_named
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day
from desk_app.surveys.commands import RATE
from desk_app.surveys.questions import Choice, question_on
from desk_app.surveys.slips import TypedSlip, print_slip, type_in
from desk_app.surveys.tables.ratings import own_questions


class SlipQueued(Record):
    """A slip waits in the print queue; whose it is stands nowhere."""

    papers: int


class TypedIn(Record):
    """How many papers were taken down, and how many of them had a number."""

    slips: int
    numbered: int


@command("slip", "In phiếu đánh giá của một hồ sơ đã trả: có mã số, không có tên.")
@click.argument("code", metavar="MÃ_HỒ_SƠ")
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn.")
@asks
def print_one(asked: Asked, code: str, printer: str) -> None:
    """Queue a rating slip."""
    with acting(asked) as act:
        act.desk.require(act.by, RATE)
        dossier = dossier_named(act, code)
        print_slip(act.desk.surveys, by=act.by, dossier=dossier, printer=printer or None, command_id=act.new_id())
    answer(asked, SlipQueued(papers=1), "Đã xếp phiếu đánh giá vào hàng đợi in.")


@command("type-in", "Nhập phiếu giấy: mỗi dòng một phiếu, «1» hoặc «1 SỐ_PHIẾU»; 1 là mức tốt nhất.")
@click.argument("file", type=click.File(encoding="utf-8"), default="-", metavar="[TỆP]")
@click.option("--on", "on_text", default="", metavar="NGÀY", help="Ngày ghi phiếu; không ghi là hôm nay.")
@asks
def type_them_in(asked: Asked, file: TextIO, on_text: str) -> None:
    """Take a pile of papers down, all or none."""
    filled_on = day(on_text, field="on") if on_text else None
    with acting(asked) as act:
        today = act.desk.journal.time.now().date()
        question = question_on(own_questions(act.desk.journal.reading()), "hand_over", today)
        slips = tuple(_slip(line, place, question.choices) for place, line in enumerate(file, start=1) if line.strip())
        type_in(act.desk.surveys, by=act.by, slips=slips, filled_on=filled_on, command_id=act.new_id())
    numbered = sum(bool(each.token) for each in slips)
    answer(asked, TypedIn(slips=len(slips), numbered=numbered), f"Đã ghi {len(slips)} phiếu, {numbered} phiếu có mã.")


def _slip(line: str, place: int, choices: tuple[Choice, ...]) -> TypedSlip:
    key, _, token = line.strip().partition(" ")
    if not key.isascii() or not key.isdigit() or not 1 <= int(key) <= len(choices):
        words = ", ".join(f"{number} {each.words.lower()}" for number, each in enumerate(choices, start=1))
        raise InvalidInput(f"slips.{place}", f"Dòng {place}: «{key[:20]}» không phải là mức trả lời.", f"{words}.")
    return TypedSlip(level=choices[int(key) - 1].level, token=token)
