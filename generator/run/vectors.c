/*
 * vectors.c - the program's statistics against a folder of reference figures, a line a file.
 */
#include <math.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "run/command.h"
#include "run/share.h"
#include "vectors/check.h"

static void usage_fault(struct command_line *line, const char *folder, const char *what)
{
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "vectors %s", folder), what);
}

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static const char *error_text(struct command_line *line, double error)
{
	return isinf(error) ? "no value" : arena_printf(line->arena, "%.1e", error);
}

static void write_tally(struct command_line *line, const struct vectors_tally *tally)
{
	buffer_printf(&line->out, "  %-32s %6s %8zu  %-9s %s\n",
		      tally->drawn ? "of these from draws" : "of these", "", tally->compared,
		      error_text(line, tally->error), error_text(line, tally->allowed));
}

/* The first tolerance of a file is the one for most of its figures; others have a line of their own. */
static void write_file(struct command_line *line, const struct vectors_result *file)
{
	const struct vectors_tally *first = file->tallies;
	bool has_errors = file->tally_count > 0;

	if (!file->usable) {
		buffer_printf(&line->out, "%-34s not compared\n", file->name);
		return;
	}
	buffer_printf(&line->out, "%-34s %6zu %8zu  %-9s %-9s %8zu\n", file->name, file->rows,
		      file->compared, has_errors ? error_text(line, first->error) : "-",
		      has_errors ? error_text(line, first->allowed) : "equal", file->failed);
	for (size_t i = 1; i < file->tally_count; i++)
		write_tally(line, &file->tallies[i]);
}

static const char *count_text(struct command_line *line, size_t count, const char *what)
{
	return arena_printf(line->arena, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

static void write_summary(struct command_line *line, const struct vectors_results *results)
{
	size_t compared = 0, failed = 0, unusable = 0;

	for (size_t i = 0; i < results->count; i++) {
		compared += results->files[i].compared;
		failed += results->files[i].failed;
		unusable += !results->files[i].usable;
	}
	buffer_printf(&line->out, "%s, %s compared, %s",
		      count_text(line, results->count - unusable, "file"),
		      count_text(line, compared, "figure"), count_text(line, failed, "failure"));
	if (unusable > 0)
		buffer_printf(&line->out, ", %s not compared", count_text(line, unusable, "file"));
	buffer_add_char(&line->out, '\n');
}

static void write_results(struct command_line *line, const struct vectors_results *results)
{
	buffer_printf(&line->out, "%-34s %6s %8s  %-9s %-9s %8s\n", "file", "rows", "compared",
		      "error", "allowed", "failures");
	for (size_t i = 0; i < results->count; i++)
		write_file(line, &results->files[i]);
	write_summary(line, results);
}

void command_vectors(struct command_line *line)
{
	struct vectors_results results;
	const char *folder;

	if (!command_operands(line, 1, "folder"))
		return;
	folder = line->operands[1];
	if (!is_folder(folder)) {
		usage_fault(line, folder, "there is no such folder");
		return;
	}
	results = vectors_check(line->arena, folder, share_find(line->arena), line->diags);
	if (!results.any) {
		usage_fault(line, folder, "it holds no file of reference figures that is known");
		return;
	}
	write_results(line, &results);
}
