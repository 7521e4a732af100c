"""What citizens' screens show and when: decided without a window."""

from datetime import datetime, timedelta

import pytest

from desk_app.kernel.time_source import VIETNAM
from desk_app.surveys.rules import LEVEL_WORDS, REASON_WORDS, Level, Reason
from ui.citizen.call_board import Board, CallBoard, CallShown, LineShown
from ui.citizen.call_display import FLASH_MS
from ui.citizen.customer_state import (
    CALLED_S,
    RATING_S,
    REASONS_S,
    REGISTERED_S,
    SLOGAN_S,
    THANKS_S,
    Asking,
    CustomerState,
    Kind,
)
from ui.citizen.placing import chosen
from ui.citizen.words import LEVELS, REASONS
from ui.shell.happenings import Happenings, discreet

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
ASKING = Asking(id="a", dossier="d", code="261123-1001", by="officer")


def kind_of(made: CustomerState) -> Kind:
    return made.showing.kind


def state(*slogans: str) -> CustomerState:
    made = CustomerState()
    made.take_slogans(slogans or ("Một", "Hai"), 0)
    return made


def test_slogans_change_calmly_and_begin_again() -> None:
    made, shown = state(), []
    for second in range(3 * SLOGAN_S + 1):
        made.tick(second)
        shown.append(made.showing.big)
    assert (shown[0], shown[SLOGAN_S - 1], shown[SLOGAN_S]) == ("Một", "Một", "Hai")
    assert shown[2 * SLOGAN_S] == "Một"


def test_a_screen_without_slogans_is_calm_too() -> None:
    made = CustomerState()
    assert made.tick(100) is None
    assert made.showing.big == ""


def test_a_call_is_shown_for_a_while() -> None:
    made = state()
    made.called("A001", "Quầy 1", 5)
    assert (made.showing.kind, made.showing.big, made.showing.under) == (Kind.CALLED, "A001", "Quầy 1")
    made.tick(5 + CALLED_S)
    assert kind_of(made) is Kind.SLOGAN


def test_what_was_saved_is_shown_until_the_next_thing_happens() -> None:
    made = state()
    made.registered("000.16.32.H49-261123-1001", "17:00 07/12/2026", "N.V.M. …234", 5)
    assert (made.showing.kind, made.showing.small) == (Kind.REGISTERED, "N.V.M. …234")
    made.called("A002", "Quầy 1", 6)
    assert kind_of(made) is Kind.CALLED
    made.registered("x", "y", "", 7)
    made.tick(7 + REGISTERED_S)
    assert kind_of(made) is Kind.SLOGAN


def test_an_answer_is_written_at_once_and_reasons_are_asked_for() -> None:
    made = state()
    made.ask(ASKING, 1)
    answer = made.answer(Level.SATISFIED, 2)
    assert answer is not None
    assert (answer.by, answer.rating.asking, answer.rating.dossier) == ("officer", "a", "d")
    assert (answer.rating.level, answer.rating.screen) == (Level.SATISFIED, "customer_screen")
    assert kind_of(made) is Kind.REASONS


def test_reasons_are_written_with_the_last_press_as_the_same_asking() -> None:
    made = state()
    made.ask(ASKING, 1)
    made.answer(Level.DISSATISFIED, 2)
    for reason in (Reason.TIME, Reason.GUIDANCE, Reason.TIME):
        made.toggle(reason, 3)
    answer = made.finish(4)
    assert answer is not None
    assert (answer.rating.asking, answer.rating.reasons) == ("a", (Reason.GUIDANCE,))
    assert kind_of(made) is Kind.THANKS
    made.tick(4 + THANKS_S)
    assert kind_of(made) is Kind.SLOGAN


@pytest.mark.parametrize("end", ["tick", "lock", "ask"])
def test_reasons_of_somebody_who_walks_away_are_not_lost(end: str) -> None:
    made = state()
    made.ask(ASKING, 1)
    made.answer(Level.DISSATISFIED, 2)
    made.toggle(Reason.TIME, 3)
    ends = {
        "tick": lambda: made.tick(3 + REASONS_S),
        "lock": lambda: made.lock(4),
        "ask": lambda: made.ask(ASKING, 4),
    }
    answer = ends[end]()
    assert answer is not None
    assert answer.rating.reasons == (Reason.TIME,)


def test_who_gives_no_answer_is_not_counted() -> None:
    made = state()
    made.ask(ASKING, 1)
    assert made.finish(2) is None
    assert kind_of(made) is Kind.SLOGAN
    made.ask(ASKING, 3)
    assert made.tick(3 + RATING_S) is None
    assert kind_of(made) is Kind.SLOGAN


