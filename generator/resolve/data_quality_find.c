/*
 * data_quality_find.c - of how many records of every source the groups are known.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "resolve/data_quality_parts.h"

static const char usual_dimensions[] = "ethnicity deprivation age sex";

/* -- dimensions --------------------------------------------------------------------------------- */

static bool add_dimension(struct quality *quality, const char *name)
{
	struct resolver *resolver = quality->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const char **names;
	size_t count;

	if (dimension_find(dimensions, name) < 0 && classification_find(dimensions, name) < 0) {
		names = breakdown_names(resolver->arena, dimensions, &count);
		diag_add(resolver->diags, DIAG_BREAKDOWN_UNKNOWN, quality->block->reference.by.at,
			 arena_printf(resolver->arena, "by=\"%s\"", name),
			 suggest_hint(resolver->arena, name, names, count));
		return false;
	}
	if (quality->dimension_count < QUALITY_DIMENSIONS_MOST)
		quality->dimensions[quality->dimension_count++] = name;
	return true;
}

static bool add_dimensions(struct quality *quality)
{
	const char *list = quality->block->reference.by.text, *name;

	list = list == NULL ? usual_dimensions : list;
	while ((name = list_next(quality->resolver->arena, &list, " ")) != NULL)
		if (!add_dimension(quality, name))
			return false;
	return true;
}

const char *quality_dimension(const struct quality *quality, size_t dimension)
{
	const struct dimensions *dimensions = quality->resolver->dataset->dimensions;
	const char *name = quality->dimensions[dimension];
	int found = dimension_find(dimensions, name);

	return found >= 0
		       ? dimensions->items[found].label
		       : dimensions->classifications[classification_find(dimensions, name)]->label;
}

/* -- figures ------------------------------------------------------------------------------------ */

/*
 * A dimension that the data do not have is missing where the statement asks for it; elsewhere it has no
 * meaning, as ages in what is counted by the month of birth.
 */
static struct value without_data(const struct indicator *indicator, const char *dimension)
{
	return indicator->breakdowns != NULL && list_has(indicator->breakdowns, ";", dimension)
		       ? value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
		       : value_without(VALUE_NOT_APPLICABLE, REASON_NONE);
}

struct value completeness_of(struct resolver *resolver, struct arena *arena,
			     const struct scope *scope, const char *dimension, struct location at,
			     struct view *view)
{
	const struct data_reference own = { .by = { .text = dimension, .at = at } };
	struct scope within = scope_within(scope, &own);
	struct cell_key key;

	/* A period or breakdown that one of many indicators lacks needs no warning. */
	within.testing = true;
	if (!scope_key(resolver, &within, at, &key))
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	*view = view_of(arena, resolver->results, &key);
	if (period_latest(resolver->results, key.indicator, key.organisation, key.classification) <
	    0)
		return without_data(view->indicator, dimension);
	return view_measure(view, MEASURE_COMPLETENESS);
}

/* What the records are that a completeness is of: the phrase of that name counts the same. */
static const char *records_of(const struct quality *quality, const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);
	bool people = method->is_share && indicator->denominator_source[0] == '\0';

	return people || indicator->events[0] == '\0'
		       ? words_population(&quality->resolver->words, indicator)
		       : indicator->events;
}

/* The source of the figures of an indicator in a period; -1 when the body has none. */
static int source_of(const struct quality *quality, int indicator, int period)
{
	const struct results *results = quality->resolver->results;

	for (size_t i = 0; i < results->count; i++)
		if (results->items[i].key.indicator == indicator &&
		    results->items[i].key.organisation == quality->organisation &&
		    results->items[i].key.period == period)
			return results->items[i].source;
	return -1;
}

static bool same_value(const struct value *a, const struct value *b)
{
	return a->state == b->state && (!value_is_shown(a) || a->estimate == b->estimate);
}

static const char *title_of(const struct quality *quality, const struct quality_row *row)
{
	return quality->resolver->dataset->sources[row->source].title;
}

/*
 * Figures of the same records have the same completeness, whatever they are the share of; records of one
 * name in one source are one row as well.
 */
static bool same_records(const struct quality *quality, const struct quality_row *a,
			 const struct quality_row *b)
{
	if (strcmp(title_of(quality, a), title_of(quality, b)) != 0)
		return false;
	if (strcmp(a->records, b->records) == 0)
		return true;
	for (size_t i = 0; i < quality->dimension_count; i++)
		if (!same_value(&a->values[i], &b->values[i]))
			return false;
	return a->period == b->period;
}

/* Some figure, though it may not be printed: what nobody knows makes no row. */
static bool is_told(const struct quality *quality, const struct quality_row *row)
{
	for (size_t i = 0; i < quality->dimension_count; i++)
		if (value_is_shown(&row->values[i]) || row->values[i].state == VALUE_SUPPRESSED)
			return true;
	return false;
}

