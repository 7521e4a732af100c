"""Slogans: the office's own for as long as it wants, else those of the program."""

from datetime import date

import pytest

from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.office.commands import put_setting
from desk_app.signage.commands import NewSlogan, end_slogan, put_slogan, slogan_named
from desk_app.signage.slogans import shipped_slogans, shown_on
from tests.desks import RehearsalDesk, rehearsal_desk

TODAY, LATER, LAST = date(2026, 11, 23), date(2026, 12, 1), date(2026, 12, 31)


def put(desk: RehearsalDesk, text: str, first: date = TODAY, last: date | None = None) -> str:
    officer = desk.accounts_by_role["officer"]
    slogan = NewSlogan(text=text, valid_from=first, valid_until=last)
    return put_slogan(desk.signage, by=officer, slogan=slogan, command_id=desk.journal.new_id()).subject


def ended(desk: RehearsalDesk, id_: str, last_on: date) -> None:
    officer = desk.accounts_by_role["officer"]
    end_slogan(desk.signage, by=officer, slogan=id_, last_on=last_on, command_id=desk.journal.new_id())


def test_the_founding_reports_slogans_ship_with_the_program(desk: RehearsalDesk) -> None:
    shown = shown_on(desk.signage, TODAY)
    assert shown == tuple(each.text for each in shipped_slogans().slogans)
    assert "Cải cách hành chính góp phần mang lại sự hài lòng của tổ chức, cá nhân" in shown


def test_the_offices_own_take_their_place_on_their_days_only(desk: RehearsalDesk) -> None:
    put(desk, "Câu của xã", LATER, LAST)
    assert "Câu của xã" not in shown_on(desk.signage, TODAY)
    assert shown_on(desk.signage, LATER) == shown_on(desk.signage, LAST) == ("Câu của xã",)
    assert "Câu của xã" not in shown_on(desk.signage, date(2027, 1, 1))


def test_lines_of_the_setting_are_shown_beside_dated_ones(desk: RehearsalDesk) -> None:
    put(desk, "Câu có ngày")
    put_setting(
        desk.office,
        by=desk.admin,
        key="slogans",
        value="Câu có ngày\nCâu mọi ngày",
        valid_from=TODAY,
        command_id=desk.journal.new_id(),
    )
    assert shown_on(desk.signage, TODAY) == ("Câu có ngày", "Câu mọi ngày")


def test_a_slogan_is_shown_up_to_its_last_day(desk: RehearsalDesk) -> None:
    id_ = put(desk, "Câu của xã")
    ended(desk, id_, LATER)
    assert shown_on(desk.signage, LATER) == ("Câu của xã",)
    assert "Câu của xã" not in shown_on(desk.signage, date(2026, 12, 2))
    with pytest.raises(Refused, match="chỉ chiếu đến hết"):
        ended(desk, id_, LAST)
    ended(desk, id_, TODAY)
    assert "Câu của xã" not in shown_on(desk.signage, LATER)


def test_the_same_sentence_does_not_stand_twice(desk: RehearsalDesk) -> None:
    put(desk, "Câu của xã")
    with pytest.raises(Refused, match="đang được chiếu"):
        put(desk, "  Câu của   xã ", LATER)


@pytest.mark.parametrize(
    ("text", "last", "field"), [("", None, "text"), ("x" * 161, None, "text"), ("Câu", date(2026, 1, 1), "valid_until")]
)
def test_what_is_wrong_names_its_field(desk: RehearsalDesk, text: str, last: date | None, field: str) -> None:
    with pytest.raises(InvalidInput) as found:
        put(desk, text, TODAY, last)
    assert found.value.field == field


def test_a_slogan_is_found_by_the_end_of_its_id(desk: RehearsalDesk) -> None:
    id_ = put(desk, "Câu của xã")
    assert slogan_named(desk.signage, id_[-6:]).id == id_
    for text in ("", "khongcogi"):
        with pytest.raises(NotFound):
            slogan_named(desk.signage, text)
    with pytest.raises(NotFound):
        ended(desk, "nothing", TODAY)


def test_two_desks_that_end_a_slogan_agree_on_the_earlier_day(
    desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    id_ = put(desk, "Câu của xã")
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        second.journal.merge(list(every_entry(desk.journal.reading())))
        ended(desk, id_, LAST)
        ended(second, id_, LATER)
        for one, other in ((desk, second), (second, desk)):
            one.journal.merge(list(every_entry(other.journal.reading())))
        for each in (desk, second):
            assert slogan_named(each.signage, id_[-6:]).valid_until == LATER
            assert each.journal.refold() == ()
