#include "resolve/matrix.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "chart/verdict_shape.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "resolve/series.h"
#include "resolve/sparklines.h"

/* -- rows ------------------------------------------------------------------------------------- */

/* The view of an indicator as its groups compare. False after a diagnostic. */
static bool find_view(struct matrix *matrix, int indicator, struct view *view)
{
	struct resolver *resolver = matrix->resolver;
	const struct indicator *facts = &resolver->dataset->indicators->items[indicator];
	const struct data_reference own = { .indicator = { facts->id, matrix->block->at } };
	struct scope scope = scope_within(matrix->scope, &own);
	struct cell_key key;

	/* A period that one of many indicators lacks is shown by its cells. */
	scope.testing = true;
	if (!scope_key(resolver, &scope, matrix->block->at, &key))
		return false;
	*view = view_of(resolver->arena, resolver->results, &key);
	*view = view_compared(resolver, &scope, view, &matrix->other);
	return true;
}

static bool has_figures(const struct resolver *resolver, const struct view *view)
{
	return period_latest(resolver->results, view->key.indicator, view->key.organisation,
			     view->key.classification) >= 0;
}

/* Groups of one breakdown, of whatever edition, can stand below each other. */
static bool fits(const struct matrix *matrix, const struct view *view)
{
	const struct classification *first;

	if (matrix->row_count == 0)
		return true;
	first = matrix->rows[0].view.classification;
	return first == view->classification ||
	       (view->classification != NULL &&
		classifications_are_editions(first, view->classification));
}

static void leave_out(struct matrix *matrix, const struct view *view)
{
	struct resolver *resolver = matrix->resolver;
	bool all = matrix->block->indicators.text != NULL &&
		   strcmp(matrix->block->indicators.text, "all") == 0;

	matrix->left_out =
		arena_printf(resolver->arena, "%s%s%s", matrix->left_out,
			     matrix->left_out[0] == '\0' ? "" : ", ", view->indicator->short_name);
	if (!all)
		diag_addf(resolver->diags, DIAG_MATRIX_ROW_LEFT_OUT, matrix->block->at, "%s by %s",
			  view->indicator->id,
			  view->classification == NULL ? "all" : view->classification->id);
}

static bool find_rows(struct matrix *matrix)
{
	struct resolver *resolver = matrix->resolver;
	int indicators[MATRIX_ROWS_MOST];
	size_t count = scope_indicators(resolver, matrix->scope, matrix->block, indicators,
					MATRIX_ROWS_MOST);

	matrix->rows = arena_array(resolver->arena, count, sizeof(*matrix->rows));
	for (size_t i = 0; i < count; i++) {
		struct view view;

		if (!find_view(matrix, indicators[i], &view))
			return false;
		if (view.classification == NULL) {
			breakdown_needed(resolver, indicators[i], matrix->block->at,
					 matrix->block->style.text);
			return false;
		}
		if (has_figures(resolver, &view) && fits(matrix, &view))
			matrix->rows[matrix->row_count++] = (struct matrix_row){
				.view = view,
				.name = words_capital(&resolver->words, view.indicator->short_name),
			};
		else
			leave_out(matrix, &view);
	}
	return count > 0;
}

/* Rows of one domain follow each other, domains in the order of their first row. */
static void group_by_domain(struct matrix *matrix)
{
	struct matrix_row *sorted =
		arena_array(matrix->resolver->arena, matrix->row_count, sizeof(*sorted));
	size_t count = 0;

	for (size_t i = 0; i < matrix->row_count; i++) {
		const char *domain = matrix->rows[i].view.indicator->domain;
		bool known = false;

		for (size_t j = 0; j < i; j++)
			known = known ||
				strcmp(matrix->rows[j].view.indicator->domain, domain) == 0;
		for (size_t j = i; j < matrix->row_count && !known; j++)
			if (strcmp(matrix->rows[j].view.indicator->domain, domain) == 0) {
				sorted[count] = matrix->rows[j];
				sorted[count++].group = j == i ? domain : NULL;
			}
	}
	matrix->rows = sorted;
}

/* -- columns ---------------------------------------------------------------------------------- */

static const struct view_group *group_of(const struct matrix *matrix, const struct matrix_row *row,
					 int group)
{
	const struct view *first = &matrix->rows[0].view;
	const struct view_group same = { .group = group };

	return series_group(first, &row->view, &same);
}

/*
 * People whose group is not known have a column where some row has a figure of them. Beside a gap there is no
 * room for it: they are no part of that.
 */
static bool has_column(const struct matrix *matrix, int group)
{
	const struct classification *classification = matrix->rows[0].view.classification;

	if (matrix->has_gap && classification->groups[group].kind == GROUP_UNKNOWN)
		return false;
	for (size_t i = 0; i < matrix->row_count; i++) {
		const struct view_group *found = group_of(matrix, &matrix->rows[i], group);

		if (found == NULL)
			continue;
		if (classification->groups[group].kind == GROUP_ORDINARY ||
		    value_is_shown(&found->value) || found->value.state == VALUE_SUPPRESSED)
			return true;
	}
	return false;
}

static void find_columns(struct matrix *matrix)
{
	const struct classification *classification = matrix->rows[0].view.classification;

	matrix->groups = arena_array(matrix->resolver->arena, classification->count,
				     sizeof(*matrix->groups));
	for (int group = 0; group < (int)classification->count; group++) {
		size_t at = matrix->group_count;

		if (!has_column(matrix, group))
			continue;
		while (at > 0 && group_compare(classification, matrix->groups[at - 1], group) > 0)
			at--;
		memmove(matrix->groups + at + 1, matrix->groups + at,
			(matrix->group_count++ - at) * sizeof(*matrix->groups));
		matrix->groups[at] = group;
	}
}

