"""The catalogue in memory: every version of every procedure, and which one applies on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.catalogue.procedure import Procedure
from desk_app.catalogue.rules import version_on
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import spoken_day


@dataclass(frozen=True, kw_only=True)
class CatalogueBook:
    """All versions by code, oldest first; codes in the Vietnamese order of the newest version's name."""

    versions: Mapping[str, tuple[Procedure, ...]]

    def procedure_on(self, code: str, day: date) -> Procedure:
        """Return the version of ``code`` that applies on ``day``; raise ``NotFound`` when none does."""
        found = self.find(code, day)
        if found is not None:
            return found
        if code not in self.versions:
            raise NotFound(
                "catalogue.unknown", f"Danh mục không có thủ tục mã {code}.", "Hãy tìm lại theo tên hoặc mã thủ tục."
            )
        raise NotFound(
            "catalogue.not_in_force",
            f"Thủ tục {code} không có hiệu lực ngày {spoken_day(day)}.",
            "Hãy chọn thủ tục thay thế, hoặc nhờ quản trị cập nhật danh mục.",
        )

    def find(self, code: str, day: date) -> Procedure | None:
        """Return the version of ``code`` that applies on ``day``, or None."""
        return version_on(self.versions.get(code, ()), day)

    def find_version(self, code: str, valid_from: date) -> Procedure | None:
        """Return the version of ``code`` that begins on ``valid_from``, or None."""
        return next((version for version in self.versions.get(code, ()) if version.valid_from == valid_from), None)

    def current(self, day: date) -> tuple[Procedure, ...]:
        """Return every procedure as it applies on ``day``, in the Vietnamese order of names."""
        return tuple(found for code in self.versions if (found := self.find(code, day)) is not None)


def book_of(procedures: Iterable[Procedure]) -> CatalogueBook:
    """Return the book of these versions; of two with the same code and first day the later in line stays."""
    gathered: dict[str, dict[date, Procedure]] = {}
    for procedure in procedures:
        gathered.setdefault(procedure.code, {})[procedure.valid_from] = procedure
    versions = {code: tuple(of_code[day] for day in sorted(of_code)) for code, of_code in gathered.items()}
    order = sorted(versions, key=lambda code: (collation_key(versions[code][-1].name), code))
    return CatalogueBook(versions={code: versions[code] for code in order})
