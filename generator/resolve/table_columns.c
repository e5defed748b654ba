#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/table_parts.h"

void add_column(struct values_table *table, enum column_kind kind, const char *heading, bool strong,
		struct figure_column figure)
{
	struct arena *arena = table->resolver->arena;
	struct table *out = table->table;

	out->columns = arena_grow(arena, out->columns, out->column_count, &table->column_capacity,
				  sizeof(*out->columns));
	out->columns[out->column_count++] =
		(struct table_column){ .kind = kind, .heading = heading, .strong = strong };
	if (out->column_count == 1)
		return;
	table->figures = arena_grow(arena, table->figures, table->figure_count,
				    &table->figure_capacity, sizeof(*table->figures));
	table->figures[table->figure_count++] = figure;
}

static const char *value_heading(const struct values_table *table)
{
	const struct indicator *indicator = table->view.indicator;
	const struct method *method = method_find(indicator->method);
	struct placeholder parts[] = {
		{ "multiplier", words_number(&table->resolver->words, indicator->multiplier, 0) },
		{ 0 },
	};

	if (indicator_is_percentage(indicator))
		return word_of(table->resolver, STRING_HEADING_PERCENTAGE);
	if (method->is_rate)
		return words_fill(&table->resolver->words, STRING_HEADING_RATE_PER, parts);
	if (method->is_count)
		return measure_heading(table, MEASURE_COUNT);
	return indicator->unit[0] != '\0' ? words_capital(&table->resolver->words, indicator->unit)
					  : word_of(table->resolver, STRING_HEADING_VALUE);
}

/* A difference with its unit: "Gap, percentage points", "Gap per 100,000", "Gap, years". */
static const char *difference_heading(const struct values_table *table, const char *name)
{
	const struct words *words = &table->resolver->words;
	const struct indicator *indicator = table->view.indicator;
	const struct method *method = method_find(indicator->method);
	const char *unit = method->is_count ? indicator->events : indicator->unit;
	const char *per = strstr(unit, " per ");
	struct placeholder parts[] = {
		{ "name", name },
		{ "measure", unit },
		{ "multiplier", method->is_rate ? words_number(words, indicator->multiplier, 0)
				: per != NULL   ? per + strlen(" per ")
						: "" },
		{ 0 },
	};

	if (indicator_in_percent(indicator) || method->in_points)
		return words_fill(words, STRING_HEADING_IN_POINTS, parts);
	if (parts[2].text[0] != '\0')
		return words_fill(words, STRING_HEADING_PER, parts);
	return unit[0] != '\0' ? words_fill(words, STRING_NAME_AND_MEASURE, parts) : name;
}

const char *measure_heading(const struct values_table *table, enum measure measure)
{
	const struct words *words = &table->resolver->words;
	const struct indicator *indicator = table->view.indicator;

	if (measure == MEASURE_COUNT)
		return indicator->events[0] != '\0'
			       ? words_capital(words, indicator->events)
			       : word_of(table->resolver, STRING_HEADING_COUNT);
	if (measure == MEASURE_DENOMINATOR)
		return indicator->population[0] != '\0'
			       ? words_capital(words, indicator->population)
			       : word_of(table->resolver, STRING_HEADING_DENOMINATOR);
	if (measure == MEASURE_SHARE)
		return word_of(table->resolver, STRING_HEADING_SHARE);
	if (measure == MEASURE_VALUE)
		return value_heading(table);
	return measure_kind(measure)->unit == MEASURE_UNIT_DIFFERENCE
		       ? difference_heading(table,
					    word_of(table->resolver, string_of_measure(measure)))
		       : word_of(table->resolver, string_of_measure(measure));
}

static bool view_shows(const struct view *view, enum measure measure)
{
	struct value value = view_group_measure(view, NULL, measure);

	for (size_t i = 0; i < view->count && !value_is_shown(&value); i++)
		value = view_group_measure(view, &view->groups[i], measure);
	return value_is_shown(&value);
}

static bool any_shown(const struct values_table *table, enum measure measure)
{
	struct view views[VIEWS_MOST];
	size_t count = views_of_rows(table, views);

	for (size_t i = 0; i < count; i++)
		if (view_shows(&views[i], measure))
			return true;
	return false;
}

static bool view_has_limits(const struct view *view)
{
	if (view->total != NULL && view->total->value.limits.known)
		return true;
	for (size_t i = 0; i < view->count; i++)
		if (view->groups[i].value.limits.known)
			return true;
	return false;
}

static bool any_limits(const struct values_table *table)
{
	struct view views[VIEWS_MOST];
	size_t count = views_of_rows(table, views);

	for (size_t i = 0; i < count; i++)
		if (view_has_limits(&views[i]))
			return true;
	return false;
}

