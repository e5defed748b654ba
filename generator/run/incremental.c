#include "run/incremental.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "html/font_store.h"
#include "layout/layout_pages.h"
#include "run/file_stamps.h"
#include "text/engine.h"

/* A part that grew by so much in use, such as the shapes of texts, is made anew. */
static const size_t growth_most = (size_t)48 * 1024 * 1024;

/* A part of a run with the spec that it was made from. */
struct kept {
	struct arena *arena; /* NULL: nothing is kept */
	struct run run;
	const char *made_from; /* equal texts mean that the spec asks for the same */
	struct file_stamps *stamps;
	size_t size; /* of the arena when it was made */
};

struct incremental {
	const struct run_options *options;
	struct kept looks, figures;
	struct font_store *fonts; /* in the arena of the looks */
	struct run run;           /* the last one; its arena is NULL before the first */
	struct file_stamps *stamps;
	struct incremental_counts counts;
};

struct incremental *incremental_new(const struct run_options *options)
{
	struct incremental *incremental = calloc(1, sizeof(*incremental));

	if (incremental == NULL)
		fatal_out_of_memory();
	incremental->options = options;
	return incremental;
}

static void let_go(struct kept *kept)
{
	arena_free(kept->arena);
	*kept = (struct kept){ 0 };
}

void incremental_free(struct incremental *incremental)
{
	arena_free(incremental->run.arena);
	let_go(&incremental->looks);
	let_go(&incremental->figures);
	free(incremental);
}

/* -- what is kept ------------------------------------------------------------------------------- */

static struct run begin(const struct incremental *incremental)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);

	diag_keep_files(diags);
	if (incremental->options->strict)
		diag_raise_warnings(diags);
	return run_new(arena, diags, incremental->options);
}

static bool is_kept(struct kept *kept, const char *made_from)
{
	return kept->arena != NULL && strcmp(kept->made_from, made_from) == 0 &&
	       arena_size(kept->arena) - kept->size < growth_most && file_stamps_hold(kept->stamps);
}

static struct timespec now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_REALTIME, &time);
	return time;
}

/* A part that was made, or what there is to say of one that could not be: that is kept for nothing but messages. */
static void keep(struct kept *kept, const struct run *run, const char *made_from,
		 struct timespec since)
{
	*kept = (struct kept){
		.arena = run->arena,
		.run = *run,
		.made_from = arena_strdup(run->arena, made_from),
		.stamps = file_stamps_of(run->arena, run->diags, since),
		.size = arena_size(run->arena),
	};
}

/*
 * The spec once more, in the arena of the part that is made by it. Its own files and messages are those of every
 * making: the part does not depend on its words.
 */
static bool read_own_spec(struct run *run)
{
	struct diag_list *own = run->diags;
	bool read;

	run->diags = diag_list_new(run->arena);
	read = run_read_spec(run);
	run->diags = own;
	return read;
}

/* -- layout, theme, words, fonts ------------------------------------------------------------------ */

static void add_word(struct buffer *out, const struct word *word)
{
	buffer_printf(out, "%s\t%s:%u:%u\n", word->text == NULL ? "\1" : word->text,
		      word->at.file == NULL ? "" : word->at.file, word->at.line, word->at.column);
}

static void add_logo(struct buffer *out, const struct logo *logo)
{
	const struct word file = { logo->file, logo->at }, words = { logo->alternative, logo->at };

	add_word(out, &file);
	if (logo->file == NULL)
		return;
	add_word(out, &words);
	buffer_printf(out, "%.17g\n", logo->height_pt);
}

/* All that the looks of a report are read by. */
static const char *looks_made_from(const struct run *run)
{
	const struct report *report = run->report;
	const struct word language = { report->language, report->language_at };
	struct buffer text;

	buffer_init(&text);
	add_word(&text, &report->layout);
	add_word(&text, &report->theme);
	add_word(&text, &report->strings);
	add_word(&text, &language);
	add_logo(&text, &report->meta.logo);
	for (size_t i = 0; i < report->extract_count; i++) {
		const struct word place = { report->extracts[i].id, report->extracts[i].at };

		add_word(&text, &place);
		add_word(&text, &report->extracts[i].layout);
	}
	for (size_t i = 0; i < report->card_count && i < 1; i++)
		add_word(&text, &(struct word){ "card", report->cards[i].at });
	return buffer_finish(&text, run->arena);
}

