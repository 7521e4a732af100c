from PySide6.QtWidgets import QLabel

from desk_app.kernel.errors import DeviceTrouble, Refused
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat, focused
from ui.shell.message_bar import Act, MessageBar


def test_good_news_goes_away_and_trouble_stays() -> None:
    bar = MessageBar()
    bar.say("Đã lưu.")
    assert (bar.tone, bar.text) == ("good", "Đã lưu.")
    bar.move_on()
    assert bar.text == ""
    bar.report(DeviceTrouble("x", "Máy in hỏng.", "Hồ sơ vẫn nguyên."))
    bar.move_on()
    assert (bar.tone, bar.text) == ("trouble", "Máy in hỏng. Hồ sơ vẫn nguyên.")
    bar.report(Refused("x", "Không được."))
    assert bar.tone == "warning"
    bar.clear()
    assert bar.text == ""


def test_a_long_message_takes_lines_and_not_more_width_than_the_window_has(seat: Seat) -> None:
    seat.window.messages.report(DeviceTrouble("x", "Máy in không trả lời đã lâu rồi. " * 12, "Hồ sơ vẫn nguyên. " * 12))
    words = [each for each in seat.window.messages.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    assert len(words) == 2
    seat.wait(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in words), "words are cut")
    assert seat.window.minimumSizeHint().width() <= 1366
    assert seat.window.width() == 1366


def test_the_last_twenty_messages_can_be_read_again_each_once() -> None:
    bar = MessageBar()
    for number in range(30):
        bar.say(f"Đã lưu {number}.")
        bar.say(f"Đã lưu {number}.")
    assert [said.message for said in bar.past] == [f"Đã lưu {number}." for number in range(29, 9, -1)]
    bar.forget()
    assert bar.past == ()


def test_ctrl_m_shows_what_was_said_and_esc_takes_it_away(seat: Seat) -> None:
    seat.window.messages.say("Đã lưu hồ sơ mẫu.")
    seat.hands.press("Ctrl+M")
    assert seat.workspace.said.table.rows[0].message == "Đã lưu hồ sơ mẫu."
    assert focused() is seat.workspace.said.table
    seat.hands.press("Esc")
    assert not seat.workspace.said.isVisible()


def test_the_next_person_does_not_read_what_the_first_was_told(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        seat.window.messages.say("Đã lưu hồ sơ của Nguyễn Văn Mẫu.")
        seat.hands.press("Ctrl+L")
        assert "Nguyễn" not in seat.said
        seat.sign_in("officer")
        assert seat.window.messages.past != ()
        seat.hands.press("Ctrl+L")
        seat.sign_in("quantri")
        assert seat.window.messages.past == ()


def test_what_a_message_offers_is_done_once_by_its_key_and_goes_with_it(seat: Seat) -> None:
    done: list[str] = []
    bar = seat.window.messages
    bar.say("Đã xóa.", act=Act(words="Lấy lại", key="Ctrl+J", run=lambda: done.append("back")))
    seat.hands.press("Ctrl+J")
    assert done == ["back"]
    assert bar.text == bar.greeting
    bar.say("Đã xóa.", act=Act(words="Lấy lại", key="Ctrl+J", run=lambda: done.append("again")))
    bar.say("Việc khác.")
    seat.hands.press("Ctrl+J")
    assert done == ["back"]
