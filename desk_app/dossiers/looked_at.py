"""What the access log calls a dossier or a person that a citizen asks about."""

from collections.abc import Mapping

from desk_app.accounts.facts import about_dossier, about_person
from desk_app.dossiers.commands import id_of
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables import queries
from desk_app.kernel.errors import InvalidInput

_MOST = 1000
_SHORTEST = 9


def abouts_of(room: Dossiers, text: str) -> Mapping[str, str]:
    """Return under what names the log keeps a dossier's code, or an identity number and the dossiers of that person.

    Each name comes with the code of its dossier, empty for the person: of a number the log keeps the last three digits.
    Raises ``NotFound`` for a code that is none, ``InvalidInput`` for neither code nor number.
    """
    asked = text.strip()
    if not asked.isascii() or not asked.isdigit():
        return {about_dossier(id_of(room, asked)): asked.upper()}
    if len(asked) < _SHORTEST:
        raise InvalidInput("about", f"«{asked}» không phải là mã hồ sơ hay số giấy tờ.", "Ghi đủ mã hoặc đủ số.")
    dossiers = queries.of_person(room.journal.reading(), asked, _MOST)
    return {about_person(asked): "", **{about_dossier(each.id): each.code for each in dossiers}}
