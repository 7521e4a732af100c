"""Whose files this desk takes: those it let in itself, and the desks of its own office that its hub let in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.kernel.errors import NotFound
from desk_app.storage.engine import Database
from desk_app.sync import rejections, ssh_signature
from desk_app.sync.cover import ROTATION_NAMESPACE, Cover, Rotation, rotation_statement
from desk_app.sync.facts import Role
from desk_app.sync.key_pair import PublicKeys
from desk_app.sync.room import Sync
from desk_app.sync.tables import trust as tables

Voids = Mapping[tuple[str, str], tables.Void]


@dataclass(frozen=True, kw_only=True)
class TrustedDesk:
    """Another desk, as it was let in; ``public`` are its keys of that day, ``present`` those it rotated to since."""

    desk: str
    role: Role
    office_code: str
    desk_number: int
    name: str
    public: PublicKeys
    present: PublicKeys
    granted_at: datetime
    revoked_at: datetime | None
    reason: str
    replaces: str

    @property
    def label(self) -> str:
        """Return how people call it."""
        if self.name:
            return self.name
        return (
            f"tuyến trên {self.office_code}" if self.role == "hub" else f"quầy {self.desk_number}, {self.office_code}"
        )


def list_trusted(room: Sync) -> tuple[TrustedDesk, ...]:
    """Return every desk ever let in, those taken back included, hubs first."""
    return trusted_in(room.journal.reading(), own=room.journal.desk_id, office=room.card.office_code)


def find_trusted(room: Sync, desk: str) -> TrustedDesk | None:
    """Return a desk that was let in, or None."""
    return next((each for each in list_trusted(room) if each.desk == desk), None)


def trusted_named(room: Sync, desk: str) -> TrustedDesk:
    """Return the desk of that id, or of the id's beginning, taken back or not; raise ``NotFound`` where it is none or several."""
    found = [each for each in list_trusted(room) if each.desk.startswith(desk)]
    if len(found) != 1:
        raise NotFound("sync.no_receiver", f"Không có máy «{desk}» trong danh sách.", "Xem: «desk sync status».")
    return found[0]


def hubs(room: Sync) -> tuple[TrustedDesk, ...]:
    """Return the hubs this desk reports to."""
    return tuple(each for each in list_trusted(room) if each.role == "hub" and each.revoked_at is None)


def trusted_in(db: Database, *, own: str, office: str) -> tuple[TrustedDesk, ...]:
    """Return every desk ever let in by ``own`` or, for desks of the same office, by one of its hubs."""
    rows = tables.list_trusts(db)
    writers = _writers(db, rows, own)
    revoked = tables.revoked_keys(db, writers)
    found: dict[str, TrustedDesk] = {}
    for row in sorted((each for each in rows if each.writer in writers), key=lambda each: each.writer != own):
        ours = row.writer == own
        if row.desk == own or (not ours and (row.role != "desk" or row.office_code != office)):
            continue
        if row.desk not in found:
            found[row.desk] = _desk(db, row, revoked)
    return tuple(sorted(found.values(), key=lambda each: (each.role != "hub", each.office_code, each.desk_number)))


def require_signer(db: Database, cover: Cover, signer: str, *, own: str, office: str) -> TrustedDesk | None:
    """Return who wrote a file, None for this very desk.

    Raises ``UnknownDesk``, ``RevokedKey`` or ``ForeignKey`` unless ``signer`` is a key of the desk that the cover names.
    """
    if cover.desk == own:
        if signer not in {each.public.sign for each in tables.list_secret_keys(db)}:
            raise rejections.ForeignKey(desk=cover.desk)
        return None
    found = next((each for each in trusted_in(db, own=own, office=office) if each.desk == cover.desk), None)
    if found is None:
        raise rejections.UnknownDesk(desk=cover.desk)
    if found.revoked_at is not None:
        raise rejections.RevokedKey(desk=found.label, reason=found.reason)
    revoked = tables.revoked_keys(db, _writers(db, tables.list_trusts(db), own))
    if (void := revoked.get((cover.desk, signer))) is not None:
        raise rejections.RevokedKey(desk=found.label, reason=void.reason)
    known = _reached(cover.desk, found.public, (*tables.rotations_of(db, cover.desk), *cover.rotations), revoked)
    if signer not in {each.sign for each in known}:
        raise rejections.ForeignKey(desk=found.label)
    return found


def _writers(db: Database, rows: Iterable[tables.TrustRow], own: str) -> set[str]:
    """Return whose opinion counts: this desk's own, and its hubs'."""
    void = tables.revoked_keys(db, {own})
    return {own} | {row.desk for row in rows if row.writer == own and row.role == "hub" and (row.desk, "") not in void}


def _desk(db: Database, row: tables.TrustRow, revoked: Voids) -> TrustedDesk:
    public, void = PublicKeys(sign=row.sign, seal=row.seal), revoked.get((row.desk, ""))
    return TrustedDesk(
        desk=row.desk,
        role=row.role,
        office_code=row.office_code,
        desk_number=row.desk_number,
        name=row.name,
        public=public,
        present=_reached(row.desk, public, tables.rotations_of(db, row.desk), revoked)[-1],
        granted_at=row.trusted_at,
        revoked_at=void.since if void else None,
        reason=void.reason if void else "",
        replaces=row.replaces,
    )


def _reached(desk: str, first: PublicKeys, rotations: Iterable[Rotation], revoked: Voids) -> list[PublicKeys]:
    """Return the keys to which an unbroken line of signatures leads from ``first``, oldest first; a revoked key signs for none."""
    known = [first]
    for each in sorted(rotations, key=lambda rotation: rotation.generation):
        statement = rotation_statement(desk, each.generation, each.sign, each.seal)
        signer = ssh_signature.signer_of(statement, each.signature.encode(), ROTATION_NAMESPACE)
        following = PublicKeys(sign=each.sign, seal=each.seal)
        if signer in {key.sign for key in known} and (desk, signer) not in revoked and following not in known:
            known.append(following)
    return known
