"""``desk catalogue``: the procedures, listed and shown."""

import click

from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.procedure import Procedure, ReturnWay, spoken_term
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.reference import reference
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.reading import Reading, reading_on

family = Group(
    "catalogue",
    help="Danh mục thủ tục: xem, nhập từ tệp Excel hoặc JSON.",
    members={
        "list": "desk_app.cli.catalogue:list_procedures",
        "show": "desk_app.cli.catalogue:show",
        "import": "desk_app.cli.catalogue_import:import_file",
    },
)

_WAYS = {"counter": "tại quầy", "home": "tại nhà", "post": "qua bưu chính"}


class Line(Record):
    """One procedure of ``desk catalogue list``; ``term`` and ``fee`` in words, ``half_days`` None when not stated."""

    code: str
    name: str
    field: str
    term: str
    half_days: int | None
    fee: str
    signs_register: bool
    steps: int


class Shown(Record):
    """What ``desk catalogue show`` answers: the version in force today, and what follows from it."""

    procedure: Procedure
    term: str
    fee: str
    return_ways: tuple[ReturnWay, ...]


@command("list", "Liệt kê thủ tục đang có hiệu lực.")
@asks
def list_procedures(asked: Asked) -> None:
    """List the procedures in force today, in the Vietnamese order of their names."""
    with reference(asked) as known:
        reading = reading_on(known.readings, known.today)
        lines = [_line(procedure, reading) for procedure in known.catalogue.current(known.today)]
    answer_each(asked, ((line, f"{line.code}  {line.name} – {line.term}") for line in lines), nothing="Danh mục trống.")


@command("show", "Xem một thủ tục.")
@click.argument("code", metavar="MÃ")
@asks
def show(asked: Asked, code: str) -> None:
    """Show everything the catalogue says of a procedure in force today."""
    with reference(asked) as known:
        procedure = known.catalogue.procedure_on(code.strip(), known.today)
        term = spoken_term(procedure, reading_on(known.readings, known.today))
    shown = Shown(
        procedure=procedure,
        term=term,
        fee=spoken_fee(procedure.fee),
        return_ways=procedure.return_ways(),
    )
    answer(asked, shown, _words(shown))


def _line(procedure: Procedure, reading: Reading) -> Line:
    return Line(
        code=procedure.code,
        name=procedure.name,
        field=procedure.field,
        term=spoken_term(procedure, reading),
        half_days=procedure.half_days,
        fee=spoken_fee(procedure.fee),
        signs_register=procedure.signs_register,
        steps=len(procedure.steps),
    )


def _words(shown: Shown) -> str:
    procedure = shown.procedure
    lines = [
        f"{procedure.code}  {procedure.name}",
        f"  Lĩnh vực: {procedure.field}",
        f"  Thời hạn: {shown.term}",
        f"  Lệ phí: {shown.fee}",
        f"  Có hiệu lực từ {spoken_day(procedure.valid_from)}",
    ]
    lines += [f"  Bước: {step.name} – {step.agency}" for step in procedure.steps]
    lines += [f"  Giấy tờ: {paper.name}{'' if paper.required else ' (nếu có)'}" for paper in procedure.papers]
    for way in shown.return_ways:
        blocked = "" if way.allowed else "không; "
        lines.append(f"  Trả {_WAYS[way.way]}: {blocked}{way.reason or 'được'}")
    return "\n".join(lines)
