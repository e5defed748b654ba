#include "records/worker.h"

#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "records/plan.h"
#include "records/supply.h"

static size_t words_of(enum count_measure_kind kind)
{
	return kind == COUNT_SUM ? SUM_WORDS : kind == COUNT_PEOPLE ? 0 : 1;
}

static void make_cells(struct worker *worker)
{
	const struct count_query *query = worker->plan->query;
	size_t words = CELL_MEASURES;

	worker->measure_words = arena_array(worker->arena, query->measure_count + 1,
					    sizeof(*worker->measure_words));
	for (size_t i = 0; i < query->measure_count; i++) {
		worker->measure_words[i] = words;
		words += words_of(query->measures[i].kind);
	}
	worker->cells =
		arena_array(worker->arena, query->grouping_count + 1, sizeof(*worker->cells));
	for (size_t i = 0; i < query->grouping_count; i++)
		cells_init(&worker->cells[i], worker->arena, query->groupings[i].value_count,
			   words);
	worker->layouts =
		arena_array(worker->arena, query->grouping_count + 1, sizeof(*worker->layouts));
	worker->members =
		arena_array(worker->arena, query->grouping_count * query->measure_count + 1,
			    sizeof(*worker->members));
}

static void make_values(struct worker *worker)
{
	const struct plan *plan = worker->plan;
	size_t count = plan->query->value_count + 1;

	worker->caches =
		arena_array(worker->arena, plan->column_count + 1, sizeof(*worker->caches));
	for (size_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].kept)
			text_cache_init(&worker->caches[i], plan, &plan->columns[i]);
	worker->groups = arena_array(worker->arena, count, sizeof(*worker->groups));
	for (size_t i = 0; i < plan->query->value_count; i++)
		group_texts_init(&worker->groups[i], worker->arena);
	worker->taken = arena_array(worker->arena, count, sizeof(*worker->taken));
	worker->left_out = arena_array(worker->arena, count, sizeof(*worker->left_out));
	if (plan->query->split != NULL)
		worker->parts = arena_array(worker->arena, count * plan->query->split->text_count,
					    sizeof(*worker->parts));
	worker->entries =
		arena_array(worker->arena, plan->column_count + 1, sizeof(*worker->entries));
	worker->values =
		arena_array(worker->arena, plan->each_row.value_count + 1, sizeof(*worker->values));
	worker->bits =
		arena_array(worker->arena, ROWS_MOST * (plan->words + 1), sizeof(*worker->bits));
}

struct worker *worker_new(const struct plan *plan, const struct row_format *format,
			  const struct scan *scan, struct supply *supply)
{
	struct arena *arena = arena_new();
	struct worker *worker = arena_alloc(arena, sizeof(*worker));

	worker->arena = arena;
	worker->plan = plan;
	worker->supply = supply;
	worker->rows = rows_new(arena, plan, format, scan);
	make_cells(worker);
	make_values(worker);
	return worker;
}

struct member_set *worker_members(const struct worker *worker, size_t grouping, size_t measure)
{
	return &worker->members[grouping * worker->plan->query->measure_count + measure];
}

/* The bytes of a piece are text, or where they are not. */
static bool check_text(struct worker *worker, const struct piece *piece)
{
	struct fault fault = { .found = true };
	const char *at;
	size_t bad;

	if (!piece->odd_bytes || encoding_is_utf8(piece->bytes, piece->length, &bad))
		return true;
	fault.offset = piece->offset + bad;
	fault.line = piece->line;
	at = piece->bytes;
	for (size_t i = 0; i < bad; i++)
		if (piece->bytes[i] == '\n' ||
		    (piece->bytes[i] == '\r' && piece->bytes[i + 1] != '\n')) {
			fault.line++;
			at = piece->bytes + i + 1;
		}
	fault.column = (unsigned)encoding_characters(at, (size_t)(piece->bytes + bad - at)) + 1;
	fault.code = piece->bytes[bad] == '\0' ? DIAG_CSV_NOT_TEXT : DIAG_CSV_ENCODING;
	fault.detail = piece->bytes[bad] == '\0'
			       ? "it holds a zero byte"
			       : arena_printf(worker->arena, "byte 0x%02X is not utf-8",
					      (unsigned char)piece->bytes[bad]);
	if (fault.code == DIAG_CSV_ENCODING)
		fault.hint = "if the file is of another encoding, such as windows-1252, set "
			     "encoding on the source, or save it as UTF-8";
	fault_keep_first(&worker->fault, &fault);
	return false;
}

static size_t member_bytes(const struct worker *worker)
{
	const struct count_query *query = worker->plan->query;
	size_t bytes = 0;

	for (size_t i = 0; i < query->grouping_count * query->measure_count; i++)
		bytes += worker->members[i].capacity * sizeof(*worker->members[i].items);
	return bytes;
}

static void find_full(struct worker *worker)
{
	worker->crowded = worker->members_most > 0 && member_bytes(worker) > worker->members_most;
	if (worker->crowded) {
		struct fault fault = { .found = true,
				       .offset = FAULT_NOWHERE,
				       .code = DIAG_RECORDS_CELLS };

		fault_keep_first(&worker->fault, &fault);
	}
	for (size_t i = 0; i < worker->plan->query->grouping_count; i++)
		if (worker->cells[i].full) {
			struct fault fault = { .found = true,
					       .offset = FAULT_NOWHERE,
					       .code = DIAG_RECORDS_CELLS };

			fault_keep_first(&worker->fault, &fault);
		}
}

/* Rows of a batch that is not evaluated may be the header once more, as worker_look() finds it in others. */
static void look_for_headers(const struct worker *worker)
{
	const struct row_batch *batch = worker->batch;

	for (size_t i = 0; i < worker->plan->column_count; i++)
		for (size_t row = 0; row < batch->count && worker->plan->columns[i].kept; row++)
			if (plan_column_is_named(&worker->plan->columns[i],
						 batch->bytes + batch->start[i][row],
						 batch->length[i][row]))
				rows_is_header(worker->rows, row);
}

static void run_piece(struct worker *worker, struct piece *piece)
{
	bool text = check_text(worker, piece);

	rows_start(worker->rows, piece);
	while ((worker->batch = rows_next(worker->rows)) != NULL) {
		/* What follows bytes that are no text is read for faults before them alone. */
		if (!text)
			look_for_headers(worker);
		if (!text || worker->fault.found)
			continue;
		worker_evaluate(worker);
		worker_measure(worker);
		find_full(worker);
	}
	fault_keep_first(&worker->fault, rows_fault(worker->rows));
}

void worker_run(struct worker *worker)
{
	struct piece piece = { 0 };

	while (!worker->fault.found && supply_next(worker->supply, &piece))
		run_piece(worker, &piece);
	for (size_t i = 0; i < worker->plan->column_count; i++)
		if (worker->plan->columns[i].kept)
			worker_tally_texts(worker, i);
	if (worker->fault.found)
		supply_stop(worker->supply);
	supply_clear_piece(&piece);
}

void worker_free(struct worker *worker)
{
	const struct plan *plan = worker->plan;
	size_t sets = plan->query->grouping_count * plan->query->measure_count;

	for (size_t i = 0; i < plan->column_count; i++)
		text_cache_clear(&worker->caches[i]);
	for (size_t i = 0; i < plan->query->value_count; i++)
		group_texts_clear(&worker->groups[i]);
	for (size_t i = 0; i < plan->query->grouping_count; i++)
		cells_clear(&worker->cells[i]);
	for (size_t i = 0; i < sets; i++)
		member_set_clear(&worker->members[i]);
	rows_free(worker->rows);
	arena_free(worker->arena);
}
