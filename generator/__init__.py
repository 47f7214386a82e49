"""City Profiles: from a folder of small files per city to pages, a website and publications."""

import os

__version__ = "0.1.0"

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Pydantic looks through all packages that are installed for plugins; none is used here."""
