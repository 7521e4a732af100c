"""The agency and its settings, held in memory."""

from dataclasses import dataclass
from datetime import date

from desk_app.kernel.errors import NotFound
from desk_app.office.agency import Agency
from desk_app.office.rules import DatedSetting, number_on, setting_on
from desk_app.office.wordings import DatedWording, PaperWords, words_on


@dataclass(frozen=True, kw_only=True)
class OfficeBook:
    """What is known of the office; ``agency`` is None until somebody describes it."""

    agency: Agency | None
    settings: tuple[DatedSetting, ...]
    wordings: tuple[DatedWording, ...] = ()

    def get_agency(self) -> Agency:
        """Return the agency; raise ``NotFound`` while nobody has described it."""
        if self.agency is None:
            raise NotFound(
                "office.undescribed", "Chưa khai thông tin cơ quan.", "Hãy nhờ quản trị khai tên và mã cơ quan."
            )
        return self.agency

    def setting_on(self, key: str, day: date) -> str:
        """Return the value of a setting in force on ``day``."""
        return setting_on(self.settings, key, day)

    def words_on(self, day: date) -> PaperWords:
        """Return the wordings of papers printed on ``day``."""
        return words_on(self.wordings, day)

    def number_on(self, key: str, day: date) -> int:
        """Return the value, in force on ``day``, of a setting that holds a number."""
        return number_on(self.settings, key, day)
