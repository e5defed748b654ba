/*
 * moves.c - gaps that widened or narrowed, totals that went up or down.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "changes/changes_parts.h"
#include "model/measure.h"
#include "stats/normal.h"

static const double confidence = 0.95;

/* A number with its standard error on the scale of the rule. */
struct estimate {
	double value, error;
};

/* -- one comparison ----------------------------------------------------------------------------- */

static bool is_ratio(const struct published_figure *figure)
{
	enum measure measure = measure_find(figure->measure);

	return measure != MEASURE_COUNT_OF && measure_kind(measure)->unit == MEASURE_UNIT_RATIO;
}

static enum change_obstacle obstacle_of(const struct published_figure *figure)
{
	if (figure == NULL)
		return OBSTACLE_MISSING;
	if (figure->value.state == VALUE_SUPPRESSED)
		return OBSTACLE_HIDDEN;
	if (!value_is_shown(&figure->value))
		return OBSTACLE_MISSING;
	if (figure->value.state == VALUE_UNRELIABLE)
		return OBSTACLE_UNRELIABLE;
	if (!figure->value.limits.known ||
	    (is_ratio(figure) && (figure->value.limits.lower <= 0 || figure->value.estimate <= 0)))
		return OBSTACLE_INTERVAL;
	return OBSTACLE_NONE;
}

static bool overlap(const struct period *a, const struct period *b)
{
	return a->form != PERIOD_TEXT && b->form != PERIOD_TEXT &&
	       date_compare(a->first, b->last) <= 0 && date_compare(b->first, a->last) <= 0;
}

static enum change_obstacle obstacle_between(const struct finder *finder,
					     const struct published_figure *before,
					     const struct published_figure *now)
{
	enum change_obstacle obstacle = obstacle_of(before);

	if (obstacle == OBSTACLE_NONE)
		obstacle = obstacle_of(now);
	if (obstacle != OBSTACLE_NONE)
		return obstacle;
	if (strcmp(before->method, now->method) != 0)
		return OBSTACLE_METHOD;
	if (overlap(&before->period, &now->period))
		return OBSTACLE_OVERLAP;
	if (finder->rules != NULL && finder->rules->breaks != NULL &&
	    finder->rules->breaks(finder->rules->context, before, now))
		return OBSTACLE_SERIES;
	return OBSTACLE_NONE;
}

static struct estimate estimate_of(const struct published_figure *figure)
{
	const struct value *value = &figure->value;
	double widths = 2 * normal_deviate(figure->confidence);

	if (is_ratio(figure))
		return (struct estimate){ log(value->estimate),
					  log(value->limits.upper / value->limits.lower) / widths };
	return (struct estimate){ value->estimate,
				  (value->limits.upper - value->limits.lower) / widths };
}

static struct estimate between(struct estimate high, struct estimate low)
{
	return (struct estimate){ high.value - low.value, hypot(high.error, low.error) };
}

/* Fills in the difference and tells whether it is clear. */
static bool is_clear(struct change *change, struct estimate before, struct estimate now)
{
	struct estimate difference = between(now, before);
	double half = normal_deviate(confidence) * difference.error;

	change->difference = (struct value){
		.state = VALUE_SHOWN,
		.estimate = difference.value,
		.limits = { true, difference.value - half, difference.value + half },
	};
	return fabs(difference.value) > half;
}

/* 0 is no gap, of logs as well. */
static enum change_move judge_gap(struct change *change, struct estimate before,
				  struct estimate now)
{
	if (!is_clear(change, before, now))
		return MOVE_NOT_CLEAR;
	if (before.value * now.value < 0)
		return MOVE_TURNED;
	return fabs(now.value) > fabs(before.value) ? MOVE_WIDENED : MOVE_NARROWED;
}

static enum change_move judge_total(struct change *change, struct estimate before,
				    struct estimate now)
{
	if (!is_clear(change, before, now))
		return MOVE_NOT_CLEAR;
	return now.value > before.value ? MOVE_UP : MOVE_DOWN;
}

