"""The screening list and lists from Excel, worked by keyboard at a real desk."""

from pathlib import Path

import pytest

from desk_app.journal.tables import count_entries
from desk_app.kernel.records import changed
from desk_app.mobile_sessions.invitation_code import invitation_text
from desk_app.mobile_sessions.reading import people
from tests.desks import RehearsalDesk
from tests.mobile_sessions.at_the_window import Outing
from tests.mobile_sessions.outing import (
    BINH,
    a_line,
    a_session,
    line_now,
    named,
    workbook,
)
from tests.mobile_sessions.test_excel import HEAD, row
from tests.ui.windows import Seat, focused
from ui.mobile_sessions.page import SCREENING

CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


@pytest.fixture
def outing(seat: Seat, desk: RehearsalDesk) -> Outing:
    return Outing(seat, desk)


def test_a_person_is_entered_and_the_next_one_needs_no_area(outing: Outing) -> None:
    outing.come()
    outing.press("Alt+2", "F6")
    outing.fill(name="Trần Thị Bình", birth_on="2/1/95", area="kv3", lacks="KS và CCCD", told_by="Ông Thử")
    outing.press("Return")
    [found] = people(outing.desk.mobile_sessions)
    assert (found.line.found.person.birth_on, found.line.found.lacks) == ("1995-01-02", ("birth", "identity"))
    outing.press("F6")
    fields = outing.page.lines.person_form.fields
    assert (fields["area"].text, fields["told_by"].text, fields["name"].text) == ("kv3", "Ông Thử", "")


@pytest.mark.parametrize(
    ("name", "typed"), [("name", ""), ("birth_on", "31/2/1995"), ("id_number", "123"), ("area", "")]
)
def test_what_is_wrong_with_a_person_is_said_beside_its_field(outing: Outing, name: str, typed: str) -> None:
    outing.come()
    outing.press("Alt+2", "F6")
    outing.fill(**{"name": "Trần Thị Bình", "area": "kv3", "lacks": "KS", name: typed})
    outing.press("Return")
    assert outing.page.lines.person_form.fields[name].trouble
    outing.fill(**{name: {"name": "An", "birth_on": "", "id_number": "", "area": "kv3"}[name]})
    outing.press("Return")
    assert len(people(outing.desk.mobile_sessions)) == 1


def test_an_identity_card_fills_the_form_of_the_list(outing: Outing) -> None:
    outing.come()
    outing.press("Alt+2")
    outing.scan(CARD)
    fields = outing.page.lines.person_form.fields
    assert (fields["name"].text, fields["id_number"].text) == ("Nguyễn Văn Mẫu", "093085001234")


def test_an_invitation_scanned_at_the_list_stands_on_its_line(outing: Outing) -> None:
    a_line(outing.desk, named("Ân Văn Ba"))
    line = a_line(outing.desk)
    outing.come()
    outing.press("Alt+2")
    outing.scan(invitation_text(line))
    assert outing.page.view == SCREENING
    assert outing.page.person is not None
    assert outing.page.person.id == line


def test_a_list_from_excel_is_looked_at_row_by_row_then_taken(outing: Outing, tmp_path: Path) -> None:
    desk = outing.desk
    file = workbook(
        tmp_path / "a.xlsx",
        (HEAD, row(), row(name="LE THI CUC", birth="02/09/01", number=None), row(birth="31/02/1985", number=None)),
    )
    before = count_entries(desk.journal.reading())
    outing.come()
    outing.press("Alt+2", "F8")
    outing.fill(file=str(file))
    outing.press("Return")
    verdicts = outing.page.verdicts
    assert [each.outcome for each in verdicts.table.rows] == ["refused", "repaired", "taken"]
    assert "không phải là ngày" in str(verdicts.table.model().index(0, 3).data())
    assert "Sẽ nhận 2 người" in verdicts.summary.text()
    assert focused() is verdicts.table
    assert count_entries(desk.journal.reading()) == before
    outing.press("F7")
    assert not verdicts.isVisible()
    assert len(outing.page.screening.table.rows) == 2


