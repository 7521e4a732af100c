"""Catalogues of several offices at one desk, as the hub reads them."""

import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.catalogue.book import CatalogueBook, book_of
from desk_app.catalogue.commands import end_procedure, publish
from desk_app.catalogue.facts import ProcedureEnded, ProcedurePublished
from desk_app.catalogue.procedure import Procedure
from desk_app.catalogue.tables import ProcedureFold, m001_procedure_versions
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry
from desk_app.kernel.records import changed
from desk_app.office.commands import describe_office
from tests.desks import AGENCY, RehearsalDesk, opened, rehearsal_desk

from .samples import procedure, step

OTHER = changed(AGENCY, code="000.16.33.H49", name="Ủy ban nhân dân phường Hiệp Mẫu")
TODAY = date(2026, 11, 23)
FIRST = procedure(valid_from=date(2026, 1, 1))
LONGER = changed(FIRST, name="Đăng ký mẫu, lâu hơn", steps=(step(half_days=20),))


@pytest.fixture
def here(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """The desk that reads."""
    with rehearsal_desk(tmp_path / "here", desk_number=1) as desk:
        yield desk


@pytest.fixture
def there(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """A desk of another office, whose journal is read; its clock is ahead, so that its words are the later ones."""
    with rehearsal_desk(tmp_path / "there", desk_number=2) as desk:
        describe_office(desk.office, by=desk.admin, agency=OTHER, command_id=desk.journal.new_id())
        desk.time.advance(timedelta(minutes=5))
        yield desk


def put(desk: RehearsalDesk, *procedures: Procedure) -> None:
    publish(desk.catalogue, by=desk.admin, procedures=procedures, command_id=desk.journal.new_id())


def end(desk: RehearsalDesk, last_on: date, code: str = FIRST.code) -> None:
    command_id = desk.journal.new_id()
    end_procedure(desk.catalogue, by=desk.admin, code=code, last_on=last_on, reason="Bãi bỏ", command_id=command_id)


def entries_of(desk: RehearsalDesk) -> tuple[Entry, ...]:
    return tuple(every_entry(desk.journal.reading()))


def send(desk: RehearsalDesk, to: RehearsalDesk) -> None:
    to.journal.merge(entries_of(desk))


def test_what_another_office_imports_does_not_change_our_catalogue(here: RehearsalDesk, there: RehearsalDesk) -> None:
    put(here, FIRST)
    put(there, LONGER, changed(LONGER, valid_from=date(2026, 6, 1)))
    send(there, here)
    assert here.catalogue.present().versions[FIRST.code] == (FIRST,)


def test_a_procedure_that_another_office_ends_goes_on_here(here: RehearsalDesk, there: RehearsalDesk) -> None:
    put(here, FIRST)
    put(there, FIRST)
    end(there, date(2026, 3, 1))
    send(there, here)
    assert here.catalogue.present().procedure_on(FIRST.code, TODAY) == FIRST
    assert here.catalogue.present_of_offices().of_desk(there.card.desk_id).find(FIRST.code, TODAY) is None


def test_each_dossier_is_told_by_the_catalogue_of_the_office_in_its_code(
    here: RehearsalDesk, there: RehearsalDesk
) -> None:
    put(here, FIRST)
    put(there, LONGER)
    send(there, here)
    offices = here.catalogue.present_of_offices()
    ours, theirs = f"{AGENCY.code}-261123-1001", f"{OTHER.code}-261123-2001"
    assert offices.of_dossier(ours).find(FIRST.code, TODAY) == FIRST
    assert offices.of_dossier(theirs).find(FIRST.code, TODAY) == LONGER
    assert offices.name_of(FIRST.code, theirs) == LONGER.name
    assert offices.names()[FIRST.code] == FIRST.name
    assert offices.names(OTHER.code)[FIRST.code] == LONGER.name
    assert offices.of_dossier("một mã lạ") == offices.own


def test_what_only_another_office_knows_is_not_offered_here_yet_has_its_name(
    here: RehearsalDesk, there: RehearsalDesk
) -> None:
    alone = changed(FIRST, code="9.999999", name="Thủ tục riêng của phường")
    put(there, alone)
    send(there, here)
    assert alone.code not in here.catalogue.present().versions
    assert here.catalogue.present_of_offices().names()[alone.code] == alone.name


def test_what_another_office_has_published_is_still_ours_to_publish(here: RehearsalDesk, there: RehearsalDesk) -> None:
    put(there, FIRST)
    send(there, here)
    written = publish(here.catalogue, by=here.admin, procedures=(FIRST,), command_id=here.journal.new_id())
    assert [entry.kind for entry in written.entries] == ["catalogue.procedure_published"]


def test_desks_of_one_office_have_one_catalogue_the_later_word_counting(tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "1") as one, rehearsal_desk(tmp_path / "2", desk_number=2) as two:
        put(one, FIRST)
        two.time.advance(timedelta(minutes=1))
        put(two, LONGER)
        for desk, other in ((one, two), (two, one)):
            send(desk, other)
        assert one.catalogue.present().versions[FIRST.code] == two.catalogue.present().versions[FIRST.code] == (LONGER,)
        one.time.advance(timedelta(minutes=2))
        end(one, TODAY)
        send(one, two)
        assert two.catalogue.present().versions[FIRST.code] == (changed(LONGER, valid_to=TODAY),)


def test_an_office_that_says_later_who_it_is_takes_its_words_along(here: RehearsalDesk, there: RehearsalDesk) -> None:
    put(there, LONGER)
    send(there, here)
    moved = changed(OTHER, code=AGENCY.code)
    describe_office(there.office, by=there.admin, agency=moved, command_id=there.journal.new_id())
    send(there, here)
    assert here.catalogue.present().versions[FIRST.code] == (LONGER,)


def test_a_home_of_an_older_program_keeps_its_catalogue(tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "home") as desk:
        put(desk, FIRST)
        end(desk, TODAY)
        before = desk.catalogue.present()
        with desk.journal.store.writing() as db:
            for table in ProcedureFold.tables:
                db.execute(f"DROP TABLE {table}")
            m001_procedure_versions(db)
            db.execute("DELETE FROM _sqlite_migrations WHERE migration_set = 'catalogue' AND name = 'm002_offices'")
    again = opened(tmp_path / "home")
    try:
        assert again.catalogue.present() == before
        assert again.journal.refold() == ()
    finally:
        again.close()


DAYS = tuple(date(2026, month, 1) for month in (1, 4, 7, 10))
# Who speaks, what about, which day, and after how many minutes.
words = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(("publish", "longer", "end")), st.sampled_from(DAYS), st.integers(0, 2)
    ),
    max_size=14,
)


