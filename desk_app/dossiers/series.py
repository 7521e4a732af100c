"""Which numbers this room gives out: codes of dossiers, apology letters."""

from desk_app.dossiers.numbering import Run, number_of, runs
from desk_app.dossiers.tables import apologies
from desk_app.dossiers.tables.queries import highest_code
from desk_app.office.series import Giver, Series
from desk_app.storage.engine import Database


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return the day's codes and the year's letters; the long codes too once the short ones may have been used up."""
    short, long = (_codes(db, run, giver.desk) for run in runs(giver.office_code, giver.desk_number, giver.on))
    year = giver.on.year
    letters = Series(name=apologies.series_of(year), highest=apologies.highest_number(db, giver.desk, year) or None)
    return (short, long, letters) if short.floor == short.last else (short, letters)


def last_code_left_out(db: Database, giver: Giver) -> str:
    """Return the code after which this desk goes on today; empty where it begins with its first."""
    codes = (highest_code(db, run, giver.desk) for run in runs(giver.office_code, giver.desk_number, giver.on))
    return max(filter(None, codes), key=lambda code: (len(code), code), default="")


def _codes(db: Database, run: Run, desk: str) -> Series:
    highest = highest_code(db, run, desk)
    return Series(
        name=run.first,
        highest=None if highest is None else number_of(highest),
        first=number_of(run.first),
        last=number_of(run.last),
    )
