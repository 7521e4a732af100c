"""``desk office``: who the office is, its dated settings, the wordings on its papers."""

from datetime import date
from typing import Any

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.records import Record, changed
from desk_app.kernel.time_source import day, spoken_day
from desk_app.office.agency import Agency
from desk_app.office.book import OfficeBook
from desk_app.office.commands import describe_office, put_setting, put_wording
from desk_app.office.rules import SETTINGS, get_setting
from desk_app.office.wordings import get_wording, shipped_wordings, wording_on

family = Group(
    "office",
    help="Cơ quan: thông tin, quy định có ngày áp dụng, câu chữ trên giấy.",
    members={
        "show": "desk_app.cli.office:show",
        "describe": "desk_app.cli.office:describe",
        "settings": "desk_app.cli.office:settings",
        "set": "desk_app.cli.office:put",
        "wordings": "desk_app.cli.office:wordings",
        "word": "desk_app.cli.office:word",
    },
)

_FROM = "Áp dụng từ ngày nào (YYYY-MM-DD); mặc định hôm nay."
_from = click.option("--from", "first", metavar="NGÀY", help=_FROM)
_FIELDS = {
    "code": "Mã cơ quan trong mã hồ sơ.",
    "name": "Tên cơ quan.",
    "upper_name": "Tên cơ quan cấp trên.",
    "place": "Địa danh trước ngày tháng.",
    "address": "Địa chỉ.",
    "phone": "Số điện thoại.",
    "email": "Thư điện tử.",
    "hotline": "Đường dây nóng.",
}


class Dated(Record):
    """A setting or a wording: what it is today, and since which day (None: as it ships)."""

    key: str
    label: str
    value: str
    valid_from: date | None


@command("show", "Xem thông tin cơ quan.")
@asks
def show(asked: Asked) -> None:
    """Show who the office is."""
    with acting(asked) as act:
        agency = act.desk.office.present_book().get_agency()
    answer(asked, agency, _words(agency))


@command("describe", "Sửa thông tin cơ quan; chỉ những gì được nêu, có hiệu lực ngay.")
@asks
def describe(asked: Asked, **given: str | None) -> None:
    """Change what is named of the office's description."""
    with acting(asked) as act:
        room = act.desk.office
        known = room.present_book().agency or Agency(code="", name="")
        named: dict[str, Any] = {name: text for name, text in given.items() if text is not None}
        describe_office(room, by=act.by, agency=changed(known, **named), command_id=act.new_id())
        agency = room.present_book().get_agency()
    answer(asked, agency, f"Đã lưu. {_words(agency)}")


for _name, _help in _FIELDS.items():
    describe.params.append(click.Option([f"--{_name.replace('_', '-')}"], metavar="CHỮ", help=_help))


@command("settings", "Liệt kê các quy định đang áp dụng.")
@asks
def settings(asked: Asked) -> None:
    """List every setting as it is today."""
    with acting(asked) as act:
        book, today = act.desk.office.present_book(), act.desk.journal.time.now().date()
    found = [_setting(book, each.key, today) for each in SETTINGS]
    answer_each(asked, ((each, _dated_words(each)) for each in found), nothing="Không có quy định nào.")


@command("set", "Đổi một quy định từ một ngày.")
@click.argument("key", metavar="KHÓA")
@click.argument("value", metavar="GIÁ_TRỊ")
@_from
@asks
def put(asked: Asked, key: str, value: str, first: str | None) -> None:
    """Set what a setting is from a day on."""
    get_setting(key)
    with acting(asked) as act:
        today = act.desk.journal.time.now().date()
        on = day(first, field="from") if first else today
        put_setting(act.desk.office, by=act.by, key=key, value=value, valid_from=on, command_id=act.new_id())
        kept = _setting(act.desk.office.present_book(), key, on)
    answer(asked, kept, f"Đã lưu. {_dated_words(kept)}")


@command("wordings", "Liệt kê câu chữ trên giấy tờ.")
@asks
def wordings(asked: Asked) -> None:
    """List every wording as papers say it today."""
    with acting(asked) as act:
        book, today = act.desk.office.present_book(), act.desk.journal.time.now().date()
    found = [_wording(book, each.key, today) for each in shipped_wordings()]
    answer_each(asked, ((each, _dated_words(each)) for each in found), nothing="Không có câu chữ nào.")


@command("word", "Đổi một câu chữ trên giấy tờ từ một ngày; «--shipped» trở về câu có sẵn.")
@click.argument("key", metavar="KHÓA")
@click.argument("text", metavar="CÂU", required=False, default="")
@click.option("--shipped", is_flag=True, help="Trở về câu có sẵn.")
@_from
@asks
def word(asked: Asked, key: str, text: str, shipped: bool, first: str | None) -> None:
    """Set what papers say from a day on."""
    get_wording(key)
    with acting(asked) as act:
        today = act.desk.journal.time.now().date()
        on = day(first, field="from") if first else today
        said = None if shipped else text
        put_wording(act.desk.office, by=act.by, key=key, text=said, valid_from=on, command_id=act.new_id())
        kept = _wording(act.desk.office.present_book(), key, on)
    answer(asked, kept, f"Đã lưu. {_dated_words(kept)}")


def _setting(book: OfficeBook, key: str, on: date) -> Dated:
    begun = [each.valid_from for each in book.settings if each.key == key and each.valid_from <= on]
    return Dated(
        key=key, label=get_setting(key).label, value=book.setting_on(key, on), valid_from=max(begun, default=None)
    )


def _wording(book: OfficeBook, key: str, on: date) -> Dated:
    begun = [each for each in book.wordings if each.key == key and each.valid_from <= on]
    latest = max(begun, key=lambda each: each.valid_from, default=None)
    return Dated(
        key=key,
        label=get_wording(key).label,
        value=wording_on(book.wordings, key, on),
        valid_from=None if latest is None or latest.text is None else latest.valid_from,
    )


def _dated_words(each: Dated) -> str:
    since = f"từ {spoken_day(each.valid_from)}" if each.valid_from else "mặc định"
    return f"{each.key}: {each.label} = {each.value or '(trống)'} ({since})"


def _words(agency: Agency) -> str:
    lines = [f"{agency.name} ({agency.code})"]
    lines += [
        f"  {label.removesuffix('.')}: {value}"
        for name, label in _FIELDS.items()
        if name not in ("name", "code") and (value := getattr(agency, name))
    ]
    return "\n".join(lines)
