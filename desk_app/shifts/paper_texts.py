"""The wordings of the roster's papers, as they ship: whoever makes a notice or a letter changes them before it is signed."""

from functools import cache

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json


class PaperTexts(Record):
    """The file ``resources/shifts/papers.json``; words in braces are filled in."""

    title: str
    notice: str
    symbol: str
    about: str
    intro: str
    requests: tuple[str, ...]
    closing: str
    signer_titles: tuple[str, ...]
    recipients: tuple[str, ...]
    slip_note: str
    wall_note: str
    thanks_lines: tuple[str, ...]
    thanks_recipients: tuple[str, ...]


@cache
def shipped_texts() -> PaperTexts:
    """Return the wordings as they ship; raise ``Damaged`` when the file cannot be read."""
    try:
        return from_json(resource("shifts", "papers.json").read_bytes(), PaperTexts)
    except (OSError, WireError):
        raise Damaged("shifts.papers", "Tệp câu chữ của lịch trực bị hỏng.", "Hãy cài lại chương trình.") from None
