"""``desk dossiers show`` and the moves of a dossier's life; each answers the dossier as it then stands."""

import re

import click

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.card import card_of, words_of
from desk_app.cli.command import asks, command
from desk_app.cli.life_options import command_id, key_option
from desk_app.dossiers.commands import (
    add_note,
    dossier_in,
    finish_step,
    hand_over_together,
    id_of,
    issue_result,
    settle_finding,
)
from desk_app.dossiers.facts import Relation, Told
from desk_app.dossiers.hand_over import Collecting
from desk_app.kernel.errors import Refused

VIEW = "dossiers.view"

_TAIL = re.compile(r"\d{6}-\d{4,7}", re.ASCII)
_code = click.argument("code", metavar="MÃ_HỒ_SƠ")
_note = click.option("--note", "text", default="", metavar="GHI_CHÚ", help="Ghi chú kèm theo.")


@command("show", "Xem một hồ sơ và lịch sử của nó.")
@_code
@asks
def show(asked: Asked, code: str) -> None:
    """Show everything about one dossier; the look-up is entered in the access log."""
    with acting(asked) as act:
        act.desk.require(act.by, VIEW)
        dossier = dossier_named(act, code)
        about = about_dossier(dossier)
        look_up_logged(act.desk.accounts, by=act.by, about=about, how="card", command_id=act.new_id())
        show_dossier(asked, act, dossier)


@command("step", "Ghi một cơ quan đã xong phần việc của mình.")
@_code
@click.option("--done", is_flag=True, help="Phần việc đã xong.")
@click.option("--by", "agency", default="", metavar="CƠ_QUAN", help="Cơ quan nào; không ghi là cơ quan đang đến lượt.")
@_note
@key_option
@asks
def step(asked: Asked, code: str, done: bool, agency: str, text: str, key: str) -> None:
    """Record that an agency has done its part."""
    if not done:
        raise Refused("cli.usage", "Chưa nói bước này đã xong hay chưa.", "Thêm --done để ghi là đã xong.")
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        room, id_ = act.desk.dossiers, command_id(act, "step", dossier, key)
        finish_step(room, by=act.by, dossier=dossier, agency=agency, note=text, command_id=id_)
        show_dossier(asked, act, dossier)


@command("result", "Ghi đã có kết quả giải quyết.")
@_code
@click.option("--number", default="", metavar="SỐ", help="Số của kết quả.")
@_note
@key_option
@asks
def result(asked: Asked, code: str, number: str, text: str, key: str) -> None:
    """Record that the result exists."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        room, id_ = act.desk.dossiers, command_id(act, "result", dossier, key)
        issue_result(room, by=act.by, dossier=dossier, number=number, note=text, command_id=id_)
        show_dossier(asked, act, dossier)


@command("hand-over", "Ghi đã trả kết quả cho người nhận.")
@_code
@click.option("--to", default="", metavar="TÊN", help="Người nhận; không ghi là chính người nộp.")
@click.option("--relation", type=click.Choice(["self", "relative", "authorised"]), default="self", help="Quan hệ.")
@click.option("--kinship", default="", metavar="LỜI", help="Người thân là gì của người nộp: vợ, con …")
@click.option("--id-number", default="", metavar="SỐ", help="Số giấy tờ của người nhận.")
@click.option("--paper-shown", default="", metavar="GIẤY_TỜ", help="Giấy tờ người nhận xuất trình.")
@click.option("--signed-register", is_flag=True, help="Người nhận đã ký sổ.")
@click.option("--slip/--no-slip", default=None, help="In giấy ký nhận; không ghi là theo quy định của cơ quan.")
@_note
@key_option
@asks
def hand_over_result(
    asked: Asked,
    code: str,
    slip: bool | None,
    relation: Relation,
    text: str,
    signed_register: bool,
    key: str,
    **texts: str,
) -> None:
    """Record who took the result."""
    collecting = Collecting(relation=relation, signed_register=signed_register, note=text, **texts)
    with acting(asked) as act:
        dossier, room = dossier_named(act, code), act.desk.dossiers
        id_ = command_id(act, "hand-over", dossier, key)
        hand_over_together(room, by=act.by, dossiers=(dossier,), collecting=collecting, slip=slip, command_id=id_)
        show_dossier(asked, act, dossier)


@command("note", "Ghi chú vào hồ sơ.")
@_code
@click.argument("text", metavar="GHI_CHÚ")
@click.option("--called", is_flag=True, help="Ghi là đã gọi điện báo người dân.")
@key_option
@asks
def note(asked: Asked, code: str, text: str, called: bool, key: str) -> None:
    """Write a remark on the dossier."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        channel: Told = "phone" if called else ""
        room, id_ = act.desk.dossiers, command_id(act, "note", dossier, key)
        add_note(room, by=act.by, dossier=dossier, text=text, channel=channel, command_id=id_)
        show_dossier(asked, act, dossier)


@command("resolve", "Ghi một điểm mâu thuẫn giữa hai quầy đã được giải quyết.")
@_code
@click.option("--finding", required=True, metavar="BÚT_TOÁN", help="Bút toán của điểm mâu thuẫn, xem ở «show».")
@click.option("--reason", required=True, metavar="LỜI", help="Đã giải quyết thế nào.")
@key_option
@asks
def resolve(asked: Asked, code: str, finding: str, reason: str, key: str) -> None:
    """Record how a contradiction between two desks was resolved."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        room, id_ = act.desk.dossiers, command_id(act, "resolve", dossier, key)
        settle_finding(room, by=act.by, dossier=dossier, finding=finding, reason=reason, command_id=id_)
        show_dossier(asked, act, dossier)


def dossier_named(act: Acting, code: str) -> str:
    """Return the id of the dossier with this code, also without the agency's part: ``261123-1001``."""
    if _TAIL.fullmatch(code.strip()):
        code = f"{act.desk.office.present_book().get_agency().code}-{code.strip()}"
    return id_of(act.desk.dossiers, code)


def show_dossier(asked: Asked, act: Acting, dossier: str) -> None:
    """Answer with the dossier as it stands now."""
    card = card_of(act, dossier_in(act.desk.dossiers, act.desk.journal.reading(), dossier))
    answer(asked, card, words_of(card))
