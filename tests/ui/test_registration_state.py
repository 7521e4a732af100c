from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk_app.catalogue.files import shipped_catalogue
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from desk_app.working_time.shipped import shipped_readings, shipped_years
from ui.dossiers.registration import outcome, ready, state
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.promise import Promise
from ui.dossiers.registration.promise_panel import PromisePanel
from ui.dossiers.registration.state import Counter
from ui.dossiers.registration.typed import Typed, TypedPaper

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
BIRTH, COPY, LINKED, NO_TERM, VERIFIED = "1.001193", "2.000815", "2.000986", "1.011606", "1.004873"
DISABILITY = "1.001699"
FRESH = Typed(command_id="c1")


@pytest.fixture(scope="module")
def counter() -> Counter:
    calendar = Calendar(shipped_years())
    readings: tuple[Reading, ...] = tuple(shipped_readings())
    return Counter(
        procedures=tuple(shipped_catalogue()), used={}, used_on=NOW.date(), calendar=calendar, readings=readings
    )


def of(counter: Counter, code: str, **values: object) -> Typed:
    return changed(forms.with_procedure(changed(FRESH, name="Nguyễn Văn Mẫu"), counter.by_code[code]), **values)


def test_picking_a_procedure_brings_its_checklist_unticked(counter: Counter) -> None:
    typed = of(counter, BIRTH)
    assert typed.papers[0].name == "Tờ khai đăng ký khai sinh"
    assert not any(paper.ticked for paper in typed.papers)


def test_another_procedure_keeps_the_papers_that_were_added_by_hand(counter: Counter) -> None:
    own = TypedPaper(name="Giấy xác nhận riêng", originals=1, ticked=True)
    typed = of(counter, BIRTH)
    typed = forms.with_procedure(changed(typed, papers=(*typed.papers, own)), counter.by_code[COPY])
    assert own in typed.papers
    assert "Tờ khai đăng ký khai sinh" not in [paper.name for paper in typed.papers]


def test_all_papers_means_those_always_asked_for_and_no_conditional_one(counter: Counter) -> None:
    typed = forms.with_all_papers(of(counter, BIRTH))
    ticked = [paper.name for paper in typed.papers if paper.ticked]
    assert "Tờ khai đăng ký khai sinh" in ticked
    assert "Văn bản ủy quyền" not in ticked
    assert outcome.missing_papers(typed) == ()


def test_a_missing_paper_is_named(counter: Counter) -> None:
    assert "Giấy chứng sinh" in outcome.missing_papers(of(counter, BIRTH))


def test_the_form_becomes_what_the_desk_takes(counter: Counter) -> None:
    typed = changed(forms.with_all_papers(of(counter, COPY, copies="2", pages="5", fee="12.000 đ")), subject="Bé Mẫu")
    form = ready.ready_form(typed, counter, NOW)
    assert (form.copies, form.pages, form.fee) == (2, 5, 12_000)
    assert form.subject is not None
    assert form.subject.name == "Bé Mẫu"
    assert [paper.name for paper in form.papers] == [paper.name for paper in typed.papers if paper.ticked]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "applicant.name"),
        ({"id_number": "123"}, "applicant.id_number"),
        ({"birth": "32/01/1990"}, "applicant.birth_on"),
        ({"birth": "01/01/2030"}, "applicant.birth_on"),
        ({"phone": "abc"}, "applicant.phone"),
        ({"copies": "hai"}, "copies"),
        ({"copies": "0"}, "copies"),
        ({"fee": "nhiều"}, "fee"),
        ({"papers": ()}, "papers"),
        ({"received": "hôm qua"}, "received_at"),
        ({"received": "08:15 24/11/2026"}, "received_at"),
        ({"return_by": "home"}, "return_by"),
    ],
)
def test_what_is_wrong_names_its_field(counter: Counter, values: dict[str, object], field: str) -> None:
    typed = changed(forms.with_all_papers(of(counter, BIRTH)), **values)
    with pytest.raises(InvalidInput) as caught:
        ready.ready_form(typed, counter, NOW)
    assert caught.value.field == field


def test_a_form_without_a_procedure_asks_for_one(counter: Counter) -> None:
    with pytest.raises(InvalidInput) as caught:
        ready.ready_form(changed(FRESH, name="Nguyễn Văn Mẫu"), counter, NOW)
    assert caught.value.field == "procedure"


