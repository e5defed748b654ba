/*
 * uses.c - which figures stand in the document: for the account of methods, and for explaining.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/resolver.h"

static bool is_of_total(const struct view_group *group, const struct measure_choice *choice)
{
	return group == NULL && measure_kind(choice->measure)->scope != MEASURE_SCOPE_PAIR &&
	       measure_kind(choice->measure)->scope != MEASURE_SCOPE_DIMENSION;
}

void use_figure(const struct resolver *resolver, const struct view *view,
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

static void use_of_kind(struct resolver *resolver, const struct inline_part *part,
			const struct view *view, const struct view_group *group,
			const char *sentence)
{
	const char *kind = part->what.text;
	bool gap = strcmp(kind, "gap") == 0, ratio = strcmp(kind, "ratio") == 0;

	if (strcmp(kind, "recent-trend") == 0) {
		use_trend(resolver, view, group, sentence, part->at);
	} else if (strcmp(kind, "completeness") == 0) {
		use_measure(resolver, view, MEASURE_COMPLETENESS, sentence, part->at);
	} else if (strcmp(kind, "several-groups") == 0) {
		use_values(resolver, view, NULL, part->at);
		resolver->compared |= COMPARED_TOTAL;
	} else if (gap || ratio || strcmp(kind, "comparison") == 0) {
		use_ends(resolver, view, gap || ratio ? "" : sentence, part->at);
		if (gap || ratio)
			use_measure(resolver, view, gap ? MEASURE_GAP : MEASURE_RATIO, sentence,
				    part->at);
		resolver->compared |= COMPARED_PAIR;
	} else if (strcmp(kind, "gradient") == 0) {
		use_values(resolver, view, NULL, part->at);
	} else {
		use_value(resolver, view, group, sentence, part->at);
	}
}

void use_phrase(struct resolver *resolver, const struct inline_part *part, const struct view *view,
		const struct view_group *group, const char *sentence)
{
	struct document *document = resolver->document;
	size_t first = document->use_count;

	use_of_kind(resolver, part, view, group, sentence);
	for (size_t i = first; i < document->use_count; i++)
		document->uses[i].behind = document->uses[i].printed[0] == '\0';
}
