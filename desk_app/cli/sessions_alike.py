"""Lines that may mean one person, in ``desk sessions screen``: a person decides."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.list_looks import saw_list
from desk_app.cli.sessions_shown import answer_line
from desk_app.kernel.records import Record
from desk_app.mobile_sessions import reading, screening
from desk_app.mobile_sessions.matching import WHY_WORDS
from desk_app.mobile_sessions.named import line_named
from desk_app.mobile_sessions.room import READ

_CERTAIN = "chắc chắn là một người"


class AlikeShown(Record):
    """Two lines that may mean one person; ``certain`` by their number, or by name, birth and area."""

    line: str
    name: str
    other: str
    other_name: str
    certain: bool
    why: str


@command("alike", "Những dòng có thể là một người, chờ người quyết định.")
@asks
def alike(asked: Asked) -> None:
    """List the pairs that nobody has decided about."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        pairs = reading.look_alikes(act.desk.mobile_sessions)
        saw_list(act, reading.LOOKED_AT["alike"], 2 * len(pairs))
    shown = []
    for each in pairs:
        one, other, why = each.one.line, each.other.line, _CERTAIN if each.why is None else WHY_WORDS[each.why]
        names = one.found.person.name, other.found.person.name
        row = AlikeShown(
            line=one.id, name=names[0], other=other.id, other_name=names[1], certain=each.why is None, why=why
        )
        shown.append((row, f"{one.id[-6:]} {names[0]} – {other.id[-6:]} {names[1]}: {why}"))
    answer_each(asked, shown, nothing="Không có dòng nào giống nhau.")


@command("merge", "Gộp: DÒNG thôi theo dõi, giấy tờ còn thiếu chuyển sang dòng kia.")
@click.argument("line", metavar="DÒNG")
@click.option("--into", required=True, metavar="DÒNG", help="Dòng giữ lại.")
@asks
def merge(asked: Asked, line: str, into: str) -> None:
    """Let one line stand for both."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        gone, kept = line_named(room, line).id, line_named(room, into).id
        screening.merge_lines(room, by=act.by, line=gone, into=kept, command_id=act.new_id())
        answer_line(asked, act, kept)


@command("apart", "Ghi rằng hai dòng giống nhau là hai người khác nhau.")
@click.argument("line", metavar="DÒNG")
@click.argument("other", metavar="DÒNG_KIA")
@asks
def apart(asked: Asked, line: str, other: str) -> None:
    """Record that two lines mean two people."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        one, two = line_named(room, line).id, line_named(room, other).id
        screening.keep_apart(room, by=act.by, line=one, other=two, command_id=act.new_id())
        answer_line(asked, act, one)
