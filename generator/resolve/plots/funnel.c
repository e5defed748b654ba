/*
 * funnel.c - many places by their size, against their average or a target.
 */
#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "chart/scale.h"
#include "document/plot_funnel.h"
#include "indicator/funnel_places.h"
#include "resolve/plots/bodies.h"

enum { FUNNEL_PLACES_LEAST = 5, MANY_OUTSIDE = 5 };

static const double begins_before = 0.9;
static const double confidences[FUNNEL_CURVES] = { 0.998, 0.95, 0.95, 0.998 };

struct funnel_places {
	struct body_figure *bodies; /* those that can be drawn come first */
	struct funnel_place *items;
	size_t count, drawn;
	double centre;
	double smallest, end; /* sizes: of the smallest place, and of the end of the axis */
	bool has_target;
};

/* -- which places ------------------------------------------------------------------------------------------ */

static bool find_place(const struct chart *chart, const struct body_figure *body,
		       struct funnel_place *place)
{
	const struct result *result = body->group != NULL ? body->group->result : body->view.total;

	return value_is_shown(&body->value) &&
	       funnel_place_of(chart->view.indicator, result, body->value.estimate, place);
}

/* Limits are drawn to the end of the axis. */
static void find_places(struct chart *chart, struct funnel_places *places)
{
	struct arena *arena = chart->resolver->arena;
	struct body_figure *found;
	size_t count = find_bodies(chart, true, &found), last = 0;
	double largest = 0;

	places->bodies = arena_array(arena, count + 1, sizeof(*places->bodies));
	places->items = arena_array(arena, count + 1, sizeof(*places->items));
	places->count = count;
	for (size_t i = 0; i < count; i++) {
		struct funnel_place *place = &places->items[places->drawn];

		if (!find_place(chart, &found[i], place)) {
			places->bodies[count - ++last] = found[i];
			continue;
		}
		places->smallest =
			places->drawn == 0 ? place->size : fmin(places->smallest, place->size);
		largest = fmax(largest, place->size);
		places->bodies[places->drawn++] = found[i];
	}
	places->end = scale_nice(0, largest, (struct scale_options){ .from_zero = true }).high;
}

/* The number that the author states, else the average of the places. */
static bool find_centre(const struct chart *chart, struct funnel_places *places)
{
	places->has_target = chart_target(chart, &places->centre);
	if (places->has_target)
		return true;
	return funnel_centre(chart->view.indicator, places->items, places->drawn, &places->centre);
}

/* -- limits ------------------------------------------------------------------------------------------------ */

static struct funnel_curve curve_of(const struct chart *chart, const struct funnel_places *places,
				    size_t curve)
{
	struct arena *arena = chart->resolver->arena;
	struct funnel_point points[FUNNEL_POINTS_MOST];
	const struct funnel_range range = {
		.centre = places->centre,
		.from = places->smallest * begins_before,
		.to = places->end,
		.confidence = confidences[curve],
		.upper = curve < FUNNEL_CURVES / 2,
	};
	size_t count = funnel_trace(chart->view.indicator, &range, points);
	double *sizes = arena_array(arena, count + 1, sizeof(*sizes));
	double *limits = arena_array(arena, count + 1, sizeof(*limits));
	const struct placeholder parts[] = {
		{ "confidence", words_confidence(chart->words, range.confidence) }, { 0 }
	};

	for (size_t i = 0; i < count; i++) {
		sizes[i] = points[i].size;
		limits[i] = points[i].limit;
	}
	return (struct funnel_curve){
		.sizes = sizes,
		.limits = limits,
		.count = count,
		.confidence = range.confidence,
		.label = words_fill(chart->words, STRING_FUNNEL_LIMIT, parts),
	};
}

/* -- words ------------------------------------------------------------------------------------------------- */

struct funnel_counts {
	size_t above, below;
	int own; /* 1 above the outer limits, -1 below, 0 within; meaningful with own_label */
	const char *own_label;
};

static struct funnel_counts count_outside(const struct funnel_places *places,
					  const struct plot_funnel *funnel)
{
	struct funnel_counts counts = { 0 };

	for (size_t i = 0; i < places->drawn; i++) {
		int side = funnel->verdicts[i] == VERDICT_SIMILAR              ? 0
			   : places->bodies[i].value.estimate > funnel->centre ? 1
									       : -1;

		counts.above += side > 0;
		counts.below += side < 0;
		if (places->bodies[i].own && counts.own_label == NULL) {
			counts.own = side;
			counts.own_label = places->bodies[i].label;
		}
	}
	return counts;
}

static void add_notes(struct chart *chart, const struct funnel_places *places,
		      const struct funnel_counts *counts, const struct placeholder *parts)
{
	append_sentence(chart->resolver, &chart->kind_notes,
			words_fill(chart->words, STRING_NOTE_FUNNEL, parts));
	if (places->count > places->drawn)
		append_sentence(chart->resolver, &chart->kind_notes,
				words_fill(chart->words,
					   strings_counted(chart->words->strings,
							   STRING_NOTE_FUNNEL_NOT_DRAWN_OTHER,
							   places->count - places->drawn),
					   parts));
	if ((counts->above + counts->below) * MANY_OUTSIDE > places->drawn)
		append_sentence(chart->resolver, &chart->kind_notes,
				words_fill(chart->words, STRING_NOTE_FUNNEL_MANY, parts));
}

