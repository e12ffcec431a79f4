"""The files of a feed that is a file: those below the address of its folder are looked for beside it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from issuecast.feedcheck.answer import OK, PARTIAL, Answer
from issuecast.serve.site import Moved, find, media_type


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a feed, and the address that the feed gives it, "" if none."""

    folder: Path
    address: str

    async def head(self, url: str) -> Answer:
        return await self._answer(url, None)

    async def part(self, url: str, first: int, last: int) -> Answer:
        return await self._answer(url, range(first, last + 1))

    async def whole(self, url: str, most_bytes: int) -> Answer:
        answer = await self._answer(url, range(most_bytes + 1))
        if len(answer.body) > most_bytes:
            return Answer(url, problem=f"has more than {most_bytes // 1_000_000} MB")
        return answer

    async def _answer(self, url: str, wanted: range | None) -> Answer:
        path = self._path(url)
        if path is None:
            return Answer(url, elsewhere=True)
        return await asyncio.to_thread(self._read, url, path, wanted)

    def _path(self, url: str) -> str | None:
        """The path below the folder; a counting service's address has ours within it."""
        home = self.address.partition("://")[2]
        _, found, path = url.partition(home) if home else ("", "", "")
        return urlsplit(f"/{path}").path if found else None

    def _read(self, url: str, path: str, wanted: range | None) -> Answer:
        file = find(self.folder, path)
        if file is None or isinstance(file, Moved):
            return Answer(url, problem="is not in the folder")
        try:
            headers = {"content-length": str(file.stat().st_size), "content-type": media_type(file.name)}
            if wanted is None:
                return Answer(url, OK, headers)
            with file.open("rb") as stream:
                stream.seek(wanted.start)
                return Answer(url, PARTIAL if wanted.start else OK, headers, stream.read(len(wanted)))
        except OSError as error:
            return Answer(url, problem=f"cannot be read ({error.strerror})")
