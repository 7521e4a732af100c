"""Whom the page of mobile sessions shows, as the access log is told."""

from desk_app.mobile_sessions.reading import LOOKED_AT, Looked
from ui.mobile_sessions.screening_view import ScreeningView
from ui.mobile_sessions.state import Seen
from ui.shell.list_shown import ListShown


def session_shown(seen: Seen) -> ListShown:
    """Return whom the session in front shows."""
    detail = seen.detail
    people, id_ = (len(detail.people), detail.id) if detail is not None else (0, "")
    return ListShown(words=LOOKED_AT["session"], asked=id_, people=people)


def screening_shown(seen: Seen, view: ScreeningView) -> ListShown:
    """Return whom the screening list shows."""
    text = view.search.text.strip()
    what: Looked = "found" if text else "alike" if view.which.key == "alike" else "list"
    asked = text or (view.which.key, view.area.key)
    return ListShown(words=LOOKED_AT[what], asked=asked, people=len(seen.people), typed=bool(text))
