"""Bundles on their way into another desk's journal."""

from pathlib import Path

import pytest

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.journal import tables as journal_tables
from desk_app.journal.slices import list_heads
from desk_app.kernel.errors import Cancelled, NotAllowed, NotFound, Refused
from desk_app.sync import export as exporting
from desk_app.sync import importing, taking
from desk_app.sync.export import export_from
from desk_app.sync.trust import list_trusted
from tests.desks import RehearsalDesk
from tests.sync.carrying import SyncOffice, answer, enrol, everything, send, state, take, work


def test_a_bundle_brings_the_hub_to_the_very_same_tables(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk, "Đặng Thị Mẫu", "Nguyễn Văn Thử")
    made = send(desk, stick)
    taken = take(hub, made.file)
    assert (taken.entries, taken.taken, taken.known, taken.ahead) == (made.entries, made.entries, 0, 0)
    assert taken.new_dossiers == 2
    assert taken.by_kind == made.cover.kinds
    assert (taken.new_findings, taken.gaps) == (0, ())
    names = {row[0] for row in hub.journal.reading().execute("SELECT name FROM dossiers").fetchall()}
    assert names == {"Đặng Thị Mẫu", "Nguyễn Văn Thử"}
    assert hub.journal.refold() == ()
    assert hub.journal.verify().breaks == ()


def test_a_dry_run_says_the_same_and_changes_nothing(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk)
    made = send(desk, stick)
    before = (everything(hub), state(hub), journal_tables.list_alarms(hub.journal.reading()))
    seen = take(hub, made.file, dry_run=True)
    assert (everything(hub), state(hub), journal_tables.list_alarms(hub.journal.reading())) == before
    done = take(hub, made.file)
    assert seen.dry_run
    assert (seen.taken, seen.by_kind, seen.new_dossiers, seen.new_findings, seen.chains) == (
        done.taken,
        done.by_kind,
        done.new_dossiers,
        done.new_findings,
        done.chains,
    )


def test_the_same_bundle_again_does_no_harm(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk)
    made = send(desk, stick)
    take(hub, made.file)
    before = everything(hub), state(hub)
    again = take(hub, made.file)
    assert (again.taken, again.known) == (0, made.entries)
    assert (everything(hub), state(hub)) == before


