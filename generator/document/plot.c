#include "document/plot.h"

#include <math.h>

const struct plot_value *plot_value(const struct plot *plot, size_t series, size_t category)
{
	return &plot->values[series * plot->category_count + category];
}

static void widen(double value, double *low, double *high, bool *any)
{
	*low = *any ? fmin(*low, value) : value;
	*high = *any ? fmax(*high, value) : value;
	*any = true;
}

bool plot_extent(const struct plot *plot, double *low, double *high)
{
	bool any = false;

	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (!value_state_is_shown(value->state))
			continue;
		widen(value->value, low, high, &any);
		if (value->has_interval) {
			widen(value->lower, low, high, &any);
			widen(value->upper, low, high, &any);
		}
	}
	if (plot->has_reference)
		widen(plot->reference, low, high, &any);
	if (plot->has_fitted) {
		widen(plot->fitted_first, low, high, &any);
		widen(plot->fitted_last, low, high, &any);
	}
	return any;
}
