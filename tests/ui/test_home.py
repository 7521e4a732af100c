from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.listing.figures import COUNTED, Figures, Stuck
from desk_app.dossiers.register import register
from desk_app.kernel.time_source import VIETNAM
from desk_app.upkeep.back_up import back_up, choose_place
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.list.page import ListPage
from ui.home.figure import NoticeLine
from ui.home.page import HomePage
from ui.home.state import Notice, Papers, Safety, Tile, kept_of, stuck_of, tiles_of
from ui.printing.queue.page import QueuePage

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)


def figures(seat: Seat) -> dict[str, int]:
    seat.hands.press("F4")
    seat.settle()
    return {figure.tile.title: figure.tile.number for figure in seat.front(HomePage).figures if figure.tile is not None}


def receive(desk: RehearsalDesk, name: str, procedure: str = "1.001193") -> str:
    officer = desk.accounts_by_role["officer"]
    return register(desk.dossiers, by=officer, form=form(name, procedure), command_id=desk.journal.new_id()).subject


def settle(desk: RehearsalDesk, dossier: str) -> None:
    officer = desk.accounts_by_role["officer"]
    issue_result(desk.dossiers, by=officer, dossier=dossier, command_id=desk.journal.new_id())


def people(seat: Seat) -> list[str]:
    return [line.name for line in seat.front(ListPage).table.rows]


