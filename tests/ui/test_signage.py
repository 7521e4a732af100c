"""The page of the signs and the minutes of slogans on the call display."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtWidgets import QApplication

from desk_app.kernel.time_source import VIETNAM
from desk_app.office.commands import put_setting
from desk_app.printing.tables import list_jobs
from desk_app.signage.commands import NewSlogan, put_slogan
from desk_app.signage.played import played_between
from desk_app.signage.schedule import schedule_on
from desk_app.signage.slogans import shown_on
from desk_app.signage.tables import list_playing
from desk_app.surveys.rules import Level
from tests.desks import RehearsalDesk
from tests.signage.test_played import entered, ran
from tests.ui.citizens import asked, called, customer_of, display_of, given_out, screens_of, today, with_both_open
from tests.ui.windows import Seat, focused
from ui.citizen.play_log import Note, PlayLog
from ui.citizen.signs import CALL_S
from ui.shell.dress import dress
from ui.signage.page import SignagePage

EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)
TODAY = EIGHT.date()


class Showing:
    """Somebody at the page of the signs."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk

    @property
    def page(self) -> SignagePage:
        return self.seat.front(SignagePage)

    def come(self) -> SignagePage:
        self.press("Shift+F8")
        return self.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def fill(self, **texts: str) -> None:
        strip = next(each for each in self.page.moves.strips if each.isVisible())
        for name, text in texts.items():
            strip.fields[name].take_focus()
            self.press("Ctrl+A")
            self.seat.hands.type(text)
        self.press("Return")


@pytest.fixture
def showing(seat: Seat, desk: RehearsalDesk) -> Showing:
    return Showing(seat, desk)


def test_a_slogan_is_put_up_and_taken_down_by_keys(showing: Showing) -> None:
    page = showing.come()
    assert focused() is page.slogans
    assert {row.state for row in page.slogans.rows} == {"shown"}
    showing.press("F6")
    showing.fill(text="Chào mừng Đại hội", valid_until="30/11")
    (row,) = page.slogans.rows
    assert (row.text, row.days, row.state) == ("Chào mừng Đại hội", "23/11/2026 – 30/11/2026", "shown")
    showing.press("F8", "Return")
    assert shown_on(showing.desk.signage, TODAY + timedelta(days=1)) != ("Chào mừng Đại hội",)


def test_what_is_wrong_with_a_slogan_stands_beside_it(showing: Showing) -> None:
    page = showing.come()
    showing.press("F6", "Return")
    assert "chưa có nội dung" in page.moves.adding.fields["text"].trouble
    showing.fill(text="Một câu", valid_until="ngày kia")
    assert "không phải là ngày" in page.moves.adding.fields["valid_until"].trouble


def test_a_shipped_slogan_is_not_taken_down_from_here(showing: Showing) -> None:
    page = showing.come()
    assert not page.end_button.isEnabled()
    showing.press("F8")
    assert not page.moves.ending.isVisible()


def test_the_preview_follows_the_slogan_and_the_panel(showing: Showing) -> None:
    page = showing.come()
    assert not page.led.picture.is_empty
    assert page.slogans.rows[0].text in page.led.picture.toolTip()
    page.led.size_field.put("7x7")
    page.led.size_field.entered.emit()
    showing.seat.settle()
    assert "không phải cỡ" in page.led.size_field.trouble


def test_files_for_a_controller_are_written(showing: Showing, tmp_path: Path) -> None:
    page = showing.come()
    page.led.size_field.put("320x160")
    showing.press("F7")
    showing.fill(folder=str(tmp_path))
    with Image.open(tmp_path / "khau-hieu.gif") as picture:
        assert picture.size == (320, 160)
    assert "Đã ghi" in showing.seat.said
    showing.press("Ctrl+E")
    showing.fill(folder=str(tmp_path / "khong-co"))
    assert "Không có thư mục" in showing.seat.said