static void set_words(struct chart *chart, const struct funnel_places *places,
		      const struct plot_funnel *funnel)
{
	struct funnel_counts counts = count_outside(places, funnel);
	struct placeholder parts[] = {
		{ "own", counts.own_label == NULL ? "" : counts.own_label },
		{ "h", words_number(chart->words, (double)counts.above, 0) },
		{ "l", words_number(chart->words, (double)counts.below, 0) },
		{ "m", words_number(chart->words, (double)places->drawn, 0) },
		{ "n", words_number(chart->words, (double)(places->count - places->drawn), 0) },
		{ "centre", funnel->centre_label },
		{ "nouns", chart->view.classification == NULL
				   ? word_of(chart->resolver, STRING_NOUN_PLACES)
				   : chart->view.classification->group_nouns },
		{ 0 },
	};
	const char *outside =
		words_fill(chart->words,
			   counts.above + counts.below == 0 ? STRING_TITLE_FUNNEL_NONE
							    : STRING_TITLE_FUNNEL_COUNTS,
			   parts);

	chart->title = counts.own_label == NULL
			       ? outside
			       : words_fill(chart->words,
					    counts.own == 0  ? STRING_TITLE_FUNNEL_WITHIN
					    : counts.own > 0 ? STRING_TITLE_FUNNEL_ABOVE
							     : STRING_TITLE_FUNNEL_BELOW,
					    parts);
	chart->own_title = true;
	if (counts.own_label != NULL)
		chart->spoken =
			arena_printf(chart->resolver->arena, "%s. %s", outside, chart->title);
	add_notes(chart, places, &counts, parts);
}

static const char *centre_label(const struct chart *chart, const struct funnel_places *places)
{
	const struct placeholder parts[] = {
		{ "v", words_figure(chart->words, chart->view.key.indicator, MEASURE_VALUE,
				    places->centre, chart->block->decimals) },
		{ 0 },
	};

	return words_fill(chart->words,
			  places->has_target ? STRING_FUNNEL_TARGET : STRING_FUNNEL_AVERAGE, parts);
}

/* Always false. */
static bool complain(const struct chart *chart, const char *detail)
{
	diag_add(chart->resolver->diags, DIAG_CHART_FUNNEL, chart->block->at, detail, NULL);
	return false;
}

static const struct plot_funnel *funnel_of(struct chart *chart, const struct funnel_places *places)
{
	struct arena *arena = chart->resolver->arena;
	struct plot_funnel *funnel = arena_alloc(arena, sizeof(*funnel));
	enum verdict *verdicts = arena_array(arena, places->drawn, sizeof(*verdicts));
	double *sizes = arena_array(arena, places->drawn, sizeof(*sizes));
	const struct placeholder parts[] = {
		{ "population", words_population(chart->words, chart->view.indicator) }, { 0 }
	};

	for (size_t i = 0; i < places->drawn; i++) {
		sizes[i] = places->items[i].size;
		verdicts[i] =
			funnel_verdict(chart->view.indicator, &places->items[i], places->centre);
	}
	*funnel = (struct plot_funnel){
		.sizes = sizes,
		.verdicts = verdicts,
		.centre = places->centre,
		.centre_label = centre_label(chart, places),
		.size_title = words_fill(chart->words, STRING_FUNNEL_SIZE, parts),
		.others_label = word_of(chart->resolver, STRING_FUNNEL_OTHERS),
	};
	for (size_t c = 0; c < FUNNEL_CURVES; c++)
		funnel->curves[c] = curve_of(chart, places, c);
	return funnel;
}

/* Places of which no figure may be shown, or is there: a sentence stands in the picture, as in other charts. */
static bool none_is_shown(const struct funnel_places *places)
{
	for (size_t i = 0; i < places->count; i++)
		if (value_is_shown(&places->bodies[i].value))
			return false;
	return true;
}

static bool plot_nothing(struct chart *chart, const struct funnel_places *places)
{
	set_bodies(chart, places->bodies, places->count, places->count);
	chart->has_intervals = false;
	chart->title = title_neutral(chart->words, &chart->view, chart->measure);
	chart->own_title = true;
	return true;
}

static bool plot_funnel_of(struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	const struct indicator *indicator = chart->view.indicator;
	struct funnel_places places = { 0 };

	if (!funnel_can_hold(indicator) || chart->measure != MEASURE_VALUE)
		return complain(
			chart, arena_printf(arena, "%s is a %s", indicator->id, indicator->method));
	find_places(chart, &places);
	if (places.count == 0) {
		diag_add(chart->resolver->diags, DIAG_CHART_PLACES, chart->block->at,
			 chart->kind->name, NULL);
		return false;
	}
	if (none_is_shown(&places))
		return plot_nothing(chart, &places);
	set_bodies(chart, places.bodies, places.count, places.drawn);
	if (places.drawn < FUNNEL_PLACES_LEAST || !find_centre(chart, &places))
		return complain(chart,
				arena_printf(arena, "%zu places have figures", places.drawn));
	chart->plot->category_count = places.drawn;
	/* Limits by size stand in the place of intervals. */
	chart->has_intervals = false;
	for (size_t i = 0; i < places.drawn; i++)
		chart->plot->values[i].has_interval = false;
	chart->plot->funnel = funnel_of(chart, &places);
	set_words(chart, &places, chart->plot->funnel);
	return true;
}

const struct plot_maker plot_maker_funnel = {
	.shape = SHAPE_FUNNEL,
	.without_breakdown = true,
	.make = plot_funnel_of,
};
