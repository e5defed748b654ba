#include "model/view.h"

#include "base/arena.h"

static void add(struct view *view, int group, const struct result *result)
{
	view->groups[view->count++] = (struct view_group){
		.group = group,
		.result = result,
		.value = result != NULL ? result->value
					: value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA),
	};
}

/* Insertion keeps the order; breakdowns have a few dozen groups at most, or come nearly sorted. */
static void sort(struct view *view)
{
	for (size_t i = 1; i < view->count; i++) {
		struct view_group moved = view->groups[i];
		size_t at = i;

		for (; at > 0 && group_compare(view->classification, view->groups[at - 1].group,
					       moved.group) > 0;
		     at--)
			view->groups[at] = view->groups[at - 1];
		view->groups[at] = moved;
	}
}

static void fill(struct arena *arena, struct view *view)
{
	const struct classification *classification = view->classification;
	bool listed = classification->form == CLASSIFICATION_LISTED;
	struct cell_key key = view->key;

	view->groups = arena_array(arena, classification->count, sizeof(*view->groups));
	for (size_t i = 0; i < classification->count; i++) {
		const struct result *result;

		key.group = (int)i;
		result = results_find(view->results, &key);
		if (result != NULL || (listed && classification->groups[i].kind == GROUP_ORDINARY))
			add(view, (int)i, result);
	}
	sort(view);
	while (view->ordinary < view->count &&
	       classification->groups[view->groups[view->ordinary].group].kind == GROUP_ORDINARY)
		view->ordinary++;
}

struct view view_of(struct arena *arena, const struct results *results, const struct cell_key *key)
{
	const struct dataset *dataset = results->dataset;
	struct view view = {
		.results = results,
		.indicator = &dataset->indicators->items[key->indicator],
		.key = *key,
	};
	struct cell_key total = *key;

	view.key.group = GROUP_ALL;
	total.classification = CLASSIFICATION_ALL;
	total.group = GROUP_ALL;
	view.total = results_find(results, &total);
	if (key->classification != CLASSIFICATION_ALL) {
		view.classification = dataset->dimensions->classifications[key->classification];
		fill(arena, &view);
	}
	return view;
}

const struct view_group *view_find_group(const struct view *view, int group)
{
	for (size_t i = 0; i < view->count; i++)
		if (view->groups[i].group == group)
			return &view->groups[i];
	return NULL;
}

static bool has_ends(const struct view *view)
{
	return view->classification != NULL && view->classification->ordered && view->ordinary >= 2;
}

const struct view_group *view_most(const struct view *view)
{
	return has_ends(view) ? &view->groups[0] : NULL;
}

const struct view_group *view_least(const struct view *view)
{
	return has_ends(view) ? &view->groups[view->ordinary - 1] : NULL;
}

enum { SIDED_LEAST = 3 };

bool view_one_sided(const struct view *view)
{
	size_t higher = 0, lower = 0;

	if (view->total == NULL || !value_is_shown(&view->total->value))
		return false;
	for (size_t i = 0; i < view->ordinary; i++) {
		const struct value *value = &view->groups[i].value;

		if (value->state == VALUE_NOT_APPLICABLE)
			continue;
		/* One that is not shown may lie on the other side. */
		if (!value_is_shown(value))
			return false;
		higher += value->estimate > view->total->value.estimate;
		lower += value->estimate < view->total->value.estimate;
		if (value->estimate == view->total->value.estimate)
			return false;
	}
	return (higher == 0) != (lower == 0) && higher + lower >= SIDED_LEAST;
}

static bool is_breakdown(const struct cell_key *key, const struct cell_key *wanted)
{
	return key->indicator == wanted->indicator && key->period == wanted->period &&
	       key->organisation == wanted->organisation &&
	       key->classification == wanted->classification;
}

/* The period to look at when wanted has no figures; below 0 for none. Those without any result are passed over. */
static int next_period(const struct results *results, size_t at, const struct cell_key *wanted,
		       bool latest)
{
	const struct cell_key *beside;

	if (latest ? at == 0 : at == results->count)
		return -1;
	beside = &results->items[latest ? at - 1 : at].key;
	if (beside->indicator != wanted->indicator)
		return -1;
	if (beside->period != wanted->period)
		return beside->period;
	return latest ? wanted->period - 1 : wanted->period + 1;
}

static int find_period(const struct results *results, int indicator, int organisation,
		       int classification, bool latest)
{
	int count = (int)results->dataset->period_count;
	struct cell_key wanted = {
		.indicator = indicator,
		.period = latest ? count - 1 : 0,
		.organisation = organisation,
		.classification = classification,
		.group = GROUP_ALL,
		.sex = SEX_ALL,
	};

	while (wanted.period >= 0 && wanted.period < count) {
		size_t at = results_position(results, &wanted);

		if (at < results->count && is_breakdown(&results->items[at].key, &wanted))
			return wanted.period;
		wanted.period = next_period(results, at, &wanted, latest);
	}
	return -1;
}

int period_latest(const struct results *results, int indicator, int organisation,
		  int classification)
{
	return find_period(results, indicator, organisation, classification, true);
}

int period_first(const struct results *results, int indicator, int organisation, int classification)
{
	return find_period(results, indicator, organisation, classification, false);
}
