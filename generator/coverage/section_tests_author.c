/*
 * section_tests_author.c - whether the author wrote what these sections need.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

static const struct block *child_of(const struct block *block, enum block_kind kind)
{
	for (const struct block *child = block->children; child != NULL; child = child->next)
		if (child->kind == kind)
			return child;
	return NULL;
}

static const struct block *entry_of(const struct block *block, enum block_kind kind, const char *id)
{
	for (const struct block *child = block->children; child != NULL; child = child->next)
		if (child->kind == kind && child->reference.of.text != NULL &&
		    strcmp(child->reference.of.text, id) == 0)
			return child;
	return NULL;
}

static const char *about(const struct section_check *check, enum string_id id, const char *name)
{
	return words_fill(check->inputs->words, id,
			  (struct placeholder[]){ { "name", name }, { 0 } });
}

/* -- review ------------------------------------------------------------------------------------- */

static bool is_part_written(const struct block *view, enum block_kind kind)
{
	const struct block *part = child_of(view, kind);

	return part != NULL && is_written(part->text);
}

/* What is to be done has somebody who does it, and a day. */
static void test_who_and_when(struct section_check *check, const struct block *block)
{
	if (!is_word_written(&block->owner))
		section_lacks_word(check, STRING_COVERAGE_NO_OWNER, block->at);
	if (!is_word_written(&block->date) && !is_word_written(&block->state))
		section_lacks_word(check, STRING_COVERAGE_NO_DATE, block->at);
}

static void test_view(struct section_check *check, const struct block *review,
		      const struct statement_expectation *expectation)
{
	const struct block *view = entry_of(review, BLOCK_VIEW, expectation->id);

	if (view == NULL) {
		section_lacks(check, about(check, STRING_COVERAGE_NO_VIEW, expectation->name),
			      review->at);
		return;
	}
	if (!is_word_written(&view->is))
		section_lacks(check, about(check, STRING_COVERAGE_NO_ASSESSMENT, expectation->name),
			      view->at);
	if (!is_part_written(view, BLOCK_EVIDENCE))
		section_lacks(check, about(check, STRING_COVERAGE_NO_EVIDENCE, expectation->name),
			      view->at);
	if (view->is.text != NULL && strcmp(view->is.text, "met") == 0)
		return;
	if (!is_part_written(view, BLOCK_REASON))
		section_lacks(check, about(check, STRING_COVERAGE_NO_REASON, expectation->name),
			      view->at);
	if (!is_part_written(view, BLOCK_NEXT_STEP))
		section_lacks(check, about(check, STRING_COVERAGE_NO_NEXT_STEP, expectation->name),
			      view->at);
	else
		test_who_and_when(check, child_of(view, BLOCK_NEXT_STEP));
}

void test_review(struct section_check *check)
{
	const struct statement_demand *demand = check->inputs->demand;
	const struct placed_element *review = next_element(check, BLOCK_REVIEW, NULL);

	for (size_t i = 0; i < demand->lists->expectation_count; i++)
		if (strcmp(demand->lists->expectations[i].edition, demand->edition->id) == 0)
			test_view(check, review->block, &demand->lists->expectations[i]);
}

/* -- action ------------------------------------------------------------------------------------- */

static bool is_action_written(const struct block *action)
{
	if (is_written(action->text))
		return true;
	for (const struct block *part = action->children; part != NULL; part = part->next)
		if (is_written(part->text))
			return true;
	return false;
}

static bool is_said(const struct block *actions)
{
	for (const struct block *child = actions->children; child != NULL; child = child->next)
		if ((child->kind == BLOCK_ACTION || child->kind == BLOCK_NO_ACTION) &&
		    is_action_written(child))
			return true;
	return false;
}

/* The outermost section around. */
static const struct placed_element *outermost(const struct placed_element *element)
{
	const struct placed_element *section = NULL;

	for (; element != NULL; element = element->around)
		if (element->block->kind == BLOCK_SECTION)
			section = element;
	return section;
}

/* True when the section around the actions shows figures of the domain. */
static bool stands_with(const struct section_check *check, const struct placed_element *actions,
			const char *domain)
{
	const struct document *document = check->inputs->document;
	const struct indicators *indicators = check->inputs->results->dataset->indicators;
	const struct placed_element *around = outermost(actions);

	for (size_t i = 0; around != NULL && i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->element != NULL && outermost(use->element) == around &&
		    strcmp(indicators->items[use->key.indicator].domain, domain) == 0)
			return true;
	}
	return false;
}

