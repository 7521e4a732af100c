"""Appointments: dated slot plans, bookings that never exceed them, reminders, who came."""
