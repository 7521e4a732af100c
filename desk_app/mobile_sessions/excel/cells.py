"""Cells as people type them, read into a person's fields; whatever is put right on the way is named."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, one_line
from desk_app.kernel.time_source import spoken_day

Cell = object
Repairs = list[str]

_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?")
_MONTH = re.compile(r"(?:[.…_x? -]*[/.\-])?\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:nam|năm)?[.…_x?/ -]*(\d{4})(?:\.0)?", re.IGNORECASE)
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(1_000, 60_000)
"""Serial day numbers from 1902 to 2064: a date whose cell lost its format."""
_SEXES = {"nam": "male", "m": "male", "nu": "female", "f": "female", "n": "", "": ""}
_MARKED = re.compile(r"[À-ÖØ-öø-ɏẠ-ỹ]")


def text_of(cell: Cell) -> str:
    """Return a cell as one clean line; a whole number without its point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    if isinstance(cell, (datetime, date)):
        return spoken_day(cell)
    return one_line(str(cell))


def name_of(cell: Cell, repairs: Repairs) -> str:
    """Return a name; capitals become a name's letters, and one without any mark is named as such."""
    line = text_of(cell).strip(" .,;-*")
    if line.isupper() and len(line) > 1:
        line = " ".join(word[:1] + word[1:].lower() for word in line.split())
        repairs.append("tên viết hoa toàn bộ, đã viết lại")
    elif line.islower():
        line = " ".join(word[:1].upper() + word[1:] for word in line.split())
        repairs.append("tên viết thường, đã viết hoa chữ đầu")
    if line and not _MARKED.search(line):
        repairs.append("tên không có dấu, cần hỏi lại")
    return line


def number_of(cell: Cell, repairs: Repairs) -> str:
    """Return an identity number; zeros that Excel took away stand there again. What else is wrong is left to see."""
    typed = f"{cell:.0f}" if isinstance(cell, float) else text_of(cell)
    digits = re.sub(r"[\s.'’`-]", "", typed)
    if digits.isdigit() and len(digits) in (8, 11):
        repairs.append("số định danh mất số 0 ở đầu, đã thêm")
        return f"0{digits}"
    if digits.isdigit() and len(digits) == 10 and not digits.startswith("0"):
        repairs.append("số định danh mất hai số 0 ở đầu, đã thêm")
        return f"00{digits}"
    return digits


def phone_of(cell: Cell, repairs: Repairs) -> str:
    """Return a telephone number, the first of several; one that cannot be right is left out, and named."""
    typed = re.split(r"[;,/]|\s-\s", text_of(cell))[0]
    digits = re.sub(r"[\s.()-]", "", typed).replace("+84", "0")
    if digits.isdigit() and len(digits) == 9 and not digits.startswith("0"):
        repairs.append("số điện thoại mất số 0 ở đầu, đã thêm")
        return f"0{digits}"
    if digits and not re.fullmatch(r"0\d{8,10}", digits):
        repairs.append("số điện thoại không đúng, đã bỏ")
        return ""
    return digits


def sex_of(cell: Cell, repairs: Repairs) -> str:
    """Return «male», «female» or nothing; what is neither is left out, and named."""
    plain = folded(text_of(cell))
    if plain not in _SEXES:
        repairs.append("giới tính không rõ, đã bỏ")
    return _SEXES.get(plain, "")


def birth_of(cell: Cell, today: date, number: str, repairs: Repairs) -> str:
    """Return a birth as ``YYYY-MM-DD``, or the year alone where no more is told; empty for an empty cell.

    A year of two digits is that of the identity ``number`` where it agrees, else the latest that is past. Raises
    ``InvalidInput`` for a day that does not exist or is no day.
    """
    if isinstance(cell, (datetime, date)):
        return f"{cell:%Y-%m-%d}"
    typed = text_of(cell)
    if not typed:
        return ""
    if typed.isdigit() and int(typed) in _EXCEL_DAYS and not 1900 <= int(typed) <= today.year:
        repairs.append("ngày sinh là số ngày của Excel, đã đổi ra ngày")
        return f"{_EXCEL_DAY_ZERO + timedelta(days=int(typed)):%Y-%m-%d}"
    iso = _ISO.fullmatch(typed)
    if iso is not None:
        return _day(typed, int(iso[1]), int(iso[2]), int(iso[3]), repairs)
    whole = _DAY.fullmatch(typed)
    if whole is not None:
        return _day(typed, _century(whole[3], today, number, repairs), int(whole[2]), int(whole[1]), repairs)
    return _year(typed, repairs)


def _day(typed: str, year: int, month: int, day: int, repairs: Repairs) -> str:
    if day == 0 or month == 0:
        repairs.append("chưa rõ ngày, tháng sinh, chỉ ghi năm")
        return f"{year:04d}"
    if month > 12 >= day:
        repairs.append("tháng và ngày sinh đảo chỗ, đã đổi lại")
        month, day = day, month
    if month > 12 or day > monthrange(year, month)[1]:
        raise _no_day(typed)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _century(year: str, today: date, number: str, repairs: Repairs) -> int:
    if len(year) == 4:
        return int(year)
    short = int(year)
    if len(number) == 12 and number.isdigit() and int(number[4:6]) == short:
        whole = 1900 + 100 * (int(number[3]) // 2) + short
    else:
        whole = 2000 + short if short <= today.year % 100 else 1900 + short
    repairs.append(f"năm sinh hai chữ số, hiểu là {whole}")
    return whole


def _year(typed: str, repairs: Repairs) -> str:
    month = _MONTH.fullmatch(typed)
    if month is not None and int(month[1]) <= 12:
        repairs.append("chưa rõ ngày sinh, chỉ ghi năm")
        return month[2]
    year = _YEAR.fullmatch(typed)
    if year is None:
        raise _no_day(typed)
    if year[0] != year[1]:
        repairs.append("chưa rõ ngày, tháng sinh, chỉ ghi năm")
    return year[1]


def _no_day(typed: str) -> InvalidInput:
    return InvalidInput(
        "person.birth_on", f"Ngày sinh: «{typed[:20]}» không phải là ngày.", "Ghi như 05/03/1985, hoặc chỉ năm."
    )
