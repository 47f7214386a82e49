"""Cities beside each other: peers, ranks with intervals, twins, totals of several cities."""
