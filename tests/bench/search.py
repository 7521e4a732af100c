"""Search as somebody types, over 100.000 dossiers, against a LIKE scan of the same names."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.search import found
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.fold import DossierFold
from desk_app.dossiers.tables.queries import Narrowing
from desk_app.journal.entry import Entry
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.texts import folded
from desk_app.storage.engine import Database
from tests.bench.figures import Figure, microseconds, percentile
from tests.bench.invented import Crowd
from tests.bench.made_up import registered_fact
from tests.desks import MORNING, RehearsalDesk, rehearsal_desk

DOSSIERS = 100_000
_TYPED = 400
_REPEATS = 400
_RARE = "quach"
_COMMON = "nguyen"


def measured(folder: Path) -> list[Figure]:
    """Return the two figures of searching."""
    with rehearsal_desk(folder / "search") as desk:
        fill(desk, DOSSIERS)
        db = desk.journal.reading()
        keystrokes = [name[:end] for name in _typed_names() for end in range(1, len(name) + 1)]
        ours = [microseconds(partial(_found, db, text)) for text in keystrokes]
        scans = [microseconds(partial(_scanned, db, text)) for text in keystrokes[:: len(keystrokes) // 200]]
        common = [microseconds(lambda: _found(db, _COMMON)) for _ in range(_REPEATS)]
        rare = [microseconds(lambda: _found(db, _RARE)) for _ in range(_REPEATS)]
    name = f"search as you type, {DOSSIERS:,} dossiers".replace(",", ".")
    return [
        Figure(
            name=f"{name}, p95 / LIKE scan, p95", ours=percentile(ours, 95), raw=percentile(scans, 95), target=1 / 50
        ),
        Figure(
            name="search «nguyen», p99 / a rare name, p99",
            ours=percentile(common, 99),
            raw=percentile(rare, 99),
            target=2.0,
        ),
    ]


def fill(desk: RehearsalDesk, count: int) -> None:
    """Write ``count`` dossiers of invented people through the real fold, in one transaction."""
    fold, ids = DossierFold(), IdMaker()
    with desk.journal.store.writing() as db:
        for place, person in enumerate(Crowd(count, seed=3).people()):
            at = MORNING - timedelta(minutes=count - place)
            fold.store(db, (id_ := ids.new(at)), _dossier(id_, registered_fact(person, place, at)), fresh=True)


def _dossier(id_: str, fact: Registered) -> Dossier:
    entry = Entry(id_, 1, 1, "", 0, "officer", id_, Registered.KIND, 1, b"", b"", b"")
    return Dossier(id=id_, entry=entry, registered=fact, status=Status.ACCEPTED, legs=(Leg(plan=fact.legs[0]),))


def _typed_names() -> list[str]:
    return [folded(person.name) for person in Crowd(_TYPED, seed=4).people()[: _TYPED // 10]]


def _found(db: Database, text: str) -> object:
    return found(db, text, office="000.16.32.H49", today=MORNING.date(), narrowing=Narrowing(), limit=50)


def _scanned(db: Database, text: str) -> object:
    return db.conn.execute("SELECT id FROM dossiers WHERE folded_name LIKE ?", (f"%{text}%",)).fetchall()
