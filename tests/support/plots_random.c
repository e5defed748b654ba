#include "support/plots_making.h"

#include <math.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "chart/kind.h"

enum { NAME_LEAST_SERIES = 1 };

size_t making_whole(const struct making *making, size_t low, size_t high)
{
	return low +
	       (size_t)vectors_random_between(making->random, 0, (double)(high - low) + 1 - 1e-9);
}

bool making_chance(const struct making *making, double of)
{
	return vectors_random_between(making->random, 0, 1) < of;
}

/* -- names ------------------------------------------------------------------------------------ */

static const char *pick_part(const struct making *making)
{
	static const char *const parts[] = {
		"any ",
		"other ",
		"white ",
		"mixed ",
		"Asian ",
		"Caribbean ",
		"background ",
		"Black ",
		"and ",
		"Gypsy ",
		"or ",
		"Irish ",
		"Traveller ",
		"not ",
		"caf\xc3\xa9 ",
		"0\xc2\xa0to\xc2\xa0"
		"17 ",
		"a ",
		"Bangladeshi ",
		"(all) ",
	};

	return parts[making_whole(making, 0, sizeof(parts) / sizeof(parts[0]) - 1)];
}

/* Cuts text to a count of characters, without a blank at the end. */
static char *cut(struct arena *arena, const char *text, size_t characters)
{
	size_t at = 0;

	for (; text[at] != '\0'; at++)
		if (((unsigned char)text[at] & 0xc0) != 0x80 && characters-- == 0)
			break;
	while (at > 1 && text[at - 1] == ' ')
		at--;
	return arena_strndup(arena, text, at);
}

const char *making_name(const struct making *making)
{
	size_t most = making->bounds.label_most == 0 ? 60 : making->bounds.label_most;
	size_t length = making_whole(making, 1, most);
	bool whole_word = making_chance(making, 0.1);
	struct buffer text;

	buffer_init(&text);
	while (text.length < 2 * length + 2)
		buffer_add_text(&text, whole_word ? "Llanfairpwllgwyngyll" : pick_part(making));
	return cut(making->arena, buffer_finish(&text, making->arena), length);
}

/* -- values ----------------------------------------------------------------------------------- */

static unsigned decimals_for(double magnitude, bool percentage)
{
	if (percentage)
		return 1;
	return magnitude > 1000 ? 0 : magnitude > 1 ? 1 : 4;
}

static enum value_state random_state(const struct making *making)
{
	static const enum value_state hidden[] = { VALUE_SUPPRESSED, VALUE_NOT_AVAILABLE,
						   VALUE_NOT_APPLICABLE };

	if (making->bounds.plain || making_chance(making, 0.75))
		return VALUE_SHOWN;
	return making_chance(making, 0.4) ? VALUE_UNRELIABLE : hidden[making_whole(making, 0, 2)];
}

double making_number(const struct making *making, const struct plot *plot)
{
	double number = making->magnitude *
			(1 + making->spread * vectors_random_between(making->random, -1, 1));

	if (making->bounds.negative && making_chance(making, 0.5))
		number = -number;
	if (making_chance(making, 0.03))
		number = 0;
	return plot->percentage ? fmin(number, 100) : number;
}

static struct plot_value random_value(const struct making *making, const struct plot *plot,
				      bool intervals)
{
	struct vectors_random *random = making->random;
	struct plot_value value = { .state = random_state(making), .interval = "" };
	double half;

	/* What is hidden has a number all the same: nothing may come of it. */
	value.value = making_number(making, plot);
	value.text = plot_number_text(making->arena, plot, value.value, making->decimals);
	value.has_interval = intervals;
	half = fabs(value.value) * (making_chance(making, 0.2)
					    ? vectors_random_between(random, 0.5, 3)
					    : vectors_random_between(random, 0, 0.2));
	value.lower = value.value - half;
	value.upper = value.value + half * vectors_random_between(random, 1, 1.5);
	if (!making->bounds.negative)
		value.lower = fmax(0, value.lower);
	if (plot->percentage)
		value.upper = fmin(100, value.upper);
	if (intervals)
		value.interval = arena_printf(
			making->arena, "%s to %s",
			plot_number_text(making->arena, plot, value.lower, making->decimals),
			plot_number_text(making->arena, plot, value.upper, making->decimals));
	if (!value_state_is_shown(value.state))
		value.text = value.interval =
			arena_printf(making->arena, "[%s]", value_state_letter(value.state));
	return value;
}

