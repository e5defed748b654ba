#include "pdf/words.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"

static bool is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
			return false;
	return true;
}

static void add_plain(struct buffer *out, const char *text)
{
	buffer_add_char(out, '(');
	for (; *text != '\0'; text++) {
		if (strchr("()\\", *text) != NULL)
			buffer_add_char(out, '\\');
		buffer_add_char(out, *text);
	}
	buffer_add_char(out, ')');
}

static void add_utf16(struct buffer *out, const char *text)
{
	const uint32_t beyond = 0x10000;
	size_t length;

	buffer_add_text(out, "<FEFF");
	for (; *text != '\0'; text += length) {
		uint32_t character = encoding_character(text, &length);

		if (character < beyond)
			buffer_printf(out, "%04X", (unsigned)character);
		else
			buffer_printf(out, "%04X%04X",
				      (unsigned)(0xD800 + ((character - beyond) >> 10)),
				      (unsigned)(0xDC00 + ((character - beyond) & 0x3FF)));
	}
	buffer_add_char(out, '>');
}

void pdf_add_text(struct buffer *out, const char *text)
{
	if (is_plain(text))
		add_plain(out, text);
	else
		add_utf16(out, text);
}

void pdf_add_text_entry(struct buffer *out, const char *key, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	buffer_printf(out, "/%s ", key);
	pdf_add_text(out, text);
	buffer_add_char(out, ' ');
}

void pdf_add_name_entry(struct buffer *out, const char *key, const char *name)
{
	buffer_printf(out, "/%s /", key);
	for (; *name != '\0'; name++)
		if (isalnum((unsigned char)*name) || strchr("-_.", *name) != NULL)
			buffer_add_char(out, *name);
		else
			buffer_printf(out, "#%02X", (unsigned char)*name);
	buffer_add_char(out, ' ');
}

void pdf_add_address(struct buffer *out, const char *address)
{
	static const char unsafe[] = "()\\<>\"{}|^`'";

	buffer_add_char(out, '(');
	for (; *address != '\0'; address++) {
		unsigned char byte = (unsigned char)*address;

		if (byte <= ' ' || byte > '~' || strchr(unsafe, byte) != NULL)
			buffer_printf(out, "%%%02X", byte);
		else
			buffer_add_char(out, (char)byte);
	}
	buffer_add_char(out, ')');
}

void pdf_add_box(struct buffer *out, struct box box, double page_height)
{
	buffer_printf(out, "[%.2f %.2f %.2f %.2f]", box.x, page_height - box.y - box.height,
		      box.x + box.width, page_height - box.y);
}

/* A report without a date has always the same one: the time of the run would make every file another. */
static struct tm made_at(const struct document_properties *properties)
{
	const struct date day = properties->published.year > 0 ? properties->published
							       : (struct date){ 2000, 1, 1 };
	struct tm made = { .tm_year = day.year - 1900,
			   .tm_mon = day.month - 1,
			   .tm_mday = day.day };
	time_t epoch = (time_t)properties->made.epoch;

	if (properties->made.known)
		gmtime_r(&epoch, &made);
	return made;
}

const char *pdf_date_iso(struct arena *arena, const struct document_properties *properties)
{
	const struct tm made = made_at(properties);

	return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", made.tm_year + 1900,
			    made.tm_mon + 1, made.tm_mday, made.tm_hour, made.tm_min, made.tm_sec);
}

const char *pdf_date(struct arena *arena, const struct document_properties *properties)
{
	const struct tm made = made_at(properties);

	return arena_printf(arena, "D:%04d%02d%02d%02d%02d%02dZ", made.tm_year + 1900,
			    made.tm_mon + 1, made.tm_mday, made.tm_hour, made.tm_min, made.tm_sec);
}
