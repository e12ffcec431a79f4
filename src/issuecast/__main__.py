"""`python -m issuecast`."""

from __future__ import annotations

from issuecast.cli import main

main()
