"""Bring the translations into step with the windows: ``python -m resources.translations.collect``.

Every Vietnamese text that a window hands to ``_`` becomes an entry of ``en.po`` (what was translated stays, what nobody
says any more goes), then ``en.mo`` is made, which is what the program reads. Untranslated texts are listed; while there
are any the exit code is 1.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desk_app.accounts.rules import PERMISSION_TABLE, ROLE_NAMES
from desk_app.dossiers import hand_over_slip, sent_back_paper
from desk_app.dossiers import papers as dossier_papers
from desk_app.dossiers.book.paper import BOOK_TITLE
from desk_app.dossiers.correction_fields import LABELS, spoken
from desk_app.dossiers.life.papers import endings, letters, officers_paper, on_the_way
from desk_app.dossiers.status import Status
from desk_app.fees import papers as fee_papers
from desk_app.guidance.contacts import papers as leaflet_papers
from desk_app.mobile_sessions import invitations as session_invitations
from desk_app.mobile_sessions import papers as session_papers
from desk_app.office.rules import SETTINGS
from desk_app.office.wordings import shipped_wordings
from desk_app.printing.printer_settings import KIND_NAMES
from desk_app.printing.uses import USES
from desk_app.returns import kits
from desk_app.returns import papers as return_papers
from desk_app.shifts import papers as shift_papers
from desk_app.signage import papers as proof_papers
from desk_app.surveys import campaign_papers, complaint_papers, friendly_papers
from desk_app.surveys import papers as survey_papers
from desk_app.surveys.complaint_facts import HOW_WORDS, OUTCOME_WORDS, TOPIC_WORDS
from desk_app.surveys.friendly import MARK_WORDS
from desk_app.surveys.rules import LEVEL_WORDS, REASON_WORDS, ROUNDING, SCREEN_WORDS
from desk_app.tickets.papers import TICKET_TITLE
from desk_app.working_time.calendar import WEEKDAYS
from desk_app.working_time.marks import Mark

HERE = Path(__file__).resolve().parent
WINDOWS = HERE.parents[1] / "ui"
LANGUAGE = "en"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
# What the calendar says of an ordinary day, and the values of a dossier that are chosen from a list.
_WORKING_DAY = "Ngày làm việc"
_CHOSEN = (
    *(("applicant.sex", sex) for sex in ("male", "female")),
    *(("return_by", way) for way in ("counter", "home", "post")),
)
_ROOMS = (
    *(dossier_papers, sent_back_paper, hand_over_slip, fee_papers, return_papers),
    *(shift_papers, proof_papers, survey_papers, friendly_papers, campaign_papers, complaint_papers),
    *(session_invitations, session_papers, leaflet_papers),
)
_LIFE = (endings, letters, officers_paper, on_the_way)
PO, MO = HERE / f"{LANGUAGE}.po", HERE / f"{LANGUAGE}.mo"


def said_by_windows() -> Iterator[tuple[str, str]]:
    """Yield every text that stands literally in ``_(…)`` below ui/, each with its file."""
    for file, _line, text, _comments, _context in extract_from_dir(
        WINDOWS, [("**.py", "python")], keywords={"_": None}
    ):
        yield str(text), f"ui/{Path(file).as_posix()}"


def said_by_the_core() -> Iterator[tuple[str, str]]:
    """Yield the fixed words of the core that windows show through ``_``, each with where it stands."""
    yield from ((status.words, "desk_app/dossiers/status.py") for status in Status)
    yield from ((name, "desk_app/accounts/rules.py") for name in ROLE_NAMES.values())
    yield from ((permission.words, "desk_app/accounts/rules.py") for permission in PERMISSION_TABLE)
    yield from ((day, "desk_app/working_time/calendar.py") for day in WEEKDAYS)
    yield from ((mark.spoken, "desk_app/working_time/marks.py") for mark in Mark)
    yield _WORKING_DAY, "desk_app/working_time/calendar.py"
    yield from ((label, "desk_app/dossiers/correction_fields.py") for label in LABELS.values())
    yield from ((spoken(field, value), "desk_app/dossiers/correction_fields.py") for field, value in _CHOSEN)
    yield from ((words, "desk_app/printing/uses.py") for words in USES.values())
    yield from ((words, "desk_app/printing/printer_settings.py") for words in KIND_NAMES.values())
    yield from ((rule.reason, "resources/returns") for rule in kits.shipped().proposals)
    answers = (*LEVEL_WORDS.values(), *REASON_WORDS.values(), *SCREEN_WORDS.values())
    yield from ((words, "desk_app/surveys/rules.py") for words in (*answers, ROUNDING))
    voices = (*TOPIC_WORDS.values(), *HOW_WORDS.values(), *filter(None, OUTCOME_WORDS.values()))
    yield from ((words, "desk_app/surveys/complaint_facts.py") for words in voices)
    yield from ((words, "desk_app/surveys/friendly.py") for words in MARK_WORDS.values())


def said_of_the_office() -> Iterator[tuple[str, str]]:
    """Yield the words about the office's rules and wordings: names, units, choices, where a wording stands."""
    for setting in SETTINGS:
        for words in (setting.label, setting.unit, *setting.choices):
            if words:
                yield words, "desk_app/office/rules.py"
    for wording in shipped_wordings():
        yield wording.label, "resources/forms/wordings.json"
        yield wording.where, "resources/forms/wordings.json"


