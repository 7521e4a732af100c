"""What came home: a laptop's file taken, and an account of it that adds up."""

from collections.abc import Sequence
from pathlib import Path

from desk_app.journal.slices import list_heads
from desk_app.journal.write_door import Writing
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record
from desk_app.sync.away import tables
from desk_app.sync.away.days import DayAtWork, DaysAtWork
from desk_app.sync.away.facts import AwayBroughtHome, away_subject
from desk_app.sync.away.room import BRING_HOME, Away
from desk_app.sync.away.tables import Laptop
from desk_app.sync.importing import Imported, Watch, import_bundle


class NumbersOfDay(Record):
    """The codes of one length that a laptop issued on one day: how many, the first, the last, what is left out between them."""

    day: str
    used: int
    first: str
    last: str
    missing: tuple[str, ...]


class Homecoming(Record):
    """What a laptop's file brought, or in a dry run would bring: what is new, by ``days``.

    ``numbers`` are all that the laptop used, as far as they are home.
    """

    imported: Imported
    laptop: str
    desk_number: int
    session: str
    dossiers: int
    days: tuple[DayAtWork, ...]
    numbers: tuple[NumbersOfDay, ...]


def bring_home(room: Away, *, by: str, file: Path, dry_run: bool = False, watch: Watch | None = None) -> Homecoming:
    """Take a laptop's file and say what came of it; a second time, or a week late, nothing is doubled.

    Raises what ``import_bundle`` raises; then nothing is taken.
    """
    room.sync.require(by, BRING_HOME)
    days = DaysAtWork(room.journal.registry)
    imported = import_bundle(room.sync, by=by, file=file, dry_run=dry_run, watch=watch, each=days.take)
    laptop = next(
        (each for each in tables.list_laptops(room.journal.reading()) if each.laptop == imported.writer), None
    )
    if laptop is not None and not dry_run and imported.taken:
        _note(room, by, laptop, imported)
    numbers = numbers_by_day(tables.numbers_of(room.journal.reading(), imported.writer, ""))
    return Homecoming(
        imported=imported,
        laptop=imported.writer,
        desk_number=laptop.desk_number if laptop else 0,
        session=laptop.session if laptop else "",
        dossiers=sum(each.used for each in numbers),
        days=days.of(imported.writer),
        numbers=numbers,
    )


def _note(room: Away, by: str, laptop: Laptop, imported: Imported) -> None:
    heads = list_heads(room.journal.reading())
    seq = max((each.seq for each in heads if each.desk == laptop.laptop), default=0)

    def decide(writing: Writing) -> None:
        fact = AwayBroughtHome(laptop=laptop.laptop, seq=seq, taken=imported.taken, brought_at=writing.now)
        writing.add(away_subject(laptop.laptop), fact)

    command_id = command_id_of(f"away:{room.journal.desk_id}:{laptop.laptop}:{seq}")
    room.journal.write(by=by, permission=BRING_HOME, command_id=command_id, decide=decide)


def numbers_by_day(codes: Sequence[str]) -> tuple[NumbersOfDay, ...]:
    """Return what numbers the codes of one desk use, day by day, and which between them are left out."""
    days: dict[tuple[str, int], list[str]] = {}
    for code in codes:
        # Beyond 999 a day the numbers go on longer, elsewhere: between the two nothing is left out.
        days.setdefault((code.rsplit("-", 1)[0], len(code)), []).append(code)
    return tuple(_of_day(day, sorted(found)) for (day, _length), found in sorted(days.items()))


def _of_day(day: str, codes: list[str]) -> NumbersOfDay:
    width = len(codes[0].rsplit("-", 1)[1])
    used = {int(code.rsplit("-", 1)[1]) for code in codes}
    missing = tuple(f"{day}-{number:0{width}d}" for number in range(min(used), max(used)) if number not in used)
    return NumbersOfDay(day=day, used=len(codes), first=codes[0], last=codes[-1], missing=missing)
