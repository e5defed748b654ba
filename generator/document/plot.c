#include "document/plot.h"

#include <math.h>

#include "base/arena.h"
#include "document/plot_funnel.h"
#include "document/plot_process.h"

void plot_set_categories(struct arena *arena, struct plot *plot, size_t count)
{
	plot->category_count = count;
	plot->categories = arena_array(arena, count, sizeof(*plot->categories));
	for (size_t i = 0; i < count; i++)
		plot->categories[i] = (struct plot_category){ .label = "",
							      .short_label = "",
							      .share_text = "",
							      .end_label = "",
							      .note = "" };
}

void plot_set_series(struct arena *arena, struct plot *plot, size_t count)
{
	plot->series_short = NULL;
	plot->series_count = count;
	plot->series = arena_array(arena, count, sizeof(*plot->series));
	plot->values = arena_array(arena, count * plot->category_count, sizeof(*plot->values));
	for (size_t i = 0; i < count; i++)
		plot->series[i].label = "";
	for (size_t i = 0; i < count * plot->category_count; i++)
		plot->values[i] = (struct plot_value){ .state = VALUE_NOT_AVAILABLE,
						       .text = "",
						       .interval = "" };
}

const struct plot_value *plot_value(const struct plot *plot, size_t series, size_t category)
{
	return &plot->values[series * plot->category_count + category];
}

/* Beyond this share of what else is drawn, an interval of low reliability is cut. */
static const double longest_unreliable = 0.5;

struct extent {
	double low, high;
	bool any;
};

static void widen(struct extent *extent, double value)
{
	extent->low = extent->any ? fmin(extent->low, value) : value;
	extent->high = extent->any ? fmax(extent->high, value) : value;
	extent->any = true;
}

static bool has_shown_interval(const struct plot_value *value)
{
	return value_state_is_shown(value->state) && value->has_interval;
}

static double limit_of(const struct plot_value *value, bool upper)
{
	return upper ? value->upper : value->lower;
}

/* Limits of variation, and of places by their size. */
static void widen_to_limits(struct extent *extent, const struct plot *plot)
{
	const struct plot_process *process = plot->process;

	for (size_t i = 0; process != NULL && i < process->stretch_count; i++) {
		if (isfinite(process->stretches[i].low))
			widen(extent, process->stretches[i].low);
		if (isfinite(process->stretches[i].high))
			widen(extent, process->stretches[i].high);
	}
	for (size_t c = 0; plot->funnel != NULL && c < FUNNEL_CURVES; c++)
		for (size_t i = 0; i < plot->funnel->curves[c].count; i++)
			widen(extent, plot->funnel->curves[c].limits[i]);
}

/* Values, lines, and the intervals of reliable values; whether these are half of all or more. */
static struct extent extent_of_reliable(const struct plot *plot, bool *reliable)
{
	size_t shown = 0, sure = 0;
	struct extent extent = { 0 };
	double number;

	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (!value_state_is_shown(value->state))
			continue;
		widen(&extent, value->value);
		shown++;
		sure += value->state == VALUE_SHOWN;
		if (value->has_interval && value->state == VALUE_SHOWN) {
			widen(&extent, value->lower);
			widen(&extent, value->upper);
		}
	}
	*reliable = 2 * sure >= shown;
	if (!extent.any)
		return extent;
	if (plot->has_reference)
		widen(&extent, plot->reference);
	for (size_t i = 0; i < FITTED_POINTS && plot->has_fitted; i++)
		widen(&extent, plot->fitted[i]);
	for (size_t i = 0; plot_overlay_number(plot, i, &number); i++)
		widen(&extent, number);
	widen_to_limits(&extent, plot);
	return extent;
}

/* The limit below which, or at which, half of those of all shown intervals lie; false when there are none. */
static bool middle_limit(const struct plot *plot, bool upper, double *middle)
{
	size_t values = plot->series_count * plot->category_count, all = 0;

	for (size_t i = 0; i < values; i++)
		all += has_shown_interval(&plot->values[i]);
	for (size_t i = 0; i < values; i++) {
		size_t at_most = 0, below = 0;

		if (!has_shown_interval(&plot->values[i]))
			continue;
		*middle = limit_of(&plot->values[i], upper);
		for (size_t j = 0; j < values; j++) {
			double limit = limit_of(&plot->values[j], upper);

			at_most += has_shown_interval(&plot->values[j]) && limit <= *middle;
			below += has_shown_interval(&plot->values[j]) && limit < *middle;
		}
		if (2 * at_most >= all && 2 * below < all)
			return true;
	}
	return false;
}

/* Where most figures are of low reliability, the interval in the middle of all says how much is usual. */
static void widen_to_middle(struct extent *extent, const struct plot *plot)
{
	double lower, upper;

	if (!middle_limit(plot, false, &lower) || !middle_limit(plot, true, &upper))
		return;
	widen(extent, lower);
	widen(extent, upper);
}

/* Of a plot that is drawn in one panel. */
static bool extent_of_plot(const struct plot *plot, double *low, double *high)
{
	bool reliable;
	struct extent extent = extent_of_reliable(plot, &reliable);
	double room, least, most;

	if (extent.any && !reliable)
		widen_to_middle(&extent, plot);
	room = longest_unreliable * (fmax(extent.high, 0) - fmin(extent.low, 0));
	/* No limit of low reliability draws the axis of rates and shares below zero. */
	least = extent.low >= 0 ? 0 : extent.low - room;
	most = extent.high + room;
	/* None doubles an axis of percentages either. */
	if (plot->percentage && extent.high <= PERCENTAGES_OF_PART)
		most = fmin(most, PERCENTAGES_OF_PART);
	for (size_t i = 0; extent.any && i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (value->state != VALUE_UNRELIABLE || !value->has_interval)
			continue;
		if (value->lower >= least)
			widen(&extent, value->lower);
		if (value->upper <= most)
			widen(&extent, value->upper);
	}
	*low = extent.low;
	*high = extent.high;
	return extent.any;
}

const char *plot_value_said(const struct plot_value *value)
{
	return value->rounded == NULL ? value->text : value->rounded;
}

static bool extent_of_panels(const struct plot *plot, double *low, double *high)
{
	struct extent extent = { 0 };
	double least, most;

	for (size_t i = 0; i < plot->panel_count; i++)
		if (plot_extent(plot->panels[i], &least, &most)) {
			widen(&extent, least);
			widen(&extent, most);
		}
	*low = extent.low;
	*high = extent.high;
	return extent.any;
}

bool plot_extent(const struct plot *plot, double *low, double *high)
{
	if (plot->panel_count > 0)
		return extent_of_panels(plot, low, high);
	return extent_of_plot(plot, low, high);
}
