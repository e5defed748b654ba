#include "html/web_font.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"

/* What the font's own table OS/2 says of embedding, at its ninth byte: OpenType 1.9, "fsType". */
enum { TYPE_OFFSET = 8, TYPE_RESTRICTED = 0x0002, TYPE_WHOLE = 0x0100, TYPE_BITMAPS = 0x0200 };

static bool may_be_embedded(hb_face_t *face)
{
	hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	unsigned length;
	const char *bytes = hb_blob_get_data(table, &length);
	unsigned type = 0;

	if (length >= TYPE_OFFSET + 2)
		type = (unsigned)(unsigned char)bytes[TYPE_OFFSET] << 8 |
		       (unsigned char)bytes[TYPE_OFFSET + 1];
	hb_blob_destroy(table);
	return (type & (TYPE_RESTRICTED | TYPE_WHOLE | TYPE_BITMAPS)) == 0;
}

enum { CHARACTERS = 0x110000, FIRST_SEEN = 0x20 };

/* As UTF-8: RFC 3629, section 3. */
static void add_character(struct buffer *out, uint32_t character)
{
	if (character < 0x80) {
		buffer_add_char(out, (char)character);
		return;
	}
	if (character < 0x800) {
		buffer_add_char(out, (char)(0xc0 | character >> 6));
	} else {
		if (character < 0x10000) {
			buffer_add_char(out, (char)(0xe0 | character >> 12));
		} else {
			buffer_add_char(out, (char)(0xf0 | character >> 18));
			buffer_add_char(out, (char)(0x80 | (character >> 12 & 0x3f)));
		}
		buffer_add_char(out, (char)(0x80 | (character >> 6 & 0x3f)));
	}
	buffer_add_char(out, (char)(0x80 | (character & 0x3f)));
}

void web_font_characters(const char *text, size_t length, struct buffer *out)
{
	struct arena *scratch = arena_new();
	bool *seen = arena_array(scratch, CHARACTERS, sizeof(*seen));

	for (size_t i = 0; i < length;) {
		size_t bytes = 1;
		uint32_t character = (unsigned char)text[i];

		if (character >= 0x80)
			character = encoding_character(text + i, &bytes);
		if (character < CHARACTERS)
			seen[character] = true;
		i += bytes;
	}
	for (uint32_t i = FIRST_SEEN; i < CHARACTERS; i++)
		if (seen[i])
			add_character(out, i);
	arena_free(scratch);
}

/* Every character of the text, by letting HarfBuzz read its UTF-8. */
static void add_characters(hb_set_t *set, const char *text)
{
	hb_buffer_t *buffer = hb_buffer_create();
	unsigned count;
	const hb_glyph_info_t *infos;

	hb_buffer_add_utf8(buffer, text, -1, 0, -1);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	for (unsigned i = 0; i < count; i++)
		hb_set_add(set, infos[i].codepoint);
	hb_buffer_destroy(buffer);
}

static void keep_only(hb_set_t *set, const hb_tag_t *tags, size_t count)
{
	hb_set_clear(set);
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, tags[i]);
}

static hb_subset_input_t *input_of(const char *text)
{
	static const hb_tag_t features[] = {
		HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
		HB_TAG('m', 'k', 'm', 'k'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('t', 'n', 'u', 'm'),
	};
	static const hb_tag_t names[] = { HB_OT_NAME_ID_COPYRIGHT, HB_OT_NAME_ID_LICENSE,
					  HB_OT_NAME_ID_LICENSE_URL };
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (input == NULL)
		return NULL;
	add_characters(hb_subset_input_unicode_set(input), text);
	keep_only(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), features,
		  sizeof(features) / sizeof(features[0]));
	keep_only(hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID), names,
		  sizeof(names) / sizeof(names[0]));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static enum web_font_result make_part(hb_face_t *face, const char *text, struct buffer *out)
{
	hb_subset_input_t *input;
	hb_face_t *part;
	hb_blob_t *blob;
	const char *bytes;
	unsigned length;

	if (hb_face_get_glyph_count(face) == 0)
		return WEB_FONT_UNREADABLE;
	if (!may_be_embedded(face))
		return WEB_FONT_RESERVED;
	input = input_of(text);
	part = input == NULL ? NULL : hb_subset_or_fail(face, input);
	hb_subset_input_destroy(input);
	if (part == NULL)
		return WEB_FONT_UNREADABLE;
	blob = hb_face_reference_blob(part);
	bytes = hb_blob_get_data(blob, &length);
	buffer_add(out, bytes, length);
	hb_blob_destroy(blob);
	hb_face_destroy(part);
	return WEB_FONT_MADE;
}

enum web_font_result web_font_part(const char *file, const char *text, struct buffer *out)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
	enum web_font_result result;
	hb_face_t *face;

	if (blob == NULL)
		return WEB_FONT_UNREADABLE;
	face = hb_face_create(blob, 0);
	result = make_part(face, text, out);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return result;
}

const char *web_font_library_version(void)
{
	return hb_version_string();
}
