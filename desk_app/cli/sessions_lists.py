"""What ``desk sessions`` lists: sessions, one session, who is left, the record that adds up."""

from datetime import timedelta

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.list_looks import saw_list
from desk_app.cli.sessions_shown import answer_session, line_shown, line_words, session_shown, session_words
from desk_app.kernel.records import Record
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import day
from desk_app.mobile_sessions import reading
from desk_app.mobile_sessions.named import session_named
from desk_app.mobile_sessions.reconciliation import Reconciliation, check_words, reconciled
from desk_app.mobile_sessions.room import READ

_session = click.argument("session", metavar="BUỔI")
_BEFORE, _AHEAD = timedelta(days=30), timedelta(days=90)


class RecordShown(Record):
    """The record of a session, and whether it adds up."""

    adds_up: bool
    record: Reconciliation


@command("list", "Các buổi của một thời kỳ; không ghi là từ 30 ngày trước đến 90 ngày tới.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Đến hết ngày này.")
@asks
def list_all(asked: Asked, first: str, last: str) -> None:
    """List the sessions of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        today = act.desk.journal.time.now().date()
        found = reading.sessions(
            act.desk.mobile_sessions,
            first_on=day(first, field="from") if first else today - _BEFORE,
            last_on=day(last, field="to") if last else today + _AHEAD,
        )
    answer_each(asked, ((session_shown(each), session_words(each)) for each in found), nothing="Không có buổi nào.")


@command("show", "Mọi điều về một buổi.")
@_session
@asks
def show(asked: Asked, session: str) -> None:
    """Show one session."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        answer_session(asked, act, session_named(act.desk.mobile_sessions, session).id)


@command("left", "Những người của một buổi còn thiếu giấy tờ chưa ai làm.")
@_session
@asks
def left(asked: Asked, session: str) -> None:
    """List who is left of a session."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room = act.desk.mobile_sessions
        found = reading.people(room, which="left", session=session_named(room, session).id)
        saw_list(act, reading.LOOKED_AT["session"], len(found))
    answer_each(asked, ((line_shown(each), line_words(each)) for each in found), nothing="Không còn ai.")


@command("record", "Đối soát một buổi: người, hồ sơ, số đã dùng, tiền; và có khớp không.")
@_session
@asks
def record(asked: Asked, session: str) -> None:
    """Show the record of a session."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room = act.desk.mobile_sessions
        found = reconciled(room, session_named(room, session).id)
    answer(asked, RecordShown(adds_up=found.adds_up, record=found), _words(found))


def _words(found: Reconciliation) -> str:
    people, dossiers = found.people, found.dossiers
    gaps = [gap for each in found.numbers for gap in each.gaps]
    return "\n".join(
        (
            f"Mời {people.invited}, đến {people.came} (tự đến {people.walk_ins}), vắng {people.absent}, còn {people.left}",
            f"Hồ sơ nhận {dossiers.received}, giải quyết ngay {dossiers.on_the_spot}",
            *(f"Số {each.first} – {each.last}: {each.used}" for each in found.numbers),
            f"Số bỏ trống: {', '.join(gaps) or 'không có'}",
            f"Tiền mặt {dong(found.money.cash)}, chuyển khoản {dong(found.money.transfer)}",
            *(f"{'khớp' if each.holds else 'LỆCH'}  {check_words(each)}" for each in found.checks),
        )
    )
