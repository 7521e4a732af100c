"""``desk writing badge``: codes on paper that sign a helper in."""

from datetime import date, datetime
from typing import Literal

import click

from desk_app.accounts.badges import list_badges, revoke_badge
from desk_app.accounts.facts import BadgeIssued
from desk_app.accounts.people import login_of
from desk_app.accounts.tables.badges import Badge, find_badge
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record, from_json
from desk_app.kernel.time_source import day, spoken_day
from desk_app.writing.badges import print_badge


class BadgeShown(Record):
    """A badge; its code is on the paper alone."""

    id: str
    login: str
    issued_at: datetime
    expires_on: date
    revoked_at: datetime | None


@command("issue", "Cấp và in một thẻ; mã trên thẻ không lưu ở đâu khác.")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@click.option(
    "--until", metavar="NGÀY", help="Ngày cuối dùng được; không ghi là hết hạn tài khoản, nhiều nhất một năm."
)
@click.option("--organisation", default="", metavar="ĐOÀN_THỂ", help="Ghi trên thẻ; không ghi là chức vụ.")
@click.option("--page", type=click.Choice(["A5", "A4"]), default="A5", help="Khổ giấy.")
@click.option("--printer", metavar="TÊN", help="Máy in.")
@asks
def issue(
    asked: Asked, who: str, until: str | None, organisation: str, page: Literal["A5", "A4"], printer: str | None
) -> None:
    """Make a badge and queue its paper."""
    with acting(asked) as act:
        written = print_badge(
            act.desk.writing,
            by=act.by,
            account=_account(act, who),
            expires_on=day(until, field="until") if until else None,
            organisation=organisation,
            page=page,
            command_id=act.new_id(),
            printer=printer,
        )
        made = find_badge(act.desk.journal.reading(), from_json(written.entries[0].body, BadgeIssued).badge)
        assert made is not None
        shown = _shown(act, made)
    answer(asked, shown, f"Đã cấp thẻ cho {shown.login}, dùng đến hết {spoken_day(shown.expires_on)}; đang in.")


@command("list", "Các thẻ máy này đã cấp.")
@click.argument("who", metavar="[TÊN_ĐĂNG_NHẬP]", default="")
@asks
def list_all(asked: Asked, who: str) -> None:
    """List badges."""
    with acting(asked) as act:
        badges = list_badges(act.desk.accounts, by=act.by, account=_account(act, who) if who else "")
        found = [_shown(act, badge) for badge in badges]
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Chưa cấp thẻ nào.")


@command("revoke", "Thu hồi một thẻ, ngay lập tức.")
@click.argument("badge", metavar="THẺ")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao.")
@asks
def revoke(asked: Asked, badge: str, reason: str) -> None:
    """Let a badge open nothing any more."""
    with acting(asked) as act:
        revoke_badge(act.desk.accounts, by=act.by, badge=badge, reason=reason, command_id=act.new_id())
        now = find_badge(act.desk.journal.reading(), badge)
        assert now is not None
        shown = _shown(act, now)
    answer(asked, shown, f"Đã thu hồi thẻ của {shown.login}.")


def _account(act: Acting, who: str) -> str:
    found = act.desk.accounts.present_book().find_by_login(login_of(who))
    if found is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{who}».", "Xem «desk people list».")
    return found.id


def _shown(act: Acting, badge: Badge) -> BadgeShown:
    holder = act.desk.accounts.present_book().find(badge.account)
    return BadgeShown(
        id=badge.id,
        login=holder.login if holder is not None else "",
        issued_at=badge.issued_at,
        expires_on=badge.expires_on,
        revoked_at=badge.revoked_at,
    )


def _words(badge: BadgeShown) -> str:
    state = "đã thu hồi" if badge.revoked_at else f"dùng đến hết {spoken_day(badge.expires_on)}"
    return f"{badge.login}: {state}  [{badge.id}]"
