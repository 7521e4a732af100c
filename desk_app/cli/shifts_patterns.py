"""``desk shifts patterns``: on which weekdays a place is manned."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_named import organisation_named, place_named, time_named, weekday_named
from desk_app.cli.shifts_shown import pattern_words
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import changed
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import day
from desk_app.shifts import keeping
from desk_app.shifts.book import Pattern
from desk_app.shifts.rights import READ


@command("patterns", "Nếp trực: điểm nào, thứ mấy, giờ nào, mấy người; --add khai thêm, --end ngừng.")
@click.option("--add", default="", metavar="TÊN", help="Khai thêm một nếp trực.")
@click.option("--end", "ended", default="", metavar="TÊN", help="Ngừng nếp trực này sau ngày ghi ở --until.")
@click.option("--place", default="", metavar="TÊN", help="Điểm trực; có một điểm thì không cần ghi.")
@click.option("--weekday", "weekdays", multiple=True, metavar="THỨ", help="Thứ trong tuần; ghi được nhiều lần.")
@click.option("--from-time", default="07:30", metavar="GIỜ", help="Giờ bắt đầu.")
@click.option("--to-time", default="11:30", metavar="GIỜ", help="Giờ kết thúc.")
@click.option("--seats", type=int, default=1, metavar="SỐ", help="Số chỗ mỗi ca.")
@click.option("--skill", "skills", multiple=True, metavar="CHỮ", help="Kỹ năng mà chỗ đầu, chỗ kế… cần.")
@click.option("--organisation", "organisations", multiple=True, metavar="TÊN", help="Chỉ các tổ chức này luân phiên.")
@click.option("--together", is_flag=True, help="Một tổ chức nhận cả ca.")
@click.option("--every-weeks", type=int, default=1, metavar="SỐ", help="Mấy tuần một lần.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--until", "last", default="", metavar="NGÀY", help="Đến hết ngày này.")
@asks
def patterns(asked: Asked, add: str, ended: str, last: str, **given: object) -> None:
    """List the patterns after adding or ending one."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        if ended:
            put = changed(_named(act, ended), valid_to=day(last, field="until"))
            keeping.put_pattern(act.desk.shifts, by=act.by, pattern=put, command_id=act.new_id())
        if add:
            made = _made(act, add, last, given)
            keeping.put_pattern(act.desk.shifts, by=act.by, pattern=made, command_id=act.new_id())
        book = act.desk.shifts.present()
    answer_each(asked, ((each, pattern_words(each, book)) for each in book.patterns), nothing="Chưa khai nếp trực nào.")


def _made(act: Acting, name: str, last: str, given: dict[str, object]) -> Pattern:
    """Return the pattern that the options describe."""
    today = act.desk.journal.time.now().date()
    weekdays, skills, organisations = (tuple(map(str, given[key])) for key in ("weekdays", "skills", "organisations"))  # type: ignore[call-overload]
    first = str(given["first"])
    return Pattern(
        id="",
        place=place_named(act, str(given["place"])).id,
        name=name,
        weekdays=tuple(weekday_named(each) for each in weekdays),
        starts=time_named(str(given["from_time"]), field="from-time"),
        ends=time_named(str(given["to_time"]), field="to-time"),
        valid_from=day(first, field="from") if first else today,
        valid_to=day(last, field="until") if last else None,
        seats=int(str(given["seats"])),
        skills=skills,
        organisations=tuple(organisation_named(act, each).id for each in organisations),
        together=bool(given["together"]),
        every_weeks=int(str(given["every_weeks"])),
    )


def _named(act: Acting, text: str) -> Pattern:
    found = [
        each for each in act.desk.shifts.present().patterns if text == each.id or folded(text) == folded(each.name)
    ]
    if len(found) != 1:
        raise NotFound("shifts.no_pattern", f"Không rõ nếp trực «{text}».", "Ghi đúng tên hoặc mã (id).")
    return found[0]
