"""What pages of several cities need of each: kept in parts, read on demand, every reading noted."""
