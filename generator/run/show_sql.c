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

/* What a query is asked of while it is shown. */
struct showing {
	struct odbc_setup databases;
	struct diag_list *diags; /* faults of queries; what the answers lack is no fault */
};

/* Databases show their statement; files are not read. Both answer that there are no rows. */
static bool show(void *context, struct arena *arena, const struct count_query *query,
		 const struct count_place *place, struct count_result *result,
		 struct diag_list *diags)
{
	struct showing *showing = context;

	(void)diags;
	if (place->path != NULL) {
		*result = (struct count_result){
			.groupings = arena_array(arena, query->grouping_count + 1,
						 sizeof(struct count_cells)),
			.taken = arena_array(arena, query->value_count + 1,
					     sizeof(struct count_tally)),
			.left_out = arena_array(arena, query->value_count + 1,
						sizeof(struct count_tally)),
		};
		return true;
	}
	return odbc_count(&showing->databases, arena, query, place, result, showing->diags);
}

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

void show_sql(struct command_line *line)
{
	struct run run = run_new(line->arena, line->diags, &line->run);
	const struct data_folders folders = { line->run.data_folders, line->run.data_folder_count };
	struct showing showing = { .databases = { .show = &line->out }, .diags = line->diags };
	const struct count_source source = { .answer = show, .context = &showing };

	if (!run_read_spec(&run) || !run_read_lists(&run))
		return;
	run_read_demand(&run);
	showing.databases.dialects = dialects_read(
		line->arena, path_join(line->arena, run.share, "inputs/reference"), line->diags);
	if (showing.databases.dialects == NULL || !choose_dialect(line, &showing.databases) ||
	    diag_errors(line->diags) > 0)
		return;
	dataset_read(line->arena, run.report, run.indicators, run.reference, folders, &source,
		     diag_list_new(line->arena));
	if (line->out.length == 0 && diag_errors(line->diags) == 0)
		buffer_printf(&line->out, "%s: no source is a database\n", line->run.spec);
}
