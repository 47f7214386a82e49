"""City Profiles: from a folder of small files per city to pages, a website and publications."""

__version__ = "0.1.0"
