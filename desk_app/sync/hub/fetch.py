"""Reading the copy in PostgreSQL back: a reading home follows it, and makes the same reports from it as the upper level does.

Reports run on the folded tables, and folding is this program's own: so no SQL is written twice; the journal is fetched, proved link
by link and folded here. Only what is new travels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from desk_app.journal.entry import Entry
from desk_app.journal.merge import Merged
from desk_app.journal.slices import digest_at, list_heads
from desk_app.kernel.errors import BundleRejected, Conflict, DeviceTrouble
from desk_app.kernel.records import Record
from desk_app.sync.hub.publish import PUBLISH, driver
from desk_app.sync.hub.tables import postgresql
from desk_app.sync.hub.tables.folded import Run
from desk_app.sync.reading_home import note_fed
from desk_app.sync.room import Sync
from desk_app.sync.trust import list_trusted

if TYPE_CHECKING:
    from psycopg import Connection

_STEP = 2_000
Watch = Callable[[int, int], None]


class Fetched(Record):
    """What was read: entries new here, of how many desks, and how many subjects changed by them."""

    entries: int
    desks: int
    changed: int


def fetch(room: Sync, *, by: str, url: str, watch: Watch | None = None) -> Fetched:
    """Bring this reading home up to the copy at ``url`` (``postgresql://…``); a second time changes nothing.

    From then on this home only reads: ``require_unfed`` keeps it from exchanging files with anybody.

    Raises ``Conflict`` in a home that takes bundles itself, or whose past is another than the copy's; ``BundleRejected`` where an
    entry of the copy was changed; ``DeviceTrouble`` when the server fails. Steps taken until then stay, and are whole.
    """
    room.require(by, PUBLISH)
    if any(each.revoked_at is None for each in list_trusted(room)):
        # A seal is what proves who wrote: entries from a database carry none, and must not mix with those that were sealed.
        raise Conflict(
            "hub.takes_bundles",
            "Nơi này nhận gói có chữ ký của từng máy; bút toán đọc từ PostgreSQL không kèm chữ ký nào, không trộn chung được.",
            "Chưa đọc gì, dữ liệu ở đây vẫn nguyên. Để xem số liệu của bản sao, hãy tạo một thư mục dữ liệu khác: «desk hub init».",
        )
    psycopg = driver()
    try:
        with psycopg.connect(url) as pg:
            return _Fetching(room, pg, watch).run()
    except psycopg.Error as error:
        raise DeviceTrouble(
            "hub.postgresql",
            f"PostgreSQL báo lỗi: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            "Phần đã đọc vẫn nguyên. Xem lại địa chỉ, mật khẩu, mạng rồi đọc tiếp.",
        ) from error


class _Fetching:
    """One moment there, in steps here."""

    def __init__(self, room: Sync, pg: Connection[Any], watch: Watch | None) -> None:
        self._room = room
        self._pg = pg
        self._watch = watch

    def run(self) -> Fetched:
        postgresql.look_at_one_moment(self._pg)
        new = self._new_runs()
        # Before the first step: what an interruption leaves here came without a seal, too.
        if self._brings_others():
            note_fed(self._room)
        total = sum(last - first + 1 for _desk, _epoch, first, last in new)
        done, changed = 0, set[str]()
        entries = self._entries(new)
        while step := tuple(islice(entries, _STEP)):
            if self._watch is not None:
                self._watch(done, total)
            changed |= self._merged(step).changed
            done += len(step)
        return Fetched(entries=done, desks=len({run[0] for run in new}), changed=len(changed))

    def _merged(self, step: tuple[Entry, ...]) -> Merged:
        try:
            return self._room.journal.merge(step)
        except BundleRejected as refusal:
            raise BundleRejected(
                refusal.code,
                f"{refusal.message} Bản sao PostgreSQL không kèm chữ ký của máy viết nên không biết ai đã đổi.",
                "Phần sai không được nhận, dữ liệu ở đây vẫn nguyên. Hãy báo tuyến trên: dữ liệu gốc nằm ở đó; xóa bản sao rồi "
                "lập lại bằng «desk hub publish».",
            ) from refusal

    def _new_runs(self) -> list[Run]:
        """Return what the copy holds that is not here; raise ``Conflict`` where both hold a place and differ."""
        db = self._room.journal.reading()
        here = {(head.desk, head.epoch): head.seq for head in list_heads(db)}
        runs = []
        for (desk, epoch), (seq, digest) in sorted(postgresql.chains(self._pg).items()):
            ours = here.get((desk, epoch), 0)
            if ours >= seq and digest_at(db, desk, epoch, seq) != digest:
                raise _another()
            if ours < seq:
                runs.append((desk, epoch, ours + 1, seq))
        return runs

    def _brings_others(self) -> bool:
        """Tell whether the copy holds more than what this home wrote itself."""
        return any(desk != self._room.journal.desk_id for desk, _epoch in postgresql.chains(self._pg))

    def _entries(self, runs: list[Run]) -> Iterator[Entry]:
        for run in runs:
            yield from postgresql.entries_of(self._pg, run)


def _another() -> Conflict:
    return Conflict(
        "hub.another_copy",
        "Số liệu đang có ở đây không phải đọc từ bản sao PostgreSQL này.",
        "Chưa đọc gì. Hãy xem lại địa chỉ, hoặc tạo một thư mục dữ liệu khác: desk hub init.",
    )
