"""What somebody should think of this morning: one reader for each room that has something to say."""

from collections.abc import Callable
from datetime import datetime

from desk_app.accounts.rules import Account, allows
from desk_app.desk import Desk
from desk_app.dossiers.listing.figures import Figures
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.home.state import Notice
from ui.widgets.colours import COLOURS

Reader = Callable[[Desk, Account, datetime], tuple[Notice, ...]]

# Who may see what a reader tells: its permission.
_READERS: tuple[tuple[str, Reader], ...] = ()


def reminders_of(desk: Desk, account: Account, figures: Figures, now: datetime) -> tuple[Notice, ...]:
    """Return what ``account`` should think of, on a reader's thread; the most pressing first."""
    told = [
        each
        for permission, read in _READERS
        if allows(account, permission, now.date())
        for each in read(desk, account, now)
    ]
    return (*_apologies(figures), *told)


def _apologies(figures: Figures) -> tuple[Notice, ...]:
    count = figures.counts["apology"]
    if not count:
        return ()
    return (
        Notice(
            words=_("Cần xin lỗi và hẹn lại"),
            detail=_("{count} hồ sơ sắp lỡ hẹn hoặc đã lỡ").format(count=quantity(count)),
            shape="warning",
            colour=COLOURS.danger,
            page="list",
            about="view:apology",
        ),
    )
