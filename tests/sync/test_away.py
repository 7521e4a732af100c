"""A desk taken away: laptops made ready in one step, worked on all day, and brought home in any order, any number of times."""

import os
import random
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import keyring
import pytest

from desk_app.accounts.sign_in import sign_in
from desk_app.away_founding import open_pack
from desk_app.desk import Desk, open_desk
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.register import register
from desk_app.journal import tables as journal_tables
from desk_app.journal.fold_pass import table_contents
from desk_app.kernel.errors import BundleRejected, Cancelled, Conflict, InvalidInput
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.printing.tables import list_papers
from desk_app.sync.away.bring_home import bring_home, numbers_by_day
from desk_app.sync.away.pack import read_pack
from desk_app.sync.away.prepare import Wanted, free_number, prepare
from desk_app.sync.away.tables import list_laptops
from desk_app.sync.export import export
from desk_app.sync.trust import list_trusted
from tests.desks import PASSWORD, RehearsalDesk, form, rehearsal_desk
from tests.storage.memory_keyring import MemoryKeyring

PASSPHRASE = "hoa sen nở giữa đồng"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "desk") as made:
        yield made


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Give the key store of a real laptop, where the rehearsal's would be a file."""
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    monkeypatch.setattr("desk_app.away_founding.key_place", lambda _rehearsal: "keyring")
    yield ours
    keyring.set_keyring(before)


def registered(desk: Desk, by: str, name: str) -> str:
    taken = form(name, channel="mobile")
    return register(desk.dossiers, by=by, form=taken, command_id=desk.journal.new_id()).subject


def packed(desk: RehearsalDesk, folder: Path, **wanted: object) -> Path:
    chosen = {"desk_number": free_number(desk.away), "people": (desk.accounts_by_role["officer"],), **wanted}
    done = prepare(
        desk.away,
        by=desk.admin,
        wanted=Wanted(**chosen),  # type: ignore[arg-type]
        folder=folder,
        passphrase=PASSPHRASE,
        command_id=desk.journal.new_id(),
    )
    return done.file


@contextmanager
def opened_laptop(file: Path, folder: Path, desk: RehearsalDesk) -> Iterator[Desk]:
    time = FixedTime(desk.time.now() + timedelta(minutes=1))
    open_pack(Home(folder), file, passphrase=PASSPHRASE, time=time)
    laptop = open_desk(Home(folder), time=time)
    try:
        yield laptop
    finally:
        laptop.close()


