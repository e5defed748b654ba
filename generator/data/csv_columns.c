#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "data/csv_reader.h"

static const char no_break_space[] = "\xc2\xa0";

/* Bytes of the blank that text[0 .. length) begins with; 0 when it begins with something else. */
static size_t blank_before(const char *text, size_t length)
{
	if (length >= 2 && memcmp(text, no_break_space, 2) == 0)
		return 2;
	return length >= 1 && memchr(" \t\r\n", text[0], 4) != NULL ? 1 : 0;
}

/* The same for the blank it ends with. */
static size_t blank_behind(const char *text, size_t length)
{
	if (length >= 2 && memcmp(text + length - 2, no_break_space, 2) == 0)
		return 2;
	return length >= 1 && memchr(" \t\r\n", text[length - 1], 4) != NULL ? 1 : 0;
}

struct csv_cell csv_trim(struct csv_cell cell)
{
	size_t blank;

	while ((blank = blank_before(cell.text, cell.length)) > 0) {
		cell.text += blank;
		cell.length -= blank;
		if (!cell.quoted)
			cell.offset += blank;
	}
	while ((blank = blank_behind(cell.text, cell.length)) > 0)
		cell.length -= blank;
	return cell;
}

void csv_name_columns(struct csv_reader *reader, bool headerless)
{
	size_t count = reader->record.count;

	reader->columns = count;
	reader->names = arena_array(reader->arena, count, sizeof(*reader->names));
	reader->name_offsets = arena_array(reader->arena, count, sizeof(*reader->name_offsets));
	for (size_t i = 0; i < count; i++) {
		struct csv_cell cell = csv_trim(reader->cells[i]);

		reader->names[i] = headerless
					   ? arena_printf(reader->arena, "%zu", i + 1)
					   : arena_strndup(reader->arena, cell.text, cell.length);
		reader->name_offsets[i] = cell.offset;
	}
}

size_t csv_columns(const struct csv_reader *reader)
{
	return reader->columns;
}

const char *csv_column_name(const struct csv_reader *reader, size_t column)
{
	return reader->names[column];
}

struct location csv_column_location(const struct csv_reader *reader, size_t column)
{
	return csv_location(reader, reader->name_offsets[column]);
}

/* In one case and with one space between words, for a header cell may be broken into lines. */
static const char *fold(struct arena *arena, const char *name)
{
	size_t length = strlen(name), blank;
	struct buffer plain;
	const char *folded;

	buffer_init(&plain);
	for (size_t i = 0; i < length; i += blank == 0 ? 1 : blank) {
		blank = blank_before(name + i, length - i);
		if (blank == 0)
			buffer_add_char(&plain, name[i]);
		else if (blank_behind(buffer_text(&plain), plain.length) == 0)
			buffer_add_char(&plain, ' ');
	}
	folded = encoding_fold_case(arena, buffer_text(&plain));
	buffer_clear(&plain);
	return folded;
}

/* The column of that name, and in *other the second one of it when there are more. */
static int find(const char *const *names, size_t count, const char *wanted, int *other)
{
	int found = CSV_COLUMN_MISSING;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], wanted) != 0)
			continue;
		if (found != CSV_COLUMN_MISSING) {
			*other = (int)i;
			break;
		}
		found = (int)i;
	}
	return found;
}

static const char *const *folded_names(struct csv_reader *reader)
{
	if (reader->folded_names == NULL) {
		reader->folded_names =
			arena_array(reader->arena, reader->columns, sizeof(*reader->folded_names));
		for (size_t i = 0; i < reader->columns; i++)
			reader->folded_names[i] = fold(reader->arena, reader->names[i]);
	}
	return reader->folded_names;
}

int csv_find_column(struct csv_reader *reader, const char *name)
{
	struct csv_cell cell = csv_trim((struct csv_cell){ .text = name, .length = strlen(name) });
	const char *wanted = arena_strndup(reader->arena, cell.text, cell.length);
	int other = CSV_COLUMN_MISSING;
	int column = find(reader->names, reader->columns, wanted, &other);

	if (wanted[0] == '\0')
		return CSV_COLUMN_MISSING;
	if (column == CSV_COLUMN_MISSING)
		column = find(folded_names(reader), reader->columns, fold(reader->arena, wanted),
			      &other);
	if (other == CSV_COLUMN_MISSING)
		return column;
	diag_addf(reader->diags, DIAG_CSV_COLUMN_AMBIGUOUS,
		  csv_column_location(reader, (size_t)other), "\"%s\" is column %d and column %d",
		  wanted, column + 1, other + 1);
	return CSV_COLUMN_AMBIGUOUS;
}
