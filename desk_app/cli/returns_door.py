"""What happened at the door, in ``desk returns``; each answers where the result then is."""

from datetime import datetime

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.life_options import command_id, key_option
from desk_app.cli.returns_shown import way_shown, way_words
from desk_app.dossiers.commands import id_of
from desk_app.dossiers.facts import Relation
from desk_app.dossiers.hand_over import Collecting
from desk_app.kernel.time_source import moment
from desk_app.returns import commands
from desk_app.returns.facts import FailReason
from desk_app.returns.ways import round_named

_code = click.argument("code", metavar="MÃ")
_at = click.option("--at", "at", default="", metavar="LÚC", help="Lúc việc xảy ra; không ghi là bây giờ.")
_round = click.option("--round", "round_", default="", metavar="CHUYẾN", help="Chuyến nào, nếu hồ sơ ở hai chuyến.")
_RELATIONS = click.Choice(["self", "relative", "authorised"])
_REASONS = click.Choice(["absent", "wrong_address", "refused", "other"])


@command("delivered", "Ghi đã giao tận tay; hồ sơ thành đã trả kết quả.")
@_code
@click.option("--relation", type=_RELATIONS, default="self", help="Người nhận: bản thân, người thân, được ủy quyền.")
@click.option("--to", default="", metavar="TÊN", help="Họ tên người nhận nếu không phải người nộp.")
@click.option("--kinship", default="", metavar="CHỮ", help="Là gì của người nộp.")
@click.option("--paper-shown", default="", metavar="CHỮ", help="Giấy ủy quyền đã xuất trình.")
@click.option("--unsigned", is_flag=True, help="Phiếu ký nhận không có chữ ký.")
@_at
@_round
@key_option
@asks
def delivered(
    asked: Asked, code: str, *, relation: Relation, at: str, round_: str, unsigned: bool, key: str, **who: str
) -> None:
    """Record that the result was given."""
    with acting(asked) as act:
        dossier = id_of(act.desk.dossiers, code)
        commands.deliver(
            act.desk.returns,
            by=act.by,
            dossier=dossier,
            collecting=Collecting(
                relation=relation, to=who["to"], kinship=who["kinship"], paper_shown=who["paper_shown"]
            ),
            signed=not unsigned,
            round_=_round_id(act, round_),
            delivered_at=_moment(at),
            command_id=command_id(act, "delivered", dossier, key),
        )
        _show(asked, act, dossier)


@command("failed", "Ghi không giao được: vắng nhà, sai địa chỉ, từ chối, khác.")
@_code
@click.option("--reason", type=_REASONS, required=True, help="Vì sao.")
@click.option("--note", default="", metavar="CHỮ", help="Nói rõ; bắt buộc khi lý do là other.")
@_at
@_round
@key_option
@asks
def failed(asked: Asked, code: str, reason: FailReason, note: str, at: str, round_: str, key: str) -> None:
    """Record a failed attempt."""
    with acting(asked) as act:
        dossier = id_of(act.desk.dossiers, code)
        commands.fail_attempt(
            act.desk.returns,
            by=act.by,
            dossier=dossier,
            reason=reason,
            note=note,
            round_=_round_id(act, round_),
            failed_at=_moment(at),
            command_id=command_id(act, "failed", dossier, key),
        )
        _show(asked, act, dossier)


@command("back", "Ghi đã mang về quầy, hoặc bỏ khỏi chuyến chưa đi.")
@_code
@click.option("--again", is_flag=True, help="Đi lại chuyến khác; không ghi là chờ ở quầy, gọi người dân đến.")
@click.option("--reason", default="", metavar="CHỮ", help="Vì sao.")
@_round
@key_option
@asks
def back(asked: Asked, code: str, *, again: bool, reason: str, round_: str, key: str) -> None:
    """Record that a result is at the desk again."""
    with acting(asked) as act:
        dossier = id_of(act.desk.dossiers, code)
        commands.bring_back(
            act.desk.returns,
            by=act.by,
            dossier=dossier,
            next_="again" if again else "desk",
            reason=reason,
            round_=_round_id(act, round_),
            command_id=command_id(act, "back", dossier, key),
        )
        _show(asked, act, dossier)


def _round_id(act: Acting, named: str) -> str:
    return round_named(act.desk.returns, named).id if named else ""


def _moment(text: str) -> datetime | None:
    return moment(text, field="at") if text else None


def _show(asked: Asked, act: Acting, dossier: str) -> None:
    found = way_shown(act, dossier)
    answer(asked, found, way_words(found))
