/*
 * figure_cells.c - which figures a picture or a table shows, in its order, and then those that its words and lines
 * rest on.
 */
#include <string.h>

#include "base/arena.h"
#include "document/plot_bodies.h"
#include "sheets/table_parts.h"

static const struct figure_use *claim(struct table_maker *maker, size_t use)
{
	maker->claimed[use - 1] = true;
	return &maker->document->uses[use - 1];
}

/* -- pictures ----------------------------------------------------------------------------------------------- */

/* Another figure of the series; NULL when there is none, or its use is no other than that of not. */
static const struct figure_use *sibling(const struct table_maker *maker, const struct plot *plot,
					size_t series, const struct figure_use * not )
{
	for (size_t i = 0; i < plot->category_count; i++) {
		size_t use = plot_value(plot, series, i)->use;
		const struct figure_use *found = use == 0 ? NULL : &maker->document->uses[use - 1];

		if (found != NULL &&
		    (not == NULL || cell_key_compare(&found->key, &not ->key) != 0))
			return found;
	}
	return NULL;
}

/*
 * A point that the data leave out, such as a year: it is what the others of its series are, but for what its
 * category says.
 */
static bool set_key_of_series(struct table_maker *maker, struct long_row *row,
			      const struct plot *plot, size_t series, const char *label)
{
	const struct figure_use *first = sibling(maker, plot, series, NULL);
	const struct figure_use *second =
		first == NULL ? NULL : sibling(maker, plot, series, first);

	if (second == NULL)
		return false;
	row_set_key(maker, row, &first->key);
	row_set_measure(maker, row, first);
	row->has_key = false;
	if (first->key.period != second->key.period) {
		row_set_text(row, LONG_PERIOD, label);
		row_set_text(row, LONG_PERIOD_START, NULL);
		row_set_text(row, LONG_PERIOD_END, NULL);
	} else if (first->key.organisation != second->key.organisation) {
		row_set_text(row, LONG_AREA, label);
		row_set_text(row, LONG_AREA_CODE, "");
	} else if (first->key.indicator != second->key.indicator) {
		row_set_text(row, LONG_INDICATOR, label);
		row_set_text(row, LONG_INDICATOR_ID, "");
	} else {
		row_set_text(row, LONG_GROUP, label);
	}
	return true;
}

/* Where a number stands that is no figure of the results. */
static void set_place(struct table_maker *maker, struct long_row *row, const struct plot *plot,
		      size_t series, size_t category)
{
	const char *label = plot->categories[category].label;

	if (set_key_of_series(maker, row, plot, series, label))
		return;
	if (plot->series[series].label != NULL && plot->series[series].label[0] != '\0')
		row_set_text(row, LONG_SERIES, plot->series[series].label);
	row_set_text(row, LONG_POINT, label);
}

/* The row of what is plotted: the figure, where it is printed as it is; else what is printed of it. */
static struct long_row *row_of(struct table_maker *maker, const struct plot_value *value)
{
	const struct figure_use *use = claim(maker, value->use);
	struct long_row *row;

	if (use->value.state == value->state && strcmp(use->printed, value->text) == 0)
		return rows_add_figure(maker, use, value->text);
	row = rows_add_printed(maker, value->state, value->value, value->text);
	row_set_key(maker, row, &use->key);
	row_set_measure(maker, row, use);
	return row;
}

static void add_compared(struct long_row *row, const struct plot *plot, size_t category)
{
	const struct plot_bodies *bodies = plot->bodies;

	if (bodies != NULL && bodies->meanings[bodies->comparisons[category]][0] != '\0')
		row_set_text(row, LONG_COMPARED, bodies->meanings[bodies->comparisons[category]]);
}

static void add_values(struct table_maker *maker, const struct plot *plot)
{
	for (size_t s = 0; s < plot->series_count; s++)
		for (size_t i = 0; i < plot->category_count; i++) {
			const struct plot_value *value = plot_value(plot, s, i);
			struct long_row *row;

			if (value->text == NULL || value->text[0] == '\0')
				continue;
			if (value->use > 0) {
				row = row_of(maker, value);
			} else {
				row = rows_add_printed(maker, value->state, value->value,
						       value->text);
				set_place(maker, row, plot, s, i);
			}
			add_compared(row, plot, i);
			if (plot->panel_title != NULL && plot->panel_title[0] != '\0')
				row_set_text(row, LONG_PANEL, plot->panel_title);
		}
}

/* Layers of the author hold figures of the results alone. */
static void add_layers(struct table_maker *maker, const struct plot *plot)
{
	const struct plot_overlay *overlay = plot->overlay;

	for (size_t l = 0; overlay != NULL && l < overlay->layer_count; l++) {
		const struct plot_layer *layer = &overlay->layers[l];
		size_t count = layer->whole ? 1 : plot->category_count;

		for (size_t i = 0; i < count; i++)
			if (layer->values[i].use > 0)
				row_of(maker, &layer->values[i]);
	}
}

