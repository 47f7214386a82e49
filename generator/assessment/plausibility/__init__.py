"""Whether figures can be true: the relations of the framework, held against a city's figures."""
