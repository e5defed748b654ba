/*
 * phrase_parts.h - what sentences and titles are made of; shared by the files of this folder alone.
 */
#ifndef GRADIENT_WORDS_PHRASE_PARTS_H
#define GRADIENT_WORDS_PHRASE_PARTS_H

#include "words/phrases.h"

size_t phrase_words(const char *text);

/* A value in a sentence; other (may be NULL) stands beside it. */
const char *phrase_value(const struct words *words, const struct view *view,
			 const struct value *value, const struct value *other);

/* "the most deprived areas", "fifth 2", "females", "the Indian ethnic group". */
const char *phrase_group(const struct words *words, const struct view *view,
			 const struct view_group *group);

/* "all waits", "England". */
const char *phrase_whole(const struct words *words, const struct view *view, const char *place);

/* True when no sentence of the text has more words than a reader takes in at once. */
bool phrase_is_short(const char *text);

/* "ethnic groups", "sexes". */
const char *phrase_nouns(const struct words *words, const struct classification *classification);

/*
 * The groups of a view that compare so with the total, at most 3 of them by name: "the Indian and
 * Pakistani ethnic groups", "fifths 1 and 2", "the Indian, African and 4 more ethnic groups".
 */
const char *phrase_group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, size_t count);

/* "fifth 2", "fifths 1 and 3": the highest of a view whose figures are all shown; NULL when more share it. */
const char *phrase_highest(const struct words *words, const struct view *view);

/* What is said of a group with an unreliable figure: that it rests on small numbers, or has a wide interval. */
enum string_id phrase_of_unreliable(const struct value *value);

/* Why groups could not be compared with the total: "hidden, missing or small numbers". */
const char *phrase_uncompared(const struct words *words, const struct view *view);

/* "No comparison can be made: ..." */
const char *phrase_no_comparison(const struct words *words, const char *reason);

/* A title whose first placeholder is its subject: the whole measure, or a short one when that is too long. */
const char *title_with_subject(const struct words *words, const struct view *view,
			       enum string_id id, struct placeholder *parts);

/* "females", "Indian", "ages 0 to 17", "fifth 2": titles have few words. */
const char *title_group(const struct words *words, const struct view *view,
			const struct view_group *group);

#endif
