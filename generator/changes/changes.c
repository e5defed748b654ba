#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "changes/changes_parts.h"

/* Numbers of two files are the same when they agree to this share of themselves: versions write other digits. */
static const double same_share = 1e-9;

struct change *finder_add(struct finder *finder, enum change_kind kind, const char *indicator)
{
	struct changes *changes = finder->changes;
	const struct published_indicator *then = published_indicator(finder->before, indicator),
					 *now = published_indicator(finder->now, indicator);

	changes->items = arena_grow(finder->arena, changes->items, changes->count,
				    &changes->capacity, sizeof(*changes->items));
	changes->items[changes->count] = (struct change){
		.kind = kind,
		.indicator = indicator,
		.name = now != NULL    ? now->name
			: then != NULL ? then->name
				       : "",
		.former_name = then != NULL ? then->name : "",
	};
	return &changes->items[changes->count++];
}

bool finder_wants(const struct finder *finder, const struct published_figure *figure)
{
	return finder->rules == NULL || finder->rules->organisation == NULL ||
	       strcmp(finder->rules->organisation, figure->organisation) == 0;
}

/* -- indicators --------------------------------------------------------------------------------- */

static bool tells_names(const struct published *published)
{
	for (size_t i = 0; i < published->indicator_count; i++)
		if (published->indicators[i].name[0] != '\0')
			return true;
	return false;
}

static void find_indicators(struct finder *finder)
{
	const struct published *before = finder->before, *now = finder->now;

	finder->changes->names_compared = tells_names(before) && tells_names(now);
	for (size_t i = 0; i < now->indicator_count; i++) {
		const struct published_indicator *then =
			published_indicator(before, now->indicators[i].id);

		if (then == NULL)
			finder_add(finder, CHANGE_INDICATOR_NEW, now->indicators[i].id);
		else if (finder->changes->names_compared && then->name[0] != '\0' &&
			 strcmp(then->name, now->indicators[i].name) != 0)
			finder_add(finder, CHANGE_INDICATOR_RENAMED, then->id);
	}
	for (size_t i = 0; i < before->indicator_count; i++)
		if (published_indicator(now, before->indicators[i].id) == NULL)
			finder_add(finder, CHANGE_INDICATOR_DROPPED, before->indicators[i].id);
}

/* -- figures of the same period ------------------------------------------------------------------ */

static bool same_number(double a, double b)
{
	return fabs(a - b) <= same_share * fmax(fabs(a), fabs(b));
}

static bool same_count(const struct quantity *a, const struct quantity *b)
{
	return !quantity_is_shown(a) || !quantity_is_shown(b) || same_number(a->number, b->number);
}

static bool is_revised(const struct published_figure *before, const struct published_figure *now)
{
	return !same_number(before->value.estimate, now->value.estimate) ||
	       !same_count(&before->numerator, &now->numerator) ||
	       !same_count(&before->denominator, &now->denominator);
}

/* The kind of change between two states; CHANGE_KIND_COUNT for none that is worth telling. */
static enum change_kind kind_of_states(const struct value *before, const struct value *now)
{
	bool shown_before = value_is_shown(before), shown_now = value_is_shown(now);

	if (shown_before && shown_now && before->state != now->state)
		return now->state == VALUE_UNRELIABLE ? CHANGE_MARKED : CHANGE_UNMARKED;
	if (shown_before == shown_now)
		return CHANGE_KIND_COUNT;
	if (now->state == VALUE_SUPPRESSED)
		return CHANGE_HIDDEN;
	if (before->state == VALUE_SUPPRESSED)
		return CHANGE_UNHIDDEN;
	return shown_now ? CHANGE_THERE : CHANGE_GONE;
}

/* Counts that one of the statements hides are left out of both. */
static const struct published_figure *with_common_counts(struct arena *arena,
							 const struct published_figure *figure,
							 const struct published_figure *other)
{
	struct published_figure *copy = arena_alloc(arena, sizeof(*copy));

	*copy = *figure;
	if (!quantity_is_shown(&other->numerator))
		copy->numerator = (struct quantity){ .state = other->numerator.state };
	if (!quantity_is_shown(&other->denominator))
		copy->denominator = (struct quantity){ .state = other->denominator.state };
	return copy;
}

static void add_states(struct finder *finder, enum change_kind kind,
		       const struct published_figure *before, const struct published_figure *now)
{
	bool hidden = kind == CHANGE_HIDDEN || kind == CHANGE_UNHIDDEN;
	struct change *change = finder_add(finder, kind, now->indicator);

	change->before = hidden ? published_withheld(finder->arena, before) : before;
	change->now = hidden ? published_withheld(finder->arena, now) : now;
}

