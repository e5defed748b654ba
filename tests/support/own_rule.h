/*
 * own_rule.h - a disclosure rule that the shipped list does not have, for statements of one test.
 */
#ifndef GRADIENT_TESTS_OWN_RULE_H
#define GRADIENT_TESTS_OWN_RULE_H

#include "support/workplace.h"

/* Counts are rounded to the nearest 5, while percentages and rates come from the exact ones. */
#define OWN_RULE_EXACT_RATES "EXACT-RATES"

/*
 * From now on the files that come with the program are those of a folder in which the list of rules ends with
 * this one. workplace_free() when the test is done.
 */
struct workplace own_rule(void);

#endif
