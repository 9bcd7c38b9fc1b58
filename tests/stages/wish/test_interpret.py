"""Reading: what a workplace inherits, from where, and what is wrong with a document."""

from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.document import Document
from reconciler.model.resource import State
from reconciler.stages.wish.interpret import Interpretation, interpret

COMPANY = {"defaultGroup": "bonn", "defaultBlockingProfile": "firma", "timeZone": "Europe/Vienna"}
GROUP = {"blockingProfile": "gruppe", "timeZone": "Europe/Zurich"}
TEMPLATE = {"blockingProfile": "vorlage", "desktopClient": "full", "packages": ["assistant"]}


def read(*documents: tuple[str, str, object]) -> Interpretation:
    """Interpret (kind, name, spec) triples; ``name`` may carry labels: ``anna team=sales``."""
    made = []
    for kind, name, spec in documents:
        first, *labels = name.split()
        metadata = {"name": first, "labels": dict(label.split("=") for label in labels)}
        content = {"kind": kind, "metadata": metadata, "spec": text_only(spec)}
        made.append(Document(f"{kind}.yaml", 1, b"", content))
    return interpret(made, all_kinds(), State())


def text_only(value: object) -> object:
    """What the loader makes of a value: text everywhere, None for null."""
    if isinstance(value, dict):
        return {k: text_only(v) for k, v in value.items()}
    if isinstance(value, list):
        return [text_only(v) for v in value]
    return None if value is None else str(value)


def seat(*documents: tuple[str, str, object]) -> Any:
    """The one workplace of these documents."""
    return next(iter(read(*documents).state.of("workplace").values())).body


def defaults(name: str, match: object, **workplace: object) -> tuple[str, str, object]:
    """A Defaults document."""
    return "Defaults", name, {"match": match, "workplace": workplace}


CHAIN = [
    (("Company", "firma", COMPANY), "firma"),
    (("Group", "bonn", GROUP), "gruppe"),
    (defaults("alle", {}, blockingProfile="alle"), "alle"),
    (defaults("bonner", {"group": "bonn"}, blockingProfile="bonner"), "bonner"),
    (("Template", "vertrieb", TEMPLATE), "vorlage"),
]


@pytest.mark.parametrize("length", range(len(CHAIN) + 1))
def test_a_value_comes_from_the_nearest_that_has_it(length: int) -> None:
    """Template before defaults (the more specific first), before group, before company, before the system's."""
    documents = [document for document, _ in CHAIN[:length]]
    expected = CHAIN[length - 1][1] if length else "system"

    own = {"template": "vertrieb", "group": "bonn"}
    assert seat(*documents, ("Workplace", "anna", own)).blocking_profile == expected


def test_the_workplace_itself_comes_first() -> None:
    """What is written at the workplace wins over everything."""
    documents = [document for document, _ in CHAIN]
    own = {"template": "vertrieb", "group": "bonn", "blockingProfile": "eigen"}

    assert seat(*documents, ("Workplace", "anna", own)).blocking_profile == "eigen"


def test_packages_are_united_and_devices_add_up() -> None:
    """A package named twice is one; two equal telephones are two."""
    phone = {"profile": "polycom-vvx-501"}
    body = seat(
        ("Template", "vertrieb", TEMPLATE),
        defaults("alle", {}, packages=["assistant", "call-analytics"], devices=[phone]),
        ("Workplace", "anna", {"template": "vertrieb", "packages": ["call-analytics"], "devices": [phone]}),
    )

    assert body.packages == ("assistant", "call-analytics")
    assert [d.profile for d in body.devices] == ["desktop-client-full", "polycom-vvx-501", "polycom-vvx-501"]


def test_a_templates_client_is_not_doubled() -> None:
    """A workplace that lists its desktop client itself has one, not two."""
    own = {"template": "vertrieb", "devices": [{"profile": "desktop-client-full", "label": "Laptop"}]}

    assert len(seat(("Template", "vertrieb", TEMPLATE), ("Workplace", "anna", own)).devices) == 1


def test_parts_of_a_person_come_from_different_places() -> None:
    """Nested values are inherited one by one: the site gives the city, the workplace the name."""
    body = seat(
        defaults("bonner", {"group": "bonn"}, user={"address": {"city": "Bonn"}}),
        ("Workplace", "anna", {"group": "bonn", "user": {"firstName": "Anna", "address": {"street": "Weg"}}}),
    )

    assert (body.user.first_name, body.user.address.city, body.user.address.street) == ("Anna", "Bonn", "Weg")


def test_defaults_match_by_label_and_by_what_they_give_themselves() -> None:
    """A label selects; a group that comes from the company counts for matching too."""
    body = seat(
        ("Company", "firma", COMPANY),
        defaults("team", {"labels": {"team": "sales"}}, department="innendienst"),
        defaults("innen", {"group": "bonn", "department": "innendienst"}, language="de", timeZone="Europe/Paris"),
        ("Workplace", "anna team=sales", {}),
    )

    assert (body.group, body.department, body.time_zone) == ("bonn", "innendienst", "Europe/Paris")


