"""Folds: how entries become tables.

A table's content depends only on the *set* of entries. A subject fold gets the whole history of one subject in clock order each
time, so an entry that arrives late takes the very same way as one that arrives on time. An entry fold takes each entry by itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import WireError, from_json, from_plain
from desk_app.storage.engine import Database

S = TypeVar("S")

Lift = Callable[[dict[str, Any]], dict[str, Any]]


class Fold:
    """What every fold says of itself: which facts it reads, which tables it owns.

    ``indexes`` are further tables that go with them: emptied before folding again, never compared.
    """

    name: ClassVar[str]
    facts: ClassVar[tuple[type[Fact], ...]]
    tables: ClassVar[tuple[str, ...]]
    indexes: ClassVar[tuple[str, ...]] = ()
    lifts: ClassVar[Mapping[tuple[str, int], Lift]] = {}
    reference: ClassVar[bool] = False


class SubjectFold(Fold, Generic[S]):
    """Folds the entries of one subject at a time; with ``reference`` its small tables may be ``Cached``."""

    def fold(self, history: Sequence[Recorded]) -> S:
        """Return the state that the history of one subject, in clock order, leads to."""
        raise NotImplementedError

    def store(self, db: Database, subject: str, state: S, *, fresh: bool) -> None:
        """Write the subject's rows; unless it is ``fresh``, its older rows are replaced."""
        raise NotImplementedError


class EntryFold(Fold):
    """Keeps one row or more for each entry, whatever the order: for logs that only grow."""

    def store(self, db: Database, recorded: Recorded) -> None:
        """Write the entry's rows; writing them again changes nothing."""
        raise NotImplementedError


AnyFold = SubjectFold[Any] | EntryFold


class FoldRegistry:
    """Which fold reads which kind of fact."""

    def __init__(self, folds: Iterable[AnyFold]) -> None:
        self.folds = tuple(folds)
        self._types: dict[str, type[Fact]] = {}
        self._of_kind: dict[str, AnyFold] = {}
        for fold in self.folds:
            for fact in fold.facts:
                if fact.KIND in self._of_kind:
                    raise ValueError(f"two folds read {fact.KIND}")
                for version in range(1, fact.VERSION):
                    if (fact.KIND, version) not in fold.lifts:
                        raise ValueError(f"{fold.name} cannot lift {fact.KIND} from version {version}")
                self._types[fact.KIND] = fact
                self._of_kind[fact.KIND] = fold

    def fold_of(self, kind: str) -> AnyFold:
        """Return the fold that reads ``kind``; raise ``Refused`` for a kind that only a newer program knows."""
        fold = self._of_kind.get(kind)
        if fold is None:
            raise _too_new(kind)
        return fold

    def kinds(self) -> dict[str, int]:
        """Return the present version of every kind of fact."""
        return {kind: fact.VERSION for kind, fact in self._types.items()}

    def knows(self, kind: str, version: int) -> bool:
        """Tell whether an entry of that kind and version can be read."""
        known = self._types.get(kind)
        return known is not None and version <= known.VERSION

    def read(self, entry: Entry) -> Recorded:
        """Return the entry with its fact, an old body lifted to the present version."""
        fold, kind = self.fold_of(entry.kind), self._types[entry.kind]
        if entry.version == kind.VERSION:
            return Recorded(entry, from_json(entry.body, kind))
        if entry.version > kind.VERSION:
            raise _too_new(entry.kind)
        if entry.version < 1:
            raise WireError("version", "versions begin at 1")
        body: dict[str, Any] = from_json(entry.body, dict)
        try:
            for version in range(entry.version, kind.VERSION):
                body = fold.lifts[entry.kind, version](body)
        except (LookupError, TypeError, ValueError) as error:
            raise WireError("", f"not a body of version {entry.version}") from error
        return Recorded(entry, from_plain(body, kind))


def _too_new(kind: str) -> Refused:
    return Refused(
        "journal.newer",
        f"Có bút toán loại «{kind}» của phiên bản chương trình mới hơn.",
        "Chưa ghi gì. Hãy cập nhật chương trình rồi làm lại.",
    )
