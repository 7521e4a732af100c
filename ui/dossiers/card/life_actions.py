"""Which moves of a dossier's life its card offers: only those that its state and the person's permissions allow."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.apology import APPROVE, PROPOSE
from desk_app.dossiers.life.between_agencies import PASS_ON
from desk_app.dossiers.life.facts import ApologyApproved, SupplementRequested
from desk_app.dossiers.life.obligation import PAYMENT
from desk_app.dossiers.life.officers import REASSIGN
from desk_app.dossiers.life.refusal import REFUSE
from desk_app.dossiers.life.stop import STOP
from desk_app.dossiers.life.supplement import SUPPLEMENT, SUPPLEMENT_AGAIN
from desk_app.dossiers.life.withdrawal import WITHDRAW
from desk_app.dossiers.status import allows
from desk_app.kernel.translations import _

May = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class LifeAction:
    """One move on offer: its name, the key that does it, and what stands on its button."""

    name: str
    keys: str
    words: str


KEYS = {
    "supplement": "Ctrl+B",
    "supplied": "Ctrl+B",
    "pass_on": "Ctrl+H",
    "apologise": "Ctrl+D",
    "propose": "Ctrl+D",
    "ask_payment": "Ctrl+I",
    "paid": "Ctrl+I",
    "reassign": "Ctrl+O",
    "withdraw": "Ctrl+R",
    "refuse": "Ctrl+T",
    "stop": "Ctrl+U",
    "control": "Ctrl+J",
}
"""Two moves that never stand together share a key."""


def life_words() -> dict[str, str]:
    """Return what stands on the button of each move."""
    return {
        "supplement": _("Bổ sung"),
        "supplied": _("Đã bổ sung"),
        "pass_on": _("Chuyển cơ quan"),
        "apologise": _("Xin lỗi"),
        "propose": _("Xin lỗi"),
        "ask_payment": _("Nộp tiền"),
        "paid": _("Đã nộp tiền"),
        "reassign": _("Giao việc"),
        "withdraw": _("Rút"),
        "refuse": _("Từ chối"),
        "stop": _("Dừng"),
        "control": _("Kiểm soát"),
    }


def life_actions(dossier: Dossier, may: May) -> tuple[LifeAction, ...]:
    """Return the moves on offer, in the order of the buttons; what is not allowed is not there."""
    words = life_words()
    return tuple(
        LifeAction(name=name, keys=KEYS[name], words=words[name])
        for name, move, permission in _MOVES
        if (not move or allows(dossier.status, move)) and may(permission) and _makes_sense(name, dossier, may)
    )


_MOVES = (
    ("supplement", "request_supplement", SUPPLEMENT),
    ("supplied", "complete", SUPPLEMENT),
    ("pass_on", "pass_on", PASS_ON),
    ("apologise", "apologise", APPROVE),
    ("propose", "apologise", PROPOSE),
    ("ask_payment", "ask_payment", PAYMENT),
    ("paid", "pay", PAYMENT),
    ("reassign", "reassign", REASSIGN),
    ("withdraw", "withdraw", WITHDRAW),
    ("refuse", "refuse", REFUSE),
    ("stop", "stop", STOP),
    ("control", "", PASS_ON),
)


def _makes_sense(name: str, dossier: Dossier, may: May) -> bool:
    """Tell whether the move may still happen: some happen once, and who approves need not propose."""
    story = dossier.story
    if name == "supplement":
        return story.last(SupplementRequested) is None or may(SUPPLEMENT_AGAIN)
    if name in ("apologise", "propose"):
        return story.last(ApologyApproved) is None and (name == "apologise" or not may(APPROVE))
    if name == "pass_on":
        return any(leg.received_at is None for leg in dossier.open_legs)
    return True
