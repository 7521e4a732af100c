"""The page of the citizens' voice, worked by keyboard at a real desk."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.dossiers.commands import dossier_in
from desk_app.journal.write_door import Written
from desk_app.printing.tables import list_jobs
from desk_app.surveys.campaigns import list_campaigns, results_of
from desk_app.surveys.commands import Rating
from desk_app.surveys.questions import question_on
from desk_app.surveys.rules import Level
from desk_app.surveys.tables.ratings import own_questions
from tests.desks import RehearsalDesk
from tests.surveys.test_campaigns import planned
from tests.surveys.test_rating import answered, counts, handed_over, today
from tests.surveys.test_slips import printed
from tests.surveys.voices import act, complained, every, the
from tests.ui.windows import Seat, focused
from ui.shell.dress import dress
from ui.shell.scanning.thing import Heard
from ui.surveys.page import VoicePage


class Listening:
    """The officer at the page of the citizens' voice."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk

    @property
    def page(self) -> VoicePage:
        return self.seat.front(VoicePage)

    def come(self, tab: int = 1) -> VoicePage:
        self.press("Shift+F10", f"Alt+{tab}")
        return self.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def fill(self, **texts: str) -> None:
        strip = next(each for each in self.page.front.strips if each.isVisible())
        for name, text in texts.items():
            strip.fields[name].take_focus()
            self.press("Ctrl+A")
            self.seat.hands.type(text)
        self.press("Return")

    def do(self, command: Any, **given: Any) -> Written:
        return act(self.desk, command, **given)


@pytest.fixture
def listening(seat: Seat, desk: RehearsalDesk) -> Listening:
    return Listening(seat, desk)


def test_a_pile_of_papers_is_typed_in_by_digits_alone(listening: Listening) -> None:
    page = listening.come(2)
    assert focused() is page.slips.pile
    listening.press("1", "1", "2", "3", "Backspace", "7", "F6", "Return")
    assert counts(today(listening.desk)) == {Level.VERY_SATISFIED: 2, Level.SATISFIED: 1}
    assert page.slips.slips == ()
    assert "Đã ghi 3 phiếu" in listening.seat.said


def test_papers_count_for_the_day_that_is_typed(listening: Listening) -> None:
    listening.come(2)
    listening.press("1", "F6")
    listening.fill(filled_on="20/11")
    assert today(listening.desk).total == 0
    assert "Đã ghi 1 phiếu" in listening.seat.said
    listening.press("1", "F6")
    listening.fill(filled_on="31/2")
    assert "không phải là ngày" in listening.page.slips.saving.fields["filled_on"].trouble


def test_a_scanned_slip_takes_the_next_answer_from_any_tab(listening: Listening) -> None:
    token = printed(listening.desk, handed_over(listening.desk))
    page = listening.come(1)
    listening.seat.workspace.scanning.take(Heard(text=token, source="port"))
    listening.seat.settle()
    assert page.front is page.slips
    assert page.slips.token == token
    listening.press("2", "F6", "Return")
    found = today(listening.desk)
    assert [(each.key, each.total) for each in found.screens] == [("slip", 1)]


def test_a_slip_that_was_answered_is_said_at_once(listening: Listening) -> None:
    dossier = handed_over(listening.desk)
    token = printed(listening.desk, dossier)
    answered(listening.desk, Rating(asking="a", dossier=dossier, level=Level.SATISFIED))
    page = listening.come(2)
    listening.press("F7")
    listening.fill(token=token)
    assert page.slips.token == ""
    assert "đã được đánh giá" in listening.seat.said
    listening.press("Escape", "F7")
    listening.fill(token="12")
    assert "16 chữ số" in page.slips.numbering.fields["token"].trouble


def test_a_slip_is_printed_for_a_dossier(listening: Listening) -> None:
    db = listening.desk.journal.reading()
    code = dossier_in(listening.desk.dossiers, db, handed_over(listening.desk)).code
    listening.come(2)
    listening.press("F8")
    listening.fill(code=code)
    assert "Phiếu đánh giá" in {job.title for job in list_jobs(db)}


