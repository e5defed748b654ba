#include "run/counting.h"

#include "base/diag.h"
#include "base/source.h"
#include "data/dialects_read.h"
#include "run/run.h"

_Static_assert((int)THREADS_MOST <= (int)RECORDS_THREADS_MOST,
	       "as many threads as may be asked for");

/* The dialects of databases are read when the first database is asked. */
static bool ask(struct counting *counting, struct arena *arena, const struct count_query *query,
		const struct count_place *place, struct count_result *result,
		struct diag_list *diags)
{
	struct odbc_setup *databases = &counting->databases;

	if (databases->dialects == NULL)
		databases->dialects = dialects_read(arena, counting->lists, diags);
	return databases->dialects != NULL &&
	       odbc_count(databases, arena, query, place, result, diags);
}

static bool count(void *context, struct arena *arena, const struct count_query *query,
		  const struct count_place *place, struct count_result *result,
		  struct diag_list *diags)
{
	struct counting *counting = context;
	bool counted = true, known;

	known = counting->known != NULL &&
		shared_counts_find(counting->known, arena, query, place, result, &counted, diags);
	if (!counted)
		return false;
	if (place->path == NULL)
		return known || ask(counting, arena, query, place, result, diags);
	if (!known && !records_count(&counting->records, arena, query, place, result, diags))
		return false;
	/* Like every input, by its content: the record of the run tells whether it is still the same. */
	source_note_large_file(place->path, diags);
	return true;
}

struct count_source counting_source(struct counting *counting)
{
	return (struct count_source){ .answer = count, .context = counting };
}