def test_a_call_waits_for_the_answer_and_is_then_shown_for_its_whole_time() -> None:
    made = state()
    made.ask(ASKING, 1)
    made.called("A007", "Quầy 1", 2)
    assert kind_of(made) is Kind.RATING
    made.answer(Level.SATISFIED, 10)
    made.finish(11)
    made.tick(11 + THANKS_S)
    assert (made.showing.kind, made.showing.big) == (Kind.CALLED, "A007")
    assert made.showing.until_s == 11 + THANKS_S + CALLED_S


def test_a_locked_counter_shows_slogans_only() -> None:
    made = state()
    made.ask(ASKING, 1)
    made.lock(2)
    made.called("A001", "Quầy 1", 3)
    made.registered("x", "y", "z", 3)
    made.ask(ASKING, 3)
    assert kind_of(made) is Kind.SLOGAN
    made.unlock()
    made.called("A001", "Quầy 1", 4)
    assert kind_of(made) is Kind.CALLED


def test_presses_out_of_turn_do_nothing() -> None:
    made = state()
    made.toggle(Reason.TIME, 1)
    assert (made.answer(Level.SATISFIED, 1), made.finish(1)) == (None, None)
    assert kind_of(made) is Kind.SLOGAN


@pytest.mark.parametrize(
    ("name", "number", "shown"),
    [
        ("Nguyễn Thị Huệ", "093085001234", "N.T.H. …234"),
        ("Đặng Ân", "361234567", "Đ.Â. …567"),
        ("Nguyễn Văn Mẫu", "", "N.V.M."),
        ("Nguyễn Văn Mẫu", "123456", "N.V.M."),
        ("", "", ""),
    ],
)
def test_a_person_is_shown_by_initials_and_three_digits_only(name: str, number: str, shown: str) -> None:
    assert discreet(name, number) == shown


def test_no_name_leaves_the_page_that_saved() -> None:
    told: list[tuple[str, str, str]] = []
    happenings = Happenings()
    happenings.registered.connect(lambda code, due, whose: told.append((code, due, whose)))
    happenings.tell_registered("261123-1001", "08:15 23/11/2026", "Nguyễn Thị Huệ", "093085001234")
    assert told == [("261123-1001", "08:15 23/11/2026", "N.T.H. …234")]


def call(number: str, seconds_ago: int, counter: str = "Quầy 1") -> CallShown:
    at = NOW - timedelta(seconds=seconds_ago)
    return CallShown(number=number, spoken=number, counter=counter, called_at=at)


def taken(board: CallBoard, *calls: CallShown, now: datetime = NOW) -> list[str]:
    lines = (LineShown(letter="A", field="Hộ tịch", count=2),)
    return [each.number for each in board.take(Board(calls=calls, lines=lines, now=now))]


def test_a_call_is_news_once_and_again_when_it_is_called_again() -> None:
    board = CallBoard()
    assert taken(board, call("A001", 3)) == ["A001"]
    assert taken(board, call("A001", 3)) == []
    assert taken(board, call("A001", 1)) == ["A001"]


def test_two_calls_of_one_second_are_both_news_the_older_first() -> None:
    assert taken(CallBoard(), call("B001", 1, "Quầy 2"), call("A001", 2)) == ["A001", "B001"]


def test_opening_the_display_in_the_middle_of_the_day_calls_nobody_again() -> None:
    board = CallBoard()
    assert taken(board, call("A005", 90), call("A004", 300)) == []
    assert board.newest == call("A005", 90)
    assert [each.number for each in board.before] == ["A004"]


def test_the_last_five_stay_after_they_were_served_and_the_newest_stands_apart() -> None:
    board = CallBoard()
    for number in range(1, 9):
        taken(board, call(f"A00{number}", 100 - number))
    assert board.newest is not None
    assert board.newest.number == "A008"
    assert [each.number for each in board.before] == ["A007", "A006", "A005", "A004", "A003"]
    taken(board)
    assert board.newest is None
    assert [each.number for each in board.before] == ["A008", "A007", "A006", "A005", "A004"]


def test_yesterdays_calls_are_forgotten() -> None:
    board = CallBoard()
    taken(board, call("A001", 5))
    taken(board, now=NOW + timedelta(days=1))
    assert board.before == ()


def test_no_flash_comes_more_than_three_times_a_second() -> None:
    assert 1000 / (2 * FLASH_MS) < 3


@pytest.mark.parametrize(
    ("names", "wanted", "last", "name"),
    [
        (("a",), "", False, ""),
        (("a", "b"), "", False, "b"),
        (("a", "b", "c"), "", True, "c"),
        (("a", "b", "c"), "b", True, "b"),
        (("a", "b"), "gone", False, "b"),
        (("a", "b"), "a", False, "b"),
    ],
)
def test_the_officers_own_screen_is_never_filled(names: tuple[str, ...], wanted: str, last: bool, name: str) -> None:
    assert chosen(names, officers="a", wanted=wanted, last=last) == name


def test_the_windows_say_answers_and_reasons_as_the_papers_do() -> None:
    assert LEVELS == LEVEL_WORDS
    assert REASONS == REASON_WORDS
