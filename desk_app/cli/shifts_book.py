"""Organisations, people and places of ``desk shifts``: listed; one more with ``--add``, one changed with ``--change``."""

import click

from desk_app.accounts.people import login_of
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_named import member_named, organisation_named, place_named, weekday_named
from desk_app.cli.shifts_shown import member_words, organisation_words, place_words
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import changed
from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import day
from desk_app.shifts import keeping
from desk_app.shifts.book import Member, Organisation, Place
from desk_app.shifts.rights import READ

_add = click.option("--add", default="", metavar="TÊN", help="Khai thêm một tên.")
_change = click.option("--change", default="", metavar="TÊN", help="Sửa tên hoặc mã này theo các lựa chọn ghi kèm.")
_phone = click.option("--phone", default=None, metavar="SỐ", help="Điện thoại.")
_weekday = click.option(
    "--weekday", "weekdays", multiple=True, metavar="THỨ", help="Ngày đến được; ghi được nhiều lần."
)
_end = click.option("--until", "until", default="", metavar="NGÀY", help="Ngày cuối còn tham gia.")
_rename = click.option("--rename", "name", default=None, metavar="TÊN", help="Tên mới, khi sửa.")


@command("organisations", "Các tổ chức luân phiên; --add khai thêm, --change sửa.")
@_add
@_change
@_rename
@click.option("--short", default=None, metavar="CHỮ", help="Tên gọi tắt.")
@click.option("--contact", default=None, metavar="TÊN", help="Người liên hệ.")
@_phone
@click.option("--weight", type=int, default=None, metavar="SỐ", help="Phần trực so với tổ chức thường, theo %.")
@click.option("--sends", type=int, default=None, metavar="SỐ", help="Số ca nhận được một ngày khi không kê tên người.")
@_weekday
@_end
@asks
def organisations(asked: Asked, add: str, change: str, weekdays: tuple[str, ...], until: str, **given: object) -> None:
    """List the organisations after adding or changing one."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        if _one_of(add, change):
            before = organisation_named(act, change) if change else Organisation(id="", name=add)
            values = _values(given, weekdays, until)
            put = changed(before, **values)
            keeping.put_organisation(act.desk.shifts, by=act.by, organisation=put, command_id=act.new_id())
        found = sorted(act.desk.shifts.present().organisations, key=lambda each: collation_key(each.name))
    answer_each(asked, ((each, organisation_words(each)) for each in found), nothing="Chưa khai tổ chức nào.")


@command("members", "Người trực của các tổ chức; --add khai thêm, --change sửa.")
@_add
@_change
@_rename
@click.option("--organisation", default="", metavar="TÊN", help="Tổ chức; khi liệt kê, chỉ người của tổ chức này.")
@_phone
@click.option("--skill", "skills", multiple=True, metavar="CHỮ", help="Kỹ năng; ghi được nhiều lần.")
@_weekday
@click.option("--only-on", "only_on", multiple=True, metavar="NGÀY", help="Ngày lẻ đến được; ghi được nhiều lần.")
@click.option("--no-only-on", is_flag=True, help="Bỏ hết các ngày lẻ đến được.")
@_end
@click.option("--account", default=None, metavar="TÊN", help="Tên đăng nhập của chính người này.")
@asks
def members(
    asked: Asked,
    add: str,
    change: str,
    organisation: str,
    weekdays: tuple[str, ...],
    until: str,
    skills: tuple[str, ...],
    only_on: tuple[str, ...],
    no_only_on: bool,
    account: str | None,
    **given: object,
) -> None:
    """List people after adding or changing one."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        own = organisation_named(act, organisation).id if organisation else ""
        if _one_of(add, change):
            before = member_named(act, change) if change else Member(id="", organisation=own, name=add)
            values = _values(given, weekdays, until)
            values |= {"organisation": own} if own else {}
            values |= {"skills": skills} if skills else {}
            values |= (
                {"only_on": tuple(day(each, field="only_on") for each in only_on)} if only_on or no_only_on else {}
            )
            values |= {"account": _account(act, account)} if account is not None else {}
            put = changed(before, **values)
            keeping.put_member(act.desk.shifts, by=act.by, member=put, command_id=act.new_id())
        book = act.desk.shifts.present()
        listed = [each for each in book.organisations if own in ("", each.id)]
        found = [person for each in listed for person in book.members_of(each.id)]
    words = ((each, member_words(each, book)) for each in found)
    answer_each(asked, words, nothing="Chưa khai người trực nào.")


@command("places", "Các điểm trực; --add khai thêm, --change sửa.")
@_add
@_change
@_rename
@click.option("--agency", default=None, metavar="MÃ", help="Mã đơn vị của điểm trực.")
@click.option("--address", default=None, metavar="CHỮ", help="Địa chỉ.")
@_end
@asks
def places(asked: Asked, add: str, change: str, until: str, **given: object) -> None:
    """List the places after adding or changing one."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        if _one_of(add, change):
            before = place_named(act, change) if change else Place(id="", name=add)
            put = changed(before, **_values(given, (), until))
            keeping.put_place(act.desk.shifts, by=act.by, place=put, command_id=act.new_id())
        found = sorted(act.desk.shifts.present().places, key=lambda each: collation_key(each.name))
    answer_each(asked, ((each, place_words(each)) for each in found), nothing="Chưa khai điểm trực nào.")


def _one_of(add: str, change: str) -> bool:
    if add and change:
        raise InvalidInput("add", "Vừa thêm vừa sửa.", "Chỉ dùng một trong --add, --change.")
    return bool(add or change)


def _values(given: dict[str, object], weekdays: tuple[str, ...], until: str) -> dict[str, object]:
    """Return the fields that the options name; those not named stay as they were."""
    values = {name: value for name, value in given.items() if value is not None}
    if weekdays:
        values["weekdays"] = tuple(weekday_named(each) for each in weekdays)
    if until:
        values["active_to"] = day(until, field="until")
    return values


def _account(act: Acting, login: str) -> str:
    if not login:
        return ""
    account = act.desk.accounts.present_book().find_by_login(login_of(login))
    if account is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login}».", "Xem «desk people list».")
    return account.id
