"""Ids derived from content, the same way as the dbt macro `content_id`."""


def content_id(*parts: str) -> str:
    """A SQL expression for a hash over length-prefixed parts, so that ('a-b', 'c') and ('a', 'b-c') differ.

    Each of `parts` is a SQL expression; null is a part of its own, distinct from ''.
    """
    texts = (f"cast({part} as varchar)" for part in parts)
    return "md5(" + " || ".join(f"coalesce(length({text}) || ':' || {text}, '-')" for text in texts) + ")"
