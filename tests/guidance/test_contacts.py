"""The guidance log at a real desk."""

from datetime import date, timedelta

import pytest

from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.guidance.contacts.commands import finish_follow_up, set_follow_up, withdraw_guidance
from desk_app.guidance.contacts.facts import PaperChecked
from desk_app.guidance.contacts.reading import get_contact, list_contacts, list_follow_ups, search_contacts
from desk_app.guidance.prefill import prefill_of_contact
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from tests.desks import RehearsalDesk, form
from tests.guidance.guiding import BIRTH, CALLER, TODAY, guided, officer, said_by


def names(desk: RehearsalDesk, text: str) -> list[str]:
    return [each.spoken_name for each in search_contacts(desk.guidance, text)]


def test_a_call_is_kept_with_everything_that_was_said(desk: RehearsalDesk) -> None:
    papers = (PaperChecked(name="Tờ khai", has=True), PaperChecked(name="Giấy chứng sinh", has=False))
    kept = guided(desk, advice="Mang  bản chính.", papers=papers, forms=("Tờ khai đăng ký khai sinh",))
    assert (kept.officer, kept.channel, kept.procedure, kept.minutes) == (officer(desk), "hotline", BIRTH, 4)
    assert kept.person == CALLER
    assert kept.advice == "Mang bản chính."
    assert kept.lacking == ("Giấy chứng sinh",)
    assert kept.forms == ("Tờ khai đăng ký khai sinh",)


def test_a_caller_need_not_say_a_name(desk: RehearsalDesk) -> None:
    assert guided(desk, person=Person(name="", phone="0907 123 457")).spoken_name == "0907123457"
    assert guided(desk, person=Person(name=" ")).spoken_name == "Không nêu tên"


def test_a_question_about_nothing_is_not_taken_down(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput, match="Chưa rõ hướng dẫn việc gì"):
        guided(desk, procedure="")
    assert guided(desk, procedure="", advice="Giờ làm việc").procedure == ""


def test_a_procedure_that_is_not_in_force_is_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        guided(desk, procedure="9.999999")


def test_nobody_speaks_for_longer_than_ten_hours(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput, match="Số phút"):
        guided(desk, minutes=601)


def test_earlier_guidance_is_found_by_telephone_and_by_name_without_marks(desk: RehearsalDesk) -> None:
    guided(desk)
    guided(desk, person=Person(name="Đặng Thị Thử", phone="0912000111"))
    assert names(desk, "dang thu") == ["Đặng Thị Thử"]
    assert names(desk, "0907 123 456") == ["Nguyễn Văn Mẫu"]
    assert names(desk, "0907") == ["Nguyễn Văn Mẫu"]
    assert names(desk, "guyen") == []
    assert names(desk, "") == []


def test_the_list_of_a_day_holds_the_newest_first(desk: RehearsalDesk) -> None:
    guided(desk)
    guided(desk, person=Person(name="Lê Văn Hai"))
    desk.time.advance(timedelta(days=1))
    guided(desk, person=Person(name="Lê Thị Ba"))
    day = list_contacts(desk.guidance, first_on=TODAY, last_on=TODAY)
    assert [each.person.name for each in day] == ["Lê Văn Hai", "Nguyễn Văn Mẫu"]


def test_a_follow_up_is_due_on_its_day_until_somebody_asked_again(desk: RehearsalDesk) -> None:
    room, kept = desk.guidance, guided(desk, follow_up_on=date(2026, 11, 26), follow_up="Đã có chứng sinh chưa")
    assert list_follow_ups(room, date(2026, 11, 25)) == ()
    assert [each.follow_up for each in list_follow_ups(room, date(2026, 11, 26))] == ["Đã có chứng sinh chưa"]
    finish_follow_up(room, contact=kept.id, note="Mai đến", **said_by(desk))
    assert list_follow_ups(room, date(2026, 12, 31)) == ()
    assert get_contact(room, kept.id).follow_up_note == "Mai đến"
    with pytest.raises(Refused, match="không có việc hỏi lại"):
        finish_follow_up(room, contact=kept.id, **said_by(desk))


def test_a_follow_up_may_be_put_off_but_not_into_the_past(desk: RehearsalDesk) -> None:
    room, kept = desk.guidance, guided(desk, follow_up_on=TODAY, follow_up="Gọi lại")
    set_follow_up(room, contact=kept.id, on=date(2026, 11, 30), **said_by(desk))
    assert [(each.follow_up_on, each.follow_up) for each in list_follow_ups(room, date(2026, 11, 30))] == [
        (date(2026, 11, 30), "Gọi lại")
    ]
    with pytest.raises(InvalidInput, match="đã qua"):
        set_follow_up(room, contact=kept.id, on=date(2026, 11, 22), **said_by(desk))


def test_what_was_logged_by_mistake_counts_no_more_and_stays_in_the_journal(desk: RehearsalDesk) -> None:
    room, kept = desk.guidance, guided(desk, follow_up_on=TODAY)
    withdraw_guidance(room, contact=kept.id, reason="ghi hai lần", **said_by(desk))
    assert list_contacts(room, first_on=TODAY, last_on=TODAY) == ()
    assert search_contacts(room, "Mẫu") == ()
    assert list_follow_ups(room, TODAY) == ()
    assert len(desk.journal.history(kept.id)) == 2
    with pytest.raises(Refused, match="đã bỏ"):
        withdraw_guidance(room, contact=kept.id, reason="lần nữa", **said_by(desk))


def test_a_contact_becomes_a_dossier_without_typing_again(desk: RehearsalDesk) -> None:
    kept = guided(desk, advice="Mang bản chính")
    known = prefill_of_contact(desk.guidance, kept.id)
    assert (known.procedure, known.applicant, known.note) == (BIRTH, CALLER, "Mang bản chính")
    written = register(
        desk.dossiers,
        form=form(procedure=known.procedure, applicant=known.applicant, origin=known.origin),
        **said_by(desk),
    )
    rows = desk.journal.reading().execute("SELECT dossier, origin FROM dossier_origins").fetchall()
    assert rows == [(written.subject, f"guidance:{kept.id}")]


def test_an_id_may_be_named_by_its_end(desk: RehearsalDesk) -> None:
    kept = guided(desk)
    assert get_contact(desk.guidance, kept.id[-8:]) == kept
    with pytest.raises(NotFound):
        get_contact(desk.guidance, "khong-co")
