#include "chart/scale.h"

#include <float.h>
#include <math.h>

#include "document/plot.h"

/* The smallest round step that is at least as large as wanted. */
static double nice_step(double wanted)
{
	static const double factors[] = { 1, 2, 2.5, 5, 10 };
	double power = pow(10, floor(log10(wanted)));

	for (size_t i = 0; i < sizeof(factors) / sizeof(factors[0]); i++)
		if (factors[i] * power >= wanted * (1 - 1e-9))
			return factors[i] * power;
	return 10 * power;
}

static unsigned step_decimals(double step)
{
	for (unsigned decimals = 0; decimals < 10; decimals++) {
		double shifted = step * pow(10, decimals);

		if (fabs(shifted - round(shifted)) < 1e-6 * fmax(1, shifted))
			return decimals;
	}
	return 10;
}

static void set_ticks(struct scale *scale, double step)
{
	double first = ceil(scale->low / step - 1e-9);

	scale->decimals = step_decimals(step);
	for (scale->tick_count = 0; scale->tick_count < TICKS_MOST; scale->tick_count++) {
		double tick = (first + (double)scale->tick_count) * step;

		if (tick > scale->high + step * 1e-9)
			break;
		scale->ticks[scale->tick_count] = tick == 0 ? 0 : tick;
	}
}

struct scale scale_nice(double low, double high, struct scale_options options)
{
	struct scale scale = { 0 };
	double span, step;

	if (options.from_zero) {
		low = fmin(low, 0);
		high = fmax(high, 0);
	}
	if (options.percentage && high > PERCENTAGES_OF_PART && high <= 100 && low >= 0) {
		scale.low = options.from_zero ? 0 : low;
		scale.high = 100;
	}
	span = high - low;
	if (span <= DBL_EPSILON * fmax(1, fabs(high)))
		span = high == 0 ? 1 : fabs(high);
	if (scale.high == 100 && scale.low == 0) {
		scale.low = 0;
		step = 20;
	} else {
		step = nice_step(span / (double)(options.ticks == 0 ? 5 : options.ticks));
		scale.low = floor(low / step + 1e-9) * step;
		scale.high = ceil(fmax(high, low + span) / step - 1e-9) * step;
		if (options.percentage && low >= 0)
			scale.low = fmax(scale.low, 0);
		if (options.percentage && high <= 100)
			scale.high = fmin(scale.high, 100);
	}
	set_ticks(&scale, step);
	return scale;
}

double scale_place(const struct scale *scale, double number)
{
	return scale->from +
	       (number - scale->low) / (scale->high - scale->low) * (scale->to - scale->from);
}
