"""``desk people access``: who looked at a dossier or a person, for the citizen who asks."""

from collections.abc import Mapping
from datetime import datetime

import click

from desk_app.accounts.access_log import READ_ACCESS, access_about
from desk_app.accounts.book import AccountBook
from desk_app.accounts.tables import Access
from desk_app.cli.acting import acting
from desk_app.cli.answers import answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.looked_at import abouts_of
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment

_HOW: Mapping[str, str] = {"card": "mở hồ sơ", "search": "tìm", "scan": "quét mã", "list": "xem danh sách"}
_MOST = 10_000


class Look(Record):
    """One time somebody looked; ``code`` is empty where the person was searched by number.

    ``sure`` is False there: of a number the log keeps the last three digits, which others share.
    """

    at: datetime
    who: str
    login: str
    desk: str
    how: str
    code: str
    sure: bool
    reason: str


@command("access", "Ai đã xem một hồ sơ hay một người, khi người dân hỏi; mới nhất trước.")
@click.option("--about", required=True, metavar="MÃ|SỐ", help="Mã hồ sơ, hoặc số định danh của người ấy.")
@click.option("--limit", type=click.IntRange(1, _MOST), default=200, metavar="SỐ", help="Nhiều nhất bao nhiêu dòng.")
@asks
def access(asked: Asked, about: str, limit: int) -> None:
    """List who looked, when, at which desk and how."""
    with acting(asked) as act:
        act.desk.require(act.by, READ_ACCESS)
        codes = abouts_of(act.desk.dossiers, about)
        found = access_about(act.desk.accounts, by=act.by, abouts=tuple(codes), limit=limit)
        book = act.desk.accounts.present_book()
    looks = [_look(each, codes[each.about], book) for each in found]
    answer_each(asked, ((each, _words(each)) for each in looks), nothing="Chưa ai xem.")
    if len(found) == limit:
        remark(f"Chỉ {limit} lần gần nhất; thêm --limit để xem nữa.")
    remark("Không kể việc lấy danh sách trên 1.000 hồ sơ: báo cáo «access» có các lần ấy.")


def _look(of: Access, code: str, book: AccountBook) -> Look:
    account = book.find(of.account)
    return Look(
        at=of.at,
        who=account.name if account else "",
        login=account.login if account else "",
        desk=of.desk,
        how=of.how,
        code=code,
        sure=bool(code),
        reason=of.reason,
    )


def _words(look: Look) -> str:
    who = f"{look.who} ({look.login})" if look.who else "máy này"
    what = look.code or "số có ba số cuối trùng, có thể là người khác"
    reason = f". {look.reason}" if look.reason else ""
    return f"{spoken_moment(look.at)}: {who}, {_HOW.get(look.how, look.how)}, {what}{reason}"
