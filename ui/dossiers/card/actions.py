"""What may be done next with a dossier: one key each, only what its state and the person's permissions allow."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.accounts.rules import holders_of
from desk_app.dossiers.commands import HAND_OVER, ISSUE_RESULT, NOTE, SETTLE_FINDING, STEP
from desk_app.dossiers.correction import CORRECT, CORRECT_CLOSED
from desk_app.dossiers.correction_checks import is_closed
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.status import BEING_SOLVED, OPEN, Status
from desk_app.kernel.translations import _
from desk_app.printing.commands import COPY_PAPERS

May = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do: ``reason`` says why not, empty when it may be done; without ``shown`` it makes no sense here."""

    shown: bool
    reason: str = ""

    @property
    def allowed(self) -> bool:
        """Tell whether it may be done now."""
        return self.shown and not self.reason


@dataclass(frozen=True, kw_only=True)
class Actions:
    """Every action of a card."""

    hand_over: Action
    step: Action
    result: Action
    correct: Action
    note: Action
    copy: Action
    settle: Action


NOTHING = Actions(
    **dict.fromkeys(("hand_over", "step", "result", "correct", "note", "copy", "settle"), Action(shown=False))
)


def actions_of(dossier: Dossier, may: May, *, has_papers: bool) -> Actions:
    """Return what may be done with the dossier by somebody who ``may`` do this and that."""
    solving = dossier.status in BEING_SOLVED
    correcting = CORRECT_CLOSED if is_closed(dossier) else CORRECT
    papers = "" if has_papers else _("Quầy này chưa in giấy nào của hồ sơ.")
    return Actions(
        hand_over=Action(
            shown=dossier.status in OPEN | {Status.SETTLED},
            reason=_hand_over_reason(dossier) or _missing(may, HAND_OVER),
        ),
        step=Action(shown=solving and bool(dossier.open_legs), reason=_missing(may, STEP)),
        result=Action(shown=solving, reason=_missing(may, ISSUE_RESULT)),
        correct=Action(shown=True, reason=_missing(may, correcting)),
        note=Action(shown=True, reason=_missing(may, NOTE)),
        copy=Action(shown=True, reason=papers or _missing(may, COPY_PAPERS)),
        settle=Action(shown=bool(dossier.findings), reason=_missing(may, SETTLE_FINDING)),
    )


def step_words(dossier: Dossier) -> str:
    """Return whose part is done next, and what it is."""
    return "; ".join(f"{leg.plan.agency}: {leg.plan.name}" for leg in dossier.open_legs[:1])


def _hand_over_reason(dossier: Dossier) -> str:
    return "" if dossier.status is Status.SETTLED else _("Chưa có kết quả để trả.")


def _missing(may: May, permission: str) -> str:
    if may(permission):
        return ""
    return _("Việc này cần {who}.").format(who=_(holders_of(permission)))
