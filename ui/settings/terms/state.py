"""What the section of terms shows and asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from desk_app.kernel.records import changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.half_days import OfficeHours
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.reading_changes import Example, ReadingChange
from ui.settings.inputs import Options
from ui.settings.preview import Preview, PreviewRow
from ui.widgets.moments import moment_words
from ui.widgets.typed import typed_day_ahead, typed_time

_HALVES = ("morning", "afternoon")
_CHOSEN = ("counting", "day_off_receipt", "cutoff_default", "supplement")


@dataclass(frozen=True, kw_only=True)
class ReadingShown:
    """How terms are read from a day on, in words."""

    title: str
    lines: tuple[tuple[str, str], ...]


def counting_options() -> Options:
    """Return the ways in which counting may start."""
    return (("next_day", _("từ sáng ngày làm việc tiếp theo")), ("next_half", _("từ buổi làm việc tiếp theo")))


def day_off_options() -> Options:
    """Return the ways to take a receipt on a day off."""
    return (("same_day", _("giữ ngày nhận")), ("next_working_day", _("tính nhận vào ngày làm việc tiếp theo")))


def cutoff_options() -> Options:
    """Return which procedures have the cutoff when they do not say so themselves."""
    return (
        ("at_once", _("việc trả ngay trong ngày")),
        ("always", _("mọi thủ tục")),
        ("never", _("không, trừ thủ tục nói riêng")),
    )


def supplement_options() -> Options:
    """Return what becomes of a term once a dossier is complete."""
    return (("restart", _("tính lại thời hạn từ đầu")), ("pause", _("tính tiếp phần còn lại")))


def readings_shown(readings: tuple[Reading, ...], today: date) -> tuple[ReadingShown, ...]:
    """Return the readings in words: today's, then those to come, then the earlier ones, the newest first."""
    present = reading_on(readings, today)
    coming = [each for each in readings if each.valid_from > today]
    earlier = [each for each in reversed(readings) if each.valid_from < present.valid_from]
    named = [
        (_("Cách tính thời hạn, áp dụng từ {day}"), present),
        *((_("Cách tính thời hạn sẽ áp dụng từ {day}"), each) for each in coming),
        *((_("Cách tính thời hạn trước đó, từ {day}"), each) for each in earlier),
    ]
    return tuple(
        ReadingShown(title=title.format(day=spoken_day(each.valid_from)), lines=reading_lines(each))
        for title, each in named
    )