/* Of a whole whose parts hide each other, a part is not told where the picture does not. */
static bool shows_wholes(const struct plot *plot)
{
	bool whole = plot->parts != NULL || plot->waits != NULL || plot->shares != NULL;

	for (size_t i = 0; i < plot->panel_count; i++)
		whole = whole || shows_wholes(plot->panels[i]);
	return whole;
}

/* Of an element that made several nodes, the first has what is in none of them. */
static bool is_of_node(const struct figure_use *use, const struct node *node)
{
	const struct placed_element *element = use->element;

	if (element == NULL)
		return false;
	return (element->made != NULL ? element->made : element->node) == node;
}

static void add_others(struct table_maker *maker, const struct node *node, bool groups)
{
	for (size_t i = 0; i < maker->document->use_count; i++) {
		const struct figure_use *use = &maker->document->uses[i];

		if (!maker->claimed[i] && is_of_node(use, node) &&
		    (groups || measure_kind(use->choice.measure)->scope != MEASURE_SCOPE_GROUP))
			rows_add_figure(maker, use, use->printed);
	}
}

void rows_find_in_plot(struct table_maker *maker, const struct node *node)
{
	for (size_t i = 0; i < node->plot->panel_count; i++) {
		add_values(maker, node->plot->panels[i]);
		add_layers(maker, node->plot->panels[i]);
	}
	add_values(maker, node->plot);
	add_layers(maker, node->plot);
	add_others(maker, node, !shows_wholes(node->plot));
}

/* -- tables ------------------------------------------------------------------------------------------------- */

/* The words of a row's column of comparisons; NULL without one. */
static const char *comparison_of(struct table_maker *maker, const struct table *table, size_t row)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].kind == COLUMN_WORD && table->rows[row].cells[i].use == 0)
			return text_plain(maker->arena, &table->rows[row].cells[i].text);
	return NULL;
}

static void add_row(struct table_maker *maker, const struct table *table, size_t at)
{
	const char *compared = comparison_of(maker, table, at);

	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_cell *cell = &table->rows[at].cells[i];
		struct long_row *row;

		if (cell->use == 0)
			continue;
		row = rows_add_figure(maker, claim(maker, cell->use),
				      text_plain(maker->arena, &cell->text));
		if (cell->verdict_words != NULL)
			row_set_text(row, LONG_COMPARED, cell->verdict_words);
		else if (compared != NULL && row->choice.measure == MEASURE_VALUE)
			row_set_text(row, LONG_COMPARED, compared);
	}
}

/* The same number, or hidden in the same way. */
static bool is_same(const struct data_cell *a, const struct data_cell *b)
{
	if (a->text == NULL || b->text == NULL || a->is_number != b->is_number)
		return false;
	return a->is_number ? a->number == b->number && a->decimals == b->decimals
			    : strcmp(a->text, b->text) == 0;
}

static bool stands_with_value(const struct table_maker *maker, const struct long_row *count)
{
	enum long_column column =
		count->choice.measure == MEASURE_COUNT ? LONG_NUMERATOR : LONG_DENOMINATOR;

	for (size_t i = 0; i < maker->row_count; i++) {
		const struct long_row *row = &maker->rows[i];

		if (row->has_key && row->choice.measure == MEASURE_VALUE &&
		    cell_key_compare(&row->key, &count->key) == 0 &&
		    is_same(&row->cells[column], &count->cells[LONG_VALUE]))
			return true;
	}
	return false;
}

/* A count that is numerator or denominator in the row of its value needs no row of its own. */
static void drop_counts(struct table_maker *maker)
{
	size_t kept = 0;

	for (size_t i = 0; i < maker->row_count; i++) {
		const struct long_row *row = &maker->rows[i];
		bool count = row->has_key && (row->choice.measure == MEASURE_COUNT ||
					      row->choice.measure == MEASURE_DENOMINATOR);

		maker->rows[i].dropped = count && stands_with_value(maker, row);
	}
	for (size_t i = 0; i < maker->row_count; i++)
		if (!maker->rows[i].dropped)
			maker->rows[kept++] = maker->rows[i];
	maker->row_count = kept;
}

void rows_find_in_table(struct table_maker *maker, const struct node *node)
{
	for (size_t i = 0; i < node->table->row_count; i++)
		add_row(maker, node->table, i);
	drop_counts(maker);
	/* The points of small lines. */
	if (maker->row_count > 0)
		add_others(maker, node, true);
}
