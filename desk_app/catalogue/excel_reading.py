"""Reading the catalogue workbook that officers filled in: every bad cell is named, the sound procedures go on."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from desk_app.catalogue.excel_sheets import PAPERS, PROCEDURES, REQUIRED, STEPS, Column, Sheet, procedure_of
from desk_app.catalogue.file_read import CatalogueRead, Problem, problem_of
from desk_app.catalogue.procedure import Procedure
from desk_app.catalogue.rules import check
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import spoken_day

_PART = re.compile(r"(papers|steps)\[(\d+)\]")

_LARGEST_UNPACKED_BYTES = 200_000_000
# What the zip, XML and Excel readers raise for bytes that are no workbook.
_NO_WORKBOOK = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, SyntaxError),
)

_Version = tuple[str, date]
_Cells = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One filled row; ``values`` lacks the cells that could not be read, and then it is not ``sound``."""

    sheet: Sheet
    number: int
    values: Mapping[str, Any]
    sound: bool

    @property
    def place(self) -> str:
        return f"Trang «{self.sheet.title}», dòng {self.number}"


def read_excel(raw: bytes) -> CatalogueRead:
    """Return what the workbook holds; raise ``InvalidInput`` when it is none, or a sheet or column is missing."""
    book = _opened(raw)
    problems: list[Problem] = []
    heads, papers, steps = (tuple(_rows(book, sheet, problems)) for sheet in (PROCEDURES, PAPERS, STEPS))
    owners = _owners(heads, problems)
    broken = {row.values.get("code") for row in heads} - {code for code, _ in owners}
    papers_of = _shared_out(papers, owners, broken, problems)
    steps_of = _shared_out(steps, owners, broken, problems)
    procedures: list[Procedure] = []
    for version, head in owners.items():
        parts = {"papers": papers_of.get(version, ()), "steps": steps_of.get(version, ())}
        if all(row.sound for row in (head, *parts["papers"], *parts["steps"])):
            procedures.extend(_assembled(head, parts, problems))
    return CatalogueRead(procedures=tuple(procedures), problems=tuple(problems))


def _opened(raw: bytes) -> Mapping[str, _Cells]:
    """Return the cells of the three sheets by title."""
    import openpyxl

    try:
        _check_container(raw)
        book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True)
        titles = [sheet.title for sheet in (PROCEDURES, PAPERS, STEPS) if sheet.title in book.sheetnames]
        return {title: tuple(book[title].iter_rows(values_only=True)) for title in titles}
    except _NO_WORKBOOK as error:
        raise InvalidInput(
            "file", "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng.", "Hãy lưu lại từ Excel dạng .xlsx."
        ) from error


def _check_container(raw: bytes) -> None:
    """Raise one of ``_NO_WORKBOOK`` unless every part unpacks to what its checksum says, and to no flood."""
    with ZipFile(BytesIO(raw)) as container:
        if sum(part.file_size for part in container.infolist()) > _LARGEST_UNPACKED_BYTES:
            raise BadZipFile("too large")
        damaged = container.testzip()
    if damaged is not None:
        raise BadZipFile(damaged)


def _rows(book: Mapping[str, _Cells], sheet: Sheet, problems: list[Problem]) -> Iterator[_Row]:
    if sheet.title not in book:
        raise InvalidInput("file", f"Tệp không có trang «{sheet.title}».", "Hãy dùng tệp mẫu, giữ đủ ba trang.")
    header, *filled = book[sheet.title] or ((),)
    places = _places(sheet, header)
    for number, cells in enumerate(filled, start=2):
        if all(_is_empty(cell) for cell in cells):
            continue
        values: dict[str, Any] = {}
        for column in sheet.columns:
            place = places[column.key]
            try:
                values[column.key] = _value(column, cells[place] if place is not None and place < len(cells) else None)
            except InvalidInput as error:
                where = f"Trang «{sheet.title}», dòng {number}, cột «{column.header}»"
                problems.append(problem_of(where, error))
        yield _Row(sheet=sheet, number=number, values=values, sound=len(values) == len(sheet.columns))


def _places(sheet: Sheet, header: Iterable[object]) -> Mapping[str, int | None]:
    found = {folded(str(cell)): place for place, cell in enumerate(header) if cell is not None}
    missing = [column.header for column in sheet.columns if folded(column.header) not in found and not column.late]
    if missing:
        raise InvalidInput(
            "file",
            f"Trang «{sheet.title}» thiếu cột: {', '.join(missing)}.",
            "Dòng đầu phải giữ đủ tên cột như tệp mẫu.",
        )
    return {column.key: found.get(folded(column.header)) for column in sheet.columns}


def _value(column: Column, cell: object) -> Any:
    if not _is_empty(cell):
        return column.kind.read(cell)
    if column.blank is REQUIRED:
        raise InvalidInput("cell", "Ô này chưa có nội dung.", "Hãy điền ô này.")
    return column.blank


def _is_empty(cell: object) -> bool:
    return cell is None or not str(cell).strip()


def _owners(heads: Sequence[_Row], problems: list[Problem]) -> dict[_Version, _Row]:
    """Return the procedures' own rows by code and first day; of a version written twice neither row is used."""
    owners: dict[_Version, _Row] = {}
    for row in heads:
        if "code" not in row.values or "valid_from" not in row.values:
            continue
        version = row.values["code"], row.values["valid_from"]
        earlier = owners.get(version)
        if earlier is not None:
            again = f"Thủ tục {version[0]} hiệu lực từ {spoken_day(version[1])} đã có ở dòng {earlier.number}."
            problems.append(Problem(place=row.place, message=again, hint="Mỗi phiên bản chỉ ghi một dòng."))
            row = replace(earlier, sound=False)
        owners[version] = row
    return owners


def _shared_out(
    rows: Iterable[_Row], owners: Mapping[_Version, _Row], broken: set[Any], problems: list[Problem]
) -> Mapping[_Version, tuple[_Row, ...]]:
    """Return the rows of papers or steps by the version they belong to; an unclear one spoils all it may belong to."""
    shared: dict[_Version, tuple[_Row, ...]] = {}
    for row in rows:
        code, day = row.values.get("code"), row.values.get("valid_from")
        if code is None or code in broken:
            continue
        meant = [version for version in owners if version[0] == code and day in (None, version[1])]
        if not meant:
            problems.append(
                Problem(place=row.place, message=f"Trang «{PROCEDURES.title}» không có thủ tục {_spoken(code, day)}.")
            )
        if len(meant) > 1:
            row = replace(row, sound=False)
            several = f"Thủ tục {code} có nhiều phiên bản, chưa rõ dòng này của phiên bản nào."
            problems.append(Problem(place=row.place, message=several, hint="Hãy ghi cột «Hiệu lực từ»."))
        for version in meant:
            shared[version] = (*shared.get(version, ()), row)
    return shared


def _assembled(head: _Row, parts: Mapping[str, Sequence[_Row]], problems: list[Problem]) -> Iterator[Procedure]:
    try:
        procedure = procedure_of(
            head.values, [row.values for row in parts["papers"]], [row.values for row in parts["steps"]]
        )
        check(procedure)
    except InvalidInput as error:
        part = _PART.match(error.field)
        row = parts[part[1]][int(part[2])] if part else head
        problems.append(problem_of(row.place, error))
        return
    yield procedure


def _spoken(code: str, day: date | None) -> str:
    return code if day is None else f"{code} hiệu lực từ {spoken_day(day)}"
