"""The command line: a door to the desk. No decision is taken here."""
