"""The lists of ``desk returns``: proposals, what waits, rounds, and what is out or came back."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.returns_shown import (
    going_shown,
    going_words,
    outstanding_shown,
    round_shown,
    round_words,
    seen_shown,
    way_words,
)
from desk_app.dossiers.commands import id_of
from desk_app.kernel.errors import InvalidInput
from desk_app.returns import reading
from desk_app.returns.planning import READ, answer_proposal
from desk_app.returns.ways import round_named


@command("proposals", "Kết quả hẹn tại quầy nên mang đến nhà (đối tượng chính sách, bảo trợ, trẻ sơ sinh).")
@click.option("--accept", "accepted", multiple=True, metavar="MÃ", help="Đồng ý mang đến nhà; ghi được nhiều lần.")
@click.option("--decline", "declined", multiple=True, metavar="MÃ", help="Vẫn trả ở quầy; ghi được nhiều lần.")
@asks
def list_proposals(asked: Asked, accepted: tuple[str, ...], declined: tuple[str, ...]) -> None:
    """Answer some proposals, then list those that are left."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        for codes, accept in ((accepted, True), (declined, False)):
            for code in codes:
                _answer(act, code, accepted=accept)
        found = [going_shown(each) for each in reading.proposals(act.desk.returns)]
    answer_each(asked, ((each, going_words(each)) for each in found), nothing="Không có đề nghị nào.")


@command("list", "Việc trả tận nhà và bưu chính: đang ở ngoài, đã về, quá hạn báo phát; hoặc đang chờ, các chuyến.")
@click.option("--waiting", is_flag=True, help="Kết quả chờ lập chuyến hoặc chờ gửi, theo địa bàn.")
@click.option("--rounds", is_flag=True, help="Các chuyến còn việc phải ghi.")
@click.option("--late", is_flag=True, help="Chỉ bưu gửi quá 7 ngày chưa có báo phát.")
@asks
def list_all(asked: Asked, *, waiting: bool, rounds: bool, late: bool) -> None:
    """List what waits, what is out, or the open rounds."""
    if waiting + rounds + late > 1:
        raise InvalidInput("list", "Chỉ chọn một danh sách.", "Dùng một trong --waiting, --rounds, --late.")
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room = act.desk.returns
        if waiting:
            going = [going_shown(each) for each in reading.waiting(room)]
            answer_each(asked, ((each, going_words(each)) for each in going), nothing="Không có kết quả nào chờ đi.")
        elif rounds:
            trips = [seen_shown(each) for each in reading.open_rounds(room)]
            answer_each(asked, ((each, round_words(each)) for each in trips), nothing="Không có chuyến nào còn việc.")
        else:
            out = [outstanding_shown(each) for each in reading.outstanding(room) if each.is_late or not late]
            answer_each(asked, ((each, way_words(each)) for each in out), nothing="Không có kết quả nào ở ngoài.")


@command("show", "Một chuyến với từng điểm.")
@click.argument("round_", metavar="CHUYẾN")
@asks
def show(asked: Asked, round_: str) -> None:
    """Show one round."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = round_shown(act, round_named(act.desk.returns, round_).id)
    answer(asked, found, round_words(found))


def _answer(act: Acting, code: str, *, accepted: bool) -> None:
    dossier = id_of(act.desk.dossiers, code)
    answer_proposal(act.desk.returns, by=act.by, dossier=dossier, accepted=accepted, command_id=act.new_id())
