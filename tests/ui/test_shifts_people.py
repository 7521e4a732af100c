"""Organisations, people, patterns and imported lists in the page of shifts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desk_app.shifts.reading import roster_of
from tests.desks import RehearsalDesk
from tests.shifts.rota import entered, seats
from tests.ui.planning import Planning
from tests.ui.windows import Seat
from ui.shifts.import_tab import ImportTab
from ui.shifts.page import IMPORT, PLACES
from ui.shifts.places_tab import PlacesTab


@pytest.fixture
def planning(desk: RehearsalDesk) -> Iterator[Planning]:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        yield Planning(seat, desk)


def test_people_are_entered_changed_and_said_to_be_away(planning: Planning) -> None:
    entered(planning.desk)
    planning.come()
    planning.press("Alt+3", "F7")
    planning.fill(name="Le Thi Vi Du", phone="0907000999", skills="may tinh, viet chu", weekdays="2 6")
    planning.press("Return")
    tab = planning.people
    own = next(each for each in planning.desk.shifts.present().members if each.name == "Le Thi Vi Du")
    assert (own.skills, own.weekdays) == (("may tinh", "viet chu"), (0, 4))
    tab.view.members.setFocus()
    tab.view.members.selectRow([each.id for each in tab.view.members.rows].index(own.id))
    planning.press("F8")
    planning.fill(first_on="4/12", last_on="11/12", reason="Di hoc")
    planning.press("Return")
    assert [row.name for row in tab.view.days.rows] == ["Le Thi Vi Du"]
    tab.view.days.setFocus()
    planning.press("Delete")
    assert tab.view.days.rows == ()


def test_a_weekday_that_is_none_is_said_beside_its_field(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+3", "F6")
    planning.fill(name="Hoi Thu", weekdays="T9")
    planning.press("Return")
    assert "không phải là thứ" in planning.people.ask.organisation.fields["weekdays"].trouble
    assert planning.desk.shifts.present().organisations == ()


def test_a_pattern_is_changed_where_it_stands(planning: Planning) -> None:
    entered(planning.desk)
    planning.come()
    planning.press("Alt+5", "Return")
    tab = planning.page.tabs[PLACES]
    assert isinstance(tab, PlacesTab)
    assert tab.pattern.text("hours") == "07:30-11:30"
    planning.fill(seats="3")
    planning.press("Return")
    (pattern,) = planning.desk.shifts.present().patterns
    assert pattern.seats == 3
    assert len(planning.desk.shifts.present().places) == 1


def test_a_pattern_can_need_skills_and_come_round_every_other_week(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+5", "F6")
    planning.fill(place="Ban viet ho", weekdays="T6", hours="7:30-11:00", seats="2")
    planning.fill(every_weeks="2", skills="may tinh", valid_to="31/12/2026")
    planning.press("Return")
    (pattern,) = planning.desk.shifts.present().patterns
    assert (pattern.every_weeks, pattern.skills, pattern.valid_to) == (2, ("may tinh",), date(2026, 12, 31))
    tab = planning.page.tabs[PLACES]
    assert isinstance(tab, PlacesTab)
    cells = tab.table.model()
    shown = [cells.index(0, column).data() for column in range(cells.columnCount())]
    assert "thứ sáu, 2 tuần một lần" in shown
    assert "2 (may tinh)" in shown
    planning.press("Return")
    planning.fill(every_weeks="1", skills="", valid_to="")
    planning.press("Return")
    (pattern,) = planning.desk.shifts.present().patterns
    assert (pattern.every_weeks, pattern.skills, pattern.valid_to) == (1, (), None)


def test_a_person_is_given_their_own_account_by_its_login_name(planning: Planning) -> None:
    rota = entered(planning.desk)
    planning.come()
    planning.press("Alt+3")
    view = planning.people.view
    view.members.setFocus()
    planning.press("Ctrl+E")
    planning.fill(login="khong-co")
    planning.press("Return")
    assert "Không có tài khoản" in planning.people.ask.person.fields["login"].trouble
    planning.fill(login="volunteer")
    planning.press("Return")
    volunteer = planning.desk.accounts_by_role["volunteer"]
    (member,) = [each for each in planning.desk.shifts.present().members if each.account == volunteer]
    assert member.organisation in rota.organisations
    view.members.setFocus()
    view.members.selectRow([each.id for each in view.members.rows].index(member.id))
    planning.press("Ctrl+E")
    assert planning.people.ask.person.text("login") == "volunteer"


def test_an_earlier_list_is_read_before_anything_is_written(planning: Planning, tmp_path: Path) -> None:
    rota = entered(planning.desk)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    name = planning.desk.shifts.present().get_member(rota.members[rota.organisations[0]][0]).name
    for row in (["Ngày", "Họ và tên", "Tổ chức"], ["02/10/2026", name, "Đoàn Thanh niên"], ["31/02/2026", "Ai đó", ""]):
        sheet.append(row)
    book.save(tmp_path / "cu.xlsx")
    planning.come()
    planning.press("Alt+6", "F6")
    planning.fill(file=str(tmp_path / "cu.xlsx"))
    planning.press("Return")
    tab = planning.page.tabs[IMPORT]
    assert isinstance(tab, ImportTab)
    assert "2 dòng: 1 rõ" in tab.summary.text()
    assert roster_of(planning.desk.shifts, date(2026, 10, 1)) is None
    planning.press("F7")
    taken = roster_of(planning.desk.shifts, date(2026, 10, 1))
    assert taken is not None
    assert [seat.member_name for seat in seats(taken)] == [name]
    assert tab.table.rows == ()


def test_a_file_that_cannot_be_read_is_said_beside_its_field(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+6", "F6")
    planning.fill(file="/khong/co.xlsx")
    planning.press("Return")
    tab = planning.page.tabs[IMPORT]
    assert isinstance(tab, ImportTab)
    assert "Không đọc được" in tab.file.fields["file"].trouble
