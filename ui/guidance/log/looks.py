"""Whom the log of guidance shows, as the access log is told."""

from desk_app.guidance.contacts.reading import LOOKED_AT
from ui.guidance.log.state import Seen
from ui.shell.list_shown import ListShown


def shown_list(seen: Seen, text: str) -> ListShown:
    """Return whom the list shows: today's contacts, who is to be asked again, or what a search for ``text`` found."""
    is_search = seen.view == "found"
    asked = text.strip() if is_search else seen.view
    return ListShown(words=LOOKED_AT[seen.view], asked=asked, people=len(seen.rows), typed=is_search)
