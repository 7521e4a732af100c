"""Letting desks in by file: a request, a grant, an acceptance; taking them out again."""

from pathlib import Path

from desk_app.dossiers.numbering import MOST_DESKS
from desk_app.journal.fold_pass import digests_of_references
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.sync import rejections, spelling
from desk_app.sync.enrolment_files import (
    Grant,
    Lease,
    Request,
    fingerprint_qr,
    lease_of,
    read_grant,
    read_request,
    write_signed,
)
from desk_app.sync.escrow import escrow, keep_recovery_file, name_recovery
from desk_app.sync.facts import Role, Trusted, trust_subject
from desk_app.sync.key_pair import PublicKeys
from desk_app.sync.keys import own_keys
from desk_app.sync.reading_home import require_unfed
from desk_app.sync.receipt_keys import adopt_sealed_receipt_key, sealed_receipt_key
from desk_app.sync.revocation import note_revoked
from desk_app.sync.room import KEYS, Sync
from desk_app.sync.tables import trust as tables
from desk_app.sync.trust import TrustedDesk, list_trusted, trusted_named

__all__ = [
    "Grant",
    "Lease",
    "Request",
    "accept",
    "fingerprint_qr",
    "grant",
    "lease_of",
    "own_request",
    "read_grant",
    "read_request",
    "request",
]

_LONGEST_NAME = 80


def own_request(room: Sync, *, by: str, name: str = "") -> Request:
    """Return what this desk asks with, to be shown (fingerprint, QR) or written; raise ``Refused`` in a home that only reads."""
    room.require(by, KEYS)
    require_unfed(room)
    return Request(
        desk=room.journal.desk_id,
        office_code=room.card.office_code,
        desk_number=room.card.desk_number,
        name=checked_line(name, field="name", label="Tên quầy", longest=_LONGEST_NAME),
        keys=own_keys(room, by=by).public,
        asked_at=room.journal.time.now(),
    )


def request(room: Sync, *, by: str, folder: Path, name: str = "") -> Path:
    """Write this desk's request into ``folder``; raise ``DeviceTrouble`` when the medium fails."""
    asked = own_request(room, by=by, name=name)
    return write_signed(folder, f"xin-ghi-danh-{asked.office_code}-{asked.desk_number}", asked, own_keys(room, by=by))


def grant(
    room: Sync,
    *,
    by: str,
    request: Request,
    fingerprint: str,
    folder: Path,
    role: Role = "hub",
    replaces: str = "",
    command_id: str,
) -> Path:
    """Let a desk in and write the grant for it; ``role`` is what this desk is to it, ``replaces`` the lost desk it follows.

    Nothing is taken of a replaced desk any more; ``history.write_history`` gives its work to the new one. Raises ``Refused`` when
    ``fingerprint``, as read out by whoever sits at that desk, is another, ``Conflict`` when another desk of its office has its
    number. A file that was lost is written again by the same call. ``Refused`` too in a home that only reads.
    """
    room.require(by, KEYS)
    require_unfed(room)
    _require_same(fingerprint, request.fingerprint)
    if replaces:
        replaces = _require_predecessor(trusted_named(room, replaces), request)
    keys = own_keys(room, by=by)
    _require_free_number(room, request)

    def decide(writing: Writing) -> None:
        _trust(room, writing, request, "desk", replaces)
        if replaces:
            note_revoked(room, writing, desk=replaces, reason="máy đã mất, có máy khác thay")

    room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    made = _grant_of(room, request, role, replaces, keys.public)
    return write_signed(folder, f"cap-quyen-{request.office_code}-{request.desk_number}", made, keys)


def accept(room: Sync, *, by: str, grant: Grant, fingerprint: str, command_id: str) -> Written:
    """Take a grant: trust the granter and the desks it names, and seal to the office's recovery key from now on.

    Raises ``Refused`` when ``fingerprint``, as read out by the granter, is another, or when the number leased is not this
    desk's, or in a home that only reads; ``BundleRejected`` for a grant to another desk.
    """
    room.require(by, KEYS)
    require_unfed(room)
    if grant.to != room.journal.desk_id:
        raise rejections.WrongReceiver(file="cấp quyền", desk=grant.to)
    _require_same(fingerprint, grant.fingerprint)
    if grant.lease.desk_number != room.card.desk_number:
        raise Refused(
            "sync.number",
            f"Được cấp số quầy {grant.lease.desk_number}, máy này đang dùng số {room.card.desk_number}.",
            "Chưa ghi nhận gì. Hãy khởi tạo lại máy này với đúng số, hoặc xin cấp lại.",
        )
    own_keys(room, by=by)
    known = {room.journal.desk_id, *(each.desk for each in list_trusted(room))}
    if grant.receipt_key and grant.office_code == room.card.office_code:
        adopt_sealed_receipt_key(room, grant.receipt_key)

    def decide(writing: Writing) -> None:
        _trust(room, writing, _granter(grant), grant.role, "")
        for each in grant.desks:
            # Whoever was let in or taken out here before stays so.
            if each.desk not in known:
                _trust(room, writing, each, "desk", "")
        _seal_to_recovery(room, writing, grant)

    written = room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    keep_recovery_file(room)
    return written


