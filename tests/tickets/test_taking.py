"""Taking numbers at a real desk: number, entry, slip and print job are one thing."""

from datetime import timedelta

import pytest

from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import Conflict, NotAllowed, NotFound, Refused
from desk_app.printing.blocks import Field, Highlight, QrCode
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import list_jobs, list_papers
from desk_app.printing.tables.jobs import paper_of_job
from desk_app.printing.worker import run_until_empty
from desk_app.tickets import calling
from desk_app.tickets.commands import begin, call_next, put_line
from desk_app.tickets.numbering import scan_text
from desk_app.tickets.taking import take_ticket
from tests.desks import RehearsalDesk
from tests.tickets.queueing import ONE, called, now, pass_minutes, taken


def test_numbers_run_by_field_and_day(desk: RehearsalDesk) -> None:
    assert [taken(desk, field).text for field in ("A", "A", "Chứng thực", "A")] == ["A001", "A002", "B001", "A003"]
    desk.time.advance(timedelta(days=1))
    assert taken(desk, "A").text == "A001"


def test_the_same_command_gives_out_one_number_and_one_slip(desk: RehearsalDesk) -> None:
    command_id = desk.journal.new_id()
    first, second = (take_ticket(desk.tickets, by=desk.admin, field="A", command_id=command_id) for _ in range(2))
    assert first.subject == second.subject
    assert second.repeated
    assert len(calling.list_tickets(desk.tickets)) == len(list_jobs(desk.journal.reading())) == 1


@pytest.mark.parametrize("source", ["kiosk", "counter"])
def test_a_second_tap_within_two_seconds_does_nothing_and_says_so(desk: RehearsalDesk, source: str) -> None:
    def tap(field: str) -> str:
        new_id = desk.journal.new_id()
        return take_ticket(desk.tickets, by=desk.admin, field=field, source=source, command_id=new_id).subject  # type: ignore[arg-type]

    tap("A")
    desk.time.advance(timedelta(seconds=1.9))
    before = count_entries(desk.journal.reading())
    with pytest.raises(Conflict, match="A001 vừa được lấy, phiếu đang in"):
        tap("A")
    assert count_entries(desk.journal.reading()) == before
    assert now(desk, tap("B")).text == "B001"
    desk.time.advance(timedelta(seconds=0.2))
    assert now(desk, tap("A")).text == "A002"


def test_the_slip_shows_the_number_who_waits_before_and_no_reason_for_priority(desk: RehearsalDesk) -> None:
    taken(desk, "A")
    ticket = taken(desk, "A", "disabled")
    job = next(job for job in list_jobs(desk.journal.reading()) if job.paper_id.startswith(ticket.id))
    paper = paper_of_job(desk.journal.reading(), job.id)
    number = next(block for block in paper.blocks if isinstance(block, Highlight))
    assert (number.label, number.value, number.note) == ("Hộ tịch", "A002", "Ưu tiên")
    assert [block.value for block in paper.blocks if isinstance(block, Field)] == ["08:16 ngày 23/11/2026", "1"]
    assert "khuyết tật" not in str(paper)
    code = next(block.payload for block in paper.blocks if isinstance(block, QrCode))
    assert calling.ticket_named(desk.tickets, code).id == ticket.id


def test_a_slip_comes_out_of_the_printer(desk: RehearsalDesk) -> None:
    printer = Printer(name="Xem trước", kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
    ticket = taken(desk, "A")
    assert [outcome.state for outcome in run_until_empty(desk.printing)] == ["confirmed"]
    assert [paper.kind for paper in list_papers(desk.journal.reading(), ticket.id)] == ["ticket"]
    assert calling.unprinted_slips(desk.tickets) == ()


def test_a_ticket_whose_slip_never_came_out_is_seen(desk: RehearsalDesk) -> None:
    gone = Printer(name="Đã tháo", kind="network", address="127.0.0.1", port=9)
    configure_printer(desk.printing, by=desk.admin, printer=gone, command_id=desk.journal.new_id())
    ticket = taken(desk, "A")
    run_until_empty(desk.printing)
    found = calling.unprinted_slips(desk.tickets)
    assert [(each.ticket, each.number, each.state) for each in found] == [(ticket.id, "A001", "offline")]


def test_a_line_keeps_its_letter_from_its_first_number_on(desk: RehearsalDesk) -> None:
    assert not any(line.is_put for line in calling.list_lines(desk.tickets))
    taken(desk, "Đất đai")
    assert [line.field for line in calling.list_lines(desk.tickets) if line.is_put] == ["Đất đai"]


def test_a_closed_line_gives_out_no_number(desk: RehearsalDesk) -> None:
    new_id = desk.journal.new_id()
    put_line(desk.tickets, by=desk.admin, field="Cư trú", letter="C", is_open=False, command_id=new_id)
    with pytest.raises(Refused, match="không phát số"):
        taken(desk, "Cư trú")
    assert "Cư trú" not in [line.field for line in calling.waiting(desk.tickets).lines]


def test_a_volunteer_takes_numbers_for_people_but_calls_none(desk: RehearsalDesk) -> None:
    volunteer = desk.accounts_by_role["volunteer"]
    take_ticket(desk.tickets, by=volunteer, field="A", command_id=desk.journal.new_id())
    with pytest.raises(NotAllowed, match="gọi số"):
        call_next(desk.tickets, by=volunteer, counter=ONE, command_id=desk.journal.new_id())


def test_a_scanned_slip_of_yesterday_is_told_apart_from_an_unknown_one(desk: RehearsalDesk) -> None:
    today = desk.time.now().date()
    with pytest.raises(NotFound, match="A007"):
        calling.ticket_named(desk.tickets, scan_text(today, "A", 7))
    with pytest.raises(Refused, match="ngày 22/11/2026"):
        calling.ticket_named(desk.tickets, scan_text(today - timedelta(days=1), "A", 7))
    with pytest.raises(Refused, match="đọc sai"):
        calling.ticket_named(desk.tickets, scan_text(today, "A", 7)[:-2] + "00")


def test_yesterdays_open_tickets_are_closed_by_the_way(desk: RehearsalDesk) -> None:
    waits, serves = taken(desk, "A"), taken(desk, "B")
    held = called(desk)
    assert held.id == waits.id
    begin(desk.tickets, by=desk.admin, ticket=held.id, command_id=desk.journal.new_id())
    pass_minutes(desk, 24 * 60)
    taken(desk, "A")
    assert str(now(desk, held.id).state) == "done"
    assert str(now(desk, serves.id).state) == "not_served"
    yesterday = calling.figures(desk.tickets, held.day)[0]
    assert (yesterday.served, yesterday.not_served, yesterday.waiting) == (1, 1, 0)
