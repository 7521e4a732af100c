"""``desk people``: who works at the office, in which roles, until when."""

import os
import sys
from datetime import date
from typing import Any

import click

from desk_app.accounts.commands import add_account, change_account, end_account, forgive_tries, reset_secret, set_secret
from desk_app.accounts.facts import AccountAdded, AccountChanged, account_id_of
from desk_app.accounts.people import login_of, usual_last_day
from desk_app.accounts.roster import list_people
from desk_app.accounts.rules import Account, Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.cli.acting import Acting, acting, open_home, signed_in
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.people_answers import line_of, words_of
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import day

NEW_PASSWORD_VARIABLE = "DESK_NEW_PASSWORD"
_NO_END = "none"

family = Group(
    "people",
    help="Người dùng: xem, thêm, sửa, ngừng, đổi và đặt lại mật khẩu.",
    members={
        "list": "desk_app.cli.people:list_all",
        "add": "desk_app.cli.people:add",
        "change": "desk_app.cli.people:change",
        "end": "desk_app.cli.people:end",
        "password": "desk_app.cli.people:own_password",
        "reset-password": "desk_app.cli.people:reset_password",
        "unlock": "desk_app.cli.people:unlock",
        "access": "desk_app.cli.people_access:access",
    },
)

_UNTIL = "Ngày cuối được dùng (YYYY-MM-DD), hoặc «none»."
_roles = click.option(
    "--role",
    "roles",
    type=click.Choice([role.value for role in Role]),
    multiple=True,
    help="Vai trò; ghi được nhiều lần.",
)


@command("list", "Liệt kê mọi tài khoản.")
@asks
def list_all(asked: Asked) -> None:
    """List everybody, those in use first."""
    with acting(asked) as act:
        people = list_people(act.desk.accounts, by=act.by)
    lines = [changed(line_of(each.account), standing=each.standing, signed_in_at=each.signed_in_at) for each in people]
    answer_each(asked, ((line, words_of(line)) for line in lines), nothing="Chưa có ai.")


@command("add", "Thêm một người; mật khẩu đầu ở biến DESK_NEW_PASSWORD hoặc dòng tiếp theo của đầu vào.")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@click.option("--name", required=True, metavar="HỌ_TÊN", help="Họ và tên.")
@click.option("--title", default="", metavar="CHỨC_VỤ", help="Chức vụ.")
@_roles
@click.option("--until", metavar="NGÀY", help=f"{_UNTIL} Người viết hộ: mặc định hết năm.")
@asks
def add(asked: Asked, who: str, name: str, title: str, roles: tuple[str, ...], until: str | None) -> None:
    """Add a person with a first password, to be changed at the first sign-in."""
    with acting(asked) as act:
        wanted = tuple(Role(each) for each in roles)
        last = usual_last_day(wanted, act.desk.journal.time.now().date()) if until is None else _last_day(until)
        person = AccountAdded(login=who, name=name, title=title, roles=wanted, valid_until=last)
        password = _new_password()
        made = add_account(act.desk.accounts, by=act.by, person=person, password=password, command_id=act.new_id())
        account = act.desk.accounts.present_book().get(account_id_of(made.subject))
    line = line_of(account)
    answer(asked, line, f"Đã thêm {words_of(line)}. Người này phải đổi mật khẩu ở lần đăng nhập đầu.")


@command("change", "Sửa một tài khoản; chỉ những gì được nêu.")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@click.option("--login", "new_login", metavar="TÊN", help="Tên đăng nhập mới.")
@click.option("--name", metavar="HỌ_TÊN", help="Họ và tên.")
@click.option("--title", metavar="CHỨC_VỤ", help="Chức vụ.")
@_roles
@click.option("--until", metavar="NGÀY", help=_UNTIL)
@asks
def change(
    asked: Asked, who: str, new_login: str | None, roles: tuple[str, ...], until: str | None, **texts: str
) -> None:
    """Change what is named."""
    given: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    if new_login is not None:
        given["login"] = new_login
    if roles:
        given["roles"] = tuple(Role(each) for each in roles)
    if until is not None:
        given["valid_until"] = _last_day(until)
    with acting(asked) as act:
        account = _named(act, who)
        anew = changed(AccountChanged(), **given)
        change_account(act.desk.accounts, by=act.by, account_id=account.id, change=anew, command_id=act.new_id())
        line = line_of(act.desk.accounts.present_book().get(account.id))
    answer(asked, line, f"Đã sửa {words_of(line)}.")


