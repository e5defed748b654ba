#include "run/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/crew.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "data/catalogue.h"
#include "data/dataset_read.h"
#include "data/demand.h"
#include "data/reference_read.h"
#include "data/statement_read.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "model/dataset.h"
#include "prose/prose.h"
#include "resolve/resolve.h"
#include "run/counting.h"
#include "run/coverage_file.h"
#include "run/disclosure_log.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/looks.h"
#include "run/pdfa.h"
#include "run/record.h"
#include "run/results_file.h"
#include "run/share.h"
#include "run/shared_inputs.h"
#include "run/sheets.h"
#include "scene/conformity.h"
#include "spec/read.h"
#include "text/engine.h"

struct run run_new(struct arena *arena, struct diag_list *diags, const struct run_options *options)
{
	struct run run = {
		.arena = arena, .diags = diags, .options = options, .share = share_find(arena)
	};

	stages_begin(&run.stages);
	if (options->formats == NULL)
		formats_by_default(&run.formats);
	else
		formats_parse(options->formats, &run.formats, arena, diags);
	if (options->pdfa && !formats_has_name(&run.formats, "pdf"))
		diag_add(diags, DIAG_USAGE, (struct location){ 0 },
			 "--pdfa is about the PDF, which --formats leaves out", NULL);
	return run;
}

static bool failed(const struct run *run)
{
	return diag_errors(run->diags) > 0;
}

/* Once more under rules that hide nothing; what there is to say of the data has been said. */
static void open_results(struct run *run)
{
	run->published = run->results;
	run->reference = internal_reference(run->arena, run->reference);
	run->results = results_compute(run->arena, run->report, run->dataset, run->reference,
				       diag_list_new(run->arena));
}

bool run_read_spec(struct run *run)
{
	const struct run_options *options = run->options;

	if (failed(run))
		return false;
	run->report = report_read(run->arena, options->spec, options->settings,
				  options->setting_count, run->diags);
	stages_end(&run->stages, run->arena, "spec");
	return run->report != NULL;
}

bool run_read_looks(struct run *run)
{
	bool read = looks_read(run);

	stages_end(&run->stages, run->arena, "looks");
	return read;
}

bool run_read_lists(struct run *run)
{
	const char *catalogue = path_join(run->arena, run->share, "inputs/catalogue");

	if (run->shared != NULL && shared_inputs_give_lists(run->shared, run))
		return true;
	run->reference = reference_read(
		run->arena, path_join(run->arena, run->share, "inputs/reference"), run->diags);
	run->indicators = indicators_build(run->arena, run->report, catalogue, run->diags);
	run->statement = statement_read(run->arena, catalogue, run->diags);
	return run->reference != NULL && run->indicators != NULL && run->statement != NULL;
}

void run_read_demand(struct run *run)
{
	run->demand = demand_build(
		run->arena, run->report, run->statement, run->reference, run->indicators,
		path_join(run->arena, run->share, "inputs/catalogue"), run->diags);
	stages_end(&run->stages, run->arena, "lists");
}

bool run_read_data(struct run *run)
{
	const struct run_options *options = run->options;
	struct data_folders folders = { options->data_folders, options->data_folder_count };
	struct counting counting = {
		.records = { .threads = options->threads },
		.lists = path_join(run->arena, run->share, "inputs/reference"),
		.known = shared_inputs_counts(run->shared),
	};
	const struct count_source counter = counting_source(&counting);

	if (run->shared == NULL || !shared_inputs_give_data(run->shared, run, &counter))
		run->dataset = dataset_read(run->arena, run->report, run->indicators,
					    run->reference, folders, &counter, run->diags);
	stages_end(&run->stages, run->arena, "data");
	return run->dataset != NULL;
}

bool run_find_figures(struct run *run)
{
	run->results =
		results_compute(run->arena, run->report, run->dataset, run->reference, run->diags);
	if (run->results != NULL && run->options->unsafe_internal)
		open_results(run);
	stages_end(&run->stages, run->arena, "figures");
	return run->results != NULL;
}

bool run_compute(struct run *run)
{
	if (!run_read_spec(run) || !run_read_looks(run) || !run_read_lists(run))
		return false;
	run_read_demand(run);
	return run_read_data(run) && run_find_figures(run) && !failed(run);
}

bool run_resolve(struct run *run)
{
	run->document = document_resolve(run->arena, run->report, run->results, run->reference,
					 run->statement, run->demand, run->layout, run->strings,
					 run->diags);
	stages_end(&run->stages, run->arena, "sentences");
	if (run->document == NULL)
		return false;
	sheets_make_tables(run);
	if (run->data_tables != NULL)
		stages_end(&run->stages, run->arena, "data tables");
	return true;
}

