"""Other people's field names: which field of a record is its title, its text, its date."""

from collections.abc import Iterable, Mapping

# For each column of raw.articles, the names it goes by elsewhere, the surest first.
GUESSES: dict[str, tuple[str, ...]] = {
    "external_id": ("external_id", "id", "unit_id", "article_id", "uuid", "guid", "doc_id", "_id"),
    "title": ("title", "article_title", "headline", "heading"),
    "text": ("text", "article_content", "article_text", "content", "body", "article_body", "articlebody", "full_text",
             "fulltext", "maintext", "story", "article"),
    "publisher": ("publisher", "publisher_name", "publication", "outlet", "source_name", "source", "site_name", "site"),
    "source_url": ("source_url", "url", "link", "article_url", "canonical_url", "permalink", "uri"),
    "published_at": ("published_at", "published", "published_date", "date_published", "datepublished",
                     "publication_date", "publish_date", "date_publish", "pub_date", "pubdate", "date", "timestamp"),
    "language": ("language", "lang", "language_code"),
}  # fmt: skip


def normalized(name: str) -> str:
    """A field name in lower case with underscores, as the guesses are written."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def guess_columns(names: Iterable[str], mapping: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each column of raw.articles, the name among `names` that holds it.

    `mapping` (column of raw.articles to the source's own name) goes before every guess.
    """
    mapping = mapping or {}
    present = {normalized(name): name for name in reversed(list(names))}
    columns = {}
    for field, guesses in GUESSES.items():
        wanted = (mapping[field],) if field in mapping else guesses
        found = next((present[normalized(name)] for name in wanted if normalized(name) in present), None)
        if found is not None:
            columns[field] = found
    return columns
