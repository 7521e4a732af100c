"""A journal made up for measurements: dossiers registered, receipted, settled and handed over, written straight into the chain."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from desk_app.dossiers.facts import HandedOver, ResultIssued
from desk_app.dossiers.person import Person
from desk_app.journal import tables
from desk_app.journal.chain import sealed
from desk_app.journal.clock import ticked
from desk_app.journal.entry import Entry
from desk_app.journal.fact import Fact
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.records import canonical
from desk_app.printing.facts import PaperIssued
from tests.bench.invented import Crowd
from tests.bench.made_up import registered_fact
from tests.desks import MORNING, RehearsalDesk

PER_DOSSIER = 4
_PEOPLE = 20_000
_BETWEEN = timedelta(minutes=2)


def fill_journal(desk: RehearsalDesk, count: int) -> None:
    """Add ``count`` entries to the desk's own chain; its tables are not folded, they are not what is measured."""
    seat = desk.journal.seat
    with desk.journal.store.writing() as db:
        seq, previous, clock = tables.head(db, seat.desk, seat.epoch)
        for added, (command_id, at, subject, fact) in enumerate(_facts(count), 1):
            clock = ticked(clock, at)
            entry = sealed(
                Entry(
                    desk=seat.desk,
                    epoch=seat.epoch,
                    seq=seq + added,
                    command_id=command_id,
                    clock=clock,
                    actor=desk.admin,
                    subject=subject,
                    kind=fact.KIND,
                    version=fact.VERSION,
                    body=canonical(fact),
                    previous=previous,
                    digest=b"",
                )
            )
            tables.append(db, entry)
            previous = entry.digest


def _facts(count: int) -> Iterator[tuple[str, datetime, str, Fact]]:
    """Yield what a counter would write: command, moment, subject, fact; ``count`` of them."""
    ids, chance, people = IdMaker(), random.Random(11), Crowd(_PEOPLE, seed=8).people()
    first = MORNING - _BETWEEN * (count // PER_DOSSIER + 1)
    for place in range(-(-count // PER_DOSSIER)):
        at = first + _BETWEEN * place
        dossier = ids.new(at)
        steps = list(_life(dossier, chance.choice(people), place, at, ids))
        for step, (command_id, subject, fact) in enumerate(steps[: count - place * PER_DOSSIER]):
            yield command_id, at + timedelta(seconds=10 * step), subject, fact


def _life(dossier: str, person: Person, place: int, at: datetime, ids: IdMaker) -> Iterator[tuple[str, str, Fact]]:
    command, registered = ids.new(at), registered_fact(person, place, at)
    yield command, dossier, registered
    digest = sha256(dossier.encode()).hexdigest()
    paper = PaperIssued(
        paper_kind="receipt",
        code=registered.code,
        title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        about=dossier,
        copies=("Lưu", "Giao khách hàng"),
        digest=digest,
        printer="",
    )
    yield command, f"{dossier}/{ids.new(at)}", paper
    yield ids.new(at), dossier, ResultIssued(issued_at=at, number="", note="")
    handed = HandedOver(
        handed_at=at,
        to=person.name,
        relation="self",
        paper_shown="",
        note="",
        kinship="",
        id_number="",
        signed_register=True,
    )
    yield ids.new(at), dossier, handed
