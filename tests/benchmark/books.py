"""Sets the books of a publication in one process: `python -m tests.benchmark.books ROOT N …`.

Prints for each N, once so many books are set: CPU seconds of a book beyond its charts, and the
most memory in MB so far.
"""

import resource
import sys
import time
from pathlib import Path

from generator.language.translated import language_of
from generator.making.checking import check
from generator.making.compared_site import compared_site
from generator.making.drawing import studio_of
from generator.making.publishing import drawn_for_book
from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.publications import compose_publication


def main(root: Path, counts: list[int]) -> None:
    publication = check(root).publication
    assert publication is not None
    language = language_of(publication, publication.record.languages[0])
    site, theme = compared_site(root, publication, language).site, load_print_theme(root)
    studio, spent = studio_of(language, root), 0.0
    for number, city in enumerate(site.cities[: max(counts)], 1):
        drawn = drawn_for_book(studio, site, city)
        begun = time.process_time()
        typeset(theme, compose_publication(site, city, drawn))
        spent += time.process_time() - begun
        if number in counts:
            unit = 1 if sys.platform == "darwin" else 1024
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024**2
            print(f"{number},{spent / number:.3f},{peak:.0f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]])
