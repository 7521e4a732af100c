"""The two files of enrolment: a request and a grant, JSON with a signature by the very keys they bring.

What makes these keys somebody's is the fingerprint that two people compare by telephone or on paper.
"""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.kernel.texts import folded
from desk_app.sync import rejections, spelling, ssh_signature
from desk_app.sync.facts import Role
from desk_app.sync.key_pair import PublicKeys, SecretKeys, checked_keys
from desk_app.sync.whole_file import disk_trouble, write_whole

NAMESPACE = "mot-cua-enrolment"
_LARGEST_FILE = 256 * 1024

R = TypeVar("R", bound=Record)


class Request(Record):
    """A desk asks to be let in: who it is, and its public keys."""

    desk: str
    office_code: str
    desk_number: int
    name: str
    keys: PublicKeys
    asked_at: datetime

    @property
    def fingerprint(self) -> str:
        """Return six groups that stand for the desk and its keys."""
        return spelling.fingerprint(self.desk, self.keys.sign, self.keys.seal)


class Lease(Record):
    """Which block of each day's numbers the desk draws from: ``k`` gives ``k001`` to ``k999``; nobody else may."""

    desk_number: int
    first: str
    last: str


class Grant(Record):
    """A desk is let in: by whom, in which role the granter is to it, with which numbers.

    ``desks`` are the others of the same office, so that they know each other; ``recovery`` is the office's recovery key;
    ``reference`` says which reference data the granter holds. ``receipt_key`` is the office's own, by which any of its desks
    proves a receipt: sealed by age to the newcomer, base64; empty for a desk of another office.
    """

    to: str
    role: Role
    desk: str
    office_code: str
    desk_number: int
    name: str
    keys: PublicKeys
    lease: Lease
    recovery: str
    replaces: str
    desks: tuple[Request, ...]
    reference: dict[str, str]
    granted_at: datetime
    receipt_key: str = ""

    @property
    def fingerprint(self) -> str:
        """Return six groups that stand for the granter and its keys."""
        return spelling.fingerprint(self.desk, self.keys.sign, self.keys.seal)


class Signed(Record):
    """How a request or a grant lies in its file."""

    body: str
    signature: str


def lease_of(desk_number: int) -> Lease:
    """Return the block of each day's numbers that belongs to a desk."""
    return Lease(desk_number=desk_number, first=f"{desk_number}001", last=f"{desk_number}999")


def read_request(file: Path) -> Request:
    """Return the request in a file; raise ``BundleRejected`` unless it is one, signed by the keys it brings."""
    asked, signer = _read(file, Request)
    checked_keys(asked.keys)
    if signer != asked.keys.sign:
        raise rejections.BadEnrolment(file=file.name)
    return asked


def read_grant(file: Path) -> Grant:
    """Return the grant in a file; raise ``BundleRejected`` unless it is one, signed by the keys it brings."""
    granted, signer = _read(file, Grant)
    for keys in (granted.keys, *(each.keys for each in granted.desks)):
        checked_keys(keys)
    if signer != granted.keys.sign:
        raise rejections.BadEnrolment(file=file.name)
    return granted


def fingerprint_qr(text: str) -> str:
    """Return what a QR of a fingerprint holds: letters without marks, which every reader gets right."""
    return f"MCVT {folded(text).upper()}"


def write_signed(folder: Path, name: str, body: Record, keys: SecretKeys) -> Path:
    """Write a signed file of enrolment into ``folder``; raise ``DeviceTrouble`` when the medium fails."""
    raw = canonical(body)
    signature = keys.signed(raw, NAMESPACE).decode()
    whole = canonical(Signed(body=raw.decode(), signature=signature)) + b"\n"

    def prove(written: BinaryIO, _size: int) -> None:
        if written.read() != whole:
            raise rejections.BadEnrolment(file=name)

    return write_whole(folder, f"{name}.json", lambda out: out.write(whole), prove)[0]


def _read(file: Path, kind: type[R]) -> tuple[R, str]:
    with disk_trouble(file), file.open("rb") as stream:
        raw = stream.read(_LARGEST_FILE + 1)
    try:
        signed = from_json(raw, Signed) if len(raw) <= _LARGEST_FILE else None
        signer = ssh_signature.signer_of(signed.body.encode(), signed.signature.encode(), NAMESPACE) if signed else None
        if signed is None or signer is None:
            raise rejections.BadEnrolment(file=file.name)
        return from_json(signed.body, kind), signer
    except (WireError, UnicodeEncodeError):
        raise rejections.BadEnrolment(file=file.name) from None
