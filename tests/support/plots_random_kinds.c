#include <math.h>

#include "base/arena.h"
#include "document/plot_funnel.h"
#include "document/plot_heat.h"
#include "document/plot_parts.h"
#include "document/plot_process.h"
#include "document/plot_shares.h"
#include "document/plot_waits.h"
#include "support/plots_making.h"

enum { CURVE_STEPS = 40 };

static double between(const struct making *making, double low, double high)
{
	return vectors_random_between(making->random, low, high);
}

/* -- how many --------------------------------------------------------------------------------- */

void making_count(const struct making *making, enum plot_shape shape, struct plot *plot)
{
	static const struct {
		enum plot_shape shape;
		size_t categories[2], series[2];
	} ranges[] = {
		{ SHAPE_ENDS, { 0 }, { 2, 6 } },
		{ SHAPE_PARTS, { 1, 12 }, { 2, 5 } },
		{ SHAPE_WAITS, { 3, 7 }, { 2, 11 } },
		{ SHAPE_WAITS_CUMULATIVE, { 3, 12 }, { 2, 2 } },
		{ SHAPE_MATRIX, { 2, 7 }, { 1, 15 } },
		{ SHAPE_PROCESS, { 2, 40 }, { 1, 1 } },
		{ SHAPE_FUNNEL, { 5, 60 }, { 1, 1 } },
		{ SHAPE_SHARES, { 4, 11 }, { 1, 2 } },
	};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		if (ranges[i].shape != shape)
			continue;
		plot->series_count = making_whole(making, ranges[i].series[0], ranges[i].series[1]);
		if (ranges[i].categories[1] > 0 && making->bounds.categories_most == 0)
			plot->category_count = making_whole(making, ranges[i].categories[0],
							    ranges[i].categories[1]);
	}
}

/* -- parts of a whole -------------------------------------------------------------------------- */

static struct plot_value *value_at(struct plot *plot, size_t series, size_t category)
{
	return &plot->values[series * plot->category_count + category];
}

static void set_value(const struct making *making, struct plot *plot, struct plot_value *value,
		      double number)
{
	*value = (struct plot_value){ .state = VALUE_SHOWN,
				      .value = number,
				      .text = plot_number_text(making->arena, plot, number, 1),
				      .interval = "" };
}

/* What is hidden has a number all the same: nothing may come of it. */
static void hide(const struct making *making, struct plot_value *value)
{
	value->state = making_chance(making, 0.7) ? VALUE_SUPPRESSED : VALUE_NOT_AVAILABLE;
	value->text = arena_printf(making->arena, "[%s]", value_state_letter(value->state));
}

/*
 * Shares of so many parts, step apart from the first on, that add up to 100. When one is hidden, all of them are:
 * it could be worked out of the others.
 */
static void share_out(const struct making *making, struct plot *plot, struct plot_value *first,
		      size_t step, size_t count)
{
	bool hidden = !making->bounds.plain && making_chance(making, 0.12);
	double *weights = arena_array(making->arena, count, sizeof(*weights)), sum = 0;

	for (size_t i = 0; i < count; i++) {
		weights[i] = making_chance(making, 0.1) ? 0 : between(making, 0.01, 1);
		sum += weights[i];
	}
	for (size_t i = 0; i < count; i++) {
		set_value(making, plot, &first[i * step],
			  sum > 0 ? 100 * weights[i] / sum : 100.0 / (double)count);
		if (hidden)
			hide(making, &first[i * step]);
	}
}

static void add_parts(const struct making *making, struct plot *plot)
{
	struct plot_parts *parts = arena_alloc(making->arena, sizeof(*parts));
	enum part_side *sides = arena_array(making->arena, plot->series_count, sizeof(*sides));
	const char **texts = arena_array(making->arena, plot->category_count, sizeof(*texts));
	bool meets = plot->series_count > 2 && making_chance(making, 0.4);

	plot->percentage = true;
	for (size_t i = 0; i < plot->category_count; i++) {
		share_out(making, plot, value_at(plot, 0, i), plot->category_count,
			  plot->series_count);
		texts[i] = "47.5%";
	}
	for (size_t s = 0; s < plot->series_count && meets; s++)
		sides[s] = s < plot->series_count / 2 ? PART_SIDE_NEGATIVE : PART_SIDE_POSITIVE;
	*parts = (struct plot_parts){ .sides = sides,
				      .meets = meets,
				      .ordered = !meets && making_chance(making, 0.5),
				      .unknown = -1,
				      .negative = texts,
				      .positive = texts };
	plot->parts = parts;
}

/* -- waits ------------------------------------------------------------------------------------- */

