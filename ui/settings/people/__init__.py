"""The people of the office: who may do what, until when."""
