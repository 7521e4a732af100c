"""The day of a session in ``desk sessions``: kit, opening, who came, ending, carrying over."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.sessions_shown import ThingShown, answer_line, answer_session
from desk_app.kernel.time_source import moment
from desk_app.mobile_sessions import following, running
from desk_app.mobile_sessions.facts import KitWay
from desk_app.mobile_sessions.named import line_named, session_named
from desk_app.mobile_sessions.room import READ

_session = click.argument("session", metavar="BUỔI")
_at = click.option("--at", "at", default="", metavar="LÚC", help="Lúc việc xảy ra; không ghi là bây giờ.")


@command("kit", "Dụng cụ của một buổi; --out đánh dấu mang đi, --back mang về, --undo bỏ dấu.")
@_session
@click.option("--out", "way", flag_value="out", help="Đánh dấu đã mang đi.")
@click.option("--back", "way", flag_value="back", help="Đánh dấu đã mang về.")
@click.option("--undo", is_flag=True, help="Bỏ dấu thay vì đánh dấu.")
@click.option("--item", "items", multiple=True, metavar="CHỮ", help="Thứ nào; không ghi là tất cả.")
@asks
def kit(asked: Asked, session: str, way: KitWay | None, undo: bool, items: tuple[str, ...]) -> None:
    """List the kit of a session, or tick things out and back."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        now = session_named(room, session)
        if way is not None:
            wanted = items or tuple(each.item for each in now.kit)
            running.tick_kit(
                room, by=act.by, session=now.id, items=wanted, way=way, ticked=not undo, command_id=act.new_id()
            )
            now = session_named(room, now.id)
        act.desk.require(act.by, READ)
    shown = (
        (
            ThingShown(item=each.item, out_at=each.out_at, back_at=each.back_at),
            f"[{'x' if each.out_at else ' '}] đi  [{'x' if each.back_at else ' '}] về  {each.item}",
        )
        for each in now.kit
    )
    answer_each(asked, shown, nothing="Buổi này không mang theo gì.")


@command("open", "Mở buổi tại máy này: từ lúc này hồ sơ nhận tính cho buổi.")
@_session
@_at
@asks
def open_it(asked: Asked, session: str, at: str) -> None:
    """Begin this desk's work at a session."""
    with acting(asked) as act:
        id_, opened_at = session_named(act.desk.mobile_sessions, session).id, moment(at, field="at") if at else None
        running.open_session(
            act.desk.mobile_sessions, by=act.by, session=id_, opened_at=opened_at, command_id=act.new_id()
        )
        answer_session(asked, act, id_)


@command("close", "Kết thúc buổi tại máy này, ghi tiền mặt đếm được.")
@_session
@click.option("--cash", type=int, metavar="ĐỒNG", help="Tiền mặt đếm được.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@_at
@asks
def close_it(asked: Asked, session: str, cash: int | None, note: str, at: str) -> None:
    """End this desk's work at a session."""
    with acting(asked) as act:
        id_, closed_at = session_named(act.desk.mobile_sessions, session).id, moment(at, field="at") if at else None
        running.close_session(
            act.desk.mobile_sessions,
            by=act.by,
            session=id_,
            cash=cash,
            note=note,
            closed_at=closed_at,
            command_id=act.new_id(),
        )
        answer_session(asked, act, id_)


@command("invite", "Mời người đến một buổi: các dòng đã ghi, hoặc mọi người còn thiếu giấy tờ ở địa bàn.")
@_session
@click.argument("lines", metavar="[DÒNG]…", nargs=-1)
@asks
def invite(asked: Asked, session: str, lines: tuple[str, ...]) -> None:
    """Ask people to a session."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        id_, named = session_named(room, session).id, tuple(line_named(room, each).id for each in lines)
        written = following.invite(room, by=act.by, session=id_, lines=named, command_id=act.new_id())
        remark(f"Đã mời {len(written.entries)} người.")
        answer_session(asked, act, id_)


@command("came", "Ghi một người trong danh sách đã đến; DÒNG là mã dòng hoặc mã trên giấy mời.")
@_session
@click.argument("line", metavar="DÒNG")
@click.option("--undo", is_flag=True, help="Ghi nhầm: người này chưa đến.")
@asks
def came(asked: Asked, session: str, line: str, undo: bool) -> None:
    """Record that somebody came."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        id_, who = session_named(room, session).id, line_named(room, line).id
        following.record_came(room, by=act.by, session=id_, line=who, came=not undo, command_id=act.new_id())
        answer_line(asked, act, who)


@command("carry", "Chuyển những người còn thiếu giấy tờ sang một buổi sau.")
@_session
@click.option("--to", required=True, metavar="BUỔI", help="Buổi nhận.")
@asks
def carry(asked: Asked, session: str, to: str) -> None:
    """Carry over whoever is left."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        id_, later = session_named(room, session).id, session_named(room, to).id
        written = following.carry_over(room, by=act.by, session=id_, to=later, command_id=act.new_id())
        remark(f"Đã chuyển {len(written.entries)} người.")
        answer_session(asked, act, later)
