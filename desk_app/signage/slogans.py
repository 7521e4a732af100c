"""The slogans that screens show in turn: the office's own that are in force, else those shipped with the program."""

from datetime import date
from functools import cache

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.office.book import OfficeBook
from desk_app.signage.room import Signage
from desk_app.signage.tables import list_slogans

SETTING = "slogans"
"""The office's dated setting that holds further slogans of its own, one a line."""


class Slogan(Record):
    """One sentence, where it comes from, and on which days it is shown (None: without a first, without a last)."""

    text: str
    source: str
    valid_from: date | None = None
    valid_until: date | None = None

    def is_shown_on(self, day: date) -> bool:
        """Tell whether ``day`` is one of its days."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class SloganFile(Record):
    """A set of slogans as a file holds it."""

    title: str
    notice: str
    slogans: tuple[Slogan, ...]


@cache
def shipped_slogans() -> SloganFile:
    """Return the set in ``resources/slogans/khau-hieu.json``; raise ``Damaged`` when it cannot be read."""
    try:
        return from_json(resource("slogans", "khau-hieu.json").read_bytes(), SloganFile)
    except (OSError, WireError):
        raise Damaged("signage.slogans", "Tệp khẩu hiệu bị hỏng.", "Hãy cài lại chương trình.") from None


def slogans_on(book: OfficeBook, day: date) -> tuple[str, ...]:
    """Return the slogans of the setting in force on ``day``, else the shipped ones."""
    own = tuple(book.setting_on(SETTING, day).splitlines())
    return own or tuple(each.text for each in shipped_slogans().slogans if each.is_shown_on(day))


def shown_on(room: Signage, day: date) -> tuple[str, ...]:
    """Return what screens show on ``day``: the office's dated slogans, then its setting's; the shipped ones without any.

    A sentence that stands in both is shown once.
    """
    dated = [each.text for each in list_slogans(room.journal.reading()) if each.is_shown_on(day)]
    book = room.office.present_book()
    lines = book.setting_on(SETTING, day).splitlines()
    return tuple(dict.fromkeys((*dated, *(lines if dated else slogans_on(book, day)))))
