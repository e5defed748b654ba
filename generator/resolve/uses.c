/*
 * uses.c - which figures stand in the document: for the account of methods, and for explaining.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "indicator/gap_trend.h"
#include "resolve/resolver.h"

static bool is_of_total(const struct view_group *group, const struct measure_choice *choice)
{
	return group == NULL && measure_kind(choice->measure)->scope != MEASURE_SCOPE_PAIR &&
	       measure_kind(choice->measure)->scope != MEASURE_SCOPE_DIMENSION;
}

size_t use_figure(const struct resolver *resolver, const struct view *view,
		  const struct view_group *group, struct figure_use use)
{
	struct document *document = resolver->document;

	use.element = resolver->element;
	use.key = view->key;
	use.key.group = group == NULL ? GROUP_ALL : group->group;
	if (is_of_total(group, &use.choice))
		use.key.classification = CLASSIFICATION_ALL;
	document->uses = arena_grow(resolver->arena, document->uses, document->use_count,
				    &document->use_capacity, sizeof(*document->uses));
	document->uses[document->use_count++] = use;
	return document->use_count;
}

static void use_value(const struct resolver *resolver, const struct view *view,
		      const struct view_group *group, const char *printed, struct location at)
{
	use_figure(resolver, view, group,
		   (struct figure_use){ .choice = measure_plain(MEASURE_VALUE),
					.value = view_group_measure(view, group, MEASURE_VALUE),
					.printed = printed,
					.at = at });
}

void use_values(const struct resolver *resolver, const struct view *view,
		const struct view_group *group, struct location at)
{
	if (group != NULL || view->classification == NULL) {
		use_value(resolver, view, group, "", at);
		return;
	}
	use_value(resolver, view, NULL, "", at);
	for (size_t i = 0; i < view->count; i++)
		use_value(resolver, view, &view->groups[i], "", at);
}

void use_measure(const struct resolver *resolver, const struct view *view, enum measure measure,
		 const char *printed, struct location at)
{
	use_figure(resolver, view, NULL,
		   (struct figure_use){ .choice = measure_plain(measure),
					.value = view_measure(view, measure),
					.printed = printed,
					.at = at });
}

static void use_ends(const struct resolver *resolver, const struct view *view, const char *sentence,
		     struct location at)
{
	use_value(resolver, view, view_most(view), sentence, at);
	use_value(resolver, view, view_least(view), sentence, at);
}

static void use_trend(const struct resolver *resolver, const struct view *view,
		      const struct view_group *group, const char *sentence, struct location at)
{
	struct measure_choice choice = measure_plain(MEASURE_TREND);

	use_values(resolver, view, group, at);
	use_figure(resolver, view, group,
		   (struct figure_use){ .choice = choice,
					.value = view_figure(view, group, &choice),
					.printed = sentence,
					.at = at });
}

/* The gap, or the ratio, now and in the first of the years that a change of it goes back to. */
static void use_gaps(const struct resolver *resolver, const struct view *view, enum measure measure,
		     const char *sentence, struct location at)
{
	struct gap_trend trend = gap_trend_of(view->results, &view->key, measure, NULL);
	struct cell_key key = view->key;
	struct view before;

	use_measure(resolver, view, measure, sentence, at);
	key.period = trend.first_period >= 0 ? trend.first_period
					     : gap_first_period(view->results, &view->key);
	if (key.period < 0 || key.period == view->key.period)
		return;
	before = view_of(resolver->arena, view->results, &key);
	use_measure(resolver, &before, measure, sentence, at);
}

/* Sentences that rest on a measure of the whole breakdown. */
static bool use_over_groups(struct resolver *resolver, const char *kind, const struct view *view,
			    const char *sentence, struct location at)
{
	bool gap = strcmp(kind, "gap") == 0, ratio = strcmp(kind, "ratio") == 0;

	if (strcmp(kind, "completeness") == 0) {
		use_measure(resolver, view, MEASURE_COMPLETENESS, sentence, at);
	} else if (strcmp(kind, "slope") == 0) {
		use_measure(resolver, view, MEASURE_SII, sentence, at);
		resolver->compared |= COMPARED_OVER_GROUPS;
	} else if (gap || ratio) {
		use_ends(resolver, view, "", at);
		use_measure(resolver, view, gap ? MEASURE_GAP : MEASURE_RATIO, sentence, at);
		resolver->compared |= COMPARED_PAIR;
	} else if (strcmp(kind, "gap-trend") == 0 || strcmp(kind, "absolute-and-relative") == 0) {
		use_gaps(resolver, view, MEASURE_GAP, sentence, at);
		if (strcmp(kind, "gap-trend") != 0)
			use_gaps(resolver, view, MEASURE_RATIO, sentence, at);
		resolver->compared |= COMPARED_GAPS_OVER_TIME;
	} else {
		return false;
	}
	return true;
}

static void use_of_kind(struct resolver *resolver, const char *kind, const struct view *view,
			const struct view_group *group, const char *sentence, struct location at)
{
	if (use_over_groups(resolver, kind, view, sentence, at))
		return;
	if (strcmp(kind, "recent-trend") == 0 || strcmp(kind, "trend") == 0) {
		use_trend(resolver, view, group, sentence, at);
	} else if (strcmp(kind, "several-groups") == 0) {
		use_values(resolver, view, NULL, at);
		resolver->compared |= COMPARED_TOTAL;
	} else if (strcmp(kind, "comparison") == 0 && view_most(view) != NULL) {
		use_ends(resolver, view, sentence, at);
		resolver->compared |= COMPARED_PAIR;
	} else if (strcmp(kind, "gradient") == 0 || strcmp(kind, "comparison") == 0) {
		use_values(resolver, view, NULL, at);
	} else {
		use_value(resolver, view, group, sentence, at);
	}
}

void use_phrase(struct resolver *resolver, const char *kind, struct location at,
		const struct view *view, const struct view_group *group, const char *sentence)
{
	struct document *document = resolver->document;
	size_t first = document->use_count;

	use_of_kind(resolver, kind, view, group, sentence, at);
	for (size_t i = first; i < document->use_count; i++)
		document->uses[i].behind = document->uses[i].printed[0] == '\0';
}
