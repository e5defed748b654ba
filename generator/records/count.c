#include <pthread.h>
#include <string.h>

#include "base/arena.h"
#include "base/crew.h"
#include "base/fatal.h"
#include "base/source.h"
#include "data/csv.h"
#include "records/merge.h"
#include "records/plan.h"
#include "records/records.h"
#include "records/row_parse.h"
#include "records/scan.h"
#include "records/stream.h"
#include "records/supply.h"
#include "records/worker.h"

/* The header, and what stands before it, must lie within FIRST bytes. */
enum { PIECE = 512 * 1024, FIRST = 1024 * 1024 };

struct counting {
	struct arena *arena;
	const struct records_options *options;
	const struct count_place *place;
	struct stream *stream;
	struct csv_reader *header;
	struct row_format format;
	struct worker *workers[RECORDS_THREADS_MOST];
	size_t worker_count;
};

/* Bytes up to the last line end, if there is one: what is behind may be half a
 * character. */
static size_t whole_lines(const char *bytes, size_t length)
{
	for (size_t i = length; i > 0; i--)
		if (bytes[i - 1] == '\n' || bytes[i - 1] == '\r')
			return i;
	return length;
}

/* The header, read by the reader of all other files, so that names and faults
 * are the same. */
static bool read_header(struct counting *counting, struct diag_list *diags)
{
	const struct count_place *place = counting->place;
	struct csv_options options = { .delimiter = place->delimiter,
				       .encoding = place->encoding,
				       .preamble = place->preamble,
				       .headerless = place->headerless };
	size_t length;
	const char *first = stream_first(counting->stream, FIRST, &length);
	struct stream_fault fault = stream_fault(counting->stream);

	if (length == 0 && fault.detail != NULL) {
		diag_add(diags, fault.code, (struct location){ .file = place->shown_path },
			 fault.detail, fault.hint);
		return false;
	}
	if (length == FIRST)
		length = whole_lines(first, length);
	counting->header = csv_open(
		counting->arena, source_of_text(counting->arena, place->shown_path, first, length),
		&options, diags);
	return counting->header != NULL;
}

static void note_format(struct counting *counting)
{
	struct row_format *format = &counting->format;
	const struct csv_reader *header = counting->header;
	const char **names;

	format->delimiter = counting->place->delimiter == '\0' ? ',' : counting->place->delimiter;
	format->cells = csv_columns(header);
	if (counting->place->headerless)
		return;
	names = arena_array(counting->arena, format->cells, sizeof(*names));
	for (size_t i = 0; i < format->cells; i++)
		names[i] = csv_column_name(header, i);
	format->names = names;
}

/* -- threads
 * ----------------------------------------------------------------------------------------------
 */

static void *run(void *worker)
{
	worker_run(worker);
	return NULL;
}

static size_t thread_count(const struct counting *counting, size_t piece)
{
	const struct records_options *options = counting->options;
	size_t count = crew_threads(options->threads);
	size_t pieces = stream_size(counting->stream) / piece + 1;

	if (count > RECORDS_THREADS_MOST)
		count = RECORDS_THREADS_MOST;
	return !stream_is_packed(counting->stream) && count > pieces ? pieces : count;
}

static void run_workers(struct counting *counting)
{
	pthread_t threads[RECORDS_THREADS_MOST];

	for (size_t i = 1; i < counting->worker_count; i++)
		if (pthread_create(&threads[i], NULL, run, counting->workers[i]) != 0)
			fatal_internal("pthread_create");
	worker_run(counting->workers[0]);
	for (size_t i = 1; i < counting->worker_count; i++)
		pthread_join(threads[i], NULL);
}

/* -- the end
 * ----------------------------------------------------------------------------------------------
 */

static void tell(const struct counting *counting, const struct fault *fault,
		 struct diag_list *diags)
{
	struct location at = { .file = counting->place->shown_path,
			       .line = (unsigned)fault->line,
			       .column = fault->column };

	diag_add(diags, fault->code, at, fault->detail, fault->hint);
}

/* Names of the values of a grouping with too many cells. */
static struct fault too_many(const struct counting *counting, const struct worker *worker)
{
	const struct count_query *query = worker->plan->query;
	const char *names = "";

