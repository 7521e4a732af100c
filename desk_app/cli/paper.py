"""``desk paper``: writes a paper to a file, as PNG, PDF or ESC/POS bytes."""

import re
from pathlib import Path

import click

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.cli.moves import VIEW, dossier_named
from desk_app.cli.paper_made import KINDS, paper_meant
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.printing.blocks import Paper

_PDF_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


class PaperFile(Record):
    """What ``desk paper`` answers; ``pages`` counts PDF pages, or the slips that stand in the file."""

    file: str
    pages: int
    kind: str
    code: str


@command("paper", "Ghi một giấy tờ của hồ sơ ra tệp .png, .pdf hoặc .bin (ESC/POS).")
@click.argument("kind", metavar="LOẠI", type=click.Choice(KINDS))
@click.argument("code", metavar="MÃ_HỒ_SƠ")
@click.option("--to", "file", required=True, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")
@click.option("--width", type=click.Choice(["80", "58"]), default="80", help="Khổ giấy in nhiệt, mm.")
@asks
def paper(asked: Asked, kind: str, code: str, file: Path, width: str) -> None:
    """Write a paper of a dossier; the look-up is entered in the access log."""
    require_paper_file(file)
    with acting(asked) as act:
        act.desk.require(act.by, VIEW)
        dossier = dossier_named(act, code)
        about = about_dossier(dossier)
        look_up_logged(act.desk.accounts, by=act.by, about=about, how="card", command_id=act.new_id())
        shown = paper_meant(act, kind, dossier)
    pages = write_paper(shown, file, width)
    written = PaperFile(file=str(file), pages=pages, kind=kind, code=shown.code)
    answer(asked, written, f"Đã ghi {shown.title} của hồ sơ {shown.code} vào {file}.")


def require_paper_file(file: Path) -> None:
    """Raise ``InvalidInput`` for a file whose name ends in no form that a paper can take."""
    suffix = file.suffix.lower()
    if suffix not in (".png", ".pdf", ".bin"):
        raise InvalidInput("to", f"Không ghi được giấy tờ dạng «{suffix}».", "Dùng tệp .png, .pdf hoặc .bin.")


def write_paper(shown: Paper, file: Path, width: str) -> int:
    """Write a paper in the form that the file's name says, on thermal paper of ``width`` mm; return how many pages."""
    content, pages = _drawn(shown, file.suffix.lower(), width)
    write_file(file, content)
    return pages


def _drawn(shown: Paper, suffix: str, width: str) -> tuple[bytes, int]:
    """Return the file's content and its pages; a picture shows the last liên alone, the one the citizen gets."""
    # Each medium's library takes its time to load: only the one that is needed is.
    if suffix == ".pdf":
        from desk_app.printing.pdf import paper_pdf

        pdf = paper_pdf(shown)
        return pdf, len(_PDF_PAGE.findall(pdf))
    from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_picture

    dots = DOTS_80_MM if width == "80" else DOTS_58_MM
    if suffix == ".png":
        from desk_app.printing.preview import picture_png

        return picture_png(slip_picture(shown, dots, (shown.copies or ("",))[-1])), 1
    from desk_app.printing.escpos_bytes import receipt_bytes

    return receipt_bytes(shown, dots), max(len(shown.copies), 1)
