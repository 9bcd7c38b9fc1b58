"""How blocking profiles are named, as the kinds say."""

from reconciler.kinds import all_kinds
from reconciler.model.profiles import Profiles

PROFILES = Profiles.of(all_kinds())
NAMING = tuple(PROFILES.leaves)
"""The kinds that name a profile."""
