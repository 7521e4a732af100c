"""The log of ``desk guidance``: taking down, finding, asking again."""

import click

from desk_app.catalogue.procedure import Procedure
from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.guidance_shown import contact_shown, contact_words
from desk_app.cli.list_looks import saw_list
from desk_app.dossiers.person import Person
from desk_app.guidance.contacts.commands import (
    READ,
    Advice,
    finish_follow_up,
    log_guidance,
    set_follow_up,
    withdraw_guidance,
)
from desk_app.guidance.contacts.contact import CHANNEL_WORDS
from desk_app.guidance.contacts.facts import Channel, PaperChecked
from desk_app.guidance.contacts.reading import (
    LOOKED_AT,
    Looked,
    get_contact,
    list_contacts,
    list_follow_ups,
    search_contacts,
)
from desk_app.guidance.prefill import prefill_of_contact
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import day

_id = click.argument("contact", metavar="MÃ")


@command("log", "Ghi một lượt hướng dẫn.")
@click.option("--channel", type=click.Choice(list(CHANNEL_WORDS)), required=True, help="Qua đường nào.")
@click.option("--name", default="", metavar="TÊN", help="Người được hướng dẫn; không nêu cũng được.")
@click.option("--phone", default="", metavar="SỐ", help="Số điện thoại.")
@click.option("--procedure", default="", metavar="MÃ", help="Thủ tục.")
@click.option("--advice", default="", metavar="CHỮ", help="Đã hướng dẫn gì.")
@click.option("--has", multiple=True, metavar="GIẤY", help="Giấy đã có: số thứ tự hoặc đầu tên. Ghi được nhiều lần.")
@click.option("--lacks", multiple=True, metavar="GIẤY", help="Giấy còn thiếu. Ghi được nhiều lần.")
@click.option("--form", "forms", multiple=True, metavar="MẪU", help="Mẫu đã gửi. Ghi được nhiều lần.")
@click.option("--minutes", type=int, default=0, metavar="PHÚT", help="Mất bao lâu.")
@click.option("--follow-up-on", default="", metavar="NGÀY", help="Ngày hỏi lại.")
@click.option("--follow-up", default="", metavar="CHỮ", help="Hỏi lại việc gì.")
@click.option("--key", default="", metavar="KHÓA", help="Ghi lại với cùng khóa thì chỉ tính một lượt.")
@asks
def log(
    asked: Asked,
    channel: Channel,
    name: str,
    phone: str,
    has: tuple[str, ...],
    lacks: tuple[str, ...],
    follow_up_on: str,
    key: str,
    **values: object,
) -> None:
    """Take down one contact."""
    with acting(asked) as act:
        procedure, today = str(values["procedure"]), act.desk.journal.time.now().date()
        known = act.desk.catalogue.present().procedure_on(procedure, today) if procedure else None
        advice = Advice(
            channel=channel,
            person=Person(name=name, phone=phone),
            papers=(*_papers(known, has, has=True), *_papers(known, lacks, has=False)),
            follow_up_on=day(follow_up_on, field="follow_up_on") if follow_up_on else None,
            **values,  # type: ignore[arg-type]
        )
        command_id = command_id_of(f"guidance:{key}") if key else act.new_id()
        written = log_guidance(act.desk.guidance, by=act.by, advice=advice, command_id=command_id)
        made = get_contact(act.desk.guidance, written.subject)
    answer(asked, contact_shown(made), contact_words(made))


@command("list", "Tìm các lượt hướng dẫn theo tên, số điện thoại; hoặc liệt kê một thời kỳ, những việc phải hỏi lại.")
@click.argument("text", metavar="[CHỮ]", default="")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Đến hết ngày này; không ghi là hôm nay.")
@click.option("--follow-ups", is_flag=True, help="Chỉ những lượt phải hỏi lại đến ngày --to.")
@asks
def list_all(asked: Asked, text: str, first: str, last: str, follow_ups: bool) -> None:
    """List contacts."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room, today = act.desk.guidance, act.desk.journal.time.now().date()
        first_on = day(first, field="from") if first else today
        last_on = day(last, field="to") if last else today
        which: Looked = "found" if text else "follow_ups" if follow_ups else "period"
        if which == "found":
            found = search_contacts(room, text)
        elif which == "follow_ups":
            found = list_follow_ups(room, last_on)
        else:
            found = list_contacts(room, first_on=first_on, last_on=last_on)
        saw_list(act, LOOKED_AT[which], len(found))
    answer_each(asked, ((contact_shown(each), contact_words(each)) for each in found), nothing="Không có lượt nào.")


@command("withdraw", "Bỏ một lượt hướng dẫn ghi nhầm.")
@_id
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao bỏ.")
@asks
def withdraw(asked: Asked, contact: str, reason: str) -> None:
    """Take back a contact."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        made = get_contact(act.desk.guidance, contact)
        withdraw_guidance(act.desk.guidance, by=act.by, contact=made.id, reason=reason, command_id=act.new_id())
    answer(asked, contact_shown(made), f"Đã bỏ lượt hướng dẫn của {made.spoken_name}.")


@command("prefill", "Những gì đã biết để lập hồ sơ: đưa «origin», «procedure», «applicant» vào desk dossiers register.")
@_id
@asks
def prefill(asked: Asked, contact: str) -> None:
    """Show the beginning of a registration."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        known = prefill_of_contact(act.desk.guidance, contact)
    name = known.applicant.name if known.applicant is not None else ""
    answer(asked, known, f"{known.origin}  {known.procedure}  {name}")


@command("follow-up", "Hẹn ngày hỏi lại, hoặc ghi đã hỏi.")
@_id
@click.option("--on", "on", default="", metavar="NGÀY", help="Hỏi lại ngày này.")
@click.option("--what", default="", metavar="CHỮ", help="Hỏi việc gì.")
@click.option("--done", is_flag=True, help="Đã hỏi lại.")
@click.option("--note", default="", metavar="CHỮ", help="Kết quả hỏi lại.")
@asks
def follow_up(asked: Asked, contact: str, on: str, what: str, done: bool, note: str) -> None:
    """Put or finish a follow-up."""
    if done == bool(on):
        raise InvalidInput("on", "Chưa rõ là hẹn hỏi lại hay đã hỏi.", "Ghi --on NGÀY, hoặc --done.")
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room, id_ = act.desk.guidance, get_contact(act.desk.guidance, contact).id
        if done:
            finish_follow_up(room, by=act.by, contact=id_, note=note, command_id=act.new_id())
        else:
            set_follow_up(room, by=act.by, contact=id_, on=day(on, field="on"), what=what, command_id=act.new_id())
        made = get_contact(room, id_)
    answer(asked, contact_shown(made), contact_words(made))


def _papers(procedure: Procedure | None, named: tuple[str, ...], *, has: bool) -> tuple[PaperChecked, ...]:
    return tuple(PaperChecked(name=_paper(procedure, each), has=has) for each in named)


def _paper(procedure: Procedure | None, text: str) -> str:
    """Return the name of the paper that a number from 1 on, or the beginning of a name, means."""
    names = [paper.name for paper in procedure.papers] if procedure is not None else []
    if text.isdigit() and 1 <= int(text) <= len(names):
        return names[int(text) - 1]
    begun = [name for name in names if folded(name).startswith(folded(text))]
    if len(begun) != 1:
        listed = "; ".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
        raise InvalidInput("papers", f"Không rõ giấy nào: «{text}».", listed or "Hãy ghi --procedure trước.")
    return begun[0]
