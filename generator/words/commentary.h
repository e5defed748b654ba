/*
 * commentary.h - a few sentences on one breakdown, chosen by rule from its results.
 *
 * Rules: the finding comes first; no fact is told twice, and none that the title of its figure tells in the
 *        same words; no two sentences contradict each other; what cannot be said is said last, with the
 *        reason. A sentence has at most 25 words, 3 figures and one idea. Shapes of sentences are chosen by
 *        the position of the commentary in the report, so that not more than two in a row begin alike and a
 *        rerun gives the same text.
 */
#ifndef GRADIENT_WORDS_COMMENTARY_H
#define GRADIENT_WORDS_COMMENTARY_H

#include "words/phrases.h"

/* What a sentence is about, in the order in which they stand. */
enum comment {
	COMMENT_LEVEL,
	COMMENT_COMPARISON,
	COMMENT_SEVERAL_GROUPS,
	COMMENT_GAP,
	COMMENT_RATIO,
	COMMENT_GRADIENT,
	COMMENT_SLOPE,
	COMMENT_GAP_TREND,
	COMMENT_ABSOLUTE_AND_RELATIVE,
	COMMENT_TREND,
	COMMENT_COMPLETENESS,
	COMMENT_CAUTION,
	COMMENT_COUNT,
};

/* "level", "several-groups": as the phrase of that kind. */
const char *comment_name(enum comment comment);

/* COMMENT_COUNT when there is none of that name. */
enum comment comment_find(const char *name);

struct comment_sentence {
	enum comment about;
	const char *text; /* one sentence, or two that belong together */
};

struct commentary {
	struct comment_sentence sentences[COMMENT_COUNT];
	size_t count;
};

struct commentary_wish {
	unsigned wanted; /* bits of enum comment; 0 = by rule */
	size_t position; /* of the commentary in the report */
	size_t most;     /* sentences; 0 = by rule */
};

/*
 * view: the breakdown, or a total alone. compared: the same with its groups compared as the report asks for,
 * with the body in place (see phrase_several_groups). first: the earliest view of the same series, for a
 * change over time; NULL when there is none. There is always a sentence.
 */
struct commentary commentary_of(const struct words *words, const struct view *view,
				const struct view *compared, const char *place,
				const struct view *first, struct commentary_wish wish);

#endif
