"""Three desks that write, lose, repeat and reorder what they hand each other, and agree in the end."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desk_app.journal import tables
from desk_app.journal.entry import Entry
from desk_app.journal.fact import Fact
from desk_app.kernel.errors import BundleRejected
from tests.journal.desks import Office
from tests.journal.notebook import ColourSet, Glanced, Struck, Written, expected_notes

MANY = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.data_too_large]
)

NAMES = st.sampled_from("abc")
SUBJECTS = st.sampled_from(["n1", "n2", "n3"])
FACTS = st.one_of(
    st.builds(
        Written, words=st.sampled_from(["một", "hai", "Đặng"]), on_day=st.dates(date(2026, 1, 1), date(2027, 1, 1))
    ),
    st.builds(Struck),
    st.builds(Glanced),
    st.builds(ColourSet, code=st.sampled_from(["#f00", "#0f0"])),
)

Chain = tuple[str, int]


class ThreeDesks(RuleBasedStateMachine):
    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.desks = {name: office.desk(name) for name in "abc"}
        # What each desk was ever given or wrote: the oracle of its gaps.
        self.seen: dict[str, dict[Chain, set[int]]] = {name: defaultdict(set) for name in "abc"}

    @rule(name=NAMES, subject=SUBJECTS, facts=st.lists(FACTS, min_size=1, max_size=3))
    def write(self, name: str, subject: str, facts: list[Fact]) -> None:
        written = self.desks[name].add(subject, *facts)
        assert not written.repeated
        self.remember(name, written.entries)

    @rule(name=NAMES, hours=st.integers(-72, 72), ms=st.integers(0, 3))
    def move_the_clock(self, name: str, hours: int, ms: int) -> None:
        self.desks[name].advance(hours=hours, milliseconds=ms)

    @rule(name=NAMES)
    def set_a_wrong_year(self, name: str) -> None:
        self.desks[name].advance(days=400)

    @rule(name=NAMES)
    def restart(self, name: str) -> None:
        self.reopen(name, self.desks[name].journal.seat.epoch)

    @rule(name=NAMES)
    def begin_a_new_epoch(self, name: str) -> None:
        self.reopen(name, self.desks[name].journal.seat.epoch + 1)

    @rule(giver=NAMES, taker=NAMES, start=st.integers(0, 60), length=st.integers(1, 15))
    def carry_a_slice(self, giver: str, taker: str, start: int, length: int) -> None:
        entries = self.desks[giver].entries()
        self.merge(taker, entries[start % (len(entries) + 1) :][:length])

    @rule(giver=NAMES, taker=NAMES, data=st.data())
    def carry_some_lost_repeated_and_reordered(self, giver: str, taker: str, data: st.DataObject) -> None:
        entries = self.desks[giver].entries()
        if entries:
            self.merge(taker, data.draw(st.lists(st.sampled_from(entries), max_size=20)))

    @rule(giver=NAMES, taker=NAMES)
    def carry_everything(self, giver: str, taker: str) -> None:
        self.merge(taker, self.desks[giver].entries()[::-1])

    @precondition(lambda self: any(desk.entries() for desk in self.desks.values()))
    @rule(taker=NAMES, data=st.data())
    def hand_in_a_forgery_among_good_entries(self, taker: str, data: st.DataObject) -> None:
        good = [entry for desk in self.desks.values() for entry in desk.entries()]
        chosen = data.draw(st.sampled_from(good))
        forged = chosen._replace(actor="ai đó")
        before = self.desks[taker].everything()
        with pytest.raises(BundleRejected):
            self.desks[taker].journal.merge([*good[:5], forged])
        assert self.desks[taker].everything() == before

    @precondition(lambda self: any(desk.entries() for desk in self.desks.values()))
    @rule(name=NAMES, data=st.data())
    def press_save_twice(self, name: str, data: st.DataObject) -> None:
        own = [entry for entry in self.desks[name].entries() if entry.desk == name]
        if own:
            command = data.draw(st.sampled_from(own)).command_id
            written = self.desks[name].add("n1", Glanced(), command_id=command)
            assert written.repeated
            assert written.entries == tuple(entry for entry in own if entry.command_id == command)

    @invariant()
    def gaps_are_exact(self) -> None:
        for name, desk in self.desks.items():
            expected = [
                (*chain, first, last)
                for chain, seqs in sorted(self.seen[name].items())
                for first, last in missing_runs(seqs)
            ]
            assert list(tables.list_gaps(desk.db)) == expected

    @invariant()
    def notes_are_what_a_second_opinion_says(self) -> None:
        for desk in self.desks.values():
            assert dict(desk.db.execute("SELECT id, words FROM notes").fetchall()) == expected_notes(desk.entries())

    @invariant()
    def own_clocks_never_go_back(self) -> None:
        for name, desk in self.desks.items():
            clocks: dict[int, list[int]] = defaultdict(list)
            for entry in desk.entries():
                if entry.desk == name:
                    clocks[entry.epoch].append(entry.clock)
            assert all(each == sorted(set(each)) for each in clocks.values())

    def teardown(self) -> None:
        """Let everybody meet everybody; then all agree, with each other and with a hub that was told once."""
        for _ in range(2):
            for taker in self.desks.values():
                for giver in self.desks.values():
                    taker.journal.merge(giver.entries())
        hub = self.office.desk("hub")
        hub.journal.merge(self.desks["a"].entries())
        for desk in self.desks.values():
            assert desk.entries() == hub.entries()
            assert desk.tables() == hub.tables()
            assert tables.list_gaps(desk.db) == ()
            assert tables.content(desk.db, "parked_entries") == []
            assert desk.journal.refold() == ()
            assert desk.journal.verify().breaks == ()
            assert [alarm for alarm in tables.list_alarms(desk.db) if alarm[1] != "clock"] == []
        self.office.close()

    def merge(self, taker: str, entries: "list[Entry] | tuple[Entry, ...]") -> None:
        merged = self.desks[taker].journal.merge(entries)
        fresh = {entry.name for entry in entries if entry.seq not in self.seen[taker][entry.desk, entry.epoch]}
        assert merged.known == len(entries) - len(fresh)
        self.remember(taker, entries)

    def remember(self, name: str, entries: "list[Entry] | tuple[Entry, ...]") -> None:
        for entry in entries:
            self.seen[name][entry.desk, entry.epoch].add(entry.seq)

    def reopen(self, name: str, epoch: int) -> None:
        desk = self.desks[name]
        desk.close()
        self.desks[name] = self.office.reopen(desk, epoch=epoch)


def missing_runs(seqs: set[int]) -> list[tuple[int, int]]:
    """Return the runs of numbers that are missing below the greatest one."""
    runs: list[tuple[int, int]] = []
    for number in range(1, max(seqs, default=0)):
        if number not in seqs:
            if runs and runs[-1][1] == number - 1:
                runs[-1] = runs[-1][0], number
            else:
                runs.append((number, number))
    return runs


def test_three_desks_agree_whatever_was_lost_repeated_or_reordered_on_the_way(office: Office) -> None:
    class ThreeDesksHere(ThreeDesks):
        def __init__(self) -> None:
            super().__init__(office)

    run_state_machine_as_test(ThreeDesksHere, settings=MANY)


def test_missing_runs_counts_as_people_do() -> None:
    assert missing_runs({1, 4, 5, 8}) == [(2, 3), (6, 7)]
    assert missing_runs({3}) == [(1, 2)]
    assert missing_runs({1, 2}) == missing_runs(set()) == []
