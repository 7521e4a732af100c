"""The sections of absences and keeping, by keys."""

from datetime import timedelta
from pathlib import Path

from desk_app.attachments.reading import expired
from desk_app.dossiers.life.officers import in_hand
from tests.attachments.papers import added, dossier_of, file_of, handed_over, pdf
from tests.desks import RehearsalDesk
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from ui.settings.absences.page import AbsencesPage
from ui.settings.keeping.page import KeepingPage


def holder_of(desk: RehearsalDesk) -> str:
    return desk.accounts_by_role["officer"]


def stand_on(page: AbsencesPage, account: str) -> None:
    page.table.selectRow([one.account.id for one in page.table.rows].index(account))


def test_an_absent_persons_dossiers_go_to_a_substitute_and_come_back(desk: RehearsalDesk) -> None:
    dossiers = {dossier_of(desk), dossier_of(desk, name="Lê Thị Ví Dụ")}
    absent = holder_of(desk)
    with seated(desk) as seat:
        page = section(seat, "absences", AbsencesPage)
        stand_on(page, absent)
        assert page.table.current is not None
        assert page.table.current.held == 2
        seat.hands.press("F6")
        fill(seat, page.give, until="04/12/2026", reason="Nghỉ ốm")
        to = page.give.text("to")
        enter(seat)
        assert not page.give.isVisible()
        assert {row.id for row in in_hand(desk.dossiers, to)} == dossiers
        stand_on(page, absent)
        assert page.table.current.lent == 2
        seat.hands.press("F7")
        seat.settle()
        assert {row.id for row in in_hand(desk.dossiers, absent)} == dossiers


def test_a_day_that_is_over_is_said_beside_its_field(desk: RehearsalDesk) -> None:
    dossier_of(desk)
    with seated(desk) as seat:
        page = section(seat, "absences", AbsencesPage)
        stand_on(page, holder_of(desk))
        seat.hands.press("F6")
        fill(seat, page.give, until="01/01/2026", reason="Nghỉ ốm")
        enter(seat)
        assert "đã qua" in trouble(page.give, "until")
        assert page.give.text("reason") == "Nghỉ ốm"


def test_scans_that_were_kept_long_enough_are_erased_after_a_question(desk: RehearsalDesk, tmp_path: Path) -> None:
    dossier = dossier_of(desk)
    added(desk, dossier, file_of(tmp_path, pdf(1)))
    handed_over(desk, dossier)
    desk.time.advance(timedelta(days=400))
    with seated(desk) as seat:
        page = section(seat, "keeping", KeepingPage)
        assert len(page.table.rows) == 1
        seat.hands.press("F6")
        assert page.sure.isVisible()
        enter(seat)
        assert not page.table.rows
        assert page.nothing.isVisible()
    assert expired(desk.attachments, by=desk.admin) == ()
