"""What goes along with a result (a kit), and whom the desk proposes to bring theirs home: dated data, not code."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from desk_app.dossiers.facts import Registered
from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import folded


class Letter(Record):
    """A letter that goes in an envelope: ``lines`` are paragraphs; ``{child}``, ``{family}`` and ``{agency}`` are filled in."""

    title: str
    greeting: str
    lines: tuple[str, ...]
    signer: str


class Kit(Record):
    """What the helper brings besides the result, for some procedures, from one day to another (None: until further notice)."""

    name: str
    procedures: tuple[str, ...]
    items: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None
    letter: Letter | None = None


class ProposalRule(Record):
    """Whom the desk proposes to bring the result home: by the procedure's field or code, or words of the priority reason."""

    reason: str
    valid_from: date
    valid_to: date | None = None
    fields: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    priority_words: tuple[str, ...] = ()


class KitFile(Record):
    """The file ``resources/returns/kits.json``."""

    title: str
    notice: str
    kits: tuple[Kit, ...]
    proposals: tuple[ProposalRule, ...]


@cache
def shipped() -> KitFile:
    """Return kits and proposal rules as they ship; raise ``Damaged`` when the file cannot be read."""
    try:
        return from_json(resource("returns", "kits.json").read_bytes(), KitFile)
    except (OSError, WireError):
        raise Damaged(
            "returns.kits", "Tệp quà kèm và đề nghị trả tận nhà bị hỏng.", "Hãy cài lại chương trình."
        ) from None


def kit_of(procedure: str, on: date) -> Kit | None:
    """Return the kit that goes with results of a procedure on a day: the newest in force, or None."""
    fitting = [
        kit
        for kit in shipped().kits
        if procedure in kit.procedures and kit.valid_from <= on and (kit.valid_to is None or on <= kit.valid_to)
    ]
    return max(fitting, key=lambda kit: kit.valid_from, default=None)


def proposal_reason(registered: Registered, on: date, rules: Sequence[ProposalRule] | None = None) -> str:
    """Return why this result should be brought home though nobody asked for it; empty when nothing speaks for it."""
    for rule in shipped().proposals if rules is None else rules:
        if not (rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to)):
            continue
        priority = f" {folded(registered.priority)} "
        named = registered.procedure in rule.procedures or any(
            each in registered.procedure_field for each in rule.fields
        )
        if named or any(f" {folded(word)} " in priority for word in rule.priority_words):
            return rule.reason
    return ""
