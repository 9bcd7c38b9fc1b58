"""What the examples of the rules do not show of packages and devices."""

import pytest

from reconciler.rules._examples import company, document, first_generation, together, workplace
from tests.rules.worlds import found


@pytest.mark.parametrize(("profile", "packages", "expected"), [
    ("leader", "", True), ("leader", "[assistant]", False), ("agent", "[assistant]", True),
    ("agent", "[attendant-console]", False), ("agent", "[group-function]", False),
])
def test_extended_profiles(profile, packages, expected):
    """Leader and assistant need the assistant package, agents that of a group function or of the console."""
    told = {rule for rule, *_ in found(workplace(devices=f"[{{profile: {profile}}}]", packages=packages))}
    assert ("DEV-7" in told) == expected


def test_voice_only_client():
    """The voice-only client is a warning on 2.0 and fine on 1.0."""
    devices = "[{profile: desktop-client-voice-only}]"
    assert ("DEV-3", "workplace/b.keller", "warning") in found(workplace(devices=devices))
    assert not [rule for rule, *_ in found(first_generation(workplace(devices=devices))) if rule == "DEV-3"]


def test_mobile_client_of_the_first_generation():
    """On 1.0 the mobile client is no device."""
    told = found(first_generation(workplace(devices="[{profile: mobile-client}]")))
    assert ("DEV-4", "workplace/b.keller", "error") in told


def test_package_of_the_wrong_level():
    """A package of the company cannot be booked for a workplace, nor the other way round."""
    assert "PKG-12" in {rule for rule, *_ in found(workplace(packages="[call-analytics-basic]"))}
    assert "PKG-12" in {rule for rule, *_ in found(company(packages="[assistant]"))}


def test_own_catalogue():
    """What a Catalog document names is known."""
    catalog = document("Catalog", "eigenes", devices="[snom-d785]", packages="[recording]")
    wish = workplace(devices="[{profile: snom-d785}]", packages="[recording]")
    assert {"DEV-6", "PKG-12"} <= {rule for rule, *_ in found(wish)}
    assert not {"DEV-6", "PKG-12"} & {rule for rule, *_ in found(together(catalog, wish))}


@pytest.mark.parametrize(("portal", "expected"), [
    (workplace("c.lang", packages="[assistant]"), {"workplace/b.keller"}),
    (together(workplace(packages="[assistant]"), workplace("c.lang", packages="[assistant]")), {"workplace/b.keller"}),
])
def test_second_assistant_leaves(portal, expected):
    """The last workplace with the assistant package is told when the other one loses it."""
    wish = together(workplace(packages="[assistant]"), workplace("c.lang"))
    assert {address for rule, address, _ in found(wish, portal) if rule == "PKG-1"} == expected
