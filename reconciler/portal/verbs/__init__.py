"""What a client may have the portal do: one file a channel."""
