#include "run/batch/pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/csv_write.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/source.h"
#include "html/statements.h"
#include "run/batch/account.h"
#include "run/batch/tell.h"
#include "run/run.h"
#include "run/web.h"
#include "words/format.h"

/* The editions that the page and the summary lead to, by how their files end. */
struct edition_link {
	const char *ending, *column;
	enum string_id words;
};

static const struct edition_link links[] = {
	{ ".pdf", "pdf", STRING_BATCH_PDF },
	{ ".html", "web_page", STRING_BATCH_WEB },
	{ ".ods", "workbook", STRING_BATCH_WORKBOOK },
	{ "results.csv", "results", STRING_BATCH_RESULTS },
};

enum { LINK_COUNT = sizeof(links) / sizeof(links[0]) };

/* Has files of its own now, whole ones. */
static bool is_there(const struct batch_item *item)
{
	return item->status == BATCH_MADE || item->status == BATCH_UNCHANGED;
}

/*
 * The file of an edition, seen from the folder of the batch: the one named after the report, which comes before those
 * of its extracts, or the first page of a web edition in pages; NULL if it was not made.
 */
static const char *edition_of(struct arena *arena, const struct batch_item *item,
			      const struct edition_link *link)
{
	const char *own = arena_printf(arena, "%s%s", path_stem(arena, item->spec), link->ending);
	const char *paged = strcmp(link->ending, ".html") == 0 ? "web/index.html" : "";
	const char *other = strcmp(link->ending, ".ods") == 0
				    ? arena_printf(arena, "%s.xlsx", path_stem(arena, item->spec))
				    : link->ending;

	for (size_t i = 0; is_there(item) && i < item->output_count; i++) {
		const char *name = item->outputs[i].name;

		if (strcmp(name, own) == 0 || strcmp(name, paged) == 0 || strcmp(name, other) == 0)
			return arena_printf(arena, "%s/%s", item->key, name);
	}
	return NULL;
}

/* -- for programs ------------------------------------------------------------------------------- */

static void add_count(struct buffer *out, size_t count)
{
	csv_add_number(out, true, (double)count);
}

static void write_summary(const struct batch *batch, struct buffer *out)
{
	buffer_add_text(out, "statement,name,status,errors,warnings,message");
	for (size_t i = 0; i < LINK_COUNT; i++)
		csv_add_cell(out, links[i].column);
	buffer_add_char(out, '\n');
	for (size_t i = 0; i < batch->count; i++) {
		const struct batch_item *item = &batch->items[i];

		csv_add_text(out, item->key);
		csv_add_cell(out, item->name);
		csv_add_cell(out, batch_status_name(item->status));
		add_count(out, item->errors);
		add_count(out, item->warnings);
		csv_add_cell(out, item->message);
		for (size_t link = 0; link < LINK_COUNT; link++) {
			const char *file = edition_of(batch->arena, item, &links[link]);

			csv_add_cell(out, file == NULL ? "" : file);
		}
		buffer_add_char(out, '\n');
	}
}

/* -- for people --------------------------------------------------------------------------------- */

static enum string_id status_words(enum batch_status status)
{
	switch (status) {
	case BATCH_MADE:
		return STRING_BATCH_MADE;
	case BATCH_UNCHANGED:
		return STRING_BATCH_UNCHANGED;
	case BATCH_FAILED:
		return STRING_BATCH_FAILED;
	case BATCH_WAITING:
	case BATCH_ELSEWHERE:
	case BATCH_INTERRUPTED:
		return STRING_BATCH_NOT_MADE;
	}
	return STRING_BATCH_NOT_MADE;
}

static struct html_statement statement_of(const struct batch *batch, const struct words *words,
					  const struct batch_item *item)
{
	struct html_edition *editions = arena_array(batch->arena, LINK_COUNT, sizeof(*editions));
	struct html_statement statement = {
		.name = item->is_comparison ? strings_text(words->strings, STRING_BATCH_COMPARISON)
					    : item->name,
		.code = item->is_comparison || strcmp(item->name, item->key) == 0 ? "" : item->key,
		.status = strings_text(words->strings, status_words(item->status)),
		.detail = item->status == BATCH_FAILED ? item->message : "",
		.made = is_there(item),
		.editions = editions,
	};

	for (size_t i = 0; i < LINK_COUNT; i++) {
		const char *file = edition_of(batch->arena, item, &links[i]);

		if (file != NULL)
			editions[statement.edition_count++] =
				(struct html_edition){ file, strings_text(words->strings,
									  links[i].words) };
	}
	return statement;
}

static const char *summary_of(const struct batch *batch, const struct words *words)
{
	size_t lacking = 0, statements = 0;
	const char *all, *lead;

	for (size_t i = 0; i < batch->count; i++) {
		statements += !batch->items[i].is_comparison;
		lacking += !batch->items[i].is_comparison && !is_there(&batch->items[i]);
	}
	all = words_number(words, (double)statements, 0);
	lead = words_counted(words, STRING_BATCH_SUMMARY_OTHER, statements,
			     (const struct placeholder[]){ { 0 } });
	if (lacking == 0)
		return lead;
	return arena_printf(batch->arena, "%s %s", lead,
			    words_counted(words, STRING_BATCH_SUMMARY_LACKING_OTHER, lacking,
					  (const struct placeholder[]){ { "all", all }, { 0 } }));
}

static void write_index(const struct batch *batch, const struct run *run,
			const struct html_job *job, struct buffer *out)
{
	const struct words words = { .arena = batch->arena, .strings = run->strings };
	struct html_statement *items = arena_array(batch->arena, batch->count, sizeof(*items));
	const struct html_statements statements = {
		.title = strings_text(run->strings, STRING_BATCH_TITLE),
		.language = run->report->language,
		.summary = summary_of(batch, &words),
		.items = items,
		.count = batch->count,
	};

	for (size_t i = 0; i < batch->count; i++)
		items[i] = statement_of(batch, &words, &batch->items[i]);
	html_write_statements(job, &statements, out);
}

/* The page in the looks of the first statement; what is wrong with these was told of the statement. */
static void add_index(const struct batch *batch, struct outfile_set *files)
{
	struct diag_list *nobody = diag_list_new(batch->arena);
	struct run_options options = batch->line->run;
	struct html_job job;
	struct buffer page;
	struct run run;

	options.settings = batch->items[0].settings;
	options.setting_count = batch->items[0].setting_count;
	diag_use_store(nobody, batch->store);
	run = run_new(batch->arena, nobody, &options);
	if (!run_read_spec(&run) || !run_read_looks(&run) || !web_statements_job(&run, &job))
		return;
	buffer_init(&page);
	write_index(batch, &run, &job, &page);
	outfile_set_add(files, "index.html", &page);
}

bool batch_write_pages(struct batch *batch)
{
	/* Who has no room has been told so. */
	struct diag_list *diags = batch->no_room ? diag_list_new(batch->arena) : batch->line->diags;
	struct outfile_set *files = outfile_set_new(batch->arena, batch->folder);
	struct buffer summary;
	bool written;

	buffer_init(&summary);
	write_summary(batch, &summary);
	outfile_set_add(files, "summary.csv", &summary);
	add_index(batch, files);
	written = outfile_set_write(files, diags);
	outfile_set_free(files);
	return written;
}
