"""The pages of dossiers: a visit taken in, dossiers found, one dossier's card."""
