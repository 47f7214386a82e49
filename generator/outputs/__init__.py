"""Pages and results to what is published: the website and the open data; later publications.

The only part that writes to `build/`. Computes nothing.
"""
