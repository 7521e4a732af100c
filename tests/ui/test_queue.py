import pytest

from desk_app.dossiers.register import register
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import IssuedPaper, Job, list_jobs
from desk_app.printing.tables.jobs import put_state
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.printing.queue.page import QueuePage
from ui.printing.queue.state import row_of


@pytest.fixture
def queue(seat: Seat, desk: RehearsalDesk) -> Seat:
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
    seat.hands.press("F9")
    seat.settle()
    return seat


def add_printer(desk: RehearsalDesk, name: str) -> None:
    printer = Printer(name=name, kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())


def job(desk: RehearsalDesk) -> Job:
    return list_jobs(desk.journal.reading())[0]


def words(seat: Seat) -> list[str]:
    return [row.state.words for row in seat.front(QueuePage).table.rows]


def test_a_paper_without_a_printer_waits_and_says_so(queue: Seat) -> None:
    assert words(queue) == ["Chưa chọn máy in"]


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("receipt", ("card", "nơi này")),
        ("ticket", ("tickets", "ticket:nơi này")),
        ("sent_back", ("registration", "supplement:nơi này")),
    ],
)
def test_enter_leads_to_what_the_paper_is_about(desk: RehearsalDesk, kind: str, place: tuple[str, str]) -> None:
    made = IssuedPaper(
        id="1", kind=kind, code="", title="", about="nơi này", digest="", issued_at=desk.time.now(), issued_by=""
    )
    row = row_of(a_job(desk), made, desk.time.now())
    assert (row.page, row.about) == place
    assert row_of(a_job(desk), None, desk.time.now()).page == ""


def a_job(desk: RehearsalDesk) -> Job:
    now = desk.time.now()
    return Job(
        id="1",
        paper_id="1",
        printer="",
        mark="",
        title="",
        state="waiting",
        attempts=0,
        next_at=now,
        reason="",
        created_at=now,
        changed_at=now,
    )


def test_a_retry_sends_it_to_the_printer_that_came_meanwhile(queue: Seat, desk: RehearsalDesk) -> None:
    add_printer(desk, "Xem trước")
    queue.hands.press("F5")
    queue.settle()
    queue.hands.press("F6")
    queue.wait(lambda: words(queue) == ["Đã in"], str(words(queue)))
    assert job(desk).printer == "Xem trước"


def test_of_several_printers_one_is_chosen_in_place(queue: Seat, desk: RehearsalDesk) -> None:
    add_printer(desk, "Bàn 1")
    add_printer(desk, "Bàn 2")
    queue.hands.press("F5")
    queue.settle()
    for key in ("F6", "Down", "Return"):
        queue.hands.press(key)
    queue.wait(lambda: words(queue) == ["Đã in"], str(words(queue)))
    assert job(desk).printer == "Bàn 2"


def test_a_job_is_cancelled_with_a_reason_only(queue: Seat, desk: RehearsalDesk) -> None:
    queue.hands.press("F8")
    queue.hands.press("Return")
    queue.settle()
    assert "Lý do hủy" in queue.front(QueuePage).reason.fields["reason"].trouble
    queue.hands.type("In nhầm")
    queue.hands.press("Return")
    queue.settle()
    assert (job(desk).state, job(desk).reason) == ("cancelled", "In nhầm")
    assert words(queue) == ["Đã hủy"]


def test_a_doubtful_sheet_is_confirmed_by_whoever_holds_it(queue: Seat, desk: RehearsalDesk) -> None:
    with desk.journal.store.writing() as db:
        put_state(db, job(desk).id, "unconfirmed", at=desk.time.now(), reason="Mất điện khi đang in.")
    queue.hands.press("F5")
    queue.settle()
    assert words(queue) == ["Chưa rõ đã in"]
    queue.hands.press("F7")
    queue.settle()
    assert job(desk).state == "confirmed"


def test_nothing_may_be_done_to_a_job_that_is_over(queue: Seat, desk: RehearsalDesk) -> None:
    with desk.journal.store.writing() as db:
        put_state(db, job(desk).id, "confirmed", at=desk.time.now(), reason="")
    queue.hands.press("F5")
    queue.settle()
    page = queue.front(QueuePage)
    assert not any(each.isEnabled() for each in (page.retry_button, page.confirm_button, page.cancel_button))


def test_enter_opens_the_dossier_of_the_paper(queue: Seat) -> None:
    queue.front(QueuePage).table.setFocus()
    queue.hands.press("Return")
    queue.settle()
    assert queue.front(CardPage).seen is not None
