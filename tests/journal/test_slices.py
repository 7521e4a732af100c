"""Chains as bundles need them, and merges that are only rehearsed."""

import pytest

from desk_app.journal import tables
from desk_app.journal.chain import START
from desk_app.journal.merge import Fork
from desk_app.journal.slices import digest_at, list_heads, rows_from, snapshot
from desk_app.kernel.errors import BundleRejected
from tests.journal.desks import Office, TestDesk
from tests.journal.notebook import Struck


def filled(office: Office) -> TestDesk:
    """Return a desk that holds three chains: its own of two epochs, and another desk's."""
    one, two = office.desk("a"), office.desk("b")
    for number in range(3):
        one.write("n1", f"một {number}")
    two.write("n2", "hai")
    one.journal.merge(two.entries())
    again = office.clone(one, epoch=2)
    again.write("n1", "ba")
    return again


def test_every_chain_s_end_is_listed_and_no_entry_is_read_for_it(office: Office) -> None:
    desk = filled(office)
    ends = {(each.desk, each.epoch): each for each in desk.entries()}
    assert [(*head[:2], head.seq, head.digest) for head in list_heads(desk.db)] == [
        (*chain, ends[chain].seq, ends[chain].digest) for chain in sorted(ends)
    ]
    assert list_heads(office.desk("z").db) == ()


def test_a_run_of_a_chain_comes_in_order_without_what_follows_from_it(office: Office) -> None:
    desk = filled(office)
    rows = [row for some in rows_from(desk.db, "a", 1, 2, 3) for row in some]
    assert rows == [entry[:10] for entry in desk.entries() if entry[:2] == ("a", 1) and entry.seq in (2, 3)]
    assert list(rows_from(desk.db, "a", 1, 9, 12)) == []


def test_the_digest_before_the_first_entry_is_the_start_of_every_chain(office: Office) -> None:
    desk = filled(office)
    assert digest_at(desk.db, "a", 1, 0) == digest_at(desk.db, "nobody", 7, 0) == START
    assert digest_at(desk.db, "a", 1, 2) == desk.entries()[1].digest
    assert digest_at(desk.db, "a", 1, 4) is None


def test_within_a_snapshot_nothing_changes_and_outside_it_does(desk: TestDesk) -> None:
    desk.write("n1", "một")
    with snapshot(desk.db):
        before = list_heads(desk.db)
        with snapshot(desk.db):
            desk.write("n1", "hai")
            assert list_heads(desk.db) == before
        assert list_heads(desk.db) == before
    assert list_heads(desk.db)[0].seq == 2


def test_a_rehearsed_merge_tells_what_a_merge_does_and_leaves_no_trace(office: Office) -> None:
    one, two = office.desk("a"), office.desk("b")
    one.write("n1", "một")
    two.journal.merge(one.entries())
    one.advance(minutes=1)
    one.add("n1", Struck())
    two.advance(minutes=2)
    two.write("n1", "hai")
    before = one.everything()
    rehearsed = one.journal.rehearse(two.entries())
    assert one.everything() == before
    merged = one.journal.merge(two.entries())
    assert rehearsed == merged
    assert (merged.taken, merged.known, merged.findings) == (1, 1, 1)
    assert tables.count_findings(one.db) == 1
    assert one.journal.rehearse(two.entries()).findings == 0


def test_a_rehearsed_merge_refuses_what_a_merge_refuses_without_an_alarm(office: Office) -> None:
    one = office.desk("a")
    clone = office.clone(one)
    one.write("n1", "thật")
    forked = clone.write("n1", "sao")
    with pytest.raises(Fork):
        one.journal.rehearse([forked])
    with pytest.raises(BundleRejected):
        one.journal.rehearse([one.entries()[0]._replace(actor="ai đó")])
    assert tables.list_alarms(one.db) == ()


def test_entries_of_two_chains_that_wait_are_each_let_in_when_their_turn_comes(office: Office) -> None:
    one, two, hub = office.desk("a"), office.desk("b"), office.desk("z")
    mine = [one.write("n1", str(number)) for number in range(4)]
    theirs = [two.write("n2", str(number)) for number in range(4)]
    assert hub.journal.merge([mine[2], mine[3], theirs[3], theirs[1]]).parked == 4
    merged = hub.journal.merge([theirs[0], mine[1], mine[0]])
    assert merged.taken == 6
    assert merged.gaps == (("b", 1, 3, 3),)
    assert hub.journal.merge([theirs[2]]).gaps == ()
    assert len(hub.entries()) == 8
