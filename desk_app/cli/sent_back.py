"""``desk dossiers send-back``: one incomplete visit a line; each is recorded and its slip queued, answered at once."""

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.lines import LineWork, answer_lines, require_file
from desk_app.cli.register_line import RegisterLine, form_of
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.sent_back import SEND_BACK, SendBack, request_in, send_back
from desk_app.kernel.errors import Refused
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment


class SendBackLine(RegisterLine):
    """A line of ``register`` with what is missing, and why; the papers that were there may be none."""

    missing: tuple[str, ...]
    papers: tuple[str | PaperHandedIn, ...] = ()
    reason: str = ""
    advice: str = ""


class SentBackShown(Record, omit_defaults=True):
    """What a good line answers; ``earlier`` is an open request of the same person for the same procedure, if there is one."""

    id: str
    asked_at: datetime
    procedure: str
    missing: tuple[str, ...]
    reason: str
    key: str = ""
    earlier: str = ""


@command("send-back", "Ghi lượt đến thiếu giấy tờ và in phiếu yêu cầu bổ sung; mỗi dòng một lượt dạng JSON.")
@click.argument("file", metavar="TỆP", default="-", type=click.Path(path_type=Path))
@click.option("--printer", metavar="TÊN", help="In phiếu ra máy in này; không ghi là máy in mặc định.")
@asks
def send_back_lines(asked: Asked, file: Path, printer: str | None) -> int:
    """Record every good line, answer every line in its order; 2 when some line was refused."""
    require_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, SEND_BACK)
        work = LineWork(kind=SendBackLine, carry_out=lambda line: _sent_back(act, line, printer), words=_words)
        refused = answer_lines(asked, file, work)
    if refused:
        remark(f"{refused} dòng chưa ghi được; các dòng khác đã ghi xong.")
    return Refused.exit_code if refused else 0


def _sent_back(act: Acting, line: SendBackLine, printer: str | None) -> SentBackShown:
    room = act.desk.dossiers
    command_id = command_id_of(line.key) if line.key else act.new_id()
    request = SendBack(form=form_of(line), missing=line.missing, reason=line.reason, advice=line.advice)
    written = send_back(room, by=act.by, request=request, command_id=command_id, printer=printer)
    fact = request_in(room, act.desk.journal.reading(), written.subject)
    return SentBackShown(
        id=written.subject,
        asked_at=fact.asked_at,
        procedure=fact.procedure,
        missing=fact.missing,
        reason=fact.reason,
        key=line.key,
        earlier=fact.earlier,
    )


def _words(shown: SentBackShown) -> str:
    again = "  Lưu ý: người này đã được yêu cầu bổ sung một lần cho thủ tục này." if shown.earlier else ""
    missing = "; ".join(shown.missing)
    return "\n".join(filter(None, (f"Đã yêu cầu bổ sung lúc {spoken_moment(shown.asked_at)}: {missing}.", again)))
