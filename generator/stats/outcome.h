/*
 * outcome.h - whether a statistic could be worked out, and if not, the statistical reason.
 *
 * A function that returns anything but STATS_OK has left its out parameters as they were, save for
 * an index that names the offending row where its header says so.
 */
#ifndef GRADIENT_STATS_OUTCOME_H
#define GRADIENT_STATS_OUTCOME_H

enum stats_outcome {
	STATS_OK,
	STATS_OUT_OF_RANGE,   /* an argument is not finite or outside the range its header states */
	STATS_NO_DENOMINATOR, /* nobody, or no time, at risk: the denominator is 0 */
	STATS_NUMERATOR_EXCEEDS_DENOMINATOR, /* more people counted than there are: wrong data */
	STATS_NO_STANDARD_POPULATION,        /* no age bands, or all weights are 0 */
	STATS_ZERO_POPULATION_BAND,          /* an age band holds nobody, so its rate is unknown */
	STATS_TOO_FEW_EVENTS,                /* under 10 events: too few for a standardised rate */
	STATS_ZERO_COMPARATOR,               /* a ratio to nothing: the comparator's value is 0 */
	STATS_ZERO_EVENTS_IN_GROUP,  /* a group has no events, so a logarithm has no value */
	STATS_ALL_EVENTS_IN_GROUP,   /* a group or its limit reaches 100%: a logit has no value */
	STATS_ZERO_POPULATION_GROUP, /* a group holds nobody and so has no rank */
	STATS_TOO_FEW_GROUPS,        /* fewer groups, or areas, than the statistic asks for */
	STATS_TOO_MANY_GROUPS,       /* more groups than the statistic allows */
	STATS_TOO_FEW_POINTS,        /* fewer points in time than a trend asks for */
	STATS_NO_SAMPLING_ERROR, /* limits that coincide, where points are weighted by precision */
	STATS_UNBOUNDED,         /* the interval has no end on one side or both */
	STATS_NO_VARIATION,      /* all groups have the same value, and an error is divided by 0 */
	STATS_ERROR_TOO_LARGE,   /* hardly a draw with that sampling error is a possible value */
	STATS_SEPARATED, /* a rank parts those with events from those without: no finite slope */
	STATS_REFERENCE_WORSE, /* the reference does worse than all together: nothing to be gained */
	STATS_SINGLE_VALUE,    /* one value tells nothing of how values differ: no limits */
	STATS_NO_EXPECTED_EVENTS,     /* the reference's rates let one expect none */
	STATS_POPULATION_TOO_SMALL,   /* 5,000 people or fewer: too few for a life table */
	STATS_NO_DEATHS_IN_LAST_BAND, /* a life table without end */
	STATS_NO_SURVIVORS,           /* nobody reaches the age that life is expected from */
};

#endif
