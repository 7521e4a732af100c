"""Keys, escrows and trust, folded. A desk speaks for itself only: what another one writes under its name counts for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import EntryFold, SubjectFold
from desk_app.storage.engine import Database
from desk_app.sync.facts import KeysEscrowed, KeysMade, RecoveryNamed, Revoked, Trusted, keys_subject, trust_subject


@dataclass(frozen=True, kw_only=True)
class KeysState:
    """What a desk said of its own keys, and the recovery key it named last."""

    desk: str
    keys: tuple[KeysMade, ...]
    recovery: str


class KeysFold(SubjectFold[KeysState | None]):
    """A desk's own keys by generation: the first statement of each generation counts."""

    name = "sync_keys"
    facts = (KeysMade, RecoveryNamed)
    tables = ("sync_keys", "sync_recoveries")

    def fold(self, history: Sequence[Recorded]) -> KeysState | None:
        """Return what the desk that the subject names said itself."""
        own = [each for each in history if each.entry.subject == keys_subject(each.entry.desk)]
        if not own:
            return None
        keys: dict[int, KeysMade] = {}
        recovery = ""
        for fact in (each.fact for each in own):
            if isinstance(fact, KeysMade):
                keys.setdefault(fact.generation, fact)
            elif isinstance(fact, RecoveryNamed):
                recovery = fact.seal
        return KeysState(desk=own[0].entry.desk, keys=tuple(keys.values()), recovery=recovery)

    def store(self, db: Database, subject: str, state: KeysState | None, *, fresh: bool) -> None:  # noqa: ARG002 - the state names the desk
        """Replace the desk's rows."""
        if state is None:
            # Nobody spoke for itself under this subject.
            return
        if not fresh:
            db.conn.execute("DELETE FROM sync_keys WHERE desk = ?", (state.desk,))
            db.conn.execute("DELETE FROM sync_recoveries WHERE desk = ?", (state.desk,))
        rows = [
            (state.desk, each.generation, each.sign, each.seal, each.signature, each.made_at.isoformat())
            for each in state.keys
        ]
        db.conn.executemany("INSERT INTO sync_keys VALUES (?, ?, ?, ?, ?, ?)", rows)
        if state.recovery:
            db.conn.execute("INSERT INTO sync_recoveries VALUES (?, ?)", (state.desk, state.recovery))


class EscrowFold(EntryFold):
    """Every escrow ever made: who holds the recovery key opens any of them."""

    name = "sync_escrows"
    facts = (KeysEscrowed,)
    tables = ("sync_escrows",)

    def store(self, db: Database, recorded: Recorded) -> None:
        """Keep the sealed keys."""
        fact, entry = recorded.fact, recorded.entry
        assert isinstance(fact, KeysEscrowed)
        row = (entry.name, entry.desk, fact.generation, fact.recovery, fact.sealed)
        db.conn.execute("INSERT OR REPLACE INTO sync_escrows VALUES (?, ?, ?, ?, ?)", row)


@dataclass(kw_only=True)
class TrustState:
    """What one desk thinks of another: the latest grant, and which keys it took back; the empty key stands for all of them."""

    writer: str
    desk: str
    granted: Trusted | None = None
    revoked: dict[str, Revoked] = field(default_factory=dict)


class TrustFold(SubjectFold[TrustState | None]):
    """The latest grant counts; a revocation of the whole desk stands until a later grant, that of one key for ever."""

    name = "sync_trusts"
    facts = (Trusted, Revoked)
    tables = ("sync_trusts", "sync_revoked_keys")

    def fold(self, history: Sequence[Recorded]) -> TrustState | None:
        """Return what the desk that the subject names as its writer thinks."""
        state: TrustState | None = None
        for each in history:
            fact, writer = each.fact, each.entry.desk
            if not isinstance(fact, Trusted | Revoked) or each.entry.subject != trust_subject(writer, fact.desk):
                continue
            state = state or TrustState(writer=writer, desk=fact.desk)
            if isinstance(fact, Trusted):
                state.granted = fact
                state.revoked.pop("", None)
            else:
                state.revoked[fact.sign] = fact
        return state

    def store(self, db: Database, subject: str, state: TrustState | None, *, fresh: bool) -> None:  # noqa: ARG002 - as above
        """Replace the rows of one desk's opinion of another."""
        if state is None:
            return
        named = (state.writer, state.desk)
        if not fresh:
            db.conn.execute("DELETE FROM sync_trusts WHERE writer = ? AND desk = ?", named)
            db.conn.execute("DELETE FROM sync_revoked_keys WHERE writer = ? AND desk = ?", named)
        rows = [(*named, each.sign, each.reason, each.revoked_at.isoformat()) for each in state.revoked.values()]
        db.conn.executemany("INSERT INTO sync_revoked_keys VALUES (?, ?, ?, ?, ?)", rows)
        if (fact := state.granted) is not None:
            row = (fact.role, fact.office_code, fact.desk_number, fact.name, fact.sign, fact.seal, fact.replaces)
            db.conn.execute(
                "INSERT INTO sync_trusts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*named, *row, fact.trusted_at.isoformat()),
            )
