#include "run/shared_inputs.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/path.h"
#include "data/dataset_read.h"
#include "run/counting.h"
#include "run/run.h"
#include "run/shared_asking.h"
#include "run/shared_counts.h"

/* How a source is read, for who asks for times. */
struct source_way {
	const char *id;
	bool once;
	const char *why; /* it is read for each statement; NULL otherwise */
};

struct shared_inputs {
	struct arena *arena;
	struct run run; /* of the first statement */
	struct diag_list *lists_said, *data_said;
	struct dataset_reading *reading; /* NULL: there is nothing that all have in common */
	struct shared_counts *counts;
	struct source_way *ways;
	size_t way_count;
};

/* -- two statements ---------------------------------------------------------------------------- */

static const char *value_of(const struct shared_statement *statement, const char *name)
{
	for (size_t i = 0; i < statement->setting_count; i++)
		if (strcmp(statement->settings[i].name, name) == 0)
			return statement->settings[i].value;
	return "";
}

static size_t differences(const struct shared_statement *one, const struct shared_statement *other)
{
	size_t count = 0;

	for (size_t i = 0; i < one->setting_count; i++)
		count +=
			strcmp(one->settings[i].value, value_of(other, one->settings[i].name)) != 0;
	return count;
}

static struct diag_list *list_new(struct arena *arena, struct source_store *store)
{
	struct diag_list *list = diag_list_new(arena);

	diag_keep_files(list);
	diag_use_store(list, store);
	return list;
}

static struct run_options *options_of(struct arena *arena, const struct run_options *options,
				      const struct shared_statement *statement)
{
	struct run_options *own = arena_alloc(arena, sizeof(*own));

	*own = *options;
	own->spec = statement->spec;
	own->settings = statement->settings;
	own->setting_count = statement->setting_count;
	return own;
}

static const struct report *read_spec(struct arena *arena, const struct run_options *options,
				      const struct shared_statement *statement,
				      struct source_store *store)
{
	struct run run =
		run_new(arena, list_new(arena, store), options_of(arena, options, statement));

	return run_read_spec(&run) ? run.report : NULL;
}

/*
 * What two statements that differ as much as any have in common, all have, as a rule. One whose spec has faults has
 * nothing in common with any; *report stays NULL when there is no other.
 */
static const struct shared_statement *most_different(const struct shared_inputs *inputs,
						     const struct run_options *options,
						     const struct shared_statement *statements,
						     size_t count, struct source_store *store,
						     const struct report **report)
{
	const struct shared_statement *found = NULL;

	for (size_t i = 1; i < count; i++) {
		const struct report *read;

		if (found != NULL &&
		    differences(statements, &statements[i]) <= differences(statements, found))
			continue;
		read = read_spec(inputs->arena, options, &statements[i], store);
		if (read == NULL)
			continue;
		found = &statements[i];
		*report = read;
	}
	return found;
}

/* -- in common --------------------------------------------------------------------------------- */

/* A counter that keeps what it was asked. */
struct keeping {
	struct count_source counter;
	struct shared_counts *counts;
};

static bool count_and_keep(void *context, struct arena *arena, const struct count_query *query,
			   const struct count_place *place, struct count_result *result,
			   struct diag_list *diags)
{
	const struct keeping *keeping = context;
	struct counted_query counted = { .query = *query };

	if (!keeping->counter.answer(keeping->counter.context, arena, query, place, result, diags))
		return false;
	counted.result = *result;
	shared_counts_add(keeping->counts, place, &counted);
	return true;
}

/* Lists and looks are those of all statements; what is wrong with them is left to each. */
static bool read_lists(struct shared_inputs *inputs)
{
	struct run *run = &inputs->run;
	bool read;

	run->diags = inputs->lists_said;
	read = run_read_lists(run);
	run->diags = list_new(inputs->arena, diag_store(inputs->lists_said));
	run_read_looks(run);
	if (read)
		run_read_demand(run);
	return read && diag_errors(inputs->lists_said) == 0;
}

static void read_common(struct shared_inputs *inputs, const struct count_source *counter,
			size_t common)
{
	const struct run *run = &inputs->run;
	const struct run_options *options = run->options;
	struct keeping keeping = { .counter = *counter, .counts = inputs->counts };
	const struct count_source keeper = { .answer = count_and_keep, .context = &keeping };

	inputs->reading = dataset_reading_begin(
		inputs->arena, run->report, run->indicators, run->reference,
		(struct data_folders){ options->data_folders, options->data_folder_count },
		inputs->data_said);
	dataset_reading_sources(inputs->reading, &keeper, common);
}

/* -- the whole --------------------------------------------------------------------------------- */

static void note_ways(struct shared_inputs *inputs, size_t common)
{
	const struct report *report = inputs->run.report;

	inputs->way_count = report->source_count;
	inputs->ways = arena_array(inputs->arena, report->source_count + 1, sizeof(*inputs->ways));
	for (size_t i = 0; i < report->source_count; i++)
		inputs->ways[i] = (struct source_way){
			.id = report->sources[i].id,
			.once = i < common,
			.why = i < common ? NULL : "it is not the same in all statements",
		};
}

