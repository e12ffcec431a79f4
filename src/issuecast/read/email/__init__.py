"""Mails: the part that has the issue (body.py), behind whatever forwarded it (forward.py), with its head."""

from issuecast.read.email.reader import EmailReader

__all__ = ["EmailReader"]
