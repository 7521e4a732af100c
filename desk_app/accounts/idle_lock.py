"""When an unattended window locks, and who may open it again."""

from datetime import date
from enum import StrEnum

from desk_app.accounts.rules import Account, Role, is_active


class Unlocking(StrEnum):
    """What happens when somebody proves who they are at a locked window."""

    RESUME = "resume"
    SWITCH = "switch"
    REFUSE = "refuse"


def is_helper(account: Account) -> bool:
    """Tell whether the account is a helper's of the writing table and no more: its sessions end by themselves."""
    return set(account.roles) == {Role.VOLUNTEER}


def is_locked(idle_s: float, idle_minutes: int) -> bool:
    """Tell whether a window without key, mouse or scan for ``idle_s`` seconds of a steady clock is locked."""
    return idle_s >= idle_minutes * 60


def unlocking(locked: Account, who: Account, on: date) -> Unlocking:
    """Tell what ``who`` may do at the window that ``locked`` left.

    The same person goes on where they stopped. Anybody else whose account works starts a session of their own and never
    sees the half-typed form of the first, which waits as a draft for its owner: nobody acts under another's name.
    """
    if not is_active(who, on):
        return Unlocking.REFUSE
    return Unlocking.RESUME if who.id == locked.id else Unlocking.SWITCH
