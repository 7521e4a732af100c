"""What two desks say differently: both sides are shown, and a person's word closes it everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.findings.commands import close
from desk_app.findings.reading import Seen, open_findings
from desk_app.findings.tables import count_open
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.fees.taking import COPY, officer_of, paid, received


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def seen(desk: RehearsalDesk) -> tuple[Seen, ...]:
    return open_findings(desk.findings, by=desk.accounts_by_role["leader"])


def closed(desk: RehearsalDesk, one: Seen, reason: str = "Đã hỏi hai quầy", by: str = "leader") -> None:
    close(
        desk.findings,
        by=desk.accounts_by_role[by],
        about=one.about,
        what=one.what,
        entry=one.entry,
        reason=reason,
        command_id=desk.journal.new_id(),
    )


@pytest.fixture
def paid_twice(desk: RehearsalDesk, second: RehearsalDesk) -> Seen:
    """One fee that two desks took."""
    dossier = received(desk, COPY)
    exchanged(desk, second)
    paid(desk, dossier)
    paid(second, dossier, 5_000, reason="hộ nghèo")
    exchanged(desk, second)
    (one,) = seen(desk)
    return one


def test_both_sides_say_who_wrote_what_and_where_they_differ(desk: RehearsalDesk, paid_twice: Seen) -> None:
    first, other = paid_twice.first, paid_twice.second
    assert first is not None
    assert other is not None
    assert {first.entry.split("/")[0], other.entry.split("/")[0]} == set(paid_twice_desks(first.entry, other.entry))
    assert {line for side in (first, other) for line in side.values} >= {"Số tiền: 8.000 đ", "Số tiền: 5.000 đ"}
    assert paid_twice.code.endswith("-1001")
    assert first.who == desk.accounts.present_book().get(officer_of(desk)).name or other.who


def paid_twice_desks(*entries: str) -> tuple[str, ...]:
    return tuple(entry.split("/")[0] for entry in entries)


def test_a_closed_finding_is_gone_at_the_other_desk_too(
    desk: RehearsalDesk, second: RehearsalDesk, paid_twice: Seen
) -> None:
    closed(desk, paid_twice)
    assert seen(desk) == ()
    assert count_open(second.journal.reading()) == 1
    exchanged(desk, second)
    assert count_open(second.journal.reading()) == 0
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]
    assert desk.journal.refold() == ()
    assert seen(desk) == ()


def test_a_dossiers_finding_is_closed_in_its_own_history(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    dossier = received(desk, COPY)
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    exchanged(desk, second)
    for each in (desk, second):
        hand_over(each.dossiers, by=each.admin, dossier=dossier, command_id=each.journal.new_id())
    exchanged(desk, second)
    (one,) = seen(desk)
    assert one.dossier == dossier
    closed(desk, one)
    assert seen(desk) == ()
    assert "dossier.finding_settled" in {each.entry.kind for each in desk.journal.history(dossier)}


def test_only_a_leader_closes_and_only_with_a_reason(desk: RehearsalDesk, paid_twice: Seen) -> None:
    with pytest.raises(NotAllowed):
        closed(desk, paid_twice, by="officer")
    with pytest.raises(InvalidInput):
        closed(desk, paid_twice, reason=" ")
    closed(desk, paid_twice)
    with pytest.raises(NotFound):
        closed(desk, paid_twice)
