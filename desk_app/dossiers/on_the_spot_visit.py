"""A sitting in which a dossier is received, appraised, approved and returned: four stamps, each with who set it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Stage = Literal["received", "appraised", "approved", "returned"]
STAGES: tuple[Stage, ...] = ("received", "appraised", "approved", "returned")

Standing = Literal["open", "settled", "left"]
"""``left``: it could not be settled in the sitting and went on as any other dossier."""


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """When a stage was done, and which account did it."""

    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One sitting as far as it went; a stamp that was not set yet is None.

    ``receipts`` counts the receipts asked for; ``reason`` says why the sitting was ``left``. A result that was wanted at
    home or by post is ``returned`` with its approval: nobody sits and waits for it.
    """

    begun_at: datetime
    settle_day: bool
    received: Stamp
    appraised: Stamp | None = None
    approved: Stamp | None = None
    returned: Stamp | None = None
    left: Stamp | None = None
    reason: str = ""
    receipts: int = 0

    @property
    def standing(self) -> Standing:
        """Return whether the citizen still waits, has the result, or was given a due date after all."""
        if self.returned is not None:
            return "settled"
        return "open" if self.left is None else "left"

    @property
    def stamps(self) -> tuple[Stamp | None, ...]:
        """Return the four stamps in the order of ``STAGES``."""
        return (self.received, self.appraised, self.approved, self.returned)

    @property
    def next_stage(self) -> Stage | None:
        """Return the stage whose stamp comes next; None when the sitting is over."""
        if self.standing != "open":
            return None
        return next(stage for stage, stamp in zip(STAGES, self.stamps, strict=True) if stamp is None)

    @property
    def latest_at(self) -> datetime:
        """Return the moment of the latest stamp."""
        return max(stamp.at for stamp in self.stamps if stamp is not None)