/* -- which figures are compared ------------------------------------------------------------------ */

/* Without its number where it may not be told. */
static const struct published_figure *cleared(struct finder *finder,
					      const struct published_figure *figure, bool hidden)
{
	return figure != NULL && hidden ? published_withheld(finder->arena, figure) : figure;
}

static void compare(struct finder *finder, enum change_kind kind,
		    const struct published_figure *before, const struct published_figure *now)
{
	struct change *change = finder_add(finder, kind, now->indicator);
	enum change_obstacle obstacle = obstacle_between(finder, before, now);
	bool hidden = obstacle == OBSTACLE_HIDDEN;

	change->before = cleared(finder, before, hidden);
	change->now = cleared(finder, now, hidden);
	change->obstacle = obstacle;
	if (obstacle != OBSTACLE_NONE)
		change->move = MOVE_NOT_COMPARED;
	else if (kind == CHANGE_TOTAL)
		change->move = judge_total(change, estimate_of(before), estimate_of(now));
	else
		change->move = judge_gap(change, estimate_of(before), estimate_of(now));
}

/* True of figures that differ in the period alone. */
static bool same_line(const struct published_figure *a, const struct published_figure *b)
{
	return strcmp(a->indicator, b->indicator) == 0 && strcmp(a->measure, b->measure) == 0 &&
	       strcmp(a->organisation, b->organisation) == 0 &&
	       strcmp(a->dimension, b->dimension) == 0 && strcmp(a->group, b->group) == 0 &&
	       strcmp(a->sex, b->sex) == 0 &&
	       (strcmp(a->measure, "value") == 0 || a->parameters[0] == '\0' ||
		b->parameters[0] == '\0' || strcmp(a->parameters, b->parameters) == 0);
}

static const struct published_figure *last_of(const struct published *published,
					      const struct published_figure *like)
{
	const struct published_figure *last = NULL;

	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *figure = &published->items[i];

		if (same_line(figure, like) &&
		    (last == NULL || period_compare(&last->period, &figure->period) < 0))
			last = figure;
	}
	return last;
}

static bool is_gap(const struct published_figure *figure)
{
	return strcmp(figure->group, "all") == 0 && strcmp(figure->sex, "all") == 0 &&
	       strcmp(figure->dimension, "all") != 0 &&
	       (strcmp(figure->measure, "gap") == 0 || strcmp(figure->measure, "ratio") == 0);
}

static bool is_total(const struct published_figure *figure)
{
	return published_is_total(figure) && strcmp(figure->measure, "value") == 0;
}

/*
 * The figure of the last period of the earlier statement, as the later one has it, which may be revised. NULL when
 * there is none before that of now, or nobody can tell: the order of periods without days is that of one file.
 */
static const struct published_figure *figure_before(const struct finder *finder,
						    const struct published_figure *now)
{
	const struct published_figure *then = last_of(finder->before, now);
	const struct published_figure *revised =
		then == NULL ? NULL : published_find(finder->now, then, NULL);

	if (revised != NULL)
		then = revised;
	else if (then != NULL && then->period.form == PERIOD_TEXT)
		then = NULL;
	if (then == NULL || then->period.form != now->period.form ||
	    period_compare(&then->period, &now->period) >= 0)
		return NULL;
	return then;
}

static void compare_last(struct finder *finder, enum change_kind kind,
			 const struct published_figure *now)
{
	const struct published_figure *then = figure_before(finder, now);

	if (then != NULL)
		compare(finder, kind, then, now);
}

/* -- breakdowns without order -------------------------------------------------------------------- */

struct extremes {
	const struct published_figure *high, *low;
};

/* True of the figure of a group that may be the highest or the lowest. */
static bool may_be_extreme(const struct published_figure *figure)
{
	return strcmp(figure->measure, "value") == 0 && strcmp(figure->sex, "all") == 0 &&
	       figure->compared && obstacle_of(figure) == OBSTACLE_NONE;
}