def test_a_look_at_a_list_is_given_up_without_a_trace(outing: Outing, tmp_path: Path) -> None:
    outing.come()
    outing.press("Alt+2", "F8")
    outing.fill(file=str(workbook(tmp_path / "a.xlsx", (HEAD, row()))))
    outing.press("Return", "Escape")
    assert not outing.page.verdicts.isVisible()
    assert people(outing.desk.mobile_sessions) == ()


@pytest.mark.parametrize("file", ["", "/nowhere/a.xlsx"])
def test_a_file_that_is_not_there_is_said(outing: Outing, file: str) -> None:
    outing.come()
    outing.press("Alt+2", "F8")
    outing.fill(file=file)
    outing.press("Return")
    assert outing.page.lines.file_form.fields["file"].trouble or "Không thấy tệp" in outing.seat.said


def test_lines_that_look_alike_are_decided_with_one_key(outing: Outing) -> None:
    desk = outing.desk
    twins = [named("Nguyễn Văn An", birth_on="1985-03-05"), named("Lê Thị Cúc", birth_on="2001-09-02")]
    for who in twins:
        a_line(desk, who)
        a_line(desk, who, area="Khu vực 4", lacks=("birth",))
    outing.come()
    outing.press("Alt+2")
    outing.page.screening.which.put("alike")
    outing.read_again()
    assert len(outing.page.screening.table.rows) == 2
    outing.press("Ctrl+G")
    outing.press("Ctrl+B")
    assert "Không có dòng nào giống nhau" in outing.page.screening.table.accessibleDescription()
    assert len(people(desk.mobile_sessions, which="left")) == 3


def test_a_paper_is_settled_and_a_line_ended_and_followed_again(outing: Outing) -> None:
    line = a_line(outing.desk, lacks=("marriage", "identity"))
    outing.come()
    outing.press("Alt+2", "Ctrl+S", "Return")
    assert [each.settled is not None for each in line_now(outing.desk, line).lacks] == [True, False]
    outing.press("Delete", "Return")
    ended = line_now(outing.desk, line).ended
    assert ended is not None
    assert ended.reason == "moved"
    outing.page.screening.show_all()
    outing.read_again()
    outing.press("Delete")
    assert line_now(outing.desk, line).ended is None


def test_a_line_is_put_right_and_keeps_what_is_not_asked_for(outing: Outing) -> None:
    line = a_line(outing.desk, changed(BINH, sex="female"))
    outing.come()
    outing.press("Alt+2", "Ctrl+E")
    assert outing.page.lines.edit_form.fields["birth_on"].text == "02/01/1995"
    outing.fill(phone="0909999888", area="kv 4")
    outing.press("Return")
    found = line_now(outing.desk, line).found
    assert (found.person, found.area) == (changed(BINH, sex="female", phone="0909999888"), "Khu vực 4")


def test_the_list_is_searched_without_marks(outing: Outing) -> None:
    a_line(outing.desk)
    a_line(outing.desk, named("Lê Thị Cúc"))
    outing.come()
    outing.press("Ctrl+T")
    outing.seat.hands.type("binh")
    outing.seat.settle()
    assert [each.name for each in outing.page.screening.table.rows] == [BINH.name]
    outing.seat.hands.type("zz")
    outing.seat.settle()
    assert "Không có ai như vậy" in outing.page.screening.table.accessibleDescription()


def test_a_volunteer_enters_people_sees_only_those_and_no_session(desk: RehearsalDesk) -> None:
    a_line(desk)
    a_session(desk)
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        outing = Outing(seat, desk)
        seat.workspace.go("sessions", "")
        seat.settle()
        assert outing.page.view == SCREENING
        assert not outing.page.screening.table.rows
        outing.press("F6")
        outing.fill(name="Lê Thị Cúc", area="kv3", lacks="KS")
        outing.press("Return")
        assert [each.name for each in outing.page.screening.table.rows] == ["Lê Thị Cúc"]
        outing.press("Alt+1")
        assert outing.page.view == SCREENING
        assert not outing.page.line_actions.settle_button.isEnabled()
