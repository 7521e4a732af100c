"""Slips of paper: a number that proves one answer, typed in once, whoever prints and whoever types."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import CheckItem, QrCode
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from desk_app.surveys.commands import Rating
from desk_app.surveys.rules import Level
from desk_app.surveys.slips import TypedSlip, print_slip, require_open, type_in
from desk_app.surveys.tokens import rating_number, read_token, spoken_token, token_of
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.surveys.test_rating import answered, counts, handed_over, today

KEY, OTHER = b"k" * 32, b"o" * 32


def printed(desk: RehearsalDesk, dossier: str) -> str:
    """Print the slip of a hand-over and return the number that its code bears."""
    officer = desk.accounts_by_role["officer"]
    print_slip(desk.surveys, by=officer, dossier=dossier, command_id=desk.journal.new_id())
    db = desk.journal.reading()
    job = next(each for each in list_jobs(db) if each.title == "Phiếu đánh giá")
    return next(each.payload for each in paper_of_job(db, job.id).blocks if isinstance(each, QrCode))


def typed(desk: RehearsalDesk, *slips: TypedSlip, on: date | None = None) -> None:
    officer = desk.accounts_by_role["officer"]
    type_in(desk.surveys, by=officer, slips=slips, filled_on=on, command_id=desk.journal.new_id())


@given(st.text(min_size=1), st.binary(min_size=32, max_size=32))
def test_a_number_read_back_is_the_one_that_was_printed(dossier: str, seal: bytes) -> None:
    number = rating_number(dossier, seal)
    found = read_token(spoken_token(token_of(number, KEY)), KEY)
    assert (found.number, found.verdict) == (number, "genuine")


@given(st.integers(0, 15), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, more: int) -> None:
    token = token_of(rating_number("dossier", b"s" * 32), KEY)
    wrong = token[:place] + str((int(token[place]) + more) % 10) + token[place + 1 :]
    assert read_token(wrong, KEY).verdict == "misread"


@pytest.mark.parametrize(
    "text", ["", "12", "1234-5678-9012-345", "1234567890123456x", "１２３４５６７８９０１２３４５６"]
)
def test_what_is_no_number_is_told_apart(text: str) -> None:
    assert read_token(text, KEY).verdict == "other"


def test_the_number_of_another_office_is_no_proof() -> None:
    token = token_of("123456789012", OTHER)
    assert read_token(token, KEY).verdict == "forged"


def test_a_typed_slip_is_about_who_handed_over_and_for_which_procedure(desk: RehearsalDesk) -> None:
    token = printed(desk, handed_over(desk))
    typed(desk, TypedSlip(level=Level.SATISFIED, token=token))
    found = today(desk)
    assert [(each.name, each.total) for each in found.officers] == [("Người Thử Officer", 1)]
    assert [each.key for each in found.procedures] == ["1.001193"]
    assert [each.key for each in found.screens] == ["slip"]
    assert (found.slips, found.slips_answered) == (1, 1)


def test_the_slip_shows_three_boxes_and_no_name(desk: RehearsalDesk) -> None:
    printed(desk, handed_over(desk))
    db = desk.journal.reading()
    paper = paper_of_job(db, next(each.id for each in list_jobs(db) if each.title == "Phiếu đánh giá"))
    boxes = [each.text for each in paper.blocks if isinstance(each, CheckItem)]
    assert boxes[:3] == ["Rất hài lòng", "Hài lòng", "Chưa hài lòng"]
    assert "Nguyễn Văn Mẫu" not in str(paper)


def test_a_hand_over_gives_the_same_number_however_often_its_slip_is_printed(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    assert printed(desk, dossier) == printed(desk, dossier)


def test_screen_and_slip_of_one_hand_over_count_once(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    token = printed(desk, dossier)
    answered(desk, Rating(asking="screen", dossier=dossier, level=Level.VERY_SATISFIED))
    with pytest.raises(Refused, match="đã được đánh giá"):
        require_open(desk.surveys, token)
    with pytest.raises(Refused, match="đã có câu trả lời"):
        typed(desk, TypedSlip(level=Level.DISSATISFIED), TypedSlip(level=Level.DISSATISFIED, token=token))
    assert counts(today(desk)) == {Level.VERY_SATISFIED: 1}


def test_a_slip_typed_in_closes_the_question_on_the_screen(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    typed(desk, TypedSlip(level=Level.SATISFIED, token=printed(desk, dossier)))
    with pytest.raises(Refused):
        answered(desk, Rating(asking="screen", dossier=dossier, level=Level.VERY_SATISFIED))


def test_a_pile_is_taken_whole_or_not_at_all(desk: RehearsalDesk) -> None:
    token = printed(desk, handed_over(desk))
    twice = TypedSlip(level=Level.SATISFIED, token=token)
    with pytest.raises(InvalidInput, match="Phiếu thứ 3: số này đã nhập") as found:
        typed(desk, twice, TypedSlip(level=Level.SATISFIED), twice)
    assert found.value.field == "slips.3"
    assert today(desk).total == 0


@pytest.mark.parametrize(("token", "why"), [("1234567890123456", "đọc sai"), ("12", "16 chữ số")])
def test_a_number_that_proves_nothing_is_refused(desk: RehearsalDesk, token: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        typed(desk, TypedSlip(level=Level.SATISFIED, token=token))


def test_papers_from_the_box_count_for_the_day_on_which_they_were_marked(desk: RehearsalDesk) -> None:
    typed(desk, *[TypedSlip(level=Level.SATISFIED)] * 3, on=date(2026, 11, 20))
    assert today(desk).total == 0
    with pytest.raises(InvalidInput, match="sau hôm nay"):
        typed(desk, TypedSlip(level=Level.SATISFIED), on=date(2026, 11, 24))


def test_nothing_and_too_much_are_refused(desk: RehearsalDesk) -> None:
    for count in (0, 301):
        with pytest.raises(InvalidInput):
            typed(desk, *[TypedSlip(level=Level.SATISFIED)] * count)


def test_no_slip_before_the_hand_over_and_none_after_the_answer(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    answered(desk, Rating(asking="screen", dossier=dossier, level=Level.SATISFIED))
    with pytest.raises(Refused):
        printed(desk, dossier)


def test_a_slip_of_another_desk_is_taken_once_its_entries_came_in(
    desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dossier = handed_over(desk)
    token = printed(desk, dossier)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        assert get_secret(second.journal.reading(), RECEIPT_KEY) != get_secret(desk.journal.reading(), RECEIPT_KEY)
        with pytest.raises(InvalidInput, match="không phải của cơ quan"):
            typed(second, TypedSlip(level=Level.SATISFIED, token=token))
        second.journal.merge(list(every_entry(desk.journal.reading())))
        typed(second, TypedSlip(level=Level.SATISFIED, token=token))
        second.time.put(second.time.now().replace(hour=11))
        answered(desk, Rating(asking="screen", dossier=dossier, level=Level.DISSATISFIED))
        for one, other in ((desk, second), (second, desk)):
            one.journal.merge(list(every_entry(other.journal.reading())))
        assert counts(today(desk)) == counts(today(second))
        assert today(desk).total == 1
        assert [each.key for each in today(second).desks] == [desk.journal.desk_id]
        assert [each[1] for each in list_findings(second.journal.reading())] == ["rated_twice"]
