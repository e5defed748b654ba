#include "disclosure/told.h"

#include <math.h>

#include "disclosure/interval.h"

/* All counts that were shown as this number; it was rounded then when it can have been. */
static struct span told_span(const struct disclosure_rule *rule, double number)
{
	struct span span = interval_shown(rule, number);

	if (rule != NULL && rule->round_to > 0 && fabs(remainder(number, rule->round_to)) > 0)
		span = (struct span){ number, number };
	return span;
}

void told_take(struct count *count, const struct disclosure_rule *rule, const struct quantity *told)
{
	struct span span;

	if (told == NULL)
		return;
	span = told_span(rule, told->number);
	if (count->known && (count->number < span.lower || count->number > span.upper))
		return;
	if (!count->known || count->hidden)
		count->size = fabs(told->number);
	if (!count->known && span.lower == span.upper) {
		count->known = true;
		count->number = span.lower;
	}
	count->is_told = true;
	count->is_small = count->may_hide = false;
	count->shown = count->unseen = span;
}
