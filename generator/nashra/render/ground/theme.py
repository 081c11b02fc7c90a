"""The theme: Jinja templates, assets and message catalogues. A site's own files go before the default ones."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from nashra.head.spelling import nearest
from nashra.kit.budget import BUDGET, OverBudget, within
from nashra.kit.conflicts import find_conflict
from nashra.kit.errors import ConfigError, Problem
from nashra.kit.files import files_below, is_folder
from nashra.render.ground import messages
from nashra.render.ground.compiled import COMPILED
from nashra.render.ground.filling import Environment
from nashra.render.ground.lean import lean_css, lean_js
from nashra.render.ground.messages import Messages
from nashra.settings.config import Settings

_PACKAGE = Path(__file__).resolve().parents[2]
ASSETS = "assets"
_TEXTS = frozenset({".html", ".css", ".js", ".xml", ".svg", ".json", ".po"})


def default_folder() -> Path:
    """The default theme: inside the installed package, or beside it where one works on Nashra itself."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "templates"


def _conflict(path: Path) -> Problem | None:
    """The conflict that git left in the text `path` of a theme, None where there is none."""
    if path.suffix.lower() not in _TEXTS:
        return None
    try:
        return find_conflict(path.read_text("utf-8", "replace"), path)
    except OSError:
        return None  # whoever needs the file says so


class Theme:
    """The templates, assets and texts of a site. Everything is read once; templates are compiled at first use.

    A site's template may extend the default one of its own name: `{% extends "default/article.html" %}`.
    """

    def __init__(self, settings: Settings) -> None:
        default = default_folder()
        own = settings.theme
        self.folders = (own, default) if is_folder(own) and own != default else (default,)
        if not os.access(self.folders[0], os.R_OK | os.X_OK):
            hint = "allow reading it, or name another folder as paths.theme in nashra.toml"
            raise ConfigError("the theme's folder cannot be read", path=own, hint=hint)
        self._inside = (*settings.inside, default)
        files = files_below(own, self._inside) if own in self.folders and own != default else ()
        problems = [fault for each in files if (fault := each if isinstance(each, Problem) else _conflict(each))]
        seen = [problem for problem in problems if not (problem.path and problem.path.name.startswith("."))]
        if seen:
            raise ConfigError.of(seen)
        loaders = [jinja2.FileSystemLoader(folder) for folder in self.folders]
        self._environment = Environment(
            loader=jinja2.ChoiceLoader([*loaders, jinja2.PrefixLoader({"default": loaders[-1]})]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=COMPILED,
        )
        self.messages: Mapping[str, Messages] = {
            code: messages.load(language, self.folders) for code, language in settings.languages.items()
        }

    def render(self, template: str, **context: Any) -> bytes:
        """The page that `template` makes of `context`, as UTF-8. Raises ConfigError where the template is at fault."""
        try:
            with within(BUDGET):
                return self._environment.get_template(template).render(context).encode("utf-8", "replace")
        except jinja2.TemplateSyntaxError as error:
            path = Path(error.filename) if error.filename else self.folders[0] / template
            raise ConfigError(f"the template is malformed: {error.message}", path=path, line=error.lineno) from None
        except jinja2.TemplateNotFound as error:
            path, line = self._place(error, template, self.folders[:1])
            meant = nearest(str(error.message), self._environment.list_templates())
            hint = f"did you mean {meant!r}?" if meant else "correct its name, or make the file"
            raise ConfigError(f"there is no template {error.message!r}", path=path, line=line, hint=hint) from None
        except OverBudget as error:
            path, _ = self._place(error, template)
            message = f"filling the template took longer than {BUDGET:g} seconds"
            raise ConfigError(message, path=path, hint="look for a loop that does not end") from None
        except RecursionError as error:
            path, line = self._place(error, template, self.folders[:1])
            hint = "take `include`, `extends` or the macro that leads back to it out"
            raise ConfigError("the template uses itself, without an end", path=path, line=line, hint=hint) from None
        except (OSError, MemoryError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise ConfigError(f"the template {template} cannot be used: {reason}", path=self.folders[0]) from None
        except UnicodeDecodeError:
            raise ConfigError(f"the template {template}, or one it uses, is not UTF-8", path=self.folders[0]) from None
        except (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError) as error:
            path, line = self._place(error, template)
            raise ConfigError(f"the template cannot be filled: {error}", path=path, line=line) from error

    def _place(self, error: BaseException, template: str, folders: Sequence[Path] = ()) -> tuple[Path, int | None]:
        """The template file and line an error came from: the innermost frame that is in the theme, or in `folders`."""
        path, line = self.folders[0] / template, None
        trace = error.__traceback__
        while trace is not None:
            file = Path(trace.tb_frame.f_code.co_filename)
            if any(file.is_relative_to(folder) for folder in folders or self.folders):
                path, line = file, trace.tb_lineno
            trace = trace.tb_next
        return path, line

    def is_lean(self, file: Path) -> bool:
        """Whether `file` is a style sheet or a script of the default theme. A site's own go out as they are."""
        return file.suffix in (".css", ".js") and file.is_relative_to(self.folders[-1])

    def style(self, file: Path) -> str:
        """The style sheet or script `file` as readers get it."""
        text = file.read_text("utf-8")
        if not self.is_lean(file):
            return text
        return lean_css(text) if file.suffix == ".css" else lean_js(text)

    def assets(self) -> dict[str, Path]:
        """Site path -> file, of everything in the theme's assets/ folder; sorted, hidden files left out."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in files_below(folder / ASSETS, self._inside):
                if isinstance(path, Problem):
                    continue  # it has been told already
                name = path.relative_to(folder).as_posix()
                if not any(part.startswith(".") for part in name.split("/")):
                    found[name] = path
        return dict(sorted(found.items()))