void run_let_go_of_working(struct run *run)
{
	arena_give_back(run->arena, run->dataset->observations);
	figures_end(run->results);
	run->dataset->observations = NULL;
	run->dataset->count = run->dataset->capacity = 0;
}

void run_tell(struct run *run)
{
	const struct prose_inputs inputs = {
		.arena = run->arena,
		.report = run->report,
		.reference = run->reference,
		.document = run->document,
		.diags = run->diags,
	};

	coverage_tell(run);
	prose_check(&inputs);
	stages_end(&run->stages, run->arena, "prose");
}

/* What laying out does not know of the document, and a file tells about itself. */
static void add_properties(const struct run *run, struct pages *pages)
{
	pages->properties.rights = run->report->meta.licence;
	if (run->options->source_date != NULL)
		pages->properties.made =
			(struct made_at){ true, strtoll(run->options->source_date, NULL, 10) };
}

/* Nothing is drawn that some readers could not follow. */
static void check_conformity(struct run *run)
{
	const struct location report = { .file = run->report->file, .line = 1, .column = 1 };

	conformity_check(run->pages, report, run->diags);
	for (size_t i = 0; i < run->document->extract_count; i++)
		conformity_check(run->extracts[i].pages, report, run->diags);
}

bool run_layout(struct run *run)
{
	const char *missing;

	run->engine = text_engine_new(run->arena, run->theme, run->diags);
	if (run->engine == NULL)
		return false;
	run->pages = pages_make(run->arena, run->engine, run->layout, run->theme, run->document,
				&run->figures, run->diags);
	extracts_lay_out(run);
	missing = text_missing_characters(run->engine, run->arena);
	if (missing[0] != '\0')
		diag_add(run->diags, DIAG_FONT_LACKS_CHARACTER,
			 (struct location){ .file = run->report->file }, missing, NULL);
	add_properties(run, run->pages);
	for (size_t i = 0; i < run->document->extract_count; i++)
		add_properties(run, run->extracts[i].pages);
	if (run->options->unsafe_internal)
		internal_mark_pages(run, run->pages);
	check_conformity(run);
	if (run->options->pdfa && !failed(run))
		pdfa_add(run);
	stages_end(&run->stages, run->arena, "pages");
	return !failed(run);
}

const char *run_output_folder(const struct run *run)
{
	if (run->options->output != NULL)
		return run->options->output;
	return path_join(run->arena, "output",
			 internal_name(run, path_stem(run->arena, run->options->spec)));
}

/* Figures, and what disclosure control did to them. */
static void render_figures(const struct run *run, struct outfile_set *outputs)
{
	struct buffer bytes;

	buffer_init(&bytes);
	results_write(run->results, run->strings, &bytes);
	outfile_set_add(outputs, internal_name(run, "results.csv"), &bytes);
	if (run->options->unsafe_internal) {
		internal_write_hidden(run, &bytes);
		outfile_set_add(outputs, internal_name(run, "hidden.csv"), &bytes);
		return;
	}
	disclosure_log_write(run->results, &bytes);
	outfile_set_add(outputs, "disclosure-log.csv", &bytes);
	disclosure_summary_write(run->results, &bytes);
	outfile_set_add(outputs, "disclosure-summary.csv", &bytes);
}

/* All that shows them has been drawn; what the crew still packs is pixels, and words of the document. */
static void let_go_of_pages(struct run *run)
{
	arena_end(run->arena, run->pages->arena);
	run->pages = NULL;
	for (size_t i = 0; i < run->document->extract_count; i++) {
		arena_end(run->arena, run->extracts[i].pages->arena);
		run->extracts[i].pages = NULL;
	}
}

static bool make_editions(struct run *run, struct outfile_set *outputs)
{
	bool pictures = false;

	for (const struct edition_entry *at = editions(); at->edition != NULL; at++) {
		if (!formats_has(&run->formats, at->edition))
			continue;
		if (!at->edition->make(run, outputs))
			return false;
		stages_end(&run->stages, run->arena, at->name);
		pictures = pictures || at->edition->pictures;
	}
	if (pictures && !cards_render(run, outputs))
		return false;
	let_go_of_pages(run);
	render_figures(run, outputs);
	coverage_add_file(run, outputs);
	stages_end(&run->stages, run->arena, "tables");
	return true;
}

bool run_render(struct run *run, struct outfile_set *outputs)
{
	bool made;

	run->crew = crew_new(run->arena, crew_threads(run->options->threads));
	made = make_editions(run, outputs);
	crew_end(run->crew);
	run->crew = NULL;
	if (made)
		record_add_file(run, outputs);
	return made;
}
