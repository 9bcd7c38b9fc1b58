"""Where migrations begin: the tables as they were when they could be brought up to date for the first time."""

revision = "3"
down_revision = None


def upgrade() -> None:
    """Nothing leads here."""
