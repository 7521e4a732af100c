"""How Nghị định 30/2020 wants numbers, dates and margins written: zeros before small numbers, room where none is known."""

from collections.abc import Sequence
from datetime import date

from desk_app.office.agency import Agency
from desk_app.office.rules import DatedSetting, number_on
from desk_app.printing.official.document import Head, Margins

# Non-breaking spaces: plain ones would be drawn as one.
_NO_NUMBER = "\u00a0" * 8
_NO_DAY = "\u00a0" * 6


def number_line(number: int | None, symbol: str) -> str:
    """Return «Số: 05/TB-UBND» (a number below ten has a leading 0); without a number, room for the clerk's stamp."""
    written = _NO_NUMBER if number is None else f"{number:02d}"
    return f"Số: {written}/{symbol}"


def dated(on: date) -> str:
    """Return «ngày 05 tháng 02 năm 2026»: days below ten and the months 1 and 2 have a leading 0."""
    month = f"{on.month:02d}" if on.month <= 2 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def place_and_date(place: str, on: date | None, *, year: int = 0) -> str:
    """Return «Hòa Mỹ, ngày 05 tháng 02 năm 2026»; without a day, room to write it in by hand."""
    day = dated(on) if on is not None else f"ngày{_NO_DAY}tháng{_NO_DAY}năm {year or _NO_DAY}"
    return f"{place}, {day}" if place else day[:1].upper() + day[1:]


def head_of(agency: Agency, *, number: str, on: date | None, year: int = 0, about: str = "") -> Head:
    """Return the head of a document that the office itself issues."""
    return Head(
        agency=agency.name.upper(),
        upper=agency.upper_name.upper(),
        number=number,
        about=about,
        place_and_date=place_and_date(agency.place, on, year=year),
    )


def margins_on(settings: Sequence[DatedSetting], day: date) -> Margins:
    """Return the margins that the office uses on ``day``."""
    ends = number_on(settings, "official_margin_ends_mm", day)
    return Margins(
        top=ends,
        bottom=ends,
        left=number_on(settings, "official_margin_left_mm", day),
        right=number_on(settings, "official_margin_right_mm", day),
    )