/* Sources that are not read once may be counted once all the same. */
static void count_rest(struct shared_inputs *inputs, const struct shared_asker *asker,
		       size_t common)
{
	const struct report *report = inputs->run.report;

	for (size_t i = common; i < report->source_count; i++)
		if (report->sources[i].kind != SOURCE_TABLE) {
			inputs->ways[i].why = shared_asking_count(asker, i);
			inputs->ways[i].once = inputs->ways[i].why == NULL;
		}
}

static bool has_records(const struct report *report, size_t from)
{
	for (size_t i = from; i < report->source_count; i++)
		if (report->sources[i].kind != SOURCE_TABLE)
			return true;
	return false;
}

static void read_all(struct shared_inputs *inputs, const struct run_options *options,
		     const struct shared_statement *statements, size_t count,
		     struct source_store *store)
{
	const struct report *second = NULL;
	const struct shared_statement *other =
		most_different(inputs, options, statements, count, store, &second);
	struct counting counting = {
		.records = { .threads = options->threads },
		.lists = path_join(inputs->arena, inputs->run.share, "inputs/reference"),
	};
	struct shared_asker asker = {
		.arena = inputs->arena,
		.statements = statements,
		.count = count,
		.second = other,
		.counting = &counting,
		.counts = inputs->counts,
		.store = store,
	};
	size_t common;

	if (second == NULL)
		return;
	common = reports_common_sources(inputs->run.report, second);
	note_ways(inputs, common);
	if (!read_lists(inputs))
		return;
	if (has_records(inputs->run.report, common)) {
		asker.options[0] = options_of(inputs->arena, options, statements);
		asker.options[1] = options_of(inputs->arena, options, other);
	}
	if (strcmp(inputs->run.report->base_digest, second->base_digest) == 0) {
		const struct count_source counter = counting_source(&counting);

		read_common(inputs, &counter, common);
	}
	if (asker.options[0] != NULL)
		count_rest(inputs, &asker, common);
}

struct shared_inputs *shared_inputs_read(struct arena *arena, const struct run_options *options,
					 const struct shared_statement *statements, size_t count,
					 struct source_store *store, struct stages *stages)
{
	struct shared_inputs *inputs = arena_alloc(arena, sizeof(*inputs));
	struct stages own = { 0 };

	inputs->arena = arena;
	inputs->counts = shared_counts_new(arena);
	inputs->lists_said = list_new(arena, store);
	inputs->data_said = list_new(arena, store);
	stages_begin(&own);
	inputs->run =
		run_new(arena, list_new(arena, store), options_of(arena, options, statements));
	if (run_read_spec(&inputs->run))
		read_all(inputs, options, statements, count, store);
	stages_end(&own, arena, "in common");
	stages_add(stages, arena, &own);
	return inputs;
}

/* -- taking ------------------------------------------------------------------------------------ */

static bool fits(const struct shared_inputs *inputs, const struct run *run)
{
	return inputs->reading != NULL && dataset_reading_fits(inputs->reading, run->report);
}

bool shared_inputs_give_lists(const struct shared_inputs *inputs, struct run *run)
{
	if (!fits(inputs, run))
		return false;
	diag_add_all(run->diags, inputs->lists_said);
	run->reference = inputs->run.reference;
	run->indicators = inputs->run.indicators;
	run->statement = inputs->run.statement;
	return true;
}

bool shared_inputs_give_data(const struct shared_inputs *inputs, struct run *run,
			     const struct count_source *counter)
{
	if (!fits(inputs, run))
		return false;
	dataset_reading_pass_on(inputs->reading, run->report, run->diags);
	diag_add_all(run->diags, inputs->data_said);
	dataset_reading_sources(inputs->reading, counter, run->report->source_count);
	run->dataset = dataset_reading_end(inputs->reading);
	return true;
}

const struct shared_counts *shared_inputs_counts(const struct shared_inputs *inputs)
{
	return inputs == NULL ? NULL : inputs->counts;
}

void shared_inputs_write(const struct shared_inputs *inputs, bool json, struct buffer *out)
{
	for (size_t i = 0; i < inputs->way_count; i++) {
		const struct source_way *way = &inputs->ways[i];

		if (json) {
			buffer_add_text(out, "{\"source\":");
			json_add_text(out, way->id);
			buffer_printf(out, ",\"read\":\"%s\",\"why\":",
				      way->once ? "once" : "for each statement");
			json_add_text(out, way->why == NULL ? "" : way->why);
			buffer_add_text(out, "}\n");
		} else {
			buffer_printf(out, "source %s: read %s%s%s\n", way->id,
				      way->once ? "once" : "for each statement",
				      way->once ? "" : ", since ", way->once ? "" : way->why);
		}
	}
}
