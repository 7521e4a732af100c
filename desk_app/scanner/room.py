"""The scanner of an open desk."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desk_app.journal.journal import Journal
from desk_app.kernel.records import changed
from desk_app.scanner.profile import Port, ScannerSettings, checked_settings
from desk_app.scanner.serial_port import PortState
from desk_app.scanner.tables import kept_settings, put_settings
from desk_app.scanner.trial_code import Diagnosis


class PortWatch:
    """How the serial port stands now: written by whoever listens to it, read by whoever shows it."""

    def __init__(self) -> None:
        self.state: PortState = PortState(state="off")


@dataclass(frozen=True, kw_only=True)
class Scanner:
    """What is kept about this desk's scanner, and how its serial port stands."""

    journal: Journal
    watch: PortWatch = field(default_factory=PortWatch)

    def settings(self) -> ScannerSettings:
        """Return what is kept about the scanner."""
        return kept_settings(self.journal.reading())

    def use(self, *, port: Port, prefix: str, suffix: str) -> ScannerSettings:
        """Keep which port is used and what the scanner adds to its texts; raise ``InvalidInput`` naming the wrong field."""
        return self._keep(lambda old: checked_settings(changed(old, port=port, prefix=prefix, suffix=suffix)))

    def keep_test(self, diagnosis: Diagnosis) -> ScannerSettings:
        """Keep what a trial scan showed, and repair later scans accordingly."""
        return self._keep(
            lambda old: changed(
                old,
                profile=diagnosis.profile,
                verdict=diagnosis.verdict,
                findings=diagnosis.findings,
                tested_at=self.journal.time.now(),
            )
        )

    def _keep(self, change: Callable[[ScannerSettings], ScannerSettings]) -> ScannerSettings:
        with self.journal.store.writing() as db:
            settings = change(kept_settings(db))
            put_settings(db, settings)
        return settings
