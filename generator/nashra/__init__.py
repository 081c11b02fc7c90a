"""Nashra: a static news-briefing generator for right-to-left and left-to-right languages."""

__version__ = "0.1.0"
