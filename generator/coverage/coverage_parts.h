/*
 * coverage_parts.h - the parts of coverage; shared by the files of this folder alone.
 */
#ifndef GRADIENT_COVERAGE_COVERAGE_PARTS_H
#define GRADIENT_COVERAGE_COVERAGE_PARTS_H

#include "base/text_list.h"
#include "coverage/coverage.h"

/* A text of the table of words. */
const char *coverage_word(const struct coverage_inputs *inputs, enum string_id id);

/* An indicator that is looked at. */
struct judging {
	const struct coverage_inputs *inputs;
	int indicator;    /* of the report; -1 when it has none of that id */
	int organisation; /* the body; -1 when the data have none */
	bool is_count;    /* its value is a count, which a share stands for too */
};

/* The states and reasons of a cell, before the author's reasons. */
void judge_gap(const struct judging *judging, struct coverage_cell *cell, enum string_id reason);
void judge(const struct judging *judging, int classification, struct coverage_cell *cell);

/* The best of the classifications of the dimension: any of them answers it. */
void judge_dimension(const struct judging *judging, struct coverage_cell *cell);

/* The edition does not ask for it, or it has no meaning: not applicable, unless it is reported all the same. */
void judge_unasked(const struct judging *judging, const struct indicator *indicator,
		   struct coverage_cell *cell);

/* Rows of all indicators that apply to the body. */
void cover_indicators(const struct coverage_inputs *inputs, struct coverage *coverage);

/*
 * An indicator that is no figure of the data but is answered by an element of the document, such as the data
 * quality of the sources. False when the indicator is an ordinary one.
 */
bool cover_answered(const struct coverage_inputs *inputs, const struct coverage *coverage,
		    struct coverage_row *row);

void cover_sections(const struct coverage_inputs *inputs, struct coverage *coverage);

/* -- what a test of a section sees -------------------------------------------------------------- */

struct section_check {
	const struct coverage_inputs *inputs;
	const struct coverage *coverage; /* its rows are there */
	struct coverage_section *result;
};

void section_lacks(struct section_check *check, const char *what, struct location at);
void section_lacks_word(struct section_check *check, enum string_id what, struct location at);

/* The next block of a kind in the document behind after (NULL: the first); NULL when there is none. */
const struct placed_element *next_element(const struct section_check *check, enum block_kind kind,
					  const struct placed_element *after);

/* True when the element stands in the section that is checked. */
bool is_in_section(const struct section_check *check, const struct placed_element *element);

/* True when somebody wrote words, and none of them is left to be written. */
bool is_written(const struct inline_part *text);
bool is_word_written(const struct word *word);

/* True when the section holds text of the author. */
bool section_has_text(const struct section_check *check);

/* The tests by name; section_tests_*.c hold them. */
typedef void section_test(struct section_check *check);
extern section_test test_about, test_summary, test_population, test_assessment;
extern section_test test_review, test_action, test_frameworks, test_governance, test_equality;
extern section_test test_data_quality, test_tables, test_glossary;

#endif
