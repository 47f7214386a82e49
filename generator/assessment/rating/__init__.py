"""From observations to scores: chosen, normalised, benchmarked, aggregated, how sure they are."""