static void add_values(const struct making *making, struct plot *plot)
{
	size_t count = plot->series_count * plot->category_count;
	bool intervals = making_chance(making, 0.8), equal = making_chance(making, 0.1);

	plot->values = arena_array(making->arena, count, sizeof(*plot->values));
	for (size_t i = 0; i < count; i++)
		plot->values[i] =
			equal && i > 0 ? plot->values[0] : random_value(making, plot, intervals);
	plot->interval_heading = intervals ? "95% interval" : "";
}

/* -- what the kinds need ---------------------------------------------------------------------- */

static void name_groups(const struct making *making, struct plot *plot)
{
	for (size_t i = 0; i < plot->category_count; i++) {
		plot->categories[i].label = making_name(making);
		plot->categories[i].short_label = plot->categories[i].label;
		plot->categories[i].emphasised = plot->has_emphasis && making_chance(making, 0.3);
	}
}

/* Fifths or tenths with their shares. */
static void name_ranks(const struct making *making, struct plot *plot)
{
	size_t count = plot->category_count;
	double sum = 0, first, last;
	bool shares = making_chance(making, 0.8);

	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &plot->categories[i];

		category->short_label = arena_printf(making->arena, "%zu", i + 1);
		category->end_label = i == 0           ? "most deprived"
				      : i + 1 == count ? "least deprived"
						       : "";
		category->label = arena_printf(making->arena, "%s%s%s", category->short_label,
					       category->end_label[0] == '\0' ? "" : " ",
					       category->end_label);
		category->share = shares ? vectors_random_between(making->random, 0.5, 1.5) : 0;
		sum += category->share;
	}
	for (size_t i = 0; i < count && shares; i++) {
		plot->categories[i].share /= sum;
		plot->categories[i].share_text =
			arena_printf(making->arena, "%.0f%%", 100 * plot->categories[i].share);
	}
	plot->share_label = shares ? "of people" : "";
	plot->has_fitted = making_chance(making, 0.8);
	first = making_number(making, plot);
	last = making_number(making, plot);
	/* A curve: most of the way is gone in the middle. */
	for (size_t i = 0; i < FITTED_POINTS; i++)
		plot->fitted[i] =
			first + (last - first) * sqrt((double)i / (double)(FITTED_POINTS - 1));
	plot->fitted_first_text = plot_number_text(making->arena, plot, first, making->decimals);
	plot->fitted_last_text = plot_number_text(making->arena, plot, last, making->decimals);
	plot->fitted_label = "fitted line";
}

static void name_periods(const struct making *making, struct plot *plot)
{
	size_t form = making_whole(making, 0, 2);

	for (size_t i = 0; i < plot->category_count; i++) {
		struct plot_category *category = &plot->categories[i];
		int year = 2000 + (int)i;

		category->label =
			form == 0   ? arena_printf(making->arena, "%d", year)
			: form == 1 ? arena_printf(making->arena, "%d to %d", year, year + 1)
				    : arena_printf(making->arena, "September\xc2\xa0%d", year);
		category->short_label = category->label;
		category->after_gap = i > 0 && making_chance(making, 0.1);
	}
}

static void add_series(const struct making *making, struct plot *plot, bool over_time)
{
	plot->series = arena_array(making->arena, plot->series_count, sizeof(*plot->series));
	for (size_t s = 0; s < plot->series_count; s++) {
		struct plot_series *series = &plot->series[s];

		series->label = plot->series_count == 1 && !over_time ? "" : making_name(making);
		series->emphasis = s == 0                        ? EMPHASIS_FIRST
				   : s + 1 == plot->series_count ? EMPHASIS_LAST
								 : EMPHASIS_CONTEXT;
	}
}

