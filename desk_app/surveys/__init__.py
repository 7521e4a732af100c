"""What citizens say of the service: one rating per hand-over or visit, counted without names; and the screens that ask."""
