/*
 * run.h - a report from its spec to its outputs, stage by stage.
 *
 * Each stage adds its faults to the one list of diagnostics; a stage runs only when those before it found
 * no error. Nothing is written until everything is made.
 */
#ifndef GRADIENT_RUN_RUN_H
#define GRADIENT_RUN_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "document/document.h"
#include "layout/layout_pages.h"
#include "model/reference.h"
#include "model/report.h"
#include "model/result.h"
#include "model/statement.h"
#include "model/strings.h"
#include "run/extracts.h"
#include "run/formats.h"
#include "run/stages.h"
#include "scene/pages.h"
#include "spec/parameters.h"

struct arena;
struct crew;
struct data_tables;
struct diag_list;
struct outfile_set;
struct text_engine;

enum { THREADS_MOST = 64 };

/* What the user asks for. */
struct run_options {
	const char *spec;
	const struct parameter_setting *settings;
	size_t setting_count;
	const char *const *data_folders;
	size_t data_folder_count;
	const char *output;  /* folder; NULL = by the name of the spec */
	const char *formats; /* names of editions; NULL = those made by default */
	unsigned threads;    /* that count records and pack pictures; 0: as many as processors */
	bool strict;
	bool unsafe_internal;    /* shows what is hidden in publication; run/internal.h */
	bool pdfa;               /* PDF for archives; run/pdfa.h */
	const char *source_date; /* SOURCE_DATE_EPOCH, seconds since 1970; NULL = not set */
};

/* What a run has made so far; parts are NULL before their stage, or when it failed. */
struct run {
	struct arena *arena;
	struct diag_list *diags;
	const struct run_options *options;
	const char *share;
	const struct report *report;
	struct reference *reference;
	const struct statement_lists *statement;
	const struct statement_demand *demand; /* NULL when the report is no statement */
	const struct indicators *indicators;
	struct dataset *dataset;
	const struct results *results;
	const struct results
		*published; /* with all that is hidden; NULL but for an internal edition */
	const struct layout *layout;
	const struct theme *theme;
	const struct strings *strings;
	const struct document *document;
	struct text_engine *engine;
	struct pages *pages;
	struct figure_list figures;
	const struct layout **extract_layouts; /* one for every extract of the report */
	const struct layout *card_layout;      /* NULL without a card */
	struct extract_pages *extracts;        /* one for every extract of the document */
	struct card_scene *cards;
	const struct data_tables *data_tables;  /* NULL unless an edition asks for them */
	const struct data_tables *sheet_tables; /* the same, gathered for workbooks and CSV files */
	struct formats formats;
	struct stages stages;
	struct crew *crew; /* while it renders */
	const struct shared_inputs
		*shared; /* with other runs, run/shared_inputs.h; NULL: nothing */
};

struct run run_new(struct arena *arena, struct diag_list *diags, const struct run_options *options);

/* Reads spec, lists and data and works out all figures. False after errors. */
bool run_compute(struct run *run);

/*
 * The steps of it, in their order. Each sets parts of the run of its own alone, so that these can be taken from an
 * earlier run of the same options when nothing that they come from has changed; the demand depends on the words
 * of the report too. False when a part could not be made, after errors; a part may be there in spite of errors.
 */
bool run_read_spec(struct run *run);    /* report */
bool run_read_looks(struct run *run);   /* layouts, theme, strings */
bool run_read_lists(struct run *run);   /* reference, indicators, statement */
void run_read_demand(struct run *run);  /* demand */
bool run_read_data(struct run *run);    /* dataset */
bool run_find_figures(struct run *run); /* results, published */

/* After that: the resolved document. False after errors. */
bool run_resolve(struct run *run);

/* What there is to say of a resolved document: what it lacks, and of the author's own sentences. */
void run_tell(struct run *run);

/*
 * After that, of a run that comes to its end: gives back what pages do without, the rows of the data and what figures
 * are worked out from.
 */
void run_let_go_of_working(struct run *run);

/* After that: pages and pictures. False after errors. */
bool run_layout(struct run *run);

/* After that: all outputs in memory; the pages are gone. False after errors. */
bool run_render(struct run *run, struct outfile_set *outputs);

/* The folder that outputs go to. */
const char *run_output_folder(const struct run *run);

#endif
