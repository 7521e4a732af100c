"""Invented scans, and dossiers to attach them to."""

import struct
import zlib
from pathlib import Path

from desk_app.attachments.attachment import Kept
from desk_app.attachments.commands import NewAttachment, add
from desk_app.attachments.facts import attachment_id_of
from desk_app.attachments.reading import attachments_of, get_kept, opened
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.register import register
from tests.desks import RehearsalDesk, form

BIRTH = "Giấy chứng sinh"
DECLARATION = "Tờ khai đăng ký khai sinh"
IDENTITY = "Giấy tờ tùy thân của cha, mẹ hoặc người đi đăng ký"
PLACE = b"10.7769N 106.7009E"


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int = 0, order: str = ">") -> bytes:
    """Return EXIF data with a place in it, and with an orientation unless it is 0."""
    entries = [struct.pack(f"{order}HHI", 0x8825, 2, len(PLACE)) + struct.pack(f"{order}I", 64)]
    if orientation:
        entries.append(struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0))
    tiff = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(f"{order}IH", 8, len(entries)) + b"".join(entries)
    return b"Exif\0\0" + tiff + PLACE


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
PROFILE = segment(0xE2, b"ICC_PROFILE\0\1\1mau")
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56" * 40
DRAWN = segment(0xDB, bytes(65)) + segment(0xC4, bytes(30)) + SCAN


def jpeg(*before: bytes, after: bytes = b"") -> bytes:
    """Return a JPEG as cameras lay it out, with further segments before what is drawn."""
    return b"\xff\xd8" + b"".join(before) + DRAWN + b"\xff\xd9" + after


def png(*more: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of one pixel with further chunks."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(b"\0\x80")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def pdf(size: int = 2_000) -> bytes:
    return b"%PDF-1.4\n" + bytes(size) + b"%%EOF"


def file_of(folder: Path, raw: bytes, name: str = "scan.pdf") -> Path:
    file = folder / name
    file.write_bytes(raw)
    return file


def dossier_of(desk: RehearsalDesk, **values: str) -> str:
    officer = desk.accounts_by_role["officer"]
    written = register(desk.dossiers, by=officer, form=form(**values), command_id=desk.journal.new_id())
    return written.subject


def handed_over(desk: RehearsalDesk, dossier: str) -> None:
    officer = desk.accounts_by_role["officer"]
    issue_result(desk.dossiers, by=officer, dossier=dossier, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=officer, dossier=dossier, command_id=desk.journal.new_id())


def added(desk: RehearsalDesk, dossier: str, file: Path, paper: str = BIRTH, **more: bool) -> Kept:
    officer = desk.accounts_by_role["officer"]
    new = NewAttachment(dossier=dossier, paper=paper, file=file, **more)
    written = add(desk.attachments, by=officer, new=new, command_id=desk.journal.new_id())
    return get_kept(desk.journal.reading(), attachment_id_of(written.subject))


def listed(desk: RehearsalDesk, dossier: str) -> tuple[Kept, ...]:
    return attachments_of(desk.attachments, by=desk.accounts_by_role["officer"], dossier=dossier)


def content(desk: RehearsalDesk, kept: Kept) -> bytes:
    by = desk.accounts_by_role["officer"]
    return b"".join(opened(desk.attachments, by=by, attachment=kept.attachment.id)[1])


def files_here(desk: RehearsalDesk) -> list[str]:
    folder = desk.home.attachments
    return sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
