/*
 * much_words.h - what is said of the second grade of comparisons and of totals with events outside all groups, held
 * against the limits of the figures themselves.
 */
#ifndef GRADIENT_TESTS_MUCH_WORDS_H
#define GRADIENT_TESTS_MUCH_WORDS_H

#include <stdbool.h>

#include "model/view.h"
#include "words/format.h"

/*
 * Of the sentence on all groups of a view (phrase_several_groups()): NULL, or what is wrong. Every group that is called
 * much higher or lower has limits at 95% and at 99.8% that leave the total out, all that have are named or counted, and
 * nothing is so called where all groups lie on one side of the total.
 */
const char *much_fault(const struct words *words, const struct view *view, const char *text);

/* Of what is said of events outside all groups: NULL, or what is wrong; they are part of those of the total. */
const char *outside_fault(const struct view *view, const char *text);

/* Every ordinary group that the data have is shown, at least three are, and all lie above or all below the total. */
bool lies_on_one_side(const struct view *view);

#endif