def test_a_term_that_nobody_stated_asks_for_the_date(counter: Counter) -> None:
    typed = forms.with_all_papers(of(counter, NO_TERM))
    assert state.needs_promise(counter.by_code[NO_TERM])
    with pytest.raises(InvalidInput) as caught:
        ready.ready_form(typed, counter, NOW)
    assert caught.value.field == "promised_at"
    form = ready.ready_form(changed(typed, promised="30/11/2026"), counter, NOW)
    assert form.promised_at == datetime(2026, 11, 30, 17, 0, tzinfo=VIETNAM)


def test_a_late_entry_carries_its_own_moment(counter: Counter) -> None:
    typed = changed(forms.with_all_papers(of(counter, BIRTH)), received="16:10 20/11/2026")
    assert ready.ready_form(typed, counter, NOW).received_at == datetime(2026, 11, 20, 16, 10, tzinfo=VIETNAM)


def test_the_promise_of_a_linked_procedure_names_every_agency_and_every_day(counter: Counter) -> None:
    promise = state.promise(of(counter, LINKED), counter, NOW)
    assert isinstance(promise, Promise)
    assert promise.day == "Thứ ba, 08/12/2026"
    assert [agency for agency, _ in promise.legs][1:3] == ["Bảo hiểm xã hội", "Công an"]
    assert promise.why[0].reason == "Ngày nhận hồ sơ, không tính"
    assert [line.counted for line in promise.why[:4]] == [False, False, True, True]
    assert promise.why[2].reason == "nửa ngày 1–2/20"


def test_the_panel_warns_of_a_date_in_a_year_without_a_notice(counter: Counter, qtbot: QtBot) -> None:
    panel = PromisePanel()
    qtbot.addWidget(panel)
    for code, at, warned in ((DISABILITY, NOW, False), (DISABILITY, NOW + timedelta(days=4), True)):
        promise = state.promise(of(counter, code), counter, at)
        panel.put(promise)
        shown = [each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel)]
        assert any(text.startswith("Chưa có lịch nghỉ năm 2027") for text in shown) is warned


def test_a_half_typed_birth_date_does_not_hide_the_promise(counter: Counter) -> None:
    assert isinstance(state.promise(of(counter, LINKED, birth="1/1", copies="x"), counter, NOW), Promise)


def test_what_is_missing_for_a_promise_is_said_in_its_place(counter: Counter) -> None:
    missing = state.promise(of(counter, NO_TERM), counter, NOW)
    assert isinstance(missing, InvalidInput)
    assert missing.field == "promised_at"
    assert state.promise(FRESH, counter, NOW) is None


def test_ways_of_return_are_blocked_with_their_reason(counter: Counter) -> None:
    ways = {way.way: way for way in state.ways_of(counter.by_code[BIRTH])}
    assert (ways["counter"].allowed, ways["home"].allowed) == (True, False)
    assert "ký vào Sổ" in ways["home"].reason
    assert all(way.allowed for way in state.ways_of(counter.by_code[COPY]))


def test_the_empty_fee_field_says_what_the_catalogue_says(counter: Counter) -> None:
    assert state.fee_hint(of(counter, COPY, pages="3", copies="2"), counter.by_code[COPY]) == "10.000 đ"
    assert state.fee_hint(of(counter, VERIFIED), counter.by_code[VERIFIED]) == "chưa nêu"
    assert state.fee_hint(FRESH, None) == ""


def test_a_longer_term_is_offered_where_there_is_one(counter: Counter) -> None:
    assert state.extension_words(counter.by_code[VERIFIED]).startswith("Thêm 3 ngày làm việc")
    assert state.extension_words(counter.by_code[LINKED]) == ""
    longer = state.promise(of(counter, VERIFIED, extended=True), counter, NOW)
    usual = state.promise(of(counter, VERIFIED), counter, NOW)
    assert isinstance(longer, Promise)
    assert isinstance(usual, Promise)
    assert len(longer.why) > len(usual.why)


def test_the_number_tells_the_sex() -> None:
    assert [state.sex_of_number(text) for text in ("093 085 001234", "093195004321", "361234567", "x")] == [
        "male",
        "female",
        "",
        "",
    ]


def test_doubts_wait_until_the_birth_date_is_whole() -> None:
    typed = changed(FRESH, id_number="093085001234", sex="female", birth="1/1")
    assert state.person_doubts(typed) == ()
    assert len(state.person_doubts(changed(typed, birth="01/01/1990"))) == 2


def test_one_field_is_checked_by_itself() -> None:
    typed = changed(FRESH, name="", phone="abc", birth="32/01/1990")
    assert ready.field_error(typed, "applicant.phone", NOW) is not None
    assert ready.field_error(typed, "applicant.birth_on", NOW) is not None
    assert ready.field_error(typed, "applicant.name", NOW) is None
    assert ready.field_error(typed, "applicant.id_number", NOW) is None
