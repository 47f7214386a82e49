"""Values that are words, such as yes and no, as the language has them."""

from generator.views.site import Site


def value_word(site: Site, word: str) -> str:
    """Return a word that stands for a number in files, as readers read it."""
    key = f"value.{word}"
    return site.say(key) if site.language.has(key) else word


def scores_text(site: Site, scores: str) -> str:
    """Return the scores of words, "no=0; yes=100" in the files, as readers read them."""
    pairs = (one.partition("=") for one in scores.split(";"))
    return site.language.by_semicolons(
        site.say("value.scored", word=value_word(site, word.strip()), score=score.strip())
        for word, _, score in pairs
    )
