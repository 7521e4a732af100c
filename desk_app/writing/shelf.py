"""The shelf of forms: the shipped ones, and over them the office's own; read anew each time, so a new file is there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.kernel.errors import NotFound
from desk_app.kernel.paths import resource
from desk_app.kernel.records import WireError, from_json
from desk_app.kernel.texts import collation_key, folded
from desk_app.writing.form import AREA_WORDS, Form, is_valid_on
from desk_app.writing.form_rules import breaches
from desk_app.writing.room import WritingTable

_LARGEST_BYTES = 512 * 1024


@dataclass(frozen=True, kw_only=True)
class Unfit:
    """A file that holds no usable form, and why; the other forms are not touched by it."""

    file: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Every form that was found, the office's own before the shipped one of the same key, and the files that are unfit."""

    forms: tuple[Form, ...]
    unfit: tuple[Unfit, ...] = ()

    def on(self, day: date) -> tuple[Form, ...]:
        """Return the forms to use on ``day``, by area and title."""
        chosen: dict[str, Form] = {}
        for form in self.forms:
            if is_valid_on(form, day):
                chosen.setdefault(form.key, form)
        return tuple(sorted(chosen.values(), key=_order))

    def get(self, key: str, day: date) -> Form:
        """Return the form of that key on ``day``; raise ``NotFound`` without one."""
        form = next((each for each in self.on(day) if each.key == key), None)
        if form is None:
            keys = ", ".join(each.key for each in self.on(day))
            raise NotFound("writing.no_form", f"Không có mẫu đơn «{key}» đang dùng.", f"Các mẫu: {keys}.")
        return form

    def find(self, text: str, day: date) -> tuple[Form, ...]:
        """Return the forms whose title, number or key hold every word of ``text``; marks and case do not matter."""
        wanted = folded(text).split()
        return tuple(form for form in self.on(day) if _holds(form, wanted))


def shelf(room: WritingTable) -> Shelf:
    """Return every form that this desk has now."""
    return read_shelf(resource("official_forms"), room.own_forms)


def read_shelf(*folders: Path) -> Shelf:
    """Return the forms of folders; what a later folder holds stands before the earlier ones, newer before older."""
    forms: list[tuple[int, Form]] = []
    unfit: list[Unfit] = []
    for rank, folder in enumerate(folders):
        for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            found = _read(file)
            if isinstance(found, Form):
                forms.append((rank, found))
            else:
                unfit.append(Unfit(file=file.name, why=found))
    forms.sort(key=lambda each: (-each[0], -each[1].valid_from.toordinal()))
    return Shelf(forms=tuple(form for _, form in forms), unfit=tuple(unfit))


def _read(file: Path) -> Form | str:
    """Return the form of a file, or what is wrong with it."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        return f"Không đọc được tệp: {error.strerror or 'lỗi ổ đĩa'}."
    if len(raw) > _LARGEST_BYTES:
        return "Tệp quá lớn, không phải là một mẫu đơn."
    try:
        form = from_json(raw.removeprefix(b"\xef\xbb\xbf"), Form)
    except WireError as error:
        return f"{error.field or 'Nội dung'}: {error.reason}"
    return " ".join(breaches(form)) or form


def _order(form: Form) -> tuple[int, str]:
    return list(AREA_WORDS).index(form.area), collation_key(form.title)


def _holds(form: Form, wanted: list[str]) -> bool:
    words = folded(f"{form.title} {form.subtitle} {form.number} {form.key} {AREA_WORDS[form.area]}")
    initials = "".join(word[0] for word in words.split())
    return all(each in words or each in initials for each in wanted)
