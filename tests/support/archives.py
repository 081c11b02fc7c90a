"""Sites to put into archives, and the programs that judge the result."""

from __future__ import annotations

import base64
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from nashra.archives.drawing import icon
from nashra.archives.making import ArchiveReport, make_archive
from nashra.archives.selection import Selection
from nashra.settings import config
from support.commands import article_text, write_site
from support.pictures import avif
from support.tools import java, missing

GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
LONG = "عنوان طويل جدا " * 20
HOSTILE = "'<b>\"A\" & B</b> </title><script>alert(1)</script> ]]> 🙂 ]]>'"
# HTML that browsers make the best of and strict readers refuse.
TAGS = """\
كلمة <kbd>Ctrl</kbd> و<time datetime="soon">غدا</time> و<bdo>x</bdo> و<a href="http://[bad">رابط</a>.

<ul>نص <li>بند</li><p>فقرة</p></ul>

<li>بند وحده</li>

<dl><dd>شرح</dd><dt>مصطلح</dt></dl>

<details>بلا <summary>ملخص</summary></details>

<details><summary>ملخص</summary><p>تفصيل</p></details>

<span><div><ul><li>داخل</li></ul></div></span>

<figure><figcaption>أ</figcaption><figcaption>ب</figcaption></figure>

<table><tr><td colspan="0" lang="!!">خلية</td></tr></table>

<table></table>

<p lang="zz_ZZ!" title="x">نص</p><p><img src="https://example.org/x.png"></p>

<blockquote cite="http://[">قول</blockquote>

[رابط](https://example.org/بحث?q=a b&c=%zz#ه) و[ثان](https://موقع.example/) و[بريد](mailto:a@example.org).
"""


def hostile_site(root: Path) -> Path:
    """Titles, names and HTML as bad as they come, in Arabic and in French."""
    more = "topics: [sport]\nauthor: 'A & <B> \"C\"'\nsource: {name: 'S & <T>', url: 'https://s.example/?a=1&b=2'}\n"
    photo = 'image: {file: "صورة: 1.png", alt: "a & \\"b\\" <c>", caption: "تعليق & <b>", credit: "C & D"}\n'
    files = {
        "content/articles/2024/07/18-aaaaa1/ar.md": article_text(HOSTILE, TAGS, more=more + photo),
        "content/articles/2024/07/19-aaaaa2/ar.md": article_text(
            LONG,
            "نص[^1] مع [خبر](../18-aaaaa1/ar.md) و[آخر](../20-aaaaa3/ar.md) و[ملف](ملف.pdf).\n\n"
            "![متحرك](متحرك.gif) ![ويب](جديدة.webp)\n\n![مزيفة](مزيفة.avif)\n\n[^1]: هامش.\n",
            date="2024-07-19",
            more="slug: " + "ط" * 100 + "\n",
        ),
        "content/articles/2024/07/20-aaaaa3/ar.md": article_text("خبر عن المغرب", "ذهب والمغرب.", date="2024-07-20"),
        "content/articles/2024/07/20-aaaaa3/fr.md": (
            "---\ntitle: Une nouvelle du Maroc\ntranslation: {from: ar, state: machine, engine: x 1.0}\n---\n\n"
            "Le [Maroc](../18-aaaaa1/ar.md) joue.\n"
        ),
        "content/topics.yaml": "sport: {ar: 'رياضة & <b>', fr: Sport}\n",
        "content/entities/places.yaml": "- id: morocco\n  names: {ar: المغرب, fr: Maroc}\n",
        "content/pages/about.ar.md": "---\ntitle: من نحن\n---\n\nنحن.\n",
    }
    write_site(root, files)
    folder = root / "content/articles/2024/07"
    (folder / "18-aaaaa1/صورة: 1.png").write_bytes(icon(16))
    (folder / "19-aaaaa2/ملف.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "19-aaaaa2/متحرك.gif").write_bytes(GIF)
    (folder / "19-aaaaa2/جديدة.webp").write_bytes(WEBP)
    (folder / "19-aaaaa2/مزيفة.avif").write_bytes(avif(b"x"))
    return root


def archive(root: Path, format: str, path: Path, selection: Selection = Selection()) -> ArchiveReport:  # noqa: B008
    """The archive of the site in the folder `root`, told to nobody."""
    return make_archive(config.load(root), selection, format, path, lambda what, done, total: None)


def faults_of_epub(path: Path) -> list[str]:
    """What EPUBCheck says against the book; skips the test where it is missing."""
    places = [Path("/usr/share/java/epubcheck.jar"), Path("/usr/bin/epubcheck")]
    done = java(next(filter(Path.is_file, places), places[0]), "--failonwarnings", str(path))
    lines = (done.stdout + done.stderr).splitlines()
    if done.returncode == 0:
        return []
    return [line for line in lines if line.startswith(("FATAL", "ERROR", "WARNING"))] or lines


def zim_tool(name: str, *args: str | Path) -> subprocess.CompletedProcess[str]:
    """The outcome of a program of Debian's zim-tools; skips the test where it is missing."""
    program = shutil.which(name)
    if program is None:
        missing(f"{name} (zim-tools)")
    return subprocess.run([program, *map(str, args)], capture_output=True, text=True, timeout=120)


def need_libzim() -> None:
    """Skip the test aloud where libzim is missing, or fail it when CI=true."""
    if find_spec("libzim") is None:
        missing("libzim")
