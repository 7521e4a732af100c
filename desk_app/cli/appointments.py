"""``desk appointments``: slots, bookings, reminders, who came."""

from desk_app.cli.command import Group

family = Group(
    "appointments",
    help="Lịch hẹn: lịch nhận hẹn, đặt, dời, hủy, gọi nhắc, ai đã đến; tệp iCalendar, phiếu hẹn.",
    members={
        "lines": "desk_app.cli.appointments_slots:lines",
        "line": "desk_app.cli.appointments_slots:line",
        "slots": "desk_app.cli.appointments_slots:slots",
        "book": "desk_app.cli.appointments_moves:book_one",
        "walk-in": "desk_app.cli.appointments_moves:walk_in_one",
        "move": "desk_app.cli.appointments_moves:move_one",
        "cancel": "desk_app.cli.appointments_moves:cancel_one",
        "arrive": "desk_app.cli.appointments_moves:arrive_one",
        "no-show": "desk_app.cli.appointments_moves:no_show",
        "remind": "desk_app.cli.appointments_moves:remind_one",
        "list": "desk_app.cli.appointments_lists:list_all",
        "reminders": "desk_app.cli.appointments_lists:reminders",
        "without-place": "desk_app.cli.appointments_lists:without_place",
        "prefill": "desk_app.cli.appointments_lists:prefill",
        "ics": "desk_app.cli.appointments_files:ics",
        "paper": "desk_app.cli.appointments_files:paper",
    },
)
