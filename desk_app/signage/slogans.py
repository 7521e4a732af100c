"""The slogans that citizens' screens show in turn: the office's own from a day on, else those shipped with the program."""

from datetime import date
from functools import cache

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.office.book import OfficeBook

SETTING = "slogans"
"""The office's dated setting that holds its own slogans, one a line."""


class Slogan(Record):
    """One sentence, and where it comes from."""

    text: str
    source: str


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
        raise Damaged("surveys.slogans", "Tệp khẩu hiệu bị hỏng.", "Hãy cài lại chương trình.") from None


def slogans_on(book: OfficeBook, day: date) -> tuple[str, ...]:
    """Return the slogans to show on ``day``: the office's own in force then, else the shipped ones."""
    own = tuple(book.setting_on(SETTING, day).splitlines())
    return own or tuple(slogan.text for slogan in shipped_slogans().slogans)
