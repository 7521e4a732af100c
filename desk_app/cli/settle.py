"""``desk dossiers settle``: received, appraised, approved and returned in one sitting, one dossier a line."""

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click

from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.lines import LineWork, answer_lines, require_file
from desk_app.cli.on_the_spot import spoken_minutes
from desk_app.cli.register import paper_warnings
from desk_app.cli.register_line import RegisterLine, form_of
from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.form import Form
from desk_app.dossiers.on_the_spot_rules import collector_of, fitness_of, require_approver, stamp_moment
from desk_app.dossiers.status import Status
from desk_app.kernel.errors import NotAllowed, Refused
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import moment

APPROVER_VARIABLE = "DESK_APPROVER_PASSWORD"


class SettleLine(RegisterLine):
    """One sitting as scripts send it; the moments are stated only where it is entered later, from paper."""

    number: str = ""
    appraised_at: str = ""
    approved_at: str = ""
    returned_at: str = ""
    receipt: bool = False
    slip: bool = False
    signed_register: bool = False


class Settled(Record, omit_defaults=True):
    """What a good line answers; ``settle_day``: it was the office's weekday for settling at once."""

    id: str
    code: str
    received_at: datetime
    appraised_at: datetime
    approved_at: datetime
    returned_at: datetime
    minutes: float
    settle_day: bool
    status: str
    key: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Stated:
    """The moments of a line; None where it states none."""

    appraised: datetime | None
    approved: datetime | None
    returned: datetime | None


@command(
    "settle",
    "Giải quyết tại chỗ: tiếp nhận, thẩm định, duyệt, trả ngay (hoặc chờ gửi đi); mỗi dòng một lượt dạng JSON.",
)
@click.argument("file", metavar="TỆP", default="-", type=click.Path(path_type=Path))
@click.option(
    "--approver", default="", metavar="TÊN", help=f"Ai duyệt, nếu là người khác; mật khẩu ở biến {APPROVER_VARIABLE}."
)
@asks
def settle_lines(asked: Asked, file: Path, approver: str) -> int:
    """Settle every good line, answer every line in its order; 2 when some line was refused."""
    require_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, spot.SETTLE)
        approved_by = _approver(act, approver)
        work = LineWork(kind=SettleLine, carry_out=lambda line: _settled(act, approved_by, line), words=_words)
        refused = answer_lines(asked, file, work)
    if refused:
        remark(f"{refused} dòng chưa giải quyết được; các dòng khác đã ghi xong.")
    return Refused.exit_code if refused else 0


def _approver(act: Acting, login: str) -> str:
    """Return who approves, proven and allowed to: asked before the first line, so that none stops half-way."""
    desk, by = act.desk, act.by
    if login:
        secret = os.environ.get(APPROVER_VARIABLE, "")
        if not secret:
            raise NotAllowed("cli.no_password", f"Chưa có mật khẩu của «{login}».", f"Đặt ở biến {APPROVER_VARIABLE}.")
        by = sign_in(desk.accounts, login, secret).id
        if must_change_password(desk.accounts, by):
            raise NotAllowed(
                "cli.first_password",
                f"Mật khẩu của «{login}» do người khác đặt, phải đổi trước khi làm việc.",
                "Hãy mở chương trình, đăng nhập và đổi mật khẩu.",
            )
    desk.require(by, spot.APPROVE)
    db, today = desk.journal.reading(), desk.journal.time.now().date()
    require_approver(desk.accounts.book.get(db).get(by), desk.office.book.get(db), today)
    return by


def _settled(act: Acting, approver: str, line: SettleLine) -> Settled:
    room, form, key = act.desk.dossiers, form_of(line), line.key or act.new_id()
    stated = _stated(line, form, act.desk.journal.time.now())

    def id_of(stage: str) -> str:
        # Each stage has an id of its own: a line that was stopped half-way goes on when it is sent again.
        return command_id_of(f"{key}/settle/{stage}")

    written = spot.register_on_the_spot(room, by=act.by, form=form, command_id=id_of("register"))
    about = written.subject
    if line.receipt:
        spot.ask_receipt(room, by=act.by, dossier=about, command_id=id_of("receipt"))
    spot.appraise(room, by=act.by, dossier=about, at=stated.appraised, command_id=id_of("appraise"))
    number = line.number
    spot.approve(room, by=approver, dossier=about, number=number, at=stated.approved, command_id=id_of("approve"))
    dossier = dossier_in(room, act.desk.journal.reading(), about)
    if dossier.registered.return_by == "counter":
        spot.return_on_the_spot(
            room,
            by=act.by,
            dossier=about,
            collecting=replace(collector_of(dossier), signed_register=line.signed_register),
            slip=line.slip,
            at=stated.returned,
            command_id=id_of("return"),
        )
    fit = fitness_of(room, dossier)
    papers = () if written.repeated else paper_warnings(act.desk.journal.reading(), dossier)
    warnings = () if fit.offered or written.repeated else (fit.warning,)
    return _answer(dossier_in(room, act.desk.journal.reading(), about), line.key, (*warnings, *papers))


def _stated(line: SettleLine, form: Form, now: datetime) -> _Stated:
    """Return the stated moments; raise ``InvalidInput`` for one that cannot be, before anything is written."""
    found: list[datetime | None] = []
    latest = form.received_at or now
    for field, text in (
        ("appraised_at", line.appraised_at),
        ("approved_at", line.approved_at),
        ("returned_at", line.returned_at),
    ):
        stated = moment(text, field=field) if text else None
        latest = stamp_moment(stated, after=latest, now=now, field=field)
        found.append(stated)
    return _Stated(appraised=found[0], approved=found[1], returned=found[2])


def _answer(dossier: Dossier, key: str, warnings: tuple[str, ...]) -> Settled:
    visit = dossier.on_the_spot
    if visit is None or visit.appraised is None or visit.approved is None or visit.returned is None:
        raise Refused(
            "dossiers.not_on_the_spot",
            f"Hồ sơ {dossier.code} đã chuyển sang giải quyết bình thường.",
            "Xem lịch sử trên thẻ hồ sơ.",
        )
    return Settled(
        id=dossier.id,
        code=dossier.code,
        received_at=visit.received.at,
        appraised_at=visit.appraised.at,
        approved_at=visit.approved.at,
        returned_at=visit.returned.at,
        minutes=round((visit.returned.at - visit.received.at).total_seconds() / 60, 1),
        settle_day=visit.settle_day,
        status=str(dossier.status),
        key=key,
        warnings=warnings,
    )


def _words(settled: Settled) -> str:
    given = "đã trả ngay" if settled.status == Status.HANDED_OVER else "đã duyệt, chờ mang đến nhà hoặc gửi đi"
    lines = [f"{settled.code}  {given}, {spoken_minutes(settled.minutes)}"]
    lines += [f"  Lưu ý: {warning}" for warning in settled.warnings]
    return "\n".join(lines)
