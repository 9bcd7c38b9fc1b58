"""The schemas of manifests: complete, strict about keys, easy about quotes."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from reconciler.files.schema import dump_schemas, schemas
from reconciler.kinds import all_kinds
from reconciler.kinds._explain import ENVELOPE, FIELDS
from reconciler.model.text import Text

FOLDER = Path(__file__).parents[2] / "specs" / "schemas"
TEXTS = {path: field.meaning for path, field in {**ENVELOPE, **FIELDS}.items()}
SCHEMAS = schemas(all_kinds(), TEXTS)
REGISTRY = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values()])

WORKPLACE = """\
apiVersion: cloudpbx/v1
kind: Workplace
metadata: {name: anna.schmidt, labels: {team: sales, floor: 3}, annotations: {reconciler/ignore: AUTH-3 (none)}}
spec:
  template: vertrieb
  group: bonn
  department: innendienst
  language: de
  timeZone: Europe/Berlin
  user: {firstName: Anna, lastName: Schmidt, email: a@musterwerke.example,
         address: {street: Musterweg, houseNumber: 1, postalCode: 53113, city: Bonn, country: DE}}
  login: {email: a@musterwerke.example, mobile: "+49 170 1234567", withoutMobile: true}
  number: {external: +49228638058, internal: 58, nomadicUse: {restrictedTo: bonn}}
  blockingProfile: standard
  devices: [{profile: polycom-vvx-501, label: Tisch}, {profile: mobile-client}]
  mobileIntegration: {type: magentaeins, mobile: "+49 170 1234567", customerAccount: 4711}
  directoryMobile: "+49 170 1234567"
  packages: [conference-plus, assistant]
  activationDate: "2026-12-01"
  protect: true
status: {state: active, activatedOn: "2026-10-01", bookedOn: {conference-plus: "2026-11-10"}}
"""

SPECS = (
    ("Company", """{generation: 2.0, contract: line, quota: 50, defaultGroup: bonn, defaultBlockingProfile: standard,
        lines: [{name: bonn, address: {street: Musterweg, houseNumber: 1, postalCode: 53113, city: Bonn}}],
        timeZone: Europe/Berlin, packages: [call-analytics-basic]}"""),
    ("NumberBlock", """{base: "+492286380", first: 00, last: 99, availableFrom: "2026-12-01", group: bonn,
        extendedBy: 1, line: bonn}"""),
    ("BlockingProfile", '{description: x, outgoing: ["+49900"], incoming: [anonymous], forwarded: [118]}'),
    ("Group", """{displayName: Bonn, shortCode: 77, timeZone: Europe/Berlin, extensionCode: 8,
        blockingProfile: standard, callerId: "+49228638000",
        departments: [{name: innendienst, callerId: workplace, was: innen}]}"""),
    ("Template", "{group: bonn, blockingProfile: standard, desktopClient: full, packages: [assistant]}"),
    ("Defaults", """{match: {group: b, department: d, template: t, labels: {a: b}},
        workplace: {language: de, protect: true}}"""),
    ("Catalog", "{devices: [snom-d785], packages: [fax]}"),
    ("PriceBook", """{currency: EUR, workplace: [{from: 1, price: 9.95}, {from: 25, price: "8.95"}],
        packages: {assistant: "2.00", conference-plus: [{from: 1, price: 4}]}, mobileIntegration: {magentaeins: 3}}"""),
    ("Workspace", """{manifests: [manifests], portal: {driver: local, path: .reconciler/portal.db, url: "https://x"},
        language: de, priceBook: prices.yaml,
        policy: {unmanaged: report, mailDomains: [x.example], limits: {deletes: 5%, updates: 30%, creates: 50}}}"""),
)
DOCUMENTS = (
    WORKPLACE,
    *(f"apiVersion: cloudpbx/v1\nkind: {kind}\nmetadata: {{name: x}}\nspec: {spec}\n" for kind, spec in SPECS),
)

WRONG = (
    WORKPLACE.replace("blockingProfile", "blockingprofile"),
    WORKPLACE.replace("firstName", "firstname"),
    WORKPLACE.replace("protect", "protected"),
    WORKPLACE.replace("magentaeins", "magenta-eins"),
    WORKPLACE.replace("{profile: mobile-client}", "mobile-client"),
    WORKPLACE.replace("labels", "lables"),
    WORKPLACE.replace("status", "state"),
    WORKPLACE.replace("v1", "v2"),
    WORKPLACE.replace("kind: Workplace", "kind: Workplaces"),
    WORKPLACE.replace("name: anna.schmidt", "name: a/b"),
    WORKPLACE.replace("protect: true", "protect: maybe"),
    WORKPLACE.replace("devices: [", "devices: null\n  x: ["),
)


def errors(key: str, document: object) -> list[ValidationError]:
    """What the schema says about a document."""
    return list(Draft202012Validator(SCHEMAS[key], registry=REGISTRY).iter_errors(document))


@pytest.mark.parametrize("key", SCHEMAS)
def test_is_a_schema(key):
    """Each is valid JSON Schema 2020-12 and has title and description."""
    Draft202012Validator.check_schema(SCHEMAS[key])
    assert SCHEMAS[key]["title"]
    assert SCHEMAS[key]["description"]


@pytest.mark.parametrize("text", DOCUMENTS, ids=lambda t: t.split()[3])
def test_knows_every_field(text):
    """A document that uses every field of its kind is valid, by its kind's schema and by that of all."""
    document = yaml.safe_load(text)
    assert errors(document["kind"].lower(), document) == []
    assert errors("manifest", document) == []


@pytest.mark.parametrize("text", WRONG)
def test_refuses_what_is_misspelt(text):
    """Unknown keys, values that are no choice, wrong forms."""
    document = yaml.safe_load(text)
    assert errors("workplace", document)
    assert errors("manifest", document)


def test_covers_every_kind():
    """The documents above name all kinds, and all fields that a kind has."""
    kinds = {d["kind"]: d["spec"] for d in map(yaml.safe_load, DOCUMENTS)}
    assert set(kinds) == {k.name for k in all_kinds().values()}
    for kind in all_kinds().values():
        assert set(kinds[kind.name]) == {f.path.split(".")[0] for f in kind.fields}


def test_texts_become_descriptions():
    """A field's explanation stands at the field, also inside of parts that are shared."""
    texts = {"workplace.number": Text("a", "A"), "workplace.devices.label": Text("b", "B")}
    schema = schemas(all_kinds(), texts)["workplace"]
    assert schema["properties"]["spec"]["properties"]["number"]["description"] == "A"
    assert schema["$defs"]["Device"]["properties"]["label"]["description"] == "B"


def test_the_files_are_up_to_date():
    """specs/schemas holds exactly what the kinds say."""
    wanted = dump_schemas(all_kinds(), TEXTS)
    found = {p.name: p.read_text(encoding="utf-8") for p in FOLDER.glob("*.schema.json")}
    stale = sorted(name for name, text in wanted.items() if found.get(name) != text)
    assert not stale, f"{', '.join(stale)}: write them anew with `make schemas`"
