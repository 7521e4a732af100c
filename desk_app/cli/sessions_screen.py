"""The lines of ``desk sessions screen``: who lacks papers; ``DÒNG`` is a line's id, its end, or an invitation's code."""

import click

from desk_app.accounts.rules import allows
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.list_looks import saw_list
from desk_app.cli.sessions_shown import answer_line, line_shown, line_words
from desk_app.dossiers.commands import id_of
from desk_app.dossiers.person import Person
from desk_app.kernel.records import changed
from desk_app.mobile_sessions import following, reading, screening
from desk_app.mobile_sessions.named import line_named, session_named
from desk_app.mobile_sessions.reading import Which
from desk_app.mobile_sessions.room import READ, SCREEN
from desk_app.mobile_sessions.screening_facts import EndReason, Found, How, Source

_line = click.argument("line", metavar="DÒNG")
_SOURCES = click.Choice(["hamlet_head", "police", "office"])
_WHICH = click.Choice(["left", "begun", "done", "ended", "all"])
_HOW = click.Choice(["dossier", "elsewhere", "not_needed"])
_ENDS = click.Choice(["moved", "died", "has_papers", "other"])


@command("add", "Ghi một người thiếu giấy tờ; người đã có trong danh sách thì bổ sung dòng đó.")
@click.option("--name", required=True, metavar="TÊN", help="Họ và tên.")
@click.option("--area", required=True, metavar="TÊN", help="Khu vực, ấp.")
@click.option(
    "--lack", "lacks", multiple=True, metavar="LOẠI", help="birth, identity, residence, insurance, marriage …"
)
@click.option("--other", default="", metavar="CHỮ", help="Giấy tờ khác, bằng chữ.")
@click.option("--id-number", default="", metavar="SỐ", help="Số định danh.")
@click.option("--birth", "birth_on", default="", metavar="NGÀY", help="Ngày sinh, hoặc chỉ năm.")
@click.option("--sex", default="", metavar="NAM|NỮ", help="Giới tính.")
@click.option("--address", default="", metavar="CHỮ", help="Nơi ở.")
@click.option("--phone", default="", metavar="SỐ", help="Điện thoại.")
@click.option("--guardian", default="", metavar="TÊN", help="Cha, mẹ, người giám hộ của trẻ.")
@click.option("--source", type=_SOURCES, default="office", help="Ai rà soát: trưởng khu vực, công an, một cửa.")
@click.option("--told-by", default="", metavar="TÊN", help="Tên người rà soát.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def add(asked: Asked, lacks: tuple[str, ...], source: Source, area: str, **texts: str) -> None:
    """Enter somebody."""
    who = {key: texts.pop(key) for key in ("name", "id_number", "birth_on", "sex", "address", "phone")}
    with acting(asked) as act:
        found = Found(person=Person(**who), area=area, lacks=lacks, source=source, **texts)
        made = screening.add_line(act.desk.mobile_sessions, by=act.by, found=found, command_id=act.new_id())
        answer_line(asked, act, made.subject)


@command("list", "Danh sách rà soát; người không được xem toàn bộ chỉ thấy dòng mình ghi.")
@click.option("--which", type=_WHICH, default="all", help="Còn thiếu, đang làm, xong, thôi theo dõi, tất cả.")
@click.option("--area", default="", metavar="TÊN", help="Chỉ địa bàn này.")
@click.option("--lack", default="", metavar="LOẠI", help="Chỉ người thiếu giấy tờ này.")
@click.option("--session", default="", metavar="BUỔI", help="Chỉ người của buổi này.")
@click.option("--year", type=int, metavar="NĂM", help="Chỉ dòng ghi trong năm này.")
@click.argument("text", metavar="[CHỮ]", default="")
@asks
def list_lines(asked: Asked, which: Which, session: str, year: int | None, **texts: str) -> None:
    """List who is on the screening list, of a volunteer only whom they entered."""
    with acting(asked) as act:
        room, own = act.desk.mobile_sessions, _only_own(act)
        id_ = session_named(room, session).id if session else ""
        found = reading.people(room, which=which, session=id_, year=year, added_by=own, **texts)
        if not own:
            saw_list(act, reading.LOOKED_AT["found" if texts["text"] else "list"], len(found))
    answer_each(asked, ((line_shown(each), line_words(each)) for each in found), nothing="Không có ai.")


@command("show", "Mọi điều về một dòng.")
@_line
@asks
def show(asked: Asked, line: str) -> None:
    """Show one line."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        answer_line(asked, act, line_named(act.desk.mobile_sessions, line).id)


@command("change", "Sửa một dòng, hoặc ghi thiếu thêm giấy tờ; phần không ghi thì giữ nguyên.")
@_line
@click.option("--name", default=None, metavar="TÊN", help="Họ và tên.")
@click.option("--id-number", default=None, metavar="SỐ", help="Số định danh.")
@click.option("--birth", "birth_on", default=None, metavar="NGÀY", help="Ngày sinh, hoặc chỉ năm.")
@click.option("--address", default=None, metavar="CHỮ", help="Nơi ở.")
@click.option("--phone", default=None, metavar="SỐ", help="Điện thoại.")
@click.option("--area", default=None, metavar="TÊN", help="Khu vực, ấp.")
@click.option("--guardian", default=None, metavar="TÊN", help="Cha, mẹ, người giám hộ.")
@click.option("--note", default=None, metavar="CHỮ", help="Ghi chú.")
@click.option("--lack", "lacks", multiple=True, metavar="LOẠI", help="Thiếu thêm giấy tờ này.")
@asks
def change(asked: Asked, line: str, lacks: tuple[str, ...], **texts: str | None) -> None:
    """Put a line right."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        now = line_named(room, line)
        act.desk.require(act.by, SCREEN)
        person = {key: texts.pop(key) for key in ("name", "id_number", "birth_on", "address", "phone")}
        put = {key: value for key, value in person.items() if value is not None}
        wanted = changed(now.found.person, **put) if put else None
        if put or any(value is not None for value in texts.values()):
            screening.change_line(room, by=act.by, line=now.id, person=wanted, command_id=act.new_id(), **texts)
        if lacks:
            screening.add_lacks(room, by=act.by, line=now.id, lacks=lacks, command_id=act.new_id())
        answer_line(asked, act, now.id)


@command("settle", "Ghi một giấy tờ đã có: bằng hồ sơ nào, làm ở nơi khác, hay không cần.")
@_line
@click.argument("lack", metavar="LOẠI")
@click.option("--how", type=_HOW, default="dossier", help="Bằng cách nào.")
@click.option("--dossier", default="", metavar="MÃ", help="Mã hồ sơ.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def settle(asked: Asked, line: str, lack: str, how: How, dossier: str, note: str) -> None:
    """Record that a paper is there."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        id_, code = line_named(room, line).id, id_of(act.desk.dossiers, dossier) if dossier else ""
        following.settle_lack(
            room, by=act.by, line=id_, lack=lack, how=how, dossier=code, note=note, command_id=act.new_id()
        )
        answer_line(asked, act, id_)


@command("end", "Thôi theo dõi một dòng.")
@_line
@click.option("--reason", type=_ENDS, required=True, help="Vì sao.")
@click.option("--note", default="", metavar="CHỮ", help="Nói rõ; bắt buộc khi lý do là other.")
@asks
def end(asked: Asked, line: str, reason: EndReason, note: str) -> None:
    """Follow a line no more."""
    with acting(asked) as act:
        id_ = line_named(act.desk.mobile_sessions, line).id
        screening.end_line(
            act.desk.mobile_sessions, by=act.by, line=id_, reason=reason, note=note, command_id=act.new_id()
        )
        answer_line(asked, act, id_)


@command("reopen", "Theo dõi lại một dòng.")
@_line
@asks
def reopen(asked: Asked, line: str) -> None:
    """Follow a line again."""
    with acting(asked) as act:
        id_ = line_named(act.desk.mobile_sessions, line).id
        screening.reopen_line(act.desk.mobile_sessions, by=act.by, line=id_, command_id=act.new_id())
        answer_line(asked, act, id_)


def _only_own(act: Acting) -> str:
    """Return whose lines alone may be shown: one's own for who may only enter people; empty for all."""
    account, today = act.desk.accounts.present_book().get(act.by), act.desk.journal.time.now().date()
    if allows(account, READ, today):
        return ""
    act.desk.require(act.by, SCREEN)
    return act.by
