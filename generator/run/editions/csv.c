#include "base/arena.h"
#include "base/buffer.h"
#include "base/outfile.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"
#include "sheets/sheet_files.h"

static void add_metadata(const struct run *run, struct outfile_set *outputs)
{
	const struct document *document = run->document;
	const struct report_meta *meta = &run->report->meta;
	bool internal = run->options->unsafe_internal;
	const struct csvw_facts facts = {
		.title = internal ? arena_printf(run->arena, "%s: %s", internal_words,
						 document->title)
				  : document->title,
		.publisher = document->publisher,
		.language = document->language,
		.description = document->description,
		.licence = meta->licence,
		.licence_href = meta->licence_href,
		.keywords = document->keywords,
		.date = document->date.year > 0 ? date_text(run->arena, document->date) : "",
		.suffix = internal_name(run, ""),
	};
	struct buffer bytes;

	buffer_init(&bytes);
	csvw_write(run->sheet_tables, &facts, &bytes);
	outfile_set_add(outputs, internal_name(run, "csv/csv-metadata.json"), &bytes);
}

static bool make(const struct run *run, struct outfile_set *outputs)
{
	for (size_t i = 0; i < run->sheet_tables->count; i++) {
		const struct data_table *table = &run->sheet_tables->items[i];
		struct buffer bytes;

		buffer_init(&bytes);
		data_table_csv(table, &bytes);
		outfile_set_add(
			outputs,
			internal_name(run, arena_printf(run->arena, "csv/%s.csv", table->name)),
			&bytes);
	}
	add_metadata(run, outputs);
	return true;
}

const struct edition edition_csv = { .data_tables = true, .make = make };
