from collections.abc import Callable
from datetime import date

import pytest

from desk_app.journal import tables
from desk_app.journal.chain import sealed
from desk_app.journal.entry import Entry
from desk_app.journal.merge import LARGEST_STEP, Fork
from desk_app.kernel.errors import BundleRejected, DeskError, Refused
from tests.journal.desks import Office, TestDesk
from tests.journal.notebook import Written

# A fork that involves a parked entry forgets what is parked of that chain: nobody can tell which of the two is true.
PARKED = frozenset({"alarms", "parked_entries"})


@pytest.fixture
def sender(office: Office) -> TestDesk:
    """Give a desk ``b`` that has written five notes."""
    desk = office.desk("b")
    for number in range(5):
        desk.write("n1", f"trang {number}")
    return desk


@pytest.fixture
def receiver(office: Office, sender: TestDesk) -> TestDesk:
    """Give a desk ``a`` that has an entry of its own, the first two of ``b``, and the fifth parked."""
    desk = office.desk("a")
    desk.write("n1", "của mình")
    entries = sender.entries()
    desk.journal.merge([*entries[:2], entries[4]])
    return desk


def refused(receiver: TestDesk, *entries: Entry, leaving: frozenset[str] = frozenset({"alarms"})) -> DeskError:
    """Return the refusal, having checked that it changed nothing but what ``leaving`` names."""
    before = receiver.everything()
    with pytest.raises((BundleRejected, Refused)) as caught:
        receiver.journal.merge(entries)
    after = receiver.everything()
    assert {name for name in after if after[name] != before[name]} <= leaving
    assert receiver.journal.verify().breaks == ()
    return caught.value


@pytest.mark.parametrize(
    "forge",
    [
        lambda entry: entry._replace(actor="ai đó"),
        lambda entry: entry._replace(subject="n2"),
        lambda entry: entry._replace(clock=entry.clock + 1),
        lambda entry: entry._replace(body=entry.body.replace(b"trang", b"trong")),
        lambda entry: entry._replace(body=b"{"),
        lambda entry: entry._replace(kind="note.struck", body=b"{}"),
        lambda entry: entry._replace(command_id="x"),
        lambda entry: entry._replace(previous=b"x" * 32),
        lambda entry: entry._replace(digest=bytes(32)),
        lambda entry: entry._replace(desk="a"),
        lambda entry: entry._replace(epoch=2),
        lambda entry: entry._replace(seq=entry.seq + 1),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 3, 4])
def test_a_forged_entry_is_refused_without_a_trace_together_with_its_good_neighbours(
    receiver: TestDesk, sender: TestDesk, forge: Callable[[Entry], Entry], place: int
) -> None:
    entries = list(sender.entries())
    entries[place] = forge(entries[place])
    error = refused(receiver, *entries)
    assert error.code == "journal.broken"
    assert tables.list_alarms(receiver.db) == ()


def test_a_first_entry_that_hangs_on_nothing_is_refused(receiver: TestDesk, office: Office) -> None:
    stray = sealed(office.desk("c").write("n1", "một")._replace(previous=b"x" * 32))
    assert refused(receiver, stray).code == "journal.broken"


@pytest.mark.parametrize("seq", [0, -1])
def test_an_entry_before_the_first_is_refused(receiver: TestDesk, sender: TestDesk, seq: int) -> None:
    assert refused(receiver, sealed(sender.entries()[0]._replace(seq=seq))).exit_code == BundleRejected.exit_code


def test_two_entries_of_one_name_raise_an_alarm_and_nothing_is_taken(receiver: TestDesk, sender: TestDesk) -> None:
    entries = list(sender.entries())
    entries[1] = sealed(entries[1]._replace(actor="bản sao"))
    error = refused(receiver, *entries)
    assert isinstance(error, Fork)
    assert error.code == "journal.fork"
    ((_, kind, named, words),) = tables.list_alarms(receiver.db)
    assert (kind, named) == ("fork", "b")
    assert "b" in words
    assert "2" in words


def test_a_fork_met_twice_raises_one_alarm(receiver: TestDesk, sender: TestDesk) -> None:
    other = sealed(sender.entries()[0]._replace(actor="bản sao"))
    refused(receiver, other)
    refused(receiver, other)
    assert len(tables.list_alarms(receiver.db)) == 1


