"""The files of ``desk appointments``: iCalendar, the slip, the list of a day."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.cli.list_looks import saw_list
from desk_app.cli.paper import PaperFile, require_paper_file, write_paper
from desk_app.guidance.appointments.ics import calendar_file
from desk_app.guidance.appointments.printing import day_list_of, print_day_list, print_slip, slip_of
from desk_app.guidance.appointments.reading import READ, get_appointment, list_appointments, looked_at
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day

_to = click.option("--to", "file", default=None, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")


class CalendarFile(Record):
    """A written calendar file."""

    file: str
    appointments: int


@command("ics", "Ghi lịch hẹn ra tệp iCalendar (.ics); không có tên người, trừ khi ghi --names.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--until", "last", default="", metavar="NGÀY", help="Đến hết ngày này; không ghi là ngày đầu.")
@click.option("--to", "file", required=True, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")
@click.option("--names", is_flag=True, help="Ghi cả họ tên, số điện thoại: giữ tệp cẩn thận.")
@asks
def ics(asked: Asked, first: str, last: str, file: Path, names: bool) -> None:
    """Write a calendar file."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        now = act.desk.journal.time.now()
        first_on = day(first, field="from") if first else now.date()
        last_on = day(last, field="until") if last else first_on
        found = list_appointments(act.desk.guidance, first_on=first_on, last_on=last_on)
        procedures = {each.code: each.name for each in act.desk.catalogue.present().current(now.date())}
        agency = act.desk.office.present_book().get_agency()
        if names:
            saw_list(act, looked_at("period", first_on), len(found))
    write_file(file, calendar_file(found, agency, procedures, made_at=now, with_names=names))
    made = CalendarFile(file=str(file), appointments=len(found))
    answer(asked, made, f"Đã ghi {quantity(len(found))} hẹn vào {file}.")


@command("paper", "Phiếu hẹn (slip HẸN) hoặc danh sách hẹn trong ngày (day NGÀY): ra tệp, hoặc in ra máy in.")
@click.argument("kind", metavar="slip|day", type=click.Choice(["slip", "day"]))
@click.argument("about", metavar="HẸN|NGÀY")
@_to
@click.option("--width", type=click.Choice(["80", "58"]), default="80", help="Khổ giấy in nhiệt, mm.")
@asks
def paper(asked: Asked, kind: str, about: str, file: Path | None, width: str) -> None:
    """Write or print the slip of an appointment, or the list of a day."""
    if file is not None:
        require_paper_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room, db = act.desk.guidance, act.desk.journal.reading()
        if kind == "slip":
            of = get_appointment(room, about)
            shown = slip_of(room, of, db)
            if file is None:
                print_slip(room, by=act.by, appointment=of.id, command_id=act.new_id())
        else:
            shown = day_list_of(room, day(about), db)
            if file is None:
                print_day_list(room, by=act.by, day=day(about), command_id=act.new_id())
    pages = write_paper(shown, file, width) if file is not None else 1
    made = PaperFile(file=str(file or ""), pages=pages, kind=shown.kind, code=shown.code)
    done = f"Đã ghi {shown.title} vào {file}." if file is not None else f"Đã xếp {shown.title} vào hàng đợi in."
    answer(asked, made, done)
