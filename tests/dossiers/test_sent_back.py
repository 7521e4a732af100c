"""An incomplete visit at a real desk: the request, its slip, no code used, and finding it again when the person returns."""

from datetime import timedelta
from typing import Any

import pytest

from desk_app.dossiers.earlier import earlier_dossiers, open_request, open_requests
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.sent_back import USUAL_REASON, SendBack, request_in, send_back
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.sent_back_paper import SLIP_KIND, supplement_slip
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Narrowing
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.printing.blocks import Signatures, Text
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_pictures
from desk_app.printing.tables import list_jobs, list_papers
from tests.desks import AGENCY, RehearsalDesk, form

WOMAN = Person(name="Trần Thị Thử", id_number="093195004321", birth_on="1995-02-01", phone="0907123456")
MISSING = ("Giấy chứng sinh",)


def asked(desk: RehearsalDesk, *missing: str, person: Person = WOMAN, **values: Any) -> str:
    request = SendBack(form=form(applicant=person, papers=(), **values), missing=missing or MISSING)
    officer = desk.accounts_by_role["officer"]
    return send_back(desk.dossiers, by=officer, request=request, command_id=desk.journal.new_id()).subject


def fact_of(desk: RehearsalDesk, id_: str) -> SentBack:
    return request_in(desk.dossiers, desk.journal.reading(), id_)


def test_a_request_keeps_who_came_for_what_and_what_was_missing(desk: RehearsalDesk) -> None:
    fact = fact_of(desk, asked(desk, "Giấy chứng sinh", "Tờ khai"))
    assert (fact.applicant.name, fact.procedure_name) == ("Trần Thị Thử", "Đăng ký khai sinh")
    assert (fact.missing, fact.reason, fact.papers) == (("Giấy chứng sinh", "Tờ khai"), USUAL_REASON, ())


def test_the_slip_is_queued_in_the_same_transaction_and_no_code_is_used(desk: RehearsalDesk) -> None:
    id_ = asked(desk)
    db = desk.journal.reading()
    papers = list_papers(db, id_)
    assert [(paper.kind, paper.code) for paper in papers] == [(SLIP_KIND, "BS-261123-081500")]
    assert [job.paper_id for job in list_jobs(db)] == [papers[0].id]
    assert queries.newest(db, Narrowing(), 10) == []
    officer = desk.accounts_by_role["officer"]
    written = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
    assert queries.newest(db, Narrowing(), 1)[0].code.endswith("-1001"), written


def test_the_same_command_twice_is_one_request(desk: RehearsalDesk) -> None:
    request = SendBack(form=form(applicant=WOMAN), missing=MISSING)
    officer, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    first = send_back(desk.dossiers, by=officer, request=request, command_id=command_id)
    again = send_back(desk.dossiers, by=officer, request=request, command_id=command_id)
    assert (again.subject, again.repeated) == (first.subject, True)
    assert len(list_jobs(desk.journal.reading())) == 1


@pytest.mark.parametrize(
    ("missing", "field"),
    [((), "missing"), (("",), "missing[0]"), (("x" * 301,), "missing[0]"), (("a",) * 31, "missing")],
)
def test_a_request_that_asks_for_nothing_sensible_is_refused_and_nothing_is_written(
    desk: RehearsalDesk, missing: tuple[str, ...], field: str
) -> None:
    before = count_entries(desk.journal.reading())
    request = SendBack(form=form(applicant=WOMAN), missing=missing)
    with pytest.raises(InvalidInput) as caught:
        send_back(desk.dossiers, by=desk.accounts_by_role["officer"], request=request, command_id=desk.journal.new_id())
    assert caught.value.field == field
    assert count_entries(desk.journal.reading()) == before


def test_an_unanswered_request_is_found_again_by_the_identity_number(desk: RehearsalDesk) -> None:
    id_ = asked(desk)
    found = open_request(desk.journal.reading(), Person(name="", id_number=WOMAN.id_number), "1.001193")
    assert found is not None
    assert found.id == id_
    assert open_request(desk.journal.reading(), WOMAN, "1.000894") is None


def test_without_a_number_the_whole_name_and_the_telephone_find_it(desk: RehearsalDesk) -> None:
    asked(desk, person=Person(name="Lê Thị Ví Dụ", phone="0907000000"))
    db = desk.journal.reading()
    assert open_request(db, Person(name="lê thị ví dụ", phone="0907000000"), "1.001193") is not None
    assert open_request(db, Person(name="Lê Thị Ví Dụ", phone="0911000000"), "1.001193") is None
    assert open_request(db, Person(name="Le Thi Vi Du", phone="0907000000"), "1.001193") is None


def test_a_dossier_registered_since_answers_the_request(desk: RehearsalDesk) -> None:
    asked(desk)
    desk.time.advance(timedelta(days=1))
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(applicant=WOMAN), command_id=desk.journal.new_id())
    db = desk.journal.reading()
    assert open_requests(db, WOMAN, earlier_dossiers(db, WOMAN)) == ()


def test_a_second_request_to_the_same_person_names_the_first(desk: RehearsalDesk) -> None:
    first = asked(desk)
    assert fact_of(desk, first).earlier == ""
    assert fact_of(desk, asked(desk, "Tờ khai")).earlier == first
    assert fact_of(desk, asked(desk, procedure="1.000894")).earlier == ""


def test_the_table_folds_again_to_the_same_rows(desk: RehearsalDesk) -> None:
    asked(desk)
    assert "sent_back" not in desk.journal.refold()


def test_an_unknown_request_is_said_to_be_unknown(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        fact_of(desk, "01a201b5-0353-7000-b94b-57cd80c9eea9")


def test_the_slip_has_the_words_of_form_02_and_is_drawn_on_every_medium(desk: RehearsalDesk) -> None:
    fact = fact_of(desk, asked(desk, "Giấy chứng sinh", "Văn bản ủy quyền"))
    paper = supplement_slip(fact, AGENCY, "Người Thử")
    texts = [block.text for block in paper.blocks if isinstance(block, Text)]
    assert "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:" in texts
    assert any("0293 3999999" in text for text in texts)
    assert any("Phiếu đánh giá" in text for text in texts)
    signed = [block.right.role for block in paper.blocks if isinstance(block, Signatures) and block.right]
    assert signed == ["NGƯỜI HƯỚNG DẪN"]
    assert paper_pdf(paper).count(b"/Type /Page\n") + paper_pdf(paper).count(b"/Type /Page ") == 1
    assert all(len(slip_pictures(paper, dots)) == 1 for dots in (DOTS_80_MM, DOTS_58_MM))
