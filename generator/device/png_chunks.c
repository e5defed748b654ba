#include "device/png_chunks.h"

#include <string.h>
#include <zlib.h>

static void add_number(struct buffer *out, uint32_t number)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buffer_add_char(out, (char)(number >> shift & 0xFF));
}

void png_add_chunk(struct buffer *out, const char *type, const struct buffer *data)
{
	uLong sum = crc32(crc32(0, NULL, 0), (const Bytef *)type, 4);

	if (data->length > 0)
		sum = crc32(sum, (const Bytef *)data->bytes, (uInt)data->length);
	add_number(out, (uint32_t)data->length);
	buffer_add(out, type, 4);
	buffer_add(out, buffer_text(data), data->length);
	add_number(out, (uint32_t)sum);
}

void png_add_text(struct buffer *out, const char *keyword, const char *language, const char *text)
{
	/* Not compressed, by no method. */
	static const char plain[] = { 0, 0 };
	struct buffer data;

	buffer_init(&data);
	buffer_add(&data, keyword, strlen(keyword) + 1);
	buffer_add(&data, plain, sizeof(plain));
	buffer_add(&data, language, strlen(language) + 1);
	/* No keyword in that language. */
	buffer_add_char(&data, '\0');
	buffer_add_text(&data, text);
	png_add_chunk(out, "iTXt", &data);
	buffer_clear(&data);
}

void png_add_size(struct buffer *out, uint32_t pixels_a_metre)
{
	static const char unit_is_metre = 1;
	struct buffer data;

	buffer_init(&data);
	add_number(&data, pixels_a_metre);
	add_number(&data, pixels_a_metre);
	buffer_add_char(&data, unit_is_metre);
	png_add_chunk(out, "pHYs", &data);
	buffer_clear(&data);
}

void png_add_colours(struct buffer *out)
{
	static const char relative_colorimetric = 1;
	struct buffer data;

	buffer_init(&data);
	buffer_add_char(&data, relative_colorimetric);
	png_add_chunk(out, "sRGB", &data);
	buffer_clear(&data);
}
