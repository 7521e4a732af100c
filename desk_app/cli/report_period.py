"""The period, the office and the file of a report as a command line names them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from desk_app.cli.acting import Acting
from desk_app.cli.answers import remark
from desk_app.cli.asked import Asked
from desk_app.cli.period import month_in
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day
from desk_app.reports.asked import Scope, Watch, checked, month_period
from desk_app.reports.figure import Rounding
from desk_app.reports.files.writing import FORMATS
from desk_app.reports.steps import STEP_WORDS, Step

FIRST_DAY = "report_first_day"
ON_SCREEN = ("json", "csv")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the line asks for; ``file`` None answers on the screen, ``kind`` empty in words."""

    first: str
    ends: tuple[str, ...]
    month: str
    unit: str
    kind: str
    cut: bool
    step: Step | Literal[""]

    @property
    def file(self) -> Path | None:
        """Return the file to write, None without one."""
        return file_in(self.ends)

    def scope(self, act: Acting) -> Scope:
        """Return the period asked for: from a day to a day, or the month as the office's reports count months."""
        first_on, last_on = self._month(act) if self.month else self._days()
        rounding: Rounding = "cut" if self.cut else "half_up"
        step = self.step or None
        return checked(Scope(first_on=first_on, last_on=last_on, unit=self.unit, rounding=rounding, step=step))

    def _days(self) -> tuple[date, date]:
        days = days_in(self.ends)
        if not self.first or len(days) != 1:
            raise InvalidInput("from", "Chưa rõ báo cáo từ ngày nào đến ngày nào.", "Ghi --from và --to, hoặc --month.")
        return day(self.first, field="from"), day(days[0], field="to")

    def _month(self, act: Acting) -> tuple[date, date]:
        first = month_in(self.month)
        book = act.desk.office.present_book()
        return month_period(first.year, first.month, book.number_on(FIRST_DAY, first))


_OPTIONS = (
    click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này."),
    click.option(
        "--to",
        "ends",
        multiple=True,
        metavar="NGÀY|TỆP",
        help="Đến hết ngày này; ghi ra tệp .xlsx, .docx, .pdf, .csv, .json.",
    ),
    click.option(
        "--month", default="", metavar="NĂM-THÁNG", help="Kỳ báo cáo tháng, như 2026-11, theo quy định của cơ quan."
    ),
    click.option("--unit", default="", metavar="MÃ", help="Chỉ đơn vị có mã này; không ghi là mọi đơn vị."),
    click.option("--format", "kind", default="", metavar="DẠNG", help="json, csv, xlsx, docx hoặc pdf."),
    click.option(
        "--step",
        type=click.Choice(["", *STEP_WORDS]),
        default="",
        metavar="BƯỚC",
        help="Xu hướng theo week (tuần), month (tháng), quarter (quý) hay year (năm); không ghi là theo độ dài kỳ.",
    ),
    click.option("--cut", is_flag=True, help="Cắt bỏ phần lẻ của tỷ lệ thay vì làm tròn."),
)


def file_in(ends: Sequence[str]) -> Path | None:
    """Return the file among what ``--to`` named, None without one; raise ``InvalidInput`` for two."""
    files = [Path(each) for each in ends if _is_file(each)]
    if len(files) > 1:
        raise InvalidInput("to", "Có hai tệp đích.", "Ghi --to một lần cho ngày, một lần cho tệp.")
    return files[0].resolve() if files else None


def days_in(ends: Sequence[str]) -> list[str]:
    """Return what ``--to`` named that is no file."""
    return [each for each in ends if not _is_file(each)]


def _is_file(named: str) -> bool:
    return Path(named).suffix.lower().removeprefix(".") in FORMATS


def require_format(kind: str, file: Path | None) -> None:
    """Refuse a format that the file's ending contradicts, or that cannot stand on a screen."""
    if kind and kind not in FORMATS:
        raise InvalidInput("format", f"Không có dạng «{kind}».", f"Các dạng: {', '.join(FORMATS)}.")
    if file is not None and kind and file.suffix.lower() != f".{kind}":
        raise InvalidInput("format", f"Tệp {file.name} không phải dạng {kind}.", "Ghi tệp cùng dạng.")
    if file is None and kind and kind not in ON_SCREEN:
        raise InvalidInput("to", f"Dạng {kind} cần một tệp.", f"Thêm --to và một tệp .{kind}.")


def period_options(work: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a period, an office and a file to a command."""
    for option in reversed(_OPTIONS):
        work = option(work)
    return work


def told(asked: Asked) -> Watch:
    """Return what tells people how far a report is; Ctrl+C stops it."""
    last = -1

    def watch(done: int, total: int) -> None:
        nonlocal last
        if done != last and done < total and total > 1 and not asked.as_json:
            remark(f"{done}/{total} bảng …")
        last = done

    return watch
