"""The workspace file: found upwards, read strictly."""

import pytest

from reconciler.errors import ConfigProblem
from reconciler.files.workspace import find_workspace, read_workspace

GOOD = "apiVersion: cloudpbx/v1\nkind: Workspace\nmetadata: {name: musterwerke}\nspec: {manifests: [m]}\n"

BAD = (
    ("kind: [", "reconciler.yaml:1:8: ", "YAML-1"),
    ("", "reconciler.yaml:1:1: ", "YAML-9"),
    (GOOD.replace("metadata", "metdata"), "reconciler.yaml:3:1: ", "FORM-1"),
    (GOOD.replace("Workspace", "Group"), "reconciler.yaml:2:7: ", "FORM-7"),
    (GOOD.replace("name", "labels: {}, name").replace("musterwerke", ""), "reconciler.yaml:3:24: ", "FORM-3"),
    (GOOD.replace("musterwerke", '" "'), "reconciler.yaml:3:18: ", "FORM-9"),
    (GOOD.replace("[m]", '"\\e"'), "reconciler.yaml:4:19: ", "FORM-6"),
    (GOOD.replace("{name", "{annotations: a, name"), "reconciler.yaml:3:25: ", "FORM-2"),
    (GOOD + "---\n" + GOOD, "reconciler.yaml:8:18: ", "FORM-8"),
    (GOOD + "---\n" + GOOD.replace("musterwerke", "other"), "reconciler.yaml:5:1: ", "only one"),
)


def test_is_found_upwards(tmp_path):
    """From the folder itself or any folder below."""
    (tmp_path / "reconciler.yaml").write_text(GOOD)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_workspace(below) == tmp_path / "reconciler.yaml" == find_workspace(tmp_path)


def test_says_what_to_do_where_there_is_none(tmp_path):
    """The message names the folder and the ways out, in both languages."""
    with pytest.raises(ConfigProblem) as caught:
        find_workspace(tmp_path)
    for text in (caught.value.message.de, caught.value.message.en):
        assert str(tmp_path) in text
        assert "-C" in text
        assert "-C" in text


def test_is_read(tmp_path):
    """The one document, with its bytes."""
    (tmp_path / "reconciler.yaml").write_text(GOOD)
    document = read_workspace(tmp_path / "reconciler.yaml")
    assert document.content["spec"] == {"manifests": ["m"]}
    assert (document.file, document.raw) == ("reconciler.yaml", GOOD.encode())


@pytest.mark.parametrize(("text", "place", "reason"), BAD)
def test_is_refused_with_its_place(text, place, reason, tmp_path):
    """Whatever is wrong: where, what and which rule, in both languages."""
    (tmp_path / "reconciler.yaml").write_text(text)
    with pytest.raises(ConfigProblem) as caught:
        read_workspace(tmp_path / "reconciler.yaml")
    message = caught.value.message
    assert message.de.startswith(place)
    assert message.en.startswith(place)
    assert reason in message.en
    assert "{" not in message.en


def test_is_no_link(tmp_path):
    """The workspace file may not be a link."""
    (tmp_path / "real.yaml").write_text(GOOD)
    (tmp_path / "reconciler.yaml").symlink_to("real.yaml")
    with pytest.raises(ConfigProblem, match="YAML-10"):
        read_workspace(tmp_path / "reconciler.yaml")
