"""Who collects what: the collector's paper, the register, several results at once, the slip to sign."""

import pytest

from desk_app.dossiers.commands import add_note, hand_over, hand_over_together, issue_result
from desk_app.dossiers.facts import HandedOver, Noted
from desk_app.dossiers.hand_over import Collecting
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.tables import FOLDS
from desk_app.journal.fact import Fact
from desk_app.journal.folding import FoldRegistry
from desk_app.journal.tables import history
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import canonical, to_plain
from desk_app.office.commands import put_setting
from desk_app.printing.blocks import Field, Table
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import find_original
from tests.desks import RehearsalDesk
from tests.dossiers.correcting import now, registered


def ready(desk: RehearsalDesk, **values: object) -> str:
    dossier = registered(desk, **values)
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    return dossier


def give(desk: RehearsalDesk, *dossiers: str, slip: bool | None = None, **who: object) -> None:
    hand_over_together(
        desk.dossiers,
        by=desk.accounts_by_role["officer"],
        dossiers=dossiers,
        collecting=Collecting(**who),  # type: ignore[arg-type]
        slip=slip,
        command_id=desk.journal.new_id(),
    )


def test_a_relative_is_kept_with_kinship_number_and_paper(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    give(desk, dossier, relation="relative", to="Trần Thị Thử", kinship="vợ", id_number="093195004321")
    fact = now(desk, dossier).handed_over
    assert fact is not None
    assert (fact.to, fact.kinship, fact.id_number) == ("Trần Thị Thử", "vợ", "093195004321")
    words = history_lines(desk.dossiers, dossier)[-1].words
    assert words == "Trả kết quả cho Trần Thị Thử (vợ, số giấy tờ 093195004321)."


def test_somebody_else_cannot_collect_as_the_applicant_in_person(desk: RehearsalDesk) -> None:
    dossier, of_other = ready(desk), ready(desk, name="Lê Văn Khác")
    for together in ((dossier,), (of_other, dossier)):
        with pytest.raises(InvalidInput) as refused:
            give(desk, *together, to="Lê Văn Khác")
        assert refused.value.field == "relation"
        assert "authorised" in refused.value.hint
    assert now(desk, dossier).handed_over is now(desk, of_other).handed_over is None


def test_the_applicants_own_name_in_any_spelling_is_the_applicant_in_person(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    give(desk, dossier, to=" nguyen van  MAU ")
    fact = now(desk, dossier).handed_over
    assert fact is not None
    assert (fact.relation, fact.to) == ("self", "Nguyễn Văn Mẫu")


def test_that_the_register_was_signed_is_kept_where_there_is_one(desk: RehearsalDesk) -> None:
    signs, not_signs = ready(desk), ready(desk, procedure="2.000635")
    give(desk, signs, not_signs, signed_register=True)
    kept = [now(desk, each).handed_over for each in (signs, not_signs)]
    assert [fact.signed_register for fact in kept if fact is not None] == [True, False]
    assert "Đã ký sổ." in history_lines(desk.dossiers, signs)[-1].words


def test_several_results_go_together_or_none_does(desk: RehearsalDesk) -> None:
    first, second, not_ready = ready(desk), ready(desk), registered(desk)
    with pytest.raises(Refused):
        give(desk, first, second, not_ready)
    assert now(desk, first).handed_over is None
    give(desk, first, second, first)
    assert all(now(desk, each).handed_over is not None for each in (first, second))
    with pytest.raises(Refused):
        give(desk, second)


def test_a_collector_text_that_cannot_be_printed_is_refused_by_its_field(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput) as refused:
        give(desk, ready(desk), id_number="9" * 31)
    assert refused.value.field == "id_number"


def slips(desk: RehearsalDesk, dossier: str) -> list[str]:
    return [paper.id for paper in list_papers(desk.journal.reading(), dossier) if paper.kind == "hand_over"]


def test_a_slip_to_sign_is_printed_when_the_office_wants_one(desk: RehearsalDesk) -> None:
    without = ready(desk)
    hand_over(desk.dossiers, by=desk.admin, dossier=without, command_id=desk.journal.new_id())
    assert slips(desk, without) == []
    today = desk.time.now().date()
    put_setting(
        desk.office, by=desk.admin, key="hand_over_slip", value="có", valid_from=today, command_id=desk.journal.new_id()
    )
    first, second = ready(desk), ready(desk, name="Lê Văn Khác")
    give(desk, first, second, relation="relative", to="Trần Thị Thử")
    (slip,) = slips(desk, first)
    paper = find_original(desk.journal.reading(), slip)
    assert paper is not None
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[2] for row in table.rows] == ["Nguyễn Văn Mẫu", "Lê Văn Khác"]
    assert Field(label="Người nhận", value="Trần Thị Thử (người thân)", bold=True) in paper.blocks
    refused = ready(desk)
    give(desk, refused, slip=False)
    assert slips(desk, refused) == []


def test_a_call_to_the_citizen_is_a_note_with_its_day(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    add_note(
        desk.dossiers,
        by=desk.admin,
        dossier=dossier,
        text="Báo đến nhận",
        channel="phone",
        command_id=desk.journal.new_id(),
    )
    assert now(desk, dossier).told_at == desk.time.now()
    assert history_lines(desk.dossiers, dossier)[-1].words == "Đã gọi điện: Báo đến nhận"


def test_entries_of_the_first_version_are_read_for_ever(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    add_note(desk.dossiers, by=desk.admin, dossier=dossier, text="thử", command_id=desk.journal.new_id())
    registry = FoldRegistry(FOLDS)
    added: dict[type[Fact], tuple[str, ...]] = {
        HandedOver: ("kinship", "id_number", "signed_register"),
        Noted: ("channel",),
    }
    entries = {each.kind: each for each in history(desk.journal.reading(), dossier)}
    for kind, names in added.items():
        entry = entries[kind.KIND]
        body = {name: value for name, value in to_plain(registry.read(entry).fact).items() if name not in names}
        old = registry.read(entry._replace(version=1, body=canonical(body)))
        assert old.fact == registry.read(entry).fact
