"""Putting a registration right: the tables follow, the old stays in the history, the receipt is made out anew."""

from typing import Any

import pytest

from desk_app.dossiers.commands import finish_step, hand_over, issue_result
from desk_app.dossiers.correction_paper import replaced_words
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.moved_dates import moved_dates
from desk_app.dossiers.person import Person
from desk_app.dossiers.scan import scanned
from desk_app.dossiers.search import found
from desk_app.dossiers.tables.queries import Narrowing
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import Paper, Text
from desk_app.printing.tables import list_jobs, list_papers
from desk_app.printing.tables.jobs import find_original
from desk_app.working_time.calendar import Calendar
from tests.desks import PAPERS, RehearsalDesk
from tests.dossiers.correcting import now, put_right, registered

LINKED = "2.000986"
RESIDENCE = "1.004194"


def hits(desk: RehearsalDesk, text: str) -> list[str]:
    db, office = desk.journal.reading(), desk.card.office_code
    today = desk.time.now().date()
    return [hit.name for hit in found(db, text, office=office, today=today, narrowing=Narrowing())]


def receipt_of(desk: RehearsalDesk, dossier: str) -> Paper:
    db = desk.journal.reading()
    newest = [paper for paper in list_papers(db, dossier) if paper.kind == "receipt"][-1]
    paper = find_original(db, newest.id)
    assert paper is not None
    return paper


def test_a_corrected_name_stands_everywhere_and_the_old_one_still_finds_it(desk: RehearsalDesk) -> None:
    dossier = registered(desk, name="Nguyễn Văn Mẩu")
    code = now(desk, dossier).code
    put_right(desk, dossier, applicant__name="Nguyễn Văn Mẫu", applicant__phone="0907 123 456")
    corrected = now(desk, dossier)
    assert (corrected.code, corrected.registered.applicant.name) == (code, "Nguyễn Văn Mẫu")
    put_right(desk, dossier, applicant__name="Trần Thị Thử")
    assert hits(desk, "mau") == hits(desk, "thu") == hits(desk, "0907123456") == ["Trần Thị Thử"]


def test_the_history_says_old_and_new_who_and_why(desk: RehearsalDesk) -> None:
    dossier = registered(desk, applicant=Person(name="Lê Văn Thử", phone="0900000001"))
    put_right(desk, dossier, applicant__phone="0900000002", applicant__birth_on="05/03/1985", reason="số cũ sai")
    line = history_lines(desk.dossiers, dossier)[-1]
    assert line.who == "Người Thử Officer"
    assert "Điện thoại «0900000001» → «0900000002»" in line.words
    assert "Ngày sinh «–» → «05/03/1985»" in line.words
    assert "Lý do: số cũ sai." in line.words


