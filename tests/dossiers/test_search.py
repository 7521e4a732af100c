"""Finding a dossier by what the citizen can say."""

import pytest

from desk_app.dossiers.earlier import earlier_dossiers
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import REGISTER, register
from desk_app.dossiers.search import found
from desk_app.dossiers.tables import search_index
from desk_app.dossiers.tables.queries import Narrowing
from desk_app.journal.write_door import Writing
from desk_app.kernel.records import changed
from tests.desks import RehearsalDesk, form
from tests.dossiers.correcting import now, registered

PEOPLE = (
    Person(name="Đặng Thị Ngọc Lựu", id_number="093195004321", phone="0907123456"),
    Person(name="Dang Thi Ngoc Luu", id_number="093195004399", phone="0907999999"),
    Person(name="Nguyễn Văn Mẫu", id_number="093085001234", phone="0939000111"),
    Person(name="Nguyễn Vân Mậu", id_number="093085005678", phone="0939000222"),
    Person(name="Trần Quốc Toản", id_number="361234567", phone="02933999999"),
)


@pytest.fixture(params=[64, 2], ids=["all-new", "mostly-indexed"])
def filled(desk: RehearsalDesk, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> RehearsalDesk:
    monkeypatch.setattr(search_index, "NEW_NAMES", request.param)
    for person in PEOPLE:
        what = form(subject=Person(name="Bé Thử Nghiệm")) if "Toản" in person.name else form()
        register(desk.dossiers, by=desk.admin, form=changed(what, applicant=person), command_id=desk.journal.new_id())
    return desk


def names(desk: RehearsalDesk, text: str, **narrowing: str) -> list[str]:
    hits = found(
        desk.journal.reading(),
        text,
        office=desk.card.office_code,
        today=desk.time.now().date(),
        narrowing=Narrowing(**narrowing),
    )
    return [hit.name for hit in hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Đặng Thị Ngọc Lựu", "Đặng Thị Ngọc Lựu"),
        ("dang thi ngoc luu", "Dang Thi Ngoc Luu"),
        ("đặng", "Đặng Thị Ngọc Lựu"),
        ("nguyễn văn", "Nguyễn Văn Mẫu"),
        ("nguyễn vân", "Nguyễn Vân Mậu"),
        ("MAU nguyen van", "Nguyễn Vân Mậu"),
        ("toan", "Trần Quốc Toản"),
        ("be thu", "Trần Quốc Toản"),
        ("093085001234", "Nguyễn Văn Mẫu"),
        ("093085005", "Nguyễn Vân Mậu"),
        ("361234567", "Trần Quốc Toản"),
        ("0907 123 456", "Đặng Thị Ngọc Lựu"),
        ("0939000222", "Nguyễn Vân Mậu"),
        ("000.16.32.H49-261123-1003", "Nguyễn Văn Mẫu"),
        ("000.16.32.h49-261123-1003", "Nguyễn Văn Mẫu"),
        ("261123-1005", "Trần Quốc Toản"),
        ("1004", "Nguyễn Vân Mậu"),
    ],
)
def test_the_best_hit_stands_first(filled: RehearsalDesk, text: str, first: str) -> None:
    assert names(filled, text)[0] == first


@pytest.mark.parametrize("slip", ["nguyne", "ngyen", "nguyenn", "nguyan"])
def test_a_typing_slip_still_finds(filled: RehearsalDesk, slip: str) -> None:
    assert set(names(filled, f"{slip} van")) == {"Nguyễn Văn Mẫu", "Nguyễn Vân Mậu"}


def test_marks_are_optional_and_d_finds_d_with_stroke(filled: RehearsalDesk) -> None:
    assert set(names(filled, "dang")) == {"Đặng Thị Ngọc Lựu", "Dang Thi Ngoc Luu"}


@pytest.mark.parametrize(
    "typed", ["0907123456", "+84 907 123 456", "84907123456", "0084907123456", "(0907) 123-456", "+84 907"]
)
def test_a_telephone_number_is_found_in_whichever_form_it_is_typed(filled: RehearsalDesk, typed: str) -> None:
    assert "Đặng Thị Ngọc Lựu" in names(filled, typed)


@pytest.mark.parametrize("typed", ["0912000111", "+84912000111", "84 912 000 111", "0912"])
def test_a_number_kept_with_its_country_code_in_earlier_days_is_still_found(desk: RehearsalDesk, typed: str) -> None:
    before = now(desk, registered(desk)).registered
    old = changed(before, code=f"{before.code[:-1]}9", applicant=Person(name="Người Cũ", phone="+84912000111"))

    def enter(writing: Writing) -> None:
        writing.add(writing.new_id(), old)

    desk.journal.write(by=desk.admin, permission=REGISTER, command_id=desk.journal.new_id(), decide=enter)
    assert names(desk, typed) == ["Người Cũ"]
    person = Person(name="Người Cũ", phone="0912000111")
    assert [each.code for each in earlier_dossiers(desk.journal.reading(), person)] == [old.code]


def test_nothing_typed_lists_the_newest_first(filled: RehearsalDesk) -> None:
    assert names(filled, "") == [person.name for person in reversed(PEOPLE)]


@pytest.mark.parametrize(
    "nobody", ["zzz", "Lý Thường Kiệt", "0000000000", "999999-9999", '"', "*", "' OR 1=1 --", "(", "-"]
)
def test_what_nobody_bears_finds_nobody_and_breaks_nothing(filled: RehearsalDesk, nobody: str) -> None:
    assert names(filled, nobody) == []


def test_a_search_is_narrowed_by_state_procedure_and_day(filled: RehearsalDesk) -> None:
    assert names(filled, "nguyen", status="accepted") != []
    assert names(filled, "nguyen", status="handed_over") == []
    assert names(filled, "nguyen", procedure="1.004194") == []
    assert names(filled, "", first_on="2026-11-23", last_on="2026-11-23") != []
    assert names(filled, "", last_on="2026-11-22") == []


def test_after_folding_again_each_name_stands_once_in_the_index(filled: RehearsalDesk) -> None:
    before = search_index.rows_with(filled.journal.reading(), [["nguyen"]], 50)
    filled.journal.refold()
    assert search_index.rows_with(filled.journal.reading(), [["nguyen"]], 50) == before
    assert len(before) == 2
