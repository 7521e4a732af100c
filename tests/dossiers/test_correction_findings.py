"""Two desks correct one dossier before they meet: both end alike, and what contradicts is shown until a person settles it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.commands import finish_step, settle_finding
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import list_findings
from desk_app.kernel.errors import InvalidInput, NotFound
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.dossiers.correcting import now, put_right, registered
from tests.dossiers.test_two_desks import exchanged


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        # Its clock runs ahead: which of two corrections is the later one must not hang on the desks' ids.
        made.time.advance(timedelta(minutes=1))
        yield made


@pytest.fixture
def disputed(desk: RehearsalDesk, second: RehearsalDesk) -> str:
    """Give a dossier whose telephone number two desks put right differently."""
    dossier = registered(desk)
    exchanged(desk, second)
    put_right(desk, dossier, applicant__phone="0900000001", applicant__address="Ấp 1")
    put_right(second, dossier, applicant__phone="0900000002", applicant__email="thu@vidu.vn")
    put_right(second, dossier, applicant__phone="0900000003")
    exchanged(desk, second)
    return dossier


def test_the_later_one_stands_on_both_desks_and_the_contradiction_is_shown(
    desk: RehearsalDesk, second: RehearsalDesk, disputed: str
) -> None:
    one, other = now(desk, disputed), now(second, disputed)
    assert one.registered == other.registered
    assert one.registered.applicant.phone == "0900000003"
    assert (one.registered.applicant.address, one.registered.applicant.email) == ("Ấp 1", "thu@vidu.vn")
    found = [list_findings(each.journal.reading()) for each in (desk, second)]
    assert found[0] == found[1]
    assert [line[1] for line in found[0]] == ["corrected_twice"]
    assert "«0900000001» và «0900000002»" in found[0][0][4]
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]


def test_the_same_correction_at_both_desks_contradicts_nothing(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    dossier = registered(desk)
    exchanged(desk, second)
    for each in (desk, second):
        put_right(each, dossier, applicant__phone="0900000001")
    exchanged(desk, second)
    assert now(desk, dossier).findings == ()


def test_every_name_ever_given_still_finds_the_dossier(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    dossier = registered(desk, name="Nguyễn Văn Gốc")
    exchanged(desk, second)
    put_right(desk, dossier, applicant__name="Nguyễn Văn Một")
    put_right(second, dossier, applicant__name="Nguyễn Văn Hai")
    exchanged(desk, second)
    assert now(desk, dossier).former_names == ("Nguyễn Văn Gốc", "Nguyễn Văn Một")


@pytest.mark.parametrize("step_is_later", [True, False])
def test_a_step_done_here_while_the_procedure_was_put_right_there_is_shown(
    desk: RehearsalDesk, second: RehearsalDesk, step_is_later: bool
) -> None:
    dossier = registered(desk, procedure="2.000986")
    exchanged(desk, second)
    desk.time.advance(timedelta(hours=3 if step_is_later else 0))
    finish_step(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    put_right(second, dossier, procedure="1.004194")
    exchanged(desk, second)
    for each in (desk, second):
        assert [finding.kind for finding in now(each, dossier).findings] == ["step_of_other_procedure"]


def test_a_correction_by_somebody_who_saw_the_contradiction_settles_it(
    desk: RehearsalDesk, second: RehearsalDesk, disputed: str
) -> None:
    put_right(desk, disputed, applicant__phone="0900000001", reason="đã hỏi lại người dân")
    exchanged(desk, second)
    for each in (desk, second):
        assert now(each, disputed).findings == ()
        assert list_findings(each.journal.reading()) == ()


def test_a_leader_settles_it_with_a_reason_once(desk: RehearsalDesk, disputed: str) -> None:
    (finding,) = now(desk, disputed).findings
    leader, new_id = desk.accounts_by_role["leader"], desk.journal.new_id
    with pytest.raises(InvalidInput):
        settle_finding(
            desk.dossiers, by=leader, dossier=disputed, finding=finding.entry, reason=" ", command_id=new_id()
        )
    given = {"by": leader, "dossier": disputed, "finding": finding.entry, "reason": "Số ở quầy 2 đúng"}
    settle_finding(desk.dossiers, **given, command_id=new_id())
    assert now(desk, disputed).findings == ()
    with pytest.raises(NotFound):
        settle_finding(desk.dossiers, **given, command_id=new_id())
    assert desk.journal.refold() == ()
