/*
 * records - the counting of records on any bytes, held against the CSV reader.
 *
 * The first byte chooses how the file is read, the second the size of pieces, the rest is the file. Both must find the
 * same rows with the same first cells, or both a fault; what one alone refuses is what records ask for beyond CSV: rows
 * as long as the header, and no second header. Each kind of vectors, one, two and seven threads, and the file packed by
 * gzip must give the same answer or message; and damage to a packed file must be told, as nothing else.
 */
#include <fcntl.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/source.h"
#include "base/string_index.h"
#include "data/csv.h"
#include "records/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

/* Rows by the text of their first cell, in the order in which texts come. */
struct plain {
	struct string_index *index;
	const char **texts;
	uint64_t *rows;
	size_t count, capacity, capacity_of_rows;
};

static const char *cut(struct arena *arena, const struct csv_cell *cell)
{
	const char *text = cell->text, *end = text + cell->length;

	while (text < end && strchr(" \t\r\n", *text) != NULL)
		text++;
	while (text < end && strchr(" \t\r\n", end[-1]) != NULL)
		end--;
	return arena_strndup(arena, text, (size_t)(end - text));
}

static void add(struct arena *arena, struct plain *plain, const char *text)
{
	int found = string_index_find(plain->index, text);

	if (found == STRING_INDEX_NONE) {
		plain->texts = arena_grow(arena, plain->texts, plain->count, &plain->capacity,
					  sizeof(*plain->texts));
		plain->rows = arena_grow(arena, plain->rows, plain->count, &plain->capacity_of_rows,
					 sizeof(*plain->rows));
		found = (int)plain->count++;
		plain->texts[found] = text;
		plain->rows[found] = 0;
		string_index_add(plain->index, text, found);
	}
	plain->rows[found]++;
}

/* False when there is a fault, also one of those that only records know. */
static bool read_plain(struct arena *arena, const struct csv_options *options, const char *text,
		       size_t length, struct plain *plain)
{
	struct diag_list *diags = diag_list_new(arena);
	struct csv_reader *reader =
		csv_open(arena, source_of_text(arena, "fuzz.csv", text, length), options, diags);
	const struct csv_record *record;

	plain->index = string_index_new(arena);
	if (reader == NULL)
		return false;
	while ((record = csv_next(reader)) != NULL) {
		size_t same = 0;

		for (size_t i = 0; i < record->count; i++) {
			const char *cell = cut(arena, &record->cells[i]);

			if (i >= csv_columns(reader) && cell[0] != '\0')
				return false;
			same += i < csv_columns(reader) && cell[0] != '\0' &&
				strcmp(cell, csv_column_name(reader, i)) == 0;
		}
		if (record->count < csv_columns(reader) ||
		    (!options->headerless && same >= 2 && same * 2 > csv_columns(reader)))
			return false;
		add(arena, plain, cut(arena, &record->cells[0]));
	}
	return !csv_failed(reader);
}

static bool count(struct arena *arena, const struct csv_options *options, const char *path,
		  struct records_options *how, const char *column, struct count_result *result,
		  struct diag_list *diags)
{
	static const int by[] = { 0 };
	static const struct count_grouping grouping = { .values = by, .value_count = 1 };
	struct count_value value = {
		.kind = VALUE_COLUMN, .name = column, .from = VALUE_NONE, .until = VALUE_NONE
	};
	struct count_query query = { .values = &value,
				     .value_count = 1,
				     .taken = CONDITION_NONE,
				     .groupings = &grouping,
				     .grouping_count = 1 };
	struct count_place place = { .path = path,
				     .shown_path = "fuzz.csv",
				     .encoding = options->encoding,
				     .delimiter = options->delimiter,
				     .headerless = options->headerless,
				     .preamble = options->preamble };
	bool counted = records_count(how, arena, &query, &place, result, diags);

	check(counted == (diag_errors(diags) == 0));
	return counted;
}

static void compare(const struct plain *plain, const struct count_result *result)
{
	const struct count_cells *cells = &result->groupings[0];

	check(cells->count == plain->count);
	for (size_t i = 0; i < cells->count; i++) {
		const char *text = cells->items[i].texts[0] == NULL ? "" : cells->items[i].texts[0];
		int found = string_index_find(plain->index, text);

		check(found != STRING_INDEX_NONE && plain->rows[found] == cells->items[i].rows);
	}
}

/* The name of the first column, if it can be asked for. */
static const char *first_column(struct arena *arena, const struct csv_options *options,
				const char *text, size_t length)
{
	struct diag_list *diags = diag_list_new(arena);
	struct csv_reader *reader =
		csv_open(arena, source_of_text(arena, "fuzz.csv", text, length), options, diags);

	if (reader == NULL)
		return "";
	return csv_find_column(reader, csv_column_name(reader, 0)) == 0 ? csv_column_name(reader, 0)
									: "";
}

