#include "data/csv_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/source.h"

static const char utf8[] = "utf-8";

/* How files begin that people save or download under a name that ends in .csv. */
static const struct {
	const char *begin;
	size_t length;
	const char *what, *hint;
} signatures[] = {
#define SIGNATURE(begin, what, hint)                                                               \
	{                                                                                          \
		begin, sizeof(begin) - 1, what, hint                                               \
	}
	SIGNATURE("PK\003\004", "it is a workbook (Excel or OpenDocument) or a zip archive", NULL),
	SIGNATURE("PK\005\006", "it is an empty zip archive", NULL),
	SIGNATURE("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a workbook of an older Excel", NULL),
	SIGNATURE("%PDF-", "it is a PDF document", NULL),
	SIGNATURE("{\\rtf", "it is a word processor document (RTF)", NULL),
	SIGNATURE("SQLite format 3", "it is an SQLite database", NULL),
	SIGNATURE("PAR1", "it is a Parquet file", NULL),
	SIGNATURE("\x1f\x8b", "it is compressed twice with gzip", "unpack it once"),
	SIGNATURE("\xfd"
		  "7zXZ",
		  "it is compressed with xz", "unpack it first"),
	SIGNATURE("\x28\xb5\x2f\xfd", "it is compressed with zstd", "unpack it first"),
	SIGNATURE("7z\xbc\xaf", "it is a 7-Zip archive", "unpack it first"),
	SIGNATURE("\xff\xfe", "it is text in UTF-16", "save it as CSV (UTF-8)"),
	SIGNATURE("\xfe\xff", "it is text in UTF-16", "save it as CSV (UTF-8)"),
	SIGNATURE("<!DOCTYPE", "it is a web page", "look at it in a browser: is it a login page?"),
	SIGNATURE("<!doctype", "it is a web page", "look at it in a browser: is it a login page?"),
	SIGNATURE("<html", "it is a web page", "look at it in a browser: is it a login page?"),
	SIGNATURE("<?xml", "it is an XML file", NULL),
#undef SIGNATURE
};

size_t csv_text_start(const struct source *text)
{
	return text->length >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static bool refuse_signature(const struct source *source, struct diag_list *diags)
{
	size_t start = csv_text_start(source);

	/* Web pages often begin with an empty line. */
	while (start < source->length && strchr(" \t\r\n", source->bytes[start]) != NULL &&
	       source->bytes[start] != '\0')
		start++;
	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
		if (source->length - start < signatures[i].length ||
		    memcmp(source->bytes + start, signatures[i].begin, signatures[i].length) != 0)
			continue;
		diag_add(diags, DIAG_CSV_NOT_TEXT, (struct location){ .file = source->name },
			 signatures[i].what, signatures[i].hint);
		return true;
	}
	return false;
}

/* The place of an offset up to which the bytes fit the encoding, columns in characters. */
static struct location place(struct arena *arena, const struct source *source, const char *encoding,
			     size_t offset)
{
	size_t length = 0, bad;
	const char *before =
		encoding_to_utf8(arena, encoding, source->bytes, offset, &length, &bad);

	if (before == NULL)
		return (struct location){ .file = source->name };
	return source_location(source_of_text(arena, source->name, before, length), length);
}

static bool refuse_zero_bytes(struct arena *arena, const struct source *source,
			      const char *encoding, struct diag_list *diags)
{
	const char *zero = source->length == 0 ? NULL : memchr(source->bytes, 0, source->length);

	if (zero == NULL)
		return false;
	diag_add(diags, DIAG_CSV_NOT_TEXT,
		 place(arena, source, encoding, (size_t)(zero - source->bytes)),
		 "it holds a zero byte", NULL);
	return true;
}

/*
 * Encodings of one byte a character cannot be told apart for certain; but when no character of
 * UTF-8 is there at all, the file is of the one kind that Windows writes, or, when its rows end as
 * on the old Macintosh, of the one written there.
 */
static const char *likely_encoding(const struct source *source, size_t bad)
{
	enum { SAMPLE = 64 * 1024 };
	size_t length = source->length - bad < SAMPLE ? source->length : bad + SAMPLE;

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)source->bytes[i];
		size_t next, rest = length - i;

		if (byte < 0x80)
			continue;
		if (i < bad || encoding_is_utf8(source->bytes + i, rest < 4 ? rest : 4, &next) ||
		    next > 0)
			return NULL;
		/* The five that Windows-1252 leaves without a meaning. */
		if (strchr("\x81\x8d\x8f\x90\x9d", byte) != NULL)
			return NULL;
	}
	return memchr(source->bytes, '\n', length) == NULL &&
			       memchr(source->bytes, '\r', length) != NULL
		       ? "macintosh"
		       : "windows-1252";
}

static void refuse_byte(struct arena *arena, const struct source *source, const char *encoding,
			size_t bad, struct diag_list *diags)
{
	const char *likely = strcmp(encoding, utf8) == 0 ? likely_encoding(source, bad) : NULL;
	const char *hint = NULL;

	if (likely != NULL)
		hint = arena_printf(arena,
				    "the bytes look like %s: set encoding=\"%s\" on the source, "
				    "or save the file as UTF-8",
				    likely, likely);
	diag_add(diags, DIAG_CSV_ENCODING, place(arena, source, encoding, bad),
		 arena_printf(arena, "byte 0x%02X is not %s", (unsigned char)source->bytes[bad],
			      encoding),
		 hint);
}

struct source *csv_text(struct arena *arena, struct source *source, const char *encoding,
			struct diag_list *diags)
{
	size_t length = 0, bad = 0;
	const char *text;

	if (encoding == NULL || csv_text_start(source) > 0)
		encoding = utf8;
	if (refuse_signature(source, diags))
		return NULL;
	if (strcmp(encoding, utf8) == 0) {
		if (encoding_is_utf8(source->bytes, source->length, &bad))
			return source;
		if (!refuse_zero_bytes(arena, source, encoding, diags))
			refuse_byte(arena, source, encoding, bad, diags);
		return NULL;
	}
	if (refuse_zero_bytes(arena, source, encoding, diags))
		return NULL;
	text = encoding_to_utf8(arena, encoding, source->bytes, source->length, &length, &bad);
	if (text == NULL) {
		refuse_byte(arena, source, encoding, bad, diags);
		return NULL;
	}
	return source_of_text(arena, source->name, text, length);
}
