"""The preview printer: writes each paper into a folder, as pictures of the slip, as PDF, and as ESC/POS bytes."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image

from desk_app.printing.blocks import Paper
from desk_app.printing.escpos_bytes import picture_bytes
from desk_app.printing.outcome import Outcome
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.slip import slip_pictures

_UNFIT = re.compile(r"[^\w.-]+")


def file_stem(paper: Paper) -> str:
    """Return what a paper's files are called, as in ``receipt-H30.32.16-261123-0012``; copies differ by their mark."""
    parts = (paper.kind, paper.code, paper.mark)
    return "-".join(_UNFIT.sub("-", part).strip("-.") for part in parts if part)


def picture_png(picture: Image.Image) -> bytes:
    """Return a slip's picture as PNG at 203 dots an inch."""
    out = BytesIO()
    picture.save(out, "PNG", dpi=(203, 203))
    return out.getvalue()


def write_preview(paper: Paper, folder: Path, *, width_dots: int, profile: str, cutter: bool) -> Outcome:
    """Write ``paper`` into ``folder`` and return what became of it; the same paper replaces its own files."""
    pictures = slip_pictures(paper, width_dots)
    job = picture_bytes(pictures, profile=profile, cutter=cutter)
    stem = file_stem(paper)
    files = {f"{stem}.pdf": paper_pdf(paper), f"{stem}.bin": job}
    for number, picture in enumerate(pictures, 1):
        suffix = f"-{number}" if len(pictures) > 1 else ""
        files[f"{stem}{suffix}.png"] = picture_png(picture)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            folder.joinpath(name).write_bytes(content)
    except OSError as error:
        return Outcome(state="failed", reason=f"Không ghi được vào {folder}: {error.strerror or 'lỗi ổ đĩa'}.")
    return Outcome(state="confirmed", bytes_sent=sum(map(len, files.values())))
