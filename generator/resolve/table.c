#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/resolver.h"

enum { PERIODS_MOST = 12, COLUMNS_PORTRAIT = 8 };

/* What a column of figures holds. */
enum figure_kind { FIGURE_MEASURE, FIGURE_LOWER, FIGURE_UPPER, FIGURE_COMPARISON };

struct figure_column {
	enum figure_kind kind;
	enum measure measure;
	int period; /* -1: that of the table */
	int decimals;
};

struct values_table {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	struct table *table;
	struct figure_column *figures; /* of the columns behind the first */
	size_t figure_count, figure_capacity, column_capacity;
	struct view view;
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
	bool has_intervals, has_comparison;
};

static void add_column(struct values_table *table, enum column_kind kind, const char *heading,
		       bool strong, struct figure_column figure)
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
		return words_capital(&table->resolver->words, indicator->events);
	return indicator->unit[0] != '\0' ? words_capital(&table->resolver->words, indicator->unit)
					  : word_of(table->resolver, STRING_HEADING_VALUE);
}

static const char *measure_heading(const struct values_table *table, enum measure measure)
{
	const struct words *words = &table->resolver->words;
	const struct indicator *indicator = table->view.indicator;

	switch (measure) {
	case MEASURE_COUNT:
		return indicator->events[0] != '\0'
			       ? words_capital(words, indicator->events)
			       : word_of(table->resolver, STRING_HEADING_COUNT);
	case MEASURE_DENOMINATOR:
		return indicator->population[0] != '\0'
			       ? words_capital(words, indicator->population)
			       : word_of(table->resolver, STRING_HEADING_DENOMINATOR);
	case MEASURE_SHARE:
		return word_of(table->resolver, STRING_HEADING_SHARE);
	case MEASURE_VALUE:
	case MEASURE_GAP:
	case MEASURE_RATIO:
	case MEASURE_SII:
	case MEASURE_RII:
	case MEASURE_COMPLETENESS:
	case MEASURE_COUNT_OF:
		break;
	}
	return value_heading(table);
}

static bool any_shown(const struct values_table *table, enum measure measure)
{
	struct value total = view_group_measure(&table->view, NULL, measure);

	if (value_is_shown(&total))
		return true;
	for (size_t i = 0; i < table->view.count; i++) {
		struct value value =
			view_group_measure(&table->view, &table->view.groups[i], measure);

		if (value_is_shown(&value))
			return true;
	}
	return false;
}

static bool any_limits(const struct values_table *table)
{
	if (table->view.total != NULL && table->view.total->value.limits.known)
		return true;
	for (size_t i = 0; i < table->view.count; i++)
		if (table->view.groups[i].value.limits.known)
			return true;
	return false;
}

/* The columns of a table of values: counts, value, limits, comparison; those that are empty are left out. */
static void usual_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct method *method = method_find(table->view.indicator->method);
	bool is_count = method->is_count;
	struct figure_column figure = { .period = -1, .decimals = DECIMALS_BY_RULE };
	struct placeholder parts[] = {
		{ "confidence", words_number(&resolver->words, 100 * resolver->results->confidence,
					     resolver->results->confidence > 0.99 ? 1 : 0) },
		{ 0 },
	};

	figure.measure = MEASURE_COUNT;
	if (!is_count && any_shown(table, MEASURE_COUNT))
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_COUNT), false,
			   figure);
	figure.measure = MEASURE_DENOMINATOR;
	if (any_shown(table, MEASURE_DENOMINATOR))
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_DENOMINATOR), false,
			   figure);
	figure.measure = MEASURE_VALUE;
	add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_VALUE), true, figure);
	if (is_count) {
		figure.measure = MEASURE_SHARE;
		add_column(table, COLUMN_NUMBER, measure_heading(table, MEASURE_SHARE), false,
			   figure);
	}
	figure.measure = MEASURE_VALUE;
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
	table->has_comparison = method->compares && table->view.total != NULL &&
				value_is_shown(&table->view.total->value);
	if (table->has_comparison) {
		figure.kind = FIGURE_COMPARISON;
		add_column(table, COLUMN_WORD, word_of(resolver, STRING_HEADING_COMPARISON), false,
			   figure);
	}
}

/* Columns that the author asks for. False after a diagnostic. */
static bool own_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;

	for (const struct block *column = table->block->children; column != NULL;
	     column = column->next) {
		struct figure_column figure = { .period = -1, .decimals = column->decimals };
		const char *heading;

		figure.measure = measure_find(column->reference.of.text);
		if (measure_kind(figure.measure)->scope == MEASURE_SCOPE_DIMENSION) {
			diag_add(resolver->diags, DIAG_MEASURE_FOR_GROUPS, column->at,
				 column->reference.of.text, NULL);
			return false;
		}
		heading = measure_heading(table, figure.measure);
		if (column->reference.period.text != NULL) {
			struct scope within = scope_within(table->scope, &column->reference);
			struct cell_key key = table->view.key;

			if (!scope_period(resolver, &within, &key))
				return false;
			figure.period = key.period;
			heading = words_period_short(&resolver->words,
						     &resolver->dataset->periods[key.period]);
		}
		if (column->heading.text != NULL)
			heading = column->heading.text;
		add_column(table, COLUMN_NUMBER, heading, figure.measure == MEASURE_VALUE, figure);
	}
	return true;
}

