"""The report on duties: who came, for how long, and whom to commend, as the room of shifts has it."""

from datetime import date, time

from desk_app.reports.opening import open_figure
from desk_app.shifts import attendance
from desk_app.shifts.figures import figures
from tests.desks import RehearsalDesk
from tests.reports.asking import asked, column, said
from tests.shifts.rota import act, entered, issued, on, seats

DECEMBER = ("2026-12-01", "2026-12-31")


def first_friday(desk: RehearsalDesk) -> tuple[str, str]:
    """Issue December; one came in full, the other stayed away. Return the organisations of both."""
    entered(desk)
    found = seats(issued(desk))
    desk.time.put(on(4, 12))
    act(desk, attendance.note_attendance, seat=found[0].seat, attended="came")
    act(desk, attendance.note_attendance, seat=found[1].seat, attended="no_show")
    late = {"from_time": time(8, 0), "to_time": time(11, 0)}
    desk.time.put(on(11, 12))
    act(desk, attendance.note_attendance, seat=found[2].seat, attended="late", **late)
    return found[0].organisation_name, found[1].organisation_name


def test_duties_say_what_the_room_of_shifts_says(desk: RehearsalDesk) -> None:
    came, away = first_friday(desk)
    report = asked(desk, "shifts", DECEMBER)
    own = figures(desk.shifts, first_on=date(2026, 12, 1), last_on=date(2026, 12, 31))
    total = {
        key: column(report, "organisation", key).get("Tổng cộng", 0)
        for key in ("shifts", "seats", "filled", "came", "late")
    }
    assert total == {
        "shifts": own.shifts,
        "seats": own.seats,
        "filled": own.filled,
        "came": own.came,
        "late": own.late,
    }
    assert column(report, "organisation", "minutes")["Tổng cộng"] == own.minutes * 10 == 4_200
    assert column(report, "organisation", "no_show")[away] == 1
    assert column(report, "organisation", "came")[came] >= 1
    assert said(report, "organisation", "Tổng cộng", "minutes") == "420,0 phút"


def test_the_commendation_list_names_who_came_and_leaves_out_who_stayed_away(desk: RehearsalDesk) -> None:
    came, away = first_friday(desk)
    listed = [row.label for row in asked(desk, "shifts", DECEMBER).table("commended").rows]
    assert came in listed
    assert away not in listed


def test_a_figure_of_duties_opens_the_seats_it_counts(desk: RehearsalDesk) -> None:
    first_friday(desk)
    report = asked(desk, "shifts", DECEMBER)
    total = report.table("week").total
    assert total is not None
    opened = open_figure(desk.reports, total.cells[3].opens, by=desk.accounts_by_role["leader"])
    assert (opened.number, len(opened.rows)) == (2, 2)


def test_a_month_without_a_roster_counts_nothing(desk: RehearsalDesk) -> None:
    report = asked(desk, "shifts", ("2026-11-01", "2026-11-30"))
    assert report.table("organisation").rows == ()
    assert report.table("commended").rows == ()
