#include <string.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/grade.h"
#include "resolve/series.h"
#include "resolve/table_parts.h"

static void set_cell(struct values_table *table, struct table_cell *cell, const char *words,
		     enum value_state state)
{
	cell->text = shorthand_text(table->resolver, words);
	cell->state = state;
}

static const char *comparison_word(struct values_table *table, enum comparison comparison,
				   bool much)
{
	static const enum string_id ids[] = {
		[COMPARISON_LOWER] = STRING_WORD_LOWER,
		[COMPARISON_SIMILAR] = STRING_WORD_SIMILAR,
		[COMPARISON_HIGHER] = STRING_WORD_HIGHER,
	};

	table->tells_much = table->tells_much || much;
	if (much)
		return word_of(table->resolver, comparison == COMPARISON_HIGHER
							? STRING_WORD_MUCH_HIGHER
							: STRING_WORD_MUCH_LOWER);
	return word_of(table->resolver, ids[comparison]);
}

/* The state of a comparison that has no word. */
static enum value_state comparison_state(const struct value *value, bool itself)
{
	if (value->state == VALUE_UNRELIABLE)
		return VALUE_UNRELIABLE;
	if (itself)
		return VALUE_NOT_APPLICABLE;
	/* A value that is shown but cannot be compared: the comparison is what is not available. */
	return value->state == VALUE_SHOWN ? VALUE_NOT_AVAILABLE : value->state;
}

/* The groups of one sex, when those of the other are compared. */
static bool is_one_sided(const struct values_table *table, const struct view *view)
{
	return !table->has_other && view_one_sided(view);
}

/* Why a figure has no comparison, as a value that is not there. */
static struct value without_comparison(const struct values_table *table, const struct view *view,
				       const struct value *value, bool itself)
{
	const struct result *total = table->has_other ? table->other.total : view->total;
	struct value without = { .state = comparison_state(value, itself) };

	if (without.state != VALUE_NOT_AVAILABLE || value->state != VALUE_SHOWN)
		return without;
	if (is_one_sided(table, view))
		without.reason = REASON_ALL_ON_ONE_SIDE;
	else if (total == NULL)
		without.reason = REASON_NO_TOTAL;
	else if (total->value.state == VALUE_UNRELIABLE)
		without.reason = REASON_BENCHMARK_UNRELIABLE;
	else if (total->value.state == VALUE_SUPPRESSED)
		without = value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	return without;
}

static void fill_comparison(struct values_table *table, const struct view *view,
			    const struct view_group *group, struct table_cell *cell)
{
	const struct result *result = group == NULL ? view->total : group->result;
	struct value value = view_group_measure(view, group, MEASURE_VALUE);
	/* What groups are compared with is not compared with itself. */
	bool itself = group == NULL && (!table->has_other ||
					view->key.organisation == table->other.key.organisation);
	const struct result *total = table->has_other ? table->other.total : view->total;
	enum comparison comparison = COMPARISON_NONE;
	struct value without;

	if (!itself && table->has_other)
		comparison = table->other.total == NULL
				     ? COMPARISON_NONE
				     : value_compare(&value, &table->other.total->value);
	else if (!itself && result != NULL && !is_one_sided(table, view))
		comparison = result->against_all;
	if (comparison != COMPARISON_NONE) {
		table->resolver->compared |= COMPARED_TOTAL;
		table->comparisons += group != NULL;
		set_cell(table, cell,
			 comparison_word(table, comparison,
					 result != NULL && total != NULL &&
						 grade_is_much(table->resolver->results,
							       &result->key, &total->value)),
			 VALUE_SHOWN);
		return;
	}
	without = without_comparison(table, view, &value, itself);
	set_cell(table, cell, words_state(&table->resolver->words, without.state), without.state);
	note_state(&table->states, &without);
}

static void note_source(struct values_table *table, const struct result *result)
{
	if (result != NULL)
		table->source_count =
			add_source(table->resolver, result, table->sources, table->source_count);
}

