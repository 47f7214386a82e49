"""Names that offices and portals give to what columns of observations hold."""

from collections.abc import Mapping, Sequence

OURS: Mapping[str, frozenset[str]] = {
    "period": frozenset(
        {"year", "time", "time_period", "period", "date", "jahr", "année", "annee", "any", "año",
         "ano", "anno", "jaar", "rok", "yıl", "год", "рік", "жыл"}
    ),
    "value": frozenset(
        {"value", "obs_value", "data_value", "wert", "valeur", "valor", "valore", "waarde",
         "wartość", "değer", "значение", "значення"}
    ),
    "unit": frozenset(
        {"unit", "units", "unit_measure", "unit of measure", "einheit", "unité", "unitat",
         "unidad", "unidade", "unità", "eenheid", "jednostka", "birim", "единица измерения",
         "одиниця виміру"}
    ),
    "status": frozenset({"obs_status", "obs_flag", "status", "flag", "observation status"}),
    "sex": frozenset(
        {"sex", "gender", "geschlecht", "sexe", "sexo", "sesso", "geslacht", "płeć", "cinsiyet",
         "пол", "стать"}
    ),
    "age": frozenset(
        {"age", "age group", "alter", "altersgruppe", "âge", "tranche d'âge", "edat",
         "grup d'edat", "edad", "grupo de edad", "idade", "età", "leeftijd", "wiek", "yaş",
         "возраст", "вік"}
    ),
    "district": frozenset(
        {"district", "bezirk", "borough", "ward", "arrondissement", "districte", "distrito",
         "distretto", "wijk", "dzielnica", "ilçe", "territori", "territorio", "район"}
    ),
    "note": frozenset({"note", "notes", "comment", "comment_obs", "footnote", "obs_note"}),
    "series": frozenset(
        {"series", "indicator", "indic_ur", "indicator code", "measure", "variable", "indikator",
         "indicateur", "indicador", "indicatore", "wskaźnik", "gösterge", "показатель", "показник"}
    ),
}  # fmt: skip
"""Names that others give to what our columns hold, in small letters."""
ALL = frozenset[str]().union(*OURS.values())
OF_FIGURES = frozenset({"period", "value"})
"""The columns of ours by which a table of figures is known."""

SEXES: Mapping[str, frozenset[str]] = {
    "male": frozenset(
        {"male", "males", "men", "man", "m", "männlich", "männer", "homme", "hommes", "masculin",
         "home", "homes", "hombre", "hombres", "homem", "homens", "uomo", "uomini", "maschi",
         "mannen", "mężczyźni", "erkek", "мужчины", "мужской", "чоловіки"}
    ),
    "female": frozenset(
        {"female", "females", "women", "woman", "f", "w", "weiblich", "frauen", "femme", "femmes",
         "féminin", "dona", "dones", "mujer", "mujeres", "mulher", "mulheres", "donna", "donne",
         "femmine", "vrouwen", "kobiety", "kadın", "женщины", "женский", "жінки"}
    ),
    "total": frozenset(
        {"total", "t", "both", "both sexes", "all", "insgesamt", "ensemble", "les deux sexes",
         "tots", "ambos", "ambos sexos", "totale", "totaal", "ogółem", "toplam", "всего",
         "оба пола", "усього"}
    ),
}  # fmt: skip
"""Our words for women, men and all, and those of others, in small letters."""


def usual_of(columns: Sequence[str]) -> dict[str, str]:
    """Return their column for each of ours that its name tells."""
    names = {key.casefold(): key for key in reversed(columns)}
    found = {our: [names[word] for word in words if word in names] for our, words in OURS.items()}
    return {our: theirs[0] for our, theirs in found.items() if len(theirs) == 1}
