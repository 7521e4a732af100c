"""The record of a session adds up, whatever happened there; the figures of a period count it once."""

from datetime import date, timedelta

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.register import register
from desk_app.fees.commands import Payment, pay
from desk_app.mobile_sessions import following, planning, running
from desk_app.mobile_sessions.figures import figures
from desk_app.mobile_sessions.reading import places
from desk_app.mobile_sessions.reconciliation import reconciled
from desk_app.mobile_sessions.today import today
from tests.desks import RehearsalDesk, form
from tests.mobile_sessions.outing import (
    COPY,
    FRIDAY,
    MARRIAGE,
    a_desk,
    a_line,
    a_session,
    act,
    exchanged,
    named,
    pass_minutes,
    received,
)

PERIOD = {"first_on": date(2026, 11, 1), "last_on": date(2026, 11, 30)}


def a_morning(desk: RehearsalDesk) -> tuple[str, str]:
    """Live a morning: three asked, two of them came and one besides; three dossiers. Return it and the one who is left."""
    session = a_session(desk)
    helped, left = a_line(desk), a_line(desk, named("Lê Thị Cúc"))
    a_line(desk, named("Phạm Văn Dũng"))
    act(desk, following.invite, session=session)
    walk_in = a_line(desk, named("Ân Văn Ba"), area="Khu vực 4")
    desk.time.put(FRIDAY)
    act(desk, running.open_session, session=session)
    for line in (helped, left, walk_in):
        act(desk, following.record_came, session=session, line=line)
        pass_minutes(desk, 1)
    first, second = received(desk, helped), received(desk, walk_in)
    pass_minutes(desk, 1)
    copy = received(desk, procedure=COPY)
    for dossier in (first, copy):
        issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    pay(desk.fees, by=desk.admin, dossier=copy, payment=Payment(amount=8_000), command_id=desk.journal.new_id())
    assert first != second
    return session, left


def test_a_session_adds_up(desk: RehearsalDesk) -> None:
    session, _left = a_morning(desk)
    pass_minutes(desk, 10)
    act(desk, running.close_session, session=session, cash=8_000)
    found = reconciled(desk.mobile_sessions, session)
    people, dossiers = found.people, found.dossiers
    assert (people.invited, people.came, people.walk_ins, people.absent) == (3, 3, 1, 1)
    assert (people.helped, people.left) == (2, 1)
    assert (dossiers.received, dossiers.from_list, dossiers.on_the_spot, dossiers.to_settle) == (3, 2, 2, 1)
    assert (dossiers.receipts, dossiers.printed) == (3, 0)
    assert (found.money.payments, found.money.cash, found.money.counted) == (1, 8_000, 8_000)
    [numbers] = found.numbers
    assert (numbers.first, numbers.last, numbers.used, numbers.gaps) == ("261127-1001", "261127-1003", 3, ())
    assert found.adds_up


def test_money_that_is_missing_is_shown_as_a_sum_that_does_not_come_out(desk: RehearsalDesk) -> None:
    session, _left = a_morning(desk)
    act(desk, running.close_session, session=session, cash=5_000)
    found = reconciled(desk.mobile_sessions, session)
    assert not found.adds_up
    assert [each.words for each in found.checks if not each.holds] == ["Tiền mặt thu = tiền đếm được (đồng)"]


def test_what_was_received_before_or_after_or_at_the_counter_is_not_the_sessions(desk: RehearsalDesk) -> None:
    session, line = a_session(desk), a_line(desk)
    desk.time.put(FRIDAY - timedelta(minutes=30))
    received(desk)
    desk.time.put(FRIDAY)
    act(desk, running.open_session, session=session)
    pass_minutes(desk, 5)
    register(desk.dossiers, by=desk.admin, form=form(), command_id=desk.journal.new_id())
    act(desk, running.close_session, session=session)
    pass_minutes(desk, 5)
    received(desk, line)
    assert reconciled(desk.mobile_sessions, session).dossiers.received == 0


def test_a_number_used_at_the_counter_in_between_is_no_gap(desk: RehearsalDesk) -> None:
    session = a_session(desk)
    desk.time.put(FRIDAY)
    act(desk, running.open_session, session=session)
    received(desk)
    register(desk.dossiers, by=desk.admin, form=form(), command_id=desk.journal.new_id())
    received(desk)
    [numbers] = reconciled(desk.mobile_sessions, session).numbers
    assert (numbers.used, numbers.gaps, numbers.last) == (2, (), "261127-1003")


def test_two_desks_at_one_session_are_one_record_of_both() -> None:
    with a_desk() as one, a_desk(2) as two:
        session = a_session(one)
        line = a_line(one)
        exchanged(one, two)
        for desk in (one, two):
            desk.time.put(FRIDAY)
            act(desk, running.open_session, session=session)
            pass_minutes(desk, 2)
            received(desk, line if desk is two else "")
            pass_minutes(desk, 60)
            act(desk, running.close_session, session=session, cash=0)
        act(two, following.record_came, session=session, line=line)
        exchanged(one, two)
        for desk in (one, two):
            found = reconciled(desk.mobile_sessions, session)
            assert [each.first for each in found.numbers] in (
                ["261127-1001", "261127-2001"],
                ["261127-2001", "261127-1001"],
            )
            assert (found.dossiers.received, found.people.helped, found.adds_up) == (2, 1, True)
            counted = figures(desk.mobile_sessions, **PERIOD)
            assert (counted.held, counted.dossiers, len(counted.desks)) == (1, 2, 2)


def test_the_figures_of_a_period_count_sessions_people_and_dossiers(desk: RehearsalDesk) -> None:
    session, _left = a_morning(desk)
    act(desk, running.close_session, session=session)
    [place] = places(desk.mobile_sessions)
    off = a_session(desk, place.id, at=FRIDAY + timedelta(days=1))
    act(desk, planning.cancel_session, session=off, reason="weather")
    found = figures(desk.mobile_sessions, **PERIOD)
    assert (found.planned, found.held, found.cancelled) == (2, 1, 1)
    assert (found.invited, found.came, found.dossiers, found.on_the_spot) == (3, 3, 3, 2)
    assert (found.found, found.left) == (4, 2)
    assert [(each.name, each.sessions, each.came, each.dossiers) for each in found.places] == [
        ("Nhà văn hóa khu vực 3", 1, 3, 3)
    ]
    assert [(each.procedure, each.dossiers) for each in found.procedures] == [(MARRIAGE, 2), (COPY, 1)]
    assert [(each.name, each.sessions, each.dossiers) for each in found.desks] == [(desk.journal.desk_id, 1, 3)]
    later = figures(desk.mobile_sessions, first_on=date(2026, 12, 1), last_on=date(2026, 12, 31))
    assert (later.planned, later.dossiers, later.places) == (0, 0, ())


def test_the_day_says_which_session_comes_next(desk: RehearsalDesk) -> None:
    assert today(desk.mobile_sessions) is None
    session = a_session(desk, kit=("Máy tính", "Con dấu"))
    a_line(desk)
    act(desk, following.invite, session=session)
    coming = today(desk.mobile_sessions)
    assert coming is not None
    assert (coming.session.id, coming.is_today, coming.invited, coming.kit_left) == (session, False, 1, 2)
    desk.time.put(FRIDAY)
    act(desk, running.tick_kit, session=session, items=("Máy tính",), way="out")
    now = today(desk.mobile_sessions)
    assert now is not None
    assert (now.is_today, now.kit_left) == (True, 1)
    pass_minutes(desk, 240)
    assert today(desk.mobile_sessions) is None