/* A row for all groups has no gap from one of them. */
static struct value figure_of_column(const struct view *view, const struct view_group *group,
				     const struct figure_column *figure)
{
	if (group == NULL && measure_kind(figure->choice.measure)->scope == MEASURE_SCOPE_PAIR)
		return value_without(VALUE_NOT_APPLICABLE, REASON_NOT_OF_TOTAL);
	return view_figure(view, group, &figure->choice);
}

/* The figure of a column that is for a period or a body of its own. */
static struct value value_elsewhere(struct values_table *table, const struct figure_column *figure,
				    const struct view *view, const struct view_group *group)
{
	const struct view_group *same = NULL;
	struct cell_key key = view->key;
	struct view other;

	if (figure->organisation >= 0)
		key.organisation = figure->organisation;
	if (figure->period >= 0)
		key = series_key(table->resolver, table->scope, &key, figure->period);
	other = view_of(table->resolver->arena, table->resolver->results, &key);
	same = series_group(view, &other, group);
	if (group != NULL && same == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	note_source(table, group == NULL ? other.total : same->result);
	return figure_of_column(&other, same, figure);
}

/* One end of the interval in place of the value. */
static struct value limit_of(const struct value *value, enum figure_kind kind)
{
	struct value limit = *value;

	if (!value_is_shown(value))
		return limit;
	if (!value->limits.known)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	limit.estimate = kind == FIGURE_LOWER ? value->limits.lower : value->limits.upper;
	return limit;
}

/* Without a column for comparisons, which holds the mark, an uncertain figure carries it itself. */
static const char *marked(const struct values_table *table, const struct figure_column *figure,
			  const struct value *value, const char *words)
{
	if (value->state != VALUE_UNRELIABLE || table->has_comparison ||
	    figure->kind != FIGURE_MEASURE)
		return words;
	return arena_printf(table->resolver->arena, "%s\xc2\xa0%s", words,
			    words_state(&table->resolver->words, VALUE_UNRELIABLE));
}

static void fill_figure(struct values_table *table, const struct figure_column *figure,
			const struct view *view, const struct view_group *group,
			struct table_cell *cell)
{
	const struct words *words = &table->resolver->words;
	struct figure_use use = { .choice = figure->choice, .at = table->block->at };
	struct view shown = *view;
	const char *printed;
	struct value value;

	if (figure->kind == FIGURE_COMPARISON) {
		fill_comparison(table, view, group, cell);
		return;
	}
	if (figure->kind == FIGURE_SPARKLINE) {
		fill_sparkline(table, figure, view, group, cell);
		return;
	}
	if (figure->kind == FIGURE_MISSING)
		value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	else if (figure->period >= 0 || figure->organisation >= 0)
		value = value_elsewhere(table, figure, view, group);
	else
		value = figure_of_column(view, group, figure);
	if (figure->kind == FIGURE_LOWER || figure->kind == FIGURE_UPPER)
		value = limit_of(&value, figure->kind);
	printed = (figure->kind == FIGURE_MEASURE ? words_value : words_limit)(
		words, view->key.indicator, figure->choice.measure, &value, figure->decimals);
	note_printed(&table->states, &value, printed);
	set_cell(table, cell, marked(table, figure, &value, printed), value.state);
	if (figure->kind != FIGURE_MEASURE)
		return;
	shown.key.organisation =
		figure->organisation >= 0 ? figure->organisation : shown.key.organisation;
	if (figure->period >= 0)
		shown.key = series_key(table->resolver, table->scope, &shown.key, figure->period);
	use.value = value;
	use.printed = printed;
	cell->use = use_figure(table->resolver, &shown, group, use);
}

void add_row(struct values_table *table, const struct view *view, const struct view_group *group,
	     const char *name, bool total)
{
	struct table *out = table->table;
	struct table_row *row;

	out->rows = arena_grow(table->resolver->arena, out->rows, out->row_count,
			       &out->row_capacity, sizeof(*out->rows));
	row = &out->rows[out->row_count++];
	*row = (struct table_row){
		.cells =
			arena_array(table->resolver->arena, out->column_count, sizeof(*row->cells)),
		.total = total,
	};
	set_cell(table, &row->cells[0], name, VALUE_SHOWN);
	row->cells[0].state = VALUE_SHOWN;
	for (size_t i = 0; i < table->figure_count; i++)
		fill_figure(table, &table->figures[i], view, group, &row->cells[i + 1]);
	note_source(table, group == NULL ? view->total : group->result);
}

void row_is_heard(struct values_table *table, const char *heard)
{
	struct text *name = &table->table->rows[table->table->row_count - 1].cells[0].text;

	if (heard != NULL)
		*name = heard_text(table->resolver, text_plain(table->resolver->arena, name),
				   heard);
}

static const char *total_name(const struct values_table *table, const struct view *view,
			      const char *population)
{
	const struct resolver *resolver = table->resolver;
	const int body = view->key.organisation;
	struct placeholder parts[] = {
		{ "population", population },
		{ "place", resolver->dataset->organisations[body].short_name },
		{ 0 },
	};

	return words_fill(
		&resolver->words,
		body == table->view.key.organisation ? STRING_TOTAL : STRING_TOTAL_OF_PLACE, parts);
}

/* True when the whole has a figure in some column: a figure without meaning for the whole leaves no row. */
static bool has_total(struct values_table *table, const struct view *view)
{
	struct value value = view_group_measure(view, NULL, MEASURE_VALUE);

	if (view->total != NULL)
		return value.state != VALUE_NOT_APPLICABLE;
	for (size_t i = 0; i < table->figure_count; i++) {
		const struct figure_column *figure = &table->figures[i];

		if (figure->kind != FIGURE_MEASURE ||
		    (figure->period < 0 && figure->organisation < 0))
			continue;
		value = value_elsewhere(table, figure, view, NULL);
		if (value_is_shown(&value) || value.state == VALUE_SUPPRESSED)
			return true;
	}
	return false;
}

void add_total_of(struct values_table *table, const struct view *view, const char *population)
{
	if (has_total(table, view))
		add_row(table, view, NULL, total_name(table, view, population), true);
}

static void add_total(struct values_table *table)
{
	const char *population = words_whole(&table->resolver->words, table->view.indicator);

	add_total_of(table, &table->view, population);
	if (table->has_other && table->has_comparison)
		add_total_of(table, &table->other, population);
}

static void add_group_rows(struct values_table *table)
{
	const struct classification *classification = table->view.classification;

	for (size_t i = 0; classification != NULL && i < table->view.count; i++) {
		int group = table->view.groups[i].group;

		add_row(table, &table->view, &table->view.groups[i],
			words_group(&table->resolver->words, classification, group), false);
		row_is_heard(table, group_heard(table->resolver, classification, group));
	}
}

bool any_figure(const struct values_table *table)
{
	for (size_t row = 0; row < table->table->row_count; row++)
		for (size_t i = 1; i < table->table->column_count; i++) {
			enum value_state state = table->table->rows[row].cells[i].state;

			if (value_state_is_shown(state) || state == VALUE_SUPPRESSED)
				return true;
		}
	return false;
}

/* The row of everybody stands first unless the author wants it last, or not at all. */
static bool total_stands(const struct values_table *table, const char *where)
{
	const char *asked = table->block->total.text;

	return strcmp(asked == NULL ? "first" : asked, where) == 0;
}

void fill_rows(struct values_table *table)
{
	if (series_is(table, "sex")) {
		add_sex_rows(table);
		return;
	}
	if (total_stands(table, "first"))
		add_total(table);
	order_groups(table);
	add_group_rows(table);
	if (total_stands(table, "last"))
		add_total(table);
}
