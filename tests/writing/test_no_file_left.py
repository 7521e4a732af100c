"""A filled form leaves nothing behind once it is on paper: no file, no job's content, no word in the journal."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import NotFound, Refused
from desk_app.printing.commands import cancel_job, confirm_job, copy_paper, retry_job
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.printer_settings import Printer
from desk_app.printing.printers import send
from desk_app.printing.tables import get_job
from desk_app.printing.tables.jobs import first_job_of, paper_of_job, put_state
from desk_app.printing.worker import FLEETING_FOR, run_until_empty
from desk_app.writing.commands import print_blank
from desk_app.writing.layout import form_paper
from tests.desks import RehearsalDesk
from tests.writing.sitting_here import filled, form, printed, sat, volunteer, with_printer, written

SECRETS = ("Nguyễn Văn Mẫu", "NGUYỄN VĂN MẪU", "093085001234", "Bé Bí Mật", "BÉ BÍ MẬT")


def content_of(desk: RehearsalDesk, job: str) -> bytes:
    row = desk.journal.reading().execute("SELECT paper FROM print_jobs WHERE id = ?", (job,)).fetchone()
    return bytes(row[0])


def files_with(secret: str, *folders: Path) -> list[str]:
    """Return the files in which a secret stands in clear, in any encoding a program could have used."""
    spellings = {secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")}
    found = []
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file() and any(spelling in file.read_bytes() for spelling in spellings):
                found.append(file.name)
    return found


def test_the_content_is_gone_once_the_sheet_is_confirmed(desk: RehearsalDesk) -> None:
    with_printer(desk)
    job = first_job_of(printed(desk, sat(desk), child_name="Bé Bí Mật"))
    assert "Bé Bí Mật".upper().encode() in content_of(desk, job)
    assert [outcome.state for outcome in run_until_empty(desk.printing)] == ["confirmed"]
    assert content_of(desk, job) == b""
    assert get_job(desk.journal.reading(), job).state == "confirmed"


def test_no_file_in_the_home_nor_among_temporary_ones_holds_the_citizen(
    desk: RehearsalDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with_printer(desk)
    sitting = sat(desk)
    printed(desk, sitting, child_name="Bé Bí Mật")
    run_until_empty(desk.printing)
    written(desk, sitting)
    for secret in SECRETS:
        assert files_with(secret, desk.home.folder, temporary) == []
    assert not desk.home.papers.exists() or list(desk.home.papers.iterdir()) == []
    assert list(temporary.iterdir()) == []


def test_a_blank_form_does_become_a_file_of_the_preview_printer(desk: RehearsalDesk) -> None:
    with_printer(desk)
    print_blank(desk.writing, by=volunteer(desk), form="khai-sinh", command_id=desk.journal.new_id())
    run_until_empty(desk.printing)
    assert [file.suffix for file in sorted(desk.home.papers.rglob("*.pdf"))] == [".pdf"]


def test_the_journal_holds_nothing_of_what_was_filled_in(desk: RehearsalDesk) -> None:
    with_printer(desk)
    sitting = sat(desk)
    printed(desk, sitting, child_name="Bé Bí Mật", mother="Trần Thị Kín")
    written(desk, sitting)
    journal = b"".join(entry.body for entry in every_entry(desk.journal.reading())).decode()
    for secret in ("Bé Bí Mật", "Trần Thị Kín", "093085001234", "Ấp 1, Hòa Mỹ"):
        assert secret not in journal
        assert secret.upper() not in journal
    assert "Nguyễn Văn Mẫu" in journal


def test_a_sheet_that_only_a_person_can_confirm_keeps_its_content_until_then(desk: RehearsalDesk) -> None:
    with_printer(desk)
    job = first_job_of(printed(desk, sat(desk)))
    officer = desk.accounts_by_role["officer"]
    with desk.journal.store.writing() as db:
        put_state(db, job, "unconfirmed", at=desk.time.now(), reason="Kiểm tra giấy.")
    assert content_of(desk, job) != b""
    retry_job(desk.printing, by=officer, job_id=job, command_id=desk.journal.new_id())
    with desk.journal.store.writing() as db:
        put_state(db, job, "unconfirmed", at=desk.time.now(), reason="Kiểm tra giấy.")
    confirm_job(desk.printing, by=officer, job_id=job, command_id=desk.journal.new_id())
    assert content_of(desk, job) == b""


def test_a_cancelled_job_keeps_nothing_either(desk: RehearsalDesk) -> None:
    job = first_job_of(printed(desk, sat(desk)))
    officer = desk.accounts_by_role["officer"]
    cancel_job(desk.printing, by=officer, job_id=job, reason="in nhầm", command_id=desk.journal.new_id())
    assert content_of(desk, job) == b""


def test_a_form_that_waits_too_long_for_its_printer_is_called_off_and_emptied(desk: RehearsalDesk) -> None:
    job = first_job_of(printed(desk, sat(desk)))
    desk.time.advance(FLEETING_FOR - timedelta(minutes=1))
    run_until_empty(desk.printing)
    assert content_of(desk, job) != b""
    desk.time.advance(timedelta(minutes=2))
    run_until_empty(desk.printing)
    assert content_of(desk, job) == b""
    assert get_job(desk.journal.reading(), job).state == "cancelled"
    with pytest.raises(NotFound):
        paper_of_job(desk.journal.reading(), job)


def test_a_printed_form_cannot_be_copied(desk: RehearsalDesk) -> None:
    with_printer(desk)
    paper = printed(desk, sat(desk))
    run_until_empty(desk.printing)
    with pytest.raises(NotFound):
        copy_paper(desk.printing, by=desk.accounts_by_role["officer"], paper_id=paper, command_id=desk.journal.new_id())
    with pytest.raises(Refused):
        retry_job(
            desk.printing,
            by=desk.accounts_by_role["officer"],
            job_id=first_job_of(paper),
            command_id=desk.journal.new_id(),
        )


def test_an_ordinary_paper_keeps_its_content_for_copies(desk: RehearsalDesk) -> None:
    with_printer(desk)
    made = print_blank(desk.writing, by=volunteer(desk), form="ct01", copies=2, command_id=desk.journal.new_id())
    run_until_empty(desk.printing)
    assert content_of(desk, first_job_of(made.subject)) != b""


def test_a_slip_printer_refuses_a_form(desk: RehearsalDesk, tmp_path: Path) -> None:
    thermal = Printer(name="Nhiệt", kind="file", address=str(tmp_path / "port"))
    outcome = send(thermal, form_paper(form(desk)), folder=desk.home.papers)
    assert outcome.state == "failed"
    assert "khổ A4" in outcome.reason
    assert not (tmp_path / "port").exists()


def test_drawing_a_form_twice_gives_the_same_bytes(desk: RehearsalDesk) -> None:
    now = filled(desk, sat(desk))
    assert paper_pdf(form_paper(form(desk), now)) == paper_pdf(form_paper(form(desk), now))
