"""The figures of a morning."""

from datetime import timedelta

from desk_app.dossiers.life.apology import approve_apology
from desk_app.dossiers.listing.figures import COUNTED, Figures, figures_of
from desk_app.dossiers.listing.pages import asker_of
from tests.desks import RehearsalDesk
from tests.dossiers.lists import LINKED, MONDAY, names, receive, settle


def figures(desk: RehearsalDesk) -> Figures:
    return figures_of(desk.dossiers, asker_of(desk.dossiers, desk.accounts_by_role["officer"]))


def test_a_new_desk_has_nothing_and_says_that_it_is_new(desk: RehearsalDesk) -> None:
    assert figures(desk).is_new
    assert set(figures(desk).counts.values()) == {0}
    receive(desk, "Người Đầu")
    assert not figures(desk).is_new


def test_every_figure_is_as_long_as_its_list(desk: RehearsalDesk) -> None:
    for number in range(8):
        made = receive(desk, f"Người {number}", ("1.001193", "1.004194", LINKED)[number % 3])
        if number % 3 == 0:
            settle(desk, made)
    for days in (0, 1, 2, 4, 14):
        desk.time.put(MONDAY + timedelta(days=days, hours=4))
        found = figures(desk).counts
        assert {name: len(names(desk, f"view:{name}")) for name in COUNTED} == found


def test_what_was_received_today_is_told_apart_from_what_i_received(desk: RehearsalDesk) -> None:
    receive(desk, "Của Tôi")
    receive(desk, "Của Người Khác", role="admin")
    assert (figures(desk).received_today, figures(desk).received_by_me) == (2, 1)
    desk.time.advance(timedelta(days=1))
    assert (figures(desk).received_today, figures(desk).received_by_me) == (0, 0)


def test_the_agency_that_is_late_is_named_with_the_worked_half_days_since(desk: RehearsalDesk) -> None:
    receive(desk, "Người Kẹt")
    desk.time.put(MONDAY.replace(hour=17) + timedelta(days=2))
    # Tuesday the 24th is a holiday.
    (stuck,) = figures(desk).stuck
    assert stuck.agency == "UBND cấp xã (Tư pháp – Hộ tịch)"
    assert (stuck.dossiers, stuck.half_days) == (1, 2)


def test_a_date_about_to_be_missed_asks_for_an_apology_until_one_was_approved(desk: RehearsalDesk) -> None:
    made = receive(desk, "Người Sắp Lỡ", "1.004194")
    assert figures(desk).counts["apology"] == 0, "what came today is not late"
    desk.time.put(MONDAY.replace(hour=8) + timedelta(days=3))
    assert names(desk, "view:apology") == ["Người Sắp Lỡ"]
    command_id = desk.journal.new_id()
    approve_apology(
        desk.dossiers,
        by=desk.accounts_by_role["leader"],
        dossier=made,
        reason="Thiếu xác minh",
        due_at=MONDAY + timedelta(days=7),
        command_id=command_id,
    )
    assert names(desk, "view:apology") == []
