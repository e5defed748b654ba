/*
 * section_tests.c - whether these sections hold what they need, as far as a program can tell.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

/* -- about -------------------------------------------------------------------------------------- */

/* Words as they are read: white space folded. */
static bool holds(const struct node *section, struct arena *arena, const char *words)
{
	for (const struct node *node = section; node != NULL; node = node_next(node, section)) {
		const struct table *table = node->kind == NODE_TABLE ? node->table : NULL;

		if (strstr(text_plain(arena, &node->text), words) != NULL ||
		    strstr(text_plain(arena, &node->title), words) != NULL ||
		    strstr(text_plain(arena, &node->notes), words) != NULL)
			return true;
		for (size_t i = 0; table != NULL && i < table->row_count; i++)
			for (size_t j = 0; j < table->column_count; j++)
				if (strstr(text_plain(arena, &table->rows[i].cells[j].text),
					   words) != NULL)
					return true;
	}
	return false;
}

static bool section_holds(const struct section_check *check, const char *words)
{
	const struct document *document = check->inputs->document;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];

		if (is_in_section(check, element) && element->node != NULL &&
		    element->block->kind == BLOCK_SECTION &&
		    holds(element->node, check->inputs->arena, words))
			return true;
	}
	return false;
}

/* "14Z58" of "section 14Z58(2)(c)"; what a reader can look up. */
static bool names_law(const struct section_check *check)
{
	const struct statement_demand *demand = check->inputs->demand;

	if (next_element(check, BLOCK_PROVISIONS, NULL) != NULL)
		return true;
	for (size_t i = 0; i < demand->lists->provision_count; i++) {
		const struct statement_provision *provision = &demand->lists->provisions[i];

		if (list_has(provision->bodies, ";", body_form_name(demand->form)) &&
		    list_has(provision->answer, ";", "about") &&
		    section_holds(check, provision->section))
			return true;
	}
	return false;
}

void test_about(struct section_check *check)
{
	const struct coverage_inputs *inputs = check->inputs;
	const struct report_meta *meta = &inputs->report->meta;
	const struct location at = check->result->at;

	if (meta->period_from.year == 0)
		section_lacks_word(check, STRING_COVERAGE_NO_PERIOD, meta->at);
	else if (!statement_edition_covers(inputs->demand->edition, meta->period_from,
					   meta->period_to))
		section_lacks_word(check, STRING_COVERAGE_OTHER_PERIOD, meta->at);
	if (meta->contact[0] == '\0' && meta->contact_email[0] == '\0')
		section_lacks_word(check, STRING_COVERAGE_NO_CONTACT, meta->at);
	if (!section_holds(check, inputs->demand->body))
		section_lacks(check,
			      words_fill(inputs->words, STRING_COVERAGE_NO_CODE,
					 (struct placeholder[]){ { "code", inputs->demand->body },
								 { 0 } }),
			      at);
	if (!names_law(check))
		section_lacks_word(check, STRING_COVERAGE_NO_LAW, at);
}

/* -- summary ------------------------------------------------------------------------------------ */

enum { FINDINGS_LEAST = 5 };

/* True when a figure of an indicator stands in the element. */
static bool has_figure(const struct section_check *check, const struct placed_element *element)
{
	const struct document *document = check->inputs->document;

	for (size_t i = 0; i < document->use_count; i++)
		for (const struct placed_element *at = document->uses[i].element; at != NULL;
		     at = at->around)
			if (at == element)
				return true;
	return false;
}

static bool is_finding(enum block_kind kind)
{
	return kind == BLOCK_FINDING || kind == BLOCK_TILE || kind == BLOCK_ITEM ||
	       kind == BLOCK_PARAGRAPH || kind == BLOCK_ROW || kind == BLOCK_LEAD;
}

void test_summary(struct section_check *check)
{
	const struct document *document = check->inputs->document;
	size_t findings = 0;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];

		findings += is_in_section(check, element) && is_finding(element->block->kind) &&
			    has_figure(check, element);
	}
	if (findings < FINDINGS_LEAST)
		section_lacks(check,
			      words_fill(check->inputs->words, STRING_COVERAGE_FEW_FINDINGS,
					 (struct placeholder[]){
						 { "n", words_number(check->inputs->words,
								     (double)findings, 0) },
						 { "m", words_number(check->inputs->words,
								     FINDINGS_LEAST, 0) },
						 { 0 } }),
			      check->result->at);
}

/* -- population --------------------------------------------------------------------------------- */

static bool is_by(const struct section_check *check, const struct figure_use *use,
		  const char *dimension)
{
	const struct dimensions *dimensions = check->inputs->results->dataset->dimensions;
	int classification = use->key.classification;

	return !use->behind && use->element != NULL && is_in_section(check, use->element) &&
	       classification != CLASSIFICATION_ALL && use->key.group != GROUP_ALL &&
	       strcmp(dimensions->classifications[classification]->dimension, dimension) == 0;
}

