"""``desk sessions paper``: the papers of a session, to a file or to the printer."""

import re
from pathlib import Path
from typing import cast

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.mobile_sessions.named import line_named, session_named
from desk_app.mobile_sessions.printing import PaperKind, made_out, print_papers
from desk_app.mobile_sessions.room import READ
from desk_app.printing.blocks import Paper

KINDS = ("notice", "notice_small", "invitations", "invitation_slips", "kit", "list", "record")
_PDF_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


class SessionPaper(Record):
    """What ``desk sessions paper`` answers; ``pages`` counts PDF pages, or the slips; ``queued`` those sent to print."""

    kind: str
    file: str
    pages: int
    queued: int


@command("paper", "Giấy tờ của buổi: thông báo, giấy mời, dụng cụ, danh sách, đối soát; --to ghi ra tệp, không thì in.")
@click.argument("kind", metavar="LOẠI", type=click.Choice(KINDS))
@click.argument("session", metavar="BUỔI")
@click.option("--to", "file", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp .pdf hoặc .png.")
@click.option("--line", "lines", multiple=True, metavar="DÒNG", help="Chỉ giấy mời của người này.")
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn cho loại giấy.")
@asks
def paper(asked: Asked, kind: str, session: str, file: Path | None, lines: tuple[str, ...], printer: str) -> None:
    """Write a paper to a file, or queue it."""
    wanted = cast(PaperKind, kind)
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        id_, named = session_named(room, session).id, tuple(line_named(room, each).id for each in lines)
        if file is None:
            written = print_papers(
                room, by=act.by, session=id_, kind=wanted, lines=named, printer=printer or None, command_id=act.new_id()
            )
            shown = SessionPaper(kind=kind, file="", pages=0, queued=len(written.entries))
        else:
            act.desk.require(act.by, READ)
            db = act.desk.journal.reading()
            made = made_out(room, db, by=act.by, session=id_, kind=wanted, lines=named)
            content, pages = _drawn(made, file.suffix.lower())
            write_file(file, content)
            shown = SessionPaper(kind=kind, file=str(file), pages=pages, queued=0)
    if shown.queued:
        remark(f"Đã xếp {shown.queued} giấy vào hàng đợi in.")
    answer(asked, shown, f"Đã ghi vào {shown.file}." if shown.file else "Xem «desk queue list».")


def _drawn(made: tuple[Paper, ...], suffix: str) -> tuple[bytes, int]:
    """Return the file's content and its pages; a picture is the first slip alone."""
    if suffix == ".pdf" and len(made) == 1:
        from desk_app.printing.pdf import paper_pdf

        pdf = paper_pdf(made[0])
        return pdf, len(_PDF_PAGE.findall(pdf))
    if suffix == ".png":
        from desk_app.printing.preview import picture_png
        from desk_app.printing.slip import DOTS_80_MM, slip_picture

        return picture_png(slip_picture(made[0], DOTS_80_MM)), 1
    raise InvalidInput("to", "Không ghi được giấy này ra tệp như vậy.", "Dùng .pdf; giấy mời từng người: .png.")
