"""What the desk knows of the person in the form: earlier dossiers, and what they were asked to bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.earlier import open_alike
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.person import Person
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.texts import lowered
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _
from ui.widgets.status_words import StatusWords, status_words


@dataclass(frozen=True, kw_only=True)
class Request:
    """An unanswered request to complete a dossier."""

    id: str
    fact: SentBack

    @property
    def on(self) -> str:
        """Return the day on which it was made."""
        return spoken_day(self.fact.asked_at.astimezone(VIETNAM).date())


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """What earlier visits say of the person in the form; ``person`` only where the identity number makes it sure.

    ``same_paper`` are the dossiers entered from a handwritten form of the number in the form.
    """

    person: Person | None = None
    dossiers: tuple[Listed, ...] = ()
    requests: tuple[Request, ...] = ()
    same_paper: tuple[Listed, ...] = ()

    def open_with(self, procedure: str, subject: str = "") -> tuple[Listed, ...]:
        """Return the person's dossiers of this procedure that are not settled: perhaps the same request twice."""
        return open_alike(self.dossiers, procedure, subject)

    def request_for(self, procedure: str, subject: str = "") -> Request | None:
        """Return the newest request about this procedure and subject; about any while no procedure is chosen."""
        alike = (each for each in self.requests if not procedure or _is_about(each.fact, procedure, subject))
        return next(alike, None)


@dataclass(frozen=True, kw_only=True)
class EarlierLine:
    """One earlier dossier in the list below the person."""

    code: str
    procedure: str
    status: StatusWords


def earlier_lines(known: KnownPerson, names: dict[str, str], now: datetime) -> tuple[EarlierLine, ...]:
    """Return the earlier dossiers for the list; ``names`` gives each procedure's short name by its code."""
    return tuple(
        EarlierLine(
            code=tail(each.code),
            procedure=names.get(each.procedure, each.procedure),
            status=status_words(Status(each.status), datetime.fromisoformat(each.due_at), now),
        )
        for each in known.dossiers
    )


def known_words(known: KnownPerson) -> str:
    """Return the line above the earlier dossiers: how many there are, and the key that fills the form."""
    if not known.dossiers:
        return ""
    words = _("Người này đã có {count} hồ sơ ở đây.").format(count=len(known.dossiers))
    offer = _("Ctrl+E: điền theo hồ sơ gần nhất.") if known.person is not None and not known.requests else ""
    return f"{words}  {offer}".rstrip()


def twice_words(twice: Sequence[Listed], now: datetime) -> str:
    """Return the warning about the same request twice."""
    named = [
        f"{tail(each.code)} ({status_words(Status(each.status), datetime.fromisoformat(each.due_at), now).words.lower()})"
        for each in twice
    ]
    return _("Có thể trùng: người này đang có hồ sơ {named} cùng thủ tục.  F6: mở hồ sơ đó.").format(
        named=", ".join(named)
    )


def same_paper_words(number: str, same: Sequence[Listed]) -> str:
    """Return the warning about a handwritten form that was entered before."""
    named = ", ".join(tail(each.code) for each in same)
    return _(
        "Giấy viết tay số {number} đã nhập cho hồ sơ {named}: hãy xem có phải nhập hai lần.  F6: mở hồ sơ đó."
    ).format(number=number, named=named)


def return_words(request: Request) -> str:
    """Return the offer to go on with what the person was asked to complete."""
    return _("Ngày {on} đã yêu cầu bổ sung ({procedure}): {missing}.  Ctrl+E: điền theo phiếu đó.").format(
        on=request.on, procedure=request.fact.procedure_name, missing="; ".join(request.fact.missing)
    )


def asked_before_words(request: Request | None) -> str:
    """Return the warning that a supplement was asked for before: the law allows it once, completely."""
    if request is None:
        return ""
    return _(
        "Ngày {on} đã yêu cầu người này bổ sung: {missing}. Chỉ được yêu cầu một lần, đầy đủ; "
        "hãy xem có thể nhận hồ sơ không (Ctrl+B)."
    ).format(on=request.on, missing="; ".join(request.fact.missing))


def _is_about(fact: SentBack, procedure: str, subject: str) -> bool:
    return fact.procedure == procedure and lowered(fact.subject.name if fact.subject else "") == lowered(subject)
