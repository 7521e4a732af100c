"""The tab of organisations: enter them and their people, note when they can or cannot come, thank."""

from pathlib import Path

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from desk_app.shifts.book import FULL_WEIGHT, Member, Organisation
from desk_app.shifts.rights import KEEP, PLAN
from ui.shifts import desk_side, files, people_side
from ui.shifts.day_moves import DayMoves
from ui.shifts.deed import Deed, Tab
from ui.shifts.desk_side import PeopleShown
from ui.shifts.files import ThanksWanted
from ui.shifts.papers import Papers, documents
from ui.shifts.people_strips import PeopleStrips
from ui.shifts.people_view import PeopleView
from ui.shifts.typed import joined, short_weekdays, typed_weekdays, typed_words
from ui.shifts.work import Work, Write
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day, typed_number


class PeopleTab(Tab):
    """Shows who can be on duty; one strip for an organisation, a person, single days, a letter."""

    def __init__(self, work: Work, papers: Papers) -> None:
        super().__init__(work)
        self._papers = papers
        self.view = PeopleView(lambda: work.today)
        self._organisation: Organisation | None = None
        self._member: Member | None = None
        self.ask = PeopleStrips(
            organisation=self._do_organisation,
            person=self._do_person,
            away=lambda: self.days.do_away(),
            comes=lambda: self.days.do_comes(),
            thanks=self._do_thanks,
        )
        self.days = DayMoves(work, self.view, self.ask)
        self.lay_out(self.view, self.ask.all, self._deeds())
        self.view.moved.connect(self.allow)
        self.view.entered.connect(self._on_edit)

    def seek(self) -> None:
        """Look at the people again."""
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.read(lambda: desk_side.people(desk, by), self._on_seen, latest="people")

    def take_focus(self) -> None:
        """Stand in the list of organisations."""
        self.view.organisations.setFocus()

    def narrow(self, is_narrow: bool) -> None:
        """Set the people under the organisations where the window is narrow."""
        self.view.narrow(is_narrow)

    def _deeds(self) -> tuple[Deed, ...]:
        keeps, plans = self.work.context.may(KEEP), self.work.context.may(PLAN)
        return (
            Deed(key="F6", words=_("Thêm tổ chức"), run=self._on_new, may=lambda: keeps, kind="main"),
            Deed(key="F7", words=_("Thêm người"), run=self._on_person, may=lambda: keeps and self._has_chosen),
            Deed(key="Ctrl+E", words=_("Sửa"), run=self._on_edit, may=lambda: keeps and self._has_chosen),
            Deed(key="F8", words=_("Báo vắng"), run=self.days.ask_away, may=lambda: keeps and self._has_chosen),
            Deed(
                key="Ctrl+N", words=_("Ngày đến được"), run=self.days.ask_comes, may=lambda: keeps and self._has_person
            ),
            Deed(key="Delete", words=_("Bỏ ngày"), run=self.days.withdraw, may=lambda: keeps and self._has_day),
            Deed(key="Ctrl+T", words=_("Thư cảm ơn"), run=self._on_thanks, may=lambda: plans and self._has_chosen),
        )

    @property
    def _has_chosen(self) -> bool:
        return self.view.organisation is not None

    @property
    def _has_person(self) -> bool:
        return self.view.member is not None

    @property
    def _has_day(self) -> bool:
        return self.view.day is not None

    def _on_seen(self, shown: PeopleShown) -> None:
        self.view.put(shown)
        self.allow()

    def _on_new(self) -> None:
        self._organisation = None
        self.work.ask(self.ask.organisation, _("Thêm tổ chức"))

    def _on_person(self) -> None:
        self._organisation, self._member = self.view.organisation, None
        if self._organisation is not None:
            self.work.ask(self.ask.person, _("Thêm người của {name}").format(name=self._organisation.name))

    def _on_edit(self) -> None:
        if not self.work.context.may(KEEP):
            return
        self._organisation, self._member = self.view.organisation, self.view.member
        if self._member is not None:
            self.work.ask(self.ask.person, _("Sửa {name}").format(name=self._member.name))
            _fill(self.ask.person, self._member.name, self._member.phone, self._member.weekdays)
            self.ask.person.fields["skills"].put(joined(self._member.skills))
            self.ask.person.fields["login"].put(self.view.login_of(self._member))
        elif self._organisation is not None:
            self.work.ask(self.ask.organisation, _("Sửa {name}").format(name=self._organisation.name))
            _fill(self.ask.organisation, self._organisation.name, self._organisation.phone, self._organisation.weekdays)
            self.ask.organisation.fields["short"].put(self._organisation.short)
            self.ask.organisation.fields["weight"].put(str(self._organisation.weight))

    def _do_organisation(self) -> None:
        strip, was = self.ask.organisation, self._organisation or Organisation(id="", name="")

        def read() -> Write:
            put = changed(
                was,
                name=strip.text("name").strip(),
                short=strip.text("short").strip(),
                phone=strip.text("phone").strip(),
                weekdays=typed_weekdays(strip.text("weekdays"), field="weekdays"),
                weight=typed_number(strip.text("weight"), field="weight", empty=FULL_WEIGHT),
            )
            return lambda do: people_side.put_organisation(do, put)

        self.work.answered(strip, read, _("Đã lưu tổ chức."), _("F7: thêm người · Alt+2: xếp lịch."))

    def _do_person(self) -> None:
        strip, own = self.ask.person, self._organisation
        if own is None:
            return
        was = self._member or Member(id="", organisation=own.id, name="")

        def read() -> Write:
            login = strip.text("login").strip()
            put = changed(
                was,
                name=strip.text("name").strip(),
                phone=strip.text("phone").strip(),
                skills=typed_words(strip.text("skills")),
                weekdays=typed_weekdays(strip.text("weekdays"), field="weekdays"),
            )
            return lambda do: people_side.put_member(do, put, login)

        self.work.answered(strip, read, _("Đã lưu người trực."))

    def _on_thanks(self) -> None:
        own, person = self.view.organisation, self.view.member
        if own is None:
            return
        self._organisation, self._member = own, person
        name = person.name if person is not None else own.name
        self.work.ask(self.ask.thanks, _("Thư cảm ơn {name}").format(name=name))
        fields, today = self.ask.thanks.fields, self.work.today
        fields["first_on"].put(f"01/01/{today.year}")
        fields["last_on"].put(f"{today:%d/%m/%Y}")
        fields["folder"].put(documents())

    def _do_thanks(self) -> None:
        strip, own, today = self.ask.thanks, self._organisation, self.work.today
        if own is None:
            return
        try:
            wanted = ThanksWanted(
                command_id=self.work.context.desk.journal.new_id(),
                organisation=own.id,
                member=self._member.id if self._member is not None else "",
                first_on=typed_day(strip.text("first_on"), today, field="first_on"),
                last_on=typed_day(strip.text("last_on"), today, field="last_on"),
                number="",
                signer=strip.text("signer").strip(),
                words=strip.text("words").strip(),
                folder=Path(strip.text("folder").strip()),
                make_folder=strip.text("folder").strip() == documents(),
            )
        except InvalidInput as error:
            strip.refuse(error)
            return
        desk, by = self.work.context.desk, self.work.context.actor.id
        self._papers.write(lambda: files.write_thanks(desk, by, wanted), strip, _("Viết thư cảm ơn"))


def _fill(strip: Strip, name: str, phone: str, weekdays: tuple[int, ...]) -> None:
    strip.fields["name"].put(name)
    strip.fields["phone"].put(phone)
    strip.fields["weekdays"].put(short_weekdays(weekdays))
