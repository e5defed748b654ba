#include "indicator/measures/disparity_measure.h"

#include <math.h>

#include "base/arena.h"
#include "indicator/explain.h"
#include "stats/bootstrap.h"

static struct bootstrap settings_of(const struct measure_input *input)
{
	struct bootstrap settings = bootstrap_usual();

	settings.confidence = input->confidence;
	if (indicator_is_percentage(input->indicator))
		settings.most = 100;
	return settings;
}

static enum stats_outcome limits(const struct measure_input *input,
				 const struct spread_groups *spread,
				 const struct disparity_settings *chosen, enum disparity disparity,
				 struct interval *out)
{
	struct bootstrap settings = settings_of(input);
	size_t count = spread->groups.count;
	struct disparity_scratch scratch = {
		arena_array(spread->arena, count, sizeof(*scratch.groups)),
		arena_array(spread->arena, disparity_scratch_numbers(&settings, count, 1),
			    sizeof(*scratch.numbers)),
	};

	measure_step(input, "limits: quantiles of %zu draws of the groups, seed %llu",
		     settings.draws, (unsigned long long)settings.seed);
	return disparity_limits(&spread->groups, chosen, &settings, &disparity, 1, &scratch, out);
}

void disparity_measure(const struct measure_input *input, const struct spread_groups *spread,
		       enum disparity disparity, const struct disparity_settings *settings,
		       struct breakdown_result *out)
{
	enum stats_outcome outcome =
		disparity_value(&spread->groups, settings, disparity, &out->value.estimate);
	struct interval interval;

	if (outcome != STATS_OK) {
		out->value = spread_refused(outcome);
		return;
	}
	if (!spread->has_errors ||
	    limits(input, spread, settings, disparity, &interval) != STATS_OK)
		return;
	out->value.limits = (struct interval_limits){ true, interval.lower, interval.upper };
}
