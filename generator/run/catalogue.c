/*
 * catalogue.c - checks catalogues of indicators by themselves.
 */
#include "run/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "base/suggest.h"
#include "data/catalogue_check.h"
#include "data/catalogue_lists.h"
#include "data/csv.h"
#include "data/reference_read.h"
#include "run/share.h"

static bool is_folder_of_sets(struct arena *arena, const char *path)
{
	return path_exists(path_join(arena, path, "sets.csv"));
}

bool catalogue_is_operand(struct arena *arena, const char *path)
{
	size_t length = strlen(path);

	return (length > 4 && strcmp(path + length - 4, ".csv") == 0) ||
	       is_folder_of_sets(arena, path);
}

static void say(struct command_line *line, const char *path, size_t count, size_t errors)
{
	if (diag_errors(line->diags) == errors && !line->quiet)
		buffer_printf(&line->out, "%s: no errors, %zu %s\n", path, count,
			      count == 1 ? "indicator" : "indicators");
}

/* False after a diagnostic: another list, which is read with the report that uses it, or no list at all. */
static bool has_ids(struct command_line *line, const char *path)
{
	struct source *source = source_read(line->arena, path, path, (struct location){ 0 },
					    DIAG_DATA_UNREADABLE, line->diags);
	struct csv_reader *reader =
		source == NULL ? NULL : csv_open(line->arena, source, NULL, line->diags);

	if (reader == NULL)
		return false;
	if (csv_find_column(reader, "id") != CSV_COLUMN_MISSING)
		return true;
	diag_add(
		line->diags, DIAG_REFERENCE_ROW, csv_column_location(reader, 0),
		"the header lacks \"id\", so that this is no catalogue of indicators",
		"other lists are checked with the report that names them: gradient check REPORT.xml");
	return false;
}

static void check_file(struct command_line *line, const struct reference *reference,
		       const char *path, const char *folder)
{
	const struct catalogue_file file = {
		.path = path,
		.set = path_stem(line->arena, path),
		.folder = folder,
	};
	size_t errors = diag_errors(line->diags);

	if (!has_ids(line, path))
		return;
	say(line, path, catalogue_check(line->arena, &file, reference, line->diags), errors);
}

static void check_folder(struct command_line *line, const struct reference *reference,
			 const char *folder)
{
	struct catalogue_sets sets = { 0 };
	size_t count;
	const char **names = path_names(line->arena, folder, ".csv", &count);

	catalogue_sets_read(line->arena, folder, &sets, line->diags);
	for (size_t i = 0; i < sets.count; i++) {
		const char *id = sets.items[i].id;
		const char *path =
			path_join(line->arena, folder, arena_printf(line->arena, "%s.csv", id));

		if (path_exists(path))
			check_file(line, reference, path, folder);
		else
			diag_add(line->diags, DIAG_REFERENCE_ROW, sets.items[i].at,
				 arena_printf(line->arena, "set=\"%s\"", id),
				 suggest_hint(line->arena, id, names, count));
	}
}

void catalogue_check_operand(struct command_line *line)
{
	const char *share = share_find(line->arena), *path = line->operands[1];
	const struct reference *reference = reference_read(
		line->arena, path_join(line->arena, share, "inputs/reference"), line->diags);

	if (reference == NULL)
		return;
	if (is_folder_of_sets(line->arena, path))
		check_folder(line, reference, path);
	else
		check_file(line, reference, path,
			   path_join(line->arena, share, "inputs/catalogue"));
}
