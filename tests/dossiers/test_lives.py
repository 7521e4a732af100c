"""Whole lives of dossiers, written down as plain data that a reader can check against the rules of processing."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk_app.dossiers.life.between_agencies import leg_mark
from desk_app.dossiers.life.facts import ApologyApproved, SupplementRequested
from desk_app.kernel.errors import DeskError
from tests.desks import RehearsalDesk
from tests.dossiers.lists import names
from tests.dossiers.living import arranged, at, led, now, papers, received

LIVES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("lives.json").read_text("utf-8"))
_ARRANGING = ("setting", "reading")


@pytest.mark.parametrize("life", LIVES, ids=[life["name"] for life in LIVES])
def test_a_life_ends_as_the_rules_say(desk: RehearsalDesk, life: dict[str, Any]) -> None:
    expect = life["expect"]
    dossier, refused = lived(desk, life)
    assert refused == expect.get("refused", ""), life["why"]
    state = now(desk, dossier)
    assert str(state.status) == expect["status"], life["why"]
    if "due" in expect:
        assert state.registered.due_at == at(expect["due"]), life["why"]
        assert state.registered.due_on == at(expect["due"]).date()
    by_leg = {leg.plan.id: leg for leg in state.legs}
    for leg, due in expect.get("legs", {}).items():
        assert by_leg[leg].due_at == at(due), (leg, life["why"])
    for leg, mark in expect.get("marks", {}).items():
        found = leg_mark(by_leg[leg])
        assert found is not None, leg
        assert found.value == mark, (leg, life["why"])
    if "papers" in expect:
        assert papers(desk, dossier) == expect["papers"], life["why"]
    check_particulars(desk, dossier, expect)
    assert desk.journal.refold() == ()
    assert desk.journal.verify().breaks == ()


def lived(desk: RehearsalDesk, life: dict[str, Any]) -> tuple[str, str]:
    """Lead a dossier through its life; return its id and the code with which the last move was refused, if it was."""
    moves = [dict(move) for move in life["moves"]]
    for move in moves:
        if move["do"] in _ARRANGING:
            arranged(desk, move.pop("do"), move.pop("at"), **move)
    dossier = received(desk, life["procedure"], life["received"], extended=life.get("extended", False))
    real = [move for move in moves if "do" in move]
    for place, move in enumerate(real):
        refused = refusal_of(desk, dossier, move)
        if refused is not None:
            assert place == len(real) - 1, f"an earlier move was refused: {refused.message}"
            assert refused.hint, "a refusal says what to do"
            return dossier, refused.code
    return dossier, ""


def refusal_of(desk: RehearsalDesk, dossier: str, move: dict[str, Any]) -> DeskError | None:
    """Make a move; return with what it was refused, None when it was made."""
    try:
        led(desk, dossier, move.pop("do"), move.pop("at"), **move)
    except DeskError as error:
        return error
    return None


def check_particulars(desk: RehearsalDesk, dossier: str, expect: dict[str, Any]) -> None:
    """Check what only some lives say."""
    state = now(desk, dossier)
    if "asked_late" in expect:
        asked = state.story.last(SupplementRequested)
        assert asked is not None
        assert asked.fact.late is expect["asked_late"]
    letter = state.story.last(ApologyApproved)
    if "letter" in expect or "late_notice" in expect:
        assert letter is not None
        assert letter.fact.mark == expect.get("letter", "01/PXL")
        assert letter.fact.late_notice is expect.get("late_notice", False)
    if "holder" in expect:
        assert state.holder == desk.accounts_by_role[expect["holder"]]
    if expect.get("waits"):
        desk.time.put(at("2026-12-21T09:00"))
        assert names(desk, "due=overdue") == names(desk, "due=stuck") == []


def test_every_life_says_why_and_no_two_bear_one_name() -> None:
    assert len({life["name"] for life in LIVES}) == len(LIVES) >= 40
    assert all(len(life["why"]) > 10 for life in LIVES)