/* A column for every period. */
static void period_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	int periods[PERIODS_MOST];
	size_t count =
		scope_periods(resolver, table->scope, &table->view.key, periods, PERIODS_MOST);

	for (size_t i = 0; i < count; i++)
		add_column(table, COLUMN_NUMBER,
			   words_period_short(&resolver->words,
					      &resolver->dataset->periods[periods[i]]),
			   i + 1 == count,
			   (struct figure_column){ .measure = MEASURE_VALUE,
						   .period = periods[i],
						   .decimals = DECIMALS_BY_RULE });
}

/* -- rows ------------------------------------------------------------------------------------- */

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

/* -- words ------------------------------------------------------------------------------------ */

static const char *table_title(const struct values_table *table)
{
	const struct view *view = &table->view;
	struct placeholder parts[] = {
		{ "name", words_capital(&table->resolver->words, view->indicator->short_name) },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};

	return words_fill(
		&table->resolver->words,
		view->classification == NULL ? STRING_TABLE_TITLE_ALL : STRING_TABLE_TITLE, parts);
}

static const char *table_subtitle(const struct values_table *table, const char *period)
{
	const struct dataset *dataset = table->resolver->dataset;
	struct placeholder parts[] = {
		{ "place", dataset->organisations[table->view.key.organisation].short_name },
		{ "period", period },
		{ 0 },
	};

	return words_fill(&table->resolver->words, STRING_TABLE_SUBTITLE, parts);
}

static const char *table_period(struct values_table *table, bool over_time)
{
	struct resolver *resolver = table->resolver;
	const struct period *periods = resolver->dataset->periods;

	if (!over_time || table->figure_count == 0)
		return words_period(&resolver->words, &periods[table->view.key.period]);
	return words_period_span(&resolver->words, &periods[table->figures[0].period],
				 &periods[table->figures[table->figure_count - 1].period]);
}

static void add_notes(struct values_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;
	const struct method *method = method_find(table->view.indicator->method);

	if (method->standardised && !resolver->said_adjusted) {
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_ADJUSTED));
		resolver->said_adjusted = true;
	}
	explain_states(resolver, &table->states, notes);
	if (table->view.classification != NULL)
		append_sentence(resolver, notes, table->view.classification->note);
	append_sentence(resolver, notes, table->view.indicator->caveat);
}

static bool build(struct values_table *table)
{
	const struct classification *classification = table->view.classification;
	const char *series = table->block->reference.series.text;

	add_column(table, COLUMN_NAME,
		   classification == NULL ? word_of(table->resolver, STRING_HEADING_GROUP)
					  : classification->label,
		   false, (struct figure_column){ 0 });
	if (table->block->children != NULL) {
		if (!own_columns(table))
			return false;
	} else if (series != NULL && strcmp(series, "period") == 0) {
		period_columns(table);
	} else {
		usual_columns(table);
	}
	if (series != NULL && strcmp(series, "sex") == 0) {
		add_sex_rows(table);
		return true;
	}
	add_total(table);
	add_group_rows(table);
	return true;
}

void number_table(struct resolver *resolver, const struct block *block, struct node *node)
{
	node->number = words_number(&resolver->words, (double)++resolver->tables, 0);
	node->label = words_fill(&resolver->words, STRING_TABLE,
				 (struct placeholder[]){ { "n", node->number }, { 0 } });
	give_anchor(resolver, node, block->id, "table", node->number);
	node->file = node->anchor;
}

bool is_landscape(const struct block *block)
{
	return block->orientation.text != NULL && strcmp(block->orientation.text, "landscape") == 0;
}

void resolve_table(struct resolver *resolver, const struct scope *around, const struct block *block,
		   struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct values_table table = { .resolver = resolver, .scope = &scope, .block = block };
	const char *series = block->reference.series.text;
	struct figure_words words;
	struct cell_key key;
	struct node *node;

	if (!scope_key(resolver, &scope, block->at, &key))
		return;
	table.view = view_of(resolver->arena, resolver->results, &key);
	if (period_latest(resolver->results, key.indicator, key.organisation, key.classification) <
	    0) {
		const struct placeholder parts[] = {
			{ "name", table.view.indicator->short_name },
			{ "phrase", table.view.classification == NULL
					    ? ""
					    : table.view.classification->phrase },
			{ 0 },
		};

		say_instead(resolver, parent, block->at,
			    words_fill(&resolver->words, STRING_NO_DATA, parts));
		return;
	}
	table.table = arena_alloc(resolver->arena, sizeof(*table.table));
	table.table->landscape = is_landscape(block);
	if (!build(&table))
		return;
	if (table.table->column_count > COLUMNS_PORTRAIT && !table.table->landscape)
		diag_addf(resolver->diags, DIAG_TABLE_WIDE, block->at, "%zu columns",
			  table.table->column_count);
	node = node_new(resolver->arena, NODE_TABLE, block->at);
	node->table = table.table;
	words = (struct figure_words){
		.title = table_title(&table),
		.subtitle = table_subtitle(
			&table,
			table_period(&table, series != NULL && strcmp(series, "period") == 0)),
		.sources = table.sources,
		.source_count = table.source_count,
	};
	add_notes(&table, &words.notes);
	set_figure_words(resolver, &scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}
