"""What a portal keeps to itself, part by part."""

import pytest

from reconciler.kinds import all_kinds
from reconciler.kinds.workplace import Login
from reconciler.stages.judge._untold import agrees

FIELD = next(f for f in all_kinds()["workplace"].fields if f.path == "login")
MAIL, MOBILE, OTHER = "a@x.example", "+491701234567", "+491707654321"
WHOLE = Login(MAIL, MOBILE)


@pytest.mark.parametrize(("told", "wanted", "same"), [
    (Login(), WHOLE, True), (Login(MAIL), WHOLE, True), (Login(None, MOBILE), WHOLE, True),
    (Login("b@x.example"), WHOLE, False), (Login(MAIL, OTHER), WHOLE, False), (WHOLE, WHOLE, True),
    (Login(MAIL), Login(MAIL, None, without_mobile=True), True),
    (Login(MAIL, None, without_mobile=True), WHOLE, False), (WHOLE, Login(MAIL, None, without_mobile=True), False),
    (WHOLE, Login(), False), (Login(), Login(), True),
])
def test_a_part_that_is_not_told_is_no_difference(told: Login, wanted: Login, same: bool):
    """Only what the portal tells is compared; that there is no mobile number is told by a word of its own."""
    assert agrees(FIELD, told, wanted) is same


def test_all_else_is_compared_as_it_is():
    """A portal that tells no packages has none."""
    packages = next(f for f in all_kinds()["workplace"].fields if f.path == "packages")
    assert not agrees(packages, (), ("assistant",))
