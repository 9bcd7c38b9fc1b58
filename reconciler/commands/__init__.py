"""Commands: a request in, a report out; one file a command, its last sentence at its end."""
