"""Two desks act on one dossier before they meet: both end alike, and what contradicts is shown to a person."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_app.dossiers.commands import settle_finding
from desk_app.dossiers.status import Status
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import list_findings
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.dossiers.living import led, now, received
from tests.dossiers.test_two_desks import exchanged

ASK: dict[str, Any] = {"missing": ["Giấy chứng sinh"], "reason": "Thiếu"}
APOLOGY: dict[str, Any] = {"reason": "Phải xác minh", "due": "2026-12-02T17:00"}
# At the first desk, at the second a minute later: what both then say, and as which finding.
CLASHES: tuple[tuple[str, dict[str, Any], str, dict[str, Any], Status, str], ...] = (
    ("supplement", ASK, "supplement", ASK, Status.SUPPLEMENT_REQUESTED, "request_supplement_twice"),
    ("refuse", {"reason": "Sai nơi nộp"}, "result", {}, Status.NOT_ACCEPTED, "ended_otherwise"),
    ("result", {}, "refuse", {"reason": "Sai nơi nộp"}, Status.SETTLED, "ended_otherwise"),
    ("withdraw", {}, "refuse", {"reason": "Sai nơi nộp"}, Status.WITHDRAWN, "ended_otherwise"),
    ("supplement", ASK, "result", {}, Status.SETTLED, "result_while_waiting"),
    ("stop", {"reason": "x", "basis": "y"}, "supplement", ASK, Status.STOPPED, "ended_otherwise"),
    ("withdraw", {}, "withdraw", {}, Status.WITHDRAWN, "withdraw_twice"),
    ("apologise", APOLOGY, "apologise", APOLOGY, Status.ACCEPTED, "apologise_twice"),
    ("pass_on", {}, "pass_on", {}, Status.IN_PROCESS, "pass_on_twice"),
    ("refuse", {"reason": "Sai nơi nộp"}, "pass_on", {}, Status.NOT_ACCEPTED, "ended_otherwise"),
)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


@pytest.mark.parametrize(
    ("here", "values", "there", "others", "status", "kind"), CLASHES, ids=[f"{c[0]} and {c[2]}" for c in CLASHES]
)
def test_the_first_stands_on_both_desks_and_the_other_is_shown(
    desk: RehearsalDesk,
    second: RehearsalDesk,
    here: str,
    values: dict[str, Any],
    there: str,
    others: dict[str, Any],
    status: Status,
    kind: str,
) -> None:
    dossier = received(desk)
    exchanged(desk, second)
    led(desk, dossier, here, "2026-11-25T09:00", "leader", **values)
    led(second, dossier, there, "2026-11-25T09:01", "leader", **others)
    exchanged(desk, second)
    states = [now(each, dossier) for each in (desk, second)]
    assert states[0] == states[1]
    assert states[0].status is status
    assert [finding.kind for finding in states[0].findings] == [kind]
    assert "máy" in states[0].findings[0].words
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]
    leader = desk.accounts_by_role["leader"]
    named = states[0].findings[0].entry
    desk.time.advance(timedelta(hours=1))
    settle_finding(
        desk.dossiers, by=leader, dossier=dossier, finding=named, reason="Đã hỏi", command_id=desk.journal.new_id()
    )
    assert list_findings(desk.journal.reading()) == ()


def test_both_desks_record_the_same_supplement_and_the_date_moves_once(
    desk: RehearsalDesk, second: RehearsalDesk
) -> None:
    dossier = received(desk)
    led(desk, dossier, "supplement", "2026-11-25T09:00", **ASK)
    exchanged(desk, second)
    led(desk, dossier, "supplied", "2026-11-26T09:00")
    led(second, dossier, "supplied", "2026-11-27T09:00")
    exchanged(desk, second)
    state = now(second, dossier)
    assert (f"{state.registered.due_at:%d/%m}", state.edition) == ("01/12", 2)
    assert [finding.kind for finding in state.findings] == ["complete_twice"]
    assert "«đã bổ sung xong»" in state.findings[0].words


def test_a_letter_that_does_not_count_keeps_its_number_for_good(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    one, other = received(desk), received(desk)
    exchanged(desk, second)
    led(desk, one, "apologise", "2026-11-25T09:00", "leader", **APOLOGY)
    led(second, one, "apologise", "2026-11-25T09:01", "leader", **APOLOGY)
    exchanged(desk, second)
    led(second, other, "apologise", "2026-11-25T09:02", "leader", **APOLOGY)
    marks = [made.fact.mark for each in (one, other) for made in now(second, each).story.letters]
    assert marks == ["01/PXL", "01.2/PXL", "02.2/PXL"]


def test_letters_count_from_one_again_each_year(desk: RehearsalDesk) -> None:
    marks = []
    for when, due in (("2026-12-29T08:15", "2027-01-06T17:00"), ("2027-01-04T08:15", "2027-01-13T17:00")) * 2:
        dossier = received(desk, when=when)
        led(desk, dossier, "apologise", when.replace("08:15", "09:00"), "leader", reason="Phải xác minh", due=due)
        marks.append(now(desk, dossier).story.letters[0].fact.mark)
    assert marks == ["01/PXL", "01/PXL", "02/PXL", "02/PXL"]
