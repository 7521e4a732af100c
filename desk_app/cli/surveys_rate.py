"""``desk surveys rate``: one citizen's answer."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.moves import dossier_named
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record, from_json
from desk_app.surveys.commands import RATE, Rating, rate
from desk_app.surveys.facts import Rated
from desk_app.surveys.rules import LEVEL_WORDS, REASON_WORDS, Level, Reason


class RatedShown(Record):
    """What ``desk surveys rate`` answers; ``dossier`` is the code, empty for a visit."""

    dossier: str
    level: Level
    reasons: tuple[Reason, ...]
    rated_on: date


@command("rate", "Ghi đánh giá của người dân cho một lượt trả kết quả, hoặc một lượt đến quầy.")
@click.option("--dossier", "code", default="", metavar="MÃ_HỒ_SƠ", help="Hồ sơ đã trả; không ghi là một lượt đến quầy.")
@click.option("--level", required=True, type=click.Choice([str(each) for each in Level]), help="Mức hài lòng.")
@click.option(
    "--reason", "reasons", multiple=True, type=click.Choice([str(each) for each in Reason]), help="Về điều gì."
)
@click.option("--key", default="", metavar="KHÓA", help="Lượt hỏi: ghi lại với cùng khóa thì thay đánh giá trước.")
@asks
def rate_one(asked: Asked, code: str, level: str, reasons: tuple[str, ...], key: str) -> None:
    """Take down one answer."""
    with acting(asked) as act:
        # Asked before the code is looked up: who may not take answers down learns nothing of dossiers either.
        act.desk.require(act.by, RATE)
        rating = Rating(
            asking=command_id_of(f"survey:{key}") if key else act.new_id(),
            dossier=dossier_named(act, code) if code else "",
            level=Level(level),
            reasons=tuple(Reason(each) for each in reasons),
            screen="command",
        )
        written = rate(act.desk.surveys, by=act.by, rating=rating, command_id=act.new_id())
        fact = from_json(written.entries[0].body, Rated)
    shown = RatedShown(dossier=code, level=fact.level, reasons=fact.reasons, rated_on=fact.rated_on)
    about = ", ".join(REASON_WORDS[each] for each in fact.reasons)
    answer(asked, shown, f"Đã ghi: {LEVEL_WORDS[fact.level]}{f' ({about})' if about else ''}.")