def titles_of_papers() -> Iterator[tuple[str, str]]:
    """Yield the titles under which printed papers stand in lists, each with where it stands."""
    yield TICKET_TITLE, "desk_app/tickets/papers.py"
    yield BOOK_TITLE, "desk_app/dossiers/book/paper.py"
    for room in (*_ROOMS, *_LIFE):
        file = f"{room.__name__.replace('.', '/')}.py"
        yield from ((words, file) for name, words in vars(room).items() if name.endswith("_TITLE"))
    yield from ((kit.letter.title, "resources/returns") for kit in kits.shipped().kits if kit.letter is not None)


def collected() -> dict[str, set[str]]:
    """Return every text to translate with the files that say it."""
    found: dict[str, set[str]] = {}
    for text, file in (*said_by_windows(), *said_by_the_core(), *said_of_the_office(), *titles_of_papers()):
        found.setdefault(text, set()).add(file)
    return found


def translated() -> dict[str, str]:
    """Return what ``en.po`` says: the English for each Vietnamese text, empty where nobody has translated it yet."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale=LANGUAGE) if message.id}


def catalogue(found: dict[str, set[str]], known: dict[str, str]) -> Catalog:
    """Return the catalogue of the texts in ``found``, in the order of their files, with the translations in ``known``."""
    made = Catalog(
        locale=LANGUAGE,
        project="mot-cua",
        version="1",
        header_comment="# Một cửa: the words of the windows in English. Made by collect.py; only msgstr is written by hand.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        # The file changes with its words only, not with the clock.
        creation_date=_LONG_AGO,
        revision_date=_LONG_AGO,
        fuzzy=False,
    )
    for text in sorted(found, key=lambda text: (min(found[text]), text)):
        made.add(text, known.get(text, ""), locations=[(file, 0) for file in sorted(found[text])])
    return made


def written(made: Catalog) -> tuple[bytes, bytes]:
    """Return the catalogue as the bytes of a .po and of a .mo file."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, made, width=0, include_lineno=False)
    write_mo(mo, made)
    return po.getvalue(), mo.getvalue()


def main() -> int:
    """Write ``en.po`` and ``en.mo`` anew; returns 1 while a text is not translated."""
    found, known = collected(), translated()
    po, mo = written(catalogue(found, known))
    PO.write_bytes(po)
    MO.write_bytes(mo)
    missing = [text for text in found if not known.get(text)]
    for text in missing:
        sys.stdout.write(f"{text}\n")
    sys.stdout.write(f"{len(found)} texts, {len(missing)} not translated\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
