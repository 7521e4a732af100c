"""The nine indices of how dossiers are settled, each 0, 1 or 2 points, and the band they add up to.

Thông tư 01/2018/TT-VPCP, Điều 13–15. What the program knows it counts; what it cannot know somebody enters with evidence;
from which share on an index earns its points is data with dates.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Damaged, InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import checked_line, quantity
from desk_app.surveys.complaint_figures import complaint_figures
from desk_app.surveys.figures import figures
from desk_app.surveys.friendly import ASSESS
from desk_app.surveys.index_facts import IndexEntered, index_subject
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import Share, share, spoken_share
from desk_app.surveys.tables import indices as rows

MOST_POINTS = 2


class Index(Record):
    """One index: what it measures, and from which tenths of a percent it earns two points, or one."""

    number: int
    key: str
    title: str
    measure: str
    unit: str
    two: int
    one: int
    entered: bool = False


class Band(Record):
    """A band of the whole, from ``least`` points on."""

    least: int
    words: str


class IndexSet(Record):
    """The indices in force from a day on."""

    valid_from: date
    basis: str
    bands: tuple[Band, ...]
    indices: tuple[Index, ...]


class IndexFile(Record):
    """The sets as the file holds them."""

    notice: str
    sets: tuple[IndexSet, ...]


class Scored(Record):
    """One index in a period: its part, its points (None where nothing is known), and why, in a sentence."""

    index: Index
    part: Share
    points: int | None
    why: str
    evidence: str = ""


class Scores(Record):
    """The nine in a period; ``band`` is empty while an index is unknown: ``known`` of all have points."""

    first_on: date
    last_on: date
    basis: str
    notice: str
    scored: tuple[Scored, ...]
    points: int
    known: int
    band: str


class Entered(Record):
    """What somebody counted: ``count`` of ``of``, with evidence."""

    count: int
    of: int
    evidence: str


@cache
def shipped_indices() -> IndexFile:
    """Return the sets of ``resources/surveys/chi-so.json``; raise ``Damaged`` when they cannot be read."""
    try:
        return from_json(resource("surveys", "chi-so.json").read_bytes(), IndexFile)
    except (OSError, WireError):
        raise Damaged("surveys.indices", "Tệp chỉ số bị hỏng.", "Hãy cài lại chương trình.") from None


def set_on(day: date) -> IndexSet:
    """Return the indices in force on ``day``; the oldest set before its first day."""
    sets = sorted(shipped_indices().sets, key=lambda each: each.valid_from)
    return next((each for each in reversed(sets) if each.valid_from <= day), sets[0])


def points_of(index: Index, part: Share) -> int | None:
    """Return the points that a part earns; None of nothing."""
    if part.tenths is None:
        return None
    return 2 if part.tenths >= index.two else 1 if part.tenths >= index.one else 0


def band_of(points: int, bands: tuple[Band, ...]) -> str:
    """Return the words of the band that holds ``points``."""
    return next(each.words for each in sorted(bands, key=lambda band: -band.least) if points >= each.least)


def scores(room: Surveys, *, first_on: date, last_on: date) -> Scores:
    """Return the nine indices of a period, both days included; whoever calls asks for the permission."""
    found, entered = set_on(last_on), rows.entered_between(room.journal.reading(), first_on, last_on)
    counted = _counted(room, first_on, last_on)
    scored = tuple(_scored(each, counted, entered) for each in found.indices)
    points = [each.points for each in scored if each.points is not None]
    whole = len(points) == len(scored)
    return Scores(
        first_on=first_on,
        last_on=last_on,
        basis=found.basis,
        notice=shipped_indices().notice,
        scored=scored,
        points=sum(points),
        known=len(points),
        band=band_of(sum(points), found.bands) if whole else "",
    )


def enter_index(
    room: Surveys, *, by: str, key: str, first_on: date, last_on: date, entered: Entered, command_id: str
) -> Written:
    """Enter an index that the program cannot count. Raises ``InvalidInput`` for one that it counts, or without evidence."""
    index = next((each for each in set_on(last_on).indices if each.key == key), None)
    if index is None or not index.entered:
        keys = ", ".join(each.key for each in set_on(last_on).indices if each.entered)
        raise InvalidInput("key", f"Chỉ số «{key}» do chương trình tính, hoặc không có.", f"Nhập tay được: {keys}.")
    if not 0 <= entered.count <= entered.of or entered.of == 0:
        raise InvalidInput("count", "Số đạt phải từ 0 đến tổng số, và tổng số phải lớn hơn 0.", "Sửa lại hai số.")
    evidence = checked_line(entered.evidence, field="evidence", label="Minh chứng", longest=300, required=True)

    def decide(writing: Writing) -> None:
        fact = IndexEntered(
            first_on=first_on,
            last_on=last_on,
            key=key,
            count=entered.count,
            of=entered.of,
            evidence=evidence,
            entered_on=writing.now.date(),
        )
        writing.add(index_subject(first_on, last_on, key), fact)

    return room.journal.write(by=by, permission=ASSESS, command_id=command_id, decide=decide)


def _scored(index: Index, counted: Mapping[str, rows.Part], entered: Mapping[str, IndexEntered]) -> Scored:
    fact = entered.get(index.key)
    count, of = counted.get(index.key, (fact.count, fact.of) if fact is not None else (0, 0))
    part = share(count, of)
    return Scored(
        index=index,
        part=part,
        points=points_of(index, part),
        why=_why(index, part),
        evidence=fact.evidence if fact is not None else "",
    )


def _why(index: Index, part: Share) -> str:
    scale = f"2 điểm từ {_percent(index.two)}, 1 điểm từ {_percent(index.one)}"
    if part.tenths is None:
        missing = "chưa ai nhập" if index.entered else "chưa có số liệu trong kỳ"
        return f"{index.measure}: {missing}; {scale}."
    return f"{index.measure}: {quantity(part.count)}/{quantity(part.of)} = {spoken_share(part)}; {scale}."


def _percent(tenths: int) -> str:
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10} %"


def _counted(room: Surveys, first_on: date, last_on: date) -> dict[str, rows.Part]:
    db = room.journal.reading()
    from_dossiers: Mapping[str, Callable[..., rows.Part]] = {
        "in_time": rows.results_in_time,
        "agencies_in_time": rows.steps_in_time,
        "first_time": rows.complete_at_once,
        "online": rows.received_online,
    }
    rated = figures(room, first_on=first_on, last_on=last_on)
    complained = complaint_figures(room, first_on=first_on, last_on=last_on)
    return {
        **{key: count(db, first_on, last_on) for key, count in from_dossiers.items()},
        "attitude": (rated.total - rated.attitude_blamed, rated.total),
        "satisfied": (rated.satisfied.count, rated.satisfied.of),
        "complaints": (complained.answered_in_time, complained.answered_in_time + complained.late),
    }
