"""Tests of the language: words, numbers, prose."""