def test_a_cloned_desk_that_writes_on_is_seen_as_a_fork(receiver: TestDesk, sender: TestDesk, office: Office) -> None:
    clone = office.clone(sender)
    sender.write("n2", "máy thật")
    clone.write("n2", "máy sao")
    receiver.journal.merge(sender.entries())
    assert isinstance(refused(receiver, *clone.entries()), Fork)
    assert isinstance(refused(sender, *clone.entries()), Fork)
    assert isinstance(refused(clone, *sender.entries()), Fork)


def test_an_entry_that_hangs_on_another_head_is_a_fork(receiver: TestDesk, sender: TestDesk) -> None:
    third = sealed(sender.entries()[2]._replace(previous=b"x" * 32))
    assert isinstance(refused(receiver, third), Fork)


def test_a_parked_entry_and_another_of_its_name_are_a_fork(receiver: TestDesk, sender: TestDesk) -> None:
    fifth = sealed(sender.entries()[4]._replace(actor="bản sao"))
    assert isinstance(refused(receiver, fifth, leaving=PARKED), Fork)


def test_a_parked_entry_that_does_not_hang_on_what_closes_its_gap_is_a_fork(
    receiver: TestDesk, sender: TestDesk
) -> None:
    third, fourth = sender.entries()[2:4]
    another = sealed(fourth._replace(actor="bản sao"))
    assert isinstance(refused(receiver, third, another, leaving=PARKED), Fork)
    assert receiver.journal.merge(sender.entries()).taken == 3


def test_a_parked_fork_does_not_stop_the_true_chain_for_ever(receiver: TestDesk, sender: TestDesk) -> None:
    entries = sender.entries()
    stranger = sealed(entries[3]._replace(previous=b"x" * 32))
    receiver.journal.merge([stranger])
    assert isinstance(refused(receiver, *entries[:3], leaving=PARKED), Fork)
    assert receiver.journal.merge(entries).taken == 3


def test_an_entry_of_its_own_that_a_desk_does_not_hold_raises_an_alarm(receiver: TestDesk, office: Office) -> None:
    own = receiver.entries()[0]
    office.desk("c").journal.merge([own])
    lost = sealed(own._replace(seq=2, previous=own.digest, digest=b"", command_id="x"))
    assert receiver.journal.merge([lost]).taken == 1
    assert [kind for _, kind, _, _ in tables.list_alarms(receiver.db)] == ["restored"]


@pytest.mark.parametrize(
    ("kind", "version", "body"),
    [("note.sung", 1, b"{}"), ("note.written", 3, b"{}"), ("note.struck", 2, b"{}")],
)
def test_facts_of_a_newer_program_are_refused_with_the_way_out(
    receiver: TestDesk, sender: TestDesk, kind: str, version: int, body: bytes
) -> None:
    newer = sealed(sender.entries()[2]._replace(kind=kind, version=version, body=body))
    error = refused(receiver, newer)
    assert error.code == "journal.newer"
    assert "cập nhật" in error.hint


@pytest.mark.parametrize(
    ("version", "body"),
    [
        (2, b"{"),
        (2, b"{}"),
        (2, b'{"on_day":"2026-11-23","words":7}'),
        (2, b'{"on_day":"2026-11-23","words":"a","more":1}'),
        (2, b"\xff"),
        (1, b"[]"),
        (1, b'{"words":"a"}'),
        (0, b"{}"),
        (-1, b"{}"),
    ],
)
def test_a_well_sealed_body_that_is_not_its_fact_is_refused(
    receiver: TestDesk, sender: TestDesk, version: int, body: bytes
) -> None:
    third = sealed(sender.entries()[2]._replace(version=version, body=body))
    assert refused(receiver, third).code == "journal.broken"


def test_more_than_one_step_may_hold_is_refused_before_anything_is_read(receiver: TestDesk, sender: TestDesk) -> None:
    error = refused(receiver, *(sender.entries()[0] for _ in range(LARGEST_STEP + 1)))
    assert error.code == "journal.too_many"


def test_after_a_refusal_the_good_entries_are_taken(receiver: TestDesk, sender: TestDesk) -> None:
    entries = sender.entries()
    refused(receiver, *entries[:4], entries[4]._replace(actor="ai đó"))
    assert receiver.journal.merge(entries).taken == 3
    assert Written(words="trang 4", on_day=date(2026, 11, 23)) in [each.fact for each in receiver.journal.history("n1")]
