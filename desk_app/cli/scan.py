"""``desk scan``: what a scanned text is."""

from datetime import date

import click

from desk_app.cli.acting import open_home
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.mark import Verdict
from desk_app.dossiers.person import Person
from desk_app.dossiers.scan import Kind, Scanned, scanned
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.office.tables import RECEIPT_KEY, list_secrets
from desk_app.scanner.repair import stripped

_VERDICTS: dict[Verdict, str] = {
    "genuine": "giấy thật do cơ quan in",
    "forged": "dấu chống giả không đúng",
    "misread": "mã bị đọc sai",
    "unmarked": "mã hồ sơ, không có dấu chống giả",
}


class Scan(Record, omit_defaults=True):
    """What ``desk scan`` answers: the kind, and what a text of that kind holds."""

    kind: Kind
    person: Person | None = None
    old_number: str = ""
    issued_on: date | None = None
    name_is_sure: bool | None = None
    code: str = ""
    verdict: Verdict | None = None
    repaired: str = ""
    warnings: tuple[str, ...] = ()


@command("scan", "Nói một đoạn quét được là gì: thẻ căn cước, giấy hẹn, hay mã bị hỏng.")
@click.argument("text", metavar="NỘI_DUNG")
@asks
def scan(asked: Asked, text: str) -> None:
    """Tell what a scanned text is and what it holds; nothing of the desk's own data is shown."""
    with open_home(asked) as desk:
        settings = desk.scanner.settings()
        plain = stripped(text, settings.prefix, settings.suffix)
        found = scanned(plain, list_secrets(desk.journal.reading(), RECEIPT_KEY), settings.profile)
    answer(asked, _scan(found), _words(found))


def _scan(found: Scanned) -> Scan:
    card = found.card
    return Scan(
        kind=found.kind,
        person=card.person if card else None,
        old_number=card.old_number if card else "",
        issued_on=card.issued_on if card else None,
        name_is_sure=card.name_is_sure if card else None,
        code=found.code,
        verdict=found.verdict if found.kind == "receipt" else None,
        repaired=found.repaired,
        warnings=found.warnings,
    )


def _words(found: Scanned) -> str:
    if found.card is not None:
        lines = [_card_words(found.card)]
    elif found.kind == "receipt":
        lines = [f"Giấy hẹn {found.code}: {_VERDICTS.get(found.verdict, found.verdict)}."]
    elif found.kind == "garbled":
        lines = ["Mã quét bị hỏng."]
    else:
        lines = ["Không rõ đoạn này là gì."]
    if found.repaired:
        lines.append(f"  Đã sửa: {found.repaired}")
    return "\n".join([*lines, *(f"  Lưu ý: {warning}" for warning in found.warnings)])


def _card_words(card: IdentityCard) -> str:
    person = card.person
    born = f", sinh {spoken_day(date.fromisoformat(person.birth_on))}" if person.birth_on else ""
    return f"Thẻ căn cước {person.id_number}: {person.name}{born}, {person.address}."
