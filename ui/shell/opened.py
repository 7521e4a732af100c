"""What the frame gets of an open desk, and who proved who they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from desk_app.desk import Desk
    from desk_app.shifts.session_end import SessionEnd


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An open desk, what the frame shows of it, and how it is closed; ``hint`` stands under the sign-in."""

    desk: Desk
    office_name: str
    idle_minutes: int
    helper_idle_minutes: int
    close: Callable[[], None]
    login: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Who proved who they are, and whether somebody else chose their password.

    ``session_end`` is when a helper's session ends by itself, None for anybody else's. ``badge`` is the code of a badge
    that still wants its PIN: nobody is let in yet.
    """

    account: Account
    must_change: bool
    session_end: SessionEnd | None = None
    badge: str = field(default="", repr=False)
