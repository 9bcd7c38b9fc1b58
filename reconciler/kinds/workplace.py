"""A workplace: a person's (or a room's) telephone with everything that belongs to it."""

from dataclasses import field
from typing import Annotated, Literal

from reconciler.kinds._types import Account, Day, Flag, Name, Named, Phone, PhoneOrAuto, Said, Sorted, Words, at_most
from reconciler.model.kind import Kind
from reconciler.model.marks import (
    Begins,
    Cart,
    Emergency,
    Fixed,
    Follows,
    Keyed,
    Manual,
    Needs,
    Ours,
    Paired,
    Personal,
    Ref,
    Term,
    Unique,
    Untold,
    Within,
    WriteOnce,
)
from reconciler.model.noun import noun
from reconciler.model.schema import Checked
from reconciler.model.text import Text


@noun
class PostalAddress:
    """A postal address."""

    street: Said = None
    house_number: Said = None
    postal_code: Said = None
    city: Said = None
    country: Words = "DE"


def _written(address: PostalAddress | None) -> PostalAddress | None:
    """An address that says nothing equals an absent one."""
    return None if address == PostalAddress() else address


@noun
class User:
    """The person, as the company directory shows them."""

    first_name: Annotated[Said, Personal()] = None
    last_name: Annotated[Said, Personal()] = None
    email: Annotated[Said, Personal()] = None
    address: Annotated[PostalAddress | None, Checked(_written), Personal()] = None


@noun
class Login:
    """Where the login data go: the first when the workplace is set up, and every new password."""

    email: Said = None
    mobile: Phone | None = None
    without_mobile: Flag = False


@noun
class Restricted:
    """Devices may register only at this line of the contract."""

    restricted_to: Named


@noun
class Number:
    """The public number, the internal number, and where devices may register."""

    external: Annotated[
        PhoneOrAuto, Unique("number", "NUM-4"), Emergency(),
        Within("numberblock", "NUM-1", in_use="NUM-6", shared="group", full="NUM-11", span="block"),
    ] = "auto"
    internal: Annotated[Words, Unique("internal", "INT-8")] = "auto"
    nomadic_use: Annotated[Literal["allowed"] | Restricted, Emergency()] = "allowed"


@noun
class Device:
    """One device; two equal ones are two devices. ``label`` tells them apart for people."""

    profile: Named
    label: Said = None


@noun
class MobileIntegration:
    """A mobile telephone as a part of the workplace."""

    type: Literal["magentaeins", "mobile-client"]
    mobile: Phone | None = None
    customer_account: Account | None = None


@noun
class Workplace:
    """Everything about one workplace; its name is the portal's user name.

    ``template`` and ``protect`` steer the tool only. ``number.external`` and ``.internal`` are ``auto`` until
    they are chosen.
    """

    template: Annotated[Name | None, Ours()] = None
    group: Annotated[Name | None, Ref("group"), Fixed("GROUP-2")] = None
    department: Annotated[Named | None, Ref("group", "DEPT-1", "DEPT-1", element="departments", via="group")] = None
    language: Words = "de"
    time_zone: Name | None = None
    user: User = field(default_factory=User)
    login: Annotated[Login, Untold(), Personal()] = field(default_factory=Login)
    number: Number = field(default_factory=Number)
    blocking_profile: Annotated[Name | None, Ref("blockingprofile", "BLOCK-1", builtin=("system",)), Emergency()] = None
    devices: Annotated[
        tuple[Device, ...], at_most(100), Sorted, Keyed(("profile", "label"), many=True), Emergency(),
        Personal(("label",)),
    ] = ()
    mobile_integration: Annotated[
        MobileIntegration | None, Cart(mended=("customer_account",)), Term(30, "TERM-3"), Personal()
    ] = None
    directory_mobile: Annotated[Phone | None, Follows("mobileIntegration", "mobile"), Personal()] = None
    packages: Annotated[
        tuple[Name, ...], at_most(100), Sorted, Keyed(), Cart(), Term(30, "TERM-2"),
        Needs("company", "packages", {"call-analytics": "call-analytics-basic"}, "PKG-5"),
        Manual(("cti-tapi",), "PKG-8"),
        Paired(("assistant",), "PKG-1"),
    ] = ()
    activation_date: Annotated[Day | None, WriteOnce(), Begins("DATE-2", late="DATE-1")] = None
    protect: Annotated[Flag, Ours()] = False

    @property
    def integrated(self) -> bool:
        """Whether a MagentaEINS telephone is a part of it, which short internal numbers do not reach."""
        return bool(self.mobile_integration and self.mobile_integration.type == "magentaeins")


INHERITS = {
    "template": {key: key for key in ("group", "blockingProfile", "packages", "desktopClient")},
    "group": {"blockingProfile": "blockingProfile", "timeZone": "timeZone"},
    "company": {"group": "defaultGroup", "blockingProfile": "defaultBlockingProfile", "timeZone": "timeZone"},
}
"""Own key → key of the template, the group or the company. A template's desktop client becomes one of the devices."""


KIND = Kind("Workplace", Workplace, rank=6, marks=(Cart(), Fixed("USERNAME-5"), Term(30, "TERM-1"), Personal()),
            required=("user.firstName", "user.lastName"), inherits=INHERITS,
            fallback={"blockingProfile": "system", "timeZone": "Europe/Berlin"},
            many=Text("Arbeitsplätze", "workplaces"))
