"""The copy in PostgreSQL: a schema of its own, journal and folded tables, and how far the copy is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desk_app.journal.entry import Entry
from desk_app.sync.hub.tables.folded import FoldedTable, Row, Run

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA = "mot_cua"
_TYPES = {"TEXT": "text", "INTEGER": "bigint", "REAL": "double precision", "BLOB": "bytea"}
# One publication at a time, whoever starts it: a number of our own among PostgreSQL's advisory locks.
_LOCK = 0x6D6F7463
_ENTRY_COLUMNS = "desk, epoch, seq, command_id, clock, actor, subject, kind, version, body, previous, digest"


def prepare(pg: "Connection[Any]") -> None:
    """Make the schema where it is missing, and keep every other publication waiting until this transaction ends."""
    pg.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    pg.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    pg.execute(f"SET LOCAL search_path TO {SCHEMA}")
    pg.execute("""
        CREATE TABLE IF NOT EXISTS entries (
            desk text, epoch bigint, seq bigint, command_id text NOT NULL, clock bigint NOT NULL, actor text NOT NULL,
            subject text NOT NULL, kind text NOT NULL, version bigint NOT NULL, body text NOT NULL,
            previous bytea NOT NULL, digest bytea NOT NULL, PRIMARY KEY (desk, epoch, seq)
        )""")
    pg.execute("CREATE INDEX IF NOT EXISTS entries_by_subject ON entries (subject)")
    pg.execute("""
        CREATE TABLE IF NOT EXISTS published_chains (
            desk text, epoch bigint, seq bigint NOT NULL, digest bytea NOT NULL, PRIMARY KEY (desk, epoch)
        )""")
    pg.execute("""
        CREATE TABLE IF NOT EXISTS published_tables (
            name text PRIMARY KEY, columns text NOT NULL, content text NOT NULL
        )""")


def look_at_one_moment(pg: "Connection[Any]") -> None:
    """Make everything read until this transaction ends stand at one moment, and let it change nothing."""
    pg.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    pg.execute(f"SET LOCAL search_path TO {SCHEMA}")


def entries_of(pg: "Connection[Any]", run: Run) -> Iterator[Entry]:
    """Yield the entries of one run in the order of their chain; they are fetched in portions, never all at once."""
    with pg.cursor(name="run") as cursor:
        cursor.execute(
            f"SELECT {_ENTRY_COLUMNS} FROM entries WHERE desk = %s AND epoch = %s AND seq BETWEEN %s AND %s ORDER BY seq",
            run,
        )
        for row in cursor:
            yield Entry._make((*row[:9], row[9].encode(), bytes(row[10]), bytes(row[11])))


def chains(pg: "Connection[Any]") -> dict[tuple[str, int], tuple[int, bytes]]:
    """Return up to where each chain was published, with the digest there."""
    rows = pg.execute("SELECT desk, epoch, seq, digest FROM published_chains").fetchall()
    return {(desk, epoch): (seq, bytes(digest)) for desk, epoch, seq, digest in rows}


def put_chain(pg: "Connection[Any]", chain: tuple[str, int, int, bytes]) -> None:
    """Note up to where a chain is published."""
    pg.execute(
        "INSERT INTO published_chains VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (desk, epoch) DO UPDATE SET seq = EXCLUDED.seq, digest = EXCLUDED.digest",
        chain,
    )


def add_entries(pg: "Connection[Any]", entries: Iterable[Entry]) -> int:
    """Copy journal entries, bodies as text, and return how many."""
    count = 0
    with pg.cursor() as cursor, cursor.copy(f"COPY entries ({_ENTRY_COLUMNS}) FROM STDIN") as copy:
        for entry in entries:
            copy.write_row((*entry[:9], entry.body.decode(), entry.previous, entry.digest))
            count += 1
    return count


def table_state(pg: "Connection[Any]", table: FoldedTable) -> str | None:
    """Return what stands for the table's content as it was published last; None when it must be made, or made anew."""
    row = pg.execute("SELECT columns, content FROM published_tables WHERE name = %s", (table.name,)).fetchone()
    return None if row is None or row[0] != _columns_text(table) else str(row[1])


def make_table(pg: "Connection[Any]", table: FoldedTable) -> None:
    """Make an empty table with today's columns; an older one of that name goes."""
    columns = ", ".join(f'"{column.name}" {_TYPES.get(column.type, "text")}' for column in table.columns)
    key = [column.name for column in sorted(table.columns, key=lambda each: each.key) if column.key]
    keyed = f", PRIMARY KEY ({_quoted(key)})" if key else ""
    pg.execute(f"DROP TABLE IF EXISTS {table.name}")
    pg.execute(f"CREATE TABLE {table.name} ({columns}{keyed})")


def put_table_state(pg: "Connection[Any]", table: FoldedTable, content: str) -> None:
    """Note what stands for the table's content now."""
    pg.execute(
        "INSERT INTO published_tables VALUES (%s, %s, %s) "
        "ON CONFLICT (name) DO UPDATE SET columns = EXCLUDED.columns, content = EXCLUDED.content",
        (table.name, _columns_text(table), content),
    )


def empty_table(pg: "Connection[Any]", table: FoldedTable) -> None:
    """Remove every row."""
    pg.execute(f"TRUNCATE {table.name}")


def remove_subjects(pg: "Connection[Any]", table: FoldedTable, subjects: Sequence[str]) -> None:
    """Remove the rows of some subjects."""
    pg.execute(f'DELETE FROM {table.name} WHERE "{table.subject}" = ANY(%s)', (list(subjects),))


def add_rows(pg: "Connection[Any]", table: FoldedTable, rows: Iterable[Row]) -> int:
    """Copy rows and return how many."""
    count, listed = 0, _quoted([column.name for column in table.columns])
    with pg.cursor() as cursor, cursor.copy(f"COPY {table.name} ({listed}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _columns_text(table: FoldedTable) -> str:
    return ", ".join(f"{column.name} {column.type} {column.key}" for column in table.columns)
