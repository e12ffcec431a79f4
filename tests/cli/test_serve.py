"""`issuecast serve`, as an editor runs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from conftest import Run


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command, while it runs."""
    command = [sys.executable, "-m", "issuecast", "serve", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_says_where_and_ends_quietly(show_folder: Path) -> None:
    """Address and feed are told, what is built meanwhile is served, Ctrl-C leaves with 0 and no complaint."""
    with serving(show_folder, "--port", "0") as process:
        assert process.stdout
        pages, feed, named, ending = (process.stdout.readline().rstrip("\n") for _ in range(4))
        address = pages.removeprefix("Pages  ")
        assert feed == f"Feed   {address}feed.xml"
        assert (
            named == "The feed names its files at https://example.org/hours/, as base_url in show.toml says."
        )
        assert ending == "Ctrl-C ends it."
        assert httpx.get(f"{address}feed.xml").status_code == 404
        (show_folder / "episodes").mkdir()
        (show_folder / "episodes" / "feed.xml").write_text("<rss/>", encoding="utf-8")
        assert httpx.get(f"{address}feed.xml").text == "<rss/>"
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=10)
    assert (process.returncode, out, error) == (0, "", "")


def test_only_this_machine_is_let_in(show_folder: Path) -> None:
    """Unless a host is named, the server listens on the loopback address."""
    with serving(show_folder, "--port", "0") as process:
        assert process.stdout
        assert process.stdout.readline().startswith("Pages  http://127.0.0.1:")


def test_a_port_that_is_taken(quick: Run) -> None:
    """One sentence says which, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = quick("serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr == (
        f"issuecast: Port {port} is in use: name another with --port, or end what uses it.\n"
    )


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host", "x" * 300])
def test_a_host_that_is_not_here(quick: Run, host: str) -> None:
    """One sentence says so, whatever the host looks like."""
    done = quick("serve", "--port", "0", "--host", host)
    assert done.returncode == 8
    assert done.stderr == (
        f"issuecast: Nobody can be served at {host}: "
        "name an address of this machine with --host, such as 127.0.0.1.\n"
    )
