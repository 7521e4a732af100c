"""Opening the desk for a command, and who acts in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk_app.accounts.rules import Account, Role, is_active
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.cli.asked import KEY_PASSWORD_VARIABLE, PASSWORD_VARIABLE, Asked
from desk_app.desk import Desk, open_desk
from desk_app.home_card import HomeCard, read_card
from desk_app.kernel.errors import NotAllowed, NotFound, Refused
from desk_app.storage.key_store import WRONG_PASSWORD

_WHICH_PASSWORD = (
    f"Mật khẩu mở dữ liệu ở biến {KEY_PASSWORD_VARIABLE}; không đặt biến này thì dùng mật khẩu của tài khoản "
    f"({PASSWORD_VARIABLE} hoặc --password-stdin)."
)


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

    Raises ``Refused`` when the clock was set for a home that is no rehearsal, ``NotAllowed`` without the password that
    opens the data where no key store does.
    """
    card = read_card(asked.home)
    require_own_clock(asked, card)
    if card.key == "password" and not asked.key_password:
        raise NotAllowed("cli.no_password", "Chưa có mật khẩu mở dữ liệu của máy này.", _WHICH_PASSWORD)
    desk = _opened(asked)
    try:
        yield desk
    finally:
        desk.close()


def _opened(asked: Asked) -> Desk:
    try:
        return open_desk(asked.home, time=asked.time(), password=asked.key_password)
    except Refused as refusal:
        if refusal.code != WRONG_PASSWORD:
            raise
        raise Refused(WRONG_PASSWORD, refusal.message, f"Dữ liệu vẫn nguyên. {_WHICH_PASSWORD}") from None


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


def signed_in(asked: Asked, desk: Desk) -> Account:
    """Return who signed in with ``--as`` and a password, also one that must be changed before any work."""
    if asked.login is None:
        raise _nobody()
    if not asked.password:
        raise NotAllowed(
            "cli.no_password",
            f"Chưa có mật khẩu của «{asked.login}».",
            f"Mật khẩu của tài khoản: biến {PASSWORD_VARIABLE}, hoặc đầu vào chuẩn cùng --password-stdin. "
            f"(Biến {KEY_PASSWORD_VARIABLE} chỉ mở dữ liệu.)",
        )
    return sign_in(desk.accounts, asked.login, asked.password)


def _who(asked: Asked, desk: Desk) -> Account:
    if asked.login is None:
        return _of_rehearsal(desk)
    account = signed_in(asked, desk)
    if must_change_password(desk.accounts, account.id):
        raise NotAllowed(
            "cli.first_password",
            f"Mật khẩu của «{account.login}» do người khác đặt, phải đổi trước khi làm việc.",
            f"Hãy đổi: «desk people password --as {account.login}», hoặc đăng nhập ở cửa sổ chương trình.",
        )
    return account


def _nobody() -> NotAllowed:
    return NotAllowed(
        "cli.nobody",
        "Chưa nói ai thực hiện.",
        f"Thêm --as TÊN, mật khẩu ở biến {PASSWORD_VARIABLE} hoặc --password-stdin.",
    )


def _of_rehearsal(desk: Desk) -> Account:
    """Return the first administrator: in a rehearsal nobody need prove who they are."""
    if not desk.card.rehearsal:
        raise _nobody()
    today = desk.journal.time.now().date()
    people = sorted(desk.accounts.present_book().accounts, key=lambda each: each.id)
    for account in people:
        if Role.ADMINISTRATOR in account.roles and is_active(account, today):
            return account
    raise NotFound("cli.nobody", "Dữ liệu tập dượt này không có quản trị.", "Thêm --as TÊN và mật khẩu.")
