"""The reference portal as a server: HTTP around ``portal.service``, and nothing of its own but the door."""