/* The lowest of several figures stands for them; a hidden one gives way to one that is shown. */
static void merge_row(const struct quality *quality, struct quality_row *into,
		      const struct quality_row *row)
{
	static const int ranks[] = {
		[VALUE_SHOWN] = 3,         [VALUE_UNRELIABLE] = 3,     [VALUE_SUPPRESSED] = 2,
		[VALUE_NOT_AVAILABLE] = 1, [VALUE_NOT_APPLICABLE] = 0,
	};

	for (size_t i = 0; i < quality->dimension_count; i++) {
		struct value *value = &into->values[i];
		const struct value *other = &row->values[i];

		if (ranks[other->state] > ranks[value->state] ||
		    (value_is_shown(value) && value_is_shown(other) &&
		     other->estimate < value->estimate))
			*value = *other;
	}
	into->merged = into->merged || strcmp(into->records, row->records) == 0;
}

/* Rows of one source stand together. */
static size_t place_for(const struct quality *quality, const struct quality_row *row)
{
	size_t place = quality->row_count;

	for (size_t i = 0; i < quality->row_count; i++)
		if (strcmp(title_of(quality, &quality->rows[i]), title_of(quality, row)) == 0)
			place = i + 1;
	return place;
}

static void add_row(struct quality *quality, const struct quality_row *row)
{
	size_t place;

	for (size_t i = 0; i < quality->row_count; i++)
		if (same_records(quality, &quality->rows[i], row)) {
			merge_row(quality, &quality->rows[i], row);
			return;
		}
	quality->rows = arena_grow(quality->resolver->arena, quality->rows, quality->row_count,
				   &quality->row_capacity, sizeof(*quality->rows));
	place = place_for(quality, row);
	memmove(&quality->rows[place + 1], &quality->rows[place],
		(quality->row_count++ - place) * sizeof(*quality->rows));
	quality->rows[place] = *row;
}

/* What is known of no item is named below the table. */
static void leave_out_untold(struct quality *quality)
{
	size_t kept = 0;

	for (size_t i = 0; i < quality->row_count; i++)
		if (is_told(quality, &quality->rows[i]))
			quality->rows[kept++] = quality->rows[i];
	quality->row_count = kept;
}

/* True when the body has figures of the indicator, in any breakdown. */
static bool has_figures(const struct quality *quality, int indicator)
{
	int count = (int)quality->resolver->dataset->dimensions->classification_count;

	for (int i = CLASSIFICATION_ALL; i < count; i++)
		if (period_latest(quality->resolver->results, indicator, quality->organisation,
				  i) >= 0)
			return true;
	return false;
}

/* scratch: of views of all breakdowns of all indicators, which are not needed longer than their row. */
static bool find_row(struct quality *quality, struct arena *scratch, const struct scope *around,
		     int number)
{
	struct resolver *resolver = quality->resolver;
	const struct indicator *indicator = &resolver->dataset->indicators->items[number];
	const struct data_reference own = { .indicator = { .text = indicator->id,
							   .at = quality->block->at } };
	struct scope scope = scope_within(around, &own);
	struct quality_row row = { .records = records_of(quality, indicator), .source = -1 };

	for (size_t i = 0; i < quality->dimension_count; i++) {
		size_t errors = diag_errors(resolver->diags);
		struct view view = { 0 };

		row.values[i] = completeness_of(resolver, scratch, &scope, quality->dimensions[i],
						quality->block->at, &view);
		if (diag_errors(resolver->diags) > errors)
			return false;
		if (row.values[i].state == VALUE_NOT_APPLICABLE &&
		    row.values[i].reason == REASON_NONE)
			continue;
		row.period = view.key.period;
		row.source = source_of(quality, number, row.period);
		use_measure(resolver, &view, MEASURE_COMPLETENESS, "", quality->block->at);
	}
	if (row.source >= 0)
		add_row(quality, &row);
	return true;
}

/* Every indicator, unless the block lists some. */
static bool is_wanted(const struct quality *quality, int indicator, const int *wanted, size_t count)
{
	if (quality->block->indicators.text == NULL)
		return true;
	for (size_t i = 0; i < count; i++)
		if (wanted[i] == indicator)
			return true;
	return false;
}

bool find_quality(struct quality *quality, const struct scope *around)
{
	const struct indicators *indicators = quality->resolver->dataset->indicators;
	struct data_reference own = quality->block->reference;
	int *wanted = arena_array(quality->resolver->arena, indicators->count + 1, sizeof(*wanted));
	struct arena *scratch;
	size_t count = 0;
	struct scope scope;
	bool found = true;

	own.by = (struct word){ 0 };
	scope = scope_within(around, &own);
	quality->organisation = scope_organisation(quality->resolver, &scope, quality->block->at);
	if (quality->organisation < 0 || !add_dimensions(quality))
		return false;
	if (quality->block->indicators.text != NULL)
		count = scope_indicators(quality->resolver, &scope, quality->block, wanted,
					 indicators->count);
	scratch = arena_new();
	for (size_t i = 0; i < indicators->count && found; i++)
		if (is_wanted(quality, (int)i, wanted, count) && has_figures(quality, (int)i))
			found = find_row(quality, scratch, &scope, (int)i);
	arena_free(scratch);
	if (found)
		leave_out_untold(quality);
	return found;
}
