"""What a figure opens is told in names and words, and only to who may look."""

from datetime import date, time
from typing import Any

import pytest

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier, about_person
from desk_app.kernel.errors import InvalidInput, NotAllowed
from desk_app.reports.drill import Drill, text_of
from desk_app.reports.figure import figures_of
from desk_app.reports.opening import open_figure
from desk_app.reports.tables.counting import Opened
from desk_app.shifts import attendance
from tests.desks import RehearsalDesk
from tests.dossiers.living import received
from tests.reports.asking import IN_2020, asked
from tests.shifts.rota import act, entered, issued, on, seats

NOVEMBER = ("2026-11-01", "2026-11-30")


def opened(desk: RehearsalDesk, source: str, of: str = "all", days: tuple[str, str] = NOVEMBER) -> tuple[Opened, ...]:
    """Return the rows of a measure as the leader opens them."""
    first, last = map(date.fromisoformat, days)
    opens = text_of(Drill(source=source, first_on=first, last_on=last, of=of))
    return open_figure(desk.reports, opens, by=desk.accounts_by_role["leader"]).rows


def looked(desk: RehearsalDesk, about: str, how: Any, reason: str = "") -> None:
    officer, id_ = desk.accounts_by_role["officer"], desk.journal.new_id()
    look_up_logged(desk.accounts, by=officer, about=about, how=how, reason=reason, command_id=id_)


def test_a_figure_of_the_access_log_opens_who_looked_at_what_and_when(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    looked(desk, about_dossier(dossier), "card")
    looked(desk, about_person("093085001234"), "search")
    looked(desk, "list", "list", "Hồ sơ quá hạn: 12")
    officer = desk.accounts.present_book().get(desk.accounts_by_role["officer"]).name
    code = opened(desk, "received")[0].code
    card, search, listed = opened(desk, "access", "looked")
    assert (card.code, card.name, card.about, card.dossier) == ("Thẻ hồ sơ", officer, code, dossier)
    assert (search.code, search.about, search.dossier) == ("Tìm kiếm", "số định danh ***234", "")
    assert (listed.code, listed.about) == ("Danh sách", "Hồ sơ quá hạn: 12")
    assert card.at.startswith("2026-11-23T")


def test_a_password_that_was_set_says_whose(desk: RehearsalDesk) -> None:
    names = {account.name for account in desk.accounts.present_book().accounts}
    rows = opened(desk, "access", "secrets")
    assert {row.code for row in rows} == {"Đặt mật khẩu, PIN"}
    assert {row.about for row in rows} <= names


def test_the_access_log_opens_to_nobody_without_the_right(desk: RehearsalDesk) -> None:
    report = asked(desk, "access", NOVEMBER)
    opens = next(figure.opens for *_place, figure in figures_of(report) if figure.value)
    assert open_figure(desk.reports, opens, by=desk.accounts_by_role["keeper"]).number
    with pytest.raises(NotAllowed):
        open_figure(desk.reports, opens, by=desk.accounts_by_role["officer"])


def test_ratings_open_for_nobody(nga_bay: RehearsalDesk) -> None:
    figures = [figure for *_place, figure in figures_of(asked(nga_bay, "ratings", IN_2020))]
    assert any(figure.value for figure in figures)
    assert not any(figure.opens for figure in figures)
    with pytest.raises(InvalidInput):
        open_figure(nga_bay.reports, "ratings?from=2020-01-01&to=2020-12-31&is=good", by=nga_bay.admin)


def test_seats_name_who_came(desk: RehearsalDesk) -> None:
    entered(desk)
    seat = seats(issued(desk))[0]
    desk.time.put(on(4, 12))
    act(desk, attendance.note_attendance, seat=seat.seat, attended="late", from_time=time(8), to_time=time(11, 30))
    (row,) = opened(desk, "seats", "late", ("2026-12-01", "2026-12-31"))
    assert (row.code, row.name, row.about) == ("đến muộn", seat.member_name or seat.organisation_name, row.about)
    assert seat.organisation_name in (row.name, row.about)


@pytest.mark.parametrize("source", ["written", "guidance", "sessions", "outreach"])
def test_no_row_shows_a_code_of_the_program(nga_bay: RehearsalDesk, source: str) -> None:
    rows = opened(nga_bay, source, days=("2019-01-01", "2021-12-31"))
    assert rows
    codes = {
        "written",
        "advised",
        "portal",
        "hotline",
        "zalo",
        "email",
        "counter",
        "planned",
        "closed",
        "post",
        "views",
    }
    assert not codes & {row.code for row in rows}
