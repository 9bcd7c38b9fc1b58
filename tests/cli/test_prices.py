"""The price book: where it may lie, and what is wrong with it, by line and column."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged
from tests.engine.documents import document

HEAD = 'apiVersion: cloudpbx/v1\nkind: PriceBook\nmetadata: {name: "2026"}\nspec:\n'
GOOD = HEAD + "  currency: EUR\n  workplace: 9.95\n"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company that wants one workplace and has a price book."""
    folder = office(tmp_path, [], [seat("anna.schmidt", "58")])
    workspace = folder / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    (folder / "prices.yaml").write_text(GOOD)
    return folder


WRONG = (
    ('  currency: EUR\n  workplace: "9,95"\n', "PRICE-1", "6:14", "“9.95”"),
    ('  currency: EUR\n  workplace: "1.234,50 EUR"\n', "PRICE-1", "6:14", "“1234.50”"),
    ("  currency: EUR\n  workplace: -1\n", "PRICE-1", "6:14", "with a point"),
    ("  currency: EUR\n  workplace: 1e3\n", "PRICE-1", "6:14", "with a point"),
    ("  currency: EUR\n  workplace: 0.12345\n", "PRICE-1", "6:14", "with a point"),
    (f"  currency: EUR\n  workplace: {'9' * 10}\n", "PRICE-1", "6:14", "with a point"),
    ("  currency: EUR\n  packages: {assistant: [{from: 1, price: free}]}\n", "PRICE-1", "6:43", "with a point"),
    ("  currency: EUR\n  workplace: [{from: 2, price: 9}]\n", "PRICE-2", "6:22", "Correct"),
    ("  currency: EUR\n  workplace: [{from: 0, price: 9}]\n", "PRICE-2", "6:22", "Correct"),
    ("  currency: EUR\n  workplace: [{from: 1, price: 9}, {from: 5, price: 8}, {from: 5, price: 7}]\n", "PRICE-2",
     "6:64", "Correct"),
    ("  currency: EUR\n  workplace: [{from: 1, price: 9}, {from: 25, price: 8}, {from: 9, price: 7}]\n", "PRICE-2",
     "6:65", "Correct"),
    ("  currency: euro\n", "FORM-2", "5:13", "EUR"),
    ("  workplace: 9\n", "FORM-3", "4:1", "currency"),
    ("  currency: null\n", "FORM-3", "5:3", "currency"),
    ("  currency: EUR\n  workplaces: 9\n", "FORM-1", "6:3", "“workplace”"),
    ("  currency: EUR\n  workplace: [{from: 1, prise: 9}]\n", "FORM-1", "6:25", "“price”"),
    ("  currency: EUR\n  workplace: [{price: 9}]\n", "FORM-3", "6:15", "from"),
    ("  currency: EUR\n  workplace: [{from: one, price: 9}]\n", "FORM-2", "6:22", "0, 1, 2"),
    ("  currency: EUR\n  packages: 9\n", "FORM-2", "6:13", "keys with values"),
    ("  currency: EUR\n  currency: EUR\n", "YAML-2", "6:3", ""),
)


@pytest.mark.parametrize(("spec", "rule", "at", "says"), WRONG, ids=[f"{w[1]}-{n}" for n, w in enumerate(WRONG)])
def test_what_is_wrong_is_a_finding(there: Path, spec: str, rule: str, at: str, says: str):
    """At its place, with the way out, and without a sum; nothing is planned."""
    (there / "prices.yaml").write_text(HEAD + spec)
    said = reconciler(there, "plan", "--output", "json")
    assert said.exit == 3
    report = json.loads(said.out)
    assert report["cost"] is None
    found = {(f["rule"], f["place"]): f for f in report["findings"]}
    assert (rule, f"prices.yaml:{at}") in found
    told = found[rule, f"prices.yaml:{at}"]
    assert says in told["message"] + told["help"]


