"""What the page of a dossier's images shows and allows, decided without a window."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desk_app.attachments.attachment import Attachment, Kept
from desk_app.attachments.facts import MediaType
from desk_app.attachments.rules import PaperChoice
from desk_app.dossiers.numbering import tail
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _

KINDS: Mapping[MediaType, str] = {"application/pdf": _("PDF"), "image/jpeg": _("Ảnh JPEG"), "image/png": _("Ảnh PNG")}
ENDINGS: Mapping[MediaType, str] = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 80
_KB = 1024


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the page was given by the desk at one moment; ``names`` are people's by their account."""

    dossier: str
    code: str
    applicant: str
    procedure: str
    kept: tuple[Kept, ...]
    choices: tuple[PaperChoice, ...]
    names: Mapping[str, str]
    own_desk: str
    today: date


@dataclass(frozen=True, kw_only=True)
class Row:
    """One image as a row, and what may be done with it."""

    id: str
    paper: str
    media_type: MediaType
    kind: str
    size: str
    sensitive: bool
    added: str
    until: str
    place: str
    ended: bool
    expired: bool
    may_open: bool
    file_name: str

    @property
    def is_picture(self) -> bool:
        """Tell whether it can be looked at inside the window."""
        return self.media_type != "application/pdf"


def rows_of(seen: Seen) -> tuple[Row, ...]:
    """Return what is kept, then what was erased; each in the order in which it was added."""
    rows = [_row(each, seen) for each in seen.kept]
    return (*(row for row in rows if not row.ended), *(row for row in rows if row.ended))


def head(seen: Seen) -> str:
    """Return whose dossier it is, in one line."""
    return f"{tail(seen.code)} · {seen.applicant} · {seen.procedure}"


def allowed(seen: Seen) -> tuple[PaperChoice, ...]:
    """Return the papers to choose from: those of which there is no image yet come first."""
    there = {each.attachment.paper for each in seen.kept if not each.attachment.ended}
    choices = [each for each in seen.choices if each.allowed]
    return (*(each for each in choices if each.name not in there), *(each for each in choices if each.name in there))


def refused_words(choices: Sequence[PaperChoice]) -> str:
    """Return which papers may not be kept and why; empty where all may."""
    refused = [each for each in choices if not each.allowed]
    if not refused:
        return ""
    words = _("Không giữ bản chụp: {papers}. {reason}")
    return words.format(papers="; ".join(each.name for each in refused), reason=_(refused[0].reason))


def path_in(text: str) -> str:
    """Return the file's place in what was pasted: quotes of «Copy as path» and ``file:///`` taken off."""
    plain = text.strip().strip("\"'").strip()
    if not plain.lower().startswith("file:"):
        return plain
    split = urlsplit(plain)
    path = unquote(split.path)
    # file:///C:/… on Windows; file://server/share is a share.
    path = path[1:] if re.match(r"/[A-Za-z]:", path) else path
    return f"//{split.netloc}{path}" if split.netloc not in ("", "localhost") else path


def looks_like_file(text: str) -> bool:
    """Tell whether a pasted text can be one file's place, so that pasting anything else does nothing."""
    path = path_in(text)
    return bool(path) and "\n" not in path and Path(path).suffix.lower() in (".pdf", ".jpg", ".jpeg", ".png")


def size_words(size: int) -> str:
    """Return bytes as people read them, as in ``850 KB`` or ``2,4 MB``."""
    if size < _KB * _KB:
        return f"{quantity(max(-(-size // _KB), 1))} KB"
    tenths = (size * 10 + _KB * _KB // 2) // (_KB * _KB)
    return f"{quantity(tenths // 10)},{tenths % 10} MB"


def _row(kept: Kept, seen: Seen) -> Row:
    its = kept.attachment
    return Row(
        id=its.id,
        paper=its.paper,
        media_type=its.media_type,
        kind=KINDS[its.media_type],
        size=size_words(its.size),
        sensitive=its.sensitive,
        added=_joined(f"{its.added_at:%H:%M %d/%m/%Y}", seen.names.get(its.added_by, "")),
        until=_until(kept),
        place=_place(its, seen),
        ended=bool(its.ended),
        expired=kept.is_expired(seen.today),
        may_open=not its.ended and its.desk == seen.own_desk,
        file_name=f"{tail(seen.code)} {_name(its.paper)}{ENDINGS[its.media_type]}",
    )


def _until(kept: Kept) -> str:
    if kept.attachment.ended:
        return "–"
    if kept.keep_until is not None:
        return spoken_day(kept.keep_until)
    return _("{months} tháng sau khi xong").format(months=quantity(kept.attachment.keep_months))


def _place(its: Attachment, seen: Seen) -> str:
    if not its.ended:
        return _("Ở máy này, đã mã hóa") if its.desk == seen.own_desk else _("Ở máy khác")
    on = spoken_day(its.ended_at.date()) if its.ended_at else ""
    if its.ended == "purged":
        return _("Đã hủy {day}: hết hạn giữ").format(day=on)
    return _("Đã gỡ {day}: {reason}").format(day=on, reason=its.reason)


def _name(paper: str) -> str:
    return _NOT_IN_NAMES.sub(" ", paper)[:_LONGEST_NAME].strip(" .")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
