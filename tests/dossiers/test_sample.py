from dataclasses import replace

from desk_app.dossiers.mark import scanned_receipt
from desk_app.dossiers.sample import sample_receipt, sample_slip
from desk_app.dossiers.sent_back import SendBack, send_back
from desk_app.office.commands import put_wording
from desk_app.office.wordings import shipped_words
from desk_app.printing.blocks import QrCode
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from tests.desks import AGENCY, MORNING, RehearsalDesk, form

WORDS = replace(shipped_words(), receipt_note="Nhận tại nhà: hỏi ở quầy.", supplement_note="Mang theo bản chính.")


def test_each_sample_bears_its_own_note() -> None:
    receipt, slip = repr(sample_receipt(AGENCY, WORDS, MORNING)), repr(sample_slip(AGENCY, WORDS, MORNING))
    assert (WORDS.receipt_note in receipt, WORDS.supplement_note in receipt) == (True, False)
    assert (WORDS.receipt_note in slip, WORDS.supplement_note in slip) == (False, True)


def test_nobody_can_pass_a_sample_off_as_a_receipt() -> None:
    blocks = sample_receipt(AGENCY, WORDS, MORNING).blocks
    codes = [block.payload for block in blocks if isinstance(block, QrCode)]
    assert codes
    assert {scanned_receipt(code, bytes(32)).verdict for code in codes} <= {"other", "unmarked"}


def test_a_request_for_a_supplement_says_what_the_office_says(desk: RehearsalDesk) -> None:
    new_id, today = desk.journal.new_id, MORNING.date()
    put_wording(
        desk.office, by=desk.admin, key="supplement_note", text="Mang bản chính.", valid_from=today, command_id=new_id()
    )
    request = SendBack(form=form(papers=()), missing=("Giấy chứng sinh",))
    send_back(desk.dossiers, by=desk.accounts_by_role["officer"], request=request, command_id=new_id())
    db = desk.journal.reading()
    assert "Mang bản chính." in repr(paper_of_job(db, list_jobs(db)[0].id))