static bool has_action(const struct section_check *check, const char *domain)
{
	const struct placed_element *actions = NULL;

	while ((actions = next_element(check, BLOCK_ACTIONS, actions)) != NULL) {
		bool here = actions->domain[0] != '\0' ? strcmp(actions->domain, domain) == 0
						       : stands_with(check, actions, domain);

		if (here && is_said(actions->block))
			return true;
	}
	return false;
}

/* Of every action that is written: who and when. */
static void test_actions(struct section_check *check)
{
	const struct placed_element *actions = NULL;

	while ((actions = next_element(check, BLOCK_ACTIONS, actions)) != NULL)
		for (const struct block *child = actions->block->children; child != NULL;
		     child = child->next)
			if (child->kind == BLOCK_ACTION && is_action_written(child))
				test_who_and_when(check, child);
}

/* Domains of which something is reported: of those that are not there the indicators are the gap. */
static bool is_reported(const struct coverage_row *row)
{
	return row->total.state != COVERAGE_GAP && row->total.state != COVERAGE_NOT_AVAILABLE &&
	       row->total.state != COVERAGE_NOT_APPLICABLE;
}

/* What a domain of figures asks for; people served and the quality of data have sections of their own. */
static bool asks_for_action(const struct coverage_row *row)
{
	return is_reported(row) && row->indicator->answered_by[0] == '\0';
}

static bool is_first_of_domain(const struct coverage *coverage, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (asks_for_action(&coverage->rows[i]) &&
		    strcmp(coverage->rows[i].indicator->domain,
			   coverage->rows[row].indicator->domain) == 0)
			return false;
	return true;
}

void test_action(struct section_check *check)
{
	const struct coverage *coverage = check->coverage;

	for (size_t i = 0; i < coverage->row_count; i++) {
		const char *domain = coverage->rows[i].indicator->domain;

		if (!asks_for_action(&coverage->rows[i]) || !is_first_of_domain(coverage, i))
			continue;
		if (!has_action(check, domain))
			section_lacks(check, about(check, STRING_COVERAGE_NO_ACTION, domain),
				      coverage->rows[i].at);
	}
	test_actions(check);
}

/* -- frameworks --------------------------------------------------------------------------------- */

static const struct placed_element *find_framework(const struct section_check *check,
						   const char *framework)
{
	const struct placed_element *element = NULL;

	while ((element = next_element(check, BLOCK_FRAMEWORK, element)) != NULL)
		if (element->block->reference.of.text != NULL &&
		    strcmp(element->block->reference.of.text, framework) == 0)
			return element;
	return NULL;
}

/* Who the people are, for one, is no matter of figures: the section on the population tells it. */
static bool is_told_elsewhere(const struct framework_area *area)
{
	return area->indicators[0] == '\0' && area->answer[0] != '\0';
}

void test_frameworks(struct section_check *check)
{
	const struct statement_lists *lists = check->inputs->demand->lists;
	const char *missing = "";

	for (size_t i = 0; i < lists->area_count; i++) {
		const struct framework_area *area = &lists->areas[i];
		const struct placed_element *element = find_framework(check, area->framework);
		const struct block *written;

		if (is_told_elsewhere(area) || strcmp(area->framework, missing) == 0)
			continue;
		if (element == NULL) {
			missing = area->framework;
			section_lacks(
				check,
				about(check, STRING_COVERAGE_NO_FRAMEWORK, area->framework_title),
				check->result->at);
			continue;
		}
		written = entry_of(element->block, BLOCK_AREA, area->id);
		if (written == NULL || !is_written(written->text))
			section_lacks(check, about(check, STRING_COVERAGE_NO_AREA, area->name),
				      written == NULL ? element->block->at : written->at);
	}
}

/* -- governance, equality, assessment ----------------------------------------------------------- */

void test_governance(struct section_check *check)
{
	const struct block *block = next_element(check, BLOCK_GOVERNANCE, NULL)->block;

	if (!is_word_written(&block->lead))
		section_lacks_word(check, STRING_COVERAGE_NO_LEAD, block->at);
	if (!is_word_written(&block->committee))
		section_lacks_word(check, STRING_COVERAGE_NO_COMMITTEE, block->at);
	if (!is_word_written(&block->received))
		section_lacks_word(check, STRING_COVERAGE_NO_RECEIVED, block->at);
}

void test_equality(struct section_check *check)
{
	const struct block *block = next_element(check, BLOCK_EQUALITY, NULL)->block;

	if (!is_word_written(&block->to))
		section_lacks_word(check, STRING_COVERAGE_NO_LINK, block->at);
}

void test_assessment(struct section_check *check)
{
	if (!section_has_text(check))
		section_lacks_word(check, STRING_COVERAGE_NO_TEXT, check->result->at);
}
