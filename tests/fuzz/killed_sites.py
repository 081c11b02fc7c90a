"""The sites and commands that `kills.py` disturbs: small, with everything that the command touches."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from support.commands import article_text, nashra, write_site
from support.pictures import jpeg

FOLDER = "content/articles/2024/07/18-{:06x}"
FRENCH = "---\ntitle: Arrivée {0}\nlang: fr\nslug: a{0}\ntranslation: {{from: ar, state: manual}}\n---\n\nLa délégation {0}.\n"
CLOCK = {"SOURCE_DATE_EPOCH": "1732500000"}
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
srclang="ar" datatype="plaintext"/><body>{}</body></tmx>
"""
PAIR = '<tu><tuv xml:lang="ar"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'


@dataclass(frozen=True)
class Scene:
    """A command in a site. arrange: makes the site in a folder that is there, and gives the command's arguments.

    again: the command that must make good, where that is another one. seconds: after which a command that never ends is
    stopped; writes: to the disk before that.
    """

    name: str
    arrange: Callable[[Path], Sequence[str]]
    again: Sequence[str] = ()
    seconds: float = 0.0
    writes: int = 0
    env: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def prepared(scene: Scene, top: Path) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The site of `scene` in top/site; its command, and the one that makes good."""
    (top / "site").mkdir(parents=True)
    command = [str(part) for part in scene.arrange(top / "site")]
    yield command, scene.again or command


def _site(root: Path, count: int = 4) -> None:
    files = {"content/topics.yaml": "sport: {ar: رياضة, fr: Sport}\n"}
    for number in range(count):
        body = f"وصل الوفد رقم {number} إلى الرباط.\n\nثم عاد إلى فاس.\n\n![صورة](a.jpg)"
        files[f"{FOLDER.format(number)}/ar.md"] = article_text(f"خبر {number}", body, more="topics: [sport]\n")
        files[f"{FOLDER.format(number)}/fr.md"] = FRENCH.format(number)
    write_site(root, files)
    for number in range(count):
        (root / FOLDER.format(number) / "a.jpg").write_bytes(jpeg(40, 30, orientation=6))


def _built(root: Path) -> None:
    """A site that was built, with a file in it that a person put there."""
    _site(root)
    _run(root, "build")
    (root / "site/note.txt").write_text("ملاحظة المحرر", "utf-8")


def _cold(root: Path) -> Sequence[str]:
    _site(root)
    return ["build"]


def _warm(root: Path) -> Sequence[str]:
    _built(root)
    path = root / FOLDER.format(1) / "ar.md"
    path.write_text(path.read_text("utf-8").replace("ثم عاد", "ثم رجع"), "utf-8")
    (root / FOLDER.format(2) / "fr.md").unlink()
    write_site(root / FOLDER.format(9), {"ar.md": article_text("خبر جديد", "وصل وفد آخر.")})
    (root / FOLDER.format(9) / "nashra.toml").unlink()
    return ["build"]


@lru_cache(maxsize=1)
def _packages() -> Path:
    from support.argos_packages import build_cipher_packages

    folder = Path(mkdtemp(prefix="nashra-packages-"))
    build_cipher_packages(folder)
    return folder


def _installed(root: Path) -> None:
    _run(root, "models", "install", str(_packages()))


def _originals(root: Path, count: int = 3) -> None:
    bodies = [f"وصل الوفد رقم {number} إلى الرباط.\n\nثم عاد إلى فاس. وصل «غدا»." for number in range(count)]
    files = {f"{FOLDER.format(n)}/ar.md": article_text(f"خبر {n}", body) for n, body in enumerate(bodies)}
    write_site(root, files)


def _translate(root: Path) -> Sequence[str]:
    _originals(root)
    _installed(root)
    return ["translate"]


def _review(root: Path) -> Sequence[str]:
    _translate(root)
    _run(root, "translate")
    return ["review", f"{0:06x}", "fr", "--force"]


def _apply(root: Path) -> Sequence[str]:
    _translate(root)
    _run(root, "translate", "--to", "en")
    _run(root, "export", f"{0:06x}", "en", "-o", "a.po")
    path = root / "a.po"
    lines = [line for line in path.read_text("utf-8").split("\n") if line != "#, fuzzy"]
    path.write_text("\n".join(lines).replace('msgstr "', 'msgstr "Corrected: '), "utf-8")
    return ["apply", "a.po", "--approved"]


def _memory_export(root: Path) -> Sequence[str]:
    _translate(root)
    _run(root, "translate")
    return ["memory", "export", "memory.tmx"]


def _memory_import(root: Path) -> Sequence[str]:
    _originals(root)
    pairs = "".join(PAIR.format(f"جملة رقم {number}.", f"Sentence {number}.") for number in range(200))
    (root / "given.tmx").write_text(TMX.format(pairs), "utf-8")
    return ["memory", "import", "given.tmx", "--approved"]


def _models(root: Path) -> Sequence[str]:
    _originals(root)
    return ["models", "install", str(_packages())]


def _texts(folder: Path) -> None:
    folder.mkdir()
    for number in range(4):
        text = f"وصول الوفد رقم {number} إلى الرباط\n\n18 يوليوز 2024\n\nوصل الوفد رقم {number} إلى الرباط مساء أمس قادما من باريس.\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")


def _import(root: Path) -> Sequence[str]:
    _originals(root)
    _texts(root / "texts")
    return ["import", "texts", "--lang", "ar"]


def _inbox(root: Path) -> Sequence[str]:
    _originals(root)
    _texts(root / "content/inbox")
    return ["import", "--inbox"]


def _move_in(root: Path) -> Sequence[str]:
    _originals(root)
    from move_in.moving import copy_of

    copy_of("hugo", root / "old")
    return ["import", "--move", "old"]


def _move(root: Path) -> Sequence[str]:
    _built(root)
    return ["move", f"{1:06x}", "--date", "2024-09-01"]


def _mail(root: Path) -> Sequence[str]:
    _built(root)
    return ["mail", "2024-07-18", "-o", "edition.eml"]


def _archive(form: str) -> Callable[[Path], Sequence[str]]:
    def arrange(root: Path) -> Sequence[str]:
        _site(root)
        return ["archive", "--format", form, "-o", f"a.{form}"]

    return arrange


def _serve(root: Path) -> Sequence[str]:
    _site(root)
    return ["serve", "--port", "0"]


def _gather(root: Path) -> Sequence[str]:
    _originals(root)
    items = "".join(
        f"<item><title>Le barrage numéro {n} est plein</title><link>https://source.example/{n}</link>"
        f"<pubDate>Sun, 24 Nov 2024 10:0{n}:00 GMT</pubDate><description>Le barrage numéro {n} est plein depuis hier soir. "
        "Les agriculteurs de la plaine s'en réjouissent beaucoup.</description></item>"
        for n in range(4)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>S</title>{items}</channel></rss>".encode()
    (root / "content/sources.yaml").write_text(
        f"s: {{feed: {_server(feed)}/rss, name: Source, lang: fr, private: true}}\n", "utf-8"
    )
    return ["gather"]


def _server(feed: bytes) -> str:
    """The address of a server, in a process of its own, that gives `feed`."""
    script = (
        "import sys\nfrom http.server import *\nfeed = sys.stdin.buffer.read()\n"
        "class H(BaseHTTPRequestHandler):\n"
        "    def do_GET(self):\n"
        "        self.send_response(200 if 'rss' in self.path else 404)\n"
        "        self.send_header('Content-Type', 'application/rss+xml')\n"
        "        self.send_header('Content-Length', str(len(feed)))\n        self.end_headers()\n"
        "        self.wfile.write(feed)\n    def log_message(self, *a): pass\n"
        "s = ThreadingHTTPServer(('127.0.0.1', 0), H)\nprint(s.server_port, flush=True)\ns.serve_forever()\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(feed)
    child.stdin.close()
    import atexit

    atexit.register(child.kill)
    return f"http://127.0.0.1:{int(child.stdout.readline())}"


def _run(root: Path, *arguments: str) -> None:
    done = nashra(*arguments, cwd=root, env={**CLOCK, "ARGOS_PACKAGES_DIR": str(root.parent / "packages")})
    assert done.returncode == 0, done.stdout + done.stderr


SCENES: Mapping[str, Scene] = {
    scene.name: scene
    for scene in (
        Scene("build", _cold),
        Scene("build that patches", _warm),
        Scene("serve", _serve, ("build",), seconds=3.0, writes=120),
        Scene("translate", _translate),
        Scene("review", _review),
        Scene("apply", _apply),
        Scene("import", _import),
        Scene("import of the inbox", _inbox),
        Scene("import of a site", _move_in),
        Scene("memory export", _memory_export),
        Scene("memory import", _memory_import),
        Scene("models install", _models),
        Scene("move", _move),
        Scene("gather", _gather),
        Scene("mail", _mail),
        Scene("archive zip", _archive("zip")),
        Scene("archive epub", _archive("epub")),
    )
}
