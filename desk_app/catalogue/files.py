"""Catalogue files: read and written as JSON or Excel by the file's name; and the catalogue that ships."""

from collections.abc import Sequence
from pathlib import Path

from desk_app.catalogue.excel_reading import read_excel
from desk_app.catalogue.excel_writing import excel_bytes
from desk_app.catalogue.file_read import CatalogueRead
from desk_app.catalogue.json_file import json_bytes, read_json
from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.errors import Damaged, InvalidInput, NotFound
from desk_app.kernel.paths import resource

_LARGEST_BYTES = 20_000_000


def read_catalogue(file: Path) -> CatalogueRead:
    """Return what ``file``, .json or .xlsx, holds; nothing is published.

    Raises ``NotFound`` when there is no such file and ``InvalidInput`` when it is no catalogue.
    """
    suffix = _suffix(file)
    if not file.is_file():
        raise NotFound("catalogue.file", f"Không thấy tệp {file}.", "Hãy xem lại đường dẫn.")
    if file.stat().st_size > _LARGEST_BYTES:
        raise InvalidInput("file", f"Tệp {file.name} quá lớn để là danh mục thủ tục.", "Hãy chọn đúng tệp danh mục.")
    raw = file.read_bytes()
    return read_excel(raw) if suffix == ".xlsx" else read_json(raw)


def write_catalogue(file: Path, procedures: Sequence[Procedure]) -> None:
    """Write ``procedures`` to ``file``, .json or .xlsx; an Excel file without any is the template to fill in."""
    suffix = _suffix(file)
    file.write_bytes(excel_bytes(procedures) if suffix == ".xlsx" else json_bytes(tuple(procedures)))


def shipped_catalogue() -> tuple[Procedure, ...]:
    """Return the sample catalogue that ships with the program, to be checked against the publishing decision."""
    read = read_catalogue(resource("catalogues", "co-so.json"))
    if read.problems:
        first = read.problems[0]
        raise Damaged(
            "catalogue.shipped", f"Danh mục kèm chương trình bị sửa sai: {first.place}. {first.message}", first.hint
        )
    return read.procedures


def _suffix(file: Path) -> str:
    suffix = file.suffix.lower()
    if suffix not in (".json", ".xlsx"):
        raise InvalidInput("file", f"Không đọc, ghi được danh mục dạng «{suffix}».", "Dùng tệp .json hoặc .xlsx.")
    return suffix
