"""The section of terms: another reading is typed, looked at, kept from its day on, and taken back."""

from datetime import date, datetime, time

import pytest

from desk_app.dossiers.register import register
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.reading_changes import reading_change
from desk_app.working_time.shipped import shipped_readings, shipped_years
from tests.desks import RehearsalDesk, form
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import Seat
from ui.settings.terms import state
from ui.settings.terms.page import TermsPage

TODAY, FIRST = date(2026, 11, 23), date(2026, 12, 1)
PRESENT = shipped_readings()[-1]
CALENDAR = Calendar(shipped_years())


def typed(**texts: str) -> Reading:
    answers = {"valid_from": "1/12/2026", "basis": "Quyết định mẫu", **state.values_of(PRESENT), **texts}
    return state.reading_of(answers, PRESENT, TODAY)


def look(seat: Seat, page: TermsPage, **answers: str) -> None:
    seat.hands.press("F6")
    fill(seat, page.asked, **answers)
    enter(seat)
    seat.wait(page.preview.isVisible, seat.said)


def test_the_sheet_begins_with_the_present_answers_but_asks_for_day_and_basis() -> None:
    values = state.values_of(PRESENT)
    assert {"valid_from", "basis"}.isdisjoint(values)
    assert typed() == changed(PRESENT, valid_from=FIRST, basis="Quyết định mẫu")
    assert typed(valid_from="5/1").valid_from == date(2027, 1, 5)
    other = typed(supplement="pause", cutoff_at="16h", afternoon="13h30-17h30")
    assert (other.supplement, other.cutoff_at, other.hours.afternoon_to) == ("pause", time(16), time(17, 30))


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"valid_from": ""}, "valid_from"),
        ({"cutoff_at": "ba giờ"}, "cutoff_at"),
        ({"morning": "7:00-25"}, "morning"),
        ({"morning": "12:00–11:30"}, "hours"),
    ],
)
def test_what_cannot_be_typed_is_named(texts: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        typed(**texts)
    assert refusal.value.field == field


def test_the_preview_counts_dates_both_ways() -> None:
    preview = state.preview_of(reading_change(shipped_readings(), typed(cutoff_default="always"), CALENDAR), 3)
    assert "từ 01/12/2026" in preview.summary
    assert "3 hồ sơ" in preview.summary
    rows = {row.what: (row.before, row.after) for row in preview.rows}
    assert rows["5 ngày, nhận 15:01 ngày 01/12/2026"] == (
        "hẹn 17:00 ngày 08/12/2026",
        "hẹn 17:00 ngày 09/12/2026",
    )
    assert rows["5 ngày, nhận 09:00 ngày 01/12/2026"][1] == "giữ nguyên"
    assert rows["5 ngày, nhận ngày nghỉ 05/12/2026"][1] == "giữ nguyên"
    assert rows["5 ngày, chờ bổ sung 02/12–07/12/2026"][0] == "hẹn 17:00 ngày 14/12/2026"
    assert "mọi thủ tục" in rows["Mốc giờ chiều"][1]
    assert "Căn cứ" not in rows
    same = state.preview_of(reading_change(shipped_readings(), typed(basis=PRESENT.basis), CALENDAR), 0)
    assert not same.may_take


def test_a_reading_that_ends_before_the_next_one_says_so() -> None:
    known = (*shipped_readings(), changed(PRESENT, valid_from=date(2027, 1, 1)))
    change = reading_change(known, typed(supplement="pause"), CALENDAR)
    assert state.saved_words(change) == "Đã lưu cách tính cho hồ sơ nhận từ 01/12/2026 đến hết 31/12/2026."


def test_readings_of_terms_are_told_in_words_todays_first() -> None:
    coming = changed(PRESENT, valid_from=date(2027, 1, 1), counting="next_half")
    shown = state.readings_shown((*shipped_readings(), coming), TODAY)
    assert [each.title.rpartition(" ")[2] for each in shown] == ["01/07/2025", "01/01/2027", "21/06/2018"]
    assert "sẽ" in shown[1].title
    assert dict(shown[0].lines)["Giờ làm việc"] == "sáng 07:00–11:30, chiều 13:30–17:00"
    assert dict(shown[1].lines)["Bắt đầu tính"] == "từ buổi làm việc tiếp theo"


def test_a_reading_is_looked_at_kept_and_taken_back_with_keys_alone(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(procedure="1.004194"), command_id=desk.journal.new_id())
    with seated(desk) as seat:
        page = section(seat, "terms", TermsPage)
        assert page.change_button.hasFocus()
        look(seat, page, valid_from="23/11/2026", basis="QD 12", afternoon="13:30-16:30")
        assert "1 hồ sơ" in page.preview.summary.text()
        assert desk.working_time.present_readings() == shipped_readings()
        seat.hands.press("Escape")
        assert page.asked.isVisible()
        assert page.asked.text("basis") == "QD 12"
        fill(seat, page.asked, valid_from="1/12/2026")
        enter(seat)
        seat.wait(page.preview.isVisible, seat.said)
        seat.hands.press("F7")
        seat.settle()
        assert not page.preview.isVisible()
        assert "từ 01/12/2026" in seat.said
        assert reading_on(desk.working_time.present_readings(), FIRST).hours.afternoon_to == time(16, 30)
        assert reading_on(desk.working_time.present_readings(), date(2026, 11, 30)) == PRESENT
        seat.hands.press("Ctrl+Z")
        seat.settle()
        assert desk.working_time.present_readings()[-1] == changed(PRESENT, valid_from=FIRST)
        seat.hands.press("Ctrl+H")
        seat.settle()
        assert [("QD 12" in row.words) for row in page.past.rows] == [False, True]


def test_a_dossier_registered_after_the_day_is_due_as_the_example_said(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "terms", TermsPage)
        look(seat, page, valid_from="24/11/2026", basis="QD 12", afternoon="13:30-16:30")
        seat.hands.press("F7")
        seat.settle()
    officer, due = desk.accounts_by_role["officer"], []
    for on in (23, 25):
        desk.time.put(datetime(2026, 11, on, 9, 0, tzinfo=VIETNAM))
        what = form(procedure="1.004194")
        made = register(desk.dossiers, by=officer, form=what, command_id=desk.journal.new_id())
        due.append(desk.journal.history(made.subject)[0].fact.due_at)  # type: ignore[attr-defined]
    assert [f"{at:%d/%m %H:%M}" for at in due] == ["27/11 17:00", "30/11 16:30"]


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "terms", TermsPage)
        seat.hands.press("F6")
        fill(seat, page.asked, valid_from="1/12/2026", basis="QD 12", morning="12:00-11:30")
        enter(seat)
        assert "không theo thứ tự" in trouble(page.asked, "morning")
        fill(seat, page.asked, morning="7-11:30", basis="")
        enter(seat)
        seat.wait(lambda: "căn cứ" in trouble(page.asked, "basis"), seat.said)
        assert page.asked.do_button.isEnabled()
    assert desk.working_time.present_readings() == shipped_readings()


def test_an_officer_reads_how_terms_are_counted_and_changes_nothing(desk: RehearsalDesk) -> None:
    with seated(desk, "officer") as seat:
        page = section(seat, "terms", TermsPage)
        assert not page.change_button.isEnabled()
        seat.hands.press("F6")
        seat.settle()
        assert not page.asked.isVisible()
        assert page.past_button.hasFocus()
