"""The tables of working time: the days of every imported year, and the readings that were put."""

from collections.abc import Sequence
from datetime import date

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import canonical, from_json
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations
from desk_app.working_time.calendar import Calendar, DayOff, WorkedDay, WorkingYear
from desk_app.working_time.facts import ReadingPut, YearImported
from desk_app.working_time.reading import Reading, readings_with
from desk_app.working_time.shipped import shipped_readings, shipped_years

migrations = Migrations("working_time")


@migrations()
def m001_calendar(db: Database) -> None:
    db.execute("CREATE TABLE calendar_years (year INTEGER PRIMARY KEY, notice TEXT NOT NULL) STRICT")
    db.execute("""
        CREATE TABLE calendar_days (
            on_day TEXT PRIMARY KEY, year INTEGER NOT NULL REFERENCES calendar_years (year),
            name TEXT NOT NULL, makes_up_for TEXT
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX calendar_days_by_year ON calendar_days (year)")


@migrations()
def m002_readings(db: Database) -> None:
    db.execute("CREATE TABLE readings (valid_from TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID")


class CalendarFold(SubjectFold[WorkingYear]):
    """One year as it was last imported, by the later clock when two desks imported it."""

    name = "calendar"
    facts = (YearImported,)
    tables = ("calendar_years", "calendar_days")
    reference = True

    def fold(self, history: Sequence[Recorded]) -> WorkingYear:
        """Return the year of the last import."""
        fact = history[-1].fact
        assert isinstance(fact, YearImported)
        return fact.year

    def store(self, db: Database, subject: str, state: WorkingYear, *, fresh: bool) -> None:
        """Write the year and one row for each of its named days; ``makes_up_for`` is empty on a day off."""
        if not fresh:
            for table in reversed(self.tables):
                db.execute(f"DELETE FROM {table} WHERE year = ?", (subject.partition(":")[2],))
        db.execute("INSERT INTO calendar_years (year, notice) VALUES (?, ?)", (state.year, state.notice))
        rows: list[tuple[str, int, str, str | None]]
        rows = [(off.on.isoformat(), state.year, off.name, None) for off in state.days_off]
        rows += [(day.on.isoformat(), state.year, day.name, day.makes_up_for.isoformat()) for day in state.worked_days]
        for row in rows:
            db.execute("INSERT INTO calendar_days (on_day, year, name, makes_up_for) VALUES (?, ?, ?, ?)", row)


class ReadingFold(SubjectFold[Reading]):
    """The reading of terms from one day on, as it was last put."""

    name = "readings"
    facts = (ReadingPut,)
    tables = ("readings",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> Reading:
        """Return the reading that was put last."""
        fact = history[-1].fact
        assert isinstance(fact, ReadingPut)
        return fact.reading

    def store(self, db: Database, subject: str, state: Reading, *, fresh: bool) -> None:
        """Write the reading under the day from which it holds."""
        if not fresh:
            db.execute("DELETE FROM readings WHERE valid_from = ?", (subject.partition(":")[2],))
        row = (state.valid_from.isoformat(), canonical(state))
        db.execute("INSERT INTO readings (valid_from, body) VALUES (?, ?)", row)


FOLDS = (CalendarFold(), ReadingFold())


def load_calendar(db: Database) -> Calendar:
    """Return the calendar the office counts by: the years shipped with the program, each replaced by its import."""
    return Calendar((*shipped_years(), *list_imported_years(db)))


def load_readings(db: Database) -> tuple[Reading, ...]:
    """Return the readings counted by, oldest first: those shipped, each replaced by what was put for its day."""
    put = (from_json(row[0], Reading) for row in db.execute("SELECT body FROM readings"))
    return readings_with(shipped_readings(), put)


def list_imported_years(db: Database) -> tuple[WorkingYear, ...]:
    """Return the years that were imported here, oldest first."""
    notices = db.execute("SELECT year, notice FROM calendar_years ORDER BY year").fetchall()
    return tuple(_year(db, year, notice) for year, notice in notices)


def _year(db: Database, year: int, notice: str) -> WorkingYear:
    query = "SELECT on_day, name, makes_up_for FROM calendar_days WHERE year = ? ORDER BY on_day"
    days_off: list[DayOff] = []
    worked_days: list[WorkedDay] = []
    for on_day, name, makes_up_for in db.execute(query, (year,)).fetchall():
        on = date.fromisoformat(on_day)
        if makes_up_for is None:
            days_off.append(DayOff(on=on, name=name))
        else:
            worked_days.append(WorkedDay(on=on, name=name, makes_up_for=date.fromisoformat(makes_up_for)))
    return WorkingYear(year=year, notice=notice, days_off=tuple(days_off), worked_days=tuple(worked_days))
