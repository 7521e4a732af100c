"""Whom the page of appointments shows, as the access log is told."""

from desk_app.guidance.appointments.reading import looked_at
from ui.guidance.appointments.state import Seen
from ui.shell.list_shown import ListShown


def shown_list(seen: Seen, text: str) -> ListShown:
    """Return whom the page shows: a day, a week, who is to be called, or what a search for ``text`` found."""
    if seen.view == "week":
        people = sum(len(cell.names) for _at, cells in seen.week.rows for cell in cells) if seen.week is not None else 0
    else:
        people = sum(bool(row.id) for row in seen.rows)
    words, is_search = looked_at(seen.view, seen.day), seen.view == "found"
    asked = text.strip() if is_search else (words, seen.line.id if seen.line is not None else "")
    return ListShown(words=words, asked=asked, people=people, typed=is_search)
