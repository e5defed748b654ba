/*
 * notes.h - the sentence that a reader sees below a table where a figure is missing or uncertain.
 */
#ifndef GRADIENT_TESTS_NOTES_H
#define GRADIENT_TESTS_NOTES_H

#include "support/statement.h"

/*
 * A table of females and males with the same rows each: head names their columns without dimension and group,
 * others are rows beside them that are of no group, or NULL. The notes of the table must hold the sentence.
 */
void expect_note(struct statement_parts parts, const char *head, const char *rows,
		 const char *others, const char *sentence);

#endif
