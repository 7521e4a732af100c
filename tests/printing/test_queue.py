import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.printing.blocks import Paper, Text
from desk_app.printing.commands import (
    configure_printer,
    confirm_job,
    issue,
    retry_job,
)
from desk_app.printing.one_at_a_time import only_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import claim_next, paper_of_job, put_state
from desk_app.printing.worker import PERHAPS_PRINTED, run_once, run_until_empty
from tests.printing.fake_printer import Mode, fake_printer
from tests.printing.queueing import ABOUT, ISSUE, Desk, add_preview, add_printer, issued, jobs, new_id, states
from tests.printing.raster_decoder import sheets
from tests.printing.samples import receipt, ticket


def test_a_paper_is_entered_and_queued_in_one_transaction(desk: Desk) -> None:
    add_printer(desk)
    paper_id = issued(desk, receipt())
    (job,) = jobs(desk)
    db = desk.journal.reading()

    assert (job.state, job.printer, job.paper_id, job.attempts) == ("waiting", "Quầy 1", paper_id, 0)
    assert paper_of_job(db, job.id) == receipt()
    assert [paper.id for paper in list_papers(db, ABOUT)] == [paper_id]
    assert [recorded.fact.KIND for recorded in desk.journal.history(paper_id)] == ["paper.issued"]


def test_a_command_that_fails_after_issuing_leaves_neither_entry_nor_job(desk: Desk) -> None:
    add_printer(desk)

    def decide(writing: Writing) -> None:
        issue(writing, desk.printing, ticket(), about=ABOUT)
        raise Refused("test.refused", "Không được.")

    with pytest.raises(Refused):
        desk.journal.write(by=desk.admin, permission=ISSUE, command_id=new_id(desk), decide=decide)

    assert jobs(desk) == ()
    assert list_papers(desk.journal.reading(), ABOUT) == ()


def test_the_same_command_twice_queues_one_sheet(desk: Desk) -> None:
    add_printer(desk)
    issued(desk, command_id="một lần")
    issued(desk, command_id="một lần")

    assert len(jobs(desk)) == 1


def test_an_unknown_printer_is_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(NotFound):
        issued(desk, printer="không có")

    assert jobs(desk) == ()


def test_a_confirmed_job_is_printed_dot_for_dot_and_once(desk: Desk) -> None:
    with fake_printer("normal") as printer:
        add_printer(desk, port=printer.port)
        issued(desk, receipt())
        outcomes = run_until_empty(desk.printing)

        assert [outcome.state for outcome in outcomes] == ["confirmed"]
        assert run_until_empty(desk.printing) == ()
    assert states(desk) == ["confirmed"]
    assert [len(sheets(job)) for job in printer.jobs()] == [2]


def test_a_receipt_is_queued_even_when_the_printer_is_off_and_is_printed_when_it_is_on(desk: Desk) -> None:
    with fake_printer("refused") as off:
        add_printer(desk, port=off.port)
        issued(desk)
        outcome = run_once(desk.printing)

    (job,) = jobs(desk)
    assert outcome is not None
    assert (outcome.state, job.state, job.attempts) == ("offline", "offline", 1)
    assert job.next_at > desk.journal.time.now()
    assert "tắt" in job.reason
    assert run_once(desk.printing) is None
    with fake_printer("normal") as on:
        add_printer(desk, port=on.port)
        retry_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk))
        run_until_empty(desk.printing)
    assert states(desk) == ["confirmed"]


@pytest.mark.parametrize(("mode", "words"), [("no-paper", "Hết giấy"), ("cover-open", "Nắp")])
def test_the_reason_of_a_job_that_waits_is_told(desk: Desk, mode: Mode, words: str) -> None:
    with fake_printer(mode) as printer:
        add_printer(desk, port=printer.port)
        issued(desk)
        run_once(desk.printing)

    assert words in jobs(desk)[0].reason


