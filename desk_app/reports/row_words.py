"""Rows as people read them: what tables name by codes and ids, in words and names."""

from collections.abc import Callable, Mapping
from typing import Any

from desk_app.guidance.contacts.contact import CHANNEL_WORDS
from desk_app.guidance.outreach.item import KIND_WORDS
from desk_app.mobile_sessions.session import STATE_WORDS as SESSION_WORDS
from desk_app.reports.asking import Asking
from desk_app.reports.tables.counting import Opened
from desk_app.shifts.excel_out import STATE_WORDS as SEAT_WORDS
from desk_app.shifts.room import shifts_beside
from desk_app.writing.facts import OUTCOME_WORDS

ACCESS_WORDS: Mapping[str, str] = {
    "card": "Thẻ hồ sơ",
    "search": "Tìm kiếm",
    "scan": "Quét mã",
    "list": "Danh sách",
    "access.signed_in": "Đăng nhập",
    "accounts.secret_set": "Đặt mật khẩu, PIN",
    "accounts.tries_forgiven": "Mở khóa đăng nhập",
    "accounts.badge_issued": "Cấp thẻ đăng nhập",
    "accounts.badge_revoked": "Thu hồi thẻ đăng nhập",
}
"""How citizens' data were looked at, and what else stands in the access log."""


def spoken_rows(ask: Asking, source: str, rows: list[Opened]) -> tuple[Opened, ...]:
    """Return rows of a source with names and words in the place of ids and codes; the subject and the dossier stay."""
    in_words = _IN_WORDS.get(source, _of_procedure)(ask)
    return tuple(map(in_words, rows))


Worded = Callable[[Opened], Opened]


def _of_procedure(ask: Asking) -> Worded:
    return lambda row: row._replace(about=ask.procedure_name(row.about, row.code))


def _of_access(ask: Asking) -> Worded:
    def in_words(row: Opened) -> Opened:
        about = ask.people.get(row.about.removeprefix("account:"), row.about)
        return row._replace(code=ACCESS_WORDS.get(row.code, row.code), name=ask.person_name(row.name), about=about)

    return in_words


def _of_seats(ask: Asking) -> Worded:
    book = shifts_beside(ask.room.dossiers).present()
    organisations = {each.id: each.name for each in book.organisations}

    def in_words(row: Opened) -> Opened:
        organisation, _, member = row.name.partition("|")
        person = book.name_of(organisation, member) if member else ""
        whose = organisations.get(organisation, "chưa có ai nhận")
        return row._replace(
            code=SEAT_WORDS.get(row.about, row.about), name=person or whose, about=whose if person else ""
        )

    return in_words


def _coded(words: Mapping[Any, str]) -> Callable[[Asking], Worded]:
    """Return how rows are told whose code is one of ``words``, and which may be about a procedure."""

    def of(ask: Asking) -> Worded:
        procedure = _of_procedure(ask)
        return lambda row: procedure(row._replace(code=words.get(row.code, row.code)))

    return of


def _of_screens(_ask: Asking) -> Worded:
    return lambda row: row._replace(about=f"đến {row.about[11:16]}")


_IN_WORDS: Mapping[str, Callable[[Asking], Worded]] = {
    "access": _of_access,
    "seats": _of_seats,
    "written": _coded(OUTCOME_WORDS),
    "guidance": _coded(CHANNEL_WORDS),
    "sessions": _coded({state.value: words for state, words in SESSION_WORDS.items()}),
    "outreach": _coded(KIND_WORDS),
    "followers": _coded(KIND_WORDS),
    "played": _of_screens,
}