static void add_waits(const struct making *making, struct plot *plot)
{
	struct plot_waits *waits = arena_alloc(making->arena, sizeof(*waits));
	double *edges = arena_array(making->arena, plot->category_count + 1, sizeof(*edges));
	const char **over = arena_array(making->arena, plot->series_count, sizeof(*over));

	plot->percentage = true;
	for (size_t i = 1; i <= plot->category_count; i++)
		edges[i] = edges[i - 1] + 13;
	for (size_t s = 0; s < plot->series_count; s++) {
		share_out(making, plot, value_at(plot, s, 0), 1, plot->category_count);
		over[s] = value_state_is_shown(value_at(plot, s, 0)->state) ? "46% over 18 weeks"
									    : "";
	}
	*waits = (struct plot_waits){ .edges = edges,
				      .over = over,
				      .reading = "How to read the panels",
				      .group_label = "this group",
				      .all_label = "all waits",
				      .over_label = "over 18 weeks",
				      .classes = "% of waits in each class",
				      .weeks_label = "",
				      .standard = -1 };
	plot->waits = waits;
}

static void add_waits_cumulative(const struct making *making, struct plot *plot)
{
	struct plot_waits *waits = arena_alloc(making->arena, sizeof(*waits));
	double *weeks = arena_array(making->arena, plot->category_count, sizeof(*weeks));

	plot->percentage = true;
	for (size_t i = 0; i < plot->category_count; i++) {
		weeks[i] = 6 * (double)(i + 1);
		plot->categories[i].label = plot->categories[i].short_label =
			arena_printf(making->arena, "%.0f", weeks[i]);
	}
	for (size_t s = 0; s < plot->series_count; s++) {
		double sum = 0;

		for (size_t i = 0; i < plot->category_count; i++) {
			sum += (100 - sum) * between(making, 0, 0.6);
			set_value(making, plot, value_at(plot, s, i), sum);
			if (!making->bounds.plain && making_chance(making, 0.08))
				hide(making, value_at(plot, s, i));
		}
	}
	*waits = (struct plot_waits){ .edges = weeks, .standard = 2, .weeks_label = "weeks" };
	plot->waits = waits;
}

/* -- matrix ------------------------------------------------------------------------------------ */

static void add_heat(const struct making *making, struct plot *plot)
{
	struct plot_heat *heat = arena_alloc(making->arena, sizeof(*heat));
	size_t count = plot->series_count * plot->category_count;

	*heat = (struct plot_heat){ .row_heading = "Indicator" };
	heat->units = arena_array(making->arena, plot->series_count, sizeof(*heat->units));
	heat->verdicts = arena_array(making->arena, count, sizeof(*heat->verdicts));
	for (size_t s = 0; s < plot->series_count; s++)
		heat->units[s] = making_chance(making, 0.5) ? "" : "(per 100,000 people)";
	for (size_t i = 0; i < count; i++)
		heat->verdicts[i] = value_state_is_shown(plot->values[i].state)
					    ? (enum verdict)making_whole(
						      making, VERDICT_NOT_COMPARED, VERDICT_LOWER)
					    : VERDICT_NOT_COMPARED;
	plot->heat = heat;
}

/* -- control chart ----------------------------------------------------------------------------- */

static struct process_icon icon(const struct making *making)
{
	static const struct process_icon icons[] = {
		{ "", "", VERDICT_NOT_COMPARED },
		{ "", "usual variation", VERDICT_SIMILAR },
		{ "H", "unusual: of concern", VERDICT_WORSE },
		{ "L", "unusual: better", VERDICT_BETTER },
		{ "H", "unusual: higher", VERDICT_HIGHER },
	};

	return icons[making_whole(making, 0, sizeof(icons) / sizeof(icons[0]) - 1)];
}

static void add_process(const struct making *making, struct plot *plot)
{
	struct plot_process *process = arena_alloc(making->arena, sizeof(*process));
	size_t count = plot->category_count > 4 && making_chance(making, 0.4) ? 2 : 1;
	struct process_stretch *stretches = arena_array(making->arena, count, sizeof(*stretches));
	enum verdict *verdicts =
		arena_array(making->arena, plot->category_count, sizeof(*verdicts));

	for (size_t i = 0; i < plot->category_count; i++) {
		verdicts[i] =
			making_chance(making, 0.7)
				? VERDICT_SIMILAR
				: (enum verdict)making_whole(making, VERDICT_BETTER, VERDICT_LOWER);
		plot->values[i].has_interval = false;
	}
	for (size_t i = 0; i < count; i++) {
		double mean = making->magnitude * between(making, 0.8, 1.2);
		double half = mean * between(making, 0.05, 0.6);

		stretches[i] = (struct process_stretch){
			.first = i * (plot->category_count / 2),
			.last = i + 1 == count ? plot->category_count - 1
					       : plot->category_count / 2 - 1,
			.mean = mean,
			.low = making_chance(making, 0.3) ? -(double)INFINITY : mean - half,
			.high = making_chance(making, 0.2) ? (double)INFINITY : mean + half,
			.trial = making_chance(making, 0.3),
		};
	}
	*process = (struct plot_process){ .stretches = stretches,
					  .stretch_count = count,
					  .verdicts = verdicts,
					  .variation = icon(making),
					  .assurance = icon(making),
					  .mean_label = "mean 51.0",
					  .limit_label = making_chance(making, 0.8)
								 ? "limits 45.7 to 56.3"
								 : "" };
	plot->process = process;
}

