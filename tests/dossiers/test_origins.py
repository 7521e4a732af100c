"""Dossiers that began elsewhere than at the counter."""

import pytest

from desk_app.dossiers.register import register
from desk_app.dossiers.tables.origins import dossiers_of
from desk_app.kernel.errors import InvalidInput
from tests.desks import RehearsalDesk, form


def registered(desk: RehearsalDesk, origin: str) -> str:
    command_id = desk.journal.new_id()
    return register(desk.dossiers, by=desk.admin, form=form(origin=origin), command_id=command_id).subject


def test_a_dossier_is_found_by_what_it_began_with(desk: RehearsalDesk) -> None:
    first = registered(desk, "guidance:019A")
    registered(desk, "")
    registered(desk, "writing:019A")
    second = registered(desk, "guidance:019A")
    assert dossiers_of(desk.journal.reading(), "guidance:019A") == (first, second)


def test_folding_again_keeps_where_dossiers_came_from(desk: RehearsalDesk) -> None:
    dossier = registered(desk, "appointment:7")
    assert desk.journal.refold() == ()
    assert dossiers_of(desk.journal.reading(), "appointment:7") == (dossier,)


@pytest.mark.parametrize("origin", ["guidance", "Đâu đó:1", "guidance:" + "x" * 65, "a:b:c"])
def test_an_origin_that_names_nothing_is_refused(desk: RehearsalDesk, origin: str) -> None:
    with pytest.raises(InvalidInput, match="nơi khởi đầu"):
        registered(desk, origin)
