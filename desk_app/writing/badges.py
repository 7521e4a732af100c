"""A helper's badge on paper: a slip or an A5/A4 card with the code to scan. The paper never stays at the desk."""

from datetime import date
from typing import Literal

from desk_app.accounts.badges import ISSUE_BADGES, issued_badge
from desk_app.accounts.rules import ROLE_NAMES, Account, Role
from desk_app.accounts.tables.badges import Badge
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.printing.blocks import Paper, QrCode, Rule, Space, Text, Title
from desk_app.printing.commands import issue
from desk_app.writing.room import WritingTable

_WARNING = "Mất thẻ phải báo ngay để thu hồi. Không cho người khác mượn."


def print_badge(
    room: WritingTable,
    *,
    by: str,
    account: str,
    expires_on: date | None = None,
    organisation: str = "",
    page: Literal["A5", "A4"] = "A5",
    command_id: str,
    printer: str | None = None,
) -> Written:
    """Make a badge for an account and queue it; the code is nowhere but on the paper.

    A repeated command prints no second badge. Raises what ``issued_badge`` raises.
    """
    stands_for = checked_line(organisation, field="organisation", label="Đoàn thể", longest=120)

    def decide(writing: Writing) -> None:
        badge, token = issued_badge(writing, room.accounts, account_id=account, expires_on=expires_on)
        holder = room.accounts.book.get(writing.db).get(account)
        agency = room.office.book.get(writing.db).agency
        paper = badge_paper(
            holder,
            badge,
            token,
            office=agency.name if agency else "",
            organisation=stands_for or holder.title,
            page=page,
        )
        issue(writing, room.printing, paper, about=badge.id, printer=printer)

    return room.journal.write(by=by, permission=ISSUE_BADGES, command_id=command_id, decide=decide)


def badge_paper(
    holder: Account, badge: Badge, token: str, *, office: str, organisation: str, page: Literal["A5", "A4"]
) -> Paper:
    """Return the paper of a badge; its title names nobody, its content leaves the queue once it is printed."""
    roles = ", ".join(ROLE_NAMES[role] for role in holder.roles)
    return Paper(
        kind="badge",
        code=badge.id[-6:],
        title="Thẻ đăng nhập",
        blocks=(
            Text(text=office, align="center", bold=True),
            Title(text="THẺ NGƯỜI VIẾT HỘ" if holder.roles == (Role.VOLUNTEER,) else "THẺ ĐĂNG NHẬP"),
            Text(text=holder.name, size="huge", bold=True, align="center"),
            Text(text=organisation or roles, size="large", align="center"),
            Space(),
            QrCode(payload=token, caption="Quét ở màn hình đăng nhập", note=_WARNING),
            Space(size="small"),
            Text(text=f"Dùng đến hết ngày {spoken_day(badge.expires_on)}", align="center"),
            Rule(dashed=True, only="page"),
        ),
        page=page,
        fleeting=True,
    )
