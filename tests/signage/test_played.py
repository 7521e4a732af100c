"""Proof of play: noted while it runs, kept through a power cut, entered in the journal, printed; never a citizen's data."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import Refused
from desk_app.kernel.time_source import VIETNAM
from desk_app.printing.blocks import Table
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from desk_app.signage.commands import enter_played, note_playing, print_proof
from desk_app.signage.facts import Played, Shown
from desk_app.signage.figures import figures
from desk_app.signage.papers import minutes
from desk_app.signage.played import PlayedPeriod, played_between
from desk_app.signage.tables import list_playing
from tests.desks import RehearsalDesk, opened, rehearsal_desk

SEVEN = datetime(2026, 11, 23, 7, 0, tzinfo=VIETNAM)
TODAY = SEVEN.date()


def ran(desk: RehearsalDesk, id_: str = "a", length_s: int = 600, from_at: datetime = SEVEN) -> None:
    shown = (
        Shown(text="Câu một", times=3, seconds=length_s // 2),
        Shown(text="Câu hai", times=2, seconds=length_s // 2),
    )
    played = Played(screen="Màn hình gọi số", from_at=from_at, to_at=from_at + timedelta(seconds=length_s), shown=shown)
    note_playing(desk.signage, id_, played)


def entered(desk: RehearsalDesk) -> int:
    volunteer = desk.accounts_by_role["volunteer"]
    return len(enter_played(desk.signage, by=volunteer, command_id=desk.journal.new_id()).entries)


def today(desk: RehearsalDesk) -> PlayedPeriod:
    return played_between(desk.signage, first_on=TODAY, last_on=TODAY)


def test_what_runs_is_seen_before_it_is_entered(desk: RehearsalDesk) -> None:
    ran(desk, length_s=20)
    ran(desk, length_s=40)
    (day,) = today(desk).days
    assert (day.stretches, day.seconds, day.is_entered) == (1, 40, False)


def test_what_has_ended_is_entered_once(desk: RehearsalDesk) -> None:
    ran(desk)
    assert entered(desk) == 1
    assert entered(desk) == 0
    (day,) = today(desk).days
    assert (day.seconds, day.asked_seconds, day.is_entered) == (600, 6000, True)
    assert [(each.text, each.times) for each in day.shown] == [("Câu một", 3), ("Câu hai", 2)]


def test_what_still_runs_is_not_entered(desk: RehearsalDesk) -> None:
    ran(desk, from_at=desk.time.now() - timedelta(minutes=2), length_s=120)
    assert entered(desk) == 0
    desk.time.advance(timedelta(minutes=2))
    assert entered(desk) == 1


def test_a_power_cut_loses_no_more_than_the_last_seconds(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    with rehearsal_desk(folder) as desk:
        ran(desk, length_s=280)
    again = opened(folder)
    try:
        assert [played.to_at for _id, played in list_playing(again.journal.reading())] == [
            SEVEN + timedelta(seconds=280)
        ]
        assert entered(again) == 1
        assert today(again).seconds == 280
        assert list_playing(again.journal.reading()) == ()
    finally:
        again.close()


def test_days_and_screens_are_counted_apart(desk: RehearsalDesk) -> None:
    ran(desk)
    ran(desk, "b", from_at=SEVEN + timedelta(hours=1))
    ran(desk, "c", from_at=SEVEN - timedelta(days=1))
    entered(desk)
    found = played_between(desk.signage, first_on=TODAY - timedelta(days=1), last_on=TODAY)
    assert [(each.on.day, each.stretches) for each in found.days] == [(22, 1), (23, 2)]
    assert found.seconds == 1800
    assert [(each.text, each.times) for each in found.shown] == [("Câu một", 9), ("Câu hai", 6)]


def test_figures_add_days_up(desk: RehearsalDesk) -> None:
    ran(desk)
    ran(desk, "b", from_at=SEVEN - timedelta(days=1))
    found = figures(desk.signage, first_on=TODAY - timedelta(days=1), last_on=TODAY)
    assert (found.days, found.stretches, found.seconds, found.slogans) == (2, 2, 1200, 2)
    assert [(each.desk, each.days) for each in found.desks] == [(desk.journal.desk_id, 2)]


def test_the_hub_counts_what_every_desk_played(desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory) -> None:
    ran(desk)
    entered(desk)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        for _turn in range(2):
            second.journal.merge(list(every_entry(desk.journal.reading())))
        assert [each.desk for each in today(second).days] == [desk.journal.desk_id]
        assert second.journal.refold() == ()


def test_the_proof_is_printed_and_names_no_citizen(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    given = {"by": officer, "first_on": TODAY, "last_on": TODAY}
    with pytest.raises(Refused, match="chưa chiếu"):
        print_proof(desk.signage, command_id=desk.journal.new_id(), **given)  # type: ignore[arg-type]
    ran(desk)
    print_proof(desk.signage, command_id=desk.journal.new_id(), **given)  # type: ignore[arg-type]
    db = desk.journal.reading()
    paper = paper_of_job(db, list_jobs(db)[0].id)
    days, slogans = (each for each in paper.blocks if isinstance(each, Table))
    assert days.rows == (("23/11/2026", "Màn hình gọi số", "1", "10", "100"),)
    assert slogans.rows[0] == ("Câu một", "3", "5")


@pytest.mark.parametrize(("seconds", "words"), [(0, "0"), (60, "1"), (570, "9,5"), (600, "10"), (72_000, "1.200")])
def test_minutes_are_written_the_vietnamese_way(seconds: int, words: str) -> None:
    assert minutes(seconds) == words
