"""What Enter will do as the form stands: a dossier, or the slip that asks for what is missing."""

from enum import Enum

from desk_app.kernel.translations import _
from ui.dossiers.registration.typed import Typed


class Outcome(Enum):
    """How a visit ends, as far as its papers tell."""

    UNCHECKED = "nobody has looked at the papers yet"
    COMPLETE = "it becomes a dossier"
    MISSING = "it is sent back with the supplement slip"
    NEVERTHELESS = "it becomes a dossier although papers are missing"


def outcome_of(typed: Typed) -> Outcome:
    """Return how the visit ends if it is saved now."""
    if not typed.procedure or not typed.papers_checked:
        return Outcome.UNCHECKED
    if not missing_papers(typed):
        return Outcome.COMPLETE
    return Outcome.NEVERTHELESS if typed.nevertheless else Outcome.MISSING


def missing_papers(typed: Typed) -> tuple[str, ...]:
    """Return the papers that are needed and not ticked."""
    return tuple(paper.name for paper in typed.papers if paper.required and not paper.ticked)


def save_words(outcome: Outcome) -> str:
    """Return what the save button says."""
    return _("In phiếu bổ sung") if outcome is Outcome.MISSING else _("Lưu và in giấy hẹn")


def papers_hint(outcome: Outcome) -> str:
    """Return the line above the checklist: what the keys do now."""
    return {
        Outcome.UNCHECKED: _("Enter: đủ cả  ·  Phím cách: từng giấy  ·  Phím −: thiếu giấy này"),
        Outcome.COMPLETE: _("Đủ giấy tờ.  Enter: lưu và in giấy hẹn"),
        Outcome.MISSING: _("Còn thiếu giấy tờ.  Enter: in phiếu bổ sung"),
        Outcome.NEVERTHELESS: _("Nhận dù còn thiếu: hãy ghi lý do."),
    }[outcome]