void test_population(struct section_check *check)
{
	static const char *const asked[] = { "deprivation", "ethnicity", "age", "sex" };
	const struct document *document = check->inputs->document;
	const struct dimensions *dimensions = check->inputs->results->dataset->dimensions;

	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
		int dimension = dimension_find(dimensions, asked[i]);
		bool found = dimension < 0;

		for (size_t j = 0; !found && j < document->use_count; j++)
			found = is_by(check, &document->uses[j], asked[i]);
		if (!found)
			section_lacks(
				check,
				words_fill(check->inputs->words, STRING_COVERAGE_NO_PEOPLE_BY,
					   (struct placeholder[]){
						   { "name", dimensions->items[dimension].label },
						   { 0 } }),
				check->result->at);
	}
	if (!section_has_text(check))
		section_lacks_word(check, STRING_COVERAGE_NO_GROUPS, check->result->at);
}

/* -- what the program makes --------------------------------------------------------------------- */

static bool has_step(const struct section_check *check)
{
	const struct placed_element *element = NULL;

	while ((element = next_element(check, BLOCK_DATA_QUALITY, element)) != NULL)
		for (const struct block *child = element->block->children; child != NULL;
		     child = child->next)
			if (child->kind == BLOCK_STEP && is_written(child->text))
				return true;
	return false;
}

void test_data_quality(struct section_check *check)
{
	const struct report *report = check->inputs->report;

	if (next_element(check, BLOCK_SOURCES, NULL) == NULL)
		section_lacks_word(check, STRING_COVERAGE_NO_SOURCES, check->result->at);
	for (size_t i = 0; i < report->source_count; i++)
		if (!is_word_written(&report->sources[i].retrieved))
			section_lacks(
				check,
				words_fill(check->inputs->words, STRING_COVERAGE_NO_EXTRACTION,
					   (struct placeholder[]){
						   { "name", report->sources[i].id }, { 0 } }),
				report->sources[i].at);
	if (!has_step(check))
		section_lacks_word(check, STRING_COVERAGE_NO_STEP, check->result->at);
}

static bool is_printed(const struct document *document, const struct figure_use *drawn)
{
	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->printed[0] != '\0' && use->key.indicator == drawn->key.indicator &&
		    use->key.classification == drawn->key.classification && use->element != NULL &&
		    use->element->block->kind != BLOCK_CHART)
			return true;
	}
	return false;
}

/* The first figure of a breakdown that a chart draws. */
static bool is_first_drawn(const struct document *document, size_t at)
{
	const struct cell_key *key = &document->uses[at].key;

	for (size_t i = 0; i < at; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->key.indicator == key->indicator &&
		    use->key.classification == key->classification && use->element != NULL &&
		    use->element->block->kind == BLOCK_CHART)
			return false;
	}
	return document->uses[at].element != NULL &&
	       document->uses[at].element->block->kind == BLOCK_CHART &&
	       key->classification != CLASSIFICATION_ALL;
}

/* Ids of the indicators that a chart draws by the classification, and no table has. */
static const char *drawn_alone(const struct section_check *check, int classification)
{
	const struct document *document = check->inputs->document;
	const struct indicators *indicators = check->inputs->results->dataset->indicators;
	const char *ids = "";

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->key.classification == classification && is_first_drawn(document, i) &&
		    !is_printed(document, use))
			ids = arena_printf(check->inputs->arena, "%s%s%s", ids,
					   ids[0] == '\0' ? "" : ", ",
					   indicators->items[use->key.indicator].id);
	}
	return ids;
}

/* Pictures whose numbers are in no table. */
void test_tables(struct section_check *check)
{
	const struct dimensions *dimensions = check->inputs->results->dataset->dimensions;

	for (size_t i = 0; i < dimensions->classification_count; i++) {
		const struct placeholder parts[] = {
			{ "ids", drawn_alone(check, (int)i) },
			{ "name", dimensions->classifications[i]->phrase },
			{ 0 },
		};

		if (parts[0].text[0] != '\0')
			section_lacks(
				check,
				words_fill(check->inputs->words, STRING_COVERAGE_NO_TABLE, parts),
				check->result->at);
	}
}

void test_glossary(struct section_check *check)
{
	const struct document *document = check->inputs->document;

	for (size_t i = 0; i < document->unexplained_count; i++)
		section_lacks(check,
			      words_fill(check->inputs->words, STRING_COVERAGE_UNEXPLAINED,
					 (struct placeholder[]){
						 { "name", document->unexplained[i] }, { 0 } }),
			      check->result->at);
}