@command("end", "Ngừng một tài khoản, ngay và mãi mãi.")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao.")
@asks
def end(asked: Asked, who: str, reason: str) -> None:
    """End an account."""
    with acting(asked) as act:
        account = _named(act, who)
        end_account(act.desk.accounts, by=act.by, account_id=account.id, reason=reason, command_id=act.new_id())
        line = line_of(act.desk.accounts.present_book().get(account.id))
    answer(asked, line, f"Đã ngừng {words_of(line)}.")


@command("reset-password", "Đặt lại mật khẩu của người khác; mật khẩu mới như ở «people add».")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@asks
def reset_password(asked: Asked, who: str) -> None:
    """Give somebody a new first password."""
    with acting(asked) as act:
        account = _named(act, who)
        password = _new_password()
        reset_secret(act.desk.accounts, by=act.by, account_id=account.id, password=password, command_id=act.new_id())
    line = line_of(account)
    answer(asked, line, f"Đã đặt lại mật khẩu của {words_of(line)}. Người này phải đổi ở lần đăng nhập tới.")


@command("unlock", "Cho người nhập sai nhiều lần thử lại ngay; mật khẩu giữ nguyên.")
@click.argument("who", metavar="TÊN_ĐĂNG_NHẬP")
@asks
def unlock(asked: Asked, who: str) -> None:
    """Forget somebody's wrong tries on this desk."""
    with acting(asked) as act:
        account = _named(act, who)
        forgive_tries(act.desk.accounts, by=act.by, account_id=account.id, command_id=act.new_id())
    line = line_of(account)
    answer(asked, line, f"Đã mở khóa {words_of(line)}.")


@command(
    "password", "Đổi mật khẩu của chính mình; mật khẩu mới ở biến DESK_NEW_PASSWORD hoặc dòng tiếp theo của đầu vào."
)
@asks
def own_password(asked: Asked) -> None:
    """Change one's own password on this desk, also the first one that somebody else chose."""
    with open_home(asked) as desk:
        account = signed_in(asked, desk)
        new, command_id = _new_password(), desk.journal.new_id()
        set_secret(
            desk.accounts, by=account.id, kind=SecretKind.PASSWORD, old=asked.password, new=new, command_id=command_id
        )
        key_stays = desk.card.key == "password"
    if key_stays:
        remark("Mật khẩu mở dữ liệu không đổi theo: từ nay đặt mật khẩu ấy ở biến DESK_KEY_PASSWORD.")
    line = line_of(account)
    answer(asked, line, f"Đã đổi mật khẩu của {words_of(line)} trên máy này.")


def _named(act: Acting, login: str) -> Account:
    """Return whom a login name means; raise ``NotAllowed`` before saying whether there is such a name."""
    list_people(act.desk.accounts, by=act.by)
    account = act.desk.accounts.present_book().find_by_login(login_of(login))
    if account is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login}».", "Xem tên bằng «desk people list».")
    return account


def _new_password() -> str:
    """Return the new password; raise ``InvalidInput`` when none was given."""
    given = os.environ.get(NEW_PASSWORD_VARIABLE, "")
    if not given and not sys.stdin.isatty():
        given = sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")
    if not given:
        raise InvalidInput(
            "password",
            "Chưa có mật khẩu mới.",
            f"Đặt ở biến {NEW_PASSWORD_VARIABLE}, hoặc gửi vào đầu vào chuẩn, sau mật khẩu của người thực hiện nếu có.",
        )
    return given


def _last_day(text: str) -> date | None:
    return None if text.strip().lower() == _NO_END else day(text, field="valid_until")
