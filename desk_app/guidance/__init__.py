"""Before people come, and going to them: guidance given, appointments, outreach."""
