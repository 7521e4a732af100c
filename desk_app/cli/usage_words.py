"""What a wrong command line is told, in Vietnamese."""

import click
from click.exceptions import MissingParameter, NoSuchCommand, NoSuchOption

from desk_app.kernel.errors import Refused


def refusal_of(error: click.ClickException) -> Refused:
    """Return the refusal that says what is wrong with the command line."""
    return Refused("cli.usage", _message(error), _hint(error))


def _message(error: click.ClickException) -> str:
    if isinstance(error, MissingParameter):
        return f"Thiếu {_called(error.param)}."
    if isinstance(error, NoSuchOption):
        return f"Không có tùy chọn {error.option_name}."
    if isinstance(error, NoSuchCommand):
        return f"Không có lệnh «{error.command_name}»."
    if isinstance(error, click.BadParameter):
        return f"{_called(error.param).capitalize()} không nhận giá trị này. {_choices(error.param)}".strip()
    if isinstance(error, click.BadOptionUsage):
        return f"Tùy chọn {error.option_name} thiếu hoặc thừa giá trị."
    return "Lệnh gõ chưa đúng: thừa hoặc thiếu phần."


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "desk"
    return f"Xem cách dùng: {path} --help."


def _called(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "giá trị"
    if isinstance(parameter, click.Argument):
        return f"phần {parameter.make_metavar(click.Context(click.Command('desk')))}"
    return f"tùy chọn {parameter.opts[0]}"


def _choices(parameter: click.Parameter | None) -> str:
    kind = getattr(parameter, "type", None)
    if isinstance(kind, click.Choice):
        return f"Chọn một trong: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange):
        return f"Nhập số nguyên từ {kind.min} đến {kind.max}."
    return "Nhập số nguyên." if isinstance(kind, click.types.IntParamType) else ""
