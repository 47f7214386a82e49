"""How much is shown where: `editorial` of `content/publication.yml`, all with a default."""

from generator.model.records import AtLeastOne, Count, Rate, Record


class Editorial(Record):
    """Every "how many" that a publisher may want to change; each counts what is shown at most.

    `…_from`: the number from which on something is done. A city with fewer indicators that are
    rated or have an exact figure than `profile_figures_from` is on record and has no profile.
    A portrait names what is among the first and the last `portrait_ends` of all positions.
    A build makes the report of a country with at most `country_report_to` cities.
    With more than `index_cities`, no index lists all cities: it leads to countries and initials.
    """

    profile_figures_from: Count = 0
    key_facts: Count = 6
    gaps_listed: Count = 8
    urgent_listed: Count = 5
    changes_listed: Count = 5
    named_in_sentence: Count = 3
    portrait_ends: Rate = 0.25
    chapter_indicators: Count = 16
    chapter_series: Count = 6
    scale_levels: Count = 2
    evidence_listed: Count = 3
    practices_listed: Count = 6
    takers_listed: Count = 8
    twins_listed: Count = 5
    twin_reasons: Count = 3
    twin_pairs_listed: Count = 20
    country_listed: Count = 8
    country_cities_open: Count = 6
    country_report_from: AtLeastOne = 2
    country_report_to: AtLeastOne = 20
    state_advice_from: AtLeastOne = 2
    newest_listed: Count = 6
    feed_entries: Count = 50
    index_cities: Count = 60
    texts_listed: Count = 40
    strip_from: AtLeastOne = 2
    compared_cities: AtLeastOne = 4
    own_weights_from: AtLeastOne = 5
    series_from: AtLeastOne = 3
    trend_panels: Count = 12
    wheel_from: Count = 20
    npv_rates: tuple[Rate, ...] = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 6.0)
    picture_pixels: AtLeastOne = 1600
    picture_print_pixels: AtLeastOne = 3200
    chapter_from: AtLeastOne = 2
    summary_findings: Count = 5
    summary_fewest: Count = 4
    summary_of_a_kind: Count = 2
    summary_calls: Count = 5
    print_proposals: Count = 6
    print_listed: Count = 8
    print_actions: Count = 16
    print_columns: AtLeastOne = 5
    gaps_on_a4: AtLeastOne = 40
    gaps_on_a5: AtLeastOne = 16
    fiche_listed: Count = 5
