/*
 * diff.c - the command that tells what changed from one statement to the next.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/published_read.h"
#include "run/command.h"
#include "run/diff_file.h"

static const char results_name[] = "results.csv";

/* A folder of outputs stands for the results in it. */
static const char *results_path(struct command_line *line, const char *operand)
{
	bool is_folder = path_exists(arena_printf(line->arena, "%s/.", operand));

	return is_folder ? path_join(line->arena, operand, results_name) : operand;
}

static bool is_known_format(struct command_line *line)
{
	const char *format = line->format;

	if (format == NULL || strcmp(format, "text") == 0 || strcmp(format, "json") == 0 ||
	    strcmp(format, "csv") == 0)
		return true;
	diag_addf(line->diags, DIAG_USAGE, (struct location){ 0 },
		  "--format %s: there are text, json and csv", format);
	return false;
}

static void print(struct command_line *line, const struct changes *changes,
		  const struct published *before, const struct published *now)
{
	const char *format = line->format != NULL ? line->format : line->json ? "json" : "text";

	if (strcmp(format, "json") == 0)
		diff_write_json(changes, before, now, &line->out);
	else if (strcmp(format, "csv") == 0)
		diff_write_csv(changes, &line->out);
	else if (!line->quiet)
		diff_write_text(changes, before, now, line->arena, &line->out);
}

void command_diff(struct command_line *line)
{
	const struct location nowhere = { 0 };
	const struct published *before, *now;
	const struct changes *changes;

	if (line->operand_count != 3) {
		diag_addf(line->diags, DIAG_USAGE, nowhere,
			  "diff takes two results files or folders, %zu given",
			  line->operand_count - 1);
		return;
	}
	if (!is_known_format(line))
		return;
	before = published_file_read(line->arena, results_path(line, line->operands[1]), nowhere,
				     line->diags);
	now = published_file_read(line->arena, results_path(line, line->operands[2]), nowhere,
				  line->diags);
	if (before == NULL || now == NULL)
		return;
	changes = changes_find(line->arena, before, now, NULL);
	print(line, changes, before, now);
	for (size_t i = 0; i < changes->count && !line->gaps; i++)
		line->gaps = diff_is_change(&changes->items[i]);
}
