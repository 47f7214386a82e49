"""Pages of the built website to one PDF: a copy of the site, not its accessible publication.

In: the Markdown of a build, its frame, the pages chosen. Out: a PDF by MkDocs with the plugin
mkdocs-with-pdf and WeasyPrint, which the extra `[site-pdf]` brings; nothing here is imported
before it is asked for. The plugin joins the pages and their links; what it leaves out (language,
tags, contents, drawings without the style sheet of a page, a closed door to other files) is done
on its document before that is set, and what it set is proved against the pages of the site.
"""
