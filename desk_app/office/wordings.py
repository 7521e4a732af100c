"""The wordings that an office may change on its papers: shipped as data, replaced by the office's own from a day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from desk_app.kernel.errors import Damaged, NotFound
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import checked_line


class Wording(Record):
    """One wording as it ships: its key, what people call it, where it stands, and what it may hold."""

    key: str
    label: str
    where: str
    text: str
    longest: int
    required: bool = False


class DatedWording(Record):
    """What a wording is from a day on, until a later one takes over; ``text`` None brings the shipped one back."""

    key: str
    valid_from: date
    text: str | None


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """The wordings of papers printed on one day; what is empty is not printed.

    An empty ``contact`` leaves the line to the office's telephone.
    """

    desk_name: str
    keep_note: str
    contact: str
    receipt_note: str
    supplement_note: str


@cache
def shipped_wordings() -> tuple[Wording, ...]:
    """Return the wordings in ``resources/forms/wordings.json``, in the order in which people see them."""
    try:
        return from_json(resource("forms", "wordings.json").read_bytes(), tuple[Wording, ...])
    except (OSError, WireError):
        raise Damaged("office.wordings", "Tệp câu chữ trên giấy tờ bị hỏng.", "Hãy cài lại chương trình.") from None


def get_wording(key: str) -> Wording:
    """Return the wording of that key as it ships; raise ``NotFound`` for one that does not exist."""
    for wording in shipped_wordings():
        if wording.key == key:
            return wording
    raise NotFound("office.wording", f"Không có câu chữ «{key}».", "Hãy chọn trong danh sách câu chữ.")


def checked_wording(key: str, text: str) -> str:
    """Return the text as one clean line; raise ``InvalidInput`` where it is too long, or empty and may not be."""
    wording = get_wording(key)
    return checked_line(text, field=key, label=wording.label, longest=wording.longest, required=wording.required)


def wording_on(wordings: Iterable[DatedWording], key: str, day: date) -> str:
    """Return the wording in force on ``day``: the latest that had begun by then, else the shipped one."""
    begun = (each for each in wordings if each.key == key and each.valid_from <= day)
    latest = max(begun, key=lambda each: each.valid_from, default=None)
    return get_wording(key).text if latest is None or latest.text is None else latest.text


@lru_cache(maxsize=8)
def words_on(wordings: tuple[DatedWording, ...], day: date) -> PaperWords:
    """Return every wording in force on ``day``."""
    return PaperWords(**{each.key: wording_on(wordings, each.key, day) for each in shipped_wordings()})


@cache
def shipped_words() -> PaperWords:
    """Return every wording as it ships."""
    return words_on((), date.max)
