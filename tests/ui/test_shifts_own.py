"""The page of shifts as a volunteer has it: their own duties, their slip, their calendar file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import vobject
from PySide6.QtWidgets import QLabel

from desk_app.kernel.records import changed
from desk_app.printing.tables.jobs import list_jobs
from desk_app.shifts import keeping
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, entered, issued, on, roster
from tests.ui.planning import Planning, december
from tests.ui.windows import Seat
from ui.shifts.own_tab import OwnTab


def own_tab(planning: Planning) -> OwnTab:
    (tab,) = planning.page.tabs
    assert isinstance(tab, OwnTab)
    return tab


@dataclass(frozen=True, kw_only=True)
class Volunteer:
    """A volunteer at their page of shifts; ``member`` is who they are on the roster."""

    at: Planning
    member: str

    @property
    def tab(self) -> OwnTab:
        return own_tab(self.at)


@pytest.fixture
def volunteer(desk: RehearsalDesk) -> Iterator[Volunteer]:
    rota = entered(desk)
    person = desk.shifts.present().get_member(rota.members[rota.organisations[0]][0])
    act(desk, keeping.put_member, member=changed(person, account=desk.accounts_by_role["volunteer"]))
    issued(desk)
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        planning = Planning(seat, desk)
        planning.come("2026-12")
        yield Volunteer(at=planning, member=person.id)


def test_a_volunteer_sees_their_own_shifts_and_nothing_else(volunteer: Volunteer, desk: RehearsalDesk) -> None:
    shown = " ".join(label.text() for label in volunteer.at.page.findChildren(QLabel))
    assert {row.member for row in volunteer.tab.view.table.rows} == {volunteer.member}
    assert not any(each.name in shown for each in desk.shifts.present().members if each.id != volunteer.member)
    volunteer.at.press("Alt+2", "F6", "F8")
    assert roster(desk).edition == "issued"
    assert all(each.state == "held" for each in december(desk))


def test_their_own_pocket_slip_comes_from_the_printer_and_nobody_elses(
    volunteer: Volunteer, desk: RehearsalDesk
) -> None:
    volunteer.at.press("Ctrl+P")
    assert [each.title for each in list_jobs(desk.journal.reading())] == ["Phiếu nhắc lịch trực"]
    assert "Đã gửi in phiếu bỏ túi tháng 12" in volunteer.at.seat.said


def test_their_own_calendar_file_holds_their_duties_alone(
    volunteer: Volunteer, desk: RehearsalDesk, tmp_path: Path
) -> None:
    volunteer.at.press("Ctrl+E")
    volunteer.at.fill(folder=str(tmp_path))
    volunteer.at.press("Return")
    file = tmp_path / "lich-truc-cua-toi.ics"
    events = vobject.readOne(file.read_text(encoding="utf-8")).vevent_list
    mine = [seat for seat in december(desk) if seat.member == volunteer.member]
    assert sorted(each.dtstart.value.day for each in events) == sorted(seat.on.day for seat in mine)
    assert all(mine[0].member_name in each.summary.value for each in events)


def test_without_a_shift_there_is_nothing_to_print(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        planning = Planning(seat, desk)
        desk.time.put(on(4))
        planning.come()
        assert not any(deed.may() for deed in own_tab(planning).deeds)
        planning.press("Ctrl+P", "Ctrl+E")
        assert not list_jobs(desk.journal.reading())
