"""A date set anew counts as the one re-appointment there may be, and mends no date that was missed."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.life.apology import due_apologies
from desk_app.journal.tables import list_findings
from desk_app.kernel.errors import Refused
from desk_app.working_time.rules import Mark, mark
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.dossiers.correcting import put_right
from tests.dossiers.living import at, led, now, received
from tests.dossiers.test_two_desks import exchanged

LETTER = {"reason": "Phải xác minh", "due": "2026-12-01T17:00"}


def moved(desk: RehearsalDesk, dossier: str, when: str, due_at: str) -> None:
    """Let a leader set another date by hand at a moment."""
    desk.time.put(at(when) - timedelta(hours=1))
    put_right(desk, dossier, role="leader", due_at=due_at, reason="chờ xác minh")


def rows(desk: RehearsalDesk) -> list[tuple[int, int]]:
    """Return of each re-appointment whether it was by letter, and whether it came late."""
    return desk.journal.reading().execute("SELECT by_letter, came_late FROM dossier_reappointments").fetchall()


def test_a_later_date_set_by_hand_is_a_re_appointment(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    moved(desk, dossier, "2026-11-24T09:00", "17:00 30/11/2026")
    (again,) = now(desk, dossier).reappointments
    assert (again.by_letter, again.came_late, again.reason) == (False, False, "chờ xác minh")
    assert (again.was_due_at, again.due_at) == (at("2026-11-27T17:00"), at("2026-11-30T17:00"))
    assert rows(desk) == [(0, 0)]


def test_a_letter_is_counted_with_them(desk: RehearsalDesk) -> None:
    led(desk, received(desk), "apologise", "2026-11-24T09:00", "leader", **LETTER)
    assert rows(desk) == [(1, 0)]


def test_a_slip_put_right_on_the_day_is_none_and_neither_is_an_earlier_date(desk: RehearsalDesk) -> None:
    slip, earlier = received(desk), received(desk)
    moved(desk, slip, "2026-11-23T10:00", "17:00 30/11/2026")
    moved(desk, earlier, "2026-11-24T09:00", "17:00 25/11/2026")
    assert (now(desk, slip).reappointments, now(desk, earlier).reappointments) == ((), ())
    moved(desk, slip, "2026-11-25T09:00", "17:00 01/12/2026")
    assert len(now(desk, slip).reappointments) == 1


def test_what_the_citizen_brought_moves_the_date_without_counting(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    led(desk, dossier, "supplement", "2026-11-24T09:00", missing=["Giấy chứng sinh"], reason="thiếu")
    led(desk, dossier, "supplied", "2026-11-26T09:00")
    assert now(desk, dossier).reappointments == ()


def test_another_date_is_given_once_whether_by_letter_or_by_hand(desk: RehearsalDesk) -> None:
    by_hand, by_letter = received(desk), received(desk)
    moved(desk, by_hand, "2026-11-24T09:00", "17:00 30/11/2026")
    led(desk, by_letter, "apologise", "2026-11-24T10:00", "leader", **LETTER)
    for dossier in (by_hand, by_letter):
        with pytest.raises(Refused, match="chỉ được hẹn lại một lần"):
            moved(desk, dossier, "2026-11-25T09:00", "17:00 04/12/2026")
        with pytest.raises(Refused, match="chỉ được hẹn lại một lần"):
            led(desk, dossier, "apologise", "2026-11-25T10:00", "leader", reason="Bận", due="2026-12-04T17:00")
    assert due_apologies(desk.dossiers, at("2026-11-30T08:00")) == ()


@pytest.mark.parametrize("how", ["hand", "letter"])
def test_a_date_set_anew_after_it_was_missed_mends_nothing(desk: RehearsalDesk, how: str) -> None:
    dossier = received(desk)
    if how == "hand":
        moved(desk, dossier, "2026-11-30T09:00", "17:00 01/12/2026")
    else:
        led(desk, dossier, "apologise", "2026-11-30T09:00", "leader", **LETTER)
    led(desk, dossier, "result", "2026-12-01T09:00")
    state = now(desk, dossier)
    assert state.registered.due_at == at("2026-12-01T17:00")
    assert state.counted_due_at == at("2026-11-27T17:00")
    assert state.result is not None
    assert mark(state.counted_due_at, state.result.issued_at) is Mark.LATE
    assert rows(desk) == [(int(how == "letter"), 1)]
    missed = desk.journal.reading().execute("SELECT missed_due_at FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    assert missed == ("2026-11-27T17:00:00+07:00",)


def test_a_date_set_anew_in_time_is_the_one_that_counts(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    moved(desk, dossier, "2026-11-27T16:00", "17:00 30/11/2026")
    assert now(desk, dossier).counted_due_at == at("2026-11-30T17:00")
    assert desk.journal.reading().execute("SELECT missed_due_at FROM dossiers").fetchall() == [(None,)]


@pytest.mark.parametrize(("first", "finding"), [("hand", "apologise_twice"), ("letter", "corrected_twice")])
def test_two_desks_that_both_set_another_date_are_found_and_agree(
    desk: RehearsalDesk, tmp_path: Path, first: str, finding: str
) -> None:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as second:
        dossier = received(desk)
        exchanged(desk, second)
        moved(desk, dossier, f"2026-11-24T{'09' if first == 'hand' else '11'}:00", "17:00 30/11/2026")
        led(second, dossier, "apologise", "2026-11-24T10:00", "leader", **LETTER)
        exchanged(desk, second)
        for each in (desk, second):
            assert [found[1] for found in list_findings(each.journal.reading())] == [finding]
        assert now(desk, dossier) == now(second, dossier)
        assert now(desk, dossier).registered.due_at == at("2026-11-30T17:00")
