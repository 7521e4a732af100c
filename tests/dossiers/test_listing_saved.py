"""Filters that a person gave a name."""

import pytest

from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.saved import bring_back, forget, opened, rename, save, saved_of
from desk_app.kernel.errors import InvalidInput, NotFound
from tests.desks import RehearsalDesk

LATE = wanted_of("due=overdue&return_by=home")


def saved_names(desk: RehearsalDesk, account: str) -> list[str]:
    return [each.name for each in saved_of(desk.dossiers, account=account)]


def test_a_saved_filter_opens_the_same_list_again(desk: RehearsalDesk) -> None:
    save(desk.dossiers, account="me", name="Trễ, trả tại nhà", wanted=LATE)
    assert opened(desk.dossiers, account="me", asked="view:Trễ, trả tại nhà") == LATE


def test_everybody_has_their_own_in_the_vietnamese_order(desk: RehearsalDesk) -> None:
    for name in ("Đất đai", "Dân cư", "Ấp 1", "An sinh"):
        save(desk.dossiers, account="one", name=name, wanted=LATE)
    save(desk.dossiers, account="other", name="Khác", wanted=LATE)
    assert saved_names(desk, "one") == ["An sinh", "Ấp 1", "Dân cư", "Đất đai"]
    assert saved_names(desk, "other") == ["Khác"]
    with pytest.raises(NotFound):
        opened(desk.dossiers, account="one", asked="view:Khác")


def test_the_same_name_again_replaces_the_filter(desk: RehearsalDesk) -> None:
    save(desk.dossiers, account="me", name="Của xã", wanted=wanted_of("status=9"))
    save(desk.dossiers, account="me", name="Của xã", wanted=LATE)
    assert saved_names(desk, "me") == ["Của xã"]
    assert opened(desk.dossiers, account="me", asked="view:Của xã") == LATE


def test_a_filter_gets_another_name_but_not_one_that_is_taken(desk: RehearsalDesk) -> None:
    save(desk.dossiers, account="me", name="Một", wanted=LATE)
    save(desk.dossiers, account="me", name="Hai", wanted=wanted_of("status=9"))
    with pytest.raises(InvalidInput):
        rename(desk.dossiers, account="me", old="Một", new="Hai")
    rename(desk.dossiers, account="me", old="Một", new="Ba")
    assert saved_names(desk, "me") == ["Ba", "Hai"]
    assert opened(desk.dossiers, account="me", asked="view:Ba") == LATE
    with pytest.raises(NotFound):
        rename(desk.dossiers, account="me", old="Một", new="Bốn")


def test_a_deleted_filter_comes_back_as_it_was(desk: RehearsalDesk) -> None:
    save(desk.dossiers, account="me", name="Trễ", wanted=LATE)
    gone = forget(desk.dossiers, account="me", name="Trễ")
    assert saved_names(desk, "me") == []
    bring_back(desk.dossiers, account="me", saved=gone)
    assert opened(desk.dossiers, account="me", asked="view:Trễ") == LATE


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "😀"])
def test_a_name_is_one_short_line(desk: RehearsalDesk, name: str) -> None:
    with pytest.raises(InvalidInput):
        save(desk.dossiers, account="me", name=name, wanted=LATE)


def test_saved_filters_are_no_entries_and_survive_folding_again(desk: RehearsalDesk) -> None:
    before = desk.journal.verify().entries
    save(desk.dossiers, account="me", name="Trễ", wanted=LATE)
    desk.journal.refold()
    assert desk.journal.verify().entries == before
    assert saved_names(desk, "me") == ["Trễ"]
