"""The pages of one city."""
