"""Issuing the papers of a round: the route list, a slip for each stop, the letters of the kits."""

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.mark import receipt_text
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.commands import issue
from desk_app.returns.kits import kit_of
from desk_app.returns.papers import RoundPaper, StopPaper, kit_letter, route_list, stop_slip
from desk_app.returns.planning import PLAN
from desk_app.returns.room import Returns
from desk_app.returns.round import Round
from desk_app.returns.tables import queries
from desk_app.returns.way import OPEN_STOPS
from desk_app.returns.ways import get_round, way_in


def print_round(room: Returns, *, by: str, round_: str, command_id: str, printer: str | None = None) -> Written:
    """Queue the route list of a round, a slip for each stop without an outcome, and the letters that go along.

    Raises ``Refused`` when every stop has its outcome.
    """

    def decide(writing: Writing) -> None:
        now = get_round(writing.db, round_)
        stops = _stops(room, writing, now)
        if not stops:
            raise Refused("returns.nothing_to_print", "Chuyến không còn hồ sơ nào chưa xong.", "Chưa in gì.")
        book, on = room.office.book.get(writing.db), writing.now.date()
        officer = room.accounts.book.get(writing.db).get(writing.by).name
        of = RoundPaper(round=now, agency=book.get_agency(), officer=officer, words=book.words_on(on))
        issue(writing, room.printing, route_list(of, stops), about=now.id, printer=printer)
        for stop in stops:
            issue(writing, room.printing, stop_slip(of, stop), about=stop.dossier.id, printer=printer)
            kit = kit_of(stop.dossier.registered.procedure, now.going_on)
            if kit is not None and kit.letter is not None:
                paper = kit_letter(of, stop, kit.letter)
                issue(writing, room.printing, paper, about=stop.dossier.id, printer=printer)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _stops(room: Returns, writing: Writing, round_: Round) -> tuple[StopPaper, ...]:
    key, found = get_secret(writing.db, RECEIPT_KEY), []
    for id_ in queries.stops_of(writing.db, round_.id):
        way = way_in(room, writing.db, id_)
        stop = way.stop_of(round_.id) if way is not None else None
        if stop is not None and stop.state in OPEN_STOPS:
            dossier = dossier_in(room.dossiers, writing.db, id_)
            text = receipt_text(dossier.code, key, edition=dossier.edition)
            found.append(StopPaper(dossier=dossier, kit=stop.kit, scan_text=text))
    return tuple(found)