	for (size_t i = 0; i < query->grouping_count; i++) {
		const struct count_grouping *grouping = &query->groupings[i];

		for (size_t j = 0; worker->cells[i].full && j < grouping->value_count; j++)
			names = arena_printf(counting->arena, "%s%s%s", names,
					     names[0] == '\0' ? "" : ", ",
					     query->values[grouping->values[j]].name);
		if (names[0] != '\0')
			break;
	}
	return (struct fault){ .found = names[0] != '\0',
			       .offset = FAULT_NOWHERE,
			       .code = DIAG_RECORDS_CELLS,
			       .detail = names };
}

/* More people than there may be memory for, in the options. */
static bool is_crowded(const struct counting *counting)
{
	for (size_t i = 0; i < counting->worker_count; i++)
		if (counting->workers[i]->crowded)
			return true;
	return false;
}

static bool finish(struct counting *counting, const struct supply *supply,
		   struct count_result *result, struct diag_list *diags)
{
	struct fault first = supply_fault(supply), full = { 0 };

	for (size_t i = 0; i < counting->worker_count; i++)
		fault_keep_first(&first, &counting->workers[i]->fault);
	for (size_t i = 1; i < counting->worker_count && !first.found; i++)
		merge_worker(counting->workers[0], counting->workers[i]);
	for (size_t i = 0; i < counting->worker_count; i++)
		if (!full.found)
			full = too_many(counting, counting->workers[i]);
	if (!first.found || first.code == DIAG_RECORDS_CELLS) {
		if (!full.found && is_crowded(counting))
			return false;
		first = full;
	}
	if (first.found)
		tell(counting, &first, diags);
	else
		merge_result(counting->arena, counting->workers[0], result);
	return !first.found;
}

static bool count(struct counting *counting, const struct plan *plan, struct count_result *result,
		  struct diag_list *diags)
{
	const struct scan *scan = scan_choose(counting->options->vectors);
	size_t piece = counting->options->piece > 0 ? counting->options->piece : PIECE;
	size_t skip = csv_offset(counting->header);
	struct supply *supply = supply_new(counting->arena, counting->stream, scan, piece, skip,
					   csv_location(counting->header, skip).line);
	bool counted;

	counting->worker_count = thread_count(counting, piece);
	for (size_t i = 0; i < counting->worker_count; i++) {
		counting->workers[i] = worker_new(plan, &counting->format, scan, supply);
		counting->workers[i]->members_most =
			counting->options->members / counting->worker_count;
	}
	run_workers(counting);
	counted = finish(counting, supply, result, diags);
	for (size_t i = 0; i < counting->worker_count; i++)
		worker_free(counting->workers[i]);
	supply_free(supply);
	return counted;
}

/*
 * What was found in the text of a packed file, unless the file is damaged: then bytes that were never packed came out, and
 * a row that is cut in two, and whoever packed it did not write these. So that is the one thing to tell.
 */
static void tell_found(const struct counting *counting, const struct diag_list *found,
		       struct diag_list *diags)
{
	struct location at = { .file = counting->place->shown_path };
	struct stream_fault damage = { 0 };
	uint64_t line = 0;

	if (diag_errors(found) > 0)
		damage = stream_damage(counting->stream, &line);
	at.line = (unsigned)line;
	if (damage.detail != NULL)
		diag_add(diags, damage.code, at, damage.detail, damage.hint);
	else
		diag_add_all(diags, found);
}

bool records_count(void *context, struct arena *arena, const struct count_query *query,
		   const struct count_place *place, struct count_result *result,
		   struct diag_list *diags)
{
	static const struct records_options plain = { 0 };
	struct counting counting = { .arena = arena,
				     .options = context == NULL ? &plain : context,
				     .place = place };
	struct diag_list *found = diag_list_new(arena);
	struct plan *plan;
	bool counted = false;

	counting.stream = stream_open(arena, place, diags);
	if (counting.stream == NULL)
		return false;
	if (read_header(&counting, found)) {
		note_format(&counting);
		plan = plan_make(arena, query, place, counting.header, found);
		counted = plan != NULL && count(&counting, plan, result, found);
	}
	tell_found(&counting, found, diags);
	stream_close(counting.stream);
	return counted;
}
