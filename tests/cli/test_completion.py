"""A shell that asks what may come next gets words, quickly, and never anything else."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree, which

import pytest

from reconciler.cli._complete import SHELLS
from reconciler.cli._group import ASKED
from tests.cli.command import ENVIRONMENT, REPOSITORY, Said, reconciler
from tests.cli.office import KOELN, office, portal, seat, wish

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company that wants two workplaces and a second group."""
    return office(tmp_path, [], [KOELN, ANNA, BERT])


def asked(there: Path, line: str, *, language: str = "en", by: str = "bash") -> Said:
    """What a shell is told for this line, whose last word is being typed."""
    words = line.split(" ")
    return reconciler(there, environment={
        ASKED: f"complete_{by}", "RECONCILER_LANG": language,
        "COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    })


def words(there: Path, line: str) -> list[str]:
    """The words alone."""
    said = asked(there, line)
    assert (said.exit, said.err) == (0, "")
    return said.out.split()


COMPLETED = {
    "reconciler pl": ["plan"],
    "reconciler portal ": ["advance", "audit", "init", "serve", "status", "token", "upgrade"],
    "reconciler portal token ": ["create", "list", "revoke"],
    "reconciler plan --ou": ["--out", "--output"], "reconciler order --with": ["--with-foreign"],
    "reconciler --lang de plan --deta": ["--detailed-exitcode"], "reconciler order --targ": [],
    "reconciler plan --output ": ["human", "json", "markdown"], "reconciler terms --output i": ["ics"],
    "reconciler terms --output = i": ["ics"], "reconciler portal status --output ": ["human", "json"],
    "reconciler plan --lang ": ["de", "en"], "reconciler plan --redact p": ["pseudonym"],
    "reconciler plan --target workplace/": ["workplace/anna.schmidt", "workplace/bert.maier"],
    "reconciler apply plan.json --exclude group/": ["group/koeln"], "reconciler completion f": ["fish"],
    "reconciler explain INT-4": ["INT-4"], "reconciler explain workplace.number.i": ["workplace.number.internal"],
    "reconciler show ": [], "reconciler plan --out ": [],
}


@pytest.mark.parametrize("line", COMPLETED)
def test_what_may_come_next(there: Path, line: str):
    """Commands, the flags that a command takes, formats that it has, names, rules and fields; files are the shell's."""
    assert words(there, line) == COMPLETED[line]


def test_each_shell_is_told_what_a_word_is(there: Path):
    """In the user's language, in the form of the shell, and the formats are those of the command."""
    assert asked(there, "reconciler terms --outp", by="fish").out == \
        "--output\thuman, json, markdown, ics; may be repeated; - is stdout\n"
    assert '"order":"Kaufen, was im Warenkorb liegt; kostenpflichtig"'.casefold() in \
        asked(there, "reconciler o", by="zsh", language="de").out.casefold()
    assert asked(there, "reconciler o", by="powershell").out == "order:::Buy what lies in the cart; chargeable\n"


def test_names_that_a_shell_would_run(there: Path):
    """What a manifest calls itself is offered only where no shell reads it as more than a word."""
    names = ("$(touch owned)", "`touch owned`", "a;touch owned", "a'b", 'a"b', "a\\b", "-rf")
    wish(there, *(ANNA.replace("name: anna.schmidt", f"name: {name!r}") for name in names), BERT)
    told = [asked(there, "reconciler plan --target ", by=shell).out for shell in SHELLS]
    assert told == ["workplace/bert.maier\n", "_arguments '*: :((\"workplace/bert.maier\"))'\n",
                    "workplace/bert.maier\n", "workplace/bert.maier::: \n"]


def test_nothing_goes_wrong_aloud(there: Path, tmp_path: Path):
    """Without a workspace, with manifests that nobody can read, for a shell that nobody knows: silence."""
    (tmp_path / "empty").mkdir()
    assert asked(tmp_path / "empty", "reconciler plan --target ") == Said(0, "\n", "")
    (there / "manifests" / "all.yaml").write_bytes(b"\xff\x00kind: [\n---\n" + BERT.encode())
    assert words(there, "reconciler plan --target ") == ["workplace/bert.maier"]
    (there / "reconciler.yaml").write_bytes(b"\xff{")
    for line in ("reconciler plan --target ", "reconciler plan --nonsense ", "reconciler nonsense --x ",
                 "reconciler plan --as-of soon --output "):
        said = asked(there, line)
        assert (said.exit, said.err) == (0, ""), line
    assert asked(there, "reconciler p", by="tcsh") == Said(1, "", "")


def test_where_manifests_lie_elsewhere(there: Path):
    """The folders that ``reconciler.yaml`` names, in either spelling; ``-C`` is followed."""
    (there / "manifests").rename(there / "wishes")
    spec = (there / "reconciler.yaml").read_text()
    for spelt in ("spec: {manifests: [wishes, none], ", "spec:\n  manifests:\n    - wishes\n  language: en\n# {"):
        (there / "reconciler.yaml").write_text(spec.replace("spec: {", spelt))
        assert words(there.parent, "reconciler plan -C office --target group/") == ["group/koeln"]


def test_nothing_is_changed_and_nothing_heavy_is_loaded(there: Path):
    """No portal is asked, no file is written, and neither YAML, pydantic nor a database is loaded for names."""
    before = portal(there), sorted(there.rglob("*"))
    rmtree(there / ".reconciler")
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), ASKED: "complete_bash", "COMP_CWORD": "3",
                   "COMP_WORDS": "reconciler\nplan\n--target\nworkplace/a"}
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "reconciler"], cwd=there, env=environment,
                          capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["workplace/anna.schmidt"]
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "reconciler" in loaded
    assert not loaded & {"pydantic", "pydantic_core", "sqlalchemy", "yaml", "rich"}
    assert not (there / ".reconciler").exists()
    assert [path for path in before[1] if ".reconciler" not in path.parts] == sorted(there.rglob("*"))


SCRIPTS = {
    "bash": "source <(reconciler completion bash)\nCOMP_WORDS=(reconciler plan --target group/)\nCOMP_CWORD=3\n"
            "_reconciler_completion reconciler\necho \"${COMPREPLY[@]}\"",
    "fish": "reconciler completion fish | source\ncomplete -C 'reconciler plan --target group/'",
    "zsh": "zmodload zsh/zpty\nzpty z zsh -f -i\n"
           "zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; source <(reconciler completion zsh)'\nsleep 3\n"
           "zpty -w -n z $'reconciler plan --target gro\\t'\nsleep 3\n"
           "while zpty -r -t z out; do print -r -- \"$out\"; done",
}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_in_a_real_shell(there: Path, shell: str):
    """The script works in the shell that it is for."""
    if not which(shell):
        pytest.skip(f"no {shell} here")
    command = there / "bin" / "reconciler"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reconciler "$@"\n')
    command.chmod(0o755)
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), "HOME": str(there), "TERM": "xterm",
                   "PATH": f"{command.parent}:{os.environ['PATH']}"}
    done = subprocess.run([shell, "-c", SCRIPTS[shell]], cwd=there, env=environment, capture_output=True, text=True,
                          check=False, timeout=120)
    assert "group/koeln" in done.stdout, done
    assert done.stderr == ""


def test_powershell_has_a_script_too(there: Path):
    """It registers itself for the command."""
    said = reconciler(there, "completion", "powershell")
    assert said.exit == 0
    assert "Register-ArgumentCompleter -Native -CommandName reconciler" in said.out
