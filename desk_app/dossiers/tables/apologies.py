"""Which numbers apologies bear, so that the next one gets a number of its own."""

from desk_app.dossiers.dossier import Dossier
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database

TABLE = "dossier_apologies"


def keep(db: Database, state: Dossier, *, fresh: bool) -> None:
    """Write the numbers of the dossier's apologies: more than one when two desks apologised for it."""
    if fresh:
        return
    db.conn.execute("DELETE FROM dossier_apologies WHERE dossier = ?", (state.id,))
    for made in state.story.letters:
        desk, fact = made.entry.partition("/")[0], made.fact
        values = (state.id, desk, fact.year, fact.number, fact.at.isoformat())
        db.conn.execute("INSERT INTO dossier_apologies VALUES (?, ?, ?, ?, ?)", values)


def highest_number(db: Database, desk: str, year: int) -> int:
    """Return the highest number that one desk gave to an apology of that year, or must not give again; 0 for none."""
    row = db.conn.execute(
        "SELECT max(number) FROM dossier_apologies WHERE desk = ? AND year = ?", (desk, year)
    ).fetchone()
    return above_floor(db, series_of(year), row[0]) or 0


def series_of(year: int) -> str:
    """Return the name under which a year's numbers are one series."""
    return f"apology-{year}"
