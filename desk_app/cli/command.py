"""Commands as this product speaks them: help in Vietnamese, the same five options before or after any sub-command."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from desk_app.cli.asked import Asked

_OPTIONS = "[TÙY_CHỌN]"
_pass_asked = click.make_pass_decorator(Asked, ensure=True)


def asks(work: Callable[..., Any]) -> Callable[..., Any]:
    """Hand ``work`` the ``Asked`` of this command line as its first argument."""
    return _pass_asked(work)


class Command(click.Command):
    """A sub-command that also takes the options every command takes."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, then the common ones."""
        own = super().get_params(ctx)
        return [*own[:-1], *_COMMON, *own[-1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with Vietnamese words."""
        return _vietnamese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what every option does."""
        _write_options(self, ctx, formatter)


class Group(click.Group):
    """A family of commands, each imported only when it is called: ``{"due": "desk_app.cli.due:due"}``."""

    def __init__(self, name: str, *, members: Mapping[str, str], **about: Any) -> None:
        super().__init__(name, options_metavar=_OPTIONS, subcommand_metavar="LỆNH …", **about)
        self._members = members

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks with it
        """Return the names of the family in the order in which they were given."""
        return list(self._members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return the command of that name, or None."""
        place = self._members.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        found = getattr(import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the common options."""
        own = super().get_params(ctx)
        return [*own[:-1], *_COMMON, *own[-1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with Vietnamese words."""
        return _vietnamese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the family is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the members of the family and what every option does."""
        rows = [(name, _short_help(self.get_command(ctx, name))) for name in self._members]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)
        _write_options(self, ctx, formatter)


def command(name: str, help_text: str, **about: Any) -> Callable[[Callable[..., Any]], Command]:
    """Make a ``Command`` of the function that follows."""
    return click.command(name, cls=Command, help=help_text, options_metavar=_OPTIONS, **about)


def _kept(attribute: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Return a callback that keeps an option's value, wherever on the line it stands."""

    def keep(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if value:
            setattr(ctx.ensure_object(Asked), attribute, value)

    return keep


def _common(name: str, attribute: str, help_text: str, **about: Any) -> click.Option:
    return click.Option([name, attribute], help=help_text, expose_value=False, callback=_kept(attribute), **about)


_HOME_HELP = (
    "Thư mục dữ liệu của quầy (hoặc biến DESK_HOME). Máy không có kho khóa: mật khẩu mở dữ liệu ở biến "
    "DESK_KEY_PASSWORD, không có thì dùng mật khẩu của tài khoản."
)
_COMMON = (
    _common("--home", "home_named", _HOME_HELP, metavar="THƯ_MỤC"),
    _common("--json", "as_json", "In kết quả dạng JSON ra đầu ra chuẩn.", is_flag=True),
    _common(
        "--as", "login", "Người thực hiện; mật khẩu của tài khoản ở biến DESK_PASSWORD hoặc đầu vào.", metavar="TÊN"
    ),
    _common("--password-stdin", "password_on_stdin", "Đọc mật khẩu ở dòng đầu của đầu vào chuẩn.", is_flag=True),
    _common("--now", "now_named", "Đặt đồng hồ, chỉ cho dữ liệu tập dượt (hoặc DESK_NOW).", metavar="THỜI_ĐIỂM"),
)


def _vietnamese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Hiện phần giúp đỡ này."
    return option


def _write_usage(of: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write_usage(ctx.command_path, " ".join(of.collect_usage_pieces(ctx)), prefix="Cách dùng: ")


def _write_options(of: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = (each for each in of.get_params(ctx) if isinstance(each, click.Option))
    records = (option.get_help_record(ctx) for option in options)
    with formatter.section("Tùy chọn"):
        formatter.write_dl([record for record in records if record is not None])


def _short_help(of: click.Command | None) -> str:
    return of.get_short_help_str(limit=90) if of is not None else ""
