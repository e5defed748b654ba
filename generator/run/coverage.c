/*
 * coverage.c - the command that tells what the statement reports and what not.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "run/command.h"
#include "run/coverage_file.h"
#include "run/internal.h"

static void print(struct command_line *line, const struct run *run)
{
	const struct words words = { .arena = line->arena,
				     .strings = run->strings,
				     .results = run->results };
	const struct coverage *coverage = run->document->coverage;

	if (line->json)
		coverage_write_json(coverage, run->report, line->arena, &line->out);
	else if (!line->quiet)
		coverage_write_text(coverage, &words, &line->out);
}

void coverage_add_file(const struct run *run, struct outfile_set *outputs)
{
	struct buffer bytes;

	if (run->document->coverage == NULL)
		return;
	buffer_init(&bytes);
	coverage_write_csv(run->document->coverage, run->report, run->arena, &bytes);
	outfile_set_add(outputs, internal_name(run, "coverage.csv"), &bytes);
}

void coverage_tell(const struct run *run)
{
	const struct coverage *coverage = run->document->coverage;

	if (coverage != NULL && coverage->gaps > 0)
		diag_addf(run->diags, DIAG_COVERAGE_GAPS, coverage->demand->at, "%zu",
			  coverage->gaps);
}

void command_coverage(struct command_line *line)
{
	struct outfile_set *outputs;
	struct run run;

	if (!command_operands(line, 1, "SPEC"))
		return;
	line->run.spec = line->operands[1];
	run = run_new(line->arena, line->diags, &line->run);
	if (!run_compute(&run) || !run_resolve(&run))
		return;
	if (run.document->coverage == NULL) {
		diag_add(line->diags, DIAG_STATEMENT_NEEDED, run.report->meta.at, "coverage", NULL);
		return;
	}
	outputs = outfile_set_new(line->arena, run_output_folder(&run));
	coverage_add_file(&run, outputs);
	if (outfile_set_write(outputs, line->diags))
		print(line, &run);
	line->gaps = run.document->coverage->gaps > 0;
	outfile_set_free(outputs);
}
