#include "disclosure/interval.h"

#include <math.h>

bool rule_is_guarded(const struct disclosure_rule *rule)
{
	return rule != NULL && rule->hides && rule->least_values > 0;
}

bool interval_is_small(const struct disclosure_rule *rule, double number)
{
	return rule != NULL && rule->hides && number >= rule->hide_from && number <= rule->hide_to;
}

/* Halves are rounded up, so that the highest number of an interval is just below the next half. */
struct span interval_shown(const struct disclosure_rule *rule, double number)
{
	double rounded, lower, upper;

	if (rule == NULL || rule->round_to <= 0)
		return (struct span){ number, number };
	if (rule->shows_instead && interval_is_small(rule, number))
		return (struct span){ rule->hide_from, rule->hide_to };
	rounded = floor(number / rule->round_to + 0.5) * rule->round_to;
	lower = fmax(0, ceil(rounded - rule->round_to / 2));
	upper = ceil(rounded + rule->round_to / 2) - 1;
	if (rule->hides && number > rule->hide_to)
		lower = fmax(lower, floor(rule->hide_to) + 1);
	if (rule->hides && number < rule->hide_from)
		upper = fmin(upper, ceil(rule->hide_from) - 1);
	return (struct span){ fmin(lower, number), fmax(upper, number) };
}

/*
 * Where counts are exact, further ones are hidden as a matter of course and nobody can tell them from small ones.
 * Where they are rounded that is rare, and whatever is hidden is taken to be small; but not where small ones are
 * shown as another number.
 */
struct span interval_hidden(const struct disclosure_rule *rule, bool further)
{
	bool unbounded = further || rule->secondary || rule->shows_instead;

	return (struct span){ rule->hide_from, unbounded ? (double)INFINITY : rule->hide_to };
}
