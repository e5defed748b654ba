#include "run/show_sql.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "data/dataset_read.h"
#include "data/dialects_read.h"
#include "model/sql_dialect.h"
#include "odbc/count.h"
#include "run/command.h"

/* False after a message when there is no dialect of the name. */
static bool choose_dialect(struct command_line *line, struct odbc_setup *databases)
{
	const struct sql_dialects *dialects = databases->dialects;

	databases->dialect =
		line->sql_dialect == NULL ? dialects->items[0].name : line->sql_dialect;
	if (sql_dialect_find(dialects, databases->dialect) != NULL)
		return true;
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "--sql-dialect %s", databases->dialect),
		 suggest_member(line->arena, databases->dialect, dialects->items, dialects->count,
				sizeof(*dialects->items), offsetof(struct sql_dialect, name)));
	return false;
}

/* What the statement before may lead to. Which texts it has follows from what that finds. */
static const char then[] =
	"-- Asked after the statement above when that finds several texts of one meaning, whose people cannot be\n"
	"-- added up. It names the texts that were found; here stand all that the report and its lists know.\n";

static void show_source(struct command_line *line, struct dataset_reading *reading, size_t source,
			struct odbc_setup *databases)
{
	struct records_question question;
	struct count_result nothing;
	struct count_query again;

	if (!dataset_reading_question(reading, source, &question) ||
	    !odbc_count(databases, line->arena, &question.query, &question.place, &nothing,
			line->diags) ||
	    !dataset_reading_second_example(reading, source, &again))
		return;
	buffer_add_text(&line->out, then);
	odbc_count(databases, line->arena, &again, &question.place, &nothing, line->diags);
}

void show_sql(struct command_line *line)
{
	struct run run = run_new(line->arena, line->diags, &line->run);
	const struct data_folders folders = { line->run.data_folders, line->run.data_folder_count };
	struct odbc_setup databases = { .show = &line->out };
	struct dataset_reading *reading;

	if (!run_read_spec(&run) || !run_read_lists(&run))
		return;
	run_read_demand(&run);
	databases.dialects = dialects_read(
		line->arena, path_join(line->arena, run.share, "inputs/reference"), line->diags);
	if (databases.dialects == NULL || !choose_dialect(line, &databases) ||
	    diag_errors(line->diags) > 0)
		return;
	reading = dataset_reading_begin(line->arena, run.report, run.indicators, run.reference,
					folders, diag_list_new(line->arena));
	for (size_t i = 0; i < run.report->source_count; i++)
		if (run.report->sources[i].kind == SOURCE_ODBC)
			show_source(line, reading, i, &databases);
	if (line->out.length == 0 && diag_errors(line->diags) == 0)
		buffer_printf(&line->out, "%s: no source is a database\n", line->run.spec);
}
