"""The text of a report as a list of lines that are edited one by one."""

from dataclasses import dataclass
from typing import Any

from desk_app.kernel.records import canonical, from_json, from_plain
from desk_app.kernel.translations import _
from desk_app.reports.words import ReportWords

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text: where it stands in the wording and in words, and what it says; ``is_one_of_many`` may be taken out."""

    path: Path
    where: str
    text: str

    @property
    def is_one_of_many(self) -> bool:
        """Tell whether others stand beside it, so that one may be added or taken out."""
        return isinstance(self.path[-1], int)


def texts_of(words: ReportWords) -> tuple[Text, ...]:
    """Return every text in the order of the document."""
    found = [Text(path=("about",), where=_("Trích yếu"), text=words.about)]
    found += _many(("basis",), _("Căn cứ"), words.basis)
    for part, sections in (("before", words.before), ("after", words.after)):
        if part == "after":
            found.append(Text(path=("results",), where=_("Mục kết quả"), text=words.results))
            found += _of_tables(words)
        for at, section in enumerate(sections):
            found.append(Text(path=(part, at, "heading"), where=_("Mục"), text=section.heading))
            found += _many((part, at, "paragraphs"), _("Đoạn"), section.paragraphs)
    found.append(Text(path=("closing",), where=_("Câu kết"), text=words.closing))
    found += _many(("recipients",), _("Nơi nhận"), words.recipients)
    found += _many(("signed",), _("Người ký"), words.signed)
    return tuple(found)


def with_text(words: ReportWords, path: Path, text: str) -> ReportWords:
    """Return the wording with one text replaced."""
    plain = _plain(words)
    _parent(plain, path)[path[-1]] = text
    return from_plain(plain, ReportWords)


def with_another(words: ReportWords, path: Path) -> ReportWords:
    """Return the wording with an empty text after one of many."""
    plain, at = _plain(words), path[-1]
    assert isinstance(at, int)
    _parent(plain, path).insert(at + 1, "")
    return from_plain(plain, ReportWords)


def without(words: ReportWords, path: Path) -> ReportWords:
    """Return the wording without one of many texts."""
    plain = _plain(words)
    del _parent(plain, path)[path[-1]]
    return from_plain(plain, ReportWords)


def _of_tables(words: ReportWords) -> list[Text]:
    found: list[Text] = []
    for at, table in enumerate(words.tables):
        if table.heading:
            found.append(Text(path=("tables", at, "heading"), where=_("Bảng"), text=table.heading))
        found += _many(("tables", at, "paragraphs"), _("Đoạn"), table.paragraphs)
    return found


def _many(path: Path, where: str, texts: tuple[str, ...]) -> list[Text]:
    return [Text(path=(*path, at), where=where, text=text) for at, text in enumerate(texts)]


def _plain(words: ReportWords) -> dict[str, Any]:
    # Through JSON, so that every row of texts is a list that can be changed.
    found: dict[str, Any] = from_json(canonical(words), dict)
    return found


def _parent(plain: Any, path: Path) -> Any:
    for step in path[:-1]:
        plain = plain[step]
    return plain
