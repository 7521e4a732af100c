"""What the section of screens asks of the desk, on the threads of jobs."""

from dataclasses import dataclass
from datetime import date

from desk_app.desk import Desk
from desk_app.office.commands import put_setting
from desk_app.signage.slogans import SETTING, shipped_slogans, slogans_on
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup


@dataclass(frozen=True, kw_only=True)
class Screens:
    """How the screens are set up; the slogans of today, whether they are the office's own, what is said of the shipped."""

    setup: ScreenSetup
    slogans: tuple[str, ...]
    are_own: bool
    notice: str


def screens(desk: Desk) -> Screens:
    """Return what the section shows."""
    book, today = desk.office.present_book(), desk.journal.time.now().date()
    return Screens(
        setup=kept_setup(desk.surveys),
        slogans=slogans_on(book, today),
        are_own=bool(book.setting_on(SETTING, today)),
        notice=shipped_slogans().notice,
    )


def keep_screens(desk: Desk, setup: ScreenSetup) -> None:
    """Keep how the screens of this desk are set up."""
    keep_setup(desk.surveys, setup)


def put_slogans(desk: Desk, by: str, lines: str, valid_from: date, command_id: str) -> None:
    """Show the office's own slogans, one a line, from a day on; none brings the shipped ones back."""
    put_setting(desk.office, by=by, key=SETTING, value=lines, valid_from=valid_from, command_id=command_id)
