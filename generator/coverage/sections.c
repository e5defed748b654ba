/*
 * sections.c - which sections of the statement are there and complete.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

/* -- what tests see ----------------------------------------------------------------------------- */

void section_lacks(struct section_check *check, const char *what, struct location at)
{
	struct coverage_section *section = check->result;

	section->missing =
		arena_grow(check->inputs->arena, section->missing, section->missing_count,
			   &section->missing_capacity, sizeof(*section->missing));
	section->missing[section->missing_count++] = (struct coverage_missing){ what, at };
}

void section_lacks_word(struct section_check *check, enum string_id what, struct location at)
{
	section_lacks(check, coverage_word(check->inputs, what), at);
}

const struct placed_element *next_element(const struct section_check *check, enum block_kind kind,
					  const struct placed_element *after)
{
	const struct document *document = check->inputs->document;
	bool found = after == NULL;

	for (size_t i = 0; i < document->element_count; i++) {
		if (found && document->elements[i]->block->kind == kind)
			return document->elements[i];
		found = found || document->elements[i] == after;
	}
	return NULL;
}

bool is_in_section(const struct section_check *check, const struct placed_element *element)
{
	return list_has(element->purpose, " ", check->result->section->id);
}

/* -- what is written ---------------------------------------------------------------------------- */

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\n")] == '\0';
}

/* Finds words, and places that are still to be written. */
static void look_at(const struct inline_part *part, bool *words, bool *gap)
{
	for (; part != NULL; part = part->next) {
		*gap = *gap || part->kind == INLINE_TO_WRITE;
		*words = *words || (part->kind == INLINE_TEXT ? !is_blank(part->text)
							      : part->kind != INLINE_WHEN);
		if (part->kind != INLINE_TO_WRITE)
			look_at(part->children, words, gap);
	}
}

bool is_written(const struct inline_part *text)
{
	bool words = false, gap = false;

	look_at(text, &words, &gap);
	return words && !gap;
}

bool is_word_written(const struct word *word)
{
	return word->text != NULL && !is_blank(word->text);
}

static bool is_text(enum block_kind kind)
{
	return kind == BLOCK_PARAGRAPH || kind == BLOCK_LEAD || kind == BLOCK_ITEM ||
	       kind == BLOCK_FINDING;
}

bool section_has_text(const struct section_check *check)
{
	const struct document *document = check->inputs->document;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];

		if (is_in_section(check, element) && is_text(element->block->kind) &&
		    is_written(element->block->text))
			return true;
	}
	return false;
}

/* -- the register of tests ---------------------------------------------------------------------- */

/* For sections that need only be there: the program writes them, or judges what they hold one by one. */
static void test_nothing(struct section_check *check)
{
	(void)check;
}

/* A section is there when an element of its own is, or a section with its purpose. */
enum { NO_ELEMENT = -1 };

static const struct {
	const char *name;
	section_test *run;
	int element; /* enum block_kind */
} tests[] = {
	{ "about", test_about, NO_ELEMENT },
	{ "summary", test_summary, NO_ELEMENT },
	{ "review", test_review, BLOCK_REVIEW },
	{ "population", test_population, NO_ELEMENT },
	{ "data-quality", test_data_quality, BLOCK_DATA_QUALITY },
	{ "coverage", test_nothing, BLOCK_COVERAGE },
	{ "indicators", test_nothing, BLOCK_SECTION },
	{ "action", test_action, BLOCK_ACTIONS },
	{ "frameworks", test_frameworks, BLOCK_FRAMEWORK },
	{ "governance", test_governance, BLOCK_GOVERNANCE },
	{ "equality", test_equality, BLOCK_EQUALITY },
	{ "methods", test_nothing, BLOCK_METHODS },
	{ "tables", test_tables, BLOCK_TABLE },
	{ "glossary", test_glossary, BLOCK_GLOSSARY },
	{ "assessment", test_assessment, NO_ELEMENT },
};

static const size_t test_count = sizeof(tests) / sizeof(tests[0]);

