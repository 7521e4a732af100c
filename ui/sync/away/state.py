"""What the page of laptops says; decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.dossiers.numbering import tail
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.reading import SessionSeen
from desk_app.sync.away.bring_home import Homecoming, NumbersOfDay
from desk_app.sync.away.days import DayAtWork
from desk_app.sync.away.prepare import Prepared, Wanted
from desk_app.sync.away.tables import Laptop
from ui.widgets.colours import COLOURS
from ui.widgets.moments import moment_words

STEPS = (_("Gom người dùng, danh mục, hồ sơ…"), _("Khóa gói bằng mật khẩu và ghi…"))
_MOST_MISSING = 12
"""Of many numbers left out so many are named; the command line names them all."""


@dataclass(frozen=True, kw_only=True)
class LaptopRow:
    """What the list shows of one laptop; ``standing`` says, with a shape beside it, whether it is home."""

    laptop: Laptop
    number: str
    people: str
    session: str
    dossiers: str
    lines: str
    prepared: str
    standing: str
    shape: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed to make a laptop ready."""

    number: str
    people: tuple[str, ...]
    session: str
    area: str
    folder: str
    passphrase: str
    again: str


def laptop_row(laptop: Laptop, session: SessionSeen | None) -> LaptopRow:
    """Return a laptop as a row: that it is still away is said by a shape and a word."""
    home = laptop.brought_at
    return LaptopRow(
        laptop=laptop,
        number=str(laptop.desk_number),
        people=", ".join(laptop.people),
        session=session_words(session) if session else "",
        dossiers=quantity(laptop.dossiers),
        lines=quantity(laptop.lines) if laptop.session else "",
        prepared=_short(laptop.prepared_at),
        standing=_("Đã về {moment}").format(moment=_short(home)) if home else _("Chưa về"),
        shape="tick" if home else "clock",
        colour=COLOURS.good if home else COLOURS.warning,
    )


def session_words(seen: SessionSeen) -> str:
    """Return a session by its day and place; the year is no question, it is near."""
    return f"{seen.session.on:%d/%m}, {seen.place.place.name}"


def headline(rows: Sequence[LaptopRow]) -> tuple[str, str, str]:
    """Return in words, shape and colour how many laptops are still away."""
    away = [row for row in rows if row.laptop.brought_at is None]
    if not rows:
        return _("Chưa chuẩn bị máy mang đi nào."), "info", COLOURS.soft_ink
    if not away:
        return _("Mọi máy mang đi đã gửi tệp về."), "tick", COLOURS.good
    numbers = ", ".join(row.number for row in away)
    return _("Chưa về: máy {numbers}.").format(numbers=numbers), "clock", COLOURS.warning


def wanted_of(typed: Typed) -> Wanted:
    """Return what a laptop is to take along; raise ``InvalidInput`` for what was typed wrongly."""
    if not typed.people:
        raise InvalidInput("people", _("Chưa chọn ai dùng máy."), _("Đánh dấu ít nhất một người."))
    if not typed.number.isdecimal():
        raise InvalidInput("desk_number", _("Số máy phải là một số."), _("Ví dụ: 90."))
    if not typed.folder:
        raise InvalidInput("folder", _("Chưa có thư mục để ghi."), _("Cắm USB rồi chọn thư mục."))
    if typed.passphrase != typed.again:
        raise InvalidInput("again", _("Hai lần nhập không giống nhau."), _("Hãy nhập lại."))
    return Wanted(
        desk_number=int(typed.number),
        people=typed.people,
        session=typed.session,
        area=typed.area if typed.session else "",
    )


