"""The audit of a portal: who changed it by what, and when, without a name of anybody or a word of what they wrote."""

from typing import NamedTuple


class AuditRow(NamedTuple):
    """One change that a portal accepted.

    ``at`` is the time in UTC, to the second; ``day`` the portal's own. ``ref`` and ``content`` are the reference and
    the keyed digest of the order or position, empty where it is about none. ``plan`` is the digest of the plan that was
    carried out, if it was one; ``actor`` who did it under which fencing ``token`` (0: none was needed). ``revision`` is
    the portal's afterwards. ``before`` is the hash of the row before, empty in the first; ``hash`` that of this one.
    """

    number: int
    at: str
    day: str
    action: str
    ref: str
    content: str
    plan: str
    actor: str
    token: int
    revision: int
    before: str
    hash: str
