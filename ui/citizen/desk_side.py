"""What citizens' screens ask of the desk, on the threads of jobs; nothing that comes back names a person."""

from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.surveys.commands import rate
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from desk_app.surveys.slogans import slogans_on
from desk_app.tickets.calling import now_calling, waiting
from ui.citizen.call_board import Board, CallShown, LineShown
from ui.citizen.customer_state import Answer


@dataclass(frozen=True, kw_only=True)
class Dressing:
    """How the screens are set up, and what they show while nothing happens."""

    setup: ScreenSetup
    slogans: tuple[str, ...]


def dressing(desk: Desk) -> Dressing:
    """Return the setup of this desk's screens and the office's slogans of today."""
    today = desk.journal.time.now().date()
    return Dressing(setup=kept_setup(desk.surveys), slogans=slogans_on(desk.office.present_book(), today))


def kept(desk: Desk, setup: ScreenSetup) -> ScreenSetup:
    """Keep how the screens are set up, and return it."""
    keep_setup(desk.surveys, setup)
    return setup


def board(desk: Desk) -> Board:
    """Return who is called and how many wait, as all programs on this data see it."""
    calls = tuple(
        CallShown(number=each.number, spoken=each.spoken, counter=each.counter, called_at=each.called_at)
        for each in now_calling(desk.tickets)
    )
    lines = tuple(
        LineShown(letter=line.letter, field=line.field, count=line.count) for line in waiting(desk.tickets).lines
    )
    return Board(calls=calls, lines=lines, now=desk.journal.time.now())


def written(desk: Desk, answer: Answer, command_id: str) -> str:
    """Write a citizen's answer in the session of the officer who handed over; return the rating's subject."""
    return rate(desk.surveys, by=answer.by, rating=answer.rating, command_id=command_id).subject