def reading_lines(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return one reading of terms in plain words, line by line."""
    hours = reading.hours
    return (
        (_("Căn cứ"), reading.basis),
        (
            _("Giờ làm việc"),
            _("sáng {a:%H:%M}–{b:%H:%M}, chiều {c:%H:%M}–{d:%H:%M}").format(
                a=hours.morning_from, b=hours.morning_to, c=hours.afternoon_from, d=hours.afternoon_to
            ),
        ),
        (_("Bắt đầu tính"), dict(counting_options())[reading.counting]),
        (_("Nhận vào ngày nghỉ"), dict(day_off_options())[reading.day_off_receipt]),
        (_("Mốc giờ chiều"), _cutoff_words(reading)),
        (_("Khi bổ sung xong"), dict(supplement_options())[reading.supplement]),
    )


def values_of(reading: Reading) -> dict[str, str]:
    """Return what the sheet begins with: the present answers, without a first day and without a basis."""
    hours = reading.hours
    return {
        "morning": f"{hours.morning_from:%H:%M}–{hours.morning_to:%H:%M}",
        "afternoon": f"{hours.afternoon_from:%H:%M}–{hours.afternoon_to:%H:%M}",
        "cutoff_at": f"{reading.cutoff_at:%H:%M}",
        **{name: str(getattr(reading, name)) for name in _CHOSEN},
    }


def reading_of(texts: Mapping[str, str], present: Reading, today: date) -> Reading:
    """Return the reading that was typed; raise ``InvalidInput`` naming the answer that cannot be right."""
    valid_from = typed_day_ahead(texts["valid_from"], today, field="valid_from")
    morning, afternoon = (_from_to(texts[half], field=half) for half in _HALVES)
    hours = OfficeHours(
        morning_from=morning[0], morning_to=morning[1], afternoon_from=afternoon[0], afternoon_to=afternoon[1]
    )
    chosen = {name: texts[name] for name in _CHOSEN}
    cutoff_at = typed_time(texts["cutoff_at"], field="cutoff_at")
    basis = texts["basis"]
    return changed(present, valid_from=valid_from, basis=basis, hours=hours, cutoff_at=cutoff_at, **chosen)


def _from_to(text: str, *, field: str) -> tuple[time, time]:
    """Return when a half-day begins and ends, typed as ``7:00–11:30`` or ``7h-11h30``."""
    opens, _dash, closes = text.replace("–", "-").partition("-")
    return typed_time(opens, field=field), typed_time(closes, field=field)


def preview_of(change: ReadingChange, open_dossiers: int) -> Preview:
    """Return what the reading would change, point by point, then dates counted both ways."""
    # The basis was just typed, and is another one almost always: it needs no row.
    lines = zip(reading_lines(change.before)[1:], reading_lines(change.after)[1:], strict=True)
    rows = [PreviewRow(what=name, before=old, after=new) for (name, old), (_name, new) in lines if old != new]
    rows += [_example_row(each) for each in change.examples]
    return Preview(summary=_summary(change, open_dossiers), rows=tuple(rows), may_take=bool(change.points))


def saved_words(change: ReadingChange) -> str:
    """Return what is said once a reading is kept."""
    return _("Đã lưu cách tính cho hồ sơ nhận {days}.").format(days=_days(change))


def _summary(change: ReadingChange, open_dossiers: int) -> str:
    if not change.points:
        return _("Không điểm nào khác với cách tính đang áp dụng cho hồ sơ nhận {days}.").format(days=_days(change))
    if not open_dossiers:
        return _("Áp dụng cho hồ sơ nhận {days}. Chưa có hồ sơ nào đang mở như vậy.").format(days=_days(change))
    kept = _("Áp dụng cho hồ sơ nhận {days}. Đang mở {count} hồ sơ như vậy: ngày đã hẹn giữ nguyên.")
    return kept.format(days=_days(change), count=quantity(open_dossiers))


def _days(change: ReadingChange) -> str:
    first = spoken_day(change.after.valid_from)
    if change.last_on is None:
        return _("từ {day}").format(day=first)
    return _("từ {first} đến hết {last}").format(first=first, last=spoken_day(change.last_on))


def _example_row(each: Example) -> PreviewRow:
    same = each.due_at == each.would_be_due_at
    return PreviewRow(
        what=_example_words(each),
        before=_("hẹn {at}").format(at=moment_words(each.due_at)),
        after=_("giữ nguyên") if same else _("hẹn {at}").format(at=moment_words(each.would_be_due_at)),
    )


def _example_words(each: Example) -> str:
    days = quantity(each.half_days // 2)
    at = moment_words(each.received_at)
    if not each.half_days:
        return _("Trả ngay, nhận {at}").format(at=at)
    if each.on_day_off:
        return _("{days} ngày, nhận ngày nghỉ {day}").format(days=days, day=spoken_day(each.received_at.date()))
    if each.supplemented is None:
        return _("{days} ngày, nhận {at}").format(days=days, at=at)
    asked, done = f"{each.supplemented.requested_at:%d/%m}", spoken_day(each.supplemented.completed_at.date())
    return _("{days} ngày, chờ bổ sung {asked}–{done}").format(days=days, asked=asked, done=done)


def _cutoff_words(reading: Reading) -> str:
    at = f"{reading.cutoff_at:%H:%M}"
    match reading.cutoff_default:
        case "at_once":
            words = _("nhận sau {at}: việc trả ngay trong ngày tính từ ngày làm việc tiếp theo")
        case "always":
            words = _("nhận sau {at}: mọi thủ tục tính từ ngày làm việc tiếp theo")
        case "never":
            words = _("không có, trừ thủ tục nói riêng (sau {at})")
    return words.format(at=at)
