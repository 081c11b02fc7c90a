"""An edition as a message: for whom it reads from the right, with both parts, and with nothing fetched."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest

from nashra.kit.errors import ConfigError, NashraError
from nashra.mail.edition_mail import edition_mail
from nashra.settings import config
from support.commands import article_text, nashra
from support.newspaper import newspaper


def site(folder: Path, mail: str = "") -> Path:
    root = newspaper(folder)
    file = root / "nashra.toml"
    file.write_text(f"{file.read_text('utf-8')}\n{mail}", "utf-8")
    return root


def read(root: Path, name: str = "", lang: str = "ar") -> EmailMessage:
    found = BytesParser(policy=policy.default).parsebytes
    message = found(edition_mail(config.load(root), name, lang).data)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body
    return str(body.get_content())


def test_the_newest_edition_is_written_in_both_forms(tmp_path: Path) -> None:
    message = read(site(tmp_path))
    assert message.get_content_type() == "multipart/alternative"
    assert message["Subject"].endswith("الخميس، 18 يوليوز 2024")
    assert message["Content-Language"] == "ar-MA" and message["List-Unsubscribe"] is None
    html, text = part(message, "html"), part(message, "plain")
    for found in (html, text):
        assert "وصول الوفد إلى باريس" in found and "https://example.org/nashra/ar/2024/07/" in found
    assert '<html lang="ar" dir="rtl">' in html and html.count("text-align: right") > 3


def test_what_is_not_wanted_in_a_language_is_in_no_mail_of_it(tmp_path: Path) -> None:
    root = site(tmp_path)
    text = article_text("خبر للعربية وحدها", "نص الخبر.", more="slug: own\nlanguages: [ar]\n")
    (root / "content/articles/2024/07/18-0a0b0c").mkdir()
    (root / "content/articles/2024/07/18-0a0b0c/ar.md").write_text(text, "utf-8")
    assert "خبر للعربية وحدها" in part(read(root), "plain")
    assert "خبر للعربية وحدها" not in part(read(root, lang="fr"), "plain")


@pytest.mark.parametrize(
    ("lang", "dir", "start"), [("ar", "rtl", "right"), ("fr", "ltr", "left"), ("en", "ltr", "left")]
)
def test_every_table_says_its_direction_for_programs_that_read_no_styles(
    tmp_path: Path, lang: str, dir: str, start: str
) -> None:
    html = part(read(site(tmp_path), "2024-W29", lang), "html")
    tables = re.findall(r"<table[^>]*>", html)
    assert tables and all(f'dir="{dir}"' in table for table in tables)
    assert f"text-align: {start}" in html and f"text-align: {'left' if start == 'right' else 'right'}" not in html
    # what is in another language says so, and runs its own way
    if lang != "ar":
        foreign = part(read(site(tmp_path / "b"), "2024-W28", lang), "html")
        assert re.search(r'<td lang="ar" dir="rtl"', foreign)


def test_nothing_is_fetched_and_every_address_is_whole(tmp_path: Path) -> None:
    html = part(read(site(tmp_path), "2024-W29", "fr"), "html")
    assert not re.search(r"<(?:img|link|script|iframe)\b|url\(", html)
    assert all(address.startswith("https://example.org/nashra/") for address in re.findall(r'href="([^"]*)"', html))
    assert "Traduction automatique" in html


def test_the_sender_and_the_way_out_are_settings(tmp_path: Path) -> None:
    mail = '[mail]\nsender = "Bulletin <news@example.org>"\nunsubscribe = "https://example.org/out?a=1&b=2"\n'
    message = read(site(tmp_path, mail))
    assert message["From"] == "Bulletin <news@example.org>"
    assert message["List-Unsubscribe"] == "<https://example.org/out?a=1&b=2>"
    assert 'href="https://example.org/out?a=1&amp;b=2"' in part(message, "html")
    assert "إلغاء الاشتراك" in part(message, "plain")


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    settings = config.load(site(tmp_path))
    first, second = (edition_mail(settings, "", "ar").data for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "mail",
    ['sender = "no address"', 'sender = "A <a@b>\\r\\nBcc: <c@d>"', 'unsubscribe = "javascript:x"', 'senders = "a@b"'],
)
def test_a_setting_that_is_no_address_is_named(tmp_path: Path, mail: str) -> None:
    with pytest.raises(ConfigError):
        config.load(site(tmp_path, f"[mail]\n{mail}\n"))


@pytest.mark.parametrize(("name", "lang"), [("2024-01-01", "ar"), ("", "de"), ("../x", "ar")])
def test_an_edition_or_a_language_that_there_is_not_is_an_error(tmp_path: Path, name: str, lang: str) -> None:
    with pytest.raises(NashraError) as error:
        edition_mail(config.load(site(tmp_path)), name, lang)
    assert error.value.problems[0].hint


def test_the_command_writes_the_file_it_names(tmp_path: Path) -> None:
    done = nashra("mail", "2024-07-18", "--lang", "fr", cwd=site(tmp_path))
    assert done.returncode == 0 and "wrote 1 article to 2024-07-18-fr.eml" in done.stdout
    assert (tmp_path / "2024-07-18-fr.eml").read_bytes().startswith(b"Subject: ")
    again = nashra("mail", "2024-07-18", "--lang", "fr", cwd=tmp_path)
    assert again.returncode == 0, "its own file it writes anew"
    settings = (tmp_path / "nashra.toml").read_bytes()
    refused = nashra("mail", "2024-07-18", "-o", "nashra.toml", cwd=tmp_path)
    assert refused.returncode == 2 and "nashra.toml: there is a file of that name already" in refused.stderr
    assert (tmp_path / "nashra.toml").read_bytes() == settings
    wrong = nashra("mail", "yesterday", cwd=tmp_path)
    assert wrong.returncode == 2 and "there is no edition" in wrong.stderr
