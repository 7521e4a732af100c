"""How answers leave: JSON, one object a line, for scripts; plain Vietnamese for people; messages on the other stream."""

import json
from collections.abc import Iterable

import click

from desk_app.cli.asked import Asked
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.records import Record, to_plain


class Told(Record, omit_defaults=True):
    """An error as scripts read it; ``field`` and ``line`` are there when the error has one."""

    error: str
    message: str
    hint: str
    field: str = ""
    line: int = 0
    key: str = ""


def answer(asked: Asked, result: Record, words: str) -> None:
    """Print one result: ``result`` with ``--json``, else ``words``."""
    click.echo(json_line(result) if asked.as_json else words)


def answer_each(asked: Asked, results: Iterable[tuple[Record, str]], *, nothing: str) -> None:
    """Print a list, one result a line; people are told ``nothing`` when it is empty."""
    empty = True
    for result, words in results:
        answer(asked, result, words)
        empty = False
    if empty and not asked.as_json:
        click.echo(nothing)


def remark(text: str) -> None:
    """Say something beside the answer."""
    click.echo(text, err=True)


def tell(asked: Asked, error: DeskError) -> None:
    """Say what went wrong: to people, and with ``--json`` to scripts as well."""
    if asked.as_json:
        click.echo(json_line(told(error)))
    remark(f"{error.message}\n{error.hint}".strip())


def told(error: DeskError, *, line: int = 0, field: str = "", key: str = "") -> Told:
    """Return an error as scripts read it."""
    named = error.field if isinstance(error, InvalidInput) else field
    return Told(error=error.code, message=error.message, hint=error.hint, field=named, line=line, key=key)


def json_line(result: Record) -> str:
    """Return ``result`` as one line of JSON, Vietnamese letters as they are."""
    return json.dumps(to_plain(result), ensure_ascii=False)
