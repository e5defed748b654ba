#include "pdf/cross_reference.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/filter.h"
#include "pdf/indirect.h"
#include "pdf/lexeme.h"

enum {
	SECTIONS_MOST = 1024,
	FIELDS = 3,
	FIELD_MOST = 8,
};

struct reading {
	struct arena *arena;
	struct pdf_slice file;
	struct pdf_places *places;
	const char *fault;
	size_t sections[SECTIONS_MOST]; /* where those stand that were read */
	size_t section_count;
};

/* A section that stands in a stream. */
struct table {
	struct pdf_slice dictionary, rows;
	size_t widths[FIELDS], width;
};

static bool fail(struct reading *reading, const char *fault)
{
	reading->fault = fault;
	return false;
}

/* An object takes a byte at least, however it is packed: a small file cannot ask for much memory. */
static size_t objects_most(const struct reading *reading)
{
	size_t most = PDF_OBJECT_NUMBER_MOST;

	return reading->file.length < most ? reading->file.length : most;
}

/* The newest section tells how many objects there are; others beyond are to be passed over (7.5.4). */
static bool begin_places(struct reading *reading, struct pdf_slice trailer)
{
	struct pdf_places *places = reading->places;
	long size;

	if (places->items != NULL)
		return true;
	if (!pdf_integer(pdf_value_of(trailer, "Size"), 1, (long)objects_most(reading), &size))
		return fail(reading, "the trailer tells no sound number of objects");
	places->count = (size_t)size;
	places->items = arena_array(reading->arena, places->count, sizeof(*places->items));
	places->trailer = trailer;
	return true;
}

/* What a newer section says holds. */
static void set_place(struct reading *reading, size_t number, struct pdf_place place)
{
	struct pdf_places *places = reading->places;

	if (number < places->count && places->items[number].kind == PLACE_UNKNOWN)
		places->items[number] = place;
}

static bool take_whole(struct pdf_slice *rest, long most, long *number)
{
	struct pdf_slice lexeme;

	return pdf_lex(rest, &lexeme) == LEXEME_NUMBER && pdf_integer(lexeme, 0, most, number);
}

/* "0000000017 00000 n" */
static bool take_entry(struct pdf_slice *rest, struct pdf_place *place)
{
	struct pdf_slice keyword;
	long offset, generation;

	if (!take_whole(rest, INT64_MAX, &offset) ||
	    !take_whole(rest, PDF_GENERATION_MOST, &generation) ||
	    pdf_lex(rest, &keyword) != LEXEME_KEYWORD)
		return false;
	*place = (struct pdf_place){
		.kind = pdf_is_keyword(keyword, "n") ? PLACE_DIRECT : PLACE_FREE,
		.generation = (int)generation,
		.at = (size_t)offset,
	};
	return place->kind == PLACE_DIRECT || pdf_is_keyword(keyword, "f");
}

/* Takes all subsections and the keyword behind them. */
static bool take_subsections(struct reading *reading, struct pdf_slice *rest, bool store)
{
	struct pdf_slice ahead = *rest, keyword;
	long first, count;

	while (pdf_lex(&ahead, &keyword) == LEXEME_NUMBER) {
		if (!take_whole(rest, PDF_OBJECT_NUMBER_MOST, &first) ||
		    !take_whole(rest, PDF_OBJECT_NUMBER_MOST, &count))
			return fail(reading, "the table of objects is damaged");
		for (long i = 0; i < count; i++) {
			struct pdf_place place;

			if (!take_entry(rest, &place))
				return fail(reading, "the table of objects is damaged");
			if (store)
				set_place(reading, (size_t)(first + i), place);
		}
		ahead = *rest;
	}
	*rest = ahead;
	return pdf_is_keyword(keyword, "trailer") ||
	       fail(reading, "the table of objects has no trailer");
}

static bool read_widths(struct table *table)
{
	struct pdf_slice rest = pdf_inside(pdf_value_of(table->dictionary, "W")), value;

	for (size_t i = 0; i < FIELDS; i++) {
		long width;

		if (pdf_take(&rest, &value) != PDF_NUMBER ||
		    !pdf_integer(value, 0, FIELD_MOST, &width))
			return false;
		table->widths[i] = (size_t)width;
		table->width += (size_t)width;
	}
	return table->width > 0;
}

static size_t take_field(struct pdf_slice *row, size_t width, size_t otherwise)
{
	size_t number = 0;

	for (size_t i = 0; i < width; i++)
		number = number << 8 | (unsigned char)row->bytes[i];
	row->bytes += width;
	row->length -= width;
	return width == 0 ? otherwise : number;
}

static struct pdf_place take_row(struct table *table)
{
	size_t kind = take_field(&table->rows, table->widths[0], 1);
	size_t second = take_field(&table->rows, table->widths[1], 0);
	size_t third = take_field(&table->rows, table->widths[2], 0);

	switch (kind) {
	case 1:
		return (struct pdf_place){
			.kind = third > PDF_GENERATION_MOST ? PLACE_FREE : PLACE_DIRECT,
			.generation = (int)(third & PDF_GENERATION_MOST),
			.at = second,
		};
	case 2:
		return (struct pdf_place){ .kind = PLACE_PACKED, .at = second, .index = third };
	default: /* free, or a kind of the future, which stands for null */
		return (struct pdf_place){ .kind = PLACE_FREE };
	}
}