/* The cells with their rows and first lines, or the messages. */
static const char *answer(struct arena *arena, const struct csv_options *options,
			  struct records_options *how, const char *column, const char *bytes,
			  size_t length)
{
	int file = memfd_create("fuzz.csv", 0);
	const char *path = arena_printf(arena, "/proc/self/fd/%d", file);
	struct diag_list *diags = diag_list_new(arena);
	struct count_result result;
	struct buffer out;

	check(write(file, bytes, length) == (ssize_t)length);
	buffer_init(&out);
	if (!count(arena, options, path, how, column, &result, diags))
		diag_write(diags, &out, false);
	else
		for (size_t i = 0; i < result.groupings[0].count; i++) {
			const struct count_cell *cell = &result.groupings[0].items[i];

			buffer_printf(&out, "%s=%llu@%llu\n",
				      cell->texts[0] == NULL ? "" : cell->texts[0],
				      (unsigned long long)cell->rows,
				      (unsigned long long)cell->line);
		}
	close(file);
	return buffer_finish(&out, arena);
}

static char *packed(struct arena *arena, const char *text, size_t length, size_t *size)
{
	/* 16 asks for the form of gzip. */
	enum { WINDOW = 15 + 16, MEMORY = 8 };
	z_stream stream = { .next_in = (Bytef *)(uintptr_t)text, .avail_in = (unsigned)length };
	size_t most = compressBound(length) + 64;
	char *bytes = arena_alloc(arena, most);

	deflateInit2(&stream, 1, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY);
	stream.next_out = (Bytef *)bytes;
	stream.avail_out = (unsigned)most;
	check(deflate(&stream, Z_FINISH) == Z_STREAM_END);
	*size = stream.total_out;
	deflateEnd(&stream);
	return bytes;
}

/* However the file is read, the answer is that of `how`. */
static void read_otherwise(const struct csv_options *options, struct records_options *how,
			   const char *column, const char *text, size_t length)
{
	static const unsigned threads[] = { 1, 2, 7 };
	struct records_options other = { .threads = threads[length / 3 % 3],
					 .piece = how->piece * 3,
					 .vectors = length % RECORDS_VECTORS };
	struct arena *arena = arena_new();
	const char *first = answer(arena, options, how, column, text, length), *said;
	size_t size;
	char *bytes = packed(arena, text, length, &size);

	check(strcmp(answer(arena, options, &other, column, text, length), first) == 0);
	check(strcmp(answer(arena, options, how, column, bytes, size), first) == 0);
	bytes[2 + length % (size - 2)] ^= (char)(1 << length % 8);
	said = answer(arena, options, how, column, bytes, size);
	check(strcmp(said, first) == 0 || strstr(said, "[DAT200]") != NULL);
	arena_free(arena);
}

static void read_both(const struct csv_options *options, struct records_options *how,
		      const char *text, size_t length)
{
	struct arena *arena = arena_new();
	int file = memfd_create("fuzz.csv", 0);
	char *path = arena_printf(arena, "/proc/self/fd/%d", file);
	const char *column = first_column(arena, options, text, length);
	struct diag_list *diags = diag_list_new(arena);
	struct plain plain = { 0 };
	struct count_result result;

	check(write(file, text, length) == (ssize_t)length);
	if (column[0] != '\0') {
		bool readable = read_plain(arena, options, text, length, &plain);

		check(count(arena, options, path, how, column, &result, diags) == readable);
		if (readable)
			compare(&plain, &result);
	} else {
		column = "x";
	}
	close(file);
	read_otherwise(options, how, column, text, length);
	arena_free(arena);
}

static void read_packed(const struct csv_options *options, struct records_options *how,
			const char *bytes, size_t length)
{
	struct records_options other = { .threads = 1, .vectors = RECORDS_VECTORS_NONE };
	struct arena *arena = arena_new();

	check(strcmp(answer(arena, options, how, "sex", bytes, length),
		     answer(arena, options, &other, "sex", bytes, length)) == 0);
	arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct csv_options options;
	struct records_options how;
	const char *text = (const char *)bytes + 2;

	if (size < 2)
		return 0;
	options = (struct csv_options){
		.delimiter = ",;\t|"[bytes[0] & 3],
		.encoding = encoding_names()[bytes[0] >> 2 & 3],
		.preamble = bytes[0] >> 4 & 3,
		.headerless = (bytes[0] & 64) != 0,
	};
	how = (struct records_options){ .threads = 1 + (bytes[1] & 1),
					.piece = 1 + bytes[1] / 2,
					.vectors = (bytes[0] & 128) != 0 ? RECORDS_VECTORS_NONE
									 : RECORDS_VECTORS_ANY };
	/* The reader of other files does not unpack. */
	if (size >= 6 &&
	    (memcmp(text, "\x1f\x8b", 2) == 0 || memcmp(text, "\x28\xb5\x2f\xfd", 4) == 0))
		read_packed(&options, &how, text, size - 2);
	else
		read_both(&options, &how, text, size - 2);
	return 0;
}