def test_each_attempt_waits_longer_than_the_one_before(desk: Desk) -> None:
    add_printer(desk, port=9)
    issued(desk)
    waits = []
    for _ in range(4):
        run_once(desk.printing)
        (job,) = jobs(desk)
        waits.append((job.next_at - job.changed_at).total_seconds())
        with desk.journal.store.writing() as db:
            put_state(db, job.id, "offline", at=desk.journal.time.now(), reason=job.reason, next_at=job.created_at)

    assert waits == [5, 15, 30, 60]


def test_an_unconfirmed_job_is_neither_printed_again_nor_lost(desk: Desk) -> None:
    add_device_file(desk)
    issued(desk)
    outcome = run_once(desk.printing)

    assert outcome is not None
    assert outcome.state == "unconfirmed"
    assert run_until_empty(desk.printing) == ()
    (job,) = jobs(desk)
    assert job.state == "unconfirmed"
    confirm_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk))
    assert states(desk) == ["confirmed"]
    with pytest.raises(Refused):
        confirm_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk))


def add_device_file(desk: Desk) -> None:
    file = Printer(name="Tệp", kind="file", address=str(desk.home.folder / "lp0"))
    configure_printer(desk.printing, by=desk.admin, printer=file, command_id=new_id(desk))


def test_a_job_left_by_a_program_that_died_is_shown_to_a_person(desk: Desk) -> None:
    with fake_printer("normal") as printer:
        add_printer(desk, port=printer.port)
        issued(desk)
        with desk.journal.store.writing() as db:
            assert claim_next(db, desk.journal.time.now()) is not None

        assert run_once(desk.printing) is None
        (job,) = jobs(desk)
        assert (job.state, job.reason) == ("unconfirmed", PERHAPS_PRINTED)
        assert printer.jobs() == []
        retry_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk))
        run_until_empty(desk.printing)
    assert states(desk) == ["confirmed"]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is Unix")
def test_a_program_killed_while_it_prints_loses_nothing_and_prints_nothing_twice(desk: Desk) -> None:
    with fake_printer("stalls") as printer:
        add_printer(desk, port=printer.port)
        issued(desk, changed(receipt(), copies=tuple(f"Liên {number}" for number in range(20))))
        issued(desk, ticket())
        script = (
            "import sys; from pathlib import Path; from desk_app.desk import open_desk; "
            "from desk_app.kernel.paths import Home; from desk_app.printing.worker import run_once; "
            "run_once(open_desk(Home(Path(sys.argv[1]))).printing)"
        )
        root = Path(__file__).resolve().parents[2]
        process = subprocess.Popen([sys.executable, "-c", script, str(desk.home.folder)], cwd=root)
        until(lambda: "printing" in states(desk))
        assert run_once(desk.printing) is None
        assert states(desk) == ["printing", "waiting"]
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    with fake_printer("normal") as printer:
        add_printer(desk, port=printer.port)
        run_until_empty(desk.printing)

    assert states(desk) == ["unconfirmed", "confirmed"]
    assert len(printer.jobs()) == 1


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_while_another_program_prints_this_one_keeps_still(desk: Desk) -> None:
    add_preview(desk)
    issued(desk)
    with only_printer(desk.home.folder / "print.lock") as alone:
        assert alone
        assert run_once(desk.printing) is None
        assert states(desk) == ["waiting"]
    assert run_once(desk.printing) is not None


def test_one_paper_that_cannot_be_printed_does_not_stop_the_queue(desk: Desk) -> None:
    add_preview(desk)
    issued(desk, Paper(kind="x", code="1", title="x", blocks=(Text(text="字"),)))
    issued(desk, ticket())
    run_until_empty(desk.printing)

    assert states(desk) == ["failed", "confirmed"]
    assert "U+5B57" in jobs(desk)[0].reason


def test_jobs_of_one_printer_keep_their_order_and_do_not_hold_up_another(desk: Desk) -> None:
    add_printer(desk, name="Tắt", port=9)
    add_preview(desk)
    issued(desk, printer="Tắt")
    issued(desk, printer="Tắt")
    issued(desk, printer="Xem trước")
    run_until_empty(desk.printing)

    assert [(job.printer, job.state) for job in jobs(desk)] == [
        ("Tắt", "offline"),
        ("Tắt", "waiting"),
        ("Xem trước", "confirmed"),
    ]