def _trust(room: Sync, writing: Writing, of: Request, role: Role, replaces: str) -> None:
    fact = Trusted(
        desk=of.desk,
        role=role,
        office_code=of.office_code,
        desk_number=of.desk_number,
        name=of.name,
        sign=of.keys.sign,
        seal=of.keys.seal,
        replaces=replaces,
        trusted_at=writing.now,
    )
    writing.add(trust_subject(room.journal.desk_id, of.desk), fact)


def _grant_of(room: Sync, of: Request, role: Role, replaces: str, public: PublicKeys) -> Grant:
    db, office = room.journal.reading(), room.office.present_book()
    others = (each for each in list_trusted(room) if each.office_code == of.office_code and each.desk != of.desk)
    return Grant(
        to=of.desk,
        role=role,
        desk=room.journal.desk_id,
        office_code=room.card.office_code,
        desk_number=room.card.desk_number,
        name=office.agency.name if office.agency else "",
        keys=public,
        lease=lease_of(of.desk_number),
        recovery=tables.recovery_of(db, room.journal.desk_id),
        replaces=replaces,
        desks=tuple(_as_request(each) for each in others if each.revoked_at is None and each.role == "desk"),
        reference=digests_of_references(db, room.journal.registry),
        granted_at=room.journal.time.now(),
        receipt_key=sealed_receipt_key(room, of),
    )


def _granter(of: Grant) -> Request:
    return Request(
        desk=of.desk,
        office_code=of.office_code,
        desk_number=of.desk_number,
        name=of.name,
        keys=of.keys,
        asked_at=of.granted_at,
    )


def _seal_to_recovery(room: Sync, writing: Writing, grant: Grant) -> None:
    recovery = tables.recovery_of(writing.db, room.journal.desk_id)
    if recovery and grant.receipt_key:
        # The office's receipt key came with the grant: it must be found under the paper, too.
        escrow(room, writing, tables.list_secret_keys(writing.db)[0], recovery)
    elif grant.recovery and not recovery:
        name_recovery(room, writing, grant.recovery)


def _as_request(of: TrustedDesk) -> Request:
    return Request(
        desk=of.desk,
        office_code=of.office_code,
        desk_number=of.desk_number,
        name=of.name,
        keys=of.present,
        asked_at=of.granted_at,
    )


def _require_predecessor(lost: TrustedDesk, asked: Request) -> str:
    """Return the id of the desk that ``asked`` may replace."""
    if lost.desk == asked.desk or lost.role == "hub":
        raise Refused(
            "sync.not_replaceable", f"{lost.label} không phải máy cần thay.", "Chưa ghi nhận gì. Chọn máy khác."
        )
    if lost.office_code != asked.office_code:
        raise Refused(
            "sync.other_office",
            f"Máy cũ là của cơ quan {lost.office_code}, máy mới xin cho {asked.office_code}.",
            "Chưa ghi nhận gì. Chọn đúng máy cũ, hoặc khởi tạo lại máy mới với đúng mã cơ quan.",
        )
    return lost.desk


def _require_same(typed: str, shown: str) -> None:
    if not spelling.same_groups(typed, shown):
        raise Refused(
            "sync.fingerprint",
            "Sáu nhóm đọc qua điện thoại không khớp với tệp.",
            "Chưa ghi nhận gì. Hãy đọc lại từng nhóm; vẫn khác thì tệp đã bị đổi, xin lại tệp bằng đường khác.",
        )


def _require_free_number(room: Sync, asked: Request) -> None:
    if asked.desk == room.journal.desk_id:
        raise InvalidInput("request", "Đây là yêu cầu của chính máy này.", "Hãy chọn tệp của máy khác.")
    wanted = (asked.office_code, asked.desk_number)
    # A lost desk's number stays its own: what it issued on its last day may turn up yet.
    holders = {each.desk for each in list_trusted(room) if (each.office_code, each.desk_number) == wanted}
    if (room.card.office_code, room.card.desk_number) == wanted:
        holders.add(room.journal.desk_id)
    if holders - {asked.desk}:
        raise Conflict(
            "sync.number_taken",
            f"Cơ quan {asked.office_code} đã có quầy số {asked.desk_number}: hai máy sẽ cấp trùng mã hồ sơ.",
            f"Chưa ghi nhận gì. Hãy khởi tạo máy mới với số {_free_number(room, asked.office_code)}, kể cả khi nó thay máy đã "
            "mất: số cũ có thể còn trên giấy hẹn mà không ai biết.",
        )


def _free_number(room: Sync, office: str) -> int:
    used = {each.desk_number for each in list_trusted(room) if each.office_code == office}
    if room.card.office_code == office:
        used.add(room.card.desk_number)
    return next(number for number in range(1, MOST_DESKS + 1) if number not in used)
