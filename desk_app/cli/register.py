"""``desk dossiers register``: one dossier a line; each line is a durable transaction, answered at once."""

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.lines import LineWork, answer_lines, require_file
from desk_app.cli.register_line import RegisterLine, form_of
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.earlier import earlier_dossiers, entered_from, open_alike
from desk_app.dossiers.life.dates import counted
from desk_app.dossiers.person import doubts
from desk_app.dossiers.register import REGISTER, register
from desk_app.kernel.errors import Refused
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment
from desk_app.storage.engine import Database


class LegPromised(Record):
    """One agency's date on the receipt."""

    agency: str
    due_at: datetime


class Accepted(Record, omit_defaults=True):
    """What a good line answers; ``key`` and ``warnings`` are there when there are any."""

    id: str
    code: str
    received_at: datetime
    due_at: datetime
    legs: tuple[LegPromised, ...]
    status: str
    key: str = ""
    warnings: tuple[str, ...] = ()


@command("register", "Tiếp nhận hồ sơ từ tệp hoặc đầu vào chuẩn, mỗi dòng một hồ sơ dạng JSON.")
@click.argument("file", metavar="TỆP", default="-", type=click.Path(path_type=Path))
@click.option("--printer", metavar="TÊN", help="In giấy hẹn ra máy in này; không ghi là máy in mặc định.")
@asks
def register_lines(asked: Asked, file: Path, printer: str | None) -> int:
    """Register every good line, answer every line in its order; 2 when some line was refused."""
    require_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, REGISTER)
        if printer is not None:
            act.desk.printing.get_printer(act.desk.journal.reading(), printer)
        work = LineWork(kind=RegisterLine, carry_out=lambda line: _registered(act, line, printer), words=_words)
        refused = answer_lines(asked, file, work)
    if refused:
        remark(f"{refused} dòng chưa tiếp nhận được; các dòng khác đã ghi xong.")
    return Refused.exit_code if refused else 0


def _registered(act: Acting, line: RegisterLine, printer: str | None) -> Accepted:
    room = act.desk.dossiers
    command_id = command_id_of(line.key) if line.key else act.new_id()
    written = register(room, by=act.by, form=form_of(line), command_id=command_id, printer=printer)
    dossier = dossier_in(room, act.desk.journal.reading(), written.subject)
    return Accepted(
        id=dossier.id,
        code=dossier.code,
        received_at=dossier.registered.received_at,
        due_at=dossier.registered.due_at,
        legs=tuple(LegPromised(agency=leg.plan.agency, due_at=leg.plan.due_at) for leg in dossier.legs),
        status=str(dossier.status),
        key=line.key,
        warnings=() if written.repeated else _warnings(act, dossier),
    )


def _warnings(act: Acting, dossier: Dossier) -> tuple[str, ...]:
    """Return what an officer should look at: the same matter still open, an identity number that says otherwise, a shaky date."""
    fact = dossier.registered
    people = (fact.applicant, fact.subject, fact.authorised)
    db = act.desk.journal.reading()
    mine = earlier_dossiers(db, fact.applicant)
    twice = open_alike(mine, fact.procedure, fact.subject.name if fact.subject else "", but=dossier.id)
    doubted = [f"{person.name}: {doubt}" for person in people if person for doubt in doubts(person)]
    plan = counted(act.desk.dossiers, db, fact, ())
    shaky = [f"{warning}." for warning in plan.warnings] if plan else []
    alike = [f"Có thể trùng với hồ sơ {each.code} đang giải quyết." for each in twice]
    return (*alike, *paper_warnings(db, dossier), *doubted, *shaky)


def paper_warnings(db: Database, dossier: Dossier) -> tuple[str, ...]:
    """Return a warning for each dossier that was entered from a handwritten form of the same number."""
    number = dossier.registered.paper_number
    return tuple(
        f"Giấy viết tay số {number} đã nhập cho hồ sơ {each.code}: hãy xem có phải nhập hai lần."
        for each in entered_from(db, number, but=dossier.id)
    )


def _words(accepted: Accepted) -> str:
    lines = [f"{accepted.code}  hẹn trả {spoken_moment(accepted.due_at)}"]
    lines += [f"  Lưu ý: {warning}" for warning in accepted.warnings]
    return "\n".join(lines)
