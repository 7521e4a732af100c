"""What the section of wordings asks of the desk, on a job's thread."""

from dataclasses import replace

from desk_app.desk import Desk
from desk_app.dossiers.sample import sample_receipt, sample_slip
from desk_app.kernel.texts import one_line
from desk_app.office.agency import Agency
from desk_app.office.facts import wording_subject
from desk_app.office.wordings import shipped_wordings
from ui.settings.forms.state import WordingRow, row_of, words_of
from ui.settings.history import Change, changes_of

_ON_THE_SLIP = "supplement_note"


def wordings(desk: Desk) -> tuple[WordingRow, ...]:
    """Return every wording as a row."""
    book, today = desk.office.present_book(), desk.journal.time.now().date()
    return tuple(row_of(each, book, today) for each in shipped_wordings())


def picture(desk: Desk, key: str, text: str) -> bytes:
    """Return the paper on which a wording stands, as it would say ``text``, drawn as the thermal printer prints it: PNG."""
    # Drawing takes its time to load: only who looks at wordings waits for it.
    from desk_app.printing.preview import picture_png
    from desk_app.printing.slip import DOTS_80_MM, slip_picture

    book, now = desk.office.present_book(), desk.journal.time.now()
    words = replace(book.words_on(now.date()), **{key: one_line(text)})
    agency = book.agency or Agency(code="H00", name="…")
    paper = (sample_slip if key == _ON_THE_SLIP else sample_receipt)(agency, words, now)
    return picture_png(slip_picture(paper, DOTS_80_MM))


def past_of(desk: Desk) -> tuple[Change, ...]:
    """Return every change of a wording, newest first."""
    return changes_of(desk, [wording_subject(each.key) for each in shipped_wordings()], words_of)
