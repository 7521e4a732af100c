"""The order of a desk's register book."""

from desk_app.storage.engine import Database


def entered_in_order(db: Database, desk: str, first: str, before: str) -> list[tuple[str, str]]:
    """Return id and moment of receipt of a desk's dossiers received from ``first`` to before ``before``, as entered.

    The order is that of the desk's own chain of entries: it only ever grows at its end.
    """
    rows = db.conn.execute(
        "SELECT dossiers.id, dossiers.received_at FROM dossiers INDEXED BY dossiers_by_receipt "
        "JOIN entries ON entries.subject = dossiers.id "
        "WHERE dossiers.received_at >= ? AND dossiers.received_at < ? AND dossiers.desk = ? "
        "AND entries.kind = 'dossier.registered' ORDER BY entries.epoch, entries.seq",
        (first, before, desk),
    )
    return [(str(id_), str(received_at)) for id_, received_at in rows.fetchall()]