def test_the_morning_counts_what_is_late_due_stuck_and_waiting(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Trễ")
    desk.time.put(NOW)
    receive(desk, "Người Nay")
    settle(desk, receive(desk, "Người Chờ"))
    assert figures(seat) == {
        "Quá hạn": 1,
        "Hẹn trả hôm nay": 1,
        "Hẹn ngày làm việc tới": 0,
        "Đang kẹt ở một bước": 1,
        "Chờ đến nhận": 1,
        "Tiếp nhận hôm nay": 2,
        "Giấy chưa in xong": 3,
        "Đang chờ gọi số": 0,
    }
    assert [line.name for line in seat.front(HomePage).table.rows] == ["Người Trễ", "Người Nay"]


def test_what_is_due_on_the_next_working_day_is_counted_over_a_holiday(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Mai", "1.010041")
    assert figures(seat)["Hẹn ngày làm việc tới"] == 1


@pytest.mark.parametrize("by_key", [True, False])
def test_a_figure_opens_its_dossiers(seat: Seat, desk: RehearsalDesk, by_key: bool) -> None:
    receive(desk, "Người Trễ")
    desk.time.advance(timedelta(days=3))
    figures(seat)
    if by_key:
        seat.hands.press("Alt+1")
    else:
        seat.front(HomePage).figures[0].click()
    seat.settle()
    assert seat.front(ListPage).title == "Quá hạn"
    assert people(seat) == ["Người Trễ"]
    seat.hands.press("Return")
    seat.settle()
    seat.front(CardPage)
    seat.hands.press("Esc")
    seat.settle()
    assert people(seat) == ["Người Trễ"]


def test_every_figure_leads_somewhere_and_its_list_is_as_long_as_it_says(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Trễ")
    desk.time.put(NOW)
    settle(desk, receive(desk, "Người Chờ"))
    receive(desk, "Người Nay")
    figures(seat)
    tiles: list[Tile] = [each.tile for each in seat.front(HomePage).figures if each.tile is not None]
    assert len(tiles) == len(seat.front(HomePage).figures)
    for place, tile in enumerate(tiles, 1):
        seat.hands.press("F4")
        seat.settle()
        seat.hands.press(f"Alt+{place}")
        seat.settle()
        assert seat.workspace.place[0] == tile.page
        if tile.page == "list":
            assert len(people(seat)) == seat.front(ListPage).total == tile.number


def test_the_figure_of_papers_opens_the_print_queue(seat: Seat) -> None:
    figures(seat)
    seat.hands.press("Alt+7")
    seat.settle()
    seat.front(QueuePage)


def test_an_urgent_dossier_opens_from_the_list_with_enter(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Nay")
    figures(seat)
    seat.hands.press("Return")
    seat.settle()
    card = seat.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.registered.applicant.name == "Người Nay"


def test_the_agency_that_holds_dossiers_too_long_is_named_and_opens_them(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Kẹt")
    desk.time.put(NOW)
    figures(seat)
    page = seat.front(HomePage)
    assert page.stuck.isVisible()
    (line,) = page.stuck.findChildren(NoticeLine)
    assert line.accessibleName() == "UBND cấp xã (Tư pháp – Hộ tịch): 1 hồ sơ, mới quá hạn"
    line.click()
    seat.settle()
    assert people(seat) == ["Người Kẹt"]


def test_the_page_counts_again_each_minute_without_being_asked(seat: Seat, desk: RehearsalDesk) -> None:
    assert figures(seat)["Tiếp nhận hôm nay"] == 0
    receive(desk, "Người Mới")
    page = seat.front(HomePage)
    page.tick(desk.time.now())
    seat.settle()
    desk.time.advance(timedelta(minutes=1))
    page.tick(desk.time.now())
    seat.settle()
    assert page.figures[5].tile is not None
    assert (page.figures[5].tile.number, page.figures[5].tile.remark) == (1, "tôi nhận 1")


def test_a_new_office_is_told_what_to_do_first(seat: Seat, desk: RehearsalDesk) -> None:
    figures(seat)
    page = seat.front(HomePage)
    assert page.table.accessibleDescription() == "Chưa có hồ sơ nào. Bắt đầu bằng việc tiếp nhận hồ sơ đầu tiên."
    settle(desk, receive(desk, "Người Đầu"))
    figures(seat)
    assert page.table.accessibleDescription() == "Không có hồ sơ nào quá hạn hay hẹn trả hôm nay."


def test_the_last_copy_is_told_with_its_age_and_leads_to_where_copies_are_made(
    seat: Seat, desk: RehearsalDesk, tmp_path: Path
) -> None:
    figures(seat)
    page = seat.front(HomePage)
    assert "Chưa chọn nơi sao lưu" in page.kept.text
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    figures(seat)
    assert "Chưa có bản nào" in page.kept.text
    desk.time.put(NOW - timedelta(days=4))
    back_up(desk.upkeep, by=desk.admin, folder=stick)
    desk.time.put(NOW)
    figures(seat)
    assert "21/11/2026, 4 ngày trước" in page.kept.text


def counts(**some: int) -> Figures:
    return Figures(
        counts={**dict.fromkeys(COUNTED, 0), **some}, received_today=0, received_by_me=0, stuck=(), is_new=False
    )


def test_a_figure_of_nothing_is_calm() -> None:
    tiles = tiles_of(counts(), Papers(waiting=0, failed=0), 0)
    assert {tile.shape for tile in tiles} == {"tick"}
    assert len({tile.colour for tile in tiles}) == 1


def test_figures_of_something_differ_by_shape_and_word_not_by_colour_alone() -> None:
    tiles = tiles_of(counts(overdue=1, today=1, tomorrow=1, stuck=1, waiting=1), Papers(waiting=1, failed=0), 1)
    some = [tile for tile in tiles if tile.number]
    assert len({tile.shape for tile in some}) == len({tile.title for tile in some}) == 7


def test_papers_that_need_a_person_are_told_apart() -> None:
    papers = tiles_of(counts(), Papers(waiting=2, failed=1), None)[-1]
    assert (papers.number, papers.remark) == (3, "1 cần xem lại")


def test_how_long_something_is_stuck_is_said_in_days_and_halves() -> None:
    stuck = stuck_of([Stuck(agency="A & B", dossiers=1200, half_days=5)])[0]
    assert stuck.detail == "1.200 hồ sơ, lâu nhất quá 2,5 ngày"
    assert stuck.about == "due=stuck&unit=A %26 B&sort=due"


def test_data_that_were_not_put_elsewhere_are_warned_of() -> None:
    yesterday = NOW - timedelta(days=1)
    fresh, none = kept_of(Safety(backed_up_at=yesterday, acknowledged_at=None), NOW)
    old, late = kept_of(
        Safety(backed_up_at=yesterday, acknowledged_at=NOW - timedelta(days=7), is_backup_old=True), NOW
    )
    red, _late = kept_of(Safety(backed_up_at=yesterday, acknowledged_at=NOW, restores=False), NOW)
    assert [each.shape for each in (fresh, none, old, late, red)] == ["tick", "warning", "warning", "warning", "late"]
    assert {(each.page, each.about) for each in (fresh, old, red)} == {("settings", "backup")}
    assert "cắm thẻ nhớ" in old.whole


def test_lesser_reminders_are_folded_away_and_a_key_unfolds_them(seat: Seat) -> None:
    figures(seat)
    page = seat.front(HomePage)
    panel = page.reminders
    lines = tuple(
        Notice(words=f"Việc {place}", detail="", shape="clock", colour="#000000", page="list", whole=f"Trọn {place}")
        for place in range(9)
    )
    panel.put(lines)
    panel.show_at_most(4)
    shown = [line for line in panel.findChildren(NoticeLine) if line.isVisibleTo(panel)]
    assert [line.toolTip() for line in shown] == ["Trọn 0", "Trọn 1", "Trọn 2"]
    assert panel.fold_button.text() == "Còn 6 việc khác"
    seat.hands.press("Alt+9")
    assert len([line for line in panel.findChildren(NoticeLine) if line.isVisibleTo(panel)]) == 9
    seat.hands.press("Alt+9")
    panel.put(lines[:4])
    assert not panel.fold_button.isVisibleTo(panel)
