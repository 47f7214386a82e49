"""The pages of several cities: countries, indicators, areas, goals."""
