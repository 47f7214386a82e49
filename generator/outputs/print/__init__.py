"""The publications as PDF."""
