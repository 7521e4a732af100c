"""Which results may share a parcel, and which do: one household's, under one name of a parcel."""

from collections.abc import Sequence

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import lowered
from desk_app.returns.addresses import address_of
from desk_app.returns.moves import require_parcel
from desk_app.returns.room import Returns
from desk_app.returns.tables import queries
from desk_app.returns.way import Parcel, ParcelState
from desk_app.returns.ways import way_in
from desk_app.storage.engine import Database

MOST_TOGETHER = 20
"""So many results go in one parcel at most."""


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses are one but for capitals, commas and spaces; no address is like no other."""
    return bool(one.strip()) and _plain(one) == _plain(other)


def require_one_household(dossiers: Sequence[Dossier], typed: str) -> None:
    """Raise ``Refused`` naming the first dossier that does not go where the others go: nobody gets another's papers.

    With a ``typed`` address the dossiers of one person go there together, wherever their registrations say.
    """
    if not 0 < len(dossiers) <= MOST_TOGETHER:
        words = f"Một bưu gửi phải có từ 1 đến {MOST_TOGETHER} hồ sơ."
        raise InvalidInput("dossiers", words, "Hãy chọn lại hồ sơ.")
    first, *others = dossiers
    for other in others:
        together = same_address(address_of(first.registered), address_of(other.registered))
        if not together and not (typed and _same_person(first, other)):
            raise Refused(
                "returns.other_household",
                f"Hồ sơ {other.code} gửi đến nơi khác với hồ sơ {first.code}.",
                "Gửi riêng từng hồ sơ; hoặc ghi địa chỉ chung khi cùng một người.",
            )


def in_parcel(
    room: Returns, db: Database, dossier: str, states: frozenset[ParcelState], doing: str
) -> tuple[Parcel, tuple[Dossier, ...]]:
    """Return the open parcel that a dossier's result is in, and every dossier whose result is in it in those states.

    The dossier itself stands first. Raises ``Refused`` when it is in no parcel that allows the move.
    """
    asked = dossier_in(room.dossiers, db, dossier)
    parcel = require_parcel(way_in(room, db, dossier), asked.code, states, doing)
    others = (each for each in queries.dossiers_of_parcel(db, parcel.id, states) if each != dossier)
    return parcel, (asked, *(dossier_in(room.dossiers, db, each) for each in others))


def _same_person(one: Dossier, other: Dossier) -> bool:
    number = one.registered.applicant.id_number
    return bool(number) and number == other.registered.applicant.id_number


def _plain(address: str) -> str:
    return " ".join(lowered(address).replace(",", " ").split())
