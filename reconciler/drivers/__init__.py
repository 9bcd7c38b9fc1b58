"""One file a portal: how to talk to it. A driver has the name of its module."""

from reconciler.errors import extra
from reconciler.ports import Driver
from reconciler.registry import load_one, names


def known() -> tuple[str, ...]:
    """The names of all drivers; none of them is loaded, because each brings the packages that it needs."""
    return names(__name__)


def driver(name: str) -> Driver:
    """The driver of this name, which is one of those that are ``known``.

    Raises:
        ConfigProblem: if packages are missing that it alone needs; they are an extra of its name.
    """
    with extra(name):
        found: Driver = load_one(__name__, name, "DRIVER")
    return found
