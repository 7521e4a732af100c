from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal import tables
from desk_app.journal.clock import wall_time
from desk_app.journal.entry import Entry
from tests.journal.desks import MORNING, Office, TestDesk
from tests.journal.notebook import ColourSet, Glanced, Struck, Written, expected_notes

BUSY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SUBJECTS = ("n1", "n2", "n3")


def a_busy_day(office: Office) -> tuple[TestDesk, tuple[Entry, ...]]:
    """Return a desk that holds its own entries and those of another one, and these entries."""
    one, two = office.desk("a"), office.desk("b")
    for turn in range(4):
        for desk in (one, two):
            desk.advance(seconds=turn)
            words = Written(words=f"{desk.name} {turn}", on_day=date(2026, 11, 1 + turn))
            desk.add(SUBJECTS[turn % 3], words, Glanced())
            desk.add("red", ColourSet(code=f"#{desk.name}{turn}"))
        two.add(SUBJECTS[turn % 3], Struck())
        one.journal.merge(two.entries())
    return one, one.entries()


@BUSY
@given(data=st.data())
def test_any_partition_order_and_repetition_leads_to_the_origin_s_tables(office: Office, data: st.DataObject) -> None:
    origin, entries = a_busy_day(office)
    shuffled = data.draw(st.permutations([*entries, *data.draw(st.lists(st.sampled_from(entries), max_size=20))]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(shuffled)), max_size=6)))
    other = office.desk("z")
    taken = known = 0
    for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True):
        merged = other.journal.merge(shuffled[start:end])
        taken, known = taken + merged.taken, known + merged.known
    assert other.tables() == origin.tables()
    assert other.entries() == origin.entries()
    assert merged.gaps == ()
    assert (taken, known) == (len(entries), len(shuffled) - len(entries))
    assert dict(other.db.execute("SELECT id, words FROM notes").fetchall()) == expected_notes(entries)
    assert other.journal.refold() == ()
    assert other.journal.verify().breaks == ()


def test_what_a_merge_did_is_told_in_numbers(office: Office) -> None:
    _, entries = a_busy_day(office)
    own = [entry for entry in entries if entry.desk == "b"]
    other = office.desk("z")
    merged = other.journal.merge([own[4], own[0], own[1], own[0]])
    assert (merged.taken, merged.known, merged.parked) == (2, 1, 1)
    assert merged.gaps == (("b", 1, 3, 4),)
    assert merged.changed == {"notes", "glances"}
    merged = other.journal.merge(own[2:4])
    assert (merged.taken, merged.known, merged.parked, merged.gaps) == (3, 0, 0, ())
    assert "colours" in merged.changed
    assert other.journal.merge([]).taken == 0


def test_every_gap_is_named_exactly_also_between_parked_entries(office: Office) -> None:
    two = office.desk("b")
    entries = [two.write("n1", str(number)) for number in range(12)]
    other = office.desk("z")
    merged = other.journal.merge([entries[number - 1] for number in (1, 4, 5, 8, 12)])
    assert (merged.taken, merged.parked) == (1, 4)
    assert merged.gaps == (("b", 1, 2, 3), ("b", 1, 6, 7), ("b", 1, 9, 11))
    assert other.journal.merge([entries[6 - 1]]).gaps == (("b", 1, 2, 3), ("b", 1, 7, 7), ("b", 1, 9, 11))
    assert other.journal.merge(entries[1:3]).gaps == (("b", 1, 7, 7), ("b", 1, 9, 11))
    assert len(other.entries()) == 6
    assert other.journal.merge(entries).gaps == ()
    assert other.tables() == two.tables()


def test_a_parked_entry_changes_no_table_and_its_repetition_is_known(office: Office) -> None:
    two = office.desk("b")
    entries = [two.write("n1", str(number)) for number in range(3)]
    other = office.desk("z")
    assert other.journal.merge([entries[2]]).parked == 1
    assert other.tables() == office.desk("z").tables()
    again = other.journal.merge([entries[2]])
    assert (again.parked, again.known, again.gaps) == (0, 1, (("b", 1, 1, 2),))


