from dataclasses import fields
from datetime import date

import pytest

from desk_app.dossiers.register import register
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.texts import is_nfc
from desk_app.office.commands import put_wording
from desk_app.office.wordings import (
    DatedWording,
    PaperWords,
    Wording,
    checked_wording,
    get_wording,
    shipped_wordings,
    shipped_words,
    words_on,
)
from desk_app.printing.blocks import Paper
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from tests.desks import RehearsalDesk, form

TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)


def put(desk: RehearsalDesk, key: str, text: str | None, first: date = TODAY) -> None:
    put_wording(desk.office, by=desk.admin, key=key, text=text, valid_from=first, command_id=desk.journal.new_id())


def newest_receipt(desk: RehearsalDesk) -> Paper:
    register(desk.dossiers, by=desk.accounts_by_role["officer"], form=form(), command_id=desk.journal.new_id())
    db = desk.journal.reading()
    return paper_of_job(db, max(job.id for job in list_jobs(db)))


@pytest.mark.parametrize("wording", shipped_wordings(), ids=lambda wording: wording.key)
def test_every_wording_says_where_it_stands_and_may_hold_what_ships(wording: Wording) -> None:
    assert wording.label
    assert wording.where
    assert is_nfc(wording.label + wording.where + wording.text)
    assert checked_wording(wording.key, wording.text) == wording.text


def test_papers_know_exactly_the_wordings_that_ship() -> None:
    assert [field.name for field in fields(PaperWords)] == [wording.key for wording in shipped_wordings()]


def test_a_wording_holds_from_its_day_until_the_next_one() -> None:
    dated = (
        DatedWording(key="contact", valid_from=TODAY, text="Gọi 1022"),
        DatedWording(key="contact", valid_from=TOMORROW, text=None),
    )
    said = [words_on(dated, day).contact for day in (date(2026, 11, 22), TODAY, TOMORROW)]
    assert said == ["", "Gọi 1022", ""]


@pytest.mark.parametrize(("key", "text"), [("desk_name", "  "), ("contact", "x" * 121), ("keep_note", "a\x00b")])
def test_a_wording_that_does_not_fit_is_refused_by_its_name(key: str, text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_wording(key, text)
    assert caught.value.field == key


def test_a_wording_nobody_has_heard_of_is_not_found() -> None:
    with pytest.raises(NotFound):
        get_wording("khong_co")


def test_a_receipt_says_what_the_office_says_from_that_day_on(desk: RehearsalDesk) -> None:
    put(desk, "contact", "Nhắn Zalo 0900000000", TOMORROW)
    put(desk, "receipt_note", "Nhận kết quả tại nhà: hỏi ở quầy.")
    today = repr(newest_receipt(desk))
    desk.time.put(desk.time.now().replace(day=25))
    later = repr(newest_receipt(desk))
    assert "Zalo" not in today
    assert "Nhận kết quả tại nhà" in today
    assert "Zalo" in later
    assert "Điện thoại: 0293" not in later


def test_a_wording_can_go_back_to_the_one_that_ships(desk: RehearsalDesk) -> None:
    put(desk, "desk_name", "TRUNG TÂM PHỤC VỤ")
    assert "TRUNG TÂM PHỤC VỤ" in repr(newest_receipt(desk))
    put(desk, "desk_name", None)
    assert shipped_words().desk_name in repr(newest_receipt(desk))


def test_wordings_fold_again_to_the_same(desk: RehearsalDesk) -> None:
    put(desk, "contact", "Gọi 1022")
    put(desk, "contact", None, TOMORROW)
    before = desk.office.present_book().wordings
    assert desk.journal.refold() == ()
    assert desk.office.present_book().wordings == before
