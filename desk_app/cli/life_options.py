"""The options that the moves of a dossier's life share."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from desk_app.cli.acting import Acting
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.time_source import VIETNAM, day, moment
from desk_app.working_time.reading import reading_on

code_argument = click.argument("code", metavar="MÃ_HỒ_SƠ")
reason_option = click.option("--reason", default="", metavar="LỜI", help="Lý do.")
basis_option = click.option("--basis", default="", metavar="LỜI", help="Căn cứ: điều, khoản của văn bản.")
returned_option = click.option("--returned", default="", metavar="LỜI", help="Giấy tờ trả lại cho người dân.")
printer_option = click.option("--printer", metavar="TÊN", help="In ra máy in này; không ghi là máy in mặc định.")
key_option = click.option("--key", default="", metavar="KHÓA", help="Khóa riêng, để gọi lại không ghi hai lần.")


def printed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of moves that print: ``--printer`` and ``--key``."""
    return printer_option(key_option(command))


def command_id(act: Acting, move: str, about: str, key: str) -> str:
    """Return the id of a command: the same for the same ``key``, so that a repeat is harmless."""
    return command_id_of(f"{move}:{about}:{key}") if key else act.new_id()


def account_named(act: Acting, login: str) -> str:
    """Return the account of a login name; raise ``NotFound`` when there is none."""
    found = act.desk.accounts.present_book().find_by_login(login)
    if found is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login[:60]}».", "Xem «desk people list».")
    return found.id


def promised_at(act: Acting, text: str) -> datetime | None:
    """Return the moment of ``--due``: a day alone means its closing time; None when nothing was given."""
    if not text.strip():
        return None
    if "T" in text or ":" in text:
        return moment(text, field="due_at")
    on = day(text, field="due_at")
    hours = reading_on(act.desk.working_time.present_readings(), on).hours
    return datetime.combine(on, hours.afternoon_to, VIETNAM)


def paper_of(text: str, field: str) -> tuple[str, int, int]:
    """Return name, originals and copies of ``Tên``, ``Tên=1`` or ``Tên=1+2``."""
    name, equals, numbers = text.partition("=")
    if not equals:
        return name.strip(), 1, 0
    originals, _plus, copies = numbers.partition("+")
    try:
        return name.strip(), int(originals or 0), int(copies or 0)
    except ValueError:
        raise InvalidInput(field, f"«{text[:60]}» không rõ số bản.", "Viết như «Giấy chứng sinh=1+2».") from None
