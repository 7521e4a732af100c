"""``desk printers``: the printers of this desk."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.records import Record, from_plain
from desk_app.printing.commands import RETRY_JOBS, choose_printer, configure_printer, remove_printer
from desk_app.printing.printer_settings import KIND_NAMES, Printer
from desk_app.printing.uses import USES

family = Group(
    "printers",
    help="Máy in của quầy: xem, thêm, bỏ, in thử.",
    members={
        "list": "desk_app.cli.printers:list_all",
        "add": "desk_app.cli.printers:add",
        "remove": "desk_app.cli.printers:remove",
        "test": "desk_app.cli.printers:test",
        "uses": "desk_app.cli.printers:uses",
        "use": "desk_app.cli.printers:use",
    },
)


class Removed(Record):
    """What ``desk printers remove`` answers."""

    name: str
    removed: bool = True


class Use(Record):
    """Which printer papers of one use go to by themselves; empty: somebody chooses each time."""

    use: str
    papers: str
    printer: str


@command("list", "Liệt kê máy in của quầy.")
@asks
def list_all(asked: Asked) -> None:
    """List this desk's printers by name."""
    with acting(asked) as act:
        room = act.desk.printing
        printers = tuple(room.own_printers(act.desk.journal.reading()).values())
    answer_each(asked, ((each, _words(each)) for each in printers), nothing="Quầy chưa có máy in nào.")


@command("add", "Thêm máy in, hoặc sửa máy in cùng tên.")
@click.argument("name", metavar="TÊN")
@click.option("--kind", type=click.Choice(list(KIND_NAMES)), default="network", help="Loại máy in.")
@click.option("--address", default="", metavar="ĐỊA_CHỈ", help="IP, tên cổng, tệp thiết bị, tên máy in, hay thư mục.")
@click.option("--port", type=int, default=9100, metavar="SỐ", help="Cổng TCP của máy in mạng.")
@click.option("--baud", type=int, default=9600, metavar="SỐ", help="Tốc độ cổng COM.")
@click.option("--usb-vendor", type=int, default=0, metavar="SỐ", help="Mã hãng của máy in USB.")
@click.option("--usb-product", type=int, default=0, metavar="SỐ", help="Mã máy của máy in USB.")
@click.option("--width", "width_mm", type=click.Choice(["80", "58"]), default="80", help="Khổ giấy, mm.")
@click.option("--profile", default="default", metavar="TÊN", help="Kiểu máy, theo python-escpos.")
@click.option("--cutter/--no-cutter", default=True, help="Máy có dao cắt hay không.")
@asks
def add(asked: Asked, name: str, width_mm: str, **settings: str | int | bool) -> None:
    """Set up a printer of this desk, or change the one of that name."""
    with acting(asked) as act:
        printer = from_plain({"name": name, "width_mm": int(width_mm), **settings}, Printer)
        configure_printer(act.desk.printing, by=act.by, printer=printer, command_id=act.new_id())
        kept = act.desk.printing.get_printer(act.desk.journal.reading(), " ".join(name.split()))
    answer(asked, kept, f"Đã ghi {_words(kept)}")


@command("remove", "Bỏ một máy in; giấy đang chờ vẫn ở trong hàng đợi.")
@click.argument("name", metavar="TÊN")
@asks
def remove(asked: Asked, name: str) -> None:
    """Use a printer no more."""
    with acting(asked) as act:
        remove_printer(act.desk.printing, by=act.by, name=name, command_id=act.new_id())
    answer(asked, Removed(name=name), f"Đã bỏ máy in «{name}».")


@command("test", "In một trang thử.")
@click.argument("name", metavar="TÊN")
@asks
def test(asked: Asked, name: str) -> int:
    """Print a trial page past the queue; 6 when the printer did not take it."""
    # Drawing takes its time to load; the other commands of printers do without.
    from desk_app.printing.trial_page import print_trial_page

    with acting(asked) as act:
        act.desk.require(act.by, RETRY_JOBS)
        outcome = print_trial_page(act.desk.printing, name=name)
    answer(asked, outcome, f"{_STATES[outcome.state]}. {outcome.reason}".rstrip())
    return DeviceTrouble.exit_code if outcome.state in ("offline", "failed") else 0


@command("uses", "Xem giấy nào tự in ra máy nào.")
@asks
def uses(asked: Asked) -> None:
    """List every use of paper with its printer."""
    with acting(asked) as act:
        chosen = act.desk.printing.own_uses(act.desk.journal.reading())
    found = [Use(use=use, papers=papers, printer=chosen.get(use, "")) for use, papers in USES.items()]
    answer_each(asked, ((each, _use_words(each)) for each in found), nothing="Không có loại giấy nào.")


@command("use", "Cho một loại giấy tự in ra một máy; không nêu máy: chọn khi in.")
@click.argument("use_named", metavar="LOẠI_GIẤY")
@click.argument("printer", metavar="TÊN", default="")
@asks
def use(asked: Asked, use_named: str, printer: str) -> None:
    """Choose the printer of one use of paper."""
    with acting(asked) as act:
        choose_printer(act.desk.printing, by=act.by, use=use_named, printer=printer, command_id=act.new_id())
    kept = Use(use=use_named, papers=USES[use_named], printer=printer)
    answer(asked, kept, f"Đã lưu. {_use_words(kept)}")


def _use_words(each: Use) -> str:
    return f"{each.use}: {each.papers} → {each.printer or 'chọn khi in'}"


_STATES = {
    "confirmed": "Máy in xác nhận đã in",
    "unconfirmed": "Đã gửi, chưa rõ đã in chưa",
    "offline": "Máy in chưa sẵn sàng, chưa gửi gì",
    "failed": "Không in được",
}


def _words(printer: Printer) -> str:
    where = f" {printer.address}" if printer.address else ""
    port = f":{printer.port}" if printer.kind == "network" else ""
    return f"«{printer.name}»: {KIND_NAMES[printer.kind]}{where}{port}, khổ {printer.width_mm} mm"