def test_an_officer_sees_the_schedule_and_an_administrator_changes_it(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        keeping = Showing(seat, desk)
        page = keeping.come()
        assert page.rule.text().startswith("10 phút mỗi giờ")
        keeping.press("Ctrl+D")
        keeping.fill(signage_minutes="15", signage_from_minute="30")
        assert schedule_on(desk.office.present_book(), TODAY).minutes == 15
        assert "15 phút mỗi giờ" in page.rule.text()
        keeping.press("Ctrl+D")
        keeping.fill(signage_minutes="99")
        assert page.moves.timing.fields["signage_minutes"].trouble


def test_the_schedule_is_read_only_for_an_officer(showing: Showing) -> None:
    assert not showing.come().time_button.isEnabled()


def test_the_proof_of_play_is_seen_and_printed(showing: Showing) -> None:
    ran(showing.desk)
    entered(showing.desk)
    page = showing.come()
    (row,) = page.played.rows
    assert (row.on, row.words, row.is_short) == ("23/11/2026", "1 lượt, 10/100 phút", True)
    showing.press("Ctrl+P")
    assert list_jobs(showing.desk.journal.reading())[0].title == "Nhật ký chiếu khẩu hiệu"


def test_empty_proof_says_what_to_do(showing: Showing) -> None:
    assert "Ctrl+F8" in showing.come().played.accessibleDescription()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_fits_at_every_text_size(showing: Showing, qapp: QApplication, percent: int) -> None:
    dress(qapp, percent)
    assert showing.come().minimumSizeHint().width() <= 1366


def test_in_its_minutes_a_slogan_stands_large_with_the_numbers_called(seat: Seat, desk: RehearsalDesk) -> None:
    desk.time.put(EIGHT + timedelta(minutes=4))
    called(desk)
    with_both_open(seat)
    screens, display = screens_of(seat), display_of(seat)
    assert not display.shows_large_slogan
    screens.signs.called(-2 * CALL_S)
    screens.tick()
    assert display.shows_large_slogan
    assert display.face.slogan.text() in shown_on(desk.signage, TODAY)
    assert [number.text() for number, _counter in display.face.cells] == ["A001", "", ""]
    desk.time.put(EIGHT + timedelta(minutes=10))
    screens.tick()
    assert not display.shows_large_slogan


def test_a_new_call_takes_the_middle_back_at_once(seat: Seat, desk: RehearsalDesk) -> None:
    desk.time.put(EIGHT + timedelta(minutes=4))
    with_both_open(seat)
    screens, display = screens_of(seat), display_of(seat)
    screens.tick()
    assert display.shows_large_slogan
    called(desk)
    screens.look()
    seat.settle()
    assert not display.shows_large_slogan
    assert display.number.text() == "A001"


def test_what_screens_showed_is_noted_and_entered_when_the_minutes_end(seat: Seat, desk: RehearsalDesk) -> None:
    desk.time.put(EIGHT)
    with_both_open(seat)
    screens = screens_of(seat)
    for second in range(0, 64, 2):
        desk.time.put(EIGHT + timedelta(seconds=second))
        screens.tick()
    seat.settle()
    assert len(list_playing(desk.journal.reading())) == 2
    desk.time.put(EIGHT + timedelta(minutes=12))
    screens.tick()
    seat.settle()
    screens.dress()
    seat.settle()
    seat.settle()
    found = played_between(desk.signage, first_on=TODAY, last_on=TODAY)
    assert {each.screen for each in found.days} == {"Màn hình gọi số", "Màn hình ở quầy"}
    assert all(each.is_entered and each.seconds == 62 for each in found.days)
    assert sum(each.seconds for each in found.shown) == 2 * 62


def test_a_question_to_a_citizen_is_no_slogan(seat: Seat, desk: RehearsalDesk) -> None:
    desk.time.put(EIGHT)
    with_both_open(seat)
    asked(seat, desk)
    for second in range(4):
        desk.time.put(EIGHT + timedelta(seconds=second))
        screens_of(seat).tick()
    screens_of(seat).close()
    seat.settle()
    shown = [each.text for _id, played in list_playing(desk.journal.reading()) for each in played.shown]
    assert all(text in shown_on(desk.signage, TODAY) for text in shown)
    assert "261123" not in str(shown)


def test_a_visit_is_rated_on_the_screen_without_a_dossier(seat: Seat, desk: RehearsalDesk) -> None:
    seat.window.happenings.visited.emit()
    seat.settle()
    assert "đang đóng" in seat.said
    with_both_open(seat)
    seat.window.happenings.visited.emit()
    customer = customer_of(seat)
    assert (customer.front, customer.about.text()) == (1, "")
    assert "lượt đến" in customer.question.text()
    customer.levels[Level.SATISFIED].click()
    seat.settle()
    assert (today(desk).total, today(desk).procedures) == (1, ())
    asked(seat, desk)
    assert "phục vụ" in customer.question.text()


def test_an_upright_screen_sets_its_parts_below_each_other(seat: Seat, desk: RehearsalDesk) -> None:
    with_both_open(seat)
    customer = customer_of(seat)
    for size, is_upright in (((800, 480), False), ((1080, 1920), True)):
        customer.resize(*size)
        asked(seat, desk)
        seat.settle()
        buttons = [each for each in customer.levels.values() if each.isVisible()]
        assert len(buttons) == 3
        assert (buttons[0].x() == buttons[1].x()) is is_upright


@pytest.mark.parametrize(
    ("value", "with_screen", "count"),
    [("không", False, 0), ("luôn", True, 1), ("khi không có màn hình", False, 1), ("khi không có màn hình", True, 0)],
)
def test_a_rating_slip_is_printed_at_the_hand_over_where_the_office_wants_it(
    seat: Seat, desk: RehearsalDesk, value: str, with_screen: bool, count: int
) -> None:
    put_setting(
        desk.office, by=desk.admin, key="rating_slip", value=value, valid_from=TODAY, command_id=desk.journal.new_id()
    )
    screens_of(seat).dress()
    seat.settle()
    if with_screen:
        with_both_open(seat)
    seat.window.happenings.handed_over.emit(*given_out(desk))
    seat.settle()
    titles = [job.title for job in list_jobs(desk.journal.reading())]
    assert titles.count("Phiếu đánh giá") == count


def test_a_new_slogan_reaches_the_open_screens_at_once(seat: Seat, desk: RehearsalDesk) -> None:
    with_both_open(seat)
    officer = desk.accounts_by_role["officer"]
    slogan = NewSlogan(text="Câu mới", valid_from=date(2026, 11, 1))
    put_slogan(desk.signage, by=officer, slogan=slogan, command_id=desk.journal.new_id())
    seat.window.happenings.screens_changed.emit()
    seat.settle()
    assert screens_of(seat).signs.slogans == ("Câu mới",)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.integers(1, 9)), max_size=60))
def test_the_log_never_claims_more_time_than_passed(steps: list[tuple[str, int]]) -> None:
    made: list[str] = []

    def new_id() -> str:
        made.append(str(len(made)))
        return made[-1]

    log, now, notes = PlayLog("x", new_id), EIGHT, list[Note]()
    for slogan, seconds in steps:
        notes += log.tick(slogan, now)
        now += timedelta(seconds=seconds)
    notes += log.stop()
    last = {each.id: each.played for each in notes}
    for played in last.values():
        length = (played.to_at - played.from_at).total_seconds()
        assert abs(sum(each.seconds for each in played.shown) - length) <= len(played.shown)
    spans = sorted((each.from_at, each.to_at) for each in last.values())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert {each.id for each in notes if each.is_over} == set(last)
