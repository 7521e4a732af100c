"""What is known fills itself; what was typed is never overwritten; what cannot be right is said beside the field."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.access_log import access_about
from desk_app.accounts.facts import about_dossier
from desk_app.dossiers.identity_card import identity_card
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import NotAllowed, NotFound
from desk_app.writing.checks import amount_of, day_of, doubts_of
from desk_app.writing.filled import Filled, Value, filled_in, known_of_card, with_value
from desk_app.writing.layout import shown_text
from desk_app.writing.reading import known_of_dossier, prefill_of
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import KEPT_FOR, begun_form, get_sitting, keep_sitting, own_sittings, sit_down, with_form
from desk_app.writing.who import person_of
from tests.desks import RehearsalDesk
from tests.desks import form as registration
from tests.writing.sitting_here import card, filled, form, printed, sat, volunteer

TODAY = date(2026, 11, 23)


def test_the_card_the_office_and_the_day_fill_themselves(desk: RehearsalDesk) -> None:
    now = filled(desk, sat(desk))
    assert now.text("name") == "Nguyễn Văn Mẫu"
    assert now.text("id_paper") == (
        "Căn cước công dân số 093085001234, Cục Cảnh sát quản lý hành chính về trật tự xã hội cấp ngày 12/08/2021"
    )
    assert now.text("office") == "Ủy ban nhân dân xã Hòa Mẫu"
    found = form(desk)
    shown = {field.key: shown_text(field, now) for field in found.fields}
    assert shown["name"] == "NGUYỄN VĂN MẪU"
    assert shown["signed_on"] == "ngày 23 tháng 11 năm 2026"
    assert shown["child_name"] == ""


def test_residence_is_asked_of_the_police_of_the_same_commune(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    residence = begun_form(desk.writing, sitting, form(desk, "ct01"), shelf(desk.writing))
    assert residence.text("office") == "xã Hòa Mẫu"
    assert form(desk, "ct01").to == "(1) Công an {office}"


def test_a_card_of_2025_is_called_and_issued_otherwise() -> None:
    new = identity_card("092307000123||Lê Thị Ví Dụ|15092007|Nữ|Khu vực 3, Hiệp Thành, TP. Cần Thơ|30052025||||")
    papers = {known.name: known.text for known in known_of_card(new)}
    assert papers["applicant.id_paper"] == "Thẻ căn cước số 092307000123, Bộ Công an cấp ngày 30/05/2025"


def test_a_name_that_lost_its_marks_is_left_to_the_helper() -> None:
    garbled = identity_card("093085001234||NGUYEN VAN MAU|05031985|Nam|Ap 1, Hoa My|12082021")
    assert "applicant.name" not in {known.name for known in known_of_card(garbled)}


def test_the_next_form_of_the_same_person_fills_itself_from_the_first(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    birth = filled(desk, sitting, child_name="Nguyễn Thị Bé", mother="Trần Thị Thử", relation="cha")
    keep_sitting(desk.writing, by=volunteer(desk), sitting=with_form(sitting, birth))
    later = get_sitting(desk.writing, by=volunteer(desk), id_=sitting.id)
    support = begun_form(desk.writing, later, form(desk, "tro-cap-xa-hoi"), shelf(desk.writing))
    assert support.text("mother") == "Trần Thị Thử"
    assert support.text("name") == "Nguyễn Văn Mẫu"


def test_what_was_typed_is_not_overwritten_by_what_is_known(desk: RehearsalDesk) -> None:
    found = form(desk)
    typed = with_value(Filled(form=found.key), Value(key="name", text="Nguyễn Văn Khác"))
    assert filled_in(found, known_of_card(card()), typed).text("name") == "Nguyễn Văn Khác"


def test_the_words_of_a_date_and_an_amount_are_spelled_by_the_desk(desk: RehearsalDesk) -> None:
    birth = form(desk)
    now = with_value(Filled(form=birth.key), Value(key="born_on", text="15/8/2026"))
    words = birth.find_field("born_words")
    assert words is not None
    assert shown_text(words, now) == "Ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu"
    business = form(desk, "ho-kinh-doanh")
    now = with_value(Filled(form=business.key), Value(key="capital", text="500.000 đ"))
    capital, spelled = business.find_field("capital"), business.find_field("capital_words")
    assert capital is not None
    assert spelled is not None
    assert (shown_text(capital, now), shown_text(spelled, now)) == ("500.000", "Năm trăm nghìn đồng")


@pytest.mark.parametrize(
    ("key", "field", "text", "said"),
    [
        ("ct01", "birth", "31/02/1985", "Không đọc được ngày"),
        ("ct01", "birth", "05/03/2090", "tương lai"),
        ("ct01", "number", "09308500123", "đang có 11"),
        ("ct01", "name", "Nguyễn Văn 2", "chữ số"),
        ("ct01", "phone", "0907", "8 đến 12"),
        ("ct01", "sex", "nam giới", "Nam hoặc Nữ"),
        ("ho-kinh-doanh", "capital", "năm triệu", "số tiền"),
        ("ho-kinh-doanh", "workers", "ba", "chữ số"),
        ("khai-sinh", "copies", "có lẽ", "lựa chọn"),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_field(
    desk: RehearsalDesk, key: str, field: str, text: str, said: str
) -> None:
    now = with_value(Filled(form=key), Value(key=field, text=text))
    doubts = {doubt.key: doubt for doubt in doubts_of(form(desk, key), now, TODAY)}
    assert said in doubts[field].words
    assert not doubts[field].missing


def test_a_number_that_says_another_sex_or_year_is_doubted(desk: RehearsalDesk) -> None:
    now = Filled(form="ct01")
    for key, text in (("number", "093085001234"), ("sex", "Nữ"), ("birth", "05/03/1990")):
        now = with_value(now, Value(key=key, text=text))
    words = [doubt.words for doubt in doubts_of(form(desk, "ct01"), now, TODAY) if doubt.key == "number"]
    assert any("Giới tính" in each for each in words)
    assert any("Năm sinh" in each for each in words)


def test_a_needed_field_that_is_empty_is_missing_and_stops_nobody(desk: RehearsalDesk) -> None:
    doubts = doubts_of(form(desk), Filled(form="khai-sinh"), TODAY)
    assert {doubt.key for doubt in doubts if doubt.missing} >= {"name", "child_name", "born_on"}
    assert printed(desk, sat(desk))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", ".", "-", " "]))
def test_a_day_is_read_however_it_is_parted(on: date, mark: str) -> None:
    assert day_of(f"{on.day}{mark}{on.month}{mark}{on.year}") == on
    assert day_of(f"{on:%d%m%Y}") == on


@given(st.integers(0, 10**12))
def test_an_amount_is_read_with_points_or_without(value: int) -> None:
    pointed = f"{value:,}".replace(",", ".")
    assert amount_of(str(value)) == amount_of(pointed) == amount_of(f"{pointed} đồng") == value


@given(st.text(max_size=20))
def test_whatever_is_typed_is_doubted_and_never_a_crash(text: str) -> None:
    assert day_of(text) is None or isinstance(day_of(text), date)
    assert amount_of(text) is None or (amount_of(text) or 0) >= 0


def test_an_earlier_dossier_fills_the_form_and_the_look_up_is_logged(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    applicant = Person(name="Lê Thị Cũ", id_number="093195004321", address="Ấp 3", phone="0907000111")
    made = registration(applicant=applicant)
    taken = register(desk.dossiers, by=officer, form=made, command_id=desk.journal.new_id())
    code = str(desk.journal.history(taken.subject)[0].fact.code)  # type: ignore[attr-defined]
    person, known = known_of_dossier(desk.writing, by=officer, code=code, command_id=desk.journal.new_id())
    now = sit_down(desk.writing, by=officer, person=person, known=known)
    assert begun_form(desk.writing, now, form(desk, "ct01"), shelf(desk.writing)).text("phone") == "0907000111"
    log = access_about(desk.accounts, by=desk.accounts_by_role["leader"], abouts=(about_dossier(taken.subject),))
    assert [line.account for line in log] == [officer]


def test_a_helper_may_not_fill_from_a_dossier(desk: RehearsalDesk) -> None:
    before = count_entries(desk.journal.reading())
    with pytest.raises(NotAllowed):
        known_of_dossier(
            desk.writing, by=volunteer(desk), code="000.16.32.H49-261123-1001", command_id=desk.journal.new_id()
        )
    assert count_entries(desk.journal.reading()) == before


def test_a_helper_sees_no_sitting_of_another(desk: RehearsalDesk) -> None:
    mine, officer = sat(desk), desk.accounts_by_role["officer"]
    assert own_sittings(desk.writing, by=officer) == ()
    with pytest.raises(NotFound):
        get_sitting(desk.writing, by=officer, id_=mine.id)


def test_what_was_filled_in_is_forgotten_after_some_hours(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    desk.time.advance(KEPT_FOR + timedelta(minutes=1))
    assert own_sittings(desk.writing, by=volunteer(desk)) == ()
    sat(desk)
    rows = desk.journal.reading().execute("SELECT id FROM writing_sittings").fetchall()
    assert sitting.id not in [row[0] for row in rows]


def test_a_registration_begins_with_everything_that_was_typed(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    now = filled(desk, sitting, child_name="Nguyễn Thị Bé")
    keep_sitting(desk.writing, by=volunteer(desk), sitting=with_form(sitting, now))
    begin = prefill_of(desk.writing, sitting.id)
    assert begin.origin == f"writing:{sitting.id}"
    assert begin.procedure == "1.001193"
    assert begin.applicant is not None
    assert (begin.applicant.name, begin.applicant.birth_on) == ("Nguyễn Văn Mẫu", "1985-03-05")


def test_without_a_card_the_citizen_is_who_the_form_says(desk: RehearsalDesk) -> None:
    sitting = sit_down(desk.writing, by=volunteer(desk))
    now = filled(desk, sitting, "ct01", name="Trần Thị Thử", birth="1/2/1995", sex="Nữ", phone="0907 123 456")
    person = person_of(with_form(sitting, now), shelf(desk.writing).on(TODAY))
    assert person is not None
    assert (person.name, person.birth_on, person.sex) == ("Trần Thị Thử", "1995-02-01", "female")
