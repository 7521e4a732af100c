"""What the page of laptops asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desk_app.accounts.rules import is_active
from desk_app.accounts.tables import find_credential
from desk_app.desk import Desk
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.reading import SessionSeen, areas, session_seen, sessions
from desk_app.mobile_sessions.session import State
from desk_app.sync.away.bring_home import Homecoming, bring_home
from desk_app.sync.away.desk_numbers import free_number
from desk_app.sync.away.prepare import Prepared, Wanted, prepare
from desk_app.sync.away.room import PREPARE
from desk_app.sync.away.tables import Laptop, list_laptops
from ui.shell.progress import Progress
from ui.sync.away.state import STEPS
from ui.sync.desk_side import keep_folder, last_folder

_AHEAD = timedelta(days=120)


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """Somebody who has a password here and so can work on a laptop."""

    account: str
    name: str


@dataclass(frozen=True, kw_only=True)
class LaptopSeen:
    """A laptop and the session it was made ready for; None without one, or before the session itself came from its desk."""

    laptop: Laptop
    session: SessionSeen | None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Which laptops there are, and what a new one can be given."""

    laptops: tuple[LaptopSeen, ...]
    carriers: tuple[Carrier, ...]
    coming: tuple[SessionSeen, ...]
    areas: tuple[str, ...]
    number: int
    folder: str


def standing(desk: Desk, by: str) -> Standing:
    """Return how it stands; raises ``NotAllowed``."""
    desk.require(by, PREPARE)
    db, today = desk.journal.reading(), desk.journal.time.now().date()
    active = (each for each in desk.accounts.present_book().list_accounts() if is_active(each, today))
    coming = sessions(desk.mobile_sessions, first_on=today, last_on=today + _AHEAD)
    return Standing(
        laptops=tuple(LaptopSeen(laptop=each, session=_session(desk, each.session)) for each in list_laptops(db)),
        carriers=tuple(
            Carrier(account=each.id, name=each.name) for each in active if find_credential(db, each.id) is not None
        ),
        coming=tuple(each for each in coming if each.session.state in (State.PLANNED, State.OPEN)),
        areas=areas(desk.mobile_sessions),
        number=free_number(desk.away),
        folder=last_folder(),
    )


def make_ready(
    desk: Desk, by: str, wanted: Wanted, folder: str, passphrase: str, command_id: str, progress: Progress
) -> Prepared:
    """Write a laptop's pack, and remember the folder for the next one."""
    done = prepare(
        desk.away,
        by=by,
        wanted=wanted,
        folder=Path(folder),
        passphrase=passphrase,
        command_id=command_id,
        watch=lambda step, total: progress.say(step, total, STEPS[step]),
    )
    keep_folder(folder)
    return done


def take_home(desk: Desk, by: str, file: str, progress: Progress, *, looks: bool) -> Homecoming:
    """Take a laptop's file, or only say what that would bring."""
    place = Path(file)
    if not place.is_file():
        raise InvalidInput("file", _("Không thấy tệp này."), _("Cắm lại USB của máy mang đi rồi chọn đúng tệp."))
    return bring_home(desk.away, by=by, file=place, dry_run=looks, watch=lambda done, total: progress.say(done, total))


def _session(desk: Desk, id_: str) -> SessionSeen | None:
    try:
        return session_seen(desk.mobile_sessions, id_) if id_ else None
    except NotFound:
        return None
