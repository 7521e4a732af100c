"""Opening the desk for a command, and who acts in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk_app.accounts.rules import Account, Role, is_active
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.cli.asked import Asked
from desk_app.desk import Desk, open_desk
from desk_app.home_card import HomeCard, read_card
from desk_app.kernel.errors import NotAllowed, NotFound, Refused


@dataclass(frozen=True, kw_only=True)
class Acting:
    """An open desk, and the account of who acts."""

    desk: Desk
    by: str

    def new_id(self) -> str:
        """Return a fresh command id."""
        return self.desk.journal.new_id()


@contextmanager
def open_home(asked: Asked) -> Iterator[Desk]:
    """Give the desk asked for, closed afterwards; nobody acts in it, so no citizen's data may be shown.

    Raises ``Refused`` when the clock was set for a home that is no rehearsal.
    """
    require_own_clock(asked, read_card(asked.home))
    desk = open_desk(asked.home, time=asked.time(), password=asked.key_password)
    try:
        yield desk
    finally:
        desk.close()


def require_own_clock(asked: Asked, card: HomeCard) -> None:
    """Raise ``Refused`` when the clock was set for a home that is no rehearsal."""
    if asked.now_text and not card.rehearsal:
        raise Refused(
            "cli.now_refused",
            "Chỉ dữ liệu tập dượt mới đặt được đồng hồ.",
            "Bỏ --now và biến DESK_NOW, hoặc dùng thư mục tạo bằng «desk init --rehearsal».",
        )


@contextmanager
def acting(asked: Asked) -> Iterator[Acting]:
    """Give the desk asked for with somebody acting in it; raise ``NotAllowed`` when nobody proved who they are."""
    with open_home(asked) as desk:
        yield Acting(desk=desk, by=who_acts(asked, desk))


def who_acts(asked: Asked, desk: Desk) -> str:
    """Return the account of who proved themselves in ``desk``; raise ``NotAllowed`` when nobody did."""
    return _who(asked, desk).id


def _who(asked: Asked, desk: Desk) -> Account:
    if asked.login is None:
        return _of_rehearsal(desk)
    if not asked.password:
        raise NotAllowed(
            "cli.no_password",
            f"Chưa có mật khẩu của «{asked.login}».",
            "Đặt ở biến DESK_PASSWORD, hoặc gửi vào đầu vào chuẩn cùng --password-stdin.",
        )
    account = sign_in(desk.accounts, asked.login, asked.password)
    if must_change_password(desk.accounts, account.id):
        raise NotAllowed(
            "cli.first_password",
            f"Mật khẩu của «{account.login}» do người khác đặt, phải đổi trước khi làm việc.",
            "Hãy mở chương trình, đăng nhập và đổi mật khẩu.",
        )
    return account


def _of_rehearsal(desk: Desk) -> Account:
    """Return the first administrator: in a rehearsal nobody need prove who they are."""
    if not desk.card.rehearsal:
        raise NotAllowed(
            "cli.nobody",
            "Chưa nói ai thực hiện.",
            "Thêm --as TÊN, mật khẩu ở biến DESK_PASSWORD hoặc --password-stdin.",
        )
    today = desk.journal.time.now().date()
    people = sorted(desk.accounts.present_book().accounts, key=lambda each: each.id)
    for account in people:
        if Role.ADMINISTRATOR in account.roles and is_active(account, today):
            return account
    raise NotFound("cli.nobody", "Dữ liệu tập dượt này không có quản trị.", "Thêm --as TÊN và mật khẩu.")
