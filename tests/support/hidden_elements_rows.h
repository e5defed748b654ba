/*
 * hidden_elements_rows.h - the data of the report of hidden_elements.h.
 */
#ifndef GRADIENT_TESTS_HIDDEN_ELEMENTS_ROWS_H
#define GRADIENT_TESTS_HIDDEN_ELEMENTS_ROWS_H

#include <stdbool.h>

#include "base/buffer.h"

enum { HIDDEN_PARTS = 5, HIDDEN_CLASSES = 7, HIDDEN_PLACES = 8, HIDDEN_MEDIANS = 2 };

/* Indicators that are answers to a question, classes of weeks waited, and medians of these weeks. */
extern const char *const hidden_answers[HIDDEN_PARTS];
extern const char *const hidden_classes[HIDDEN_CLASSES];
extern const char *const hidden_medians[HIDDEN_MEDIANS];

/* Under LOCAL-5 numbers are as they are; under HES-5 others that are rounded or hidden alike. */
struct hidden_writer {
	struct buffer rows;
	const char *prefix; /* of indicators */
	bool rounds;
	int small;
	unsigned seed;
};

/* Writes the rows of one source. */
void hidden_elements_rows(const char *folder, const char *name, struct hidden_writer *writer);

#endif
