"""The audit, and what it needs: for which plan the lease is; tokens become a table of the books."""

import sqlalchemy as sql
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """A table for the audit, which counts from nothing; what there is stays as it is."""
    op.create_table(
        "audit",
        sql.Column("number", sql.Integer, primary_key=True, autoincrement=False),
        *(sql.Column(name, sql.String, nullable=False)
          for name in ("at", "day", "action", "ref", "content", "plan", "actor")),
        *(sql.Column(name, sql.Integer, nullable=False) for name in ("token", "revision")),
        *(sql.Column(name, sql.String, nullable=False) for name in ("before", "hash")),
    )
    meta = sql.table("meta", sql.column("key"), sql.column("value"))
    op.bulk_insert(meta, [{"key": "audited", "value": "0"}, {"key": "head", "value": ""}])
    _widen_lease()
    if not sql.inspect(op.get_bind()).has_table("tokens"):  # until now it was made with the first token
        op.create_table(
            "tokens",
            sql.Column("name", sql.String, primary_key=True),
            sql.Column("digest", sql.String, nullable=False, unique=True),
            sql.Column("rights", sql.String, nullable=False),
            sql.Column("expires", sql.String),
        )


def _widen_lease() -> None:
    with op.batch_alter_table("lease") as lease:
        lease.add_column(sql.Column("plan", sql.String, nullable=False, server_default=""))
    with op.batch_alter_table("lease") as lease:
        lease.alter_column("plan", server_default=None)
