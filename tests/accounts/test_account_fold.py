from datetime import date, datetime
from itertools import permutations

from desk_app.accounts.facts import AccountAdded, AccountChanged, AccountEnded, account_subject
from desk_app.accounts.rules import Account, Role
from desk_app.accounts.tables.people import AccountFold
from desk_app.journal.clock import ticked
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.kernel.records import canonical, from_json
from desk_app.kernel.time_source import VIETNAM

ADDED = AccountAdded(login="lan", name="Trần Thị Lan", roles=(Role.OFFICER,))


def history(*facts: tuple[int, Fact]) -> list[Recorded]:
    return [_recorded(hour, seq, fact) for seq, (hour, fact) in enumerate(facts, 1)]


def folded(*facts: tuple[int, Fact]) -> Account | None:
    return AccountFold().fold(history(*facts))


def test_a_field_left_out_of_a_change_stays_as_another_desk_set_it() -> None:
    account = folded((8, ADDED), (9, AccountChanged(name="Trần Lan")), (10, AccountChanged(roles=(Role.LEADER,))))
    assert account is not None
    assert (account.name, account.roles, account.login) == ("Trần Lan", (Role.LEADER,), "lan")


def test_a_last_day_can_be_set_and_taken_away_again() -> None:
    december = AccountChanged(valid_until=date(2026, 12, 31))
    limited = folded((8, ADDED), (9, december))
    freed = folded((8, ADDED), (9, december), (10, AccountChanged(valid_until=None)))
    assert limited is not None
    assert freed is not None
    assert limited.valid_until == date(2026, 12, 31)
    assert freed.valid_until is None


def test_an_end_is_for_good_and_the_first_one_counts() -> None:
    account = folded(
        (8, ADDED),
        (9, AccountEnded(reason="Chuyển công tác")),
        (10, AccountChanged(name="Trần Lan")),
        (11, AccountEnded(reason="Nghỉ hưu")),
    )
    assert account is not None
    assert (account.ended_on, account.ended_reason) == (date(2026, 11, 23), "Chuyển công tác")


def test_a_change_that_arrives_before_the_account_leaves_no_account_yet() -> None:
    assert folded((9, AccountChanged(name="Trần Lan"))) is None


def test_a_change_written_by_a_slow_clock_still_counts() -> None:
    account = folded((7, AccountChanged(title="Công chức")), (8, ADDED))
    assert account is not None
    assert account.title == "Công chức"


def test_changes_of_different_fields_lead_to_the_same_account_in_any_order() -> None:
    changes = [AccountChanged(name="Trần Lan"), AccountChanged(title="Công chức"), AccountEnded(reason="Nghỉ hưu")]
    results = {canonical(folded((8, ADDED), *((9, each) for each in order))) for order in permutations(changes)}
    assert len(results) == 1


def test_a_change_keeps_what_it_leaves_out_apart_from_an_empty_last_day_on_the_wire() -> None:
    for change in (AccountChanged(valid_until=None), AccountChanged(login="lan"), AccountChanged()):
        assert from_json(canonical(change), AccountChanged) == change
    assert canonical(AccountChanged(valid_until=None)) == b'{"valid_until":null}'


def _recorded(hour: int, seq: int, fact: Fact) -> Recorded:
    return Recorded(
        Entry(
            desk="d1",
            epoch=1,
            seq=seq,
            command_id="c",
            clock=ticked(0, datetime(2026, 11, 23, hour, tzinfo=VIETNAM)),
            actor="a0",
            subject=account_subject("a1"),
            kind=fact.KIND,
            version=fact.VERSION,
            body=canonical(fact),
            previous=b"",
            digest=b"",
        ),
        fact,
    )
