"""Publishing through the journal."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk_app.catalogue.commands import end_procedure, publish
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound
from desk_app.kernel.records import changed

from .samples import procedure, step

if TYPE_CHECKING:
    from tests.desks import RehearsalDesk

TODAY = date(2026, 11, 23)
FIRST = procedure(valid_from=date(2026, 1, 1))
SECOND = procedure(valid_from=date(2027, 1, 1), steps=(step(half_days=10),))


def test_a_published_procedure_is_in_the_catalogue_at_once(desk: "RehearsalDesk") -> None:
    publish(desk.catalogue, by=desk.admin, procedures=(FIRST, SECOND), command_id="c-1")

    book = desk.catalogue.present()
    assert book.procedure_on(FIRST.code, TODAY) == FIRST
    assert book.procedure_on(FIRST.code, date(2027, 1, 1)) == SECOND


def test_publishing_the_same_again_writes_no_entry(desk: "RehearsalDesk") -> None:
    publish(desk.catalogue, by=desk.admin, procedures=(FIRST,), command_id="c-1")
    again = publish(desk.catalogue, by=desk.admin, procedures=(FIRST, SECOND), command_id="c-2")

    assert [entry.kind for entry in again.entries] == ["catalogue.procedure_published"]
    assert desk.catalogue.present().versions[FIRST.code] == (FIRST, SECOND)


def test_the_later_of_two_with_the_same_first_day_stays(desk: "RehearsalDesk") -> None:
    corrected = changed(FIRST, name="Đăng ký đã sửa")
    publish(desk.catalogue, by=desk.admin, procedures=(FIRST,), command_id="c-1")
    publish(desk.catalogue, by=desk.admin, procedures=(corrected,), command_id="c-2")

    assert desk.catalogue.present().versions[FIRST.code] == (corrected,)


def test_one_invalid_procedure_keeps_all_of_them_out(desk: "RehearsalDesk") -> None:
    with pytest.raises(InvalidInput):
        publish(desk.catalogue, by=desk.admin, procedures=(FIRST, changed(SECOND, name="")), command_id="c-1")

    assert FIRST.code not in desk.catalogue.present().versions


def test_an_ended_procedure_is_gone_after_its_last_day_until_it_is_published_again(desk: "RehearsalDesk") -> None:
    publish(desk.catalogue, by=desk.admin, procedures=(FIRST, SECOND), command_id="c-1")
    end_procedure(
        desk.catalogue, by=desk.admin, code=FIRST.code, last_on=TODAY, reason="Quyết định bãi bỏ", command_id="c-2"
    )

    ended = desk.catalogue.present()
    assert ended.procedure_on(FIRST.code, TODAY) == changed(FIRST, valid_to=TODAY)
    assert ended.find(FIRST.code, date(2027, 1, 1)) is None

    publish(desk.catalogue, by=desk.admin, procedures=(SECOND,), command_id="c-3")
    assert desk.catalogue.present().find(FIRST.code, date(2027, 1, 1)) == SECOND


def test_an_unknown_procedure_cannot_be_ended(desk: "RehearsalDesk") -> None:
    with pytest.raises(NotFound):
        end_procedure(desk.catalogue, by=desk.admin, code="9.999999", last_on=TODAY, reason="Thử", command_id="c-1")


def test_who_may_not_publish_changes_nothing(desk: "RehearsalDesk") -> None:
    with pytest.raises(NotAllowed):
        publish(desk.catalogue, by="nobody", procedures=(FIRST,), command_id="c-1")

    assert FIRST.code not in desk.catalogue.present().versions


def test_folding_the_journal_again_gives_the_same_catalogue(desk: "RehearsalDesk") -> None:
    publish(desk.catalogue, by=desk.admin, procedures=(FIRST, SECOND), command_id="c-1")
    end_procedure(desk.catalogue, by=desk.admin, code=FIRST.code, last_on=TODAY, reason="Bãi bỏ", command_id="c-2")

    assert desk.catalogue.journal.refold() == ()
