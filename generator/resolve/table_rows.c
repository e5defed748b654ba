#include "base/arena.h"
#include "resolve/table_parts.h"

static void set_cell(struct values_table *table, struct table_cell *cell, const char *words,
		     enum value_state state)
{
	cell->text = plain_text(table->resolver, words);
	cell->state = state;
}

static const char *comparison_word(const struct values_table *table, enum comparison comparison)
{
	static const enum string_id ids[] = {
		[COMPARISON_LOWER] = STRING_WORD_LOWER,
		[COMPARISON_SIMILAR] = STRING_WORD_SIMILAR,
		[COMPARISON_HIGHER] = STRING_WORD_HIGHER,
	};

	return word_of(table->resolver, ids[comparison]);
}

static void fill_comparison(struct values_table *table, const struct view_group *group,
			    struct table_cell *cell)
{
	enum value_state state = group == NULL ? VALUE_NOT_APPLICABLE : group->value.state;
	const char *words;

	if (group != NULL && group->result != NULL &&
	    group->result->against_all != COMPARISON_NONE) {
		set_cell(table, cell, comparison_word(table, group->result->against_all),
			 VALUE_SHOWN);
		return;
	}
	/* A value that is shown but cannot be compared: the comparison is what is not available. */
	if (state == VALUE_SHOWN)
		state = VALUE_NOT_AVAILABLE;
	words = words_state(&table->resolver->words, state);
	set_cell(table, cell, words, state);
	note_state(&table->states, &(struct value){ .state = state });
}

static struct value value_in_period(struct values_table *table, const struct figure_column *figure,
				    const struct view *view, const struct view_group *group)
{
	const struct view_group *same = NULL;
	struct cell_key key = view->key;
	struct view other;

	key.period = figure->period;
	other = view_of(table->resolver->arena, table->resolver->results, &key);
	if (group != NULL)
		same = view_find_group(&other, group->group);
	if (group != NULL && same == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	return view_group_measure(&other, same, figure->measure);
}

static void fill_figure(struct values_table *table, const struct figure_column *figure,
			const struct view *view, const struct view_group *group,
			struct table_cell *cell)
{
	const struct words *words = &table->resolver->words;
	struct value value;

	if (figure->kind == FIGURE_COMPARISON) {
		fill_comparison(table, group, cell);
		return;
	}
	if (figure->period >= 0 && figure->period != view->key.period)
		value = value_in_period(table, figure, view, group);
	else
		value = view_group_measure(view, group, figure->measure);
	if (figure->kind != FIGURE_MEASURE && value_is_shown(&value)) {
		if (!value.limits.known)
			value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
		else
			value.estimate = figure->kind == FIGURE_LOWER ? value.limits.lower
								      : value.limits.upper;
	}
	note_state(&table->states, &value);
	set_cell(table, cell,
		 words_value(words, view->key.indicator, figure->measure, &value, figure->decimals),
		 value.state);
}

static void add_row(struct values_table *table, const struct view *view,
		    const struct view_group *group, const char *name, bool total)
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
	if (group != NULL && group->result != NULL)
		table->source_count = add_source(table->resolver, group->result, table->sources,
						 table->source_count);
	else if (group == NULL && view->total != NULL)
		table->source_count = add_source(table->resolver, view->total, table->sources,
						 table->source_count);
}

static const char *total_name(const struct values_table *table)
{
	const struct indicator *indicator = table->view.indicator;
	const char *whole =
		indicator->population[0] != '\0' ? indicator->population : indicator->events;
	struct placeholder parts[] = { { "population", whole }, { 0 } };

	return words_fill(&table->resolver->words, STRING_TOTAL, parts);
}

static void add_total(struct values_table *table)
{
	struct value value = view_group_measure(&table->view, NULL, MEASURE_VALUE);

	/* A figure that has no meaning for the whole leaves no row. */
	if (table->view.total != NULL && value.state != VALUE_NOT_APPLICABLE)
		add_row(table, &table->view, NULL, total_name(table), true);
}

static void add_group_rows(struct values_table *table)
{
	const struct classification *classification = table->view.classification;

	for (size_t i = 0; classification != NULL && i < table->view.count; i++)
		add_row(table, &table->view, &table->view.groups[i],
			words_group(&table->resolver->words, classification,
				    table->view.groups[i].group),
			false);
}

/* A row for every sex and group: "Females aged 0 to 4". */
static void add_sex_rows(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	int sexes = classification_find(dimensions, "sex");

	for (int sex = 0; sexes >= 0 && sex < 2; sex++) {
		struct cell_key key = table->view.key;
		struct view view;

		key.sex = sex;
		view = view_of(resolver->arena, resolver->results, &key);
		for (size_t i = 0; i < view.count; i++) {
			struct placeholder parts[] = {
				{ "sex",
				  words_group_short(&resolver->words,
						    dimensions->classifications[sexes], sex) },
				{ "group", words_group(&resolver->words, view.classification,
						       view.groups[i].group) },
				{ 0 },
			};
			bool age = view.classification->form == CLASSIFICATION_AGE_BANDS;

			if (view.groups[i].result != NULL)
				add_row(table, &view, &view.groups[i],
					words_fill(&resolver->words,
						   age ? STRING_SEX_AND_AGE : STRING_SEX_AND_GROUP,
						   parts),
					false);
		}
	}
}

void fill_rows(struct values_table *table)
{
	if (series_is(table, "sex")) {
		add_sex_rows(table);
		return;
	}
	add_total(table);
	add_group_rows(table);
}
