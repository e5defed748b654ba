/*
 * indicators.c - which indicators and breakdowns stand in the document, and why others do not.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

/* -- reasons of the author ---------------------------------------------------------------------- */

static const struct not_reported *find_reason(const struct report *report, const char *id,
					      const char *dimension)
{
	const struct not_reported *whole = NULL;

	for (size_t i = 0; i < report->not_reported_count; i++) {
		const struct not_reported *reason = &report->not_reported[i];

		if (!list_has(reason->indicators.text, " ", id))
			continue;
		if (reason->by.text == NULL)
			whole = reason;
		else if (list_has(reason->by.text, " ", dimension))
			return reason;
	}
	return whole;
}

static void take_reason(const struct judging *judging, const struct coverage_row *row,
			struct coverage_cell *cell)
{
	const struct not_reported *reason;

	if (cell->state < COVERAGE_NOT_AVAILABLE)
		return;
	reason = find_reason(judging->inputs->report, row->indicator->id, cell->dimension);
	/* What has no meaning for the indicator keeps its own reason, unless the author speaks of just that. */
	if (reason == NULL || (cell->state == COVERAGE_NOT_APPLICABLE && reason->by.text == NULL))
		return;
	cell->state =
		reason->state.text != NULL && strcmp(reason->state.text, "not-applicable") == 0
			? COVERAGE_NOT_APPLICABLE
			: COVERAGE_NOT_AVAILABLE;
	cell->reason = reason->reason;
	cell->author = reason;
	cell->at = reason->at;
}

/* -- one indicator ------------------------------------------------------------------------------ */

static void judge_cell(const struct judging *judging, const struct coverage_row *row,
		       struct coverage_cell *cell)
{
	cell->reason = "";
	cell->at = row->at;
	if (judging->indicator < 0)
		judge_gap(judging, cell, STRING_COVERAGE_GAP_NOT_IN_REPORT);
	else if (judging->organisation < 0)
		judge_gap(judging, cell, STRING_COVERAGE_GAP_NO_DATA);
	else if (cell->dimension[0] == '\0')
		judge(judging, CLASSIFICATION_ALL, cell);
	else
		judge_dimension(judging, cell);
	if (cell->dimension[0] != '\0' &&
	    !list_has(row->indicator->breakdowns, ";", cell->dimension))
		judge_unasked(judging, row->indicator, cell);
}

/* One reason for all of it is said once; a gap everywhere is one gap. */
static void sum_up(const struct coverage *coverage, struct coverage_row *row)
{
	bool same = row->total.state >= COVERAGE_NOT_AVAILABLE,
	     gaps = row->total.state == COVERAGE_GAP;

	for (size_t i = 0; i < coverage->dimension_count; i++) {
		const struct coverage_cell *cell = &row->cells[i];

		if (cell->state == COVERAGE_NOT_APPLICABLE && row->total.state != cell->state)
			continue;
		same = same && cell->state == row->total.state &&
		       strcmp(cell->reason, row->total.reason) == 0;
		gaps = gaps && cell->state == COVERAGE_GAP;
	}
	row->gap = gaps;
	row->reason = same || gaps ? row->total.reason : "";
	row->total.gap = row->total.state == COVERAGE_GAP;
	for (size_t i = 0; i < coverage->dimension_count; i++)
		row->cells[i].gap = row->cells[i].state == COVERAGE_GAP && !gaps;
}

static void cover_row(const struct coverage_inputs *inputs, const struct coverage *coverage,
		      struct coverage_row *row)
{
	const struct dataset *dataset = inputs->results->dataset;
	const struct judging judging = {
		.inputs = inputs,
		.indicator = indicator_find(dataset->indicators, row->indicator->id),
		.organisation = organisation_find(dataset, inputs->demand->body),
		.is_count = strcmp(row->indicator->method, "count") == 0,
	};

	row->at = report_indicator_place(inputs->report, row->indicator->id,
					 inputs->demand->edition->set, inputs->demand->at);
	row->total.dimension = "";
	row->cells = arena_array(inputs->arena, coverage->dimension_count, sizeof(*row->cells));
	for (size_t i = 0; i < coverage->dimension_count; i++)
		row->cells[i].dimension = coverage->dimensions[i]->id;
	if (!cover_answered(inputs, coverage, row)) {
		judge_cell(&judging, row, &row->total);
		for (size_t i = 0; i < coverage->dimension_count; i++)
			judge_cell(&judging, row, &row->cells[i]);
	}
	take_reason(&judging, row, &row->total);
	for (size_t i = 0; i < coverage->dimension_count; i++)
		take_reason(&judging, row, &row->cells[i]);
	sum_up(coverage, row);
}

/* -- all of them -------------------------------------------------------------------------------- */

/* Dimensions that the edition asks for, in the order of the list of dimensions. */
static void find_dimensions(const struct coverage_inputs *inputs, struct coverage *coverage)
{
	const struct dimensions *dimensions = inputs->results->dataset->dimensions;
	const struct indicators *indicators = inputs->demand->indicators;

	coverage->dimensions =
		arena_array(inputs->arena, dimensions->count, sizeof(const struct dimension *));
	for (size_t i = 0; i < dimensions->count; i++)
		for (size_t j = 0; j < indicators->count; j++)
			if (list_has(indicators->items[j].breakdowns, ";",
				     dimensions->items[i].id)) {
				coverage->dimensions[coverage->dimension_count++] =
					&dimensions->items[i];
				break;
			}
}

void cover_indicators(const struct coverage_inputs *inputs, struct coverage *coverage)
{
	const struct indicators *indicators = inputs->demand->indicators;

	find_dimensions(inputs, coverage);
	for (size_t i = 0; i < indicators->count; i++) {
		struct coverage_row *row;

		if (!statement_asks(inputs->demand, &indicators->items[i]))
			continue;
		coverage->rows = arena_grow(inputs->arena, coverage->rows, coverage->row_count,
					    &coverage->row_capacity, sizeof(*coverage->rows));
		row = &coverage->rows[coverage->row_count++];
		row->indicator = &indicators->items[i];
		cover_row(inputs, coverage, row);
	}
}