static void find_figures(struct finder *finder)
{
	const struct published *published = finder->now;

	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *now = &published->items[i];
		const struct published_figure *before;
		enum change_kind kind;
		struct change *change;

		if (!finder_wants(finder, now))
			continue;
		before = published_find(finder->before, now, NULL);
		if (before == NULL)
			continue;
		finder->changes->figures++;
		kind = kind_of_states(&before->value, &now->value);
		if (kind != CHANGE_KIND_COUNT)
			add_states(finder, kind, before, now);
		if (!value_is_shown(&before->value) || !value_is_shown(&now->value) ||
		    !is_revised(before, now))
			continue;
		change = finder_add(finder, CHANGE_REVISED, now->indicator);
		change->before = with_common_counts(finder->arena, before, now);
		change->now = with_common_counts(finder->arena, now, before);
	}
}

/* -- all of it ---------------------------------------------------------------------------------- */

/* The end of the last period with days; false when there is none. */
static bool last_day(const struct published *published, struct date *day)
{
	bool found = false;

	for (size_t i = 0; i < published->count; i++) {
		const struct period *period = &published->items[i].period;

		if (period->form == PERIOD_TEXT || (found && date_compare(period->last, *day) <= 0))
			continue;
		*day = period->last;
		found = true;
	}
	return found;
}

/* By kind; the order within is that of finding, which qsort() would lose. */
static void put_in_order(struct finder *finder)
{
	struct changes *changes = finder->changes;
	struct change *sorted = arena_array(finder->arena, changes->count + 1, sizeof(*sorted));
	size_t count = 0;

	for (int kind = 0; kind < CHANGE_KIND_COUNT; kind++)
		for (size_t i = 0; i < changes->count; i++)
			if (changes->items[i].kind == (enum change_kind)kind)
				sorted[count++] = changes->items[i];
	changes->items = sorted;
}

struct changes *changes_find(struct arena *arena, const struct published *before,
			     const struct published *now, const struct changes_rules *rules)
{
	struct changes *changes = arena_alloc(arena, sizeof(*changes));
	struct finder finder = { arena, before, now, rules, changes };
	struct date ended, ends;

	changes->runs_backwards =
		last_day(before, &ended) && last_day(now, &ends) && date_compare(ends, ended) < 0;
	find_indicators(&finder);
	find_figures(&finder);
	find_moves(&finder);
	put_in_order(&finder);
	return changes;
}

/* -- names -------------------------------------------------------------------------------------- */

const char *change_kind_name(enum change_kind kind)
{
	static const char *const names[CHANGE_KIND_COUNT] = {
		[CHANGE_INDICATOR_NEW] = "indicator-new",
		[CHANGE_INDICATOR_DROPPED] = "indicator-dropped",
		[CHANGE_INDICATOR_RENAMED] = "indicator-renamed",
		[CHANGE_REVISED] = "revised",
		[CHANGE_HIDDEN] = "hidden-now",
		[CHANGE_UNHIDDEN] = "shown-now",
		[CHANGE_GONE] = "not-available-now",
		[CHANGE_THERE] = "available-now",
		[CHANGE_MARKED] = "unreliable-now",
		[CHANGE_UNMARKED] = "reliable-now",
		[CHANGE_GAP] = "gap",
		[CHANGE_EXTREMES] = "highest-and-lowest",
		[CHANGE_TOTAL] = "total",
	};

	return names[kind];
}

const char *change_move_name(enum change_move move)
{
	static const char *const names[] = {
		[MOVE_NONE] = "",
		[MOVE_WIDENED] = "widened",
		[MOVE_NARROWED] = "narrowed",
		[MOVE_TURNED] = "turned",
		[MOVE_UP] = "up",
		[MOVE_DOWN] = "down",
		[MOVE_NOT_CLEAR] = "no-clear-change",
		[MOVE_NOT_COMPARED] = "not-compared",
	};

	return names[move];
}

const char *change_obstacle_name(enum change_obstacle obstacle)
{
	static const char *const names[OBSTACLE_COUNT] = {
		[OBSTACLE_NONE] = "",
		[OBSTACLE_HIDDEN] = "hidden",
		[OBSTACLE_MISSING] = "missing",
		[OBSTACLE_UNRELIABLE] = "small-numbers",
		[OBSTACLE_INTERVAL] = "no-interval",
		[OBSTACLE_METHOD] = "other-method",
		[OBSTACLE_OVERLAP] = "periods-overlap",
		[OBSTACLE_SERIES] = "series-broken",
	};

	return names[obstacle];
}
