"""What the card says of a dossier that waits for the citizen, ended without a result, or has a new date."""

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import PaymentAsked, Stopped, SupplementRequested, TurnedDown, Withdrawn
from desk_app.dossiers.status import Status
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.widgets.moments import moment_words


def life_headline(dossier: Dossier) -> str:
    """Return the one sentence about a wait or an end; empty while the dossier is simply on its way."""
    story = dossier.story
    if dossier.status is Status.SUPPLEMENT_REQUESTED and (asked := story.last(SupplementRequested)) is not None:
        words = _("Chờ người dân bổ sung từ {at}: {what}.")
        return words.format(at=moment_words(asked.fact.at), what="; ".join(asked.fact.missing))
    if dossier.status is Status.PAYMENT_REQUESTED and (due := story.last(PaymentAsked)) is not None:
        words = _("Chờ người dân nộp {amount} ({purpose}), chậm nhất {day}.")
        fact = due.fact
        return words.format(amount=dong(fact.amount), purpose=fact.purpose, day=spoken_day(fact.until))
    ends_with = (made.fact for made in story.moves if isinstance(made.fact, TurnedDown | Stopped | Withdrawn))
    ended = next(ends_with, None)
    if ended is None:
        return ""
    ends = {
        Status.NOT_ACCEPTED: _("Đã từ chối lúc {at}. {reason}"),
        Status.STOPPED: _("Đã dừng giải quyết lúc {at}. {reason}"),
        Status.WITHDRAWN: _("Người dân đã rút hồ sơ lúc {at}. {reason}"),
    }
    words = ends.get(dossier.status, "")
    return words.format(at=moment_words(ended.at), reason=ended.reason).strip()


def proposal_words(dossier: Dossier) -> str:
    """Return what an officer proposed to the leader; empty when nothing waits for approval."""
    proposal = dossier.story.open_proposal
    if proposal is None:
        return ""
    words = _("Có đề nghị xin lỗi, hẹn lại {at}: {reason}. Chờ lãnh đạo duyệt.")
    return words.format(at=moment_words(proposal.fact.due_at), reason=proposal.fact.reason)
