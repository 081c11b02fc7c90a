"""Every page of the demo site and of the site of bidirectional cases under the Nu Html Checker."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from support.tools import POLICY_IS_FOR_BROWSERS as POLICY
from support.tools import missing

ROOT = Path(__file__).parents[2]


def test_the_nu_html_checker_has_nothing_to_say(demo_site: Path, bidi_site: Path) -> None:
    java, checker = shutil.which("java"), ROOT / ".tools" / "vnu.jar"
    if java is None or not checker.exists():
        missing("Java or the Nu Html Checker")
    command = [java, "-Xss4m", "-jar", str(checker), "--format", "json", "--skip-non-html", *POLICY]
    command += [str(demo_site), str(bidi_site)]
    done = subprocess.run(command, capture_output=True, timeout=300)
    messages = json.loads(done.stderr.decode("utf-8"))["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in messages] == []
    assert len(list(demo_site.rglob("*.html"))) > 100
