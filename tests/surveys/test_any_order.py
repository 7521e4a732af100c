"""However journals arrive, the tables of the citizens' voice and of the signs are the same."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry
from desk_app.surveys.campaigns import Form, close_campaign, enter_forms, print_forms
from desk_app.surveys.commands import Rating
from desk_app.surveys.complaints import add_step, answer, close
from desk_app.surveys.friendly import NewEvidence, add_evidence, assess
from desk_app.surveys.rules import Level
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.signage.test_played import entered, ran
from tests.signage.test_slogans import LAST, LATER, ended, put
from tests.surveys.test_campaigns import planned
from tests.surveys.test_rating import answered, handed_over
from tests.surveys.test_slips import printed
from tests.surveys.voices import act, complained

TABLES = (
    *("ratings", "rating_reasons", "rating_slips", "survey_campaigns", "survey_forms", "survey_form_answers"),
    *("complaints", "friendly_criteria", "slogans", "signage_played", "findings"),
)
ABOUT = {"period": "2026-Q4", "criterion": "smile"}


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    with (
        tempfile.TemporaryDirectory() as folder,
        rehearsal_desk(Path(folder) / "home", desk_number=number) as made,
    ):
        yield made


def two_desks_apart(one: RehearsalDesk, two: RehearsalDesk) -> list[Entry]:
    """Let two desks that know the same things say different ones; return every entry of both."""
    dossier, complaint, campaign, slogan = handed_over(one), complained(one), planned(one), put(one, "Câu của xã")
    printed(one, dossier)
    act(one, add_evidence, evidence=NewEvidence(text="Tập huấn"), **ABOUT)
    two.journal.merge(list(every_entry(one.journal.reading())))
    two.time.put(two.time.now().replace(hour=10))
    for desk, level in ((one, Level.SATISFIED), (two, Level.DISSATISFIED)):
        answered(desk, Rating(asking=str(level), dossier=dossier, level=level))
        act(desk, enter_forms, campaign=campaign, forms=(Form(number=1, answers=(level, None)),))
        act(desk, print_forms, campaign=campaign, count=1)
        act(desk, assess, mark="good" if desk is one else "met", **ABOUT)
        role = "officer" if desk is one else "leader"
        act(desk, add_step, role, complaint=complaint, text=f"Việc {role}")
        act(desk, answer, role, complaint=complaint, text=f"Trả lời {role}")
        ended(desk, slogan, LAST if desk is one else LATER)
        ran(desk, str(level))
        entered(desk)
    act(one, close, complaint=complaint, outcome="right")
    act(two, close_campaign, campaign=campaign)
    found = (entry for desk in (one, two) for entry in every_entry(desk.journal.reading()))
    return list({entry.name: entry for entry in found}.values())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(data: st.DataObject) -> None:
    with a_desk() as one, a_desk(2) as two:
        entries = two_desks_apart(one, two)
    contents = []
    for each in (entries, data.draw(st.permutations(entries))):
        with a_desk(3) as hub:
            for entry in each:
                hub.journal.merge([entry])
            found = table_contents(hub.journal.reading(), hub.journal.registry)
            contents.append({name: found[name] for name in TABLES})
    assert contents[0] == contents[1]
    kinds = {str(row[2]) for row in contents[0]["findings"]}
    assert {"rated_twice", "form_typed_twice", "forms_printed_twice", "assessed_twice", "answered_twice"} <= kinds