static bool store_rows(struct reading *reading, struct table *table)
{
	struct pdf_slice index = pdf_inside(pdf_value_of(table->dictionary, "Index")), value;
	long first = 0, count = PDF_OBJECT_NUMBER_MOST;
	bool whole = index.length == 0;

	/* Without an index the rows are those of all objects, from 0. */
	while (whole || pdf_take(&index, &value) != PDF_NONE) {
		if (!whole && (!pdf_integer(value, 0, PDF_OBJECT_NUMBER_MOST, &first) ||
			       pdf_take(&index, &value) == PDF_NONE ||
			       !pdf_integer(value, 0, PDF_OBJECT_NUMBER_MOST, &count)))
			return fail(reading, "the index of the cross-references is damaged");
		for (long i = 0; i < count && table->rows.length >= table->width; i++)
			set_place(reading, (size_t)(first + i), take_row(table));
		if (whole)
			break;
	}
	return true;
}

static bool read_stream(struct reading *reading, size_t offset, struct pdf_slice *trailer)
{
	struct pdf_indirect object;
	struct table table = { 0 };
	struct buffer rows;
	struct pdf_slice packed;
	bool stored = false;
	size_t most;
	long length;

	if (!pdf_indirect_at(reading->file, offset, &object) ||
	    !pdf_is_name(pdf_value_of(object.value, "Type"), "XRef"))
		return fail(reading, "no cross-references stand where the file says");
	*trailer = table.dictionary = object.value;
	/* 7.5.8.2: nothing in this dictionary is a reference. */
	if (!pdf_integer(pdf_value_of(object.value, "Length"), 0, INT64_MAX, &length) ||
	    !pdf_indirect_stream(&object, (size_t)length, &packed) || !read_widths(&table))
		return fail(reading, "the stream of cross-references is damaged");
	most = objects_most(reading) * (FIELDS * FIELD_MOST + 1);
	buffer_init(&rows);
	if (pdf_unfilter(NULL, object.value, packed, most, &rows, &reading->fault)) {
		table.rows = (struct pdf_slice){ buffer_text(&rows), rows.length };
		reading->fault = NULL;
		stored = begin_places(reading, *trailer) && store_rows(reading, &table);
	}
	buffer_clear(&rows);
	return stored;
}

/* Each section is read once: Prev may lead in a ring. */
static bool first_time(struct reading *reading, size_t offset)
{
	for (size_t i = 0; i < reading->section_count; i++)
		if (reading->sections[i] == offset)
			return fail(reading, "the cross-references lead in a ring");
	if (reading->section_count == SECTIONS_MOST)
		return fail(reading, "there are too many sections of cross-references");
	reading->sections[reading->section_count++] = offset;
	return true;
}

static bool offset_of(struct pdf_slice trailer, const char *key, size_t *offset)
{
	long found;

	if (!pdf_integer(pdf_value_of(trailer, key), 0, INT64_MAX, &found))
		return false;
	*offset = (size_t)found;
	return true;
}

/*
 * A table, behind its keyword. What the trailer says is needed first: how many objects there are, and where the
 * stream is that speaks of those which old readers must not see, and goes before the table (7.5.8.4).
 */
static bool read_table(struct reading *reading, struct pdf_slice rest, struct pdf_slice *trailer)
{
	struct pdf_slice entries = rest, hidden;
	size_t offset;

	if (!take_subsections(reading, &rest, false))
		return false;
	if (pdf_take(&rest, trailer) != PDF_DICTIONARY)
		return fail(reading, "the trailer is damaged");
	if (!begin_places(reading, *trailer))
		return false;
	if (offset_of(*trailer, "XRefStm", &offset) &&
	    (!first_time(reading, offset) || !read_stream(reading, offset, &hidden)))
		return false;
	return take_subsections(reading, &entries, true);
}

static bool read_section(struct reading *reading, size_t offset, struct pdf_slice *trailer)
{
	struct pdf_slice rest, keyword;

	if (offset >= reading->file.length)
		return fail(reading, "no cross-references stand where the file says");
	rest = (struct pdf_slice){ reading->file.bytes + offset, reading->file.length - offset };
	if (pdf_lex(&rest, &keyword) == LEXEME_KEYWORD && pdf_is_keyword(keyword, "xref"))
		return read_table(reading, rest, trailer);
	return read_stream(reading, offset, trailer);
}

/* What stands behind the last "startxref", which is near the end. */
static bool find_newest(struct pdf_slice file, size_t *offset)
{
	enum { END_MOST = 2048 };
	static const char mark[] = "startxref";
	size_t length = strlen(mark), end = file.length;
	long found;

	while (end >= length && file.length - end < END_MOST) {
		struct pdf_slice rest = { file.bytes + end, file.length - end };

		if (memcmp(rest.bytes - length, mark, length) != 0) {
			end--;
			continue;
		}
		if (!take_whole(&rest, INT64_MAX, &found))
			return false;
		*offset = (size_t)found;
		return true;
	}
	return false;
}

bool pdf_places_read(struct arena *arena, struct pdf_slice file, struct pdf_places *places,
		     const char **fault)
{
	struct reading reading = { .arena = arena, .file = file, .places = places };
	struct pdf_slice trailer;
	size_t offset;
	bool sound = true;

	*places = (struct pdf_places){ 0 };
	if (!find_newest(file, &offset))
		sound = fail(&reading, "the file does not tell where its cross-references are");
	while (sound) {
		sound = first_time(&reading, offset) && read_section(&reading, offset, &trailer);
		if (sound && !offset_of(trailer, "Prev", &offset))
			break;
	}
	*fault = reading.fault;
	return sound;
}
