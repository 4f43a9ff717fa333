"""Templates of pages."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.page.words import day, number, web_address

FOLDER = Path(__file__).parent


def environment() -> Environment:
    """The template engine: escapes everything, and stumbles over names that nobody gave."""
    loader = FileSystemLoader(FOLDER)
    engine = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    engine.filters |= {"day": day, "number": number, "web_address": web_address}
    return engine
