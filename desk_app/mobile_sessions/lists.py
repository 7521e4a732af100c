"""What can be lacking and what is taken along: data, not code."""

from datetime import date
from functools import cache
from typing import Literal

from desk_app.kernel.errors import Damaged, InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import checked_line, folded
from desk_app.office.book import OfficeBook

SETTING = "session_kit"
"""The office's dated setting that holds its own kit, one thing a line."""
OTHER = "other"
_LONGEST_OTHER = 120


class Paper(Record):
    """One kind of paper that people lack.

    ``aliases`` are how lists name it, folded; ``procedures`` are the codes by which it is got, the usual one first.
    """

    key: str
    words: str
    short: str
    aliases: tuple[str, ...]
    procedures: tuple[str, ...]


Field = Literal[
    "order",
    "name",
    "number",
    "birth",
    "birth_male",
    "birth_female",
    "sex",
    "address",
    "area",
    "phone",
    "lacks",
    "guardian",
    "note",
]
"""What a column of somebody's Excel list holds."""


class ColumnNames(Record):
    """How lists head a column, folded."""

    field: Field
    headers: tuple[str, ...]


class ListFile(Record):
    """The file ``resources/mobile_sessions/lists.json``."""

    title: str
    notice: str
    kit: tuple[str, ...]
    lacks: tuple[Paper, ...]
    columns: tuple[ColumnNames, ...]


@cache
def shipped() -> ListFile:
    """Return the lists as they ship; raise ``Damaged`` when the file cannot be read."""
    try:
        return from_json(resource("mobile_sessions", "lists.json").read_bytes(), ListFile)
    except (OSError, WireError):
        raise Damaged("sessions.lists", "Tệp danh mục buổi lưu động bị hỏng.", "Hãy cài lại chương trình.") from None


def kit_on(book: OfficeBook, day: date) -> tuple[str, ...]:
    """Return what is taken along to a session: the office's own list in force on that day, else the shipped one."""
    own = tuple(book.setting_on(SETTING, day).splitlines())
    return own or shipped().kit


def paper_of(key: str) -> Paper:
    """Return the kind of paper of that key; raise ``InvalidInput`` for one that does not exist."""
    found = next((each for each in shipped().lacks if each.key == key), None)
    if found is None:
        known = ", ".join(each.key for each in shipped().lacks)
        raise InvalidInput("lacks", f"Không có loại giấy tờ «{key}».", f"Các loại: {known}.")
    return found


def paper_named(text: str) -> Paper | None:
    """Return the kind of paper that a key, its words or one of its short forms name; None for anything else."""
    plain = folded(text)
    for each in shipped().lacks:
        if plain in (each.key, folded(each.words), folded(each.short), *each.aliases):
            return each
    return None


def papers_settled_by(procedure: str) -> frozenset[str]:
    """Return the keys of the papers that a procedure brings."""
    return frozenset(each.key for each in shipped().lacks if procedure in each.procedures)


def spoken_lack(key: str, other: str = "") -> str:
    """Return a lacking paper in words; ``other`` is what the key «other» stands for."""
    return other if key == OTHER and other else paper_of(key).words


def short_lack(key: str, other: str = "") -> str:
    """Return a lacking paper in a word or two, for lists."""
    return other if key == OTHER and other else paper_of(key).short


def checked_lacks(lacks: tuple[str, ...], other: str) -> tuple[tuple[str, ...], str]:
    """Return the keys in the list's order and the clean text of «other»; raise ``InvalidInput`` when nothing lacks."""
    words = checked_line(other, field="other", label="Giấy tờ khác", longest=_LONGEST_OTHER)
    wanted = {paper_of(key).key for key in lacks} | ({OTHER} if words else set())
    if not wanted:
        raise InvalidInput("lacks", "Chưa ghi thiếu giấy tờ gì.", "Chọn ít nhất một loại giấy tờ.")
    if OTHER in wanted and not words:
        raise InvalidInput("other", "Chưa ghi giấy tờ khác là giấy gì.", "Hãy ghi tên giấy tờ.")
    return tuple(each.key for each in shipped().lacks if each.key in wanted), words
