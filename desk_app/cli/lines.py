"""Work that comes as one JSON object a line: each is carried out and answered by itself, in its order."""

import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

import click

from desk_app.cli.answers import answer, json_line, remark, told
from desk_app.cli.asked import Asked
from desk_app.cli.register_line import RegisterLine, key_of, line_of
from desk_app.kernel.errors import DeskError, InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record

L = TypeVar("L", bound=RegisterLine)
A = TypeVar("A", bound=Record)

_LONGEST_LINE = 1_000_000
_FIELD_OF = {"dossiers.return_way": "return_by"}


@dataclass(frozen=True, kw_only=True)
class LineWork(Generic[L, A]):
    """What is done with each line: its shape, the work, and the answer in words for people."""

    kind: type[L]
    carry_out: Callable[[L], A]
    words: Callable[[A], str]


def require_file(file: Path) -> None:
    """Raise ``NotFound`` for a file that is not there; ``-`` is the standard input."""
    if str(file) != "-" and not file.is_file():
        raise NotFound("cli.file", f"Không thấy tệp {file}.", "Hãy xem lại đường dẫn.")


def answer_lines(asked: Asked, file: Path, work: LineWork[L, A]) -> int:
    """Carry out every good line of ``file``, answer every line in its order, and return how many were refused."""
    refused = 0
    with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as lines:
        for number, raw in _lines(lines):
            refused += not _answered(asked, number, raw, work)
    return refused


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold something, numbered from 1; of an endless line only its beginning."""
    number = 0
    while raw := stream.readline(_LONGEST_LINE + 1):
        number += 1
        while len(raw) > _LONGEST_LINE and not raw.endswith(b"\n") and (more := stream.readline(_LONGEST_LINE)):
            raw = raw[: _LONGEST_LINE + 1] + more[-1:]
        if raw.removeprefix(b"\xef\xbb\xbf").strip():
            yield number, raw


def _answered(asked: Asked, number: int, raw: bytes, work: LineWork[L, A]) -> bool:
    """Carry out one line and answer it; tell whether it was accepted."""
    key = ""
    try:
        if len(raw) > _LONGEST_LINE:
            raise InvalidInput("json", "Dòng quá dài.", "Mỗi hồ sơ một dòng, tối đa 1 MB.")
        key = key_of(raw)
        line = line_of(raw, work.kind)
        accepted = work.carry_out(line)
    except (Refused, NotFound) as error:
        _tell_refused(asked, error, number, key)
        return False
    answer(asked, accepted, work.words(accepted))
    return True


def _tell_refused(asked: Asked, error: DeskError, number: int, key: str) -> None:
    field = "procedure" if error.code.startswith("catalogue.") else _FIELD_OF.get(error.code, "")
    if asked.as_json:
        click.echo(json_line(told(error, line=number, field=field, key=key)))
    remark(f"Dòng {number}: {error.message} {error.hint}".rstrip())