def test_what_is_not_acknowledged_goes_again_and_what_is_stays_at_home(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    work(desk)
    lost = send(desk, stick)
    work(desk)
    second = send(desk, stick)
    assert second.entries > lost.entries
    assert second.cover.slices[0].first == 1
    assert second.cover.before == lost.bundle
    assert take(hub, second.file).taken == second.entries
    assert answer(hub, desk, stick).waiting == 0
    with pytest.raises(Refused) as caught:
        send(desk, stick)
    assert caught.value.code == "sync.nothing_new"
    work(desk)
    third = send(desk, stick)
    assert third.cover.slices[0].first == second.cover.slices[0].last + 1
    assert take(hub, third.file).taken == third.entries
    assert send(desk, stick, whole=True).cover.slices[0].first == 1


def test_a_bundle_ahead_of_its_turn_waits_and_the_gap_is_named_exactly(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    own = desk.journal.desk_id
    work(desk)
    first = send(desk, stick)
    work(desk)
    trusted = list_trusted(desk.sync)
    last = first.cover.slices[0].last
    second = export_from(desk.sync, by=desk.admin, folder=stick, starts={(own, 1): last}, to=trusted)
    ahead = take(hub, second.file)
    assert (ahead.taken, ahead.ahead) == (0, second.entries)
    assert ahead.gaps == ((own, 1, 1, last),)
    assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 0
    closed = take(hub, first.file)
    assert closed.gaps == ()
    assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 2
    assert state(hub) == state(hub)
    assert take(hub, second.file).known == second.entries


def test_entries_of_a_third_desk_travel_through_with_their_own_seals(
    office: SyncOffice, hub: RehearsalDesk, desk: RehearsalDesk, stick: Path
) -> None:
    other = office.desk(2)
    enrol(other, desk, stick, role="desk")
    work(other, "Người Ở Quầy Hai")
    take(desk, send(other, stick, to=desk.journal.desk_id).file)
    work(desk, "Người Ở Quầy Một")
    through = send(desk, stick)
    assert {each.desk for each in through.cover.slices} == {desk.journal.desk_id, other.journal.desk_id}
    taken = take(hub, through.file)
    assert {each.desk for each in taken.chains} == {desk.journal.desk_id, other.journal.desk_id}
    there = {each.desk: each.digest for each in list_heads(hub.journal.reading())}
    here = {each.desk: each.digest for each in list_heads(other.journal.reading())}
    assert there[other.journal.desk_id] == here[other.journal.desk_id]
    assert hub.journal.verify().breaks == ()


def handed_over_twice(office: SyncOffice, hub: RehearsalDesk, desk: RehearsalDesk) -> RehearsalDesk:
    """Let two desks hand over one result, of which the hub knows only the first; return the second desk."""
    other, stick = office.desk(2), office.stick
    enrol(other, hub, stick)
    enrol(other, desk, stick, role="desk")
    (dossier,) = work(desk)
    new_id = desk.journal.new_id
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=new_id())
    take(other, send(desk, stick, to=other.journal.desk_id).file)
    for each in (desk, other):
        hand_over(each.dossiers, by=each.admin, dossier=dossier, command_id=new_id())
    take(hub, send(desk, stick).file)
    return other


def test_two_desks_that_handed_over_the_same_result_show_as_a_finding_before_it_is_taken(
    office: SyncOffice, hub: RehearsalDesk, desk: RehearsalDesk, stick: Path
) -> None:
    other = handed_over_twice(office, hub, desk)
    second = send(other, stick, to=hub.journal.desk_id)
    assert take(hub, second.file, dry_run=True).new_findings == 1
    assert take(hub, second.file).new_findings == 1
    told = answer(hub, other, stick).findings
    found = journal_tables.list_findings(hub.journal.reading())
    assert [each.entry for each in told] == [row[2] for row in found if row[2].startswith(other.journal.desk_id)]


def test_a_dry_run_of_a_large_bundle_counts_what_it_would_contradict_while_the_counter_goes_on_writing(
    office: SyncOffice, hub: RehearsalDesk, desk: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "LARGEST_STEP", 20)
    monkeypatch.setattr(taking, "_WATCHED_EVERY", 1)
    other = handed_over_twice(office, hub, desk)
    work(other, *["Nguyễn Văn Mẫu"] * 20)
    second = send(other, stick, to=hub.journal.desk_id)
    before, registered = everything(other), []

    def write_meanwhile(done: int, _total: int) -> None:
        if done == second.entries + 30:
            registered.extend(work(hub, "Người Đến Lúc Xem Trước"))

    seen = importing.import_bundle(hub.sync, by=hub.admin, file=second.file, dry_run=True, watch=write_meanwhile)
    assert len(registered) == 1
    assert (seen.new_findings, seen.taken) == (1, take(hub, second.file, dry_run=True).taken)
    assert not any(each.name.startswith(".") for each in hub.home.folder.iterdir()), "the copy is removed"
    assert everything(other) == before
    done = take(hub, second.file)
    assert (done.new_findings, done.taken, done.gaps) == (seen.new_findings, seen.taken, seen.gaps)


def test_a_dry_run_can_be_stopped_and_leaves_nothing(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "LARGEST_STEP", 40)
    monkeypatch.setattr(taking, "_WATCHED_EVERY", 1)
    work(desk, *["Nguyễn Văn Mẫu"] * 40)
    made, before = send(desk, stick), everything(hub)

    for moment in (10, made.entries, made.entries + 60):

        def stop(done: int, _total: int, moment: int = moment) -> None:
            if done == moment:
                raise Cancelled("test", "dừng")

        with pytest.raises(Cancelled):
            importing.import_bundle(hub.sync, by=hub.admin, file=made.file, dry_run=True, watch=stop)
        assert not any(each.name.startswith(".") for each in hub.home.folder.iterdir())
    assert everything(hub) == before


def test_a_large_bundle_is_taken_in_steps_and_an_interrupted_one_goes_on(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "LARGEST_STEP", 40)
    monkeypatch.setattr(taking, "_WATCHED_EVERY", 1)
    work(desk, *["Nguyễn Văn Mẫu"] * 40)
    made = send(desk, stick)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == made.entries + 100:
            raise Cancelled("test", "dừng")

    with pytest.raises(Cancelled):
        importing.import_bundle(hub.sync, by=hub.admin, file=made.file, watch=stop)
    assert seen[-1][1] == 2 * made.entries
    own = desk.journal.desk_id
    reached = {each.desk: each.seq for each in list_heads(hub.journal.reading())}[own]
    assert 0 < reached < made.entries
    assert reached % 40 == 0
    rest = take(hub, made.file)
    assert (rest.taken, rest.known) == (made.entries - reached, reached)
    assert hub.journal.refold() == ()
    assert take(hub, made.file, dry_run=True).new_findings == 0


def test_progress_of_an_export_counts_writing_and_reading_back(desk: RehearsalDesk, stick: Path) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 250)
    seen: list[tuple[int, int]] = []
    made = send(desk, stick, watch=lambda done, total: seen.append((done, total)))
    assert {total for _, total in seen} == {2 * made.entries}
    steps = [done for done, _ in seen]
    assert steps == sorted(steps)
    assert steps[0] == 500
    assert made.entries in steps
    assert steps[-1] == 2 * made.entries


def test_an_export_that_is_cancelled_leaves_no_file(desk: RehearsalDesk, stick: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled("test", "dừng")

    before = sorted(stick.iterdir())
    with pytest.raises(Cancelled):
        send(desk, stick, watch=stop)
    assert sorted(stick.iterdir()) == before


def test_without_a_hub_a_bundle_is_a_backup_for_the_desk_itself(office: SyncOffice, stick: Path) -> None:
    alone = office.desk(3)
    work(alone)
    made = send(alone, stick)
    assert made.cover.to == ()
    assert take(alone, made.file).known == made.entries


def test_only_those_who_may_exchange(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    made = send(desk, stick)
    volunteer = hub.accounts_by_role["volunteer"]
    with pytest.raises(NotAllowed):
        importing.import_bundle(hub.sync, by=volunteer, file=made.file)
    with pytest.raises(NotAllowed):
        exporting.export(hub.sync, by=volunteer, folder=stick)


def test_a_receiver_is_named_by_the_beginning_of_its_id(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    assert send(desk, stick, to=hub.journal.desk_id).cover.to == (hub.journal.desk_id,)
    with pytest.raises(NotFound):
        send(desk, stick, to="khong-co")
