#include "pdf/inline_image.h"

#include <stddef.h>
#include <string.h>

#include "pdf/lexeme.h"

/* What the dictionary says; 0 and false: nothing. */
struct image {
	long width, height, bits, components, length;
	bool filtered, mask;
};

static bool is_either(struct pdf_slice name, const char *brief, const char *full)
{
	return pdf_is_name(name, brief) || pdf_is_name(name, full);
}

static long components_of(struct pdf_slice space)
{
	if (is_either(space, "G", "DeviceGray"))
		return 1;
	if (is_either(space, "RGB", "DeviceRGB"))
		return 3;
	return is_either(space, "CMYK", "DeviceCMYK") ? 4 : 0;
}

static void read_entry(struct image *image, struct pdf_slice key, struct pdf_slice value)
{
	enum { SIDE_MOST = 1 << 20, BITS_MOST = 16, LENGTH_MOST = 1 << 30 };

	if (is_either(key, "W", "Width"))
		pdf_integer(value, 1, SIDE_MOST, &image->width);
	else if (is_either(key, "H", "Height"))
		pdf_integer(value, 1, SIDE_MOST, &image->height);
	else if (is_either(key, "BPC", "BitsPerComponent"))
		pdf_integer(value, 1, BITS_MOST, &image->bits);
	else if (is_either(key, "L", "Length"))
		pdf_integer(value, 0, LENGTH_MOST, &image->length);
	else if (is_either(key, "CS", "ColorSpace"))
		image->components = components_of(value);
	else if (is_either(key, "IM", "ImageMask"))
		image->mask = pdf_is_keyword(value, "true");
	else if (is_either(key, "F", "Filter"))
		image->filtered = true;
}

/* Takes the dictionary, ID and the white-space behind it. */
static bool take_head(struct pdf_slice *rest, struct image *image)
{
	struct pdf_slice key, value;
	enum pdf_kind kind;

	while ((kind = pdf_take(rest, &key)) == PDF_NAME) {
		if (pdf_take(rest, &value) == PDF_NONE)
			return false;
		read_entry(image, key, value);
	}
	if (kind != PDF_KEYWORD || !pdf_is_keyword(key, "ID") || rest->length == 0 ||
	    !pdf_is_space(rest->bytes[0]))
		return false;
	*rest = (struct pdf_slice){ rest->bytes + 1, rest->length - 1 };
	return true;
}

/* -1 when it is not told. */
static long data_length(const struct image *image)
{
	long bits = image->mask ? 1 : image->bits, components = image->mask ? 1 : image->components;

	if (image->length > 0)
		return image->length;
	if (image->filtered || image->width == 0 || image->height == 0 || bits == 0 ||
	    components == 0)
		return -1;
	return (image->width * bits * components + 7) / 8 * image->height;
}

static bool is_text(const char *at, const char *end)
{
	enum { TEXT_LENGTH = 16 };

	for (int i = 0; i < TEXT_LENGTH && at < end; i++, at++)
		if (!pdf_is_space(*at) && (*at < ' ' || *at > '~'))
			return false;
	return true;
}

/* Moves behind the EI that ends data of unknown length. */
static bool find_end(struct pdf_slice *rest)
{
	const char *end = rest->bytes + rest->length;

	for (const char *at = rest->bytes; end - at >= 2; at++) {
		at = memchr(at, 'E', (size_t)(end - at) - 1);
		if (at == NULL)
			return false;
		if (at[1] != 'I' || at == rest->bytes || !pdf_is_space(at[-1]) ||
		    (end - at > 2 && !pdf_is_space(at[2])) || !is_text(at + 2, end))
			continue;
		*rest = (struct pdf_slice){ at + 2, (size_t)(end - at) - 2 };
		return true;
	}
	return false;
}

bool pdf_take_inline_image(struct pdf_slice *rest)
{
	struct image image = { 0 };
	struct pdf_slice keyword;
	long length;

	if (!take_head(rest, &image))
		return false;
	length = data_length(&image);
	if (length < 0)
		return find_end(rest);
	if ((size_t)length > rest->length)
		return false;
	*rest = (struct pdf_slice){ rest->bytes + length, rest->length - (size_t)length };
	return pdf_lex(rest, &keyword) == LEXEME_KEYWORD && pdf_is_keyword(keyword, "EI");
}