static size_t find_test(const char *name)
{
	for (size_t i = 0; i < test_count; i++)
		if (strcmp(tests[i].name, name) == 0)
			return i;
	return test_count;
}

/* -- a section ---------------------------------------------------------------------------------- */

static bool has_purpose(const struct placed_element *element, const char *id)
{
	const char *purpose = element->block->purpose.text;

	return purpose != NULL && list_has(purpose, " ", id);
}

/* Of sections those alone that are about a domain or indicator. */
static bool is_element(const struct placed_element *element, int kind)
{
	const char *style = element->block->style.text;

	return (int)element->block->kind == kind &&
	       (kind != BLOCK_SECTION || (style != NULL && strcmp(style, "plain") != 0));
}

/* The section itself, else the element that makes one; NULL when there is neither. */
static const struct placed_element *find_section(const struct section_check *check, int kind)
{
	const struct document *document = check->inputs->document;
	const struct placed_element *found = NULL;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];

		if (has_purpose(element, check->result->section->id))
			return element;
		if (found == NULL && is_element(element, kind))
			found = element;
	}
	return found;
}

/* What the author left to be written, in a section of this purpose alone. */
static void test_left(struct section_check *check)
{
	const struct document *document = check->inputs->document;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];
		const struct block *block = element->block;
		bool words = false, gap = block->kind == BLOCK_TO_WRITE;

		if (!is_in_section(check, element))
			continue;
		if (is_text(block->kind))
			look_at(block->text, &words, &gap);
		if (gap)
			section_lacks_word(check, STRING_COVERAGE_TO_WRITE, block->at);
	}
}

/* A section whose element alone makes it has to hold that element, whatever else it says. */
static void test_element(struct section_check *check, int kind)
{
	if (kind != NO_ELEMENT && next_element(check, (enum block_kind)kind, NULL) == NULL)
		section_lacks(
			check,
			words_fill(check->inputs->words, STRING_COVERAGE_ELEMENT,
				   (struct placeholder[]){
					   { "name", check->result->section->title }, { 0 } }),
			check->result->at);
}

static void cover_section(const struct coverage_inputs *inputs, const struct coverage *coverage,
			  struct coverage_section *result)
{
	struct section_check check = { inputs, coverage, result };
	size_t test = find_test(result->section->test);
	int kind = test == test_count ? NO_ELEMENT : tests[test].element;
	const struct placed_element *found = find_section(&check, kind);
	bool asked = result->requirement >= REQUIREMENT_LINKED;

	result->at = found == NULL ? inputs->demand->at : found->block->at;
	if (result->requirement == REQUIREMENT_NOT_APPLICABLE)
		return;
	if (found == NULL) {
		result->state = SECTION_ABSENT;
		result->gaps = asked;
		return;
	}
	if (test < test_count) {
		test_element(&check, kind);
		if (result->missing_count == 0)
			tests[test].run(&check);
	}
	test_left(&check);
	result->state = result->missing_count > 0 ? SECTION_INCOMPLETE : SECTION_COMPLETE;
	result->gaps = asked ? result->missing_count : 0;
}

/* Where no indicator applies, nothing has to be said of indicators, nor of what was done because of them. */
static enum requirement requirement_of(const struct coverage_inputs *inputs,
				       const struct coverage *coverage,
				       const struct statement_section *section)
{
	if (coverage->row_count == 0 &&
	    (strcmp(section->test, "indicators") == 0 || strcmp(section->test, "action") == 0))
		return REQUIREMENT_NOT_APPLICABLE;
	return statement_requirement(section, inputs->demand->kind);
}

void cover_sections(const struct coverage_inputs *inputs, struct coverage *coverage)
{
	const struct statement_lists *lists = inputs->demand->lists;

	coverage->sections =
		arena_array(inputs->arena, lists->section_count, sizeof(*coverage->sections));
	coverage->section_count = lists->section_count;
	for (size_t i = 0; i < lists->section_count; i++) {
		struct coverage_section *section = &coverage->sections[i];

		section->section = &lists->sections[i];
		section->requirement = requirement_of(inputs, coverage, section->section);
		cover_section(inputs, coverage, section);
	}
}
