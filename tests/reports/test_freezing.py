"""A frozen report keeps its figures; made again later it says of each figure that changed which dossiers made it."""

from datetime import timedelta

import pytest

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import Cancelled, Conflict, NotAllowed, NotFound
from desk_app.reports.comparing import Comparison, compare
from desk_app.reports.freezing import digest_of, freeze, get_frozen, list_frozen
from tests.desks import RehearsalDesk
from tests.dossiers.living import at, received
from tests.reports.asking import asked, scope_of
from tests.reports.units import UnitJournal, day, merged

NOVEMBER = ("2026-11-01", "2026-11-30")


def frozen(desk: RehearsalDesk, definition: str = "06", note: str = "") -> str:
    """Freeze the report of November and return the copy's id."""
    return kept(desk, definition, note).subject.removeprefix("report:")


def kept(desk: RehearsalDesk, definition: str, note: str = "", digest: str = "") -> Written:
    return freeze(
        desk.reports,
        by=desk.accounts_by_role["leader"],
        definition=definition,
        scope=scope_of(NOVEMBER),
        note=note,
        digest=digest,
        command_id=desk.journal.new_id(),
    )


def compared(desk: RehearsalDesk, id_: str) -> Comparison:
    return compare(desk.reports, by=desk.accounts_by_role["leader"], id_=id_)


def settled(desk: RehearsalDesk, dossier: str, when: str) -> None:
    """Issue and hand over the result of a dossier."""
    desk.time.put(at(when))
    for command in (issue_result, hand_over):
        command(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())


def test_a_frozen_copy_keeps_its_figures_and_its_digest(desk: RehearsalDesk) -> None:
    received(desk)
    id_ = frozen(desk, note="gửi Phòng Nội vụ")
    whole = get_frozen(desk.reports, by=desk.accounts_by_role["officer"], id_=id_)
    assert whole.report == asked(desk, "06", NOVEMBER)
    assert whole.is_intact
    assert whole.seen.digest == digest_of(whole.report)
    assert whole.seen.note == "gửi Phòng Nội vụ"
    assert [each.id for each in list_frozen(desk.reports, by=desk.admin)] == [id_]
    assert desk.journal.refold() == ()


def test_a_copy_is_found_by_the_end_of_its_id_and_by_its_digest(desk: RehearsalDesk) -> None:
    id_ = frozen(desk)
    whole = get_frozen(desk.reports, by=desk.admin, id_=id_)
    for name in (id_[-6:], whole.seen.digest[:12], whole.seen.digest.upper()):
        assert get_frozen(desk.reports, by=desk.admin, id_=name).seen.id == id_
    for name in ("", "zzzzzz", id_[-3:]):
        with pytest.raises(NotFound):
            get_frozen(desk.reports, by=desk.admin, id_=name)


def test_nothing_new_means_the_same_figures(desk: RehearsalDesk) -> None:
    received(desk)
    found = compared(desk, frozen(desk))
    assert found.is_same
    assert found.changes == ()


def test_a_dossier_that_came_late_explains_every_figure_it_changed(desk: RehearsalDesk) -> None:
    received(desk)
    id_ = frozen(desk)
    late = UnitJournal("H30.09", "UBND xã Muộn", at=day("2026-11-01"))
    dossier = late.dossier(day("2026-11-03"), result_days=2)
    merged(desk, [late])
    found = compared(desk, id_)
    total = {change.column: change for change in found.changes if (change.table, change.row) == ("field", "total")}
    assert set(total) == {"all", "direct", "settled", "early"}
    assert [cause.subject for change in total.values() for cause in change.causes] == [dossier] * 4
    assert all(cause.came and cause.is_new for change in total.values() for cause in change.causes)
    assert (total["all"].then and total["all"].then.value, total["all"].now and total["all"].now.value) == (1, 2)


