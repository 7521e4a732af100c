"""Who the citizen at the writing table is, from the card or from what was typed into the forms."""

from collections.abc import Iterable

from desk_app.dossiers.person import Person
from desk_app.writing.checks import day_of
from desk_app.writing.filled import Known, known_of_filled
from desk_app.writing.form import Form
from desk_app.writing.sitting import Sitting

_SEXES = {"Nam": "male", "Nữ": "female"}


def person_of(sitting: Sitting, forms: Iterable[Form]) -> Person | None:
    """Return the citizen as typed into the forms, and where nothing was typed as the card says; None of nobody.

    A birth day that cannot be read is left out, not guessed.
    """
    texts = {known.name: known.text for form in forms for known in _typed(sitting, form) if known.text}
    card = sitting.person
    name = texts.get("applicant.name", card.name if card else "")
    if not name:
        return card
    return Person(
        name=name,
        id_number=texts.get("applicant.id_number", card.id_number if card else "").replace(" ", ""),
        birth_on=_iso(texts.get("applicant.birth_on", "")) or (card.birth_on if card else ""),
        sex=_SEXES.get(texts.get("applicant.sex", ""), card.sex if card else ""),
        address=texts.get("applicant.address", card.address if card else ""),
        phone=texts.get("applicant.phone", card.phone if card else ""),
        email=texts.get("applicant.email", card.email if card else ""),
    )


def _typed(sitting: Sitting, form: Form) -> tuple[Known, ...]:
    filled = sitting.find_form(form.key)
    return known_of_filled(form, filled) if filled is not None else ()


def _iso(text: str) -> str:
    on = day_of(text)
    if on is not None:
        return on.isoformat()
    return text if len(text) == 4 and text.isdigit() else ""
