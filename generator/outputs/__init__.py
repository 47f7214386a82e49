"""Pages and results to what is published: the website; later publications and open data.

The only part that writes to `build/`. Computes nothing.
"""
