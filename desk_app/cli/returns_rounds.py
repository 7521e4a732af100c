"""The rounds of ``desk returns``: planning, leaving, printing, ending; each answers the round as it then stands.

``CHUYẾN`` is a round's id or the end of it.
"""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.returns_shown import round_shown, round_words
from desk_app.dossiers.commands import id_of
from desk_app.kernel.time_source import day, moment
from desk_app.returns import planning, reading
from desk_app.returns.commands import close_round
from desk_app.returns.facts import Helper
from desk_app.returns.printing import print_round
from desk_app.returns.ways import round_named

_round = click.argument("round_", metavar="CHUYẾN")


@command("plan", "Lập chuyến: các hồ sơ đã ghi, theo thứ tự; không ghi là mọi kết quả đang chờ ở địa bàn.")
@click.argument("codes", metavar="[MÃ]…", nargs=-1)
@click.option("--hamlet", required=True, metavar="TÊN", help="Ấp, khu vực.")
@click.option("--helper", required=True, metavar="TÊN", help="Người đi trả.")
@click.option("--organisation", default="", metavar="TÊN", help="Tổ chức của người đi trả.")
@click.option("--phone", default="", metavar="SỐ", help="Điện thoại của người đi trả.")
@click.option("--on", "going", default="", metavar="NGÀY", help="Ngày đi; không ghi là hôm nay.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def plan(asked: Asked, codes: tuple[str, ...], hamlet: str, going: str, note: str, **helper: str) -> None:
    """Put results together to a round."""
    with acting(asked) as act:
        on = day(going, field="on") if going else act.desk.journal.time.now().date()
        _plan(asked, act, codes, on, Helper(name=helper.pop("helper"), **helper), (hamlet, note))


@command("leave", "Ghi chuyến lên đường: giấy tờ rời quầy, ai mang đi.")
@_round
@click.option("--carrier", default="", metavar="TÊN", help="Ai nhận giấy mang đi; không ghi là người đi trả.")
@click.option("--at", "at", default="", metavar="LÚC", help="Lúc đi; không ghi là bây giờ.")
@asks
def let_leave(asked: Asked, round_: str, carrier: str, at: str) -> None:
    """Record that a round left."""
    with acting(asked) as act:
        id_, left_at = round_named(act.desk.returns, round_).id, moment(at, field="at") if at else None
        planning.leave(
            act.desk.returns, by=act.by, round_=id_, carrier=carrier, left_at=left_at, command_id=act.new_id()
        )
        _show(asked, act, id_)


@command("close", "Kết thúc chuyến khi mọi điểm đã có kết quả; nêu những gì mang về.")
@_round
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def close(asked: Asked, round_: str, note: str) -> None:
    """End a round."""
    with acting(asked) as act:
        id_ = round_named(act.desk.returns, round_).id
        close_round(act.desk.returns, by=act.by, round_=id_, note=note, command_id=act.new_id())
        _show(asked, act, id_)


@command("print", "In danh sách đi trả, phiếu ký nhận từng điểm và thư kèm theo.")
@_round
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn cho loại giấy.")
@asks
def print_papers(asked: Asked, round_: str, printer: str) -> None:
    """Queue the papers of a round."""
    with acting(asked) as act:
        id_ = round_named(act.desk.returns, round_).id
        written = print_round(act.desk.returns, by=act.by, round_=id_, printer=printer or None, command_id=act.new_id())
        remark(f"Đã xếp {len(written.entries)} giấy vào hàng đợi in.")
        _show(asked, act, id_)


def _plan(asked: Asked, act: Acting, codes: tuple[str, ...], on: date, helper: Helper, named: tuple[str, str]) -> None:
    room, (hamlet, note) = act.desk.returns, named
    if codes:
        dossiers = tuple(id_of(act.desk.dossiers, code) for code in codes)
    else:
        here = [each for each in reading.waiting(room) if each.hamlet == hamlet.strip() and each.way == "home"]
        dossiers = tuple(each.dossier.id for each in here)
    made = planning.Plan(going_on=on, hamlet=hamlet, helper=helper, dossiers=dossiers, note=note)
    written = planning.plan_round(room, by=act.by, plan=made, command_id=act.new_id())
    _show(asked, act, written.subject)


def _show(asked: Asked, act: Acting, round_: str) -> None:
    found = round_shown(act, round_)
    answer(asked, found, round_words(found))
