#include "odbc/wide.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"

uint16_t *wide_of(struct arena *arena, const char *text, size_t *length)
{
	uint16_t *units = arena_array(arena, strlen(text) + 1, sizeof(*units));
	size_t count = 0, bytes;

	for (const char *at = text; *at != '\0'; at += bytes) {
		uint32_t character = encoding_character(at, &bytes);

		if (character < 0x10000) {
			units[count++] = (uint16_t)character;
			continue;
		}
		units[count++] = (uint16_t)(0xD800 + ((character - 0x10000) >> 10));
		units[count++] = (uint16_t)(0xDC00 + ((character - 0x10000) & 0x3FF));
	}
	*length = count;
	return units;
}

static void add_character(struct buffer *out, uint32_t character)
{
	if (character < 0x80) {
		buffer_add_char(out, (char)character);
	} else if (character < 0x800) {
		buffer_add_char(out, (char)(0xC0 | (character >> 6)));
		buffer_add_char(out, (char)(0x80 | (character & 0x3F)));
	} else {
		if (character < 0x10000) {
			buffer_add_char(out, (char)(0xE0 | (character >> 12)));
		} else {
			buffer_add_char(out, (char)(0xF0 | (character >> 18)));
			buffer_add_char(out, (char)(0x80 | ((character >> 12) & 0x3F)));
		}
		buffer_add_char(out, (char)(0x80 | ((character >> 6) & 0x3F)));
		buffer_add_char(out, (char)(0x80 | (character & 0x3F)));
	}
}

void wide_add_to(struct buffer *out, const uint16_t *units, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		uint32_t character = units[i];

		if (character >= 0xD800 && character < 0xDC00 && i + 1 < length &&
		    units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000) {
			character = 0x10000 + ((character - 0xD800) << 10) +
				    (uint32_t)(units[++i] - 0xDC00);
		} else if (character >= 0xD800 && character < 0xE000) {
			character = 0xFFFD;
		}
		add_character(out, character);
	}
}
