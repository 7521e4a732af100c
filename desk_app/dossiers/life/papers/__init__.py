"""What the moves of a dossier's life print: forms 02 to 05 of Thông tư 01/2018 and the slips that go with them."""
