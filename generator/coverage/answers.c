/*
 * answers.c - indicators that no figure of the data answers but an element of the document.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

/* -- what an element answers -------------------------------------------------------------------- */

static const struct placed_element *find_element(const struct document *document,
						 enum block_kind kind)
{
	for (size_t i = 0; i < document->element_count; i++)
		if (document->elements[i]->block->kind == kind)
			return document->elements[i];
	return NULL;
}

static void set_gap(const struct coverage_inputs *inputs, struct coverage_cell *cell,
		    enum string_id reason)
{
	cell->state = COVERAGE_GAP;
	cell->reason = coverage_word(inputs, reason);
}

/* The breakdowns of an element have no meaning: it is answered as a whole. */
static void leave_breakdowns(const struct coverage_inputs *inputs, const struct coverage *coverage,
			     struct coverage_row *row)
{
	for (size_t i = 0; i < coverage->dimension_count; i++) {
		row->cells[i].state = COVERAGE_NOT_APPLICABLE;
		row->cells[i].reason = coverage_word(inputs, STRING_COVERAGE_IN_WORDS);
		row->cells[i].at = row->at;
	}
}

/* How many sets of records the element shows the completeness of, and of how many it is known. */
struct completeness {
	size_t shown, sets;
};

static struct completeness completeness_of(const struct coverage_inputs *inputs,
					   const char *dimension)
{
	const struct document *document = inputs->document;
	const struct dataset *dataset = inputs->results->dataset;
	int body = organisation_find(dataset, inputs->demand->body);
	struct completeness found = { 0 };

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];
		int classification = use->key.classification;

		if (use->choice.measure != MEASURE_COMPLETENESS || use->element == NULL ||
		    use->element->block->kind != BLOCK_DATA_QUALITY ||
		    use->key.organisation != body || classification == CLASSIFICATION_ALL ||
		    strcmp(dataset->dimensions->classifications[classification]->dimension,
			   dimension) != 0)
			continue;
		found.sets++;
		found.shown += value_is_shown(&use->value);
	}
	return found;
}

static void answer_quality(const struct coverage_inputs *inputs, struct coverage_row *row,
			   const char *dimension)
{
	const struct placed_element *element = find_element(inputs->document, BLOCK_DATA_QUALITY);
	const struct completeness found = completeness_of(inputs, dimension);
	const struct placeholder parts[] = {
		{ "n", words_number(inputs->words, (double)(found.sets - found.shown), 0) },
		{ "m", words_number(inputs->words, (double)found.sets, 0) },
		{ 0 },
	};

	row->total.at = element == NULL ? row->at : element->block->at;
	if (element == NULL || found.sets == 0) {
		set_gap(inputs, &row->total,
			element == NULL ? STRING_COVERAGE_GAP_NO_QUALITY
					: STRING_COVERAGE_GAP_NOT_SHOWN);
		return;
	}
	if (found.shown == found.sets)
		return;
	row->total.state = found.shown > 0 ? COVERAGE_IN_PART : COVERAGE_NOT_AVAILABLE;
	row->total.reason = words_fill(inputs->words, STRING_COVERAGE_SOME_UNKNOWN, parts);
}

static bool is_for_population(const struct placed_element *element)
{
	return element != NULL && list_has(element->purpose, " ", "population");
}

/* Figures of any indicator in the section on the population. */
static bool shows_population(const struct coverage_inputs *inputs, const char *dimension)
{
	const struct document *document = inputs->document;
	const struct dimensions *dimensions = inputs->results->dataset->dimensions;

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];
		int classification = use->key.classification;

		if (use->behind || !is_for_population(use->element) || !value_is_shown(&use->value))
			continue;
		if (classification == CLASSIFICATION_ALL
			    ? dimension[0] == '\0'
			    : use->key.group != GROUP_ALL &&
				      strcmp(dimensions->classifications[classification]->dimension,
					     dimension) == 0)
			return true;
	}
	return false;
}

static void answer_population(const struct coverage_inputs *inputs, const struct coverage *coverage,
			      struct coverage_row *row)
{
	row->total.at = row->at;
	if (!shows_population(inputs, ""))
		set_gap(inputs, &row->total, STRING_COVERAGE_GAP_NO_POPULATION);
	for (size_t i = 0; i < coverage->dimension_count; i++) {
		struct coverage_cell *cell = &row->cells[i];

		cell->at = row->at;
		cell->reason = "";
		if (list_has(row->indicator->breakdowns, ";", cell->dimension) &&
		    !shows_population(inputs, cell->dimension))
			set_gap(inputs, cell, STRING_COVERAGE_GAP_NO_POPULATION);
	}
}

static void answer_need(const struct coverage_inputs *inputs, struct coverage_row *row)
{
	const struct document *document = inputs->document;

	row->total.at = row->at;
	for (size_t i = 0; i < document->element_count; i++) {
		const struct block *block = document->elements[i]->block;

		if (is_for_population(document->elements[i]) && block->kind == BLOCK_PARAGRAPH &&
		    is_written(block->text))
			return;
	}
	set_gap(inputs, &row->total, STRING_COVERAGE_GAP_NO_NEED);
}

/* -- which indicators --------------------------------------------------------------------------- */

bool cover_answered(const struct coverage_inputs *inputs, const struct coverage *coverage,
		    struct coverage_row *row)
{
	const struct indicator *indicator = row->indicator;

	/* A report that has data for it is judged by them. */
	if (indicator->answered_by[0] == '\0' ||
	    indicator_find(inputs->results->dataset->indicators, indicator->id) >= 0)
		return false;
	row->total.reason = "";
	if (strcmp(indicator->answered_by, "population") == 0) {
		answer_population(inputs, coverage, row);
		return true;
	}
	if (strcmp(indicator->answered_by, "need") == 0)
		answer_need(inputs, row);
	else
		answer_quality(inputs, row, indicator->quality_of);
	leave_breakdowns(inputs, coverage, row);
	return true;
}
