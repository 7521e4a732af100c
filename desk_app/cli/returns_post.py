"""Parcels in ``desk returns``; each answers where the result then is."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.returns_shown import way_shown, way_words
from desk_app.dossiers.commands import id_of
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import moment
from desk_app.returns import post as parcels
from desk_app.returns import reading

_code = click.argument("code", metavar="MÃ")
_at = click.option("--at", "at", default="", metavar="LÚC", help="Lúc việc xảy ra; không ghi là bây giờ.")


@command("post", "Đóng gói gửi bưu chính, một hay nhiều hồ sơ cùng nơi nhận: in nhãn địa chỉ.")
@click.argument("codes", metavar="MÃ...", nargs=-1, required=True)
@click.option("--address", default="", metavar="CHỮ", help="Địa chỉ khác với lúc đăng ký.")
@click.option("--together", is_flag=True, help="Gửi chung mọi hồ sơ đang chờ gửi đến cùng địa chỉ.")
@asks
def post(asked: Asked, codes: tuple[str, ...], address: str, *, together: bool) -> None:
    """Make up a parcel; answers where the first of its results then is."""
    with acting(asked) as act:
        room, dossiers = act.desk.returns, [id_of(act.desk.dossiers, code) for code in codes]
        if together:
            waiting = reading.waiting(room)
            asked_for = [each for each in waiting if each.dossier.id in dossiers]
            dossiers += [other.dossier.id for each in asked_for for other in reading.same_household(each, waiting)]
        parcels.prepare_parcel(room, by=act.by, dossiers=dossiers, address=address, command_id=act.new_id())
        _show(asked, act, dossiers[0])


@command("posted", "Ghi bưu chính đã nhận: số hiệu, cước; cho mọi hồ sơ cùng bưu gửi.")
@_code
@click.option("--tracking", required=True, metavar="SỐ", help="Số hiệu bưu gửi.")
@click.option("--cost", type=int, default=None, metavar="ĐỒNG", help="Cước, đồng.")
@_at
@asks
def posted(asked: Asked, code: str, tracking: str, cost: int | None, at: str) -> None:
    """Record that the post took the parcel."""
    with acting(asked) as act:
        dossier = id_of(act.desk.dossiers, code)
        parcels.record_posted(
            act.desk.returns,
            by=act.by,
            dossier=dossier,
            tracking=tracking,
            cost=cost,
            posted_at=moment(at, field="at") if at else None,
            command_id=act.new_id(),
        )
        _show(asked, act, dossier)


@command("proof", "Ghi báo phát (mọi hồ sơ cùng bưu gửi thành đã trả kết quả), hoặc bưu gửi về lại quầy.")
@_code
@click.option("--to", default="", metavar="TÊN", help="Người đã nhận, nếu không phải người ghi trên nhãn.")
@click.option("--proof", "shown", default="", metavar="CHỮ", help="Báo phát số mấy, ngày nào.")
@click.option("--returned", default="", metavar="LÝ_DO", help="Bưu gửi về lại quầy vì lý do này.")
@_at
@asks
def proof(asked: Asked, code: str, to: str, shown: str, returned: str, at: str) -> None:
    """Record what became of a parcel."""
    if returned and (to or shown):
        raise InvalidInput("returned", "Đã phát hay hoàn về?", "Dùng --returned, hoặc --to và --proof.")
    with acting(asked) as act:
        dossier, room = id_of(act.desk.dossiers, code), act.desk.returns
        if returned:
            parcels.take_back(room, by=act.by, dossier=dossier, reason=returned, command_id=act.new_id())
        else:
            delivered_at = moment(at, field="at") if at else None
            parcels.prove_delivered(
                room,
                by=act.by,
                dossier=dossier,
                to=to,
                proof=shown,
                delivered_at=delivered_at,
                command_id=act.new_id(),
            )
        _show(asked, act, dossier)


def _show(asked: Asked, act: Acting, dossier: str) -> None:
    found = way_shown(act, dossier)
    answer(asked, found, way_words(found))
