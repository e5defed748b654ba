/*
 * overlay_targets.c - whether a target is a number that the figures of its chart may reach.
 */
#include <math.h>

#include "base/diag.h"
#include "resolve/chart_parts.h"

bool is_out_of_range(const struct chart *chart, double number)
{
	bool percentage =
		chart->measure == MEASURE_SHARE ||
		(chart->measure == MEASURE_VALUE && indicator_is_percentage(chart->view.indicator));

	return percentage && (number < 0 || number > 100);
}

static void check_range(const struct chart *chart, const struct block *part, double target)
{
	if (is_out_of_range(chart, target))
		diag_addf(chart->resolver->diags, DIAG_TARGET_OUT_OF_RANGE, part->value.at,
			  "value=\"%s\", while %s is a percentage", part->value.text,
			  chart->view.indicator->id);
}

/* Times the largest figure, or its part of the smallest, from which a target is hardly one of theirs. */
static const double far_times = 20;

/* Figures that are shown, by their size; false when there is none above 0. */
static bool find_sizes(const struct plot *plot, double *least, double *most)
{
	*least = *most = 0;
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];
		double size = fabs(value->value);

		if (!value_state_is_shown(value->state) || size == 0)
			continue;
		*least = *least == 0 || size < *least ? size : *least;
		*most = size > *most ? size : *most;
	}
	return *most > 0;
}

/* Percentages have a range of their own. */
static void check_distance(const struct chart *chart, const struct block *part, double target)
{
	double least, most, size = fabs(target);

	if (chart->plot->percentage || size == 0 || !find_sizes(chart->plot, &least, &most) ||
	    (size <= far_times * most && size >= least / far_times))
		return;
	diag_addf(chart->resolver->diags, DIAG_TARGET_FAR, part->value.at,
		  "value=\"%s\", while the figures are from %.6g to %.6g", part->value.text, least,
		  most);
}

void check_target(const struct chart *chart, const struct block *part, double target)
{
	check_range(chart, part, target);
	check_distance(chart, part, target);
}
