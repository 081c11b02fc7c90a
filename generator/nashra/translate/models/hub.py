"""Models from huggingface.co, or a hub of its shape, through its own library: `hf:OWNER/NAME[@REVISION]`.

The library keeps what it fetched in its cache, where other programs find it too, and reads the environment: HF_ENDPOINT
for another hub, HF_HOME for the cache, HF_TOKEN, HF_HUB_OFFLINE.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from nashra.kit.errors import TranslationError
from nashra.kit.files import sha256_of
from nashra.translate.models.families import saved
from nashra.translate.models.families.layout import Said
from nashra.translate.models.install import install
from nashra.translate.models.packages import Package

_NAMED = re.compile(r"hf:(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:@(?P<revision>[\w./-]+))?\Z", re.ASCII)
# What a model of any family that is known consists of; weights for other programs stay where they are.
_WANTED = (
    "model.bin", "config.json", "*vocabulary.json", "*vocabulary.txt", "vmap.txt", "*.spm", "*.spm.model",
    "*.bpe.model", "spiece.model", "decoder.yml", "*.npz", "*vocab.yml", "*.vocab", "*.argosmodel", "README.md",
    "README", "LICENSE*", "source.bpe", "target.bpe",
)  # fmt: skip
# As large files are called in the library's cache; small ones have git's own sums.
_CHECKSUM = re.compile(r"[0-9a-f]{64}\Z")
_PARTS = {
    ".safetensors": ("model.safetensors", "model-*-of-*.safetensors", "model.safetensors.index.json"),
    ".bin": ("pytorch_model.bin", "pytorch_model-*-of-*.bin", "pytorch_model.bin.index.json"),
}


def obtain_hub(source: str, folder: Path, said: Said | None = None) -> list[Package]:
    """Install the model that `source` names into the packages folder `folder`.

    Raises TranslationError where the library is not installed, the hub has no such model or cannot be reached, and as
    `install` does.
    """
    match = _NAMED.match(source)
    if match is None:
        raise TranslationError(
            f"{source!r} names no model of a hub", hint="it is hf:OWNER/NAME or hf:OWNER/NAME@REVISION"
        )
    try:
        import huggingface_hub as hub
        from huggingface_hub import constants, errors
        from huggingface_hub.utils import disable_progress_bars
    except ImportError:
        hint = "run `pip install 'nashra[hub]'`, or download the model's files and give their folder"
        raise TranslationError(
            "huggingface_hub, which fetches models from a hub, is not installed", hint=hint
        ) from None
    repository = f"{match['owner']}/{match['name']}"
    try:
        if not sys.stderr.isatty():
            disable_progress_bars()
        snapshot = _fetched(hub, source, repository, match["revision"])
        _check_whole(source, snapshot)
    except errors.GatedRepoError:
        hint = "accept its terms on its page, then set HF_TOKEN"
        raise TranslationError(f"{source} is given only to those who have accepted its terms", hint=hint) from None
    except errors.RevisionNotFoundError:
        raise TranslationError(f"the hub has no {match['revision']!r} of {repository}") from None
    except errors.RepositoryNotFoundError:
        hint = "a private one needs HF_TOKEN"
        raise TranslationError(f"the hub has no model {repository}", hint=hint) from None
    except TranslationError:
        raise
    except Exception as error:  # of the library, of the one that it fetches with, of the disk
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise TranslationError(f"{source} cannot be fetched: {reason}", hint="run the command again") from None
    address = f"{constants.ENDPOINT.rstrip('/')}/{repository}"
    # the folder of a snapshot is called by the very commit
    known = replace(said or Said(), names=(match["name"], match["owner"]), address=f"{address}/tree/{snapshot.name}")
    return install(snapshot, folder, said=known)


def _check_whole(source: str, snapshot: Path) -> None:
    """Raise TranslationError where a large file is not what the hub says: its name in the cache is its checksum."""
    for path in sorted(snapshot.iterdir()):
        kept = path.resolve()
        if _CHECKSUM.match(kept.name) and sha256_of(kept) != kept.name:
            kept.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            raise TranslationError(
                f"{source}: {path.name} did not come as the hub has it: its checksum is another",
                hint="run the command again to fetch it anew",
            )


def _fetched(hub: Any, source: str, repository: str, revision: str | None) -> Path:
    """The folder in the cache with what a model needs; weights of Transformers only where they can be converted."""
    patterns = [*_WANTED, *saved.FILES]
    snapshot = Path(hub.snapshot_download(repository, revision=revision, allow_patterns=patterns))
    here = {path.name for path in snapshot.iterdir()}
    if "model.bin" in here or any(name.endswith((".npz", ".argosmodel")) for name in here):
        return snapshot
    kept = any(saved.WEIGHTS.match(name) for name in here)
    names = here if kept else set(hub.HfApi().list_repo_files(repository, revision=revision))
    weights = [name for name in names if saved.WEIGHTS.match(name)]
    if not weights:
        return snapshot
    try:
        saved.family_of(snapshot, here | set(weights))
        if (lacking := saved.missing_converter()) is not None:
            raise lacking
    except TranslationError as error:
        problem = error.problems[0]
        raise TranslationError(f"{source}: {problem.message}", hint=problem.hint) from None
    # of both kinds the one that runs no code of others when it is read
    ending = ".safetensors" if any(name.endswith(".safetensors") for name in weights) else ".bin"
    return Path(hub.snapshot_download(repository, revision=revision, allow_patterns=[*patterns, *_PARTS[ending]]))
