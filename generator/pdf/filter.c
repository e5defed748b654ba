#include "pdf/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/deflate.h"
#include "pdf/file.h"

/* The rows that a predictor made; of PNG's kinds, each row says its own. */
struct rows {
	size_t row, pixel; /* bytes */
};

enum { PREDICTOR_NONE = 1, PREDICTOR_PNG = 10, PREDICTOR_PNG_LAST = 15 };
enum { ROW_NONE, ROW_SUB, ROW_UP, ROW_AVERAGE, ROW_PAETH };

static bool read_number(const struct pdf_file *file, struct pdf_slice parameters, const char *key,
			long most, long *number)
{
	struct pdf_slice value = pdf_entry(file, parameters, key);

	return value.length == 0 || pdf_integer(value, 1, most, number);
}

/* False for predictors that are not known; predicted tells whether there is one. */
static bool read_rows(const struct pdf_file *file, struct pdf_slice parameters, struct rows *rows,
		      bool *predicted)
{
	enum { COLUMNS_MOST = 1 << 20, COLORS_MOST = 32, BITS_MOST = 16 };
	long predictor = PREDICTOR_NONE, columns = 1, colors = 1, bits = 8;

	if (!read_number(file, parameters, "Predictor", PREDICTOR_PNG_LAST, &predictor) ||
	    !read_number(file, parameters, "Columns", COLUMNS_MOST, &columns) ||
	    !read_number(file, parameters, "Colors", COLORS_MOST, &colors) ||
	    !read_number(file, parameters, "BitsPerComponent", BITS_MOST, &bits))
		return false;
	rows->row = (size_t)(columns * colors * bits + 7) / 8;
	rows->pixel = (size_t)(colors * bits + 7) / 8;
	*predicted = predictor != PREDICTOR_NONE;
	return predictor == PREDICTOR_NONE || predictor >= PREDICTOR_PNG;
}

/* Of left, above and above left the one that is nearest to left + above - above left (PNG, 9.4). */
static unsigned paeth(unsigned left, unsigned above, unsigned corner)
{
	int guess = (int)left + (int)above - (int)corner;
	int from_left = abs(guess - (int)left), from_above = abs(guess - (int)above);
	int from_corner = abs(guess - (int)corner);

	if (from_left <= from_above && from_left <= from_corner)
		return left;
	return from_above <= from_corner ? above : corner;
}

static unsigned predicted_byte(unsigned char kind, unsigned left, unsigned above, unsigned corner)
{
	switch (kind) {
	case ROW_SUB:
		return left;
	case ROW_UP:
		return above;
	case ROW_AVERAGE:
		return (left + above) / 2;
	case ROW_PAETH:
		return paeth(left, above, corner);
	default:
		return 0;
	}
}

/* Turns a row of differences into bytes; above is NULL for the first row. */
static void undo_row(const struct rows *rows, unsigned char kind, unsigned char *row,
		     const unsigned char *above)
{
	for (size_t i = 0; i < rows->row; i++) {
		bool inside = i >= rows->pixel;
		unsigned left = inside ? row[i - rows->pixel] : 0;
		unsigned over = above != NULL ? above[i] : 0;
		unsigned corner = inside && above != NULL ? above[i - rows->pixel] : 0;

		row[i] = (unsigned char)(row[i] + predicted_byte(kind, left, over, corner));
	}
}

/* Undoes the prediction in place: each row loses the byte before it that tells its kind. */
static bool undo_rows(const struct rows *rows, struct buffer *out, size_t start)
{
	unsigned char *bytes = (unsigned char *)out->bytes + start, *to = bytes, *above = NULL;
	size_t left = out->length - start;

	while (left > rows->row) {
		unsigned char kind = *bytes;

		if (kind > ROW_PAETH)
			return false;
		memmove(to, bytes + 1, rows->row);
		undo_row(rows, kind, to, above);
		above = to;
		to += rows->row;
		bytes += rows->row + 1;
		left -= rows->row + 1;
	}
	if (left != 0)
		return false;
	out->length = (size_t)((char *)to - out->bytes);
	out->bytes[out->length] = '\0';
	return true;
}

/* One filter, or an array of at most one: more than one Flate on top of another nobody writes. */
static struct pdf_slice only_one(const struct pdf_file *file, struct pdf_slice value, bool *more)
{
	struct pdf_slice rest, first = { "", 0 }, second;

	if (pdf_kind_of(value) != PDF_ARRAY)
		return value;
	rest = pdf_inside(value);
	pdf_take(&rest, &first);
	*more = pdf_take(&rest, &second) != PDF_NONE;
	return pdf_file_resolve(file, first);
}

bool pdf_unfilter(const struct pdf_file *file, struct pdf_slice dictionary, struct pdf_slice packed,
		  size_t most, struct buffer *out, const char **fault)
{
	bool more = false, predicted = false;
	struct pdf_slice filter = only_one(file, pdf_entry(file, dictionary, "Filter"), &more);
	struct pdf_slice parameters =
		only_one(file, pdf_entry(file, dictionary, "DecodeParms"), &more);
	size_t start = out->length;
	struct rows rows;

	*fault = "a stream has a filter other than Flate";
	if (more || (filter.length > 0 && !pdf_is_name(filter, "FlateDecode")))
		return false;
	if (filter.length == 0) {
		*fault = "the packed data are too large";
		if (packed.length <= most)
			buffer_add(out, packed.bytes, packed.length);
		return packed.length <= most;
	}
	*fault = "a stream has a predictor other than those of PNG";
	if (!read_rows(file, parameters, &rows, &predicted) ||
	    !deflate_unpack(packed.bytes, packed.length, most, out, fault))
		return false;
	if (!predicted || undo_rows(&rows, out, start))
		return true;
	*fault = "the rows of a stream are damaged";
	out->bytes[out->length = start] = '\0';
	return false;
}
