"""What is done about a complaint, in ``desk surveys complaints``; each answers the complaint as it then stands."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.surveys_complaints import account_named, complaint_shown, complaint_words
from desk_app.kernel.time_source import day
from desk_app.surveys import complaints
from desk_app.surveys.complaint_facts import OUTCOME_WORDS, Outcome
from desk_app.surveys.complaints import complaint_named

_number = click.argument("number", metavar="SỐ")


@command("assign", "Giao cho người khác giải quyết; đổi hạn thì ghi lý do.")
@_number
@click.option("--responsible", required=True, metavar="TÊN_ĐN", help="Ai giải quyết.")
@click.option("--due", default="", metavar="NGÀY", help="Hạn mới.")
@click.option("--reason", default="", metavar="CHỮ", help="Lý do.")
@asks
def hand_on(asked: Asked, number: str, responsible: str, due: str, reason: str) -> None:
    """Let somebody else answer."""
    with acting(asked) as act:
        id_ = _id(act, number)
        complaints.assign(
            act.desk.surveys,
            by=act.by,
            complaint=id_,
            responsible=account_named(act, responsible),
            due_on=day(due, field="due") if due else None,
            reason=reason,
            command_id=act.new_id(),
        )
        _show(asked, act, id_)


@command("step", "Ghi việc đã làm để giải quyết.")
@_number
@click.argument("text", metavar="VIỆC")
@asks
def step(asked: Asked, number: str, text: str) -> None:
    """Record what was done."""
    with acting(asked) as act:
        id_ = _id(act, number)
        complaints.add_step(act.desk.surveys, by=act.by, complaint=id_, text=text, command_id=act.new_id())
        _show(asked, act, id_)


@command("answer", "Trả lời và in văn bản trả lời.")
@_number
@click.argument("text", metavar="NỘI_DUNG")
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn cho khổ A4.")
@asks
def reply(asked: Asked, number: str, text: str, printer: str) -> None:
    """Answer a complaint."""
    with acting(asked) as act:
        id_, new_id = _id(act, number), act.new_id()
        room = act.desk.surveys
        complaints.answer(room, by=act.by, complaint=id_, text=text, printer=printer or None, command_id=new_id)
        _show(asked, act, id_)


@command("close", "Kết thúc: đúng, đúng một phần, không đúng, tiếp thu, hoặc người gửi rút.")
@_number
@click.option("--outcome", required=True, type=click.Choice([key for key in OUTCOME_WORDS if key]), help="Kết luận.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def end(asked: Asked, number: str, outcome: Outcome, note: str) -> None:
    """End a complaint."""
    with acting(asked) as act:
        id_ = _id(act, number)
        complaints.close(
            act.desk.surveys, by=act.by, complaint=id_, outcome=outcome, note=note, command_id=act.new_id()
        )
        _show(asked, act, id_)


def _id(act: Acting, number: str) -> str:
    act.desk.require(act.by, complaints.HANDLE)
    return complaint_named(act.desk.surveys, act.by, number).id


def _show(asked: Asked, act: Acting, id_: str) -> None:
    act_shown = next(
        each for each in complaints.list_complaints(act.desk.surveys, act.by, is_open=False) if each.id == id_
    )
    shown = complaint_shown(act, act_shown)
    answer(asked, shown, complaint_words(shown))
