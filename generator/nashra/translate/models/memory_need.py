"""How much memory translating with a model takes, and which models a limit leaves."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.kit.errors import Problem
from nashra.kit.sizes import in_words
from nashra.translate.models.model_file import read_model_file
from nashra.translate.models.packages import MODEL, Package

# Measured with `benchmarks/translate.py`: bytes beside the model, and of memory for a byte of its file.
_BESIDE, _A_BYTE = 240e6, 1.15
# Bytes of a weight where the setting makes them larger than in the file, mostly.
_WIDTH = {"float32": 4, "float16": 2, "bfloat16": 2, "int16": 2}


def needed(size: int, weights: int = 0, compute_type: str = "default") -> int:
    """About how many bytes translating takes with a model whose file has `size` bytes and so many weights."""
    held = max(size, weights * _WIDTH.get(compute_type, 0))
    return round(held * _A_BYTE + _BESIDE)


def within(
    packages: Sequence[Package], limit: int, compute_type: str, problems: list[Problem] | None = None
) -> list[Package]:
    """Those of `packages` with which translating takes no more than `limit` bytes; 0 is no limit.

    problems: gets a warning for each of the others, once.
    """
    if not limit:
        return list(packages)
    needs = {package.path: 0 for package in packages}
    for package in packages:
        if needs[package.path]:
            continue  # a model of many pairs
        weights = read_model_file(package.path / MODEL).weights
        needs[package.path] = need = needed(package.model_size, weights, compute_type)
        told = Problem(
            f"{package.id} is passed over: translating with it takes about {in_words(need)} of memory, "
            f"more than the limit of {in_words(limit)}",
            hint="a smaller model does, if there is one: `nashra models recommend`; or raise the limit",
            warning=True,
        )
        if need > limit and problems is not None and told not in problems:
            problems.append(told)
    return [package for package in packages if needs[package.path] <= limit]
