/*
 * chart_continued.c - numbers of figures, and small multiples that would not fit on a page: they go on in a
 * figure of its own.
 */
#include <math.h>

#include "base/arena.h"
#include "resolve/chart_parts.h"

/* Four rows of three cells fill a page. */
enum { PANELS_OF_FIGURE = 12 };

/* Points: what a page has for the panels of a figure, and what one takes beside its rows. */
static const double page_room = 625, around_rows = 30;

static double height_of(const struct plot *panel)
{
	return around_rows + (double)panel->category_count * chart_kind_find(panel->kind)->row_pt;
}

bool panel_is_high(const struct plot *panel)
{
	return height_of(panel) > PANEL_HIGH_PT;
}

/* High panels stand one below the other. */
static size_t panels_of_figure(const struct plot *whole)
{
	double height = 0;

	for (size_t i = 0; i < whole->panel_count; i++)
		height = fmax(height, height_of(whole->panels[i]));
	if (height <= PANEL_HIGH_PT)
		return PANELS_OF_FIGURE;
	return (size_t)fmax(1, fmin(PANELS_OF_FIGURE, floor(page_room / height)));
}

void number_figure(struct chart *chart, struct node *node, const char *id)
{
	struct resolver *resolver = chart->resolver;

	node->number = words_number(&resolver->words, (double)++resolver->figures, 0);
	node->label = words_fill(&resolver->words, STRING_FIGURE,
				 (struct placeholder[]){ { "n", node->number }, { 0 } });
	give_anchor(resolver, node, id, "figure", node->number);
	node->file = node->anchor;
}

/* The same figure in another place: its number, and an anchor and a file of its own. */
static void number_continued(const struct chart *chart, struct node *node,
			     const struct node *figure)
{
	struct resolver *resolver = chart->resolver;

	node->number = figure->number;
	node->label = words_fill(chart->words, STRING_FIGURE_CONTINUED,
				 (struct placeholder[]){ { "label", figure->label }, { 0 } });
	give_anchor(resolver, node, "", "figure",
		    arena_printf(resolver->arena, "%s-continued", figure->number));
	node->file = node->anchor;
}

/* The same words over the panels from a position on. */
static struct node *continued(struct chart *chart, const struct node *figure,
			      const struct plot *whole, size_t first, size_t most)
{
	struct resolver *resolver = chart->resolver;
	struct node *node = node_new(resolver->arena, NODE_FIGURE, figure->at);
	struct plot *plot = arena_alloc(resolver->arena, sizeof(*plot));
	size_t left = whole->panel_count - first;

	*plot = *whole;
	plot->panels = whole->panels + first;
	plot->panel_count = left < most ? left : most;
	node->plot = plot;
	node->title = figure->title;
	node->subtitle = figure->subtitle;
	node->notes = figure->notes;
	node->alternative = figure->alternative;
	node->beside = figure->beside;
	number_continued(chart, node, figure);
	return node;
}

void continue_panels(struct chart *chart, struct node *figure)
{
	const struct plot whole = *chart->plot;
	size_t most;

	if (whole.panel_count == 0)
		return;
	most = panels_of_figure(&whole);
	for (size_t first = most; first < whole.panel_count; first += most)
		node_append(chart->parent, continued(chart, figure, &whole, first, most));
	if (whole.panel_count > most)
		chart->plot->panel_count = most;
}