@pytest.mark.parametrize("command", ["validate", "plan", "apply --yes", "order --yes", "cart"])
@pytest.mark.parametrize("wrong", [0, 7, 18])
def test_every_command_refuses(there: Path, command: str, wrong: int):
    """A sum by a wrong price book is made nowhere, and nothing is changed."""
    spec, rule, *_ = WRONG[wrong]
    (there / "prices.yaml").write_text(HEAD + spec)
    said = reconciler(there, *command.split(), "--output", "json")
    assert said.exit == 3
    assert rule in {f["rule"] for f in json.loads(said.out)["findings"]}


def test_a_misspelt_package_is_a_warning(there: Path):
    """The name that is meant is offered; a package of the Catalog is known."""
    (there / "prices.yaml").write_text(GOOD + "  packages: {asistant: 2}\n")
    said = reconciler(there, "plan", "--output", "json")
    (found,) = json.loads(said.out)["findings"]
    assert (said.exit, found["rule"], found["place"]) == (0, "PRICE-3", "prices.yaml:7:14")
    assert "“assistant”" in found["help"]
    (there / "manifests" / "catalog.yaml").write_text(
        document("Catalog", "own", "packages: [asistant]"))
    assert json.loads(reconciler(there, "plan", "--output", "json").out)["findings"] == []


def test_only_one_counts(there: Path):
    """A second one behind it, and one among the manifests, are errors; without the setting every one is."""
    (there / "prices.yaml").write_text(GOOD + "---\n" + GOOD.replace("2026", "2027"))
    (there / "manifests" / "more.yaml").write_text(GOOD)
    found = json.loads(reconciler(there, "plan", "--output", "json").out)["findings"]
    assert {(f["rule"], f["place"]) for f in found} == {
        ("PRICE-4", "manifests/more.yaml:3:18"), ("PRICE-4", "prices.yaml:10:18")}
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace(", priceBook: prices.yaml", ""))
    assert [f["rule"] for f in json.loads(reconciler(there, "validate", "--output", "json").out)["findings"]] == [
        "PRICE-4", "REF-2"]


def test_it_may_lie_among_the_manifests(there: Path):
    """Where the setting names that file."""
    (there / "manifests" / "prices.yaml").write_text(GOOD)
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("prices.yaml", "./manifests/prices.yaml"))
    said = reconciler(there, "plan", "--output", "json")
    assert said.exit == 0
    assert json.loads(said.out)["cost"]["monthly"]["after"] == "9.95"


def test_other_kinds_do_not_belong_there(there: Path):
    """The file holds nothing but the price book."""
    (there / "prices.yaml").write_text(GOOD.replace("PriceBook", "Catalog"))
    assert reconciler(there, "validate").exit == 3


def test_it_is_no_manifest(there: Path):
    """A price book alone wishes for nothing: no manifest was found."""
    (there / "manifests" / "all.yaml").unlink()
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 4
    assert json.loads(said.out)["refused"] == ["EMPTY"]


@pytest.mark.parametrize("command", ["validate", "plan", "apply --yes", "cart", "order --yes"])
@pytest.mark.parametrize("how", ["missing", "folder", "link", "outside", "absolute"])
def test_a_file_that_cannot_be_read(there: Path, how: str, command: str):
    """The setting of the workspace is wrong: exit 1, and its name is said."""
    prices, workspace = there / "prices.yaml", there / "reconciler.yaml"
    if how in ("missing", "folder", "link"):
        prices.unlink()
    if how == "folder":
        prices.mkdir()
    if how == "link":
        prices.symlink_to(workspace)
    if how == "outside":
        workspace.write_text(workspace.read_text().replace("prices.yaml", "../prices.yaml"))
    if how == "absolute":
        workspace.write_text(workspace.read_text().replace("prices.yaml", str(prices)))
    said = reconciler(there, *command.split())
    assert said.exit == 1
    assert "reconciler.yaml" in said.last
    assert "spec.priceBook" in said.last


def test_it_is_explained(there: Path):
    """Fields and rules of the price book, offline."""
    for subject in ("pricebook.workplace", "pricebook.workplace.from", "pricebook.packages", "PRICE-1", "PRICE-5"):
        said = reconciler(there, "explain", subject)
        assert said.exit == 0
        assert said.out.startswith(subject)
    assert "PriceBook" in reconciler(there, "schema", "pricebook").out