def contents(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    return table_contents(desk.journal.reading(), desk.journal.registry)


def test_a_laptop_is_a_desk_with_the_same_people_catalogue_and_open_dossiers(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    open_one, settled = registered(desk, desk.admin, "Người Đang Chờ"), registered(desk, desk.admin, "Người Đã Xong")
    issue_result(desk.dossiers, by=desk.admin, dossier=settled, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=desk.admin, dossier=settled, command_id=desk.journal.new_id())
    with opened_laptop(packed(desk, tmp_path), tmp_path / "laptop", desk) as laptop:
        officer = desk.accounts.present_book().get(desk.accounts_by_role["officer"])
        assert sign_in(laptop.accounts, officer.login, PASSWORD).id == officer.id
        assert laptop.catalogue.present().versions == desk.catalogue.present().versions
        assert laptop.office.present_book().get_agency() == desk.office.present_book().get_agency()
        ids = {row[0] for row in laptop.journal.reading().execute("SELECT id FROM dossiers")}
        assert ids == {open_one}, "only what it needs"
        assert list_papers(laptop.journal.reading(), open_one), "with its receipt, to be printed again"
        assert laptop.journal.refold() == ()
        assert laptop.journal.verify().breaks == ()


def test_who_was_not_chosen_cannot_sign_in(desk: RehearsalDesk, tmp_path: Path) -> None:
    with opened_laptop(packed(desk, tmp_path), tmp_path / "laptop", desk) as laptop:
        leader = desk.accounts.present_book().get(desk.accounts_by_role["leader"])
        with pytest.raises(Exception, match="không đúng"):
            sign_in(laptop.accounts, leader.login, PASSWORD)


def test_a_stolen_pack_and_a_stolen_disk_show_nobodys_name(desk: RehearsalDesk, tmp_path: Path) -> None:
    registered(desk, desk.admin, "Nguyễn Thị Bí Mật")
    file = packed(desk, tmp_path)
    secrets = [text.encode(coding) for text in ("Bí Mật", "Trần Thị Thử") for coding in ("utf-8", "utf-16-le")]
    with opened_laptop(file, tmp_path / "laptop", desk) as laptop:
        registered(laptop, desk.accounts_by_role["officer"], "Lê Văn Bí Mật")
        written = [each for each in (tmp_path / "laptop").rglob("*") if each.is_file()]
        for each in (file, *written):
            raw = each.read_bytes()
            assert not any(secret in raw for secret in secrets), each.name


def test_a_wrong_passphrase_opens_nothing_and_leaves_nothing(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = packed(desk, tmp_path)
    with pytest.raises(BundleRejected, match="Không mở được"):
        open_pack(Home(tmp_path / "laptop"), file, passphrase="sai mật khẩu rồi")
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(BundleRejected):
        open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    assert not (tmp_path / "laptop").exists()


def test_whoever_stops_the_opening_leaves_neither_folder_nor_key_and_may_open_again(
    desk: RehearsalDesk, tmp_path: Path, key_store: MemoryKeyring
) -> None:
    file, heard = packed(desk, tmp_path), list[tuple[int, int]]()
    open_pack(Home(tmp_path / "whole"), file, passphrase=PASSPHRASE, watch=lambda *step: heard.append(step))
    key_store.kept.clear()
    for last in (0, 1, 2, len(heard) // 2, len(heard) - 1):
        steps = iter(range(len(heard)))

        def stop(_done: int, _total: int, steps: Iterator[int] = steps, last: int = last) -> None:
            if next(steps) == last:
                raise Cancelled("window.stopped", "Đã dừng.", "")

        with pytest.raises(Cancelled):
            open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE, watch=stop)
        assert sorted(each.name for each in tmp_path.iterdir()) == ["desk", file.name, "whole"]
        assert key_store.kept == {}
    open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    assert len(key_store.kept) == 1


def test_a_pack_opened_twice_on_one_computer_leaves_the_first_its_key(
    desk: RehearsalDesk, tmp_path: Path, key_store: MemoryKeyring
) -> None:
    file = packed(desk, tmp_path)
    open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    before = dict(key_store.kept)
    with pytest.raises(Conflict):
        open_pack(Home(tmp_path / "again"), file, passphrase=PASSPHRASE)
    assert key_store.kept == before
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("folder", "passphrase", "trouble"), [("", "ngắn", "12 ký tự"), ("rút ra rồi", PASSPHRASE, "Không thấy thư mục")]
)
def test_what_cannot_be_written_uses_up_no_number(
    desk: RehearsalDesk, tmp_path: Path, folder: str, passphrase: str, trouble: str
) -> None:
    with pytest.raises(InvalidInput, match=trouble):
        prepare(
            desk.away,
            by=desk.admin,
            wanted=Wanted(desk_number=90, people=(desk.admin,)),
            folder=tmp_path / folder,
            passphrase=passphrase,
            command_id=desk.journal.new_id(),
        )
    assert list_laptops(desk.journal.reading()) == ()
    assert free_number(desk.away) == 90


@pytest.mark.parametrize("last_step", [0, 1])
def test_whoever_stops_the_making_ready_leaves_no_laptop_behind(
    desk: RehearsalDesk, tmp_path: Path, last_step: int
) -> None:
    def stop(step: int, _total: int) -> None:
        if step == last_step:
            raise Cancelled("window.stopped", "Đã dừng.", "")

    (tmp_path / "usb").mkdir()
    with pytest.raises(Cancelled):
        prepare(
            desk.away,
            by=desk.admin,
            wanted=Wanted(desk_number=90, people=(desk.admin,)),
            folder=tmp_path / "usb",
            passphrase=PASSPHRASE,
            command_id=desk.journal.new_id(),
            watch=stop,
        )
    assert list_laptops(desk.journal.reading()) == ()
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_passphrase_opens_however_the_keyboard_composes_its_letters(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = packed(desk, tmp_path)
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    assert read_pack(file, decomposed).desk_number == 90


def test_numbers_left_out_are_named_within_one_length_and_one_day() -> None:
    stem = "000.16.32.H49-2611"
    codes = [f"{stem}23-90998", f"{stem}23-90999", f"{stem}23-0901000", f"{stem}23-0901002", f"{stem}24-90002"]
    assert [(each.used, each.first, each.missing) for each in numbers_by_day(codes)] == [
        (2, f"{stem}23-90998", ()),
        (2, f"{stem}23-0901000", (f"{stem}23-0901001",)),
        (1, f"{stem}24-90002", ()),
    ]


def test_two_laptops_never_get_one_number(desk: RehearsalDesk, tmp_path: Path) -> None:
    packed(desk, tmp_path, desk_number=91)
    assert free_number(desk.away) == 90
    with pytest.raises(Conflict, match="đã cấp"):
        packed(desk, tmp_path, desk_number=91)
    assert [each.desk_number for each in list_laptops(desk.journal.reading())] == [91]
    assert [each.desk_number for each in list_trusted(desk.sync)] == [91]


def test_what_comes_home_adds_up_and_twice_changes_nothing(desk: RehearsalDesk, tmp_path: Path) -> None:
    waiting = registered(desk, desk.admin, "Người Đang Chờ")
    officer = desk.accounts_by_role["officer"]
    with opened_laptop(packed(desk, tmp_path), tmp_path / "laptop", desk) as laptop:
        for letter in "ABC":
            registered(laptop, officer, f"Người Lưu Động {letter}")
        issue_result(laptop.dossiers, by=officer, dossier=waiting, command_id=laptop.journal.new_id())
        file = export(laptop.sync, by=officer, folder=tmp_path).file
    looked = bring_home(desk.away, by=desk.admin, file=file, dry_run=True)
    assert looked.imported.new_dossiers == 3
    assert list_laptops(desk.journal.reading())[0].brought_at is None
    home = bring_home(desk.away, by=desk.admin, file=file)
    assert (home.dossiers, home.desk_number) == (3, 90)
    (day,) = home.numbers
    assert (day.used, day.missing) == (3, ())
    assert home.imported.ahead == 0
    before = contents(desk)
    again = bring_home(desk.away, by=desk.admin, file=file)
    assert (again.imported.taken, again.dossiers) == (0, 3)
    assert contents(desk) == before
    assert list_laptops(desk.journal.reading())[0].brought_at is not None


def test_two_laptops_and_the_desk_end_with_the_same_tables_whatever_the_order(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    count = int(os.environ.get("DOSSIERS", "24"))
    chance, officer = random.Random(7), desk.accounts_by_role["officer"]
    shared = [registered(desk, desk.admin, f"Người Chung {'ABCDEF'[n]}") for n in range(6)]
    with ExitStack() as stack:
        laptops = [
            stack.enter_context(opened_laptop(packed(desk, tmp_path), tmp_path / f"laptop{n}", desk)) for n in (1, 2)
        ]
        files = []
        for number in range(count):
            at = chance.choice((desk, *laptops))
            by = desk.admin if at is desk else officer
            registered(at, by, f"Người {chr(65 + number % 26)}{chr(97 + number // 26)}")
            if at is not desk and number % 7 == 0:
                files.append(export(at.sync, by=officer, folder=tmp_path, whole=chance.random() < 0.5).file)
        for dossier in shared:
            for at in laptops:
                issue_result(at.dossiers, by=officer, dossier=dossier, command_id=at.journal.new_id())
        files += [export(at.sync, by=officer, folder=tmp_path).file for at in laptops]
        returns = files * 2
        chance.shuffle(returns)
        for file in returns:
            bring_home(desk.away, by=desk.admin, file=file)
        total = desk.journal.reading().execute("SELECT count(*), count(DISTINCT code) FROM dossiers").fetchone()
        assert tuple(total) == (count + 6, count + 6)
        everything = tuple(journal_tables.every_entry(desk.journal.reading()))
        for at in laptops:
            at.journal.merge(everything)
            assert journal_tables.count_carried(at.journal.reading()) == 0
            assert contents(at) == contents(desk)
