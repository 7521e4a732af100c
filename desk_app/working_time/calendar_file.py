"""Calendars as files: a table of days that an office can type, check and pass on.

Columns ``date,kind,name,makes_up_for,notice``; ``kind`` is ``off`` or ``worked``; a worked day names the day it
makes up for. Dates are ``2026-01-02`` or ``2/1/2026``. The notice stands on the first row of its year, or on all.
Cells are parted by commas or semicolons, as spreadsheets write them.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line, one_line
from desk_app.working_time.calendar import DayOff, NamedDay, WorkedDay, WorkingYear
from desk_app.working_time.half_days import FIRST_YEAR, LAST_YEAR
from desk_app.working_time.year_rules import checked_year, problems_of

COLUMNS = ("date", "kind", "name", "makes_up_for", "notice")
_LONGEST_NAME = 120
_LONGEST_NOTICE = 400
_MOST_SHOWN = 20
_SPOKEN_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Row:
    line: int
    day: NamedDay
    notice: str


def read_years(file: Path) -> tuple[WorkingYear, ...]:
    """Return the years a CSV file holds, oldest first; raise ``InvalidInput`` naming every wrong line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(
            "file", "Tệp lịch không phải là văn bản UTF-8.", "Khi lưu, hãy chọn kiểu «CSV UTF-8»."
        ) from None
    except OSError:
        raise InvalidInput("file", f"Không mở được tệp «{file.name}».", "Hãy kiểm tra tên tệp và quyền đọc.") from None
    return years_in(text)


def years_in(text: str) -> tuple[WorkingYear, ...]:
    """Return the years that the text of a calendar file holds; see ``read_years``."""
    first_line = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first_line else ",")
    heading = tuple(cell.strip().lower() for cell in next(table, ()))
    if heading != COLUMNS:
        raise InvalidInput("file", "Dòng 1: tên cột không đúng.", f"Dòng đầu phải là: {','.join(COLUMNS)}")
    rows: list[_Row] = []
    wrong: list[tuple[int, str]] = []
    for cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            rows.append(_row(table.line_num, cells))
        except InvalidInput as error:
            wrong.append((table.line_num, error.message))
    years = tuple(_years_of(rows, wrong)) if rows else ()
    if wrong:
        raise _wrong_lines(wrong)
    if not years:
        raise InvalidInput("file", "Tệp lịch không có ngày nào.", "Mỗi ngày nghỉ hoặc làm bù ghi một dòng.")
    return tuple(checked_year(year) for year in years)


def years_as_text(years: Iterable[WorkingYear]) -> str:
    """Return the calendar file of ``years``: what ``years_in`` reads back as the same."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for year in years:
        named: tuple[NamedDay, ...] = (*year.days_off, *year.worked_days)
        days = sorted(named, key=lambda day: day.on)
        for number, day in enumerate(days):
            kind, missed = ("worked", day.makes_up_for.isoformat()) if isinstance(day, WorkedDay) else ("off", "")
            table.writerow((day.on.isoformat(), kind, day.name, missed, "" if number else year.notice))
    return out.getvalue()


def _row(line: int, cells: list[str]) -> _Row:
    if len(cells) != len(COLUMNS):
        raise InvalidInput("file", f"có {len(cells)} cột, phải có {len(COLUMNS)}.")
    on, kind = _date(cells[0]), cells[1].strip().lower()
    name = checked_line(cells[2], field="name", label="Tên ngày", longest=_LONGEST_NAME, required=True)
    notice = checked_line(cells[4], field="notice", label="Văn bản", longest=_LONGEST_NOTICE)
    missed = one_line(cells[3])
    if kind == "worked":
        if not missed:
            raise InvalidInput("makes_up_for", "ngày làm bù phải ghi bù cho ngày nào.")
        return _Row(line=line, day=WorkedDay(on=on, name=name, makes_up_for=_date(missed)), notice=notice)
    if kind != "off":
        raise InvalidInput("kind", f"loại ngày «{kind}» không có; ghi off (nghỉ) hoặc worked (làm bù).")
    if missed:
        raise InvalidInput("makes_up_for", "chỉ ngày làm bù mới ghi cột makes_up_for.")
    return _Row(line=line, day=DayOff(on=on, name=name), notice=notice)


def _date(text: str) -> date:
    spoken = _SPOKEN_DATE.fullmatch(text.strip())
    written = f"{spoken[3]}-{spoken[2]:0>2}-{spoken[1]:0>2}" if spoken else text.strip()
    try:
        on = date.fromisoformat(written)
    except ValueError:
        on = date.min
    if FIRST_YEAR <= on.year <= LAST_YEAR:
        return on
    raise InvalidInput("date", f"«{one_line(text)}» không phải là ngày; viết như 2026-01-02 hoặc 2/1/2026.")


def _years_of(rows: list[_Row], wrong: list[tuple[int, str]]) -> Iterator[WorkingYear]:
    """Yield the years the rows make up, adding to ``wrong`` what does not fit together."""
    for number in sorted({row.day.on.year for row in rows}):
        own = [row for row in rows if row.day.on.year == number]
        notices = dict.fromkeys(row.notice for row in own if row.notice)
        if len(notices) != 1:
            text = f"năm {number} phải ghi đúng một văn bản làm căn cứ (cột notice), có {len(notices)}."
            wrong.append((own[0].line, text))
        year = WorkingYear(
            year=number,
            notice=next(iter(notices), ""),
            days_off=tuple(row.day for row in own if isinstance(row.day, DayOff)),
            worked_days=tuple(row.day for row in own if isinstance(row.day, WorkedDay)),
        )
        line_of = {row.day.on: row.line for row in own}
        wrong.extend((line_of[problem.on], problem.text) for problem in problems_of(year))
        yield year


def _wrong_lines(wrong: list[tuple[int, str]]) -> InvalidInput:
    shown = [f"Dòng {line}: {text}" for line, text in sorted(wrong)[:_MOST_SHOWN]]
    if len(wrong) > _MOST_SHOWN:
        shown.append(f"… và {len(wrong) - _MOST_SHOWN} lỗi nữa.")
    return InvalidInput("file", "\n".join(shown), "Chưa nhập gì. Hãy sửa các dòng này rồi nhập lại.")
