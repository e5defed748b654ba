/*
 * chart_order.c - which groups a chart shows, in what order, and which of them stand out.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "indicator/figure.h"
#include "resolve/chart_parts.h"

/* What the author says of the order; a line over all groups leaves no choice of it. */
static const char *own_order(const struct chart *chart)
{
	return chart->kind->needs_order ? NULL : chart->block->order.text;
}

static bool by_value(const struct chart *chart)
{
	const struct classification *classification = chart->view.classification;
	const char *order = own_order(chart);

	if (order != NULL)
		return strcmp(order, "value") == 0;
	return chart->kind->by_value && !classification->ordered &&
	       classification->form != CLASSIFICATION_AGE_BANDS;
}

/* Highest first; what is not shown after that, in the order of the classification; unknown last. */
static bool stands_before(const struct chart *chart, const struct view_group *a,
			  const struct view_group *b)
{
	struct value first = view_group_measure(&chart->view, a, chart->measure);
	struct value second = view_group_measure(&chart->view, b, chart->measure);
	const struct group *groups = chart->view.classification->groups;

	if (groups[a->group].kind != groups[b->group].kind)
		return groups[a->group].kind == GROUP_ORDINARY;
	if (value_is_shown(&first) != value_is_shown(&second))
		return value_is_shown(&first);
	return value_is_shown(&first) && first.estimate > second.estimate;
}

static void sort_groups(const struct chart *chart, struct view_group *groups, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct view_group moved = groups[i];
		size_t at = i;

		for (; at > 0 && stands_before(chart, &moved, &groups[at - 1]); at--)
			groups[at] = groups[at - 1];
		groups[at] = moved;
	}
}

/* Unknown people have a place in lists of all groups; elsewhere only when there is a figure for them. */
static bool is_left_out(const struct chart *chart, size_t position, const struct value *value)
{
	if (value->state == VALUE_NOT_APPLICABLE)
		return true;
	if (position < chart->view.ordinary)
		return false;
	return chart->kind->needs_order || chart->kind->shape == SHAPE_GROUPS_OVER_TIME ||
	       (!chart->kind->lists_all && !value_is_shown(value));
}

static void leave_out(struct chart *chart, int group)
{
	chart->left_out =
		arena_printf(chart->resolver->arena, "%s%s%s", chart->left_out,
			     chart->left_out[0] == '\0' ? "" : ", ",
			     words_group(chart->words, chart->view.classification, group));
}

static bool is_named(const char *name, const struct classification *classification, int group,
		     const char *words)
{
	const struct group *facts = &classification->groups[group];

	return strcasecmp(name, facts->code) == 0 || strcasecmp(name, facts->label) == 0 ||
	       strcasecmp(name, words) == 0;
}

/* A name that is no group of the breakdown is a slip. */
void check_emphasis(const struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	const struct classification *classification = chart->view.classification;
	const struct word *list = &chart->block->emphasise;
	const char **names =
		arena_array(resolver->arena, classification->count + 1, sizeof(*names));

	for (size_t i = 0; i < classification->count; i++)
		names[i] = words_group(chart->words, classification, (int)i);
	for (const char *at = list->text; at != NULL;) {
		size_t length = strcspn(at, "|");
		const char *name = arena_strndup(resolver->arena, at, length);
		bool known = false;

		for (size_t i = 0; i < classification->count && !known; i++)
			known = is_named(name, classification, (int)i, names[i]);
		if (!known)
			diag_add(resolver->diags, DIAG_SCOPE_GROUP_UNKNOWN, list->at,
				 arena_printf(resolver->arena, "emphasise=\"%s\"", name),
				 suggest_hint(resolver->arena, name, names, classification->count));
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
}

/* Turns the ordinary groups round; those that are unknown stay behind them. */
static void reverse(const struct chart *chart, struct view_group *groups, size_t count)
{
	const struct group *facts = chart->view.classification->groups;
	size_t ordinary = 0;

	while (ordinary < count && facts[groups[ordinary].group].kind == GROUP_ORDINARY)
		ordinary++;
	for (size_t i = 0; i < ordinary / 2; i++) {
		struct view_group moved = groups[i];

		groups[i] = groups[ordinary - 1 - i];
		groups[ordinary - 1 - i] = moved;
	}
}

size_t choose_groups(struct chart *chart, struct view_group *groups)
{
	const char *order = own_order(chart);
	size_t count = 0;

	for (size_t i = 0; i < chart->view.count; i++) {
		struct value value =
			view_group_measure(&chart->view, &chart->view.groups[i], chart->measure);

		if (!is_left_out(chart, i, &value))
			groups[count++] = chart->view.groups[i];
		else if (value.state == VALUE_NOT_APPLICABLE)
			leave_out(chart, chart->view.groups[i].group);
	}
	if (by_value(chart))
		sort_groups(chart, groups, count);
	if (order != NULL && strcmp(order, "reverse") == 0)
		reverse(chart, groups, count);
	return count;
}

bool is_emphasised(const struct chart *chart, int group)
{
	const struct classification *classification = chart->view.classification;
	const char *words = words_group(chart->words, classification, group);

	for (const char *at = chart->block->emphasise.text; at != NULL;) {
		size_t length = strcspn(at, "|");

		if (is_named(arena_strndup(chart->resolver->arena, at, length), classification,
			     group, words))
			return true;
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
	return false;
}

void set_categories(struct chart *chart, const struct view_group *groups, size_t count)
{
	const struct classification *classification = chart->view.classification;
	struct plot *plot = chart->plot;

	plot_set_categories(chart->resolver->arena, plot, count);
	chart->category_groups = groups;
	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &plot->categories[i];

		category->label = words_group(chart->words, classification, groups[i].group);
		category->short_label =
			words_group_short(chart->words, classification, groups[i].group);
		category->unknown = classification->groups[groups[i].group].kind == GROUP_UNKNOWN;
		category->emphasised = is_emphasised(chart, groups[i].group);
		plot->has_emphasis = plot->has_emphasis || category->emphasised;
	}
}
