#include "vectors/funnel_units.h"

#include "base/arena.h"
#include "stats/funnel.h"

static const double rates_per = 100000;

bool funnel_average_of(const struct vectors *inputs, const char *set,
		       enum funnel_denominators denominators, double *out)
{
	const size_t *rows;
	size_t count = vectors_select(inputs, "set", set, &rows);
	struct funnel_unit *units = arena_array(vectors_arena(inputs), count, sizeof(*units));

	for (size_t i = 0; i < count; i++) {
		double rate = vectors_number_or(inputs, rows[i], "rate", 0);

		units[i].events = vectors_number_or(inputs, rows[i], "x", -1);
		/* A rate of no events has no denominator, and does not count. */
		if (denominators == FUNNEL_RATES)
			funnel_effective_denominator(units[i].events, rate / rates_per,
						     &units[i].denominator);
		else
			units[i].denominator = vectors_number_or(inputs, rows[i], "n", -1);
	}
	return funnel_average(units, count, out) == STATS_OK;
}
