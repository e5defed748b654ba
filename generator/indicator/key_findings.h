/*
 * key_findings.h - which differences between groups a reader should see first, by a rule that can be told.
 *
 * Candidates: every breakdown by deprivation, ethnicity, sex and other listed groups in the latest period of
 *         an indicator; of ordered groups the two ends, of two groups these, of several the one that differs
 *         most from the total, and where one direction is better, to the worse. Age groups and places are no
 *         candidates: nearly everything differs by age. Nothing hidden, missing or of low reliability is, and no
 *         difference from a total on one side of which all groups lie.
 * Score, from 0 to 1:
 *         half of it: the difference divided by its standard error, up to 10. That measure has no unit, exists for
 *         percentages, rates, years and published figures alike, for figures of 0 too, and does not depend on
 *         whether those who had something or those who had not are counted, as a ratio does. Beyond 10 it
 *         would only say how large the groups are;
 *         three tenths: the people concerned, that is events beyond those with the figure of the other
 *         side, on a logarithmic scale up to the most in the report; nothing where figures count no people;
 *         two tenths: how far the difference moved since a year before, divided by its standard error, up to 3.
 * Choice: in the order of their scores, but never two of one indicator, of indicators of which one counts
 *         events of the other, or three of one domain. When all that are chosen are to the disadvantage of
 *         the more deprived, the last makes room for the best in the other direction, if there is one. When there
 *         is room for at least four, the last makes room for one "no difference": two ends that are similar
 *         with a ratio that lies surely between 0.8 and 1.25.
 */
#ifndef GRADIENT_INDICATOR_KEY_FINDINGS_H
#define GRADIENT_INDICATOR_KEY_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/result.h"

struct arena;

enum { FINDINGS_USUAL = 6 };

enum finding_form {
	FINDING_ENDS,  /* most and least deprived */
	FINDING_TWO,   /* the only two groups */
	FINDING_GROUP, /* a group and the total */
};

/* Why a candidate was chosen or passed over. */
enum finding_fate {
	FINDING_CHOSEN,          /* by its score */
	FINDING_PINNED,          /* the author wants it */
	FINDING_OTHER_DIRECTION, /* the more deprived are better off */
	FINDING_NO_DIFFERENCE,
	FINDING_EXCLUDED,  /* the author does not want it */
	FINDING_NOT_SHOWN, /* a figure is hidden, missing or of low reliability */
	FINDING_NOT_CLEAR, /* the difference could be due to chance */
	FINDING_ONE_SIDED, /* against a total on one side of which all groups lie: view_one_sided() */
	FINDING_SAME_INDICATOR,
	FINDING_SAME_EVENTS,
	FINDING_SAME_DOMAIN,
	FINDING_BEYOND, /* others have higher scores */
};

struct finding {
	struct cell_key key; /* of the breakdown */
	enum finding_form form;
	int first, second;          /* groups; second is GROUP_ALL when it is the total */
	enum comparison comparison; /* first with second */
	int judgement; /* +1: the first is better off, -1: worse off, 0: neither is better */
	double difference, standard_error;
	double certainty; /* difference divided by its standard error */
	double people;    /* events in excess; 0 = not known */
	double movement; /* change since a year before, divided by its standard error; 0 = not known */
	double size_score, people_score, change_score, score;
	enum finding_fate fate;
};

/* What is asked for: a breakdown of an indicator, by its dimension or classification; CLASSIFICATION_ALL: any. */
struct finding_pin {
	int indicator, classification;
};

struct finding_wish {
	int organisation;
	size_t most;
	const struct finding_pin *pins; /* in the order wanted */
	size_t pin_count;
	const int *except; /* indicators */
	size_t except_count;
};

struct findings {
	struct finding *items; /* the chosen first, in their order; then the others by score */
	size_t count, chosen;
};

struct findings key_findings(struct arena *arena, const struct results *results,
			     const struct finding_wish *wish);

/* "chosen: its score is among the highest". */
const char *finding_fate_words(enum finding_fate fate);

#endif
