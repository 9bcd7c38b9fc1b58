"""The reference portal: the other side of the wire."""
