"""The connection to a dask scheduler, its faults told in our own words."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from nashra.kit.errors import ConfigError, TranslationError
from nashra.translate.cluster.cluster_worker import INSTALL, SAME_VERSION, check_versions, versions

# How long a scheduler or worker may take to answer before it is asked again, or left.
_ANSWER_SECONDS = 2.0


class Connection:
    """To the scheduler at `address`. dask is imported when it is opened.

    Its methods, but for `close`, raise TranslationError when the scheduler cannot be reached or is lost.
    """

    def __init__(self, address: str, seconds: float) -> None:
        """`seconds`: how long to wait for the scheduler."""
        self._address = address
        self._connect_seconds = seconds
        self._client: Any = None
        # Addresses of workers that were asked for their versions.
        self._asked: set[str] = set()

    def open(self) -> None:
        """Connect, if it is not connected. Raises ConfigError for an address that is none."""
        if self._client is not None and self._client.status == "running":
            return
        try:
            import distributed
        except ImportError:
            raise TranslationError("dask.distributed is not installed", hint=INSTALL) from None
        self._check_scheduler()
        try:
            self._client = distributed.Client(
                self._address, timeout=self._connect_seconds, set_as_default=False, name="nashra"
            )
        except OSError:
            raise self._unreachable() from None
        # It is said in our own words when the scheduler goes.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)

    def close(self) -> None:
        """Disconnect, if it is connected; it may be opened again."""
        client, self._client = self._client, None
        if client is None:
            return
        # It fails when the scheduler has gone, and there is nothing left to lose.
        with suppress(Exception):
            client.close(timeout=_ANSWER_SECONDS)

    def submit(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """The future of `work(*arguments)` on a worker."""
        # Not pure: dask would hash the arguments for a key, to look for the result of an equal call.
        return self._client.submit(work, *arguments, pure=False)

    def result(self, future: Any) -> Any:
        """What finished work gave. Raises TranslationError when it failed, TimeoutError when it is to be waited for."""
        from distributed import CancelledError, KilledWorker

        try:
            return future.result(timeout=_ANSWER_SECONDS)
        except (TranslationError, TimeoutError):
            raise
        except CancelledError:
            raise self._lost() from None
        except KilledWorker as error:
            raise TranslationError(
                f"every worker that got certain sentences died over them, {error.last_worker.address} as the last",
                hint="look at its log: often it had too little memory for the model",
            ) from None
        except Exception as error:
            # What is raised while a task is unpacked has any class: nashra is missing there, or another version.
            raise TranslationError(
                f"the cluster at {self._address} failed: {_describe(error)}",
                hint=f"its log says more; scheduler and workers need nashra too, {SAME_VERSION}",
            ) from None

    def threads(self) -> int:
        """How many threads the workers have together at the moment. Raises TranslationError for a wrong worker."""
        end = time.monotonic() + self._connect_seconds
        while True:
            if self._client.status != "running" or time.monotonic() > end:
                raise self._lost()
            try:
                threads = self._client.sync(self._client.scheduler.ncores, callback_timeout=_ANSWER_SECONDS)
                break
            except TimeoutError:
                continue  # busy, or gone: then the status tells soon
            except Exception:  # of many classes, when the connection is going
                raise self._lost() from None
        new = sorted(threads.keys() - self._asked)
        if new:
            self._asked.update(new)
            self._ask(new)
        return sum(threads.values())

    def _ask(self, workers: list[str]) -> None:
        """Raises TranslationError for a worker with other versions.

        Before it gets work: a worker that cannot unpack its task ends, and the next one over the same task. Who does
        not answer is left to `translate_shard`.
        """
        message = {"op": "versions", "packages": ["nashra", "ctranslate2"]}
        try:
            answers = self._client.sync(
                self._client.scheduler.broadcast,
                msg=message,
                workers=workers,
                on_error="ignore",
                callback_timeout=_ANSWER_SECONDS,
            )
        except Exception:  # one that hangs, or of many classes, when one is going
            return
        for worker, answer in sorted(answers.items()):
            found = answer["packages"]
            check_versions(versions(), found, f"the worker {worker}")

    def _check_scheduler(self) -> None:
        """Make sure of what dask's client takes for granted: an address, a scheduler there, of the same version.

        The client itself waits for ever for a peer that says nothing, and leaves a thread behind after other faults.
        """
        import distributed
        from distributed.comm import get_address_host_port
        from distributed.core import coerce_to_address

        try:
            address = coerce_to_address(self._address)
            get_address_host_port(address, strict=True)
        except (ValueError, NotImplementedError) as error:
            raise ConfigError(
                f"{self._address!r} is no address of a scheduler: {_describe(error)}",
                hint='write it as "tcp://host:8786", as `dask scheduler` shows it',
            ) from None
        try:
            theirs = asyncio.run(_version_there(address, self._connect_seconds))
        except OSError:  # and TimeoutError, which is one
            raise self._unreachable() from None
        except Exception:  # whatever comes of reading something else as dask's protocol
            raise TranslationError(
                f"what answers at {self._address} is no dask scheduler, or one of another version", hint=SAME_VERSION
            ) from None
        if theirs != distributed.__version__:
            raise TranslationError(
                f"the scheduler at {self._address} runs distributed {theirs}, this machine {distributed.__version__}",
                hint=SAME_VERSION,
            )

    def _unreachable(self) -> TranslationError:
        return TranslationError(
            f"no dask scheduler has answered at {self._address} for {self._connect_seconds:g} seconds",
            hint="is `dask scheduler` running there, and does a firewall let it through?",
        )

    def _lost(self) -> TranslationError:
        return TranslationError(
            f"the scheduler at {self._address} has gone",
            hint="what is done is kept; start it and run the command again",
        )


async def _version_there(address: str, seconds: float) -> str:
    """The version of distributed that the scheduler at `address` runs. Raises all kinds of errors, when it is none."""
    from distributed.core import rpc
    from distributed.security import Security

    async with asyncio.timeout(seconds):
        async with rpc(address, connection_args=Security().get_connection_args("client")) as scheduler:
            return str((await scheduler.versions())["packages"]["distributed"])


def _describe(error: BaseException) -> str:
    """What `error` says, on one line, and cut off where dask goes on to explain."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text.split(". ")[0]
