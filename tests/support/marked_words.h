/*
 * marked_words.h - tables of words whose texts stand between marks, and every text of a document, to see which of
 * them come from a table and which from elsewhere.
 */
#ifndef GRADIENT_TESTS_MARKED_WORDS_H
#define GRADIENT_TESTS_MARKED_WORDS_H

#include <stddef.h>

#include "document/document.h"

struct arena;

/* Around a text of the table. */
extern const char mark_opened[], mark_closed[];

/*
 * The English table with its texts between marks. plain (may be NULL): the file of a table whose texts stand there
 * instead, without marks; the others begin with their id and "|".
 */
const char *marked_table(struct arena *arena, const char *plain);

/* Calls each() for every text of a document: titles, notes, cells, all labels of charts. */
void document_texts(struct arena *arena, const struct document *document,
		    void each(const char *text, void *context), void *context);

/*
 * Words outside all marks must stand in the sources, which are in small letters; else the test fails. Returns how many
 * marks there are in the document.
 */
size_t expect_words_of_sources(struct arena *arena, const struct document *document,
			       const char *sources);

/* In small letters, with plain blanks for those that do not break. */
char *small_letters(struct arena *arena, const char *text);

#endif
