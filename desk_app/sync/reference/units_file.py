"""A list of administrative units as a CSV or Excel file: old code, old name, new code, new name, first day."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line, folded
from desk_app.sync.reference.pack import UnitChange

_HEADS = ("ma cu", "ten cu", "ma moi", "ten moi", "tu ngay")
_MOST = 50_000


def read_units(file: Path) -> tuple[UnitChange, ...]:
    """Return the units of a file whose first row names the columns; raise ``InvalidInput`` naming the row that is wrong."""
    rows = _rows(file)
    heads = [folded(str(cell or "")) for cell in next(rows, ())]
    places = []
    for head in _HEADS:
        place = next((at for at, each in enumerate(heads) if each.startswith(head)), None)
        if place is None:
            raise InvalidInput(
                "file", f"Tệp không có cột «{head}».", "Dòng đầu: Mã cũ, Tên cũ, Mã mới, Tên mới, Từ ngày."
            )
        places.append(place)
    found = tuple(_unit(number, [row[at] for at in places]) for number, row in enumerate(rows, 2) if any(row))
    if not found or len(found) > _MOST:
        raise InvalidInput("file", f"Tệp có {len(found)} dòng đơn vị.", f"Cần từ 1 đến {_MOST} dòng.")
    return found


def _rows(file: Path) -> Iterator[Sequence[object]]:
    if file.suffix.lower() == ".xlsx":
        from openpyxl import load_workbook

        yield from load_workbook(file, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True)
        return
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.reader(lines)


def _unit(number: int, cells: Sequence[object]) -> UnitChange:
    old_code, old_name, new_code, new_name = (
        checked_line(str(cell or ""), field=f"row[{number}]", label=f"Dòng {number}", longest=120, required=True)
        for cell in cells[:4]
    )
    return UnitChange(
        old_code=old_code, old_name=old_name, new_code=new_code, new_name=new_name, valid_from=_day(number, cells[4])
    )


def _day(number: int, cell: object) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    text = str(cell or "").strip()
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no offset
        except ValueError:
            continue
    raise InvalidInput(f"row[{number}]", f"Dòng {number}: «{text}» không phải là ngày.", "Viết như 01/07/2025.")
