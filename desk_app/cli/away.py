"""``desk away``: a laptop made ready, opened from its pack, and brought home."""

from pathlib import Path

import click

from desk_app.away_founding import open_pack
from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.files import require_folder
from desk_app.cli.life_options import account_named
from desk_app.cli.lines import require_file
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.sync.away.bring_home import Homecoming, bring_home
from desk_app.sync.away.desk_numbers import free_number
from desk_app.sync.away.prepare import Wanted, prepare
from desk_app.sync.away.room import PREPARE
from desk_app.sync.away.tables import Laptop, list_laptops

family = Group(
    "away",
    help="Máy mang đi: chuẩn bị, mở gói trên máy đó, nhận tệp về.",
    members={
        name: f"desk_app.cli.away:{job}"
        for name, job in (
            ("prepare", "prepare_laptop"),
            ("open", "open_laptop"),
            ("home", "take_home"),
            ("list", "laptops"),
        )
    },
)
_PASSPHRASE = "DESK_PACK_PASSPHRASE"


class PreparedShown(Record):
    """What ``desk away prepare`` answers."""

    file: str
    laptop: str
    desk_number: int
    dossiers: int
    lines: int
    entries: int


class Opened(Record):
    """What ``desk away open`` answers."""

    home: str
    desk_id: str
    desk_number: int
    office_code: str


class LaptopShown(Record):
    """A laptop that was made ready."""

    laptop: str
    desk_number: int
    session: str
    people: tuple[str, ...]
    dossiers: int
    lines: int
    prepared_at: str
    brought_at: str


@command("prepare", "Chuẩn bị một máy mang đi: ghi gói đã khóa bằng mật khẩu gói.")
@click.option(
    "--to",
    "folder",
    required=True,
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi gói vào đây: thẻ nhớ hoặc thư mục có sẵn.",
)
@click.option("--for", "people", multiple=True, required=True, metavar="TÊN", help="Ai dùng máy; ghi nhiều lần được.")
@click.option("--number", type=int, default=0, metavar="SỐ", help="Số máy; không ghi thì lấy số trống từ 90.")
@click.option("--session", default="", metavar="BUỔI", help="Cho buổi lưu động nào: mang theo danh sách cần giấy tờ.")
@click.option("--area", default="", metavar="KHU_VỰC", help="Chỉ danh sách của khu vực này.")
@click.option("--passphrase", envvar=_PASSPHRASE, default="", help=f"Mật khẩu gói; nên đặt ở biến {_PASSPHRASE}.")
@asks
def prepare_laptop(
    asked: Asked, folder: Path, people: tuple[str, ...], number: int, session: str, area: str, passphrase: str
) -> None:
    """Write a pack."""
    with acting(asked) as act:
        act.desk.require(act.by, PREPARE)
        require_folder(folder)
        wanted = Wanted(
            desk_number=number or free_number(act.desk.away),
            people=tuple(account_named(act, each) for each in people),
            session=session,
            area=area,
        )
        done = prepare(
            act.desk.away, by=act.by, wanted=wanted, folder=folder, passphrase=passphrase, command_id=act.new_id()
        )
    shown = PreparedShown(
        file=str(done.file),
        laptop=done.laptop,
        desk_number=wanted.desk_number,
        dossiers=done.dossiers,
        lines=done.lines,
        entries=done.entries,
    )
    words = f"Đã ghi {done.file}: {quantity(done.dossiers)} hồ sơ, {quantity(done.lines)} người cần giấy tờ."
    answer(asked, shown, words)


@command("open", "Trên máy mang đi: mở gói thành thư mục dữ liệu (--home).")
@click.argument("file", metavar="GÓI", type=click.Path(path_type=Path))
@click.option("--passphrase", envvar=_PASSPHRASE, default="", help=f"Mật khẩu gói; nên đặt ở biến {_PASSPHRASE}.")
@asks
def open_laptop(asked: Asked, file: Path, passphrase: str) -> None:
    """Make a data folder from a pack."""
    require_file(file)
    if not passphrase:
        raise InvalidInput("passphrase", "Chưa có mật khẩu gói.", f"Đặt ở biến {_PASSPHRASE}.")
    card = open_pack(asked.home, file, passphrase=passphrase, key_password=asked.key_password, time=asked.time())
    opened = Opened(
        home=str(asked.home.folder), desk_id=card.desk_id, desk_number=card.desk_number, office_code=card.office_code
    )
    answer(asked, opened, f"Máy số {card.desk_number} đã sẵn sàng trong {opened.home}; đăng nhập như ở quầy.")


@command("home", "Nhận tệp của máy mang đi về, xem đã về những gì.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ nhận gì.")
@asks
def take_home(asked: Asked, file: Path, dry_run: bool) -> None:
    """Take a laptop's file."""
    require_file(file)
    with acting(asked) as act:
        done = bring_home(act.desk.away, by=act.by, file=file, dry_run=dry_run)
    answer(asked, done, _home_words(done))


@command("list", "Các máy đã chuẩn bị, máy nào đã về.")
@asks
def laptops(asked: Asked) -> None:
    """List the laptops."""
    with acting(asked) as act:
        act.desk.require(act.by, PREPARE)
        found = list_laptops(act.desk.journal.reading())
    answer_each(asked, ((_shown(each), _words(each)) for each in found), nothing="Chưa chuẩn bị máy nào.")


def _shown(each: Laptop) -> LaptopShown:
    return LaptopShown(
        laptop=each.laptop,
        desk_number=each.desk_number,
        session=each.session,
        people=each.people,
        dossiers=each.dossiers,
        lines=each.lines,
        prepared_at=each.prepared_at.isoformat(),
        brought_at=each.brought_at.isoformat() if each.brought_at else "",
    )


def _words(each: Laptop) -> str:
    home = f"về lần cuối {spoken_moment(each.brought_at)}" if each.brought_at else "CHƯA VỀ"
    return f"Máy {each.desk_number}: {', '.join(each.people)}; chuẩn bị {spoken_moment(each.prepared_at)}; {home}."


def _home_words(done: Homecoming) -> str:
    its = done.imported
    began = "Nếu nhận" if its.dry_run else "Đã nhận"
    lines = [f"{began} tệp của {its.writer_label}: {quantity(its.taken)} bút toán mới, {quantity(its.known)} đã có."]
    for day in done.days:
        counts = f"tiếp nhận {quantity(day.registered)}, có kết quả {quantity(day.settled)}"
        lines.append(f"  Ngày {spoken_day(day.on)}: {counts}, trả {quantity(day.handed_over)}.")
    for used in done.numbers:
        missing = f", bỏ trống {', '.join(used.missing)}" if used.missing else ""
        lines.append(f"  {used.used} hồ sơ, số {used.first} đến {used.last}{missing}.")
    if its.new_findings:
        lines.append(f"  Điểm mâu thuẫn mới: {quantity(its.new_findings)}; xem «desk findings list».")
    return "\n".join(lines)
