"""How sure the ratings are, for the methodology: what the data may be off by, and why."""

from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


def error_table(site: Site) -> Table:
    """Return the error of each class of quality with its reason."""
    errors = site.publication.framework.policy.evidence.errors

    def share(name: str) -> str:
        return f"{site.language.number(100 * errors[name].share)}\N{NO-BREAK SPACE}%"

    columns = [
        Column[str]("class", site.say("error.class"), lambda name: site.word("data-error", name)),
        Column("share", site.say("error.share"), share, number=True),
        Column("reason", site.say("reason"), lambda name: errors[name].reason),
    ]
    return lay_out(site.say("caption.errors"), columns, errors)