def test_an_empty_value_takes_an_inherited_one_away() -> None:
    """``null`` is an answer: nothing, although defaults have something."""
    common = defaults("alle", {}, directoryMobile="0170 1234567")

    assert seat(common, ("Workplace", "anna", {})).directory_mobile == "+491701234567"
    assert seat(common, ("Workplace", "anna", {"directoryMobile": None})).directory_mobile is None


def test_a_mobile_telephone_that_is_integrated_stands_in_the_directory() -> None:
    """With MagentaEINS the directory has its number unless another is written."""
    body = seat(("Workplace", "anna", {"mobileIntegration": {"type": "magentaeins", "mobile": "0170 1234567"}}))

    assert body.directory_mobile == "+491701234567"


@pytest.mark.parametrize(
    ("kind", "spec", "rule", "path"),
    [
        ("Workplace", {"sperrprofil": "x"}, "FORM-1", ("sperrprofil",)),
        ("Workplace", {"user": {"vorname": "x"}}, "FORM-1", ("user", "vorname")),
        ("Workplace", {"devices": "x"}, "FORM-2", ("devices",)),
        ("Workplace", {"devices": [{"label": "x"}]}, "FORM-3", ("devices", 0, "profile")),
        ("Workplace", {"number": {"external": "(0) 1"}}, "FORM-4", ("number", "external")),
        ("Workplace", {"number": {"nomadicUse": "never"}}, "FORM-2", ("number", "nomadicUse")),
        ("Workplace", {"number": {"nomadicUse": {"only": "x"}}}, "FORM-1", ("number", "nomadicUse", "only")),
        ("Workplace", {"activationDate": "2026-02-30"}, "FORM-5", ("activationDate",)),
        ("Workplace", {"protect": "yes"}, "FORM-2", ("protect",)),
        ("Workplace", {"mobileIntegration": {"type": "gsm"}}, "FORM-2", ("mobileIntegration", "type")),
        ("Template", {"department": "x"}, "TPL-1", ("department",)),
        ("Template", {"desktopClient": "ful"}, "FORM-2", ("desktopClient",)),
        ("BlockingProfile", {"internal": []}, "BLOCK-4", ("internal",)),
        ("NumberBlock", {"extendedBy": "-1"}, "FORM-2", ("extendedBy",)),
        ("Defaults", {"workplace": {"grup": "x"}}, "FORM-1", ("workplace", "grup")),
        ("Workplace", "x", "FORM-2", ("spec",)),
    ],
)
def test_a_wrong_form_is_one_finding_at_its_place(kind: str, spec: object, rule: str, path: tuple[object, ...]) -> None:
    """Each mistake has one id and the path of the smallest part that is wrong."""
    found = [b for b in read((kind, "anna", spec)).breaches if b.rule != "FORM-3" or rule == "FORM-3"]

    assert [(b.rule, b.path) for b in found if b.path[:1] != ("user",) or rule == "FORM-1"][:1] == [(rule, path)]


def test_the_portals_word_is_answered_with_ours() -> None:
    """Who writes the German word of the portal is told the key."""
    breach = read(("Workplace", "anna", {"sperrprofile": "x"})).breaches[0]

    assert breach.values["nearest"] == "blockingProfile"


def test_defaults_that_disagree_are_told_once() -> None:
    """Two equally specific documents with different values: one finding that names both, for all workplaces."""
    found = read(
        defaults("eins", {"group": "bonn"}, timeZone="Europe/Berlin"),
        defaults("zwei", {"group": "bonn"}, timeZone="Europe/Paris"),
        ("Workplace", "anna", {"group": "bonn"}), ("Workplace", "ben", {"group": "bonn"}),
    ).breaches

    disagreements = [b for b in found if b.rule == "DEF-1"]
    assert len(disagreements) == 1
    assert disagreements[0].also[0].address == Address("defaults", "eins")


def test_an_unknown_template_takes_the_blame_alone() -> None:
    """Nothing is blamed on what a misspelt template would have given; the name itself is left to the rules."""
    read_all = read(("Template", "vertrieb", TEMPLATE), ("Workplace", "anna", {"template": "vertieb"}))

    assert (Address("workplace", "anna"), ("group",)) in read_all.unread


def test_what_is_wrong_takes_nothing_else_along() -> None:
    """A field without what it must have is left out alone, however much else is wrong beside it."""
    spec = {"user": {"firstName": "Anna", "lastName": "S", "address": "Bonn"}, "mobileIntegration": {"type": "gsm"},
            "devices": [{"label": "x"}, {"profile": "mobile-client"}], "packages": {"a": "b"}, "language": "en"}
    found = read(("Workplace", "anna", spec))
    body = found.state.of("workplace")["anna"].body
    assert (body.user.last_name, body.mobile_integration, body.language) == ("S", None, "en")
    assert [device.profile for device in body.devices] == ["mobile-client"]
    assert not [b for b in found.breaches if b.path[:2] == ("user", "lastName")]
