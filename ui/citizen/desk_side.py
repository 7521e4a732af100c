"""What citizens' screens ask of the desk, on the threads of jobs; nothing that comes back names a person."""

from contextlib import suppress
from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.kernel.errors import Refused
from desk_app.signage.commands import enter_played, note_playing
from desk_app.signage.schedule import Window, schedule_on, windows_on
from desk_app.signage.slogans import shown_on
from desk_app.surveys.commands import rate
from desk_app.surveys.questions import Question, question_on
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from desk_app.surveys.slips import RATING_SLIP, print_slip
from desk_app.surveys.tables.ratings import own_questions
from desk_app.tickets.calling import now_calling, waiting
from ui.citizen.call_board import Board, CallShown, LineShown
from ui.citizen.customer_state import Answer
from ui.citizen.play_log import Note


@dataclass(frozen=True, kw_only=True)
class Dressing:
    """How the screens are set up, what they show while nothing happens and when, what is asked, when a slip is printed."""

    setup: ScreenSetup
    slogans: tuple[str, ...]
    windows: tuple[Window, ...]
    question: Question
    visit_question: Question
    slip: str


def dressing(desk: Desk) -> Dressing:
    """Return the setup of this desk's screens, the office's slogans, its schedule and its question of today."""
    today, book = desk.journal.time.now().date(), desk.office.present_book()
    own = own_questions(desk.journal.reading())
    return Dressing(
        setup=kept_setup(desk.surveys),
        slogans=shown_on(desk.signage, today),
        windows=windows_on(schedule_on(book, today), desk.working_time.present_calendar(), today),
        question=question_on(own, "hand_over", today),
        visit_question=question_on(own, "visit", today),
        slip=book.setting_on(RATING_SLIP, today),
    )


def noted(desk: Desk, notes: tuple[Note, ...]) -> None:
    """Keep what screens showed, on the disk when this returns."""
    for each in notes:
        note_playing(desk.signage, each.id, each.played)


def entered(desk: Desk, by: str, command_id: str) -> None:
    """Enter in the journal what was played, in the session of ``by``."""
    enter_played(desk.signage, by=by, command_id=command_id)


def slip_printed(desk: Desk, by: str, dossier: str, command_id: str) -> None:
    """Queue the rating slip of a hand-over; one that was rated already needs none."""
    with suppress(Refused):
        print_slip(desk.surveys, by=by, dossier=dossier, command_id=command_id)


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
