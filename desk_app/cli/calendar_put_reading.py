"""``desk calendar put-reading``: reads terms otherwise from a day on; first, or only, says what that changes."""

from datetime import date, time
from typing import Any, get_args

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.calendar_readings import LABELS, first_words, point_words
from desk_app.cli.command import asks, command
from desk_app.dossiers.open_received import count_open_received
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day, spoken_moment
from desk_app.working_time.commands import PUT_READING, put_reading
from desk_app.working_time.reading import (
    Counting,
    CutoffDefault,
    DayOffReceipt,
    Reading,
    SupplementMode,
    reading_on,
)
from desk_app.working_time.reading_changes import Example, ReadingChange, reading_change
from desk_app.working_time.reading_rules import checked_first_day, checked_reading


class ReadingPutAnswer(Record):
    """What ``desk calendar put-reading`` answers.

    ``open_dossiers`` were received in the days the reading is for; the dates promised to them stay as they are.
    """

    put: bool
    change: ReadingChange
    open_dossiers: int


def _one_of(named: Any) -> click.Choice[str]:
    return click.Choice(list(get_args(named)))


@command("put-reading", "Đổi cách tính thời hạn cho hồ sơ nhận từ một ngày; chỉ những điểm được nêu.")
@click.option("--from", "first", required=True, metavar="NGÀY", help="Áp dụng cho hồ sơ nhận từ ngày này (YYYY-MM-DD).")
@click.option("--basis", required=True, metavar="CĂN_CỨ", help="Số, ngày của văn bản.")
@click.option("--morning", metavar="GIỜ-GIỜ", help="Giờ buổi sáng, như 07:00-11:30.")
@click.option("--afternoon", metavar="GIỜ-GIỜ", help="Giờ buổi chiều, như 13:30-17:00.")
@click.option("--counting", type=_one_of(Counting), help="Bắt đầu tính từ ngày hay buổi làm việc tiếp theo.")
@click.option("--day-off", "day_off_receipt", type=_one_of(DayOffReceipt), help="Nhận vào ngày nghỉ.")
@click.option("--cutoff-default", type=_one_of(CutoffDefault), help="Thủ tục nào theo mốc giờ chiều.")
@click.option("--cutoff-at", metavar="GIỜ", help="Mốc giờ chiều, như 15:00.")
@click.option("--supplement", type=_one_of(SupplementMode), help="Bổ sung xong: tính lại từ đầu hay tính tiếp.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước: điểm nào đổi, ví dụ ngày hẹn, bao nhiêu hồ sơ đang mở.")
@asks
def put(asked: Asked, first: str, basis: str, dry_run: bool, **named: str | None) -> None:
    """Preview the reading and, unless it is a dry run, read terms by it from its day on."""
    first_on = checked_first_day(day(first, field="from"))
    with acting(asked) as act:
        act.desk.require(act.by, PUT_READING)
        room = act.desk.working_time
        before = reading_on(room.present_readings(), first_on)
        after = checked_reading(_changed(before, first_on, basis, named))
        change = reading_change(room.present_readings(), after, room.present_calendar())
        result = _previewed(act, change, put=not dry_run)
        if not dry_run:
            put_reading(room, by=act.by, reading=after, command_id=act.new_id())
    answer(asked, result, _words(result))


def _changed(before: Reading, first_on: date, basis: str, named: dict[str, str | None]) -> Reading:
    """Return ``before`` from another day on, with the points that were named."""
    given: dict[str, Any] = {name: text for name, text in named.items() if text is not None}
    hours: dict[str, time] = {}
    for half in ("morning", "afternoon"):
        if half in given:
            hours[f"{half}_from"], hours[f"{half}_to"] = _from_to(given.pop(half), field=half)
    if "cutoff_at" in given:
        given["cutoff_at"] = _time(given["cutoff_at"], field="cutoff_at")
    return changed(before, valid_from=first_on, basis=basis, hours=changed(before.hours, **hours), **given)


def _from_to(text: str, *, field: str) -> tuple[time, time]:
    opens, _, closes = text.partition("-")
    return _time(opens, field=field), _time(closes, field=field)


def _time(text: str, *, field: str) -> time:
    """Return the whole minute that ``07:30`` names."""
    try:
        found = time.fromisoformat(text.strip())
    except ValueError:
        found = time.max
    if found.second or found.tzinfo is not None:
        raise InvalidInput(field, f"«{text.strip()}» không phải là giờ.", "Viết như 07:30, một buổi như 07:00-11:30.")
    return found


def _previewed(act: Acting, change: ReadingChange, *, put: bool) -> ReadingPutAnswer:
    count = count_open_received(act.desk.dossiers, change.after.valid_from, change.last_on)
    return ReadingPutAnswer(put=put, change=change, open_dossiers=count)


def _words(result: ReadingPutAnswer) -> str:
    change = result.change
    lines = ["Đã lưu." if result.put else "Xem trước, chưa ghi gì."]
    lines.append(f"Cách tính cho hồ sơ nhận {first_words(change.after.valid_from, change.last_on)}:")
    lines += [
        f"  {LABELS[point]}: {point_words(change.before, point)} → {point_words(change.after, point)}"
        for point in change.points
    ]
    lines += ["  không điểm nào khác"] * (not change.points)
    lines.append("Ví dụ:")
    lines += [f"  {_example(each)}" for each in change.examples]
    count = quantity(result.open_dossiers)
    lines.append(f"Hồ sơ đang mở nhận trong thời gian ấy: {count}. Ngày đã hẹn giữ nguyên;")
    lines.append("hồ sơ nào sau này bổ sung xong thì tính lại theo cách này.")
    return "\n".join(lines)


def _example(each: Example) -> str:
    term = f"{quantity(each.half_days // 2)} ngày làm việc" if each.half_days else "trả ngay"
    asked = each.supplemented
    waited = (
        ""
        if asked is None
        else f", yêu cầu bổ sung {spoken_moment(asked.requested_at)}, xong {spoken_moment(asked.completed_at)}"
    )
    now, then = spoken_moment(each.due_at), spoken_moment(each.would_be_due_at)
    promised = f"vẫn hẹn {now}" if now == then else f"hẹn {now} → {then}"
    off = " (ngày nghỉ)" if each.on_day_off else ""
    return f"{term}, nhận {spoken_moment(each.received_at)}{off}{waited}: {promised}"