def test_own_entries_that_come_back_are_known(office: Office) -> None:
    one, two = office.desk("a"), office.desk("b")
    one.write("n1", "một")
    two.journal.merge(one.entries())
    two.write("n1", "hai")
    merged = one.journal.merge(two.entries())
    assert (merged.taken, merged.known) == (1, 1)
    assert one.tables() == two.tables()
    assert one.write("n1", "ba").seq == 2


def test_entries_lost_with_a_disk_come_back_and_the_desk_writes_on_behind_them(office: Office) -> None:
    one, other = office.desk("a"), office.desk("z")
    one.write("n1", "một")
    older = office.clone(one)
    one.write("n1", "hai")
    one.write("n1", "ba")
    other.journal.merge(one.entries())
    assert older.journal.merge(other.entries()).taken == 2
    assert older.write("n1", "bốn").seq == 4
    assert older.journal.verify().breaks == ()
    assert other.journal.merge(older.entries()).taken == 1


def test_a_new_epoch_begins_a_chain_of_its_own(office: Office) -> None:
    one = office.desk("a")
    one.write("n1", "một")
    again = office.clone(one, epoch=2)
    assert again.write("n1", "hai").name == "a/2/1"
    other = office.desk("z")
    assert other.journal.merge(again.entries()).taken == 2
    assert other.tables() == again.tables()


def test_an_adopted_clock_makes_later_entries_later(office: Office) -> None:
    ahead, behind = office.desk("b"), office.desk("a")
    ahead.advance(hours=23)
    seen = ahead.write("n1", "đi trước")
    behind.journal.merge(ahead.entries())
    answer = behind.write("n1", "trả lời")
    assert answer.clock == seen.clock + 1
    assert behind.db.execute("SELECT words FROM notes").fetchone()[0] == "trả lời"
    assert tables.list_alarms(behind.db) == ()


def test_a_clock_400_days_ahead_raises_one_alarm_and_is_not_adopted(office: Office) -> None:
    ahead, other = office.desk("b"), office.desk("a")
    ahead.advance(days=400)
    for words in ("một", "hai"):
        ahead.write("n1", words)
        assert other.journal.merge(ahead.entries()).taken == 1
    ((at, kind, named, words),) = tables.list_alarms(other.db)
    assert (at, kind, named) == (int(MORNING.timestamp() * 1000), "clock", "b")
    assert "24 giờ" in words
    assert tables.adopted_clock(other.db) == 0
    assert wall_time(other.write("n1", "ba").clock) == MORNING
    assert other.tables()["notes"][0][1] == "hai"


@pytest.mark.parametrize(("ahead", "alarms"), [(timedelta(hours=24), 0), (timedelta(hours=24, milliseconds=1), 1)])
def test_twenty_four_hours_ahead_is_still_adopted(office: Office, ahead: timedelta, alarms: int) -> None:
    fast, other = office.desk("b"), office.desk("a")
    fast.put_clock(MORNING + ahead)
    other.journal.merge([fast.write("n1", "một")])
    assert len(tables.list_alarms(other.db)) == alarms
    assert (tables.adopted_clock(other.db) == 0) == bool(alarms)


def test_desks_share_a_finding_when_one_wrote_what_another_had_struck(office: Office) -> None:
    one, two = office.desk("a"), office.desk("b")
    one.write("n1", "một")
    two.journal.merge(one.entries())
    one.advance(minutes=1)
    one.add("n1", Struck())
    two.advance(minutes=2)
    late = two.write("n1", "hai")
    assert tables.list_findings(two.db) == ()
    one.journal.merge(two.entries())
    two.journal.merge(one.entries())
    for desk in (one, two):
        assert tables.list_findings(desk.db) == (("n1", "struck", late.name, "a/1/2", "đã gạch"),)
