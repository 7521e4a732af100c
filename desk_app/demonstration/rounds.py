"""Rounds of an invented office that bring results home: every Friday, hamlet by hamlet, with a helper of the youth union."""

from collections import defaultdict
from datetime import timedelta
from random import Random

from desk_app.desk import Desk
from desk_app.dossiers.dossier import Dossier
from desk_app.kernel.errors import Refused
from desk_app.kernel.time_source import FixedTime
from desk_app.returns.addresses import hamlet_of
from desk_app.returns.commands import bring_back, close_round, deliver, fail_attempt
from desk_app.returns.facts import Helper
from desk_app.returns.planning import Plan, leave, plan_round

_HELPERS = (
    Helper(name="Đặng Thu Thảo", organisation="Đoàn Thanh niên", phone="0900000021"),
    Helper(name="Lý Văn Tín", organisation="Hội Nông dân", phone="0900000022"),
)


def round_goes(desk: Desk, clock: FixedTime, rng: Random, *, by: str, waiting: tuple[Dossier, ...]) -> None:
    """Bring home the results that wait, of the hamlet where most do; at some doors nobody opens."""
    hamlets: dict[str, list[str]] = defaultdict(list)
    for dossier in waiting:
        hamlets[hamlet_of(dossier.registered.applicant.address)].append(dossier.id)
    for hamlet, dossiers in sorted(hamlets.items(), key=lambda each: -len(each[1]))[:1]:
        _gone(desk, clock, rng, by, hamlet, tuple(dossiers))


def _gone(desk: Desk, clock: FixedTime, rng: Random, by: str, hamlet: str, dossiers: tuple[str, ...]) -> None:
    room, new_id = desk.returns, desk.journal.new_id
    plan = Plan(going_on=clock.now().date(), hamlet=hamlet, helper=rng.choice(_HELPERS), dossiers=dossiers)
    try:
        round_ = plan_round(room, by=by, plan=plan, command_id=new_id()).subject
    except Refused:
        return
    leave(room, by=by, round_=round_, command_id=new_id())
    for dossier in dossiers:
        clock.advance(timedelta(minutes=rng.randrange(8, 20)))
        if rng.random() < 0.15:
            fail_attempt(room, by=by, dossier=dossier, reason="absent", command_id=new_id())
            bring_back(room, by=by, dossier=dossier, next_="again", command_id=new_id())
        else:
            deliver(room, by=by, dossier=dossier, command_id=new_id())
    close_round(room, by=by, round_=round_, command_id=new_id())