/* -- funnel ------------------------------------------------------------------------------------ */

/* Narrower the larger a place is, as limits are. */
static struct funnel_curve curve(const struct making *making, double centre, double largest,
				 double width, double confidence)
{
	double *sizes = arena_array(making->arena, CURVE_STEPS, sizeof(*sizes));
	double *limits = arena_array(making->arena, CURVE_STEPS, sizeof(*limits));

	for (size_t i = 0; i < CURVE_STEPS; i++) {
		sizes[i] = largest * (double)(i + 1) / CURVE_STEPS;
		limits[i] = fmax(0, centre * (1 + width * sqrt(largest / sizes[i])));
	}
	return (struct funnel_curve){ .sizes = sizes,
				      .limits = limits,
				      .count = CURVE_STEPS,
				      .confidence = confidence,
				      .label = confidence > 0.99 ? "99.8% limit" : "95% limit" };
}

static void add_funnel(const struct making *making, struct plot *plot)
{
	struct plot_funnel *funnel = arena_alloc(making->arena, sizeof(*funnel));
	double *sizes = arena_array(making->arena, plot->category_count, sizeof(*sizes));
	enum verdict *verdicts =
		arena_array(making->arena, plot->category_count, sizeof(*verdicts));
	double width = between(making, 0.01, 0.2);

	for (size_t i = 0; i < plot->category_count; i++) {
		set_value(making, plot, &plot->values[i], fabs(making_number(making, plot)));
		sizes[i] = 1e5 * pow(between(making, 0.05, 1), 2);
		verdicts[i] = making_chance(making, 0.1) ? VERDICT_WORSE : VERDICT_SIMILAR;
	}
	*funnel = (struct plot_funnel){ .sizes = sizes,
					.verdicts = verdicts,
					.centre = making->magnitude,
					.centre_label = "average 20.0",
					.size_title = "Number of people aged under 75" };
	funnel->curves[0] = curve(making, making->magnitude, 1e5, 1.5 * width, 0.998);
	funnel->curves[1] = curve(making, making->magnitude, 1e5, width, 0.95);
	funnel->curves[2] = curve(making, making->magnitude, 1e5, -width, 0.95);
	funnel->curves[3] = curve(making, making->magnitude, 1e5, -1.5 * width, 0.998);
	plot->funnel = funnel;
}

/* -- concentration curve ------------------------------------------------------------------------ */

static void add_shares(const struct making *making, struct plot *plot)
{
	struct plot_shares *shares = arena_alloc(making->arena, sizeof(*shares));
	double last = (double)(plot->category_count - 1);
	double *people = arena_array(making->arena, plot->series_count * plot->category_count,
				     sizeof(*people));
	const char **indices = arena_array(making->arena, plot->series_count, sizeof(*indices));

	plot->percentage = true;
	for (size_t s = 0; s < plot->series_count; s++) {
		bool hidden = !making->bounds.plain && making_chance(making, 0.12);
		double bend = between(making, 0.4, 2);

		for (size_t i = 0; i < plot->category_count; i++) {
			people[s * plot->category_count + i] = 100 * (double)i / last;
			set_value(making, plot, value_at(plot, s, i),
				  100 * pow((double)i / last, bend));
			if (hidden)
				hide(making, value_at(plot, s, i));
		}
		indices[s] = hidden ? "" : "relative index 0.100 (0.080 to 0.120)";
	}
	*shares = (struct plot_shares){
		.people = people,
		.indices = indices,
		.people_title = "Cumulative share of people, the most deprived first",
		.diagonal = "the same share for everybody",
	};
	plot->shares = shares;
}

void making_extras(const struct making *making, enum plot_shape shape, struct plot *plot)
{
	static const struct {
		enum plot_shape shape;
		void (*add)(const struct making *making, struct plot *plot);
	} extras[] = {
		{ SHAPE_PARTS, add_parts },
		{ SHAPE_WAITS, add_waits },
		{ SHAPE_WAITS_CUMULATIVE, add_waits_cumulative },
		{ SHAPE_MATRIX, add_heat },
		{ SHAPE_PROCESS, add_process },
		{ SHAPE_FUNNEL, add_funnel },
		{ SHAPE_SHARES, add_shares },
	};

	for (size_t i = 0; i < sizeof(extras) / sizeof(extras[0]); i++)
		if (extras[i].shape == shape)
			extras[i].add(making, plot);
}