def test_results_show_shares_and_keep_small_groups(listening: Listening) -> None:
    for number in range(6):
        answered(listening.desk, Rating(asking=str(number), level=Level.VERY_SATISFIED))
    answered(
        listening.desk, Rating(asking="x", level=Level.DISSATISFIED), by=listening.desk.accounts_by_role["volunteer"]
    )
    page = listening.come(1)
    view = page.results
    assert (view.total.value.text(), view.satisfied.value.text()) == ("7", "85,7 %")
    assert {row.satisfied for row in view.table.rows} == {"giữ kín"}
    view.by.setCurrentIndex(2)
    view.by.activated.emit(2)
    assert [(row.name, row.satisfied) for row in view.table.rows] == [("2026-11", "85,7 %")]


def test_a_period_of_ones_own_is_typed(listening: Listening) -> None:
    answered(listening.desk, Rating(asking="a", level=Level.SATISFIED))
    page = listening.come(1)
    box = page.results.period
    box.box.setCurrentIndex(5)
    box.box.activated.emit(5)
    listening.fill(first_on="1/11", last_on="20/11")
    assert page.results.total.value.text() == "0"
    box.box.activated.emit(5)
    listening.fill(first_on="20/11", last_on="1/11")
    assert "ở trước" in box.strip.fields["last_on"].trouble


def test_a_survey_is_planned_filled_and_ended(listening: Listening) -> None:
    listening.come(3)
    listening.press("F6")
    listening.fill(title="Khảo sát", questions="Thái độ; Thời gian chờ", target="50")
    (campaign,) = list_campaigns(listening.desk.surveys)
    assert campaign.plan.questions == ("Thái độ", "Thời gian chờ")
    listening.press("F8", "Return", "F7")
    listening.fill(answers="12")
    listening.press("F7")
    listening.fill(answers="1 0")
    assert results_of(listening.desk.surveys, campaign.id).forms == 2
    assert [row.satisfied for row in listening.page.campaigns.results.rows] == ["100,0 %", "100,0 %", "100,0 %"]
    listening.press("F7")
    listening.fill(answers="19")
    assert "chữ số" in listening.page.campaigns.entering.fields["answers"].trouble
    listening.press("Escape", "Ctrl+D", "Return")
    assert list_campaigns(listening.desk.surveys)[0].closed_on is not None


def test_the_question_of_every_day_is_changed(listening: Listening) -> None:
    planned(listening.desk)
    listening.come(3)
    listening.press("Ctrl+E")
    listening.fill(text="Ông bà có bằng lòng không?")
    own = own_questions(listening.desk.journal.reading())
    assert question_on(own, "hand_over", listening.desk.time.now().date()).text == "Ông bà có bằng lòng không?"


def test_a_complaint_goes_from_receipt_to_its_end(listening: Listening) -> None:
    page = listening.come(4)
    listening.press("F6", "Return")
    assert "chưa có nội dung" in page.complaints.receiving.fields["text"].trouble
    listening.fill(text="Chờ lâu", name="Nguyễn Văn Mẫu")
    assert [row.complaint.received.text for row in page.complaints.list.rows] == ["Chờ lâu"]
    assert "Nguyễn Văn Mẫu" in page.complaints.detail.text()
    listening.press("F8")
    listening.fill(text="Đã hỏi cán bộ trực")
    listening.press("Ctrl+D", "Return")
    assert "chưa được trả lời" in listening.seat.said
    listening.press("Escape", "F7")
    listening.fill(text="Xin lỗi ông bà")
    assert page.complaints.list.rows[0].complaint.answer is not None
    assert not page.complaints.buttons["F7"].isEnabled()
    listening.press("Ctrl+D", "Return")
    assert page.complaints.list.rows == ()
    assert every(listening.desk)[0].closed is not None
    titles = {job.title for job in list_jobs(listening.desk.journal.reading())}
    assert titles == {"Phiếu tiếp nhận phản ánh, kiến nghị", "Trả lời phản ánh, kiến nghị"}