def test_a_dossier_that_went_on_leaves_one_figure_and_enters_another(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    id_ = frozen(desk)
    settled(desk, dossier, "2026-11-24T09:00")
    found = compared(desk, id_)
    total = {change.column: change for change in found.changes if (change.table, change.row) == ("unit", "total")}
    assert set(total) == {"settled", "early", "open", "open_in_time"}
    came = {name: [(each.subject, each.came, each.is_new) for each in change.causes] for name, change in total.items()}
    assert came["settled"] == came["early"] == [(dossier, True, False)]
    assert came["open"] == came["open_in_time"] == [(dossier, False, False)]


def test_a_withdrawal_typed_in_later_takes_the_dossier_out_and_says_so(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    id_ = frozen(desk)
    desk.time.put(at("2026-11-25T10:00"))
    withdraw(desk.dossiers, by=desk.admin, dossier=dossier, reason="thôi", command_id=desk.journal.new_id())
    found = compared(desk, id_)
    gone = next(
        change for change in found.changes if (change.table, change.row, change.column) == ("field", "total", "all")
    )
    assert [(each.subject, each.came) for each in gone.causes] == [(dossier, False)]
    apart = next(
        change for change in found.changes if (change.table, change.row, change.column) == ("ended", "total", "all")
    )
    assert [(each.subject, each.came) for each in apart.causes] == [(dossier, True)]


def test_time_alone_makes_a_dossier_late_and_no_entry_is_blamed(desk: RehearsalDesk) -> None:
    received(desk, when="2026-11-23T08:15")
    id_ = frozen(desk)
    desk.time.put(at("2026-11-29T10:00"))
    found = compared(desk, id_)
    late = [change for change in found.changes if change.column == "open_late" and change.row == "total"]
    assert late
    assert all(change.causes == () for change in late)


def test_a_result_brought_home_later_is_a_cause_by_its_dossier(desk: RehearsalDesk) -> None:
    id_ = frozen(desk, "models")
    unit = UnitJournal("H30.09", "UBND xã Muộn", at=day("2026-11-01"))
    dossier = unit.brought_home(day("2026-11-03"))
    case = unit.written_for(day("2026-11-05"))
    merged(desk, [unit])
    causes = {
        (change.table, change.column): change.causes for change in compared(desk, id_).changes if change.row == "total"
    }
    assert [cause.subject for cause in causes["at_home", "cards"]] == [dossier]
    assert [cause.subject for cause in causes["writing", "all"]] == [case]


def test_figures_that_changed_since_they_were_seen_are_not_frozen(desk: RehearsalDesk) -> None:
    seen = digest_of(asked(desk, "06", NOVEMBER))
    received(desk)
    with pytest.raises(Conflict):
        kept(desk, "06", digest=seen)
    assert list_frozen(desk.reports, by=desk.admin) == ()


def test_a_volunteer_freezes_nothing_and_sees_nothing(desk: RehearsalDesk) -> None:
    volunteer = desk.accounts_by_role["volunteer"]
    with pytest.raises(NotAllowed):
        freeze(desk.reports, by=volunteer, definition="06", scope=scope_of(NOVEMBER), command_id=desk.journal.new_id())
    with pytest.raises(NotAllowed):
        list_frozen(desk.reports, by=volunteer)


def test_freezing_can_be_stopped_and_leaves_nothing(desk: RehearsalDesk) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled("window.stopped", "Đã dừng.")

    with pytest.raises(Cancelled):
        freeze(
            desk.reports,
            by=desk.admin,
            definition="06",
            scope=scope_of(NOVEMBER),
            command_id=desk.journal.new_id(),
            watch=stop,
        )
    assert list_frozen(desk.reports, by=desk.admin) == ()


def test_the_same_command_twice_freezes_once(desk: RehearsalDesk) -> None:
    command_id = desk.journal.new_id()
    for _again in range(2):
        freeze(desk.reports, by=desk.admin, definition="06", scope=scope_of(NOVEMBER), command_id=command_id)
        desk.time.advance(timedelta(minutes=1))
    assert len(list_frozen(desk.reports, by=desk.admin)) == 1


def test_a_copy_frozen_at_one_desk_is_read_at_another(desk: RehearsalDesk) -> None:
    id_ = frozen(desk)
    before = list_frozen(desk.reports, by=desk.admin)
    desk.journal.refold()
    assert list_frozen(desk.reports, by=desk.admin) == before
    assert get_frozen(desk.reports, by=desk.admin, id_=id_).is_intact
