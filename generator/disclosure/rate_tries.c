#include "disclosure/rate_tries.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "disclosure/interval.h"

/* Steps take some 10 ns; events are places of a set of bits. */
enum { STEPS_MOST = 100000, EVENTS_MOST = 60 };

struct band {
	double factor;
	bool is_small;
	unsigned events; /* as tried now */
	uint64_t found;  /* numbers of events with which everything agrees */
};

struct trying {
	struct band *bands; /* from the largest factor on */
	size_t count;
	const struct rate_seen *seen;
	double least_values;
	unsigned steps;
	bool is_safe; /* every small band can be enough numbers; nothing more to try */
};

static int by_factor(const void *a, const void *b)
{
	double first = ((const struct band *)a)->factor, second = ((const struct band *)b)->factor;

	return (first < second) - (first > second);
}

static unsigned numbers_in(uint64_t found)
{
	unsigned count = 0;

	for (; found != 0; found &= found - 1)
		count++;
	return count;
}

static bool is_safe(const struct trying *trying)
{
	for (size_t i = 0; i < trying->count; i++)
		if (trying->bands[i].is_small &&
		    numbers_in(trying->bands[i].found) < trying->least_values)
			return false;
	return true;
}

/* True when a sum can still come to lie within limits with so much more at most and at least. */
static bool can_reach(struct span limits, double sum, double most, double least)
{
	return sum + most >= limits.lower && sum + least <= limits.upper;
}

/* A step: true when there is something to try with events for the bands from one on. */
static inline bool may_hold(struct trying *trying, size_t at, unsigned events, double rate,
			    double variance)
{
	double most = trying->bands[at].factor, least = trying->bands[trying->count - 1].factor;

	return !trying->is_safe && trying->steps++ <= STEPS_MOST &&
	       can_reach(trying->seen->rate, rate, events * most, events * least) &&
	       can_reach(trying->seen->variance, variance, events * most * most,
			 events * least * least);
}

/* Shares events out over the bands from one on, which may hold; rate and variance: of the bands before. */
static void share_out(struct trying *trying, size_t at, unsigned events, double rate,
		      double variance)
{
	struct band *band = &trying->bands[at];

	if (at == trying->count - 1) {
		band->events = events;
		for (size_t i = 0; i < trying->count; i++)
			trying->bands[i].found |= (uint64_t)1 << trying->bands[i].events;
		trying->is_safe = is_safe(trying);
		return;
	}
	/* Most steps end at once: they are not worth a call. */
	for (unsigned i = 0; i <= events; i++) {
		double with = rate + i * band->factor;
		double spread = variance + i * band->factor * band->factor;

		band->events = i;
		if (may_hold(trying, at + 1, events - i, with, spread))
			share_out(trying, at + 1, events - i, with, spread);
	}
}

bool rate_tries_expose(const struct disclosure_rule *rule, const struct rate_part *parts,
		       size_t count, const struct rate_seen *seen)
{
	struct arena *scratch;
	struct trying trying = { .count = count, .seen = seen, .least_values = rule->least_values };
	bool exposes = false;

	if (count == 0 || seen->events.upper > EVENTS_MOST)
		return false;
	scratch = arena_new();
	trying.bands = arena_array(scratch, count, sizeof(*trying.bands));
	for (size_t i = 0; i < count; i++)
		trying.bands[i] = (struct band){
			.factor = parts[i].factor,
			.is_small = interval_is_small(rule, parts[i].events),
		};
	qsort(trying.bands, count, sizeof(*trying.bands), by_factor);
	for (double events = seen->events.lower; events <= seen->events.upper; events++)
		if (may_hold(&trying, 0, (unsigned)events, 0, 0))
			share_out(&trying, 0, (unsigned)events, 0, 0);
	exposes = trying.steps <= STEPS_MOST && !is_safe(&trying);
	arena_free(scratch);
	return exposes;
}
