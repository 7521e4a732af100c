"""The ready texts of ``desk guidance``: to paste, and as a leaflet in a file or on a printer."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.paper import PaperFile, require_paper_file, write_paper
from desk_app.guidance.contacts.commands import READ
from desk_app.guidance.contacts.papers import leaflet
from desk_app.guidance.contacts.printing import print_leaflet
from desk_app.guidance.contacts.ready_text import place_on, ready_text, short_text
from desk_app.kernel.records import Record

_code = click.argument("code", metavar="MÃ_THỦ_TỤC")


class TextShown(Record):
    """The text to paste, and the short one that a QR code holds."""

    procedure: str
    text: str
    short: str


@command("text", "In tin hướng dẫn của một thủ tục, để dán vào Zalo.")
@_code
@click.option("--short", is_flag=True, help="Bản ngắn, như trong mã QR.")
@asks
def text(asked: Asked, code: str, short: bool) -> None:
    """Show the ready text of a procedure."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        today = act.desk.journal.time.now().date()
        procedure = act.desk.catalogue.present().procedure_on(code, today)
        place = place_on(act.desk.guidance, today)
        made = TextShown(procedure=code, text=ready_text(procedure, place), short=short_text(procedure, place))
    answer(asked, made, made.short if short else made.text)


@command("leaflet", "Ghi tờ hướng dẫn của một thủ tục ra tệp .png, .pdf, .bin; không ghi --to thì in ra máy in.")
@_code
@click.option("--to", "file", default=None, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")
@click.option("--width", type=click.Choice(["80", "58"]), default="80", help="Khổ giấy in nhiệt, mm.")
@asks
def leaflet_file(asked: Asked, code: str, file: Path | None, width: str) -> None:
    """Write the leaflet of a procedure to a file, or print it."""
    if file is not None:
        require_paper_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        today = act.desk.journal.time.now().date()
        procedure = act.desk.catalogue.present().procedure_on(code, today)
        if file is None:
            print_leaflet(act.desk.guidance, by=act.by, procedure=code, command_id=act.new_id())
        place = place_on(act.desk.guidance, today)
    pages = write_paper(leaflet(procedure, place), file, width) if file is not None else 1
    made = PaperFile(file=str(file or ""), pages=pages, kind="leaflet", code=code)
    done = f"Đã ghi tờ hướng dẫn vào {file}." if file is not None else "Đã xếp tờ hướng dẫn vào hàng đợi in."
    answer(asked, made, done)
