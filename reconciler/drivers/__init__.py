"""One file a portal: how to talk to it."""
