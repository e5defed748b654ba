/*
 * groups.c - one figure for every group of a breakdown, beside the average or a comparator.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/plots/maker.h"

/* The title speaks of the same comparison as the line that is drawn. */
static void set_title(struct chart *chart)
{
	const char *place;
	struct view compared = view_compared(chart->resolver, chart->scope, &chart->view, &place);

	chart->title = title_of_view(chart->words, &compared, place);
	chart->title_rests_on = view_most(&chart->view) != NULL ? COMPARED_PAIR : COMPARED_TOTAL;
	chart->message =
		range_of_view(chart->words, &chart->view, chart->measure, chart->block->decimals);
}

static bool plot_groups(struct chart *chart)
{
	struct plot *plot = chart->plot;
	struct view_group *groups =
		arena_array(chart->resolver->arena, chart->view.count, sizeof(*groups));
	size_t count = choose_groups(chart, groups);

	set_categories(chart, groups, count);
	plot_set_series(chart->resolver->arena, plot, 1);
	for (size_t i = 0; i < count; i++)
		plot->values[i] = plot_value_of(chart, &chart->view, &groups[i]);
	set_reference(chart);
	if (chart->kind->needs_order)
		set_gradient(chart, groups, count);
	set_title(chart);
	return true;
}

const struct plot_maker plot_maker_groups = {
	.shape = SHAPE_GROUPS,
	.make = plot_groups,
};
