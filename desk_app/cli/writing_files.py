"""Writing a form into a file that the caller names: PDF as it is printed, PNG as it looks."""

from pathlib import Path

from desk_app.cli.files import write_file
from desk_app.kernel.errors import InvalidInput
from desk_app.printing.blocks import Paper


def write_form(paper: Paper, file: str) -> Path:
    """Write ``paper`` to the file and return its path; the caller keeps it or erases it. A PNG shows the first page.

    Raises ``InvalidInput`` for another ending, ``DeviceTrouble`` where the file cannot be written.
    """
    path = Path(file)
    if path.suffix.lower() not in (".pdf", ".png"):
        raise InvalidInput(
            "to", f"Không ghi được tệp loại «{path.suffix}».", "Đặt tên tệp kết thúc bằng .pdf hoặc .png."
        )
    write_file(path, _content(paper, path.suffix.lower()))
    return path


def _content(paper: Paper, suffix: str) -> bytes:
    # Imported late: each medium's library takes its time to load.
    if suffix == ".png":
        from desk_app.printing.page_picture import page_pictures

        return page_pictures(paper)[0]
    from desk_app.printing.pdf import paper_pdf

    return paper_pdf(paper)
