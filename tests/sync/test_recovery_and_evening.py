"""The key in the safe, and the end of the day."""

from pathlib import Path

import pytest
import zstandard

from desk_app.kernel.errors import DeviceTrouble, NotFound, Refused
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import find_original
from desk_app.sync.container import read_container
from desk_app.sync.evening import counted_words, digest_groups, export_evening
from desk_app.sync.keys import own_keys, rotate_keys
from desk_app.sync.recovery import (
    is_named,
    name_new_recovery,
    new_recovery,
    open_escrow,
    recovery_from,
    recovery_paper,
    restore_keys,
)
from tests.desks import RehearsalDesk
from tests.sync.age_reader import opened as age_opened
from tests.sync.carrying import SyncOffice, enrol, send, take, work


def named(desk: RehearsalDesk) -> str:
    """Name a new recovery key; return the words that stand on the paper."""
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    return key.words


def test_who_holds_the_paper_opens_every_bundle(desk: RehearsalDesk, stick: Path) -> None:
    words = named(desk)
    work(desk, "Đặng Thị Mẫu")
    made = send(desk, stick)
    with made.file.open("rb") as stream:
        parts = read_container(stream, "gói")
        stream.seek(parts.payload_at)
        sealed = stream.read(parts.payload_bytes)
    packed = age_opened(sealed, recovery_from(words).identity)
    assert "Đặng Thị Mẫu" in zstandard.ZstdDecompressor().decompressobj().decompress(packed).decode()


def test_the_hub_s_recovery_key_reaches_the_desks_it_lets_in(
    office: SyncOffice, hub: RehearsalDesk, stick: Path
) -> None:
    words = named(hub)
    desk = office.desk(1)
    enrol(desk, hub, stick)
    assert is_named(desk.sync, recovery_from(words))
    assert not is_named(desk.sync, new_recovery())


def test_lost_keys_come_back_from_the_escrow_of_any_desk_that_holds_the_journal(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    words = named(desk)
    rotate_keys(desk.sync, by=desk.admin, command_id=desk.journal.new_id())
    keys = own_keys(desk.sync, by=desk.admin)
    take(hub, send(desk, stick).file)
    assert open_escrow(hub.sync, recovery_from(words), desk.journal.desk_id).keys == keys
    with pytest.raises(Refused):
        open_escrow(hub.sync, new_recovery(), desk.journal.desk_id)
    with pytest.raises(NotFound):
        open_escrow(hub.sync, recovery_from(words), hub.journal.desk_id)
    new_id = desk.journal.new_id
    with pytest.raises(Refused):
        restore_keys(desk.sync, by=desk.admin, key=recovery_from(words), command_id=new_id())
    with desk.journal.store.writing() as db:
        db.execute("DELETE FROM sync_secrets")
    restore_keys(desk.sync, by=desk.admin, key=recovery_from(words), command_id=new_id())
    assert own_keys(desk.sync, by=desk.admin) == keys
    work(desk)
    assert take(hub, send(desk, stick).file).taken > 0


def test_the_paper_bears_the_words_and_nothing_of_the_secret_stays_in_the_data(desk: RehearsalDesk) -> None:
    key = new_recovery()
    paper = recovery_paper(desk.sync, key, desk.time.now())
    assert paper_pdf(paper).startswith(b"%PDF")
    texts = " ".join(getattr(block, "text", "") for block in paper.blocks)
    assert all(group in texts for group in key.words.split())
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    db = desk.journal.reading()
    for table in [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]:
        for row in db.execute(f"SELECT * FROM [{table}]").fetchall():
            assert key.identity not in str(row)


def test_the_evening_s_one_key_leaves_a_proved_bundle_and_a_slip_in_the_queue(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    work(desk, "Đặng Thị Mẫu", "Nguyễn Văn Thử")
    done = export_evening(desk.sync, by=desk.admin, folder=stick, command_id=desk.journal.new_id())
    assert take(hub, done.exported.file).taken == done.exported.entries
    db = desk.journal.reading()
    (paper,) = list_papers(db, f"sync-bundle:{done.exported.bundle}")
    slip = find_original(db, paper.id)
    assert slip is not None
    said = str(slip.blocks)
    assert done.exported.file.name in said
    digest = next(each.digest for each in done.exported.cover.slices if each.desk == desk.journal.desk_id)
    assert all(group in said for line in digest_groups(digest) for group in line.split())
    assert "hồ sơ" in said
    assert paper_pdf(slip).startswith(b"%PDF")


def test_when_the_stick_fails_no_slip_is_printed(desk: RehearsalDesk, stick: Path) -> None:
    before = desk.journal.reading().execute("SELECT count(*) FROM print_jobs").fetchone()[0]
    with pytest.raises(DeviceTrouble):
        export_evening(desk.sync, by=desk.admin, folder=stick / "rút rồi", command_id=desk.journal.new_id())
    assert desk.journal.reading().execute("SELECT count(*) FROM print_jobs").fetchone()[0] == before


def test_entries_are_counted_in_words_people_use() -> None:
    kinds = {"dossier.registered": 3, "dossier.noted": 2, "paper.issued": 9, "office.described": 1, "printer.chosen": 1}
    assert list(counted_words(kinds).items()) == [("giấy đã lập", 9), ("hồ sơ", 5), ("việc khác", 2)]


def test_a_digest_is_read_in_four_lines_of_four_groups() -> None:
    lines = digest_groups("0123456789abcdef" * 4)
    assert lines == ("0123 4567 89ab cdef",) * 4