def test_the_same_rules_hold_as_at_registration(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    before = now(desk, dossier)
    wrongs: tuple[tuple[dict[str, Any], str], ...] = (
        ({"applicant__id_number": "12345"}, "applicant.id_number"),
        ({"applicant__name": ""}, "applicant.name"),
        ({"applicant__email": "không phải"}, "applicant.email"),
        ({"copies": "0"}, "copies"),
        ({"papers": "[]"}, "papers"),
        ({"subject__phone": "0907123456"}, "subject.name"),
        ({"return_by": "home"}, "return_by"),
    )
    for wrong, field in wrongs:
        with pytest.raises(InvalidInput) as refused:
            put_right(desk, dossier, **wrong)
        assert refused.value.field == field
    assert now(desk, dossier) == before


def test_nothing_different_or_no_reason_is_refused(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    with pytest.raises(Refused, match="Không có mục nào khác"):
        put_right(desk, dossier, applicant__name="Nguyễn Văn Mẫu")
    with pytest.raises(InvalidInput) as refused:
        put_right(desk, dossier, applicant__name="Trần Văn Thử", reason=" ")
    assert refused.value.field == "reason"


def test_a_subject_may_be_added_and_taken_away_by_its_name(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    put_right(desk, dossier, subject__name="Bé Thử Nghiệm", subject__birth_on="2026")
    subject = now(desk, dossier).registered.subject
    assert subject is not None
    assert (subject.name, subject.birth_on) == ("Bé Thử Nghiệm", "2026")
    put_right(desk, dossier, subject__name="")
    assert now(desk, dossier).registered.subject is None


def test_papers_copies_fee_way_and_note_may_be_put_right(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=RESIDENCE, applicant=Person(name="Lê Thử", address="Ấp 2"))
    papers = '["Tờ khai", {"name": "Sổ đỏ", "originals": 0, "copies": 2}]'
    put_right(desk, dossier, papers=papers, copies="2", fee="20.000 đ", return_by="tại nhà", note="Gọi trước")
    fact = now(desk, dossier).registered
    assert [(paper.name, paper.originals, paper.copies) for paper in fact.papers] == [
        ("Tờ khai", 1, 0),
        ("Sổ đỏ", 0, 2),
    ]
    assert (fact.copies, fact.fee, fact.fee_words, fact.note) == (2, 20_000, "20.000 đ", "Gọi trước")
    assert (fact.return_by, fact.return_to) == ("home", "Ấp 2")
    put_right(desk, dossier, return_by="counter")
    assert now(desk, dossier).registered.return_to == ""


def test_the_receipt_made_out_anew_says_whose_place_it_takes(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    put_right(desk, dossier, applicant__name="Trần Văn Thử", reissue=True)
    said = [block.text for block in receipt_of(desk, dossier).blocks if isinstance(block, Text)]
    assert "THAY GIẤY HẸN IN LÚC 08:15 NGÀY 23/11/2026" in said
    assert len(list_jobs(desk.journal.reading())) == 2
    put_right(desk, dossier, applicant__phone="0907123456", reissue=True)
    said = [block.text for block in receipt_of(desk, dossier).blocks if isinstance(block, Text)]
    assert "THAY GIẤY HẸN IN LÚC 09:15 NGÀY 23/11/2026" in said


def test_the_old_receipt_proves_genuine_and_says_that_it_was_replaced(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    key = get_secret(desk.journal.reading(), RECEIPT_KEY)
    code = now(desk, dossier).code
    old = scanned(receipt_text(code, key), key)
    assert replaced_words(now(desk, dossier), old.edition) == ""
    put_right(desk, dossier, applicant__name="Trần Văn Thử", reissue=True)
    newest = scanned(receipt_text(code, key, edition=2), key)
    assert (old.verdict, newest.verdict) == ("genuine", "genuine")
    assert "đã được thay bằng giấy in lúc 09:15" in replaced_words(now(desk, dossier), old.edition)
    assert replaced_words(now(desk, dossier), newest.edition) == ""
    assert replaced_words(now(desk, dossier), 0) == ""


def test_the_same_command_twice_corrects_and_prints_once(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    written = put_right(desk, dossier, applicant__name="Trần Văn Thử", reissue=True)
    from desk_app.dossiers.correction import correct

    again = correct(
        desk.dossiers,
        by=desk.accounts_by_role["officer"],
        dossier=dossier,
        wanted=(),
        reason="lặp lại",
        command_id=written.entries[0].command_id,
    )
    assert again.repeated
    assert (now(desk, dossier).edition, len(list_papers(desk.journal.reading(), dossier))) == (2, 2)


def test_a_wrongly_chosen_procedure_is_planned_anew_under_the_same_code(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=RESIDENCE, papers=PAPERS)
    before = now(desk, dossier)
    put_right(desk, dossier, procedure=LINKED)
    after = now(desk, dossier)
    assert after.code == before.code
    assert (len(before.legs), len(after.legs)) == (1, 4)
    assert after.registered.due_at > before.registered.due_at
    assert after.registered.procedure_name != before.registered.procedure_name
    assert after.registered.signs_register
    assert after.moved_due is None
    finish_step(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    assert "Tư pháp" in history_lines(desk.dossiers, dossier)[-1].words


def test_the_procedure_stays_once_a_step_is_done(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=LINKED)
    finish_step(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    with pytest.raises(Refused, match="đã có bước"):
        put_right(desk, dossier, procedure=RESIDENCE)


def test_a_procedure_that_needs_the_register_signed_is_not_returned_at_home(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=RESIDENCE, applicant=Person(name="Lê Thử", address="Ấp 2"), return_by="home")
    with pytest.raises(InvalidInput) as refused:
        put_right(desk, dossier, procedure="1.001193")
    assert refused.value.field == "return_by"
    put_right(desk, dossier, procedure="1.001193", return_by="counter")
    assert now(desk, dossier).registered.procedure == "1.001193"


def test_a_procedure_nobody_knows_is_not_found(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        put_right(desk, registered(desk), procedure="9.999999")


def test_only_a_leader_moves_the_due_date_and_the_last_agency_moves_with_it(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=LINKED)
    with pytest.raises(NotAllowed, match="đổi ngày hẹn trả"):
        put_right(desk, dossier, due_at="16:00 15/12/2026")
    put_right(desk, dossier, role="leader", due_at="16:00 15/12/2026", reason="chờ xác minh")
    after = now(desk, dossier)
    assert after.registered.due_at.isoformat() == "2026-12-15T16:00:00+07:00"
    assert after.legs[-1].plan.due_at == after.registered.due_at
    assert after.moved_due is not None
    assert (after.moved_due.reason, after.moved_due.by) == ("chờ xác minh", desk.accounts_by_role["leader"])


def test_a_date_set_by_hand_is_not_moved_by_another_calendar(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=LINKED)
    no_holidays = Calendar()
    assert [each.code for each in moved_dates(desk.dossiers, no_holidays)] == [now(desk, dossier).code]
    put_right(desk, dossier, role="leader", due_at="15/12/2026")
    assert moved_dates(desk.dossiers, no_holidays) == ()


def test_marks_are_not_made_up_after_the_result(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    with pytest.raises(Refused, match="không đổi ngày hẹn trả"):
        put_right(desk, dossier, role="leader", due_at="30/12/2026")
    with pytest.raises(InvalidInput):
        put_right(desk, registered(desk), role="leader", due_at="01/01/2026")


def test_after_the_hand_over_only_a_leader_puts_right(desk: RehearsalDesk) -> None:
    dossier = registered(desk)
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    with pytest.raises(NotAllowed):
        put_right(desk, dossier, applicant__name="Trần Văn Thử")
    put_right(desk, dossier, role="leader", applicant__name="Trần Văn Thử")
    assert now(desk, dossier).registered.applicant.name == "Trần Văn Thử"


def test_folding_again_changes_nothing(desk: RehearsalDesk) -> None:
    dossier = registered(desk, procedure=RESIDENCE)
    put_right(desk, dossier, procedure=LINKED, fee="5000", reissue=True)
    put_right(desk, dossier, role="leader", due_at="15/12/2026")
    put_right(desk, dossier, subject__name="Bé Thử")
    assert desk.journal.refold() == ()
    assert desk.journal.verify().breaks == ()
