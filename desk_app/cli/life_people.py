"""``desk dossiers apologise``, ``reassign``, ``substitute``, ``pass-on``: dates and hands."""

from collections.abc import Iterable
from datetime import datetime

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.life_options import account_named, code_argument, command_id, printed, promised_at, reason_option
from desk_app.cli.moves import VIEW, dossier_named, show_dossier
from desk_app.dossiers.life import apology, between_agencies, control, officers
from desk_app.dossiers.tables.listing import ListRow
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, moment, spoken_moment


class DueApologyShown(Record):
    """A dossier for whose date somebody should apologise."""

    id: str
    code: str
    name: str
    due_at: datetime
    proposed: bool
    late_notice: bool


class HandedOn(Record):
    """A dossier that goes, or would go, to somebody else."""

    id: str
    code: str
    name: str
    due_at: datetime


@command("apologise", "Xin lỗi và hẹn lại ngày trả: đề nghị, duyệt, hoặc xem hồ sơ cần xin lỗi.")
@click.argument("code", metavar="[MÃ_HỒ_SƠ]", required=False)
@click.option("--propose", is_flag=True, help="Chỉ đề nghị, để lãnh đạo duyệt.")
@click.option("--list", "listed", is_flag=True, help="Xem hồ sơ sắp trễ hẹn mà chưa xin lỗi.")
@click.option("--due", default="", metavar="NGÀY", help="Ngày hẹn mới; chỉ ghi ngày là hết giờ chiều.")
@reason_option
@printed
@asks
def apologise(
    asked: Asked, code: str | None, propose: bool, listed: bool, due: str, reason: str, printer: str | None, key: str
) -> None:
    """Apologise for a dossier, propose it, or list those that need it."""
    with acting(asked) as act:
        if listed:
            act.desk.require(act.by, VIEW)
            answer_each(asked, _due(act), nothing="Không có hồ sơ nào cần xin lỗi.")
            return
        if code is None:
            raise Refused("cli.usage", "Chưa ghi mã hồ sơ.", "Ghi mã hồ sơ, hoặc thêm --list.")
        dossier, due_at, room = dossier_named(act, code), promised_at(act, due), act.desk.dossiers
        if propose:
            if due_at is None:
                raise InvalidInput("due_at", "Chưa có ngày hẹn mới.", "Thêm --due NGÀY.")
            id_ = command_id(act, "propose", dossier, key)
            apology.propose_apology(room, by=act.by, dossier=dossier, reason=reason, due_at=due_at, command_id=id_)
        else:
            id_ = command_id(act, "apologise", dossier, key)
            apology.approve_apology(
                room, by=act.by, dossier=dossier, reason=reason, due_at=due_at, printer=printer, command_id=id_
            )
        show_dossier(asked, act, dossier)


@command("reassign", "Giao hồ sơ cho người khác phụ trách.")
@code_argument
@click.option("--to", "taker", required=True, metavar="TÊN_ĐĂNG_NHẬP", help="Người nhận.")
@reason_option
@printed
@asks
def reassign(asked: Asked, code: str, taker: str, reason: str, printer: str | None, key: str) -> None:
    """Put the dossier into other hands and answer it."""
    with acting(asked) as act:
        dossier, to = dossier_named(act, code), account_named(act, taker)
        id_ = command_id(act, "reassign", dossier, key)
        room = act.desk.dossiers
        officers.reassign(room, by=act.by, dossier=dossier, to=to, reason=reason, printer=printer, command_id=id_)
        show_dossier(asked, act, dossier)