def test_a_late_complaint_is_marked_by_shape_and_word(listening: Listening) -> None:
    complained(listening.desk)
    listening.desk.time.advance(timedelta(days=40))
    page = listening.come(4)
    model = page.complaints.list.model()
    words = [model.index(0, column).data() for column in range(model.columnCount())]
    assert any("quá hạn" in str(each) for each in words)


def test_a_leader_gives_a_complaint_to_somebody_else(desk: RehearsalDesk) -> None:
    id_ = complained(desk, role="leader")
    with Seat(desk) as seat:
        seat.sign_in("leader")
        leading = Listening(seat, desk)
        page = leading.come(4)
        leading.press("Ctrl+G")
        page.complaints.assigning.box.setCurrentIndex(
            [key for key, _name in page.complaints.people].index(desk.accounts_by_role["officer"])
        )
        leading.fill(due_on="20/12")
        assert "Lý do" in page.complaints.assigning.fields["reason"].trouble
        leading.fill(reason="chờ xác minh")
        assert the(desk, id_).responsible == desk.accounts_by_role["officer"]


def test_evidence_comes_before_the_mark(listening: Listening) -> None:
    page = listening.come(5)
    listening.press("F7", "Return")
    assert "chưa có minh chứng" in listening.seat.said
    listening.press("Escape", "F6")
    listening.fill(text="Trả kết quả tại nhà", source="KH 12")
    assert "KH 12" in page.friendly.list.rows[0].evidence
    listening.press("F7", "Return")
    assert page.friendly.list.rows[0].mark == "good"
    listening.press("Ctrl+P")
    assert list_jobs(listening.desk.journal.reading())[0].title.startswith("Tự đánh giá")
    listening.press("Ctrl+Z")
    assert "chưa có" in page.friendly.list.rows[0].evidence
    listening.press("Ctrl+Z")
    assert "chưa có minh chứng" in listening.seat.said


def test_an_index_that_nobody_can_count_is_entered(listening: Listening) -> None:
    page = listening.come(6)
    assert not page.indices.buttons["F6"].isEnabled()
    page.indices.list.selectRow(3)
    listening.press("F6")
    listening.fill(count="39", of="40", evidence="Biên bản 12")
    assert page.indices.list.rows[3].points == 2
    assert "chưa xếp loại" in page.indices.total.text()
    listening.press("F6")
    listening.fill(count="x")
    assert "không phải là số" in page.indices.entering.fields["count"].trouble


def test_empty_tabs_say_what_to_do(listening: Listening) -> None:
    page = listening.come(2)
    texts = []
    for tab, table in (
        (2, page.slips.pile),
        (3, page.campaigns.list),
        (4, page.complaints.list),
        (1, page.results.table),
    ):
        listening.press(f"Alt+{tab}")
        texts.append(table.accessibleDescription())
    assert all(texts)


def test_the_page_opens_on_the_tab_it_is_about(listening: Listening) -> None:
    listening.seat.workspace.go("voice", "complaints")
    listening.seat.settle()
    assert listening.page.front is listening.page.complaints


def test_a_volunteer_has_no_such_page(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.hands.press("Shift+F10")
        seat.settle()
        assert not isinstance(seat.workspace.front, VoicePage)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_tab_has_its_controls_named_and_nothing_wider_than_the_window(
    listening: Listening, qapp: QApplication, percent: int
) -> None:
    dress(qapp, percent)
    page = listening.come(1)
    for tab, view in enumerate(page.views, start=1):
        listening.press(f"Alt+{tab}")
        shown = [each for each in view.findChildren(QWidget) if each.isVisible() and each.focusPolicy().value & 1]
        assert [each for each in shown if not each.accessibleName() and _is_control(each)] == []
        assert view.minimumSizeHint().width() <= 1366, type(view).__name__


def _is_control(widget: QWidget) -> bool:
    return widget.metaObject().className() in ("QPushButton", "QLineEdit", "ChoiceBox", "Table", "QRadioButton")
