from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal import tables
from desk_app.journal.chain import START, breaks, digest_of, sealed
from desk_app.journal.entry import Entry
from desk_app.storage.engine import Database
from tests.journal.desks import Office, TestDesk
from tests.journal.notebook import ColourSet, Glanced, Struck, Written

ENTRIES = 6


@pytest.fixture(scope="module")
def broken_into(office: Office) -> TestDesk:
    """Give a desk of six entries whose file somebody with the key has opened, and from which the triggers are gone."""
    desk = office.desk("a")
    desk.add("n1", Written(words="Đặng Thị Ánh", on_day=date(2026, 11, 23)), Glanced(), command_id="c1")
    desk.advance(minutes=1)
    desk.add("red", ColourSet(code="#f00"), by="minh")
    desk.add("n1", Struck(reason="nhầm"), Glanced(), Written(words="Đặng Thị Anh", on_day=date(2026, 11, 24)))
    with desk.journal.store.writing() as db:
        for verb in ("update", "delete"):
            db.execute(f"DROP TRIGGER entries_no_{verb}")
    assert len(desk.entries()) == ENTRIES
    return desk


@pytest.fixture(autouse=True)
def _closes_its_desks() -> None:
    """Keep the desk of this module open between its tests; its folder goes with the run."""


def changed_by_one_bit(value: Any, place: int, bit: int) -> Any:
    """Return a number, a text or bytes with one bit turned; in a text, one letter becomes its neighbour."""
    if isinstance(value, int):
        return value ^ (1 << (place * 8 + bit) % 62)
    if isinstance(value, str):
        place %= len(value)
        return value[:place] + chr(ord(value[place]) ^ (1 << bit % 5)) + value[place + 1 :]
    spoilt = bytearray(value)
    spoilt[place % len(spoilt)] ^= 1 << bit
    return bytes(spoilt)


def put(db: Database, rowid: int, column: str, value: object) -> None:
    db.execute(f"UPDATE entries SET {column} = ? WHERE rowid = ?", (value, rowid))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    row=st.integers(1, ENTRIES),
    column=st.sampled_from(Entry._fields),
    place=st.integers(0, 200),
    bit=st.integers(0, 7),
)
def test_one_changed_bit_in_any_column_of_any_entry_breaks_the_chain_there(
    broken_into: TestDesk, row: int, column: str, place: int, bit: int
) -> None:
    store = broken_into.journal.store
    original = broken_into.entries()[row - 1]
    value = getattr(original, column)
    spoilt = original._replace(**{column: changed_by_one_bit(value, place, bit)})
    assert spoilt != original
    if column == "seq" and any(spoilt[:3] == entry[:3] for entry in broken_into.entries()):
        return
    with store.writing() as db:
        put(db, row, column, getattr(spoilt, column))
    try:
        found = broken_into.journal.verify()
    finally:
        with store.writing() as db:
            put(db, row, column, value)
    assert found.entries == ENTRIES
    assert spoilt[:3] in {(each.desk, each.epoch, each.seq) for each in found.breaks}


def test_an_untouched_journal_has_no_break(broken_into: TestDesk) -> None:
    verified = broken_into.journal.verify()
    assert verified.entries == ENTRIES
    assert verified.breaks == ()


def test_a_changed_entry_is_named_with_what_is_wrong_and_no_other_is_blamed(broken_into: TestDesk) -> None:
    store = broken_into.journal.store
    body = broken_into.entries()[2].body
    with store.writing() as db:
        put(db, 3, "body", body.replace(b"#f00", b"#0f0"))
    found = broken_into.journal.verify().breaks
    with store.writing() as db:
        put(db, 3, "body", body)
    assert [(each.desk, each.epoch, each.seq, each.what) for each in found] == [("a", 1, 3, "nội dung đã bị sửa")]


def test_an_entry_sealed_anew_is_betrayed_by_the_one_after_it(broken_into: TestDesk) -> None:
    entries = list(broken_into.entries())
    entries[2] = sealed(entries[2]._replace(actor="ai đó"))
    assert [(each.seq, each.what) for each in breaks(entries)] == [(4, "không nối với bút toán trước")]


def test_a_removed_entry_is_named_by_its_gap(broken_into: TestDesk) -> None:
    entries = broken_into.entries()
    assert [(each.seq, each.what) for each in breaks(entries[:2] + entries[4:])] == [(5, "thiếu bút toán 3 đến 4")]
    assert [(each.seq, each.what) for each in breaks(entries[1:])] == [(2, "thiếu bút toán 1 đến 1")]


def test_chains_of_desks_and_epochs_stand_side_by_side(office: Office) -> None:
    one, two, later = office.desk("a"), office.desk("b"), office.desk("b", epoch=2)
    for desk in (one, two, later):
        desk.write("n1", desk.name)
        desk.write("n2", desk.name)
    every = sorted(one.entries() + two.entries() + later.entries(), key=lambda entry: entry[:3])
    assert len(every) == 6
    assert list(breaks(every)) == []
    assert [(each.desk, each.epoch, each.seq) for each in breaks(every[:4] + every[5:])] == [("b", 2, 2)]


def test_the_digest_covers_every_field_but_itself(desk: TestDesk) -> None:
    entry = desk.write("n1", "một")
    assert entry.previous == START
    assert digest_of(entry) == entry.digest
    others = {
        name: digest_of(entry._replace(**{name: changed_by_one_bit(getattr(entry, name), 0, 0)}))
        for name in Entry._fields
    }
    assert [name for name, digest in others.items() if digest == entry.digest] == ["digest"]


def test_an_empty_journal_holds(office: Office) -> None:
    verified = office.desk("a").journal.verify()
    assert (verified.entries, verified.breaks) == (0, ())
    assert tables.count_entries(office.desk("a").db) == 0
