"""The pages about the publication: programme, methodology, quality, data."""
