"""What the morning page says."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.widgets.colours import COLOURS
from ui.widgets.status_words import StatusWords


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One figure: what it counts, where it leads, the shape that goes with it."""

    title: str
    number: int
    page: str
    about: str
    shape: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One dossier that wants attention."""

    id: str
    code: str
    name: str
    procedure: str
    where: str
    due: str
    status: StatusWords


@dataclass(frozen=True, kw_only=True)
class Morning:
    """The figures of the day, and the dossiers behind the urgent ones, the most urgent first."""

    tiles: tuple[Tile, ...]
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """Return the sentence above the list."""
        if not self.lines:
            return "Không có hồ sơ nào đến hạn hôm nay hay quá hạn."
        return "Cần làm trước"


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many dossiers and papers stand where."""

    late: int
    today: int
    tomorrow: int
    waiting: int
    papers: int


def tiles_of(counts: Counts) -> tuple[Tile, ...]:
    """Return the figures in the order in which a morning asks for them."""
    calm, soft = COLOURS.calm, COLOURS.soft_ink
    return (
        _tile("Quá hạn", counts.late, "list:late", "late", COLOURS.danger),
        _tile("Hẹn trả hôm nay", counts.today, "list:today", "clock", calm),
        _tile("Hẹn ngày làm việc tới", counts.tomorrow, "list:tomorrow", "half", soft),
        _tile("Chờ người dân đến nhận", counts.waiting, "list:waiting", "done", COLOURS.good),
        Tile(
            title="Giấy chưa in xong",
            number=counts.papers,
            page="queue",
            about="",
            shape="print",
            colour=COLOURS.warning if counts.papers else soft,
        ),
    )


def morning_of(counts: Counts, lines: Sequence[Line]) -> Morning:
    """Return the whole page."""
    return Morning(tiles=tiles_of(counts), lines=tuple(lines))


def _tile(title: str, number: int, about: str, shape: str, colour: str) -> Tile:
    return Tile(
        title=title,
        number=number,
        page="find",
        about=about,
        shape=shape if number else "tick",
        colour=colour if number else COLOURS.soft_ink,
    )
