"""From two feeds in two languages to one item with two sources; and which commands touch the network at all."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import timedelta
from html import unescape
from pathlib import Path

from test_gather import CLOCK, NOW, Host, host, item, ok, rss  # noqa: F401 - a fixture

from support.commands import SOURCE, article_text, nashra, write_site

ARABIC = (
    "سيول تجتاح تطوان وتغمر 300 منزل",
    "فاض وادي مرتيل بعد أمطار بلغت 112 ملمترا، وأجلت الوقاية المدنية 140 أسرة من أحياء تطوان. وأغلقت المدارس.",
)
FRENCH = (
    "Tétouan sous les eaux, 300 maisons inondées",
    "L'oued Martil a débordé après 112 millimètres de pluie. La protection civile a évacué 140 familles de la ville.",
)
# Every connection that the process or one forked from it asks for, written down before it is made.
RECORDER = """\
import os, sys

def heard(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        said = args[1] if event in ("socket.connect", "socket.sendto") else args[0]
        with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
            file.write(f"{command} {event} {said}\\n")

sys.addaudithook(heard)
import json
from nashra.cli import main
for command, *args in json.loads(os.environ["COMMANDS"]):
    sys.argv = ["nashra", command, *args]
    try:
        code = main()
    except SystemExit as done:
        code = done.code
    print("done:", command, code)
"""


def told(site: Path, path: str) -> str:
    return unescape((site / "site" / path).read_text("utf-8"))


def test_what_two_feeds_tell_in_two_languages_is_one_item_with_two_sources(tmp_path: Path, host: Host) -> None:  # noqa: F811
    host.replies["/ar"] = ok(rss(item(1, title=ARABIC[0], text=ARABIC[1])))
    library = item(3, title="Une bibliothèque ouvre à Fès", text="Les enfants du quartier y liront le soir.")
    flood = item(2, title=FRENCH[0], text=FRENCH[1], day=NOW - timedelta(hours=1))
    host.replies["/fr"] = ok(rss(flood, library))
    sources = "".join(
        f"{lang}:\n  feed: {host.url}/{lang}\n  name: {name}\n  private: true\n  publish: true\n"
        for lang, name in (("ar", "وكالة الشمال"), ("fr", "Agence Rif"))
    )
    site = write_site(tmp_path / "site", {"content/sources.yaml": sources})
    for command in ("gather", "build"):
        done = nashra(command, cwd=site, env=CLOCK)
        assert done.returncode == 0, done.stdout + done.stderr
    french = told(site, "fr/editions/2026-11-25.html")
    titles = [re.sub("<[^>]+>", "", title) for title in re.findall(r"<h3>(.*?)</h3>", french)]
    assert titles == [FRENCH[0], "Une bibliothèque ouvre à Fès"]
    beside = french[french.index("Également rapporté par") :].partition("</p>")[0]
    assert "وكالة الشمال" in beside and "En arabe" in beside
    arabic = told(site, "ar/editions/2026-11-25.html")
    assert ARABIC[0] in arabic and "Agence Rif" in arabic[arabic.index("أوردته أيضا") :].partition("</p>")[0]
    (story,) = (site / "site/en/stories").glob("*.html")
    assert ARABIC[0] in (page := told(site, f"en/stories/{story.name}")) and FRENCH[0] in page


def test_only_gathering_and_installing_models_touch_the_network(tmp_path: Path, host: Host) -> None:  # noqa: F811
    host.replies["/feed"] = ok(rss(item(1)))
    index = f"{host.url}/index.json"
    host.replies["/index.json"] = 200, {"Content-Type": "application/json"}, b"[]"
    site = write_site(
        tmp_path / "site",
        {
            "content/articles/2026/11/24-a00001/fr.md": article_text(
                "Un titre", "Un texte avec https://ailleurs.example/ et ![image](https://img.example/a.png).", lang="fr"
            ),
            "content/inbox/a.html": "<html><body><article><h1>Titre</h1><p>Un texte <img src='https://x.example/a.png'>"
            " qui est assez long pour être lu, avec une phrase de plus.</p></article></body></html>",
        },
    )
    # the desk imports, translates and checks
    quiet = [
        ["new", "Un autre titre", "--lang", "fr"], ["desk"], ["status"], ["build"], ["archive", "zip"],
        ["entities", "suggest"], ["models", "list"], ["memory", "stats"], ["init", str(tmp_path / "other"), "--yes"],
    ]  # fmt: skip
    (site / "content/sources.yaml.later").write_text(
        f"src:\n  feed: {host.url}/feed\n  name: Source\n  private: true\n", "utf-8"
    )
    heard = tmp_path / "heard.txt"
    said = _listened(site, quiet, heard)
    assert said.count("done:") == len(quiet) and not heard.exists()
    (site / "content/sources.yaml.later").rename(site / "content/sources.yaml")
    _listened(site, [["gather"], ["models", "install", "fr", "ar"]], heard, {"ARGOS_PACKAGE_INDEX": index})
    lines = heard.read_text("utf-8").splitlines()
    assert {line.split(" ")[0] for line in lines} == {"gather", "models"}
    assert all(str(host.server.server_port) in line for line in lines if line.startswith("gather socket.connect"))


def _listened(site: Path, commands: list[list[str]], heard: Path, env: dict[str, str] | None = None) -> str:
    variables = {
        **os.environ,
        **CLOCK,
        "PYTHONPATH": str(SOURCE),
        "HEARD": str(heard),
        "COMMANDS": json.dumps(commands),
        "ARGOS_PACKAGES_DIR": str(site.parent / "packages"),
        **(env or {}),
    }
    done = subprocess.run(
        [sys.executable, "-c", RECORDER], cwd=site, env=variables, capture_output=True, text=True, timeout=120
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout
