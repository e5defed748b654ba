/*
 * csv_print - what the CSV reader finds in files, for comparison with other readers.
 *
 *   csv_print [-d DELIMITER] [-e ENCODING] FILE...
 *
 * Prints for every file a line "file NAME", for every row, the first included, a line
 * "row [[text, quoted, line, column], ...]" in JSON, and for every message a line "said {...}".
 */
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/source.h"
#include "data/csv.h"

static void print_record(const struct csv_reader *reader, const struct csv_record *record)
{
	struct arena *arena = arena_new();
	struct buffer line;

	buffer_init(&line);
	for (size_t i = 0; i < record->count; i++) {
		const struct csv_cell *cell = &record->cells[i];
		struct location at = csv_cell_location(reader, cell);

		buffer_add_text(&line, i == 0 ? "row [[" : ",[");
		json_add_text(&line, arena_strndup(arena, cell->text, cell->length));
		buffer_printf(&line, ",%s,%u,%u]", cell->quoted ? "true" : "false", at.line,
			      at.column);
	}
	printf("%s]\n", buffer_text(&line));
	buffer_clear(&line);
	arena_free(arena);
}

static void print_messages(const struct diag_list *diags)
{
	struct buffer lines;

	buffer_init(&lines);
	diag_write_json(diags, &lines);
	if (lines.length > 0)
		printf("said %s", buffer_text(&lines));
	buffer_clear(&lines);
}

static void print_file(const char *name, const struct csv_options *options)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	struct source *source =
		source_read(arena, name, name, (struct location){ 0 }, DIAG_DATA_UNREADABLE, diags);
	struct csv_reader *reader = source == NULL ? NULL : csv_open(arena, source, options, diags);
	const struct csv_record *record;

	printf("file %s\n", name);
	while (reader != NULL && (record = csv_next(reader)) != NULL)
		print_record(reader, record);
	print_messages(diags);
	arena_free(arena);
}

int main(int count, char **arguments)
{
	struct csv_options options = { .headerless = true };
	int option;

	while ((option = getopt(count, arguments, "d:e:")) != -1) {
		if (option == 'd')
			options.delimiter = optarg[0];
		else if (option == 'e')
			options.encoding = optarg;
		else
			return EXIT_STATUS_USAGE;
	}
	for (int i = optind; i < count; i++)
		print_file(arguments[i], &options);
	return fflush(stdout) == 0 ? EXIT_STATUS_OK : EXIT_STATUS_OUTPUT;
}
