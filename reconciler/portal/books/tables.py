"""The tables of the books, the same in every database."""

from sqlalchemy import Column, Float, Index, Integer, MetaData, String, Table

SCHEMA = "4"
"""The version of these tables. What has an older one is upgraded, any other is refused."""

OLDEST = 3
"""The first version that can be upgraded: its tables are where migrations begin."""

TABLES = MetaData()
META = Table("meta", TABLES, Column("key", String, primary_key=True), Column("value", String, nullable=False))
RESOURCES = Table(
    "resources", TABLES,
    Column("kind", String, primary_key=True), Column("name", String, primary_key=True),
    Column("body", String, nullable=False), Column("state", String, nullable=False),
    Column("began", String), Column("booked", String, nullable=False),
)
CLAIMS = Table(
    "claims", TABLES,
    Column("scope", String, nullable=False), Column("value", String, nullable=False),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("path", String, nullable=False),
    Index("claims_once", "scope", "value", "kind", "name", unique=True),
    Index("claims_of", "kind", "name"),
)
POSITIONS = Table(
    "positions", TABLES,
    Column("ref", String, primary_key=True),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("verb", String, nullable=False), Column("item", String, nullable=False),
    Column("body", String, nullable=False), Column("activation_date", String),
    Column("state", String, nullable=False), Column("ours", Integer, nullable=False),
    Column("revision", Integer, nullable=False), Column("queued_on", String), Column("ordered_on", String),
    Column("rule", String, nullable=False), Column("reason", String, nullable=False),
    Index("positions_of", "kind", "name"), Index("positions_in", "state"),
)
REQUESTS = Table(
    "requests", TABLES,
    Column("ref", String, primary_key=True), Column("verb", String, nullable=False),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("digest", String, nullable=False), Column("token", Integer, nullable=False),
    Column("day", String, nullable=False),
)
LIVES = Table(
    "lives", TABLES,
    Column("kind", String, primary_key=True), Column("name", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
LEASE = Table(
    "lease", TABLES,
    Column("token", Integer, primary_key=True, autoincrement=False), Column("holder", String, nullable=False),
    Column("expires", Float, nullable=False), Column("plan", String, nullable=False),
)
TOKENS = Table(
    "tokens", TABLES,
    Column("name", String, primary_key=True), Column("digest", String, nullable=False, unique=True),
    Column("rights", String, nullable=False), Column("expires", String),
)
AUDIT = Table(
    "audit", TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False), Column("at", String, nullable=False),
    Column("day", String, nullable=False), Column("action", String, nullable=False),
    Column("ref", String, nullable=False), Column("content", String, nullable=False),
    Column("plan", String, nullable=False), Column("actor", String, nullable=False),
    Column("token", Integer, nullable=False), Column("revision", Integer, nullable=False),
    Column("before", String, nullable=False), Column("hash", String, nullable=False),
)
