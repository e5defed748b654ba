#include <math.h>

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/rates.h"
#include "indicator/counts.h"
#include "indicator/methods/standard_parts.h"
#include "stats/rate.h"

/* Limits are the rate and the square root of the variance per event times the limits of the events. */
static struct span variance_of(const struct method_input *input, const struct result *result,
			       double half)
{
	const struct interval_limits *limits = &result->value.limits;
	double events = result->numerator.number, spread = limits->upper - limits->lower, width;
	struct interval of_events;

	if (!limits->known || events <= 0)
		return (struct span){ -INFINITY, INFINITY };
	count_limits(events, input->confidence, COUNT_BYAR_ALWAYS, &of_events);
	width = of_events.upper - of_events.lower;
	return (struct span){ pow(fmax(0, spread - 2 * half) / width, 2) * events,
			      pow((spread + 2 * half) / width, 2) * events };
}

bool standard_exposes(const struct method_input *input, const struct result *result,
		      unsigned decimals, bool repeated)
{
	struct arena *scratch = arena_new();
	double half = 0.5 * pow(10, -(double)decimals), weights = 0;
	struct rate_part *parts;
	struct rate_seen seen;
	struct age_band *bands;
	size_t count = standard_bands(scratch, input, &bands);
	bool exposes = false;

	for (size_t i = 0; i < count; i++)
		weights += bands[i].standard;
	if (count > 0 && rule_is_guarded(input->rule)) {
		parts = arena_array(scratch, count, sizeof(*parts));
		for (size_t i = 0; i < count; i++)
			parts[i] = (struct rate_part){
				.events = bands[i].events,
				.factor = bands[i].standard / weights *
					  input->indicator->multiplier / bands[i].population,
			};
		seen = (struct rate_seen){
			.events = interval_shown(
				input->rule, counts_exact(input->rows, input->count, false).number),
			.rate = { result->value.estimate - half, result->value.estimate + half },
			.variance = repeated ? (struct span){ -INFINITY, INFINITY }
					     : variance_of(input, result, half),
		};
		exposes = rate_exposes(input->rule, parts, count, &seen);
	}
	arena_free(scratch);
	return exposes;
}