/* Of groups that may be so in another period as well: a group that is hidden in one of them counts in neither. */
static struct extremes extremes_of(const struct published *published,
				   const struct published_figure *like, const struct period *period,
				   const struct published *other, const struct period *of_other)
{
	struct extremes found = { 0 };

	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *figure = &published->items[i], *again;

		if (strcmp(figure->indicator, like->indicator) != 0 ||
		    strcmp(figure->organisation, like->organisation) != 0 ||
		    strcmp(figure->dimension, like->dimension) != 0 || !may_be_extreme(figure) ||
		    period_compare(&figure->period, period) != 0)
			continue;
		again = published_find(other, figure, of_other);
		if (again == NULL || !may_be_extreme(again))
			continue;
		if (found.high == NULL || figure->value.estimate > found.high->value.estimate)
			found.high = figure;
		if (found.low == NULL || figure->value.estimate < found.low->value.estimate)
			found.low = figure;
	}
	return found;
}

/* Ages differ by nature; what has ends is compared by them. */
static bool is_without_order(const struct published *published,
			     const struct published_figure *figure)
{
	if (strcmp(figure->dimension, "all") == 0 || strncmp(figure->dimension, "age", 3) == 0 ||
	    strcmp(figure->dimension, "sex") == 0)
		return false;
	for (size_t i = 0; i < published->count; i++)
		if (is_gap(&published->items[i]) &&
		    strcmp(published->items[i].dimension, figure->dimension) == 0)
			return false;
	return true;
}

static void compare_extremes(struct finder *finder, const struct published_figure *now)
{
	const struct published_figure *then = figure_before(finder, now);
	const struct published *source = NULL;
	struct extremes late, early;
	enum change_obstacle obstacle;
	struct change *change;

	if (then == NULL)
		return;
	source = published_find(finder->now, then, NULL) == then ? finder->now : finder->before;
	late = extremes_of(finder->now, now, &now->period, source, &then->period);
	early = extremes_of(source, now, &then->period, finder->now, &now->period);
	if (late.high == NULL || late.high == late.low)
		return;
	obstacle = obstacle_between(finder, early.high, late.high);
	change = finder_add(finder, CHANGE_EXTREMES, now->indicator);
	change->before = early.high;
	change->before_low = early.low;
	change->now = late.high;
	change->now_low = late.low;
	change->obstacle = obstacle;
	change->move = MOVE_NOT_COMPARED;
	if (obstacle == OBSTACLE_NONE)
		change->move =
			judge_gap(change, between(estimate_of(early.high), estimate_of(early.low)),
				  between(estimate_of(late.high), estimate_of(late.low)));
}

/* -- all of them -------------------------------------------------------------------------------- */

/*
 * One line of figures over time is one comparison. Of measures that stand there with several parameters the first is
 * the usual one.
 */
static bool is_first_of_line(struct finder *finder, struct string_index *done,
			     const struct published_figure *figure, const char *group)
{
	const char *key =
		arena_printf(finder->arena, "%s\t%s\t%s\t%s\t%s", figure->indicator,
			     figure->organisation, figure->dimension, group, figure->measure);

	return string_index_add(done, key, 0);
}

static void find_move(struct finder *finder, struct string_index *done,
		      const struct published_figure *figure)
{
	bool total = is_total(figure);

	if (total || is_gap(figure)) {
		if (is_first_of_line(finder, done, figure, "all"))
			compare_last(finder, total ? CHANGE_TOTAL : CHANGE_GAP,
				     last_of(finder->now, figure));
	} else if (may_be_extreme(figure) && is_first_of_line(finder, done, figure, "") &&
		   is_without_order(finder->now, figure)) {
		compare_extremes(finder, last_of(finder->now, figure));
	}
}

void find_moves(struct finder *finder)
{
	struct string_index *done = string_index_new(finder->arena);

	for (size_t i = 0; i < finder->now->count; i++)
		if (finder_wants(finder, &finder->now->items[i]))
			find_move(finder, done, &finder->now->items[i]);
}