/* A total that is printed: what groups are compared with. */
static bool has_benchmark(const struct values_table *table)
{
	const int body =
		table->has_other ? table->other.key.organisation : table->view.key.organisation;
	struct view views[VIEWS_MOST];
	size_t count = views_of_rows(table, views);

	for (size_t i = 0; i < count; i++) {
		struct cell_key total = views[i].key;
		const struct result *result;

		total.classification = CLASSIFICATION_ALL;
		total.organisation = body;
		result = results_find(table->resolver->results, &total);
		if (result != NULL && value_is_shown(&result->value))
			return true;
	}
	return false;
}

void choose_comparator(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	struct cell_key key = table->view.key;
	int comparator;

	if (series_is(table, "organisation") && scope_has_peers(resolver, table->scope))
		return;
	comparator = scope_comparator(resolver, table->scope, key.organisation, key.period);
	if (comparator == COMPARATOR_NONE || !method_find(table->view.indicator->method)->compares)
		return;
	table->has_other = comparator >= 0 && comparator != key.organisation;
	if (table->has_other) {
		key.organisation = comparator;
		table->other = view_of(resolver->arena, resolver->results, &key);
	}
	table->has_comparison = has_benchmark(table);
}

/* Where the total has what is in no group, words in each row would tell of that. A total of another place is not made of them. */
static bool all_one_sided(const struct values_table *table)
{
	struct view views[VIEWS_MOST];
	size_t count = views_of_rows(table, views);

	for (size_t i = 0; i < count; i++)
		if (table->has_other || !view_one_sided(&views[i]))
			return false;
	return true;
}

static const char *comparison_heading(const struct values_table *table)
{
	const struct dataset *dataset = table->resolver->dataset;
	bool by_sex = series_is(table, "sex");
	struct placeholder parts[] = { { "place", "" }, { 0 } };

	if (!table->has_other)
		return word_of(table->resolver,
			       by_sex ? STRING_HEADING_COMPARISON_SEX : STRING_HEADING_COMPARISON);
	parts[0].text = dataset->organisations[table->other.key.organisation].short_name;
	return words_fill(&table->resolver->words,
			  by_sex ? STRING_HEADING_COMPARISON_PLACE_SEX
				 : STRING_HEADING_COMPARISON_PLACE,
			  parts);
}

/* The columns of a table of values: counts, value, limits, comparison; those that are empty are left out. */
static void usual_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct method *method = method_find(table->view.indicator->method);
	bool is_count = method->is_count;
	struct figure_column figure = { .period = -1,
					.organisation = -1,
					.decimals = DECIMALS_BY_RULE };
	struct placeholder parts[] = {
		{ "confidence", words_confidence(&resolver->words, 0) },
		{ 0 },
	};

	figure.choice = measure_plain(MEASURE_COUNT);
	if (!is_count && any_shown(table, MEASURE_COUNT))
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_COUNT), false,
			   figure);
	figure.choice = measure_plain(MEASURE_DENOMINATOR);
	if (any_shown(table, MEASURE_DENOMINATOR))
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_DENOMINATOR), false,
			   figure);
	figure.choice = measure_plain(MEASURE_VALUE);
	add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_VALUE), true, figure);
	if (is_count) {
		figure.choice = measure_plain(MEASURE_SHARE);
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_SHARE), false,
			   figure);
	}
	figure.choice = measure_plain(MEASURE_VALUE);
	table->has_intervals = !is_count && any_limits(table);
	if (table->has_intervals) {
		figure.kind = FIGURE_LOWER;
		add_column(table, COLUMN_NUMBER,
			   words_fill(&resolver->words, STRING_HEADING_LOWER, parts), false,
			   figure);
		figure.kind = FIGURE_UPPER;
		add_column(table, COLUMN_NUMBER,
			   words_fill(&resolver->words, STRING_HEADING_UPPER, parts), false,
			   figure);
	}
	table->one_sided = table->has_comparison && all_one_sided(table);
	table->has_comparison = table->has_comparison && !table->one_sided;
	if (table->has_comparison) {
		figure.kind = FIGURE_COMPARISON;
		add_column(table, COLUMN_WORD, comparison_heading(table), false, figure);
	}
}

bool choose_columns(struct values_table *table)
{
	const struct classification *classification = table->view.classification;

	add_column(table, COLUMN_NAME,
		   classification == NULL ? word_of(table->resolver, STRING_HEADING_GROUP)
					  : classification->label,
		   false, (struct figure_column){ 0 });
	/* A comparison has its column in the usual table alone. */
	if (table->block->children != NULL || series_is(table, "period") ||
	    series_is(table, "organisation"))
		table->has_comparison = false;
	if (table->block->children != NULL) {
		if (!own_columns(table))
			return false;
	} else if (series_is(table, "period")) {
		period_columns(table);
	} else if (series_is(table, "organisation")) {
		organisation_columns(table);
	} else {
		usual_columns(table);
	}
	if (table->block->sparkline.text != NULL &&
	    strcmp(table->block->sparkline.text, "true") == 0)
		add_sparkline_column(table, NULL,
				     (struct figure_column){ .choice = measure_plain(MEASURE_VALUE),
							     .period = -1,
							     .organisation = -1,
							     .decimals = DECIMALS_BY_RULE });
	return true;
}