static void add_reference(const struct making *making, struct plot *plot)
{
	const char *value;

	plot->has_reference = making_chance(making, 0.6);
	plot->reference =
		making_number(making, plot) *
		(making_chance(making, 0.3) ? vectors_random_between(making->random, 0.1, 3) : 1);
	if (plot->percentage)
		plot->reference = fmin(100, plot->reference);
	value = plot_number_text(making->arena, plot, plot->reference, making->decimals);
	plot->reference_label =
		arena_printf(making->arena, "%s\xc2\xa0%s",
			     making_chance(making, 0.7) ? "All" : "North Vale ICB", value);
}

/* A figure of the whole row, such as its gap. */
static void add_notes(const struct making *making, struct plot *plot)
{
	plot->note_heading = "Gap";
	for (size_t i = 0; i < plot->category_count; i++)
		plot->categories[i].note = plot_number_text(
			making->arena, plot, making_number(making, plot), making->decimals);
}

static void choose_magnitude(struct making *making, struct plot *plot)
{
	double low = making->bounds.low > 0 ? making->bounds.low : 0.001;
	double high = making->bounds.high > 0 ? making->bounds.high : 5e6;

	plot->percentage = high >= 100 && making_chance(making, 0.4);
	if (plot->percentage)
		high = 100;
	making->magnitude = exp(vectors_random_between(making->random, log(low), log(high)));
	making->spread = vectors_random_between(making->random, 0, 1);
	making->decimals = decimals_for(making->magnitude, plot->percentage);
}

static size_t most_or(size_t most, size_t otherwise)
{
	return most > 0 ? most : otherwise;
}

struct plot *plot_random(struct arena *arena, struct vectors_random *random,
			 struct plot_bounds bounds)
{
	const struct chart_kind *kind = chart_kind_find(bounds.kind);
	struct making making = { .arena = arena, .random = random, .bounds = bounds };
	struct plot *plot = arena_alloc(arena, sizeof(*plot));
	bool over_time = kind->shape == SHAPE_GROUPS_OVER_TIME;

	*plot = (struct plot){ .kind = bounds.kind,
			       .value_heading = "Rate",
			       .note_heading = "",
			       .reference_label = "",
			       .share_label = "",
			       .empty_text = "No figure can be shown for these groups." };
	choose_magnitude(&making, plot);
	plot->axis_title = plot->percentage || making_chance(&making, 0.3)
				   ? ""
				   : "per 100,000 people aged under 75";
	plot->category_count = making_whole(&making, most_or(bounds.categories_least, 1),
					    most_or(bounds.categories_most, over_time ? 12 : 30));
	if (kind->needs_order)
		plot->category_count = making_chance(&making, 0.7) ? 5 : 10;
	plot->series_count = 1;
	if (kind->shape == SHAPE_GROUPS_BY_PAIR)
		plot->series_count = 2;
	else if (kind->shape == SHAPE_AGES_BY_SEX)
		plot->series_count = making_chance(&making, 0.5) ? 2 : 4;
	else if (over_time)
		plot->series_count =
			making_whole(&making, NAME_LEAST_SERIES, most_or(bounds.series_most, 12));
	making_count(&making, kind->shape, plot);
	plot->categories = arena_array(arena, plot->category_count, sizeof(*plot->categories));
	for (size_t i = 0; i < plot->category_count; i++)
		plot->categories[i].share_text = plot->categories[i].end_label =
			plot->categories[i].note = "";
	plot->has_emphasis = (kind->shape == SHAPE_GROUPS && making_chance(&making, 0.2)) ||
			     (kind->shape == SHAPE_BODIES && making_chance(&making, 0.8));
	if (over_time || kind->shape == SHAPE_PROCESS)
		name_periods(&making, plot);
	else if (kind->needs_order)
		name_ranks(&making, plot);
	else
		name_groups(&making, plot);
	add_series(&making, plot, over_time);
	add_values(&making, plot);
	if (kind->shape == SHAPE_GROUPS || kind->shape == SHAPE_BODIES)
		add_reference(&making, plot);
	if (kind->shape == SHAPE_ENDS || kind->shape == SHAPE_RUNNING_SHARE)
		add_notes(&making, plot);
	making_extras(&making, kind->shape, plot);
	return plot;
}