def prepared_lines(done: Prepared) -> tuple[str, ...]:
    """Return what was written, and what to do with it now."""
    return (
        _("Đã ghi {file}").format(file=done.file),
        _("Mang theo {dossiers} hồ sơ đang giải quyết, {lines} người trong danh sách cần giấy tờ.").format(
            dossiers=quantity(done.dossiers), lines=quantity(done.lines)
        ),
        _("1. Chép tệp này sang máy mang đi rồi mở chương trình ở đó: nó hỏi tệp và mật khẩu gói."),
        _("2. Nói mật khẩu gói riêng cho người mở, đừng ghi lên USB. Mở xong thì xóa tệp."),
        _("3. Cuối buổi, máy đó gửi cuối ngày ra USB (trang Gửi nhận); về quầy nhận tệp tại đây."),
    )


def home_title(done: Homecoming) -> str:
    """Return whose file it was, and whether it was taken or only looked at."""
    its = done.imported
    said = (
        _("Nếu nhận tệp của {writer}, viết lúc {moment}")
        if its.dry_run
        else _("Đã nhận tệp của {writer}, viết lúc {moment}")
    )
    return said.format(writer=its.writer_label, moment=moment_words(its.written_at))


def home_lines(done: Homecoming) -> tuple[str, ...]:
    """Return the account of what came home, line by line."""
    its = done.imported
    lines = [
        _("Bút toán mới: {taken}. Đã có từ trước, không ghi hai lần: {known}. Hồ sơ mới: {dossiers}.").format(
            taken=quantity(its.taken), known=quantity(its.known), dossiers=quantity(its.new_dossiers)
        )
    ]
    if not its.taken and not its.ahead:
        lines.append(_("Tệp này không có gì mới: mọi việc trong đó đã về rồi."))
    if its.ahead:
        lines.append(
            _("{count} bút toán đến trước lượt, đang chờ: hãy nhận tệp trước đó của máy này.").format(
                count=quantity(its.ahead)
            )
        )
    if not done.desk_number:
        lines.append(_("Đây không phải máy mang đi do cơ quan này chuẩn bị."))
    lines.append(_finding_line(its.new_findings, dry_run=its.dry_run))
    return (*lines, *map(_work_line, done.days), *_number_lines(done))


def _short(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def _finding_line(count: int, *, dry_run: bool) -> str:
    if not count:
        return _("Không có mâu thuẫn mới.")
    if dry_run:
        return _("Nhận về sẽ có {count} mâu thuẫn giữa các máy để người xem; không mất gì.").format(
            count=quantity(count)
        )
    return _("Mâu thuẫn mới giữa các máy: {count}. Không mất gì; mở trang Mâu thuẫn để xem.").format(
        count=quantity(count)
    )


def _work_line(day: DayAtWork) -> str:
    said = _("Ngày {day}: tiếp nhận {registered}, có kết quả {settled}, trả {handed_over} hồ sơ.")
    return said.format(
        day=spoken_day(day.on),
        registered=quantity(day.registered),
        settled=quantity(day.settled),
        handed_over=quantity(day.handed_over),
    )


def _number_lines(done: Homecoming) -> tuple[str, ...]:
    if not done.numbers:
        return ()
    head = _("Số hồ sơ máy này đã dùng, kể cả lần trước:")
    if done.imported.dry_run:
        head = _("Số hồ sơ máy này đã dùng, đã về từ trước:")
    return (head, *map(_day_line, done.numbers))


def _day_line(day: NumbersOfDay) -> str:
    six = day.day.rsplit("-", 1)[1]
    on = date(2000 + int(six[:2]), int(six[2:4]), int(six[4:]))
    said = _("{day}: {used} hồ sơ, số {first} đến {last}; {missing}.")
    return said.format(
        day=f"{on:%d/%m/%Y}",
        used=quantity(day.used),
        first=tail(day.first),
        last=tail(day.last),
        missing=_missing_words(day.missing),
    )


def _missing_words(missing: tuple[str, ...]) -> str:
    if not missing:
        return _("không bỏ trống số nào")
    named = ", ".join(map(tail, missing[:_MOST_MISSING]))
    more = len(missing) - _MOST_MISSING
    if more > 0:
        return _("bỏ trống {numbers} và {more} số nữa").format(numbers=named, more=quantity(more))
    return _("bỏ trống {numbers}").format(numbers=named)
