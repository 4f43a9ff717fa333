"""Bytes to text, without a guess that nobody asked for."""

import codecs

# The longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Undecodable(ValueError):
    """The bytes are not text in any encoding that they or the caller name."""


def marked_encoding(head: bytes) -> tuple[int, str]:
    """Length of the byte order mark that `head` begins with, and the encoding it stands for (UTF-8 without one)."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return len(mark), encoding
    return 0, "utf-8"


def decode(content: bytes, fallback: str | None = None) -> str:
    """Text of `content`: by its byte order mark, else as UTF-8, else in the encoding `fallback` that the caller names.

    Raises Undecodable, with the offset of the first byte that does not fit.
    """
    mark, encoding = marked_encoding(content)
    try:
        return content[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"not {encoding} at byte {mark + error.start}"
    if fallback is None:
        raise Undecodable(f"{problem}; name the encoding with --encoding if it is text")
    try:
        return content.decode(fallback)
    except UnicodeDecodeError as error:
        raise Undecodable(f"{problem}, not {fallback} at byte {error.start}") from error


def repair_surrogates(text: str) -> str:
    """`text` with halves of surrogate pairs joined, and U+FFFD for a half alone, which UTF-8 has no way to say."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
