"""The keys that each flow at the counter costs, pressed in a real window and compared with the document."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.sent_back import SendBack, request_in, send_back
from desk_app.dossiers.status import Status
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk, form
from tests.tickets.queueing import taken
from tests.ui.counter import dossiers, go_to_counter, page_of
from tests.ui.windows import OWN_PASSWORD, Seat, own_password
from ui.dossiers.card.page import CardPage
from ui.on_the_spot.page import OnTheSpotPage
from ui.shell.scanning.thing import Heard
from ui.tickets.moves import TicketMoves

DOCUMENT = Path(__file__).parents[2] / "docs" / "phim-bam.md"
CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
WOMAN = Person(name="Trần Thị Thử", id_number="093195004321")
AIM = 12


class KeyCount(QObject):
    """Counts every key that goes down in the window, held modifiers too."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.keys = 0
        self._stopped = False
        self._announced = 0
        app.installEventFilter(self)

    @contextmanager
    def data(self) -> Iterator[None]:
        """Leave out what is typed within: names, times, numbers."""
        self._stopped = True
        yield
        self._stopped = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Count a key where it arrives first; a shortcut is only announced, another key is announced and then comes."""
        if not isinstance(event, QKeyEvent) or watched is not QApplication.focusWidget() or self._stopped:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            self.keys += 1
            self._announced = event.key()
        elif event.type() is QEvent.Type.KeyPress and event.key() != self._announced:
            self.keys += 1
        elif event.type() is QEvent.Type.KeyRelease:
            self._announced = 0
        return False


class Officer:
    """Somebody at the counter who works by keys and scanner alone."""

    def __init__(self, seat: Seat, desk: RehearsalDesk, count: KeyCount) -> None:
        self.seat, self.desk, self.count = seat, desk, count
        self.account = desk.accounts_by_role["officer"]

    def keys(self, *names: str) -> None:
        for name in names:
            self.seat.hands.press(name)

    def data(self, text: str) -> None:
        with self.count.data():
            self.seat.hands.type(text)

    def scan(self, text: str) -> None:
        self.seat.workspace.scanning.take(Heard(text=text, source="port"))
        self.seat.settle()

    def saved(self) -> None:
        page = page_of(self.seat)
        self.seat.wait(lambda: page.saved is not None, f"not saved: {self.seat.said}")

    def was_sent_back(self, *missing: str) -> None:
        self.saved()
        saved = page_of(self.seat).saved
        assert saved is not None
        fact = request_in(self.desk.dossiers, self.desk.journal.reading(), saved.id)
        assert fact.missing[: len(missing)] == missing
        assert dossiers(self.desk) == []

    def registered(self, **values: Any) -> str:
        written = register(
            self.desk.dossiers,
            by=self.account,
            form=form(applicant=WOMAN, **values),
            command_id=self.desk.journal.new_id(),
        )
        return written.subject


def scanned_walk_in(officer: Officer) -> None:
    officer.scan(CARD)
    officer.keys("d", "k", "s", "Return", "Return", "Return")
    officer.saved()
    assert dossiers(officer.desk)[0].registered.applicant.id_number == "093195004321"


def typed_walk_in(officer: Officer) -> None:
    officer.keys("F2")
    officer.data("Nguyễn Văn Mẫu")
    officer.keys("Ctrl+T", "d", "k", "s", "Return", "Return", "Return")
    officer.saved()
    assert len(dossiers(officer.desk)) == 1


def missing_paper(officer: Officer) -> None:
    officer.scan(CARD)
    officer.keys("d", "k", "s", "Return", "Return", "Down", "Space", "Return")
    officer.was_sent_back("Giấy chứng sinh")


def no_paper_at_all(officer: Officer) -> None:
    officer.scan(CARD)
    officer.keys("d", "k", "s", "Return", "Ctrl+B", "Return")
    officer.was_sent_back("Tờ khai đăng ký khai sinh", "Giấy chứng sinh")


def back_again(officer: Officer) -> None:
    request = SendBack(form=form(applicant=WOMAN, papers=()), missing=("Giấy chứng sinh",))
    new_id = officer.desk.journal.new_id()
    send_back(officer.desk.dossiers, by=officer.account, request=request, command_id=new_id)
    officer.scan(CARD)
    officer.seat.wait(lambda: "Ctrl+E" in page_of(officer.seat).view.known.offer.text(), "nothing is offered")
    officer.keys("Ctrl+E", "Return", "Return")
    officer.saved()
    assert "Đã bổ sung" in dossiers(officer.desk)[0].registered.note


def late_entry(officer: Officer) -> None:
    officer.keys("F2")
    officer.data("Nguyễn Văn Mẫu")
    officer.keys("Ctrl+T", "d", "k", "s", "Return", "Return", "Ctrl+G")
    officer.data("16:10 20/11/2026")
    officer.keys("Tab")
    officer.data("GVT-07")
    officer.keys("Ctrl+Return")
    officer.saved()
    fact = dossiers(officer.desk)[0].registered
    assert (fact.late, fact.paper_number, fact.received_at.hour) == (True, "GVT-07", 16)


def interrupted(officer: Officer) -> None:
    officer.data("Lê Thị Ví Dụ")
    officer.scan(CARD)
    officer.keys("d", "k", "s", "Return", "Return", "Return")
    officer.saved()
    officer.keys("F7")
    officer.seat.settle()
    assert page_of(officer.seat).filling.typed.name == "Lê Thị Ví Dụ"


def hand_over(officer: Officer) -> None:
    dossier = officer.registered(procedure="2.000635")
    db = officer.desk.journal.reading()
    issue_result(officer.desk.dossiers, by=officer.account, dossier=dossier, command_id=officer.desk.journal.new_id())
    officer.keys("F12")
    officer.seat.settle()
    officer.scan(receipt_text(dossiers(officer.desk)[0].code, get_secret(db, RECEIPT_KEY)))
    officer.keys("F8")
    officer.seat.settle()
    assert dossiers(officer.desk)[0].status is Status.HANDED_OVER


def find_by_name(officer: Officer) -> None:
    dossier = officer.registered()
    officer.keys("F3")
    officer.data("tran thi thu")
    officer.seat.settle()
    officer.keys("Return")
    officer.seat.settle()
    seen = officer.seat.front(CardPage).seen
    assert seen is not None
    assert seen.dossier.id == dossier


def next_ticket(officer: Officer) -> None:
    ticket = taken(officer.desk).id
    for key in ("F10", "F6", "Return"):
        officer.keys(key)
        officer.seat.settle()
    assert page_of(officer.seat).filling.typed.ticket == ticket


def settled_on_the_spot(officer: Officer) -> None:
    own_password(officer.desk, "leader")
    officer.scan(CARD)
    officer.keys("t", "l", "h", "Return", "Return", "Ctrl+Shift+Return")
    officer.seat.wait(lambda: isinstance(officer.seat.workspace.front, OnTheSpotPage), officer.seat.said)
    officer.seat.settle()
    for key in ("Return", "Return", "Tab"):
        officer.keys(key)
        officer.seat.settle()
    officer.data(OWN_PASSWORD)
    for _stamp in ("approved", "returned"):
        officer.keys("Return")
        officer.seat.settle()
    settled = dossiers(officer.desk)[0]
    assert settled.status is Status.HANDED_OVER
    assert settled.on_the_spot is not None
    assert settled.on_the_spot.standing == "settled"


FLOWS: dict[str, Callable[[Officer], None]] = {
    "Quét thẻ, đã biết thủ tục, đủ giấy tờ": scanned_walk_in,
    "Gõ tay, đủ giấy tờ": typed_walk_in,
    "Quét thẻ, thiếu một giấy": missing_paper,
    "Quét thẻ, chưa mang giấy nào": no_paper_at_all,
    "Người trở lại sau phiếu bổ sung": back_again,
    "Nhập sau từ giấy viết tay": late_entry,
    "Người khác chen ngang, rồi quay lại": interrupted,
    "Trả kết quả, quét giấy hẹn": hand_over,
    "Tìm theo tên, mở thẻ hồ sơ": find_by_name,
    "Gọi số tiếp theo, bắt đầu tiếp nhận": next_ticket,
    "Quét thẻ, giải quyết tại chỗ, lãnh đạo ký cùng máy": settled_on_the_spot,
}
WRITTEN = {
    name: int(number) for name, number in re.findall(r"^\| ([^|]+) \|[^|]+\| (\d+) \|$", DOCUMENT.read_text(), re.M)
}


def test_the_document_names_every_flow_that_is_played() -> None:
    assert list(WRITTEN) == list(FLOWS)


def test_a_scanned_walk_in_keeps_within_the_aim() -> None:
    assert WRITTEN["Quét thẻ, đã biết thủ tục, đủ giấy tờ"] <= AIM


@pytest.mark.parametrize("flow", FLOWS)
def test_a_flow_takes_as_many_keys_as_the_document_says(
    seat: Seat, desk: RehearsalDesk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, flow: str
) -> None:
    monkeypatch.setattr(TicketMoves, "CALL_PAUSE_S", 0.0)
    go_to_counter(seat)
    count = KeyCount(qapp)
    FLOWS[flow](Officer(seat, desk, count))
    assert count.keys == WRITTEN[flow]
