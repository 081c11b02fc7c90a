"""The recipes for GitLab and Forgejo in docs/publishing.md: their own steps, run with real git and without a host."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

DOCS = Path(__file__).parents[2] / "docs" / "publishing.md"
# What the desk does, as far as a recipe sees it: what lies in the inbox becomes an article, and there is a summary.
NASHRA = """\
#!/bin/sh
[ "$1" = desk ] || exit 0
mkdir -p .nashra content/articles
echo "## 1 new" > "$3"
for file in content/inbox/*.txt; do [ -e "$file" ] && git mv "$file" content/articles/; done
exit 0
"""


def recipe(name: str) -> dict[Any, Any]:
    """The YAML of docs/publishing.md that begins with the name of its file."""
    found = [each for each in re.findall(r"```yaml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL) if name in each[:60]]
    loaded: dict[Any, Any] = yaml.safe_load(found[0])
    return loaded


def script(host: str) -> str:
    if host == "gitlab":
        lines = recipe(".gitlab-ci.yml")["desk"]["script"]
        return "\n".join(line for line in lines if "set-url" not in line)
    (step,) = recipe(".forgejo/workflows/desk.yml")["jobs"]["desk"]["steps"]
    text: str = step["run"]
    assert "git clone" in text.splitlines()[0]
    return "\n".join(text.splitlines()[2:])


class Host:
    """A bare repository that takes push options, and machines that work on it. root: where all of it lies."""

    def __init__(self, root: Path) -> None:
        self.root, self.remote = root, root / "remote.git"
        self.git("init", "-q", "--bare", "-b", "main", str(self.remote), cwd=root)
        self.git("config", "receive.advertisePushOptions", "true", cwd=self.remote)
        tools = root / "bin"
        tools.mkdir()
        for name, text in {
            "nashra": NASHRA,
            "pip": "#!/bin/sh\n",
            "curl": f'#!/bin/sh\necho "$*" >> {root}/asked\n',
        }.items():
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        self.env = os.environ | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "CI_DEFAULT_BRANCH": "main",
            "HERE": "https://host.example",
            "REPOSITORY": "o/r",
            "DESK_TOKEN": "secret",
        }
        self.push("README.md", "x")

    def git(self, *args: str, cwd: Path) -> str:
        identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        return subprocess.run(["git", *identity, *args], cwd=cwd, capture_output=True, text=True, check=True).stdout

    def push(self, name: str, text: str, branch: str = "main") -> None:
        """An editor pushes a file."""
        clone = self.root / f"editor-{len(list(self.root.iterdir()))}"
        self.git("clone", "-q", str(self.remote), str(clone), cwd=self.root)
        self.git("checkout", "-q", "-B", branch, *([f"origin/{branch}"] if branch != "main" else []), cwd=clone)
        path = clone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.git("add", "-A", cwd=clone)
        self.git("commit", "-qm", "by hand", cwd=clone)
        self.git("push", "-q", "origin", branch, cwd=clone)

    def desk(self, text: str) -> int:
        """A machine of the host runs the steps; the exit status."""
        machine = self.root / f"machine-{len(list(self.root.iterdir()))}"
        self.git("clone", "-q", str(self.remote), str(machine), cwd=self.root)
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", text],
            cwd=machine,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode

    def files(self, branch: str) -> set[str]:
        return set(self.git("ls-tree", "-r", "--name-only", branch, cwd=self.remote).split())

    @property
    def branches(self) -> list[str]:
        return self.git("branch", "--format=%(refname:short)", cwd=self.remote).split()


@pytest.mark.parametrize("host", ["gitlab", "forgejo"])
def test_what_lies_in_the_inbox_is_proposed_once_a_day_and_goes_on_from_what_people_did(
    host: str, tmp_path: Path
) -> None:
    there, text = Host(tmp_path), script(host)
    assert there.desk(text) == 0 and there.branches == ["main"]  # nothing is new
    there.push("content/inbox/a.txt", "a")
    assert there.desk(text) == 0
    (branch,) = [each for each in there.branches if each != "main"]
    assert re.fullmatch(r"desk/\d{4}-\d\d-\d\d", branch)
    assert {"content/articles/a.txt"} == there.files(branch) - {"README.md"}
    there.push("content/articles/a.txt", "corrected", branch)
    there.push("content/inbox/b.txt", "b")
    assert there.desk(text) == 0
    assert there.files(branch) >= {"content/articles/a.txt", "content/articles/b.txt"}
    assert there.git("show", f"{branch}:content/articles/a.txt", cwd=there.remote) == "corrected"
    if host == "forgejo":
        assert f'"head": "{branch}"' in (tmp_path / "asked").read_text()


@pytest.mark.parametrize("host", ["gitlab", "forgejo"])
def test_what_does_not_fit_together_stops_the_desk_and_is_not_pushed(host: str, tmp_path: Path) -> None:
    there, text = Host(tmp_path), script(host)
    there.push("content/inbox/a.txt", "a")
    assert there.desk(text) == 0
    (branch,) = [each for each in there.branches if each != "main"]
    there.push("README.md", "one", branch)
    there.push("README.md", "other")
    before = there.git("rev-parse", branch, cwd=there.remote)
    assert there.desk(text) != 0
    assert there.git("rev-parse", branch, cwd=there.remote) == before


def test_nothing_that_the_desk_pushes_starts_it_again() -> None:
    assert "-o ci.skip" in script("gitlab")
    assert recipe(".forgejo/workflows/desk.yml")["jobs"]["desk"]["if"] == "github.actor != 'desk'"
    assert recipe(".gitlab-ci.yml")["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
