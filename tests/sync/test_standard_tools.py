"""A bundle opened and verified by other people's programs, and by a second reader of our own."""

import json
import shutil
import subprocess
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest
import zstandard

from desk_app.sync.keys import identities, own_keys
from tests.desks import RehearsalDesk
from tests.sync.age_reader import opened
from tests.sync.carrying import SyncOffice, send, work

VECTOR = Path(__file__).parent / "vector"


def tool(name: str) -> str:
    """Return the path of a program; a test that needs one that is missing is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(*arguments: str | Path, stdin: bytes = b"") -> bytes:
    done = subprocess.run([str(each) for each in arguments], input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def digests(lines: bytes, previous: bytes) -> list[bytes]:
    """Return the chain's digests, computed from the lines as the documentation says."""
    found = []
    for line in lines.splitlines():
        *header, _ = json.loads(line)
        plain = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
        body = line[len(plain) : -1]
        assert line == plain[:-1] + b"," + body + b"]"
        previous = sha256(previous + plain + b"\n" + body).digest()
        found.append(previous)
    return found


def test_tar_age_zstd_and_ssh_keygen_open_and_verify_a_bundle(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    tar, age, zstd, ssh_keygen = (tool(name) for name in ("tar", "age", "zstd", "ssh-keygen"))
    work(desk, "Đặng Thị Mẫu", "Nguyễn Văn Thử")
    made = send(desk, stick)
    names = ["cover.json", "entries.ndjson.zst.age", "cover.json.sig"]
    assert run(tar, "-tf", made.file).decode().split() == names
    run(tar, "-xf", made.file, "-C", tmp_path)
    key = tmp_path / "key.txt"
    key.write_text(identities(hub.journal.reading())[0] + "\n")
    lines = run(zstd, "-dc", stdin=run(age, "-d", "-i", key, tmp_path / names[1]))
    assert lines.count(b"\n") == made.entries
    assert "Đặng Thị Mẫu" in lines.decode()
    cover = tmp_path / names[0]
    assert "Mẫu" not in cover.read_text()
    signers = tmp_path / "signers"
    signers.write_text(f"{desk.journal.desk_id} {own_keys(desk.sync, by=desk.admin).public.sign}\n")
    verify = (ssh_keygen, "-Y", "verify", "-f", signers, "-I", desk.journal.desk_id, "-n", "mot-cua-bundle", "-s")
    assert b"Good" in run(*verify, tmp_path / names[2], stdin=cover.read_bytes())
    said = json.loads(cover.read_bytes())
    assert said["payload"] == sha256((tmp_path / names[1]).read_bytes()).hexdigest()
    assert digests(lines, bytes(32))[-1].hex() == said["slices"][0]["digest"]


def test_another_implementation_of_age_opens_a_bundle_for_each_who_may(
    desk: RehearsalDesk, hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    work(desk)
    made = send(desk, stick)
    with tarfile.open(made.file) as archive:
        member = archive.extractfile("entries.ndjson.zst.age")
        assert member is not None
        sealed = member.read()
    contents = set()
    for reader in (hub, desk):
        packed = opened(sealed, identities(reader.journal.reading())[0])
        contents.add(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
    assert len(contents) == 1
    stranger = office.desk(2)
    with pytest.raises(ValueError, match="not sealed"):
        opened(sealed, own_keys(stranger.sync, by=stranger.admin).seal)
    with pytest.raises(ValueError, match="header was changed"):
        opened(sealed.replace(b"-> X25519", b"-> X2551:", 1), identities(desk.journal.reading())[0])


def test_the_test_vector_of_the_documentation_reads_as_it_says() -> None:
    with tarfile.open(VECTOR / "bundle.tar") as archive:
        cover, sealed, signature = (archive.extractfile(each) for each in archive.getmembers())
        assert cover is not None
        assert sealed is not None
        assert signature is not None
        said, payload, signed = cover.read(), sealed.read(), signature.read()
    lines = (
        zstandard.ZstdDecompressor().decompressobj().decompress(opened(payload, (VECTOR / "identity.txt").read_text()))
    )
    assert lines == (VECTOR / "entries.ndjson").read_bytes()
    plain = json.loads(said)
    assert plain["payload"] == sha256(payload).hexdigest()
    found = digests(lines, bytes.fromhex(plain["slices"][0]["previous"]))
    assert [each.hex() for each in found] == (VECTOR / "digests.txt").read_text().split()
    assert found[-1].hex() == plain["slices"][0]["digest"]
    verify = (tool("ssh-keygen"), "-Y", "verify", "-f", VECTOR / "allowed_signers", "-I", plain["desk"])
    scratch = VECTOR / "cover.json.sig"
    assert scratch.read_bytes() == signed
    assert b"Good" in run(*verify, "-n", "mot-cua-bundle", "-s", scratch, stdin=said)
