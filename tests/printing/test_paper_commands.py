from datetime import datetime

import pytest

from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.printing.commands import (
    cancel_job,
    copy_paper,
    remove_printer,
    retry_job,
)
from desk_app.printing.tables import find_paper, list_printers
from desk_app.printing.tables.jobs import claim_next, paper_of_job
from desk_app.printing.worker import run_once, run_until_empty
from tests.printing.queueing import Desk, add_preview, add_printer, issued, jobs, new_id, states
from tests.printing.samples import receipt, ticket


def test_copies_are_numbered_marked_and_entered(desk: Desk) -> None:
    add_preview(desk)
    paper_id = issued(desk, receipt())
    for _ in range(2):
        copy_paper(desk.printing, by=desk.admin, paper_id=paper_id, command_id=new_id(desk))
    db = desk.journal.reading()
    papers = [paper_of_job(db, job.id) for job in jobs(desk)]
    found = find_paper(db, paper_id)

    assert [paper.mark for paper in papers] == ["", "BẢN SAO lần 1", "BẢN SAO lần 2"]
    assert {paper.blocks for paper in papers} == {receipt().blocks}
    assert found is not None
    assert found.marked_copies == 2


def test_the_same_copy_command_twice_makes_one_copy(desk: Desk) -> None:
    add_preview(desk)
    paper_id = issued(desk)
    for _ in range(2):
        copy_paper(desk.printing, by=desk.admin, paper_id=paper_id, command_id="một bản")

    assert len(jobs(desk)) == 2


def test_a_paper_that_was_not_made_out_here_cannot_be_copied(desk: Desk) -> None:
    with pytest.raises(NotFound):
        copy_paper(desk.printing, by=desk.admin, paper_id=new_id(desk), command_id=new_id(desk))


def test_a_job_is_called_off_with_a_reason_and_never_printed(desk: Desk) -> None:
    add_preview(desk)
    paper_id = issued(desk)
    (job,) = jobs(desk)
    with pytest.raises(InvalidInput):
        cancel_job(desk.printing, by=desk.admin, job_id=job.id, reason=" ", command_id=new_id(desk))
    cancel_job(desk.printing, by=desk.admin, job_id=job.id, reason="Nhập nhầm", command_id=new_id(desk))

    assert run_until_empty(desk.printing) == ()
    assert [(job.state, job.reason) for job in jobs(desk)] == [("cancelled", "Nhập nhầm")]
    assert [recorded.fact.KIND for recorded in desk.journal.history(paper_id)][-1] == "paper.cancelled"
    with pytest.raises(Refused):
        retry_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk))


def test_what_is_printed_or_being_printed_cannot_be_called_off(desk: Desk) -> None:
    add_preview(desk)
    issued(desk)
    run_until_empty(desk.printing)
    issued(desk)
    first, second = jobs(desk)
    with pytest.raises(Refused):
        cancel_job(desk.printing, by=desk.admin, job_id=first.id, reason="Thừa", command_id=new_id(desk))
    with desk.journal.store.writing() as db:
        claim_next(db, desk.journal.time.now())
    with pytest.raises(Conflict):
        cancel_job(desk.printing, by=desk.admin, job_id=second.id, reason="Thừa", command_id=new_id(desk))


def test_the_jobs_of_a_removed_printer_go_to_another(desk: Desk) -> None:
    add_printer(desk, name="Cũ")
    issued(desk)
    remove_printer(desk.printing, by=desk.admin, name="Cũ", command_id=new_id(desk))
    run_until_empty(desk.printing)

    assert states(desk) == ["failed"]
    assert "Cũ" in jobs(desk)[0].reason
    add_preview(desk)
    retry_job(desk.printing, by=desk.admin, job_id=jobs(desk)[0].id, command_id=new_id(desk), printer="Xem trước")
    run_until_empty(desk.printing)
    assert states(desk) == ["confirmed"]


def test_without_a_printer_a_paper_waits_until_one_is_named(desk: Desk) -> None:
    issued(desk)
    (job,) = jobs(desk)
    assert job.printer == ""
    add_preview(desk)
    assert run_until_empty(desk.printing) == ()
    retry_job(desk.printing, by=desk.admin, job_id=job.id, command_id=new_id(desk), printer="Xem trước")
    run_until_empty(desk.printing)

    assert states(desk) == ["confirmed"]


def test_a_printer_is_configured_changed_and_removed(desk: Desk) -> None:
    add_printer(desk, port=9100)
    add_printer(desk, port=9101)
    db = desk.journal.reading()

    assert [printer.port for printer in list_printers(db, desk.journal.desk_id)] == [9101]
    remove_printer(desk.printing, by=desk.admin, name="Quầy 1", command_id=new_id(desk))
    assert list_printers(db) == ()
    with pytest.raises(NotFound):
        remove_printer(desk.printing, by=desk.admin, name="Quầy 1", command_id=new_id(desk))


def test_an_unknown_model_is_refused_when_it_is_entered(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        add_printer(desk, profile="máy lạ")


def test_folding_again_changes_no_table_and_no_job(desk: Desk) -> None:
    add_preview(desk)
    paper_id = issued(desk, receipt())
    copy_paper(desk.printing, by=desk.admin, paper_id=paper_id, command_id=new_id(desk))
    run_once(desk.printing)
    before = jobs(desk)

    assert desk.journal.refold() == ()
    assert jobs(desk) == before


def test_the_preview_printer_writes_into_the_folder_of_papers(desk: Desk) -> None:
    add_preview(desk)
    issued(desk, ticket())
    run_until_empty(desk.printing)

    assert {file.suffix for file in desk.home.papers.iterdir()} == {".png", ".pdf", ".bin"}


def test_times_of_a_job_are_vietnamese_times(desk: Desk) -> None:
    issued(desk)
    created: datetime = jobs(desk)[0].created_at

    assert str(created.utcoffset()) == "7:00:00"
