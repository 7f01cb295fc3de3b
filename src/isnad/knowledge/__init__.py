"""The world as the news speaks of it: actors with dated roles, outlets, places."""
