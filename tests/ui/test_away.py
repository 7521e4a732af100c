"""A laptop taken away and brought home, at the windows of both computers."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.register import register
from desk_app.sync.away.tables import list_laptops
from desk_app.sync.export import export
from tests.desks import RehearsalDesk, form
from tests.mobile_sessions.outing import a_line, a_session
from tests.ui.away_windows import PASSPHRASE, LaptopSeat, later, made_ready, open_pack
from tests.ui.windows import Seat, focused, own_password
from ui.dossiers.list.page import ListPage
from ui.findings.page import FindingsPage
from ui.shell.dress import dress
from ui.shell.sign_in import Asked
from ui.sync.away.page import AwayPage
from ui.sync.page import SyncPage


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def at_laptops(seat: Seat) -> AwayPage:
    seat.hands.press("Ctrl+Shift+F9")
    seat.settle()
    return seat.front(AwayPage)


def fill(seat: Seat, **answers: str) -> None:
    """Type into the open form of laptops, and press Enter in its last field."""
    fields = seat.front(AwayPage).moves.form.fields
    for name, text in answers.items():
        fields[name].take_focus()
        seat.hands.press("Ctrl+A")
        seat.hands.type(text)
    seat.hands.press("Return")
    seat.settle()


def begin(seat: Seat, person: str = "Officer") -> AwayPage:
    """Open the form, and tick one person by keys."""
    page = at_laptops(seat)
    seat.hands.press("F6")
    assert isinstance(focused(), QCheckBox)
    box = next(each for each in page.moves.form.people.boxes.values() if person in each.text())
    while focused() is not box:
        seat.hands.press("Tab")
    seat.hands.press("Space")
    return page


def take(seat: Seat, key: str, file: Path) -> AwayPage:
    page = at_laptops(seat)
    seat.hands.press(key)
    page.moves.home.fields["file"].take_focus()
    seat.hands.press("Ctrl+A")
    seat.hands.type(str(file))
    seat.hands.press("Return")
    seat.settle()
    return page


def test_a_laptop_goes_out_and_comes_home_by_the_windows_of_both_computers(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    own_password(desk, "officer")
    a_line(desk)
    a_session(desk)
    waiting = register(
        desk.dossiers, by=desk.admin, form=form("Người Đang Chờ"), command_id=desk.journal.new_id()
    ).subject
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = begin(seat)
        page.moves.form.session.box.setFocus()
        seat.hands.press("Down")
        fill(seat, folder=str(stick), passphrase=PASSPHRASE, again=PASSPHRASE)
        assert not page.moves.form.isVisible(), seat.said
        assert "1 hồ sơ đang giải quyết, 1 người" in page.result_words.text()
        assert "nói mật khẩu gói riêng" in seat.said
        (row,) = page.table.rows
        assert (row.number, row.standing, row.people) == ("90", "Chưa về", "Người Thử Officer")
        assert row.session == "27/11, Nhà văn hóa khu vực 3"
    (pack,) = stick.iterdir()
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        assert laptop.window.sign_in.asked is Asked.PACK
        open_pack(laptop, pack)
        laptop.sign_in("officer")
        officer = desk.accounts_by_role["officer"]
        for name in ("Người Một", "Người Hai"):
            away = form(name, channel="mobile")
            register(laptop.desk.dossiers, by=officer, form=away, command_id=laptop.desk.journal.new_id())
        issue_result(laptop.desk.dossiers, by=officer, dossier=waiting, command_id=laptop.desk.journal.new_id())
        laptop.hands.press("Shift+F11")
        laptop.settle()
        sync = laptop.front(SyncPage)
        laptop.hands.press("F6")
        sync.moves.evening.fields["folder"].take_focus()
        laptop.hands.press("Ctrl+A")
        laptop.hands.type(str(stick))
        laptop.hands.press("Return")
        laptop.settle()
        assert "Rút USB được rồi" in laptop.said
    (file,) = stick.glob("*.tar")
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = take(seat, "F8", file)
        assert "Nếu nhận tệp của máy lưu động 90" in page.result_title.text()
        assert "Hồ sơ mới: 2" in page.result_words.text()
        assert "Ngày 23/11/2026: tiếp nhận 2, có kết quả 1, trả 0 hồ sơ." in page.result_words.text()
        assert page.table.rows[0].standing == "Chưa về", "looking takes nothing"
        page = take(seat, "F7", file)
        assert "Đã nhận tệp của máy lưu động 90" in page.result_title.text()
        assert (
            "23/11/2026: 2 hồ sơ, số 261123-90001 đến 261123-90002; không bỏ trống số nào." in page.result_words.text()
        )
        assert "Không có mâu thuẫn mới." in page.result_words.text()
        assert page.table.rows[0].standing.startswith("Đã về")
        assert "Mọi máy mang đi đã gửi tệp về." in page.head.text()
        page = take(seat, "F7", file)
        assert "không có gì mới" in page.result_words.text()
        page.table.setFocus()
        seat.hands.press("Return")
        seat.settle()
        assert seat.front(ListPage).total == 2


def test_a_contradiction_that_came_home_is_one_key_away(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    waiting = register(desk.dossiers, by=desk.admin, form=form(), command_id=desk.journal.new_id()).subject
    pack = made_ready(desk, stick)
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        open_pack(laptop, pack)
        by, new_id = desk.accounts_by_role["officer"], laptop.desk.journal.new_id
        issue_result(laptop.desk.dossiers, by=by, dossier=waiting, command_id=new_id())
        file = export(laptop.desk.sync, by=by, folder=stick).file
    issue_result(desk.dossiers, by=desk.admin, dossier=waiting, command_id=desk.journal.new_id())
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = take(seat, "F7", file)
        assert "Mâu thuẫn mới giữa các máy: 1" in page.result_words.text()
        assert page.findings_button.isVisible()
        page.findings_button.click()
        seat.settle()
        assert len(seat.front(FindingsPage).table.rows) == 1


def test_passphrases_that_differ_are_told_beside_the_second_and_no_number_is_used_up(
    desk: RehearsalDesk, stick: Path
) -> None:
    own_password(desk, "officer")
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = begin(seat)
        fill(seat, folder=str(stick), passphrase=PASSPHRASE, again="hoa sen")
        assert "không giống nhau" in page.moves.form.fields["again"].trouble
        fill(seat, passphrase="ngắn", again="ngắn")
        assert "12 ký tự" in page.moves.form.fields["passphrase"].trouble
        fill(seat, passphrase=PASSPHRASE, again=PASSPHRASE, folder=str(stick / "rút ra rồi"))
        assert "Không thấy thư mục" in page.moves.form.fields["folder"].trouble
        assert list_laptops(desk.journal.reading()) == ()
        fill(seat, folder=str(stick))
        assert [row.number for row in page.table.rows] == ["90"]


def test_a_number_that_another_laptop_has_is_told_beside_it(desk: RehearsalDesk, stick: Path) -> None:
    made_ready(desk, stick)
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = begin(seat)
        assert page.moves.form.fields["desk_number"].text == "91", "a free one is offered"
        fill(seat, desk_number="90", folder=str(stick), passphrase=PASSPHRASE, again=PASSPHRASE)
        assert "Số 90 đã cấp" in page.moves.form.fields["desk_number"].trouble
        fill(seat, desk_number="chín mốt")
        assert "phải là một số" in page.moves.form.fields["desk_number"].trouble
        assert len(list_laptops(desk.journal.reading())) == 1


def test_nobody_ticked_is_told_and_keeps_the_form_open(desk: RehearsalDesk, stick: Path) -> None:
    own_password(desk, "officer")
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = at_laptops(seat)
        seat.hands.press("F6")
        fill(seat, folder=str(stick), passphrase=PASSPHRASE, again=PASSPHRASE)
        assert "Chưa chọn ai" in page.moves.form.people.trouble
        seat.hands.press("Escape")
        assert not page.moves.form.isVisible()
        assert list(stick.iterdir()) == []


def test_what_is_no_file_of_a_laptop_is_named_and_the_question_stays(desk: RehearsalDesk, stick: Path) -> None:
    (stick / "x.tar").write_bytes(b"x" * 2000)
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        page = take(seat, "F7", stick / "x.tar")
        assert "không phải là gói" in seat.said
        assert page.moves.home.isVisible()
        page = take(seat, "F7", stick)
        assert "Không thấy tệp" in page.moves.home.fields["file"].trouble


def test_the_page_is_reached_from_sending_and_receiving(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        seat.hands.press("Shift+F11")
        seat.settle()
        away = next(each for each in seat.front(SyncPage).findChildren(QPushButton) if "Máy mang đi" in each.text())
        away.click()
        seat.settle()
        page = seat.front(AwayPage)
        assert focused() is page.table
        assert "Chưa có máy mang đi" in page.table.accessibleDescription()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_form_is_never_wider_than_the_page(desk: RehearsalDesk, percent: int, qapp: QApplication) -> None:
    own_password(desk, "officer")
    dress(qapp, percent)
    with Seat(desk) as seat:
        seat.window.resize(1366, 728)
        seat.sign_in("quantri")
        page = begin(seat)
        seat.settle()
        form = page.moves.form
        for part in (*form.fields.values(), form.session, form.area, *form.people.boxes.values()):
            assert part.mapTo(page, part.rect().topRight()).x() <= page.width()
            assert part.width() >= part.minimumSizeHint().width()
        assert seat.window.width() == 1366
