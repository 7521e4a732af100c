"""Who collects a result, and what the desk keeps of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import HandedOver, Registered, Relation
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line, folded


@dataclass(frozen=True, kw_only=True)
class Collecting:
    """Who stands at the desk for a result: ``to`` empty means the applicant; ``id_number`` is the collector's own."""

    relation: Relation = "self"
    to: str = ""
    kinship: str = ""
    id_number: str = ""
    paper_shown: str = ""
    signed_register: bool = False
    note: str = ""


def checked_collecting(collecting: Collecting) -> Collecting:
    """Return ``collecting`` with every text clean.

    Raises ``InvalidInput`` when somebody else collects without a name or, authorised, without the paper that says so.
    """
    other, authorised = collecting.relation != "self", collecting.relation == "authorised"
    return replace(
        collecting,
        to=checked_line(collecting.to, field="to", label="Người nhận", longest=120, required=other),
        kinship=checked_line(collecting.kinship, field="kinship", label="Quan hệ", longest=60),
        id_number=checked_line(collecting.id_number, field="id_number", label="Số giấy tờ", longest=30),
        paper_shown=checked_line(
            collecting.paper_shown, field="paper_shown", label="Giấy tờ xuất trình", longest=200, required=authorised
        ),
        note=checked_line(collecting.note, field="note", label="Ghi chú", longest=1000),
    )


def given_out(dossier: Dossier, who: Collecting, at: datetime) -> HandedOver:
    """Return the fact that this dossier's result went to ``who``, as ``checked_collecting`` left it.

    Raises ``InvalidInput`` when somebody who is not the applicant is said to be: history and slip would name a stranger
    as the citizen in person.
    """
    _require_applicant_in_person(dossier, who)
    return HandedOver(
        handed_at=at,
        to=dossier.registered.applicant.name if who.relation == "self" else who.to,
        relation=who.relation,
        paper_shown=who.paper_shown,
        note=who.note,
        kinship=who.kinship if who.relation == "relative" else "",
        id_number=who.id_number,
        signed_register=who.signed_register and dossier.registered.signs_register,
    )


def signs_on_collecting(registered: Registered, procedure: Procedure | None) -> bool:
    """Tell whether the register is signed when the result is collected, and not at an earlier step."""
    return registered.signs_register and (procedure is None or not procedure.register_step)


def _require_applicant_in_person(dossier: Dossier, who: Collecting) -> None:
    """Raise ``InvalidInput`` where ``self`` goes with another name; case, marks and spaces make no other person."""
    if who.relation == "self" and who.to and folded(who.to) != folded(dossier.registered.applicant.name):
        raise InvalidInput(
            "relation",
            f"{who.to} không phải người nộp hồ sơ {dossier.code}: chưa ghi là gì của người nộp.",
            "Hãy chọn người thân (relative) hoặc người được ủy quyền (authorised).",
        )
