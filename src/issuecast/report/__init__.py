"""The report of a build, for the editor: `.issuecast/reports/<slug>.html`, which is never published."""

from issuecast.report.logbook import Logbook

__all__ = ["Logbook"]
