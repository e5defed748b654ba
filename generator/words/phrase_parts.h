/*
 * phrase_parts.h - what sentences and titles are made of; shared by the files of this folder alone.
 */
#ifndef GRADIENT_WORDS_PHRASE_PARTS_H
#define GRADIENT_WORDS_PHRASE_PARTS_H

#include "words/phrases.h"

size_t phrase_words(const char *text);

/* " (8,250 to 8,670)", behind a figure in the technical register; "" where there is no interval. */
const char *phrase_interval(const struct words *words, const struct view *view,
			    enum measure measure, const struct value *value);

/* A measure as tables have it with its interval: "1.57 (1.49 to 1.66)", without the sign of a gap. */
const char *phrase_measured(const struct words *words, const struct view *view,
			    enum measure measure, const struct value *value);

/* A value in a sentence; in the technical register as it stands in tables, beside its interval. other (may be NULL) stands beside it. */
const char *phrase_value(const struct words *words, const struct view *view,
			 const struct value *value, const struct value *other);

/* "all waits", "England". */
const char *phrase_whole(const struct words *words, const struct view *view, const char *place);

/*
 * True when no sentence of the text has more words than a reader takes in at once. The interval behind a figure, in
 * brackets, is part of the figure: it counts neither as words nor as a further figure.
 */
bool phrase_is_short(const char *text);

/*
 * A sentence about a measure: parts begins with "Measure" and "measure", which are filled in here. The whole
 * measure, or a short one when that makes the sentence too long.
 */
const char *phrase_about(const struct words *words, const struct view *view, enum string_id id,
			 struct placeholder *parts);

/* A sentence that stands in for a comparison of the two ends; NULL when they may be compared. */
const char *phrase_instead(const struct words *words, const struct view *view);

/* "in 2024 to 2025", "on 31 March 2025". */
const char *phrase_when(const struct words *words, const struct period *period);

/* How the slope index says that the two ends compare: the most deprived with the least. */
enum comparison phrase_slope_direction(const struct view *view);

/* True when every ordinary group is shown: of one that is not nothing is known, it may be the highest. */
bool phrase_all_shown(const struct view *view);

/* That the figure of a group is of low reliability, and why. */
const char *phrase_small_numbers(const struct words *words, const struct view *view,
				 const struct view_group *group);

/*
 * The groups of a view that compare so with the total, at most 3 of them by name: "the Indian and
 * Pakistani ethnic groups", "fifths 1 and 2", "the Indian, African and 4 more ethnic groups".
 */
const char *phrase_group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, size_t count);

/* The same of those that are much higher or lower; "" when there are none. */
const char *phrase_much_list(const struct words *words, const struct view *view,
			     enum comparison wanted);

/* The groups of a view without a figure that may be compared, named likewise; "" when there are none. */
const char *phrase_groups_not_shown(const struct words *words, const struct view *view);

/* "fifth 2", "fifths 1 and 3": the highest of a view whose figures are all shown; NULL when more share it. */
const char *phrase_highest(const struct words *words, const struct view *view);

/* What is said of a group with an unreliable figure: that it rests on small numbers, or has a wide interval. */
const char *phrase_unreliable(const struct words *words, const struct value *value,
			      const struct placeholder *parts);

/* Why groups could not be compared with the total: "hidden, missing or small numbers". */
const char *phrase_uncompared(const struct words *words, const struct view *view);

/* The same of groups without a figure that may be compared with anything. */
const char *phrase_not_shown(const struct words *words, const struct view *view);

/* "No comparison can be made: ..." */
const char *phrase_no_comparison(const struct words *words, const char *reason);

/*
 * A title whose first placeholder is its subject: the whole measure, or a short one when that is too long. NULL
 * when it is too long with either; title_with_subject then says what is shown.
 */
const char *title_if_short(const struct words *words, const struct view *view, enum string_id id,
			   struct placeholder *parts);
const char *title_with_subject(const struct words *words, const struct view *view,
			       enum string_id id, struct placeholder *parts);

/* "females", "Indian", "ages 0 to 17", "fifth 2": titles have few words. */
const char *title_group(const struct words *words, const struct view *view,
			const struct view_group *group);

#endif
