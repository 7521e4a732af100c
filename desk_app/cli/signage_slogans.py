"""``desk signage slogans``: which sentences screens show, and from when to when."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, spoken_day
from desk_app.signage.commands import READ, NewSlogan, end_slogan, put_slogan, slogan_named
from desk_app.signage.slogans import shown_on
from desk_app.signage.tables import find_slogan, list_slogans
from desk_app.storage.engine import Database

_SHORT = 6


class SloganShown(Record):
    """A sentence as scripts read it; ``id`` is empty for one of the setting or of the program."""

    id: str
    text: str
    source: str
    valid_from: date | None
    valid_until: date | None
    is_shown: bool


@command("list", "Xem khẩu hiệu đang chiếu; --all: cả câu đã hết và sắp chiếu.")
@click.option("--on", "on_text", default="", metavar="NGÀY", help="Ngày nào; không ghi là hôm nay.")
@click.option("--all", "every", is_flag=True, help="Cả câu không chiếu ngày đó.")
@asks
def list_them(asked: Asked, on_text: str, *, every: bool) -> None:
    """List the slogans of a day."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room, db = act.desk.signage, act.desk.journal.reading()
        on = day(on_text, field="on") if on_text else act.desk.journal.time.now().date()
        shown, own = shown_on(room, on), list_slogans(db)
        found = [
            SloganShown(
                id=each.id,
                text=each.text,
                source=each.source,
                valid_from=each.valid_from,
                valid_until=each.valid_until,
                is_shown=each.text in shown,
            )
            for each in own
        ]
        known = {each.text for each in own}
        found += [_other(text) for text in shown if text not in known]
    listed = [each for each in found if every or each.is_shown]
    answer_each(asked, ((each, _words(each)) for each in listed), nothing="Không có khẩu hiệu nào.")


@command("add", "Thêm một khẩu hiệu của cơ quan.")
@click.argument("text", metavar="CÂU")
@click.option("--from", "first", default="", metavar="NGÀY", help="Chiếu từ ngày này; không ghi là hôm nay.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Chiếu đến hết ngày này; không ghi là đến khi bỏ.")
@click.option("--source", default="", metavar="CHỮ", help="Câu này lấy từ đâu.")
@asks
def add(asked: Asked, text: str, first: str, last: str, source: str) -> None:
    """Put a slogan up."""
    with acting(asked) as act:
        wanted = NewSlogan(
            text=text,
            valid_from=day(first, field="from") if first else act.desk.journal.time.now().date(),
            valid_until=day(last, field="to") if last else None,
            source=source,
        )
        written = put_slogan(act.desk.signage, by=act.by, slogan=wanted, command_id=act.new_id())
        made = _shown(act.desk.journal.reading(), written.subject)
    answer(asked, made, _words(made))


@command("end", "Thôi chiếu một khẩu hiệu; CÂU là mã hoặc đuôi mã trong danh sách.")
@click.argument("named", metavar="MÃ")
@click.option("--on", "last", default="", metavar="NGÀY", help="Chiếu hết ngày này rồi thôi; không ghi là hôm nay.")
@asks
def end(asked: Asked, named: str, last: str) -> None:
    """Take a slogan down."""
    with acting(asked) as act:
        found = slogan_named(act.desk.signage, named)
        last_on = day(last, field="on") if last else act.desk.journal.time.now().date()
        end_slogan(act.desk.signage, by=act.by, slogan=found.id, last_on=last_on, command_id=act.new_id())
        ended = _shown(act.desk.journal.reading(), found.id)
    answer(asked, ended, _words(ended))


def _shown(db: Database, id_: str) -> SloganShown:
    found = find_slogan(db, id_)
    assert found is not None
    return SloganShown(
        id=found.id,
        text=found.text,
        source=found.source,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        is_shown=True,
    )


def _other(text: str) -> SloganShown:
    return SloganShown(id="", text=text, source="", valid_from=None, valid_until=None, is_shown=True)


def _words(each: SloganShown) -> str:
    if not each.id or each.valid_from is None:
        return f"{each.text}"
    last = f" đến {spoken_day(each.valid_until)}" if each.valid_until else ""
    return f"{each.id[-_SHORT:]}  {each.text} (từ {spoken_day(each.valid_from)}{last})"
