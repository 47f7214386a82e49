"""Tables of other systems to rows of a city, by a mapping that a person has signed.

A file in one of the known formats is read (`recognition.py`, `separated_text.py`,
`statistical_json.py`) into one shape, a long table (`foreign_table.py`). Without a mapping one is
proposed (`proposal.py`); with a signed one its rows are applied (`application.py`), odd series are
named (`suspicion.py`), and what the city has is never overwritten (`into_city.py`).
"""