def replayed(entries: Sequence[Entry], of: RehearsalDesk, desks: set[str]) -> CatalogueBook:
    """Return what the words of some desks come to, told one after the other."""
    versions: dict[tuple[str, date], Procedure] = {}
    for entry in sorted(entries, key=lambda each: each.order):
        if entry.desk not in desks or not entry.kind.startswith("catalogue."):
            continue
        match of.journal.registry.read(entry).fact:
            case ProcedurePublished(procedure=told):
                versions[told.code, told.valid_from] = told
            case ProcedureEnded(code=code, last_on=last_on):
                for key, version in tuple(versions.items()):
                    if key[0] != code:
                        continue
                    ends = min(version.valid_to or last_on, last_on)
                    if key[1] > last_on:
                        del versions[key]
                    else:
                        versions[key] = changed(version, valid_to=ends)
    return book_of(versions.values())


def said_by(desks: set[str], reader: RehearsalDesk) -> list[tuple[object, ...]]:
    """Return the rows of the catalogue's tables that hold what these desks said."""
    contents = table_contents(reader.journal.reading(), reader.journal.registry)
    return [row for table in ProcedureFold.tables for row in contents[table] if desks & set(map(str, row))]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words, st.randoms(use_true_random=False))
def test_any_order_of_the_same_entries_gives_the_same_tables_and_each_office_its_own_words(
    told: Sequence[tuple[int, str, date, int]], chance: random.Random
) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        desks = [
            stack.enter_context(rehearsal_desk(folder / str(number), desk_number=number)) for number in range(1, 6)
        ]
        writers, readers = desks[:3], desks[3:]
        describe_office(writers[2].office, by=writers[2].admin, agency=OTHER, command_id=writers[2].journal.new_id())
        for who, what, day, minutes in told:
            writers[who].time.advance(timedelta(minutes=minutes))
            version = changed(FIRST if what == "publish" else LONGER, valid_from=day)
            if what != "end":
                put(writers[who], version)
            elif FIRST.code in writers[who].catalogue.present().versions:
                end(writers[who], day)
        entries = [entry for writer in writers for entry in entries_of(writer)]
        for reader in readers:
            chance.shuffle(entries)
            cut = chance.randrange(len(entries) + 1)
            for part in (entries[:cut], entries[cut:]):
                reader.journal.merge(part)
        theirs, second = {desk.card.desk_id for desk in writers}, writers[2].card.desk_id
        assert said_by(theirs, readers[0]) == said_by(theirs, readers[1])
        for reader in readers:
            assert reader.journal.refold() == ()
            offices, everything = reader.catalogue.present_of_offices(), entries_of(reader)
            assert offices.own == replayed(everything, reader, theirs - {second} | {reader.card.desk_id})
            assert offices.of_desk(second) == replayed(everything, reader, {second})
