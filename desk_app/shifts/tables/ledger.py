"""The ledger of turns: what organisations and people owed and did in earlier months, and when they were last out."""

from datetime import date

from desk_app.storage.engine import Database

_HELD = "('held', 'came', 'late')"
_ISSUED = f"edition = 'issued' AND state IN {_HELD}"


def owed_before(db: Database, month: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return what was owed in all issued months before ``month``, by organisation and by person, in hundredths."""
    rows = db.conn.execute(
        "SELECT organisation, member, sum(owed) FROM shift_shares WHERE edition = 'issued' AND month < ? GROUP BY 1, 2",
        (month.isoformat(),),
    ).fetchall()
    return (
        {organisation: owed for organisation, member, owed in rows if not member},
        {member: owed for _organisation, member, owed in rows if member},
    )


def done_before(db: Database, month: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return what was done, or is to be, in all issued months before ``month``, by organisation and by person."""
    rows = db.conn.execute(
        f"SELECT organisation, member, sum(hundredths) FROM shift_seats JOIN shift_rosters ON subject = roster "
        f"WHERE {_ISSUED} AND month < ? GROUP BY 1, 2",
        (month.isoformat(),),
    ).fetchall()
    organisations: dict[str, int] = {}
    for organisation, _member, done in rows:
        organisations[organisation] = organisations.get(organisation, 0) + done
    return organisations, {member: done for _organisation, member, done in rows if member}


def last_before(db: Database, on: date) -> dict[str, date]:
    """Return when each organisation and person was last on duty before a day."""
    found: dict[str, date] = {}
    for column in ("organisation", "member"):
        rows = db.conn.execute(
            f"SELECT {column}, max(on_day) FROM shift_seats WHERE {_ISSUED} AND on_day < ? AND {column} <> '' GROUP BY 1",
            (on.isoformat(),),
        ).fetchall()
        found.update({key: date.fromisoformat(last) for key, last in rows})
    return found


def last_at_places(db: Database, on: date) -> dict[tuple[str, str], date]:
    """Return when each person, or organisation that names nobody, was last at each place before a day."""
    rows = db.conn.execute(
        "SELECT place, CASE member WHEN '' THEN organisation ELSE member END, max(on_day) FROM shift_seats "
        f"WHERE {_ISSUED} AND on_day < ? GROUP BY 1, 2",
        (on.isoformat(),),
    ).fetchall()
    return {(place, key): date.fromisoformat(last) for place, key, last in rows}
