"""The engine `openai`: any server with the speech API of OpenAI."""

from __future__ import annotations

from issuecast.speak.openai.engine import OpenAIEngine

__all__ = ["OpenAIEngine"]
