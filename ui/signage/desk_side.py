"""What the page of the signs asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.signage import commands
from desk_app.signage.commands import NewSlogan
from desk_app.signage.export import Exported, FileFormat, export, panel_of, panel_preview
from desk_app.signage.papers import minutes
from desk_app.signage.played import played_between
from desk_app.signage.schedule import Schedule, schedule_on, windows_on
from desk_app.signage.slogans import shown_on
from desk_app.signage.tables import list_slogans
from ui.shell.one_write import Doing
from ui.shell.progress import Progress
from ui.signage.state import Seen, played_rows, slogan_rows


@dataclass(frozen=True, kw_only=True)
class LedAsked:
    """A panel as somebody typed it."""

    size: str
    hold_s: int
    ink: str


def seen(desk: Desk, by: str, days: int) -> Seen:
    """Return everything the page shows, what was played in the last ``days``; raises ``NotAllowed``."""
    desk.require(by, commands.READ)
    now, room = desk.journal.time.now(), desk.signage
    today, shown = now.date(), shown_on(room, now.date())
    schedule = schedule_on(desk.office.present_book(), today)
    played = played_between(room, first_on=today - timedelta(days=days - 1), last_on=today)
    return Seen(
        slogans=slogan_rows(list_slogans(desk.journal.reading()), shown, today),
        schedule=schedule,
        windows=windows_on(schedule, desk.working_time.present_calendar(), today),
        played=played_rows(played),
        shown=shown,
        total=minutes(played.seconds),
        now=now,
    )


def put(do: Doing, slogan: NewSlogan) -> Written:
    """Put a slogan up."""
    return commands.put_slogan(do.desk.signage, by=do.by, slogan=slogan, command_id=do.id)


def end(do: Doing, slogan: str, last_on: date) -> Written:
    """Take a slogan down."""
    return commands.end_slogan(do.desk.signage, by=do.by, slogan=slogan, last_on=last_on, command_id=do.id)


def set_schedule(do: Doing, schedule: Schedule) -> Written:
    """Show slogans at other times from today on."""
    today = do.desk.journal.time.now().date()
    return commands.put_schedule(do.desk.signage, by=do.by, schedule=schedule, valid_from=today, command_id=do.id)


def print_proof(do: Doing, days: int) -> Written:
    """Queue the proof of play of the last ``days``."""
    today = do.desk.journal.time.now().date()
    first_on = today - timedelta(days=days - 1)
    return commands.print_proof(do.desk.signage, by=do.by, first_on=first_on, last_on=today, command_id=do.id)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A PNG of one slogan on a panel of a size."""

    png: bytes
    text: str
    size: str


def previewed(asked: LedAsked, text: str) -> Picture:
    """Return how a panel shows one slogan; raises ``InvalidInput`` for a size that no panel has."""
    png = panel_preview(text, panel_of(asked.size, hold_s=asked.hold_s, ink=asked.ink))
    return Picture(png=png, text=text, size=asked.size)


def exported(desk: Desk, by: str, asked: LedAsked, to: Path, file_format: FileFormat, progress: Progress) -> Exported:
    """Write today's slogans as files for a controller; a person may stop it between two slogans."""
    desk.require(by, commands.MANAGE)
    panel = panel_of(asked.size, hold_s=asked.hold_s, ink=asked.ink)
    on = desk.journal.time.now().date()

    def watch(done: int, of: int) -> None:
        progress.say(done, of)

    return export(desk.signage, on=on, panel=panel, to=to, file_format=file_format, watch=watch)