@command("substitute", "Giao mọi hồ sơ đang mở của người vắng cho người làm thay.")
@click.option("--absent", required=True, metavar="TÊN_ĐĂNG_NHẬP", help="Người vắng.")
@click.option("--to", "taker", default="", metavar="TÊN_ĐĂNG_NHẬP", help="Người làm thay.")
@click.option("--until", default="", metavar="NGÀY", help="Làm thay đến hết ngày nào.")
@reason_option
@click.option("--back", is_flag=True, help="Người vắng đã trở lại: trả hồ sơ cho họ.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem hồ sơ nào sẽ chuyển.")
@printed
@asks
def substitute(
    asked: Asked,
    absent: str,
    taker: str,
    until: str,
    reason: str,
    back: bool,
    dry_run: bool,
    printer: str | None,
    key: str,
) -> None:
    """Hand over what an absent officer has in hand, or give it back; answer each dossier."""
    if not (back or dry_run):
        _require_taker(taker, until)
    with acting(asked) as act:
        act.desk.require(act.by, officers.SUBSTITUTE)
        who, room = account_named(act, absent), act.desk.dossiers
        rows = officers.lent(room, who) if back else officers.in_hand(room, who)
        if dry_run:
            answer_each(asked, _handed_on(rows), nothing="Không có hồ sơ nào.")
            return
        id_ = command_id(act, "substitute", who, key)
        if back:
            officers.give_back(room, by=act.by, absent=who, printer=printer, command_id=id_)
        else:
            to, last = account_named(act, taker), day(until, field="until")
            officers.substitute(
                room, by=act.by, absent=who, to=to, until=last, reason=reason, printer=printer, command_id=id_
            )
        answer_each(asked, _handed_on(rows), nothing="Không có hồ sơ nào.")


@command("pass-on", "Ghi chuyển hồ sơ cho cơ quan đến lượt; in phiếu giao nhận.")
@code_argument
@click.option("--to", "agency", default="", metavar="CƠ_QUAN", help="Không ghi là cơ quan đến lượt.")
@click.option("--taken-by", default="", metavar="TÊN", help="Người nhận.")
@click.option("--given-by", default="", metavar="TÊN", help="Người giao; không ghi là người thực hiện.")
@click.option("--papers", default="", metavar="LỜI", help="Giấy tờ kèm theo.")
@click.option("--note", default="", metavar="GHI_CHÚ", help="Ghi chú kèm theo.")
@printed
@asks
def pass_on(asked: Asked, code: str, printer: str | None, key: str, **texts: str) -> None:
    """Record who has the folder now and answer the dossier."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "pass-on", dossier, key)
        room = act.desk.dossiers
        between_agencies.pass_on(room, by=act.by, dossier=dossier, printer=printer, command_id=id_, **texts)
        show_dossier(asked, act, dossier)


@command("control-sheet", "In phiếu kiểm soát quá trình giải quyết hồ sơ.")
@code_argument
@printed
@asks
def control_sheet(asked: Asked, code: str, printer: str | None, key: str) -> None:
    """Print the control sheet as it stands and answer the dossier."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "control-sheet", dossier, key)
        control.print_control_sheet(act.desk.dossiers, by=act.by, dossier=dossier, printer=printer, command_id=id_)
        show_dossier(asked, act, dossier)


def _require_taker(taker: str, until: str) -> None:
    missing = [option for option, text in (("--to", taker), ("--until", until)) if not text.strip()]
    if missing:
        raise Refused(
            "cli.usage",
            f"Chưa ghi {' và '.join(missing)}.",
            "Thêm --to NGƯỜI_LÀM_THAY --until NGÀY; người vắng đã trở lại thì dùng --back.",
        )


def _due(act: Acting) -> Iterable[tuple[Record, str]]:
    for each in apology.due_apologies(act.desk.dossiers, act.desk.journal.time.now()):
        shown = DueApologyShown(**{name: getattr(each, name) for name in DueApologyShown.__struct_fields__})
        asked = "đã đề nghị" if each.proposed else "chưa đề nghị"
        yield shown, f"{each.code}  {each.name}  hẹn {spoken_moment(each.due_at)}, {asked}"


def _handed_on(rows: Iterable[ListRow]) -> Iterable[tuple[Record, str]]:
    for row in rows:
        shown = HandedOn(id=row.id, code=row.code, name=row.name, due_at=moment(row.due_at))
        yield shown, f"{row.code}  {row.name}  hẹn {spoken_moment(shown.due_at)}"
