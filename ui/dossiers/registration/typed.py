"""The registration form as typed: what a draft keeps, and how picking and ticking change it."""

from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.dossiers.facts import Channel, ReturnWay
from desk_app.kernel.records import Record, changed
from desk_app.kernel.translations import _

DRAFT = "registration"


class TypedPaper(Record):
    """One line of the checklist: a paper asked for or added, ticked when it was handed in or shown.

    ``required`` papers make the dossier incomplete while they are not ticked.
    """

    name: str
    originals: int = 0
    copies: int = 0
    ticked: bool = False
    required: bool = False
    remark: str = ""


class Typed(Record):
    """Every field as it stands in the window; ``command_id`` is made when the form opens, so a second Enter is harmless.

    ``card_name`` and ``card_address`` are what an identity card said in letters that lost their marks: never taken over,
    only shown. ``papers_checked``: somebody has looked at the papers, so what is not ticked is missing. ``answers`` is
    the id of the request to complete the dossier that this visit answers, ``answers_on`` its day; ``ticket`` is the id
    of the queue ticket.
    """

    command_id: str
    name: str = ""
    id_number: str = ""
    birth: str = ""
    sex: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    card_name: str = ""
    card_address: str = ""
    subject: str = ""
    authorised: str = ""
    authorised_number: str = ""
    authorised_paper: str = ""
    procedure: str = ""
    papers: tuple[TypedPaper, ...] = ()
    papers_checked: bool = False
    reason: str = ""
    advice: str = ""
    nevertheless: bool = False
    nevertheless_reason: str = ""
    extended: bool = False
    promised: str = ""
    return_by: ReturnWay = "counter"
    return_to: str = ""
    channel: Channel = "counter"
    copies: str = "1"
    pages: str = "1"
    fee: str = ""
    fee_reason: str = ""
    note: str = ""
    priority: str = ""
    received: str = ""
    paper_number: str = ""
    answers: str = ""
    answers_on: str = ""
    ticket: str = ""
    origin: str = ""


RARE = (
    *("subject", "authorised", "authorised_number", "authorised_paper", "email", "channel", "copies"),
    *("fee", "fee_reason", "priority", "received", "paper_number"),
)
"""The fields that most visits do without; they stand folded away."""


def is_untouched(typed: Typed) -> bool:
    """Tell whether nothing has been typed yet: such a form needs no draft."""
    return typed == Typed(command_id=typed.command_id, ticket=typed.ticket)


def has_rare(typed: Typed) -> bool:
    """Tell whether one of the rare fields is filled in: then they must be seen."""
    fresh = Typed(command_id=typed.command_id)
    return any(getattr(typed, name) != getattr(fresh, name) for name in RARE)


def with_procedure(typed: Typed, procedure: Procedure) -> Typed:
    """Return the form for another procedure, with that one's checklist; lines added by hand stay."""
    added = tuple(paper for paper in typed.papers if paper.ticked and not paper.remark and not paper.required)
    asked = tuple(_line(paper) for paper in procedure.papers)
    own = tuple(paper for paper in added if paper.name not in {each.name for each in asked})
    allowed = {way.way for way in procedure.return_ways() if way.allowed}
    return changed(
        typed,
        procedure=procedure.code,
        papers=(*asked, *own),
        papers_checked=False,
        nevertheless=False,
        extended=False,
        promised="",
        return_by=typed.return_by if typed.return_by in allowed else "counter",
    )


def with_all_papers(typed: Typed) -> Typed:
    """Return the form with every paper ticked that the procedure always asks for."""
    papers = tuple(changed(paper, ticked=paper.ticked or paper.required) for paper in typed.papers)
    return changed(typed, papers=papers, papers_checked=True, nevertheless=False)


def with_papers(typed: Typed, papers: tuple[TypedPaper, ...]) -> Typed:
    """Return the form with a checklist that a person has changed."""
    return changed(typed, papers=papers, papers_checked=True)


def _line(paper: PaperAsked) -> TypedPaper:
    always = paper.required and not paper.condition
    remark = _("nếu {condition}").format(condition=paper.condition) if paper.condition else paper.note
    return TypedPaper(
        name=paper.name, originals=paper.originals, copies=paper.copies, required=always, remark=remark.rstrip(".")
    )