static bool have_looks(struct incremental *incremental, const char *made_from)
{
	struct timespec since = now();
	struct run run;

	if (is_kept(&incremental->looks, made_from))
		return true;
	let_go(&incremental->looks);
	incremental->counts.looks++;
	run = begin(incremental);
	if (read_own_spec(&run) && run_read_looks(&run))
		run.engine = text_engine_new(run.arena, run.theme, run.diags);
	incremental->fonts = font_store_new(run.arena);
	keep(&incremental->looks, &run, made_from, since);
	return run.engine != NULL;
}

static void take_looks(const struct incremental *incremental, struct run *run)
{
	const struct run *kept = &incremental->looks.run;

	run->layout = kept->layout;
	run->theme = kept->theme;
	run->strings = kept->strings;
	run->engine = kept->engine;
	run->extract_layouts = kept->extract_layouts;
	run->card_layout = kept->card_layout;
}

/* -- lists, data, figures ------------------------------------------------------------------------- */

static bool have_figures(struct incremental *incremental, const char *made_from)
{
	struct timespec since = now();
	struct run run;

	if (is_kept(&incremental->figures, made_from))
		return true;
	let_go(&incremental->figures);
	incremental->counts.figures++;
	run = begin(incremental);
	if (read_own_spec(&run) && run_read_lists(&run) && run_read_data(&run))
		run_find_figures(&run);
	keep(&incremental->figures, &run, made_from, since);
	return run.results != NULL;
}

static void take_figures(const struct incremental *incremental, struct run *run)
{
	const struct run *kept = &incremental->figures.run;

	run->reference = kept->reference;
	run->indicators = kept->indicators;
	run->statement = kept->statement;
	run->dataset = kept->dataset;
	run->results = kept->results;
	run->published = kept->published;
}

/* -- the report ------------------------------------------------------------------------------------ */

static void draw_pictures(struct run *run)
{
	const struct document *document = run->document;

	run->figures = pictures_make(run->arena, run->engine, run->layout, run->theme, document);
	stages_end(&run->stages, run->arena, "pictures");
}

static void make(struct incremental *incremental, struct run *run)
{
	bool looks, figures;

	if (!run_read_spec(run))
		return;
	looks = have_looks(incremental, looks_made_from(run));
	figures = have_figures(incremental, run->report->data_digest);
	diag_add_all(run->diags, incremental->looks.run.diags);
	diag_add_all(run->diags, incremental->figures.run.diags);
	stages_end(&run->stages, run->arena, "kept");
	if (!looks)
		let_go(&incremental->looks);
	if (!figures)
		let_go(&incremental->figures);
	if (!looks || !figures)
		return;
	take_looks(incremental, run);
	take_figures(incremental, run);
	run_read_demand(run);
	if (diag_errors(run->diags) == 0 && run_resolve(run))
		draw_pictures(run);
}

struct run *incremental_make(struct incremental *incremental)
{
	struct timespec since = now();
	struct run run = begin(incremental);

	make(incremental, &run);
	arena_free(incremental->run.arena);
	incremental->run = run;
	incremental->stamps = file_stamps_of(run.arena, run.diags, since);
	return &incremental->run;
}

const struct file_stamps *incremental_files(const struct incremental *incremental)
{
	return incremental->stamps;
}

bool incremental_failed(const struct incremental *incremental)
{
	return incremental->run.arena == NULL || diag_errors(incremental->run.diags) > 0;
}

bool incremental_is_stale(struct incremental *incremental)
{
	return incremental->run.arena == NULL || !file_stamps_hold(incremental->stamps);
}

struct font_store *incremental_fonts(const struct incremental *incremental)
{
	return incremental->fonts;
}

struct incremental_counts incremental_counts(const struct incremental *incremental)
{
	return incremental->counts;
}