const char *matrix_heading(const struct matrix *matrix, size_t column)
{
	const struct classification *classification = matrix->rows[0].view.classification;

	return (classification->ordered ? words_group : words_group_short)(
		&matrix->resolver->words, classification, matrix->groups[column]);
}

const char *matrix_heading_heard(const struct matrix *matrix, size_t column)
{
	return group_heard(matrix->resolver, matrix->rows[0].view.classification,
			   matrix->groups[column]);
}

/* -- cells ------------------------------------------------------------------------------------ */

/* Figures of a matrix carry no "%": the subtitle says it. */
static const char *text_of(const struct matrix *matrix, int indicator, enum measure measure,
			   const struct value *value)
{
	const struct words *words = &matrix->resolver->words;
	int decimals = matrix->block->decimals;

	if (!value_is_shown(value) ||
	    words_rounds_to_zero(words, indicator, measure, value, decimals))
		return words_value(words, indicator, measure, value, decimals);
	return words_number(words, value->estimate,
			    decimals == DECIMALS_BY_RULE
				    ? results_decimals(words->results, indicator, measure)
				    : (unsigned)decimals);
}

static void fill_cell(struct matrix *matrix, const struct matrix_row *row,
		      const struct view_group *group, struct matrix_cell *cell)
{
	struct figure_use use = { .choice = measure_plain(MEASURE_VALUE), .at = matrix->block->at };

	cell->value = group == NULL ? value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
				    : group->value;
	cell->text = text_of(matrix, row->view.key.indicator, MEASURE_VALUE, &cell->value);
	note_printed(&matrix->states, &cell->value, cell->text);
	if (group == NULL || group->result == NULL)
		return;
	matrix->source_count =
		add_source(matrix->resolver, group->result, matrix->sources, matrix->source_count);
	use.value = cell->value;
	use.printed = cell->text;
	cell->use = use_figure(matrix->resolver, &row->view, group, use);
}

static enum verdict verdict_of_group(const struct view *view, const struct view_group *group)
{
	const struct classification *classification = view->classification;

	if (group == NULL || group->result == NULL || group->value.state != VALUE_SHOWN ||
	    classification->groups[group->group].kind != GROUP_ORDINARY)
		return VERDICT_NOT_COMPARED;
	return verdict_of_comparison(group->result->against_all, view->indicator->polarity);
}

/*
 * Beside a hidden figure no row is compared, nor one whose groups all lie on one side of the total: that tells of what is in
 * none of them. A total of another place is not made of them.
 */
static void compare_row(struct matrix *matrix, struct matrix_row *row)
{
	bool one_sided = matrix->other == NULL && view_one_sided(&row->view);

	for (size_t i = 0; i < matrix->group_count && !row->hidden; i++) {
		enum verdict verdict =
			verdict_of_group(&row->view, group_of(matrix, row, matrix->groups[i]));

		if (verdict == VERDICT_NOT_COMPARED)
			continue;
		row->one_sided = one_sided;
		if (one_sided)
			continue;
		row->cells[i].verdict = verdict;
		matrix->comparisons++;
	}
}

static void fill_row(struct matrix *matrix, struct matrix_row *row)
{
	row->cells = arena_array(matrix->resolver->arena, matrix->group_count, sizeof(*row->cells));
	for (size_t i = 0; i < matrix->group_count; i++) {
		fill_cell(matrix, row, group_of(matrix, row, matrix->groups[i]), &row->cells[i]);
		row->hidden = row->hidden || row->cells[i].value.state == VALUE_SUPPRESSED;
	}
	compare_row(matrix, row);
}

/* -- gaps ------------------------------------------------------------------------------------- */

/* With the sign that gaps have everywhere: above 0 when the most deprived are worse off. */
static void fill_gap(struct matrix *matrix, struct matrix_row *row)
{
	const struct view_group *most = view_most(&row->view), *least = view_least(&row->view);
	struct sparkline_request request = {
		.scope = matrix->scope,
		.view = &row->view,
		.choice = measure_plain(MEASURE_GAP),
		.decimals = matrix->block->decimals,
		.at = matrix->block->at,
	};
	struct figure_use use = { .choice = request.choice, .at = request.at };
	struct sparkline *line;

	/* Counts of groups differ as their people do. */
	if (method_find(row->view.indicator->method)->compares)
		row->ends = verdict_of_comparison(values_compare(&most->value, &least->value),
						  row->view.indicator->polarity);
	row->gap = view_figure(&row->view, NULL, &request.choice);
	row->gap_text = text_of(matrix, row->view.key.indicator, MEASURE_GAP, &row->gap);
	note_printed(&matrix->states, &row->gap, row->gap_text);
	use.value = row->gap;
	use.printed = row->gap_text;
	row->gap_use = use_figure(matrix->resolver, &row->view, NULL, use);
	line = sparkline_make(matrix->resolver, &request, &row->since);
	if (line != NULL)
		line->last_elsewhere = true;
	row->sparkline = line;
	matrix->has_sparklines = matrix->has_sparklines || line != NULL;
}

bool matrix_find(struct matrix *matrix)
{
	matrix->left_out = "";
	if (!find_rows(matrix))
		return false;
	if (matrix->row_count == 0)
		return true;
	if (matrix->wants_domains)
		group_by_domain(matrix);
	matrix->has_gap = matrix->wants_gap && view_most(&matrix->rows[0].view) != NULL;
	find_columns(matrix);
	for (size_t i = 0; i < matrix->row_count; i++) {
		fill_row(matrix, &matrix->rows[i]);
		if (matrix->has_gap)
			fill_gap(matrix, &matrix->rows[i]);
	}
	matrix_set_units(matrix);
	return true;
}
