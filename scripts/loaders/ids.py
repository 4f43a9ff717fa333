"""Ids derived from content, the same way as the SQL macro `content_id`."""

from hashlib import md5


def content_id(*parts: str | int | None) -> str:
    """A hash over length-prefixed parts, so that ('a-b', 'c') and ('a', 'b-c') differ; None is a part of its own."""
    joined = "".join("-" if part is None else f"{len(str(part))}:{part}" for part in parts)
    return md5(joined.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
