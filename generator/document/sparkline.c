#include "document/sparkline.h"

#include <math.h>

bool sparkline_extent(const struct sparkline *line, double *low, double *high)
{
	*low = INFINITY;
	*high = -INFINITY;
	for (size_t i = 0; i < line->count; i++) {
		if (!value_state_is_shown(line->points[i].state))
			continue;
		*low = fmin(*low, line->points[i].value);
		*high = fmax(*high, line->points[i].value);
	}
	return *low <= *high;
}
