"""A desk taken away: laptops made ready in one step, worked on all day, and brought home in any order, any number of times."""

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.accounts.sign_in import sign_in
from desk_app.away_founding import open_pack
from desk_app.desk import Desk, open_desk
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.journal import tables as journal_tables
from desk_app.journal.fold_pass import table_contents
from desk_app.kernel.errors import Cancelled, Conflict, InvalidInput
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.printing.tables import list_papers
from desk_app.reports.figure import Report
from desk_app.sync.away.bring_home import bring_home, numbers_by_day
from desk_app.sync.away.days import DayAtWork
from desk_app.sync.away.desk_numbers import free_number
from desk_app.sync.away.prepare import Wanted, prepare
from desk_app.sync.away.tables import list_laptops
from desk_app.sync.export import export
from desk_app.sync.trust import list_trusted
from tests.desks import MORNING, PASSWORD, RehearsalDesk, rehearsal_desk
from tests.reports.asking import asked
from tests.sync.laptops import PASSPHRASE, opened_laptop, packed, registered


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """Give a desk that no hub knows: taking a laptop away needs none."""
    with rehearsal_desk(tmp_path / "desk") as made:
        yield made


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
    assert looked.days == (DayAtWork(on=MORNING.date(), registered=3, settled=1, handed_over=0),)
    assert list_laptops(desk.journal.reading())[0].brought_at is None
    home = bring_home(desk.away, by=desk.admin, file=file)
    assert (home.dossiers, home.desk_number) == (3, 90)
    (day,) = home.numbers
    assert (day.used, day.missing) == (3, ())
    assert home.imported.ahead == 0
    before = contents(desk)
    again = bring_home(desk.away, by=desk.admin, file=file)
    assert (again.imported.taken, again.dossiers, again.days) == (0, 3, ())
    assert contents(desk) == before
    assert list_laptops(desk.journal.reading())[0].brought_at is not None


def test_what_a_laptop_received_is_counted_for_its_office(desk: RehearsalDesk, tmp_path: Path) -> None:
    officer, office = desk.accounts_by_role["officer"], desk.card.office_code
    with opened_laptop(packed(desk, tmp_path), tmp_path / "laptop", desk) as laptop:
        dossier = registered(laptop, officer, "Người Lưu Động")
        issue_result(laptop.dossiers, by=officer, dossier=dossier, command_id=laptop.journal.new_id())
        file = export(laptop.sync, by=officer, folder=tmp_path).file
    bring_home(desk.away, by=desk.admin, file=file)
    today = MORNING.date().isoformat()
    whole, own = (asked(desk, "timeliness", (today, today), unit) for unit in ("", office))
    assert figures(own) == figures(whole)
    assert any(value for row in figures(own) for value in row)
    assert desk.journal.refold() == ()


def figures(report: Report) -> list[list[int]]:
    return [[cell.value or 0 for cell in row.cells] for table in report.tables for row in table.rows]


def test_a_second_day_away_is_told_apart_and_an_earlier_one_that_is_home_is_not_told_again(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    officer, (first, second) = desk.accounts_by_role["officer"], (tmp_path / "one", tmp_path / "two")
    first.mkdir()
    second.mkdir()
    time = FixedTime(MORNING)
    open_pack(Home(tmp_path / "laptop"), packed(desk, tmp_path), passphrase=PASSPHRASE, time=time)
    with closing(open_desk(Home(tmp_path / "laptop"), time=time)) as laptop:
        own = registered(laptop, officer, "Người Ngày Đầu")
        bring_home(desk.away, by=desk.admin, file=export(laptop.sync, by=officer, folder=first).file)
        time.advance(timedelta(days=2))
        issue_result(laptop.dossiers, by=officer, dossier=own, command_id=laptop.journal.new_id())
        hand_over(laptop.dossiers, by=officer, dossier=own, command_id=laptop.journal.new_id())
        registered(laptop, officer, "Người Ngày Sau")
        file = export(laptop.sync, by=officer, folder=second).file
    looked = bring_home(desk.away, by=desk.admin, file=file, dry_run=True)
    later = (MORNING + timedelta(days=2)).date()
    assert looked.days == (DayAtWork(on=later, registered=1, settled=1, handed_over=1),)


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
