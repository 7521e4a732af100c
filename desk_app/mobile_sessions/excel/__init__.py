"""Lists of people who lack papers, as hamlet heads and the police keep them in Excel."""
