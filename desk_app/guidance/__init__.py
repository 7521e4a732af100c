"""Guidance before people come, by phone, Zalo, e-mail or at the counter; appointments; outreach."""
