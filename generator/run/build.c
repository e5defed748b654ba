/*
 * build.c - the commands that run a report through.
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "run/catalogue.h"
#include "run/command.h"
#include "run/disclosure_log.h"
#include "run/internal.h"
#include "run/listing.h"
#include "run/show_sql.h"
#include "run/theme.h"

/* A line on a terminal, for work that takes longer than a glance. */
struct progress {
	struct timespec begin;
	bool shown, wanted;
};

static struct progress progress_new(const struct command_line *line)
{
	struct progress progress = { .wanted =
					     !line->quiet && !line->json && isatty(STDERR_FILENO) };

	clock_gettime(CLOCK_MONOTONIC, &progress.begin);
	return progress;
}

static void progress_say(struct progress *progress, const char *stage)
{
	struct timespec now;

	if (!progress->wanted)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if ((double)(now.tv_sec - progress->begin.tv_sec) +
		    1e-9 * (double)(now.tv_nsec - progress->begin.tv_nsec) <
	    1)
		return;
	fprintf(stderr, "\r\033[K%s", stage);
	progress->shown = true;
}

static void progress_end(const struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
}

void command_build(struct command_line *line)
{
	struct progress progress = progress_new(line);
	struct outfile_set *outputs;
	struct run run;

	if (!command_operands(line, 1, "SPEC"))
		return;
	line->run.spec = line->operands[1];
	diag_keep_files(line->diags);
	run = run_new(line->arena, line->diags, &line->run);
	outputs = outfile_set_new(line->arena, run_output_folder(&run));
	if (internal_keeps_apart(&run) && run_compute(&run)) {
		progress_say(&progress, "writing sentences");
		if (run_resolve(&run)) {
			run_tell(&run);
			run_let_go_of_working(&run);
			progress_say(&progress, "laying out pages");
			if (run_layout(&run)) {
				progress_say(&progress, "drawing");
				if (run_render(&run, outputs)) {
					outfile_set_write(outputs, line->diags);
					stages_end(&run.stages, run.arena, "writing");
				}
			}
		}
	}
	progress_end(&progress);
	if (line->timings)
		stages_write(&run.stages, line->json, &line->aside);
	if (diag_errors(line->diags) == 0 && !line->quiet)
		listing_write(&run, run_output_folder(&run), outputs, &line->out);
	outfile_set_free(outputs);
}

void command_check(struct command_line *line)
{
	struct run run;

	if (!command_operands(line, 1, "SPEC"))
		return;
	if (catalogue_is_operand(line->arena, line->operands[1])) {
		catalogue_check_operand(line);
		return;
	}
	if (theme_is_operand(line->arena, line->operands[1])) {
		theme_check_operand(line);
		return;
	}
	line->run.spec = line->operands[1];
	if (line->show_sql) {
		show_sql(line);
		return;
	}
	run = run_new(line->arena, line->diags, &line->run);
	if (run_compute(&run) && run_resolve(&run)) {
		run_tell(&run);
		run_layout(&run);
	}
	if (line->timings)
		stages_write(&run.stages, line->json, &line->aside);
	if (diag_errors(line->diags) == 0 && !line->quiet)
		buffer_printf(&line->out, "%s: no errors, %zu %s, %zu %s\n", line->run.spec,
			      run.pages->count, run.pages->count == 1 ? "page" : "pages",
			      run.figures.count, run.figures.count == 1 ? "chart" : "charts");
	if (diag_errors(line->diags) == 0 && !line->quiet)
		disclosure_say(run.results, &line->out);
}
